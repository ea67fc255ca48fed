//! Keys: poses that have been placed in space, and the stretches of movement between them.

use glam::{Vec3, vec3};

use super::contact::{Chain, Contact, Part, Point, Spot, Surface};
use super::ease::Span;
use super::pose::{Channel, Pose, Trunk};
use super::prop::Prop;
use super::skeleton::Frames;
use super::solve::{Goal, reach};
use crate::units::Side;

/// How far a part may be from where it was before a movement counts as sliding: 1 cm at 170 cm.
pub const SLIP: f32 = 0.006;

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
    anchor: Contact,
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

/// What holds for contacts between two keys.
fn same(a: &Pin, b: &Pin) -> bool {
    let surfaces = match (a.contact.on, b.contact.on) {
        (Surface::Body(one), Surface::Body(two)) => one.bone == two.bone && one.facing == two.facing,
        (one, two) => one == two,
    };
    surfaces && a.point == b.point
}

/// The direction out of a surface and how far along it the surface lies; none for what cannot be told.
fn level(on: Surface, props: &[Prop]) -> Option<(Vec3, f32)> {
    match on {
        Surface::Floor => Some((Vec3::Y, 0.0)),
        Surface::Thing(thing) => Some((Vec3::Y, thing.height())),
        Surface::Wall => props.iter().find_map(|it| match it {
            Prop::Wall { at, turn } => {
                let out = glam::Mat3::from_rotation_y(turn.to_radians()) * -Vec3::X;
                let out = out.round();
                Some((out, out.dot(vec3(at.x, 0.0, at.y))))
            }
            _ => None,
        }),
        Surface::Body(_) => None,
    }
}

impl Key {
    /// Places a stance in space, after another key or (`None`) at the origin.
    pub(super) fn new(stance: &Stance, before: Option<&Self>, props: &[Prop]) -> Result<Self, Misfit> {
        let stays = |contact: &Contact, point: &Point| {
            let pin = Pin { contact: *contact, point: *point, target: Vec3::ZERO };
            if contact.glides || matches!(contact.on, Surface::Body(_)) {
                return None;
            }
            before?.pins.iter().find(|it| same(it, &pin)).map(|it| it.target)
        };
        let mut pose = stance.pose;
        let mut frames = Frames::new(&pose, Vec3::ZERO);
        let root = root(stance, &frames, before, stays, props)?;
        frames = frames.moved(root);
        let order = stance.contacts.iter().filter(|it| !matches!(it.on, Surface::Body(_)));
        let order = order.chain(stance.contacts.iter().filter(|it| matches!(it.on, Surface::Body(_))));
        let mut chains: Vec<(Chain, Vec<Goal>)> = Vec::new();
        for contact in order {
            for point in contact.points() {
                let (target, counts) = match (contact.on, stays(contact, &point)) {
                    (_, Some(target)) => (target, Vec3::ONE),
                    (Surface::Body(_), None) => continue,
                    (on, None) => match level(on, props) {
                        Some((out, at)) => {
                            let now = frames.at(point.bone, point.local);
                            (now + out * (at + point.flesh - out.dot(now)), out.abs())
                        }
                        None => continue,
                    },
                };
                let goal = Goal { bone: point.bone, local: point.local, target, counts };
                match chains.iter_mut().find(|it| it.0 == contact.chain()) {
                    Some(chain) => chain.1.push(goal),
                    None => chains.push((contact.chain(), vec![goal])),
                }
            }
        }
        for (chain, goals) in &chains {
            reach(&mut pose, &mut frames, *chain, goals);
        }
        hold_on(stance, &mut pose, &mut frames);
        let pins = pins(stance, &frames, stays, props);
        Ok(Self { id: stance.id.clone(), pose, root, pins, anchor: stance.anchor })
    }

    /// How far each pin is from its place: a measure of how well the pose could be pinned.
    pub(super) fn misses(&self) -> impl Iterator<Item = (Part, f32)> + '_ {
        let frames = Frames::new(&self.pose, self.root);
        self.pins.iter().map(move |it| (it.contact.part, frames.at(it.point.bone, it.point.local).distance(it.target)))
    }
}

