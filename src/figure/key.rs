//! Keys: poses that have been placed in space.

use glam::{Mat3, Vec3, vec3};

use super::contact::{Chain, Contact, Part, Point, Surface};
use super::pose::Pose;
use super::prop::Prop;
use super::skeleton::Frames;
use super::solve::{Goal, reach};
use crate::units::Side;

/// How far a part may be from where it was before a movement counts as sliding: 1 cm at 170 cm.
pub(super) const SLIP: f32 = 0.006;

/// A pose with what it touches.
#[derive(Debug, Clone, PartialEq)]
pub struct Stance {
    /// Its name.
    pub id: String,
    /// Its angles.
    pub pose: Pose,
    /// What touches what.
    pub contacts: Vec<Contact>,
    /// Which of them holds the body in its place.
    pub anchor: Contact,
}

impl Stance {
    /// The same stance seen in a mirror.
    #[must_use]
    pub fn mirrored(&self) -> Self {
        Self {
            id: self.id.clone(),
            pose: self.pose.mirrored(),
            contacts: self.contacts.iter().map(|it| it.mirrored()).collect(),
            anchor: self.anchor.mirrored(),
        }
    }
}

/// A point that touches, and where.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pin {
    /// What touches.
    pub contact: Contact,
    /// Which point of it.
    pub point: Point,
    /// Where it is; for a part on the body, where it was at the key.
    pub target: Vec3,
    /// 1 for every direction of the world in which it stays, 0 where it may glide.
    pub counts: Vec3,
}

impl Pin {
    /// Whether another pin is the same point on the same thing.
    pub(super) fn continues(&self, other: &Self) -> bool {
        let on = match (self.contact.on, other.contact.on) {
            (Surface::Body(a), Surface::Body(b)) => a.bone == b.bone && a.facing == b.facing,
            (a, b) => a == b,
        };
        on && self.point == other.point
    }

    /// How far the point is from its place, body heights.
    pub fn miss(&self, frames: &Frames) -> f32 {
        let at = frames.at(self.point.bone, self.point.local);
        match self.contact.on {
            Surface::Body(spot) => at.distance(spot.place(frames, self.point.flesh)),
            Surface::Floor | Surface::Thing(_) | Surface::Wall => {
                ((at - self.target) * self.counts).length()
            }
        }
    }
}

/// A stance placed in space.
#[derive(Debug, Clone, PartialEq)]
pub struct Key {
    /// The stance it comes from.
    pub id: String,
    /// The angles after pinning.
    pub pose: Pose,
    /// Where the middle between the hips is.
    pub root: Vec3,
    /// Every point that touches.
    pub pins: Vec<Pin>,
    pub(super) anchor: Contact,
}

/// Why a movement cannot be made of its poses.
#[derive(Debug, Clone, PartialEq)]
pub enum Misfit {
    /// Nothing that touches in one pose still touches in the next.
    NothingShared {
        /// The pose before.
        from: String,
        /// The pose after.
        to: String,
    },
    /// A part that touches in both poses is not in the same place.
    Slides {
        /// The part.
        part: Part,
        /// The pose before.
        from: String,
        /// The pose after.
        to: String,
        /// How far, in body heights.
        by: f32,
    },
    /// A part cannot be brought to what it touches.
    OutOfReach {
        /// The part.
        part: Part,
        /// The pose.
        pose: String,
        /// How far is left, in body heights.
        by: f32,
    },
}

impl Key {
    /// Places a stance in space, after another key or (`None`) at the origin.
    pub(super) fn new(
        stance: &Stance,
        before: Option<&Self>,
        props: &[Prop],
    ) -> Result<Self, Misfit> {
        let placing = Placing { stance, before, props };
        let mut pose = stance.pose;
        let mut frames = Frames::new(&pose, Vec3::ZERO);
        let root = placing.root(&frames)?;
        frames = frames.moved(root);
        for chain in placing.chains() {
            let goals = placing.goals(chain, &frames);
            reach(&mut pose, &mut frames, chain, &goals);
        }
        let pins: Vec<Pin> = placing.pins(&frames);
        let far = pins.iter().map(|it| (it, it.miss(&frames))).max_by(|a, b| a.1.total_cmp(&b.1));
        if let Some((pin, by)) = far
            && by > SLIP
        {
            let (part, pose) = (pin.contact.part, stance.id.clone());
            return Err(Misfit::OutOfReach { part, pose, by });
        }
        Ok(Self { id: stance.id.clone(), pose, root, pins, anchor: stance.anchor })
    }
}

/// A stance on its way to a place.
struct Placing<'p> {
    stance: &'p Stance,
    before: Option<&'p Key>,
    props: &'p [Prop],
}

