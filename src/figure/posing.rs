//! Posing the figure by hand: a part is dragged, and the joints follow as far as a human body can.
//!
//! A hand, foot, knee or elbow is brought to its place by its own limb alone, as [`super::solve`] does
//! for what touches; head and pelvis move the trunk (`trunk`). What touches stays where it is: after
//! every move the limbs are brought back to what they touch, and a move that would tear one loose is
//! done only as far as nothing is.
//!
//! **Invariant:** whatever is asked, no joint is turned out of its range, nothing that touches is more
//! than a centimetre from its place, and every number is one.

use glam::{Vec3, vec3};

use super::bend::bend;
use super::body::Piece;
use super::contact::{Chain, Surface};
use super::handle::Handle;
use super::key::{Key, Misfit, Pin, SLIP, Stance};
use super::pose::{Channel, Limb, Pose};
use super::prop::Prop;
use super::range::{self, Range};
use super::skeleton::Frames;
use super::solve::{Goal, reach};
use super::trunk;
use super::{Bone, Posed};
use crate::units::Side;

/// How often a move is halved until it is known how far it goes.
const HALVINGS: u8 = 5;
/// How far a handle can be asked to go at once, body heights.
const FARTHEST: f32 = 1.5;
/// A move shorter than this is none.
const NOTHING: f32 = 1e-5;
/// How far a part may sink before it is said, body heights: 2 cm.
const SUNK: f32 = 0.012;
/// A joint this near to an end of its range is at the end, degrees.
const AT_END: f32 = 0.5;

/// A figure that is being posed: its angles, its place and what it touches.
#[derive(Debug, Clone, PartialEq)]
pub struct Posing {
    key: Key,
    /// Whether what touches may be slid over its surface: nothing before it holds it in its place.
    slides: bool,
}

impl Posing {
    /// A stance placed in space, after another or (`None`) at the origin, and what keeps it from being
    /// placed there; it then stands on its lowest part and touches nothing.
    pub fn new(stance: &Stance, before: Option<&Self>, props: &[Prop]) -> (Self, Option<Misfit>) {
        let slides = before.is_none();
        match Key::new(stance, before.map(|it| &it.key), props) {
            Ok(key) => (Self { key, slides }, None),
            Err(misfit) => (Self { key: loose(stance), slides }, Some(misfit)),
        }
    }

    /// Its angles.
    pub const fn pose(&self) -> &Pose {
        &self.key.pose
    }

    /// Its bones.
    pub fn frames(&self) -> Frames {
        Frames::new(&self.key.pose, self.key.root)
    }

    /// What touches.
    pub fn pins(&self) -> &[Pin] {
        &self.key.pins
    }

    /// The figure as a moment of a movement.
    pub fn posed(&self) -> Posed {
        Posed {
            pose: self.key.pose,
            root: self.key.root,
            frames: self.frames(),
            follow: Vec3::ZERO,
        }
    }

    /// Where a handle is.
    pub fn place(&self, handle: Handle) -> Vec3 {
        let (bone, local) = handle.point();
        self.frames().at(bone, local)
    }

    /// Whether a handle touches something, so that it can only be slid, or not moved at all.
    pub fn is_held(&self, handle: Handle) -> bool {
        self.key.pins.iter().any(|it| of_handle(it, handle))
    }

    /// The figure with a handle brought to a place, or as near to it as it gets.
    #[must_use]
    pub fn moved(&self, handle: Handle, to: Vec3) -> Self {
        let from = self.place(handle);
        let way = (to - from).clamp_length_max(FARTHEST);
        if !way.is_finite() || way.length() < NOTHING {
            return self.clone();
        }
        if self.is_held(handle) {
            return self.slid(handle, way);
        }
        self.farthest(|share| self.tried(handle, from + way * share))
    }

    /// The figure with another angle, as far as what touches lets it.
    #[must_use]
    pub fn turned(&self, channel: Channel, degrees: f32) -> Self {
        if !degrees.is_finite() {
            return self.clone();
        }
        let range = range::of(channel);
        let from = self.key.pose.get(channel);
        let by = degrees.clamp(range.least, range.most) - from;
        self.farthest(|share| {
            let mut next = self.clone();
            next.key.pose.set(channel, from + by * share);
            next.follow(channel);
            next.settled()
        })
    }

    /// The same figure seen in a mirror.
    #[must_use]
    pub fn mirrored(&self) -> Pose {
        self.key.pose.mirrored()
    }