/// Brings the parts that hold on to the body to their places.
fn hold_on(stance: &Stance, pose: &mut Pose, frames: &mut Frames) {
    for pass in [Chain::Leg(Side::Left), Chain::Leg(Side::Right), Chain::Arm(Side::Left), Chain::Arm(Side::Right)] {
        let held = stance.contacts.iter().filter(|it| it.chain() == pass);
        let mut goals = Vec::new();
        let mut on_body = false;
        for contact in held {
            for point in contact.points() {
                let here = frames.at(point.bone, point.local);
                let (target, counts) = match contact.on {
                    Surface::Body(spot) => {
                        on_body = true;
                        (spot.place(frames, point.flesh), Vec3::ONE)
                    }
                    // What it stands on is kept while the other is brought to its place.
                    Surface::Floor | Surface::Thing(_) | Surface::Wall => (here, Vec3::ONE),
                };
                goals.push(Goal { bone: point.bone, local: point.local, target, counts });
            }
        }
        if on_body {
            reach(pose, frames, pass, &goals);
        }
    }
}

/// Where the middle between the hips has to be.
fn root(
    stance: &Stance,
    frames: &Frames,
    before: Option<&Key>,
    stays: impl Fn(&Contact, &Point) -> Option<Vec3>,
    props: &[Prop],
) -> Result<Vec3, Misfit> {
    let shift = |contact: &Contact| {
        let moved = contact.points().filter_map(|it| Some(stays(contact, &it)? - frames.at(it.bone, it.local)));
        mean(moved)
    };
    let anchored = shift(&stance.anchor).or_else(|| stance.contacts.iter().find_map(shift));
    if let Some(root) = anchored {
        return Ok(root);
    }
    if let Some(before) = before {
        return Err(Misfit::NothingShared { from: before.id.clone(), to: stance.id.clone() });
    }
    let lift = stance.anchor.points().filter_map(|it| {
        let (out, at) = level(stance.anchor.on, props)?;
        Some(out * (at + it.flesh - out.dot(frames.at(it.bone, it.local))))
    });
    Ok(mean(lift).unwrap_or_default())
}

fn mean(of: impl Iterator<Item = Vec3>) -> Option<Vec3> {
    let (sum, count) = of.fold((Vec3::ZERO, 0.0), |(sum, count), it| (sum + it, count + 1.0));
    (count > 0.0).then(|| sum / count)
}

fn pins(
    stance: &Stance,
    frames: &Frames,
    stays: impl Fn(&Contact, &Point) -> Option<Vec3>,
    props: &[Prop],
) -> Vec<Pin> {
    let mut pins = Vec::new();
    for contact in &stance.contacts {
        for point in contact.points() {
            let here = frames.at(point.bone, point.local);
            let target = match (stays(contact, &point), contact.on, level(contact.on, props)) {
                (Some(target), _, _) => target,
                (None, Surface::Body(spot), _) => spot.place(frames, point.flesh),
                (None, _, Some((out, at))) => here + out * (at + point.flesh - out.dot(here)),
                (None, _, None) => here,
            };
            pins.push(Pin { contact: *contact, point, target });
        }
    }
    pins
}

/// A point that is pinned all the way between two keys.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Held {
    point: Point,
    rule: Rule,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Rule {
    /// It stays at this place, in the directions that count.
    At(Vec3, Vec3),
    /// It stays on the body, from one spot to another.
    On(Spot, Spot),
}

/// A stretch of movement between two keys.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Segment {
    /// The keys around it: before, from, to, after.
    keys: [usize; 4],
    span: Span,
    /// How far the key before and the key after are moved, where a walk goes round.
    ends: [Vec3; 2],
    /// The points that place the body, when they are not a foot's; a foot leaves the legs free to
    /// follow a smooth path of the hips.
    anchor: Vec<(Point, Vec3)>,
    held: Vec<(Chain, Vec<Held>)>,
}

