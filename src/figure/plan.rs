//! How a movement runs: its course turned into keys and the segments between them.

use glam::{Vec3, vec3};

use super::ease::Span;
use super::key::{Key, Misfit, Stance};
use super::movement::{Course, Movement, Parts, Round, Step, in_order};
use super::segment::Segment;
use crate::units::Phase;

/// Seconds to go into a hold, and out of it again.
const ENTER: f32 = 2.5;

/// Segments that are gone through in one go.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Track(Vec<Segment>);

impl Track {
    /// The length of the whole.
    pub(super) fn seconds(&self) -> f32 {
        self.0.iter().map(Segment::seconds).sum()
    }

    /// The segment at a fraction of the whole and how far into it; none in an empty track.
    pub(super) fn at(&self, fraction: f32) -> Option<(&Segment, f32)> {
        let mut left = fraction.clamp(0.0, 1.0) * self.seconds();
        for segment in &self.0 {
            if left < segment.seconds() {
                return Some((segment, left / segment.seconds()));
            }
            left -= segment.seconds();
        }
        self.0.last().map(|it| (it, 1.0))
    }
}

/// A course whose poses are keys.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Plan {
    /// For every round and every phase: the way, and where it stands at the end of it.
    Reps { begins: Phase, rounds: Vec<[(Track, Segment); 4]> },
    /// In, out, round about while holding, and the two ends.
    Hold { enter: Track, leave: Track, cycle: Track, rest: Segment, held: Segment, still: bool },
    /// Round and round; and the two pictures that stand for it.
    Drill { track: Track, rest: Segment, end: Segment },
}

impl Plan {
    /// The start and the end.
    pub(super) fn ends(&self) -> [Option<&Segment>; 2] {
        match self {
            Self::Reps { begins, rounds } => {
                let (far, near) = if *begins == Phase::Lower { (3, 1) } else { (1, 3) };
                let still = |at: usize| rounds.first().and_then(|it| it.get(at)).map(|it| &it.1);
                [still(near), still(far)]
            }
            Self::Hold { rest, held, .. } => [Some(rest), Some(held)],
            Self::Drill { rest, end, .. } => [Some(rest), Some(end)],
        }
    }

    /// Every segment.
    pub(super) fn segments(&self) -> Vec<&Segment> {
        match self {
            Self::Reps { rounds, .. } => {
                let phases = rounds.iter().flatten();
                phases.flat_map(|(track, still)| track.0.iter().chain([still])).collect()
            }
            Self::Hold { enter, cycle, held, .. } => {
                enter.0.iter().chain(&cycle.0).chain([held]).collect()
            }
            Self::Drill { track, .. } => track.0.iter().collect(),
        }
    }
}

/// Why a movement cannot be built.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// A pose of this name does not exist.
    UnknownPose(String),
    /// The poses do not fit together.
    Misfit(Misfit),
    /// A movement needs at least one pose in each of its parts.
    Empty,
}

impl From<Misfit> for Fault {
    fn from(misfit: Misfit) -> Self {
        Self::Misfit(misfit)
    }
}

impl Movement {
    /// Builds a movement from its parts and the poses that they name.
    pub fn new(parts: Parts, pose: impl Fn(&str) -> Option<Stance>) -> Result<Self, Fault> {
        let mut keys = Keys { parts: &parts, stance: &pose, made: Vec::new(), known: Vec::new() };
        let plan = match &parts.course {
            Course::Reps { begins, rounds } => keys.reps(*begins, rounds)?,
            Course::Hold { rest, enter, cycle, still } => keys.hold(rest, enter, cycle, *still)?,
            Course::Drill(steps) => keys.drill(steps)?,
        };
        let (way, keys) = (keys.way(), keys.made);
        Ok(Self::measured(parts, keys, plan, way))
    }
}

/// Keys while they are being made.
struct Keys<'p, P> {
    parts: &'p Parts,
    stance: &'p P,
    made: Vec<Key>,
    /// The poses that have become keys.
    known: Vec<(String, bool)>,
}