    /// The joints that are turned to an end of their range.
    pub fn at_end(&self) -> impl Iterator<Item = (Channel, f32, Range)> + '_ {
        let joints = Channel::all().filter(|it| !is_of_the_room(*it));
        joints.filter_map(|channel| {
            let (degrees, range) = (self.key.pose.get(channel), range::of(channel));
            let ended = degrees - AT_END <= range.least || range.most <= degrees + AT_END;
            // A straight knee or elbow is at an end of its range too, and nothing to speak of.
            (ended && degrees.abs() > AT_END).then_some((channel, degrees, range))
        })
    }

    /// The parts that have sunk into the floor, and how deep, in body heights.
    pub fn sunk(&self) -> Vec<(Piece, f32)> {
        let frames = self.frames();
        let deep = |piece: &Piece| {
            let balls = piece.outline(&frames).balls;
            balls.iter().map(|it| it.radius - it.at.y).fold(f32::NEG_INFINITY, f32::max)
        };
        let all = Piece::ALL.into_iter().map(|it| (it, deep(&it)));
        all.filter(|it| it.1 > SUNK).collect()
    }

    /// The largest share of a move that can be done, done.
    fn farthest(&self, attempt: impl Fn(f32) -> Option<Self>) -> Self {
        if let Some(whole) = attempt(1.0) {
            return whole;
        }
        let (mut done, mut low, mut high) = (self.clone(), 0.0, 1.0);
        for _ in 0..HALVINGS {
            let share = f32::midpoint(low, high);
            match attempt(share) {
                Some(it) => (done, low) = (it, share),
                None => high = share,
            }
        }
        done
    }

    /// A handle brought to a place by the limb or the trunk that carries it.
    fn tried(&self, handle: Handle, to: Vec3) -> Option<Self> {
        let mut next = self.clone();
        match handle {
            Handle::Pelvis if !self.is_lying() => next.key.root += to - self.key.root,
            Handle::Pelvis | Handle::Head => {
                let body = self.key.pins.iter().filter(|it| it.contact.chain() == Chain::Body);
                let pins: Vec<Goal> = body.map(|it| goal_of(it, &self.frames())).collect();
                let (pose, root) = (self.key.pose, self.key.root);
                (next.key.pose, next.key.root) = trunk::lead((pose, root), handle, to, &pins);
            }
            Handle::Hand(_) | Handle::Elbow(_) | Handle::Knee(_) | Handle::Foot(_) => {
                next.bring(handle, to);
            }
        }
        next.settled()
    }

    /// Whether the trunk rests on something, so that it cannot be shifted as a whole.
    fn is_lying(&self) -> bool {
        self.key.pins.iter().any(|it| it.contact.chain() == Chain::Body)
    }

    /// Turns a limb so that its handle comes to a place, with what else of it touches.
    fn bring(&mut self, handle: Handle, to: Vec3) {
        let (bone, local) = handle.point();
        let chain = handle.chain();
        let mut frames = self.frames();
        let mut goals = self.goals(chain, &frames);
        if goals.is_empty() && matches!(handle, Handle::Hand(_) | Handle::Foot(_)) {
            bend(&mut self.key.pose, &mut frames, chain, to);
        }
        goals.push(Goal { bone, local, target: to, counts: Vec3::ONE });
        // Far from where it began a search needs to begin anew.
        for _ in 0..3 {
            reach(&mut self.key.pose, &mut frames, chain, &goals);
        }
    }

    /// Slides what touches over the floor or over a thing, as far as the limb reaches.
    fn slid(&self, handle: Handle, way: Vec3) -> Self {
        let flat = |it: &Pin| matches!(it.contact.on, Surface::Floor | Surface::Thing(_));
        let mut own = self.key.pins.iter().filter(|it| of_handle(it, handle));
        let is_limb = handle.chain() != Chain::Body;
        if !self.slides || !is_limb || !own.all(flat) {
            return self.clone();
        }
        let way = vec3(way.x, 0.0, way.z);
        self.farthest(|share| {
            let mut next = self.clone();
            for pin in next.key.pins.iter_mut().filter(|it| of_handle(it, handle)) {
                pin.target += way * share;
            }
            next.settled()
        })
    }

    /// Puts the body where an angle that was turned leaves the part that holds it.
    fn follow(&mut self, channel: Channel) {
        let frames = self.frames();
        let of_limb = |pin: &Pin| match (channel, pin.contact.chain()) {
            (Channel::Limb(side, limb), Chain::Leg(leg)) => side == leg && !is_of_arm(limb),
            (Channel::Limb(side, limb), Chain::Arm(arm)) => side == arm && is_of_arm(limb),
            (_, chain) => chain == Chain::Body,
        };
        let body = |it: &&Pin| it.contact.chain() == Chain::Body;
        let lies = self.key.pins.iter().any(|it| body(&it));
        let turned = self.key.pins.iter().filter(|it| if lies { body(it) } else { of_limb(it) });
        let off =
            turned.map(|it| (it.target - frames.at(it.point.bone, it.point.local)) * it.counts);
        self.key.root += super::key::mean(off).unwrap_or_default();
    }

    /// The same with every limb back at what it touches; nothing when one cannot get there.
    fn settled(mut self) -> Option<Self> {
        let mut frames = self.frames();
        let chains = Side::BOTH.map(Chain::Leg).into_iter().chain(Side::BOTH.map(Chain::Arm));
        for chain in chains {
            let goals = self.goals(chain, &frames);
            let Some(end) = self.end_of(chain) else { continue };
            let miss = self.miss(chain, &frames);
            if miss > SLIP / 3.0 {
                bend(&mut self.key.pose, &mut frames, chain, end);
            }
            let mut tries = 0;
            while tries < 4 && self.miss(chain, &frames) > SLIP / 6.0 {
                reach(&mut self.key.pose, &mut frames, chain, &goals);
                tries += 1;
            }
        }
        let held = self.key.pins.iter().all(|it| it.miss(&frames) <= SLIP);
        let sound =
            self.key.root.is_finite() && Channel::all().all(|it| self.key.pose.get(it).is_finite());
        (held && sound).then_some(self)
    }

    fn miss(&self, chain: Chain, frames: &Frames) -> f32 {
        let pins = self.key.pins.iter().filter(|it| it.contact.chain() == chain);
        pins.map(|it| it.miss(frames)).fold(0.0, f32::max)
    }

    fn goals(&self, chain: Chain, frames: &Frames) -> Vec<Goal> {
        let pins = self.key.pins.iter().filter(|it| it.contact.chain() == chain);
        pins.map(|it| goal_of(it, frames)).collect()
    }

    /// Where the wrist or the ankle of a limb that touches was when it was placed; none for one that
    /// touches nothing.
    fn end_of(&self, chain: Chain) -> Option<Vec3> {
        let mut pins = self.key.pins.iter().filter(|it| it.contact.chain() == chain);
        let first = pins.next()?;
        let frames = self.frames();
        let (bone, at) = match chain {
            Chain::Leg(side) => (Bone::Foot(side), first),
            Chain::Arm(side) => (Bone::Hand(side), first),
            Chain::Body => return None,
        };
        let point = frames.at(at.point.bone, at.point.local);
        // The end keeps its place beside the point that touches.
        let beside = frames.of(bone).origin - point;
        Some(goal_of(at, &frames).target + beside)
    }
}