impl Placing<'_> {
    /// Where a point already was in the key before, if it stays there.
    fn stays(&self, contact: Contact, point: Point) -> Option<Vec3> {
        if contact.glides || point.rolls || matches!(contact.on, Surface::Body(_)) {
            return None;
        }
        let pin = Pin { contact, point, target: Vec3::ZERO, counts: Vec3::ONE };
        self.before?.pins.iter().find(|it| it.continues(&pin)).map(|it| it.target)
    }

    /// The direction out of a surface, and how far along it the surface lies.
    fn level(&self, on: Surface) -> Option<(Vec3, f32)> {
        match on {
            Surface::Floor => Some((Vec3::Y, 0.0)),
            Surface::Thing(thing) => Some((Vec3::Y, thing.height())),
            Surface::Wall => self.props.iter().find_map(wall),
            Surface::Body(_) => None,
        }
    }

    /// Where a point has to be, and in which directions that counts.
    fn target(&self, contact: Contact, point: Point, frames: &Frames) -> Option<(Vec3, Vec3)> {
        if let Some(target) = self.stays(contact, point) {
            return Some((target, Vec3::ONE));
        }
        if let Surface::Body(spot) = contact.on {
            return Some((spot.place(frames, point.flesh), Vec3::ONE));
        }
        let (out, at) = self.level(contact.on)?;
        let now = frames.at(point.bone, point.local);
        Some((now + out * (at + point.flesh - out.dot(now)), out.abs()))
    }

    /// Where the middle between the hips has to be.
    fn root(&self, frames: &Frames) -> Result<Vec3, Misfit> {
        let off = |contact: Contact, point: Point| {
            let target = self.stays(contact, point)?;
            Some(target - frames.at(point.bone, point.local))
        };
        let shift = |it: Contact| mean(it.points().filter_map(|point| off(it, point)));
        let anchor = self.stance.anchor;
        if let Some(root) =
            shift(anchor).or_else(|| self.stance.contacts.iter().copied().find_map(shift))
        {
            return Ok(root);
        }
        if let Some(before) = self.before {
            let (from, to) = (before.id.clone(), self.stance.id.clone());
            return Err(Misfit::NothingShared { from, to });
        }
        Ok(self.first_root(frames))
    }

    /// Where the hips are in a movement's first key: the anchor comes to its surface, then the parts
    /// that no limb can bring to theirs.
    fn first_root(&self, frames: &Frames) -> Vec3 {
        let bodily = self.stance.contacts.iter().filter(|it| it.chain() == Chain::Body);
        let mut root = Vec3::ZERO;
        let mut settled = Vec3::ZERO;
        for contact in std::iter::once(self.stance.anchor).chain(bodily.copied()) {
            let frames = frames.moved(root);
            let lift = |point: Point| {
                let (target, counts) = self.target(contact, point, &frames)?;
                let free = counts * (Vec3::ONE - settled);
                Some(((target - frames.at(point.bone, point.local)) * free, free))
            };
            let (lifts, free): (Vec<Vec3>, Vec<Vec3>) = contact.points().filter_map(lift).unzip();
            root += mean(lifts.into_iter()).unwrap_or_default();
            settled += mean(free.into_iter()).unwrap_or_default();
        }
        root
    }

    /// The limbs in the order in which they are brought to their places: what stands, then what holds
    /// on to it; legs before arms.
    fn chains(&self) -> Vec<Chain> {
        let mut chains: Vec<(bool, bool, Chain)> = Vec::new();
        for side in Side::BOTH {
            for chain in [Chain::Leg(side), Chain::Arm(side)] {
                let on_body = |it: &Contact| matches!(it.on, Surface::Body(_));
                let held = self.of(chain).any(on_body);
                chains.push((matches!(chain, Chain::Arm(_)), held, chain));
            }
        }
        chains.sort_by_key(|it| (it.0, it.1));
        chains.into_iter().map(|it| it.2).filter(|it| self.of(*it).next().is_some()).collect()
    }

    fn of(&self, chain: Chain) -> impl Iterator<Item = &Contact> + '_ {
        self.stance.contacts.iter().filter(move |it| it.chain() == chain)
    }

    fn goals(&self, chain: Chain, frames: &Frames) -> Vec<Goal> {
        let points = self.of(chain).flat_map(|it| it.points().map(move |point| (*it, point)));
        let goal = |(contact, point): (Contact, Point)| {
            let (target, counts) = self.target(contact, point, frames)?;
            Some(Goal { bone: point.bone, local: point.local, target, counts })
        };
        points.filter_map(goal).collect()
    }

    fn pins(&self, frames: &Frames) -> Vec<Pin> {
        let points =
            self.stance.contacts.iter().flat_map(|it| it.points().map(move |point| (*it, point)));
        let pin = |(contact, point): (Contact, Point)| {
            let (target, normal) = self.target(contact, point, frames)?;
            let counts = if contact.glides || point.rolls { normal } else { Vec3::ONE };
            Some(Pin { contact, point, target, counts })
        };
        points.filter_map(pin).collect()
    }
}

/// The direction out of a wall, and how far along it the wall stands.
fn wall(prop: &Prop) -> Option<(Vec3, f32)> {
    let Prop::Wall { at, turn } = prop else { return None };
    // Walls stand along the axes of the room, so that a part on one may glide in the other two.
    let out = (Mat3::from_rotation_y(turn.to_radians()) * -Vec3::X).round();
    Some((out, out.dot(vec3(at.x, 0.0, at.y))))
}

pub(super) fn mean(of: impl Iterator<Item = Vec3>) -> Option<Vec3> {
    let (sum, count) = of.fold((Vec3::ZERO, 0.0), |(sum, count), it| (sum + it, count + 1.0));
    (count > 0.0).then(|| sum / count)
}