impl<P: Fn(&str) -> Option<Stance>> Keys<'_, P> {
    /// The key of a pose, after another. A figure that stays where it is comes back to the same key.
    fn key(&mut self, id: &str, mirrored: bool, before: Option<usize>) -> Result<usize, Fault> {
        let name = (id.to_owned(), mirrored);
        if !self.parts.travels
            && let Some(at) = self.known.iter().position(|it| *it == name)
        {
            return Ok(at);
        }
        let stance = (self.stance)(id).ok_or_else(|| Fault::UnknownPose(id.to_owned()))?;
        let stance = if mirrored { stance.mirrored() } else { stance };
        let before = before.and_then(|it| self.made.get(it));
        let key = Key::new(&stance, before, &self.parts.props)?;
        self.made.push(key);
        self.known.push(name);
        Ok(self.made.len() - 1)
    }

    /// How far one round gets: from the first key to the last.
    fn way(&self) -> Vec3 {
        let ends = self.made.first().zip(self.made.last()).filter(|_| self.parts.travels);
        ends.map_or(Vec3::ZERO, |(first, last)| (last.root - first.root) * vec3(1.0, 0.0, 1.0))
    }

    /// The way along some keys, each reached in its seconds; rests at both ends.
    fn track(&self, first: usize, then: &[(usize, f32)]) -> Result<Track, Fault> {
        let mut segments = Vec::new();
        let mut path = vec![(first, 0.0)];
        path.extend(then);
        for (at, pair) in path.windows(2).enumerate() {
            let [from, to] = pair else { continue };
            let before = at.checked_sub(1).and_then(|it| path.get(it));
            let after = path.get(at + 2);
            let keys = [before.unwrap_or(from).0, from.0, to.0, after.unwrap_or(to).0];
            let span =
                Span { before: before.map(|_| from.1), seconds: to.1, after: after.map(|it| it.1) };
            segments.push(Segment::new(&self.made, keys, span)?);
        }
        Ok(Track(segments))
    }

    fn still(&self, at: usize) -> Result<Segment, Fault> {
        let span = Span { before: None, seconds: 1.0, after: None };
        Ok(Segment::new(&self.made, [at; 4], span)?)
    }

    fn reps(&mut self, begins: Phase, rounds: &[Round]) -> Result<Plan, Fault> {
        let rounds =
            rounds.iter().map(|it| self.round(begins, it)).collect::<Result<Vec<_>, _>>()?;
        if rounds.is_empty() { Err(Fault::Empty) } else { Ok(Plan::Reps { begins, rounds }) }
    }

    /// One rep: it begins and ends at the pose that its last phase leads to.
    fn round(&mut self, begins: Phase, round: &Round) -> Result<[(Track, Segment); 4], Fault> {
        let ids = in_order(begins).map(|it| round.phase(it));
        let rest = ids.iter().flat_map(|it| it.iter()).next_back().ok_or(Fault::Empty)?;
        let mut at = self.key(rest, false, None)?;
        let mut done = Vec::new();
        for ids in ids {
            let (first, mut path) = (at, Vec::new());
            for id in ids {
                at = self.key(id, false, Some(at))?;
                path.push((at, 1.0));
            }
            done.push((self.track(first, &path)?, self.still(at)?));
        }
        if begins == Phase::Lower {
            done.rotate_left(2);
        }
        <[_; 4]>::try_from(done).or(Err(Fault::Empty))
    }

    fn hold(
        &mut self,
        rest: &str,
        enter: &[String],
        cycle: &[(String, f32)],
        still: bool,
    ) -> Result<Plan, Fault> {
        let rest = self.key(rest, false, None)?;
        let mut at = rest;
        let each = ENTER / enter.len().max(1) as f32;
        let mut way = Vec::new();
        for id in enter {
            at = self.key(id, false, Some(at))?;
            way.push((at, each));
        }
        let held = at;
        let mut back: Vec<(usize, f32)> = way.iter().rev().skip(1).copied().collect();
        back.push((rest, each));
        let mut about = Vec::new();
        for (id, seconds) in cycle {
            at = self.key(id, false, Some(at))?;
            about.push((at, *seconds));
        }
        Ok(Plan::Hold {
            enter: self.track(rest, &way)?,
            leave: self.track(held, &back)?,
            cycle: self.track(held, &about)?,
            rest: self.still(rest)?,
            held: self.still(held)?,
            still,
        })
    }

    /// A closed way: the last step leads to the first pose.
    fn drill(&mut self, steps: &[Step]) -> Result<Plan, Fault> {
        let Some(last) = steps.last() else { return Err(Fault::Empty) };
        let first = self.key(&last.pose, last.mirrored, None)?;
        let mut path = vec![(first, last)];
        for step in steps {
            let before = path.last().map(|it| it.0);
            path.push((self.key(&step.pose, step.mirrored, before)?, step));
        }
        let mut segments = Vec::new();
        let count = path.len();
        let way = self.way();
        for at in 1..count {
            let get = |at: usize| path.get(at).copied();
            let (Some((from, before)), Some((to, step))) = (get(at - 1), get(at)) else { continue };
            // Round about: before the first step comes the last but one, a round earlier.
            let earlier = if at == 1 { get(count - 2) } else { get(at - 2) };
            let later = if at + 1 == count { get(1) } else { get(at + 1) };
            let (leaves, rests) = (before.stay > 0.0, step.stay > 0.0);
            let span = Span {
                before: (!leaves).then_some(before.seconds),
                seconds: step.seconds,
                after: (!rests).then(|| later.map_or(1.0, |it| it.1.seconds)),
            };
            let keys = [earlier.map_or(from, |it| it.0), from, to, later.map_or(to, |it| it.0)];
            let back = if at == 1 { -way } else { Vec3::ZERO };
            let on = if at + 1 == count { way } else { Vec3::ZERO };
            segments.push(Segment::new(&self.made, keys, span)?.moved_ends(back, on));
            if rests {
                let span = Span { before: None, seconds: step.stay, after: None };
                segments.push(Segment::new(&self.made, [to; 4], span)?);
            }
        }
        let middle = path.get(count / 2).map_or(first, |it| it.0);
        Ok(Plan::Drill {
            track: Track(segments),
            rest: self.still(first)?,
            end: self.still(middle)?,
        })
    }
}