/// A stance that does not fit where it should: on its lowest part, touching nothing.
fn loose(stance: &Stance) -> Key {
    let frames = Frames::new(&stance.pose, Vec3::ZERO);
    let balls = Piece::ALL.iter().flat_map(|it| it.outline(&frames).balls);
    let lowest = balls.map(|it| it.at.y - it.radius).fold(0.0, f32::min);
    let root = vec3(0.0, -lowest, 0.0);
    let (id, pose, anchor) = (stance.id.clone(), stance.pose, stance.anchor);
    Key { id, pose, root, pins: Vec::new(), anchor }
}

fn of_handle(pin: &Pin, handle: Handle) -> bool {
    handle.is_of(pin.point.bone) && (handle.chain() == pin.contact.chain())
}

fn goal_of(pin: &Pin, frames: &Frames) -> Goal {
    let (target, counts) = match pin.contact.on {
        Surface::Body(spot) => (spot.place(frames, pin.point.flesh), Vec3::ONE),
        Surface::Floor | Surface::Thing(_) | Surface::Wall => (pin.target, pin.counts),
    };
    Goal { bone: pin.point.bone, local: pin.point.local, target, counts }
}

const fn is_of_arm(limb: Limb) -> bool {
    matches!(
        limb,
        Limb::ShoulderFlex
            | Limb::ShoulderAbduct
            | Limb::ShoulderTurn
            | Limb::Elbow
            | Limb::Forearm
            | Limb::Wrist
    )
}

/// How the body lies in the room, which no joint limits.
const fn is_of_the_room(channel: Channel) -> bool {
    use super::pose::Trunk;
    matches!(
        channel,
        Channel::Trunk(
            Trunk::PelvisPitch | Trunk::PelvisRoll | Trunk::PelvisAxial | Trunk::PelvisYaw
        )
    )
}

#[cfg(test)]
#[path = "posing_laws.rs"]
mod laws;