impl Segment {
    pub(super) fn new(keys: &[Key], at: [usize; 4], span: Span) -> Result<Self, Misfit> {
        let [_, from, to, _] = at;
        let none = || Self { keys: at, span, ends: [Vec3::ZERO; 2], anchor: Vec::new(), held: Vec::new() };
        let (Some(from), Some(to)) = (keys.get(from), keys.get(to)) else { return Ok(none()) };
        let mut segment = none();
        for pin in &from.pins {
            let Some(other) = to.pins.iter().find(|it| same(pin, it)) else { continue };
            let rule = match (pin.contact.on, other.contact.on) {
                (Surface::Body(a), Surface::Body(b)) => Rule::On(a, b),
                _ if pin.contact.glides => Rule::At(pin.target, Vec3::Y),
                _ => {
                    let by = pin.target.distance(other.target);
                    if by > SLIP {
                        let (from, to) = (from.id.clone(), to.id.clone());
                        return Err(Misfit::Slides { part: pin.contact.part, from, to, by });
                    }
                    Rule::At(pin.target, Vec3::ONE)
                }
            };
            let held = Held { point: pin.point, rule };
            match segment.held.iter_mut().find(|it| it.0 == pin.contact.chain()) {
                Some(chain) => chain.1.push(held),
                None => segment.held.push((pin.contact.chain(), vec![held])),
            }
        }
        segment.anchor = anchor(from, to);
        segment.held.retain(|it| it.0 != Chain::Body);
        segment.held.sort_by_key(|(chain, held)| {
            let on_body = held.iter().any(|it| matches!(it.rule, Rule::On(..)));
            (matches!(chain, Chain::Arm(_)), on_body)
        });
        if segment.held.is_empty() && segment.anchor.is_empty() {
            return Err(Misfit::NothingShared { from: from.id.clone(), to: to.id.clone() });
        }
        Ok(segment)
    }

    /// Where the key before and the key after are a round of a walk away.
    pub(super) fn moved_ends(self, before: Vec3, after: Vec3) -> Self {
        Self { ends: [before, after], ..self }
    }

    /// Its length.
    pub(super) const fn seconds(&self) -> f32 {
        self.span.seconds
    }

    /// The pose and the place of the hips at `t` from 0 to 1; `breath` bends the trunk, in degrees.
    pub(super) fn at(&self, keys: &[Key], t: f32, breath: f32) -> (Pose, Vec3, Frames) {
        let Some(around) = self.around(keys) else {
            let pose = Pose::default();
            return (pose, Vec3::ZERO, Frames::new(&pose, Vec3::ZERO));
        };
        let mut pose = Pose::blend(around.map(|it| &it.pose), |of| self.span.value(of, t));
        if breath != 0.0 {
            let spine = Channel::Trunk(Trunk::SpineFlex);
            pose.set(spine, pose.get(spine) + breath);
        }
        let [back, on] = self.ends;
        let [before, from, to, after] = around.map(|it| it.root);
        let roots = [before + back, from, to, after + on];
        let axis = |of: fn(Vec3) -> f32| self.span.value(roots.map(of), t);
        let mut root = vec3(axis(|it| it.x), axis(|it| it.y), axis(|it| it.z));
        let mut frames = Frames::new(&pose, root);
        let off = mean(self.anchor.iter().map(|(point, target)| *target - frames.at(point.bone, point.local)));
        if let Some(off) = off {
            root += off;
            frames = frames.moved(off);
        }
        for (chain, held) in &self.held {
            let goals: Vec<Goal> = held.iter().map(|it| it.goal(&frames, t)).collect();
            reach(&mut pose, &mut frames, *chain, &goals);
        }
        (pose, root, frames)
    }

    fn around<'k>(&self, keys: &'k [Key]) -> Option<[&'k Key; 4]> {
        let [before, from, to, after] = self.keys.map(|it| keys.get(it));
        Some([before?, from?, to?, after?])
    }
}

impl Held {
    fn goal(&self, frames: &Frames, t: f32) -> Goal {
        let Point { bone, local, flesh } = self.point;
        let (target, counts) = match self.rule {
            Rule::At(target, counts) => (target, counts),
            Rule::On(a, b) => {
                let along = a.along + (b.along - a.along) * t;
                (Spot { along, ..a }.place(frames, flesh), Vec3::ONE)
            }
        };
        Goal { bone, local, target, counts }
    }
}

/// The points of the anchor that touch in both keys, unless they are a foot's.
fn anchor(from: &Key, to: &Key) -> Vec<(Point, Vec3)> {
    let of = |contact: Contact| -> Vec<(Point, Vec3)> {
        let held = from.pins.iter().filter(|it| it.contact.part == contact.part && it.contact.side == contact.side);
        held.filter(|it| to.pins.iter().any(|other| same(it, other))).map(|it| (it.point, it.target)).collect()
    };
    let both = [from.anchor, to.anchor];
    let anchor = both.into_iter().map(|it| (it, of(it))).find(|it| !it.1.is_empty());
    match anchor {
        Some((contact, _)) if matches!(contact.part, Part::Foot | Part::Ball | Part::Heel) => Vec::new(),
        Some((_, points)) => points,
        None => Vec::new(),
    }
}
