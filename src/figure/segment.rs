//! The stretches of movement between two keys.

use glam::{Vec3, vec3};

use super::contact::{Chain, Contact, Part, Point, Spot, Surface};
use super::ease::Span;
use super::key::{Key, Misfit, Pin, SLIP, mean};
use super::pose::{Channel, Pose, Trunk};
use super::skeleton::Frames;
use super::solve::{Goal, reach};

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
    /// What touches all the way.
    pins: Vec<Pin>,
}

impl Segment {
    pub(super) fn new(keys: &[Key], at: [usize; 4], span: Span) -> Result<Self, Misfit> {
        let ends = [Vec3::ZERO; 2];
        let mut segment =
            Self { keys: at, span, ends, anchor: Vec::new(), held: Vec::new(), pins: Vec::new() };
        let [_, from, to, _] = at;
        let (Some(from), Some(to)) = (keys.get(from), keys.get(to)) else { return Ok(segment) };
        for pin in &from.pins {
            if let Some(other) = to.pins.iter().find(|it| pin.continues(it)) {
                let held = Held { point: pin.point, rule: rule(pin, other, [from, to])? };
                segment.hold(pin.contact.chain(), held);
                segment.pins.push(*pin);
            }
        }
        if segment.held.is_empty() {
            let (from, to) = (from.id.clone(), to.id.clone());
            return Err(Misfit::NothingShared { from, to });
        }
        segment.anchor = anchor(from, to);
        segment.held.retain(|it| it.0 != Chain::Body);
        segment.held.sort_by_key(|(chain, held)| {
            let on_body = held.iter().any(|it| matches!(it.rule, Rule::On(..)));
            (matches!(chain, Chain::Arm(_)), on_body)
        });
        Ok(segment)
    }

    fn hold(&mut self, chain: Chain, held: Held) {
        match self.held.iter_mut().find(|it| it.0 == chain) {
            Some(of) => of.1.push(held),
            None => self.held.push((chain, vec![held])),
        }
    }

    /// Where the key before and the key after are a round of a walk away.
    pub(super) fn moved_ends(self, before: Vec3, after: Vec3) -> Self {
        Self { ends: [before, after], ..self }
    }

    /// What touches all the way; a hand that moves from one spot of the body to another is among it
    /// with the first.
    pub(super) fn pins(&self) -> &[Pin] {
        &self.pins
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
            pose.set(spine, pose.get(spine) + breath * self.freedom());
        }
        let [back, on] = self.ends;
        let [before, from, to, after] = around.map(|it| it.root);
        let roots = [before + back, from, to, after + on];
        let axis = |of: fn(Vec3) -> f32| self.span.value(roots.map(of), t);
        let mut root = vec3(axis(|it| it.x), axis(|it| it.y), axis(|it| it.z));
        let mut frames = Frames::new(&pose, root);
        let off = mean(
            self.anchor.iter().map(|(point, target)| *target - frames.at(point.bone, point.local)),
        );
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

    /// How freely the trunk breathes: little when the back lies on something.
    fn freedom(&self) -> f32 {
        let lies = self.pins.iter().any(|it| matches!(it.contact.part, Part::Trunk | Part::Head));
        if lies { 0.3 } else { 1.0 }
    }

    fn around<'k>(&self, keys: &'k [Key]) -> Option<[&'k Key; 4]> {
        let [before, from, to, after] = self.keys.map(|it| keys.get(it));
        Some([before?, from?, to?, after?])
    }
}

/// What holds for a point that touches in both keys.
fn rule(pin: &Pin, other: &Pin, [from, to]: [&Key; 2]) -> Result<Rule, Misfit> {
    if let (Surface::Body(a), Surface::Body(b)) = (pin.contact.on, other.contact.on) {
        return Ok(Rule::On(a, b));
    }
    let by = ((pin.target - other.target) * pin.counts).length();
    if by > SLIP {
        let (from, to) = (from.id.clone(), to.id.clone());
        return Err(Misfit::Slides { part: pin.contact.part, from, to, by });
    }
    Ok(Rule::At(pin.target, pin.counts))
}

impl Held {
    fn goal(&self, frames: &Frames, t: f32) -> Goal {
        let Point { bone, local, flesh, .. } = self.point;
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
        let same = |it: &&Pin| it.contact.part == contact.part && it.contact.side == contact.side;
        let held = from.pins.iter().filter(same);
        let held = held.filter(|it| to.pins.iter().any(|other| it.continues(other)));
        held.map(|it| (it.point, it.target)).collect()
    };
    let of_foot = |it: Contact| matches!(it.part, Part::Foot | Part::Ball | Part::Heel);
    let anchor = [from.anchor, to.anchor].into_iter().find(|it| !of(*it).is_empty());
    anchor.filter(|it| !of_foot(*it)).map(of).unwrap_or_default()
}
