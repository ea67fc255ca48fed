//! A movement: poses tied to the phases of a rep, to a hold, or to a walk; and any moment of it.
//!
//! When a movement is built its poses become keys: each is placed in space from its anchor and its
//! other contacts are pinned, so that a foot which stays down stays where it is. Between two keys the
//! angles follow a smooth curve, and the points that touch in both are pinned again in every frame.

use std::time::Duration;

use glam::{Vec3, vec3};

use super::body::{Ball, Piece};
use super::camera::View;
use super::key::{Key, Pin};
use super::plan::{Plan, Track};
use super::pose::Pose;
use super::prop::{Prop, band_length};
use super::scene::Mark;
use super::segment::Segment;
use super::skeleton::Frames;
use crate::units::{Phase, Sides};

/// Seconds for which a preview stays in a hold.
const STAY: f32 = 3.0;
/// Seconds between two rounds of a preview.
const REST: f32 = 1.0;
/// The pace of a preview of reps: lift, top, lower, bottom.
const PACE: [f32; 4] = [2.0, 1.0, 2.0, 0.7];
/// A breath, in seconds, and how far it bends the trunk, in degrees.
const BREATH: (f32, f32) = (4.4, 1.0);

/// How a movement runs, in the names of its poses.
#[derive(Debug, Clone, PartialEq)]
pub enum Course {
    /// Reps: the poses that each phase leads to; with several rounds, one rep each in turn.
    Reps {
        /// The phase that a rep begins with: a lift, or (a squat) a lower.
        begins: Phase,
        /// One or more rounds.
        rounds: Vec<Round>,
    },
    /// A position that is entered and held.
    Hold {
        /// Where it starts.
        rest: String,
        /// The poses on the way in; the last is held.
        enter: Vec<String>,
        /// Poses that are visited while holding, each with the seconds it takes to get there.
        cycle: Vec<(String, f32)>,
        /// Whether the picture stands still while the hold runs (balance).
        still: bool,
    },
    /// Something done over and over: poses, mirrored or not, with the seconds to get to each.
    Drill(Vec<Step>),
}

/// The poses of one rep, by phase.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Round {
    /// Away from rest.
    pub lift: Vec<String>,
    /// At the far end.
    pub top: Vec<String>,
    /// Back.
    pub lower: Vec<String>,
    /// At the near end.
    pub bottom: Vec<String>,
}

impl Round {
    /// The poses of one phase.
    pub fn phase(&self, phase: Phase) -> &[String] {
        match phase {
            Phase::Lift => &self.lift,
            Phase::Top => &self.top,
            Phase::Lower => &self.lower,
            Phase::Bottom => &self.bottom,
        }
    }
}

/// One pose of a drill.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// The pose.
    pub pose: String,
    /// Whether left and right change places.
    pub mirrored: bool,
    /// Seconds to get there from the pose before.
    pub seconds: f32,
    /// Seconds to stay there.
    pub stay: f32,
}

/// A moment of a movement.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum FigureTime {
    /// The pose it starts from.
    Start,
    /// The pose it leads to.
    End,
    /// A paced rep.
    Rep {
        /// Which rep, from 0.
        rep: u32,
        /// The phase.
        phase: Phase,
        /// 0 to 1 in the phase.
        fraction: f32,
    },
    /// A hold, so long after it began.
    Hold(Duration),
    /// A preview, or a drill: it runs round and round.
    Loop(Duration),
}

/// What a movement is made from.
#[derive(Debug, Clone, PartialEq)]
pub struct Parts {
    /// Its id.
    pub id: String,
    /// Which hip the poses train or stretch.
    pub drawn_for: Sides,
    /// Where to look from, best first.
    pub views: Vec<View>,
    /// Things around the figure.
    pub props: Vec<Prop>,
    /// What to watch.
    pub marks: Vec<Mark>,
    /// The movement that shows the fault.
    pub ghost: Option<String>,
    /// Whether the muscles of both sides glow though one side is trained.
    pub glows_on_both: bool,
    /// Whether the figure gets somewhere.
    pub travels: bool,
    /// How it runs.
    pub course: Course,
}

/// A movement that can be shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Movement {
    /// What it is made from.
    pub parts: Parts,
    pub(super) keys: Vec<Key>,
    pub(super) plan: Plan,
    /// The way that one round covers, for a walk.
    pub(super) travel: Vec3,
    /// What it covers from start to end, without the way.
    pub(super) extent: Vec<Ball>,
    pub(super) band_rest: f32,
}

/// The figure at a moment.
#[derive(Debug, Clone, PartialEq)]
pub struct Posed {
    /// Its angles.
    pub pose: Pose,
    /// The middle between its hips.
    pub root: Vec3,
    /// Its bones.
    pub frames: Frames,
    /// Where the camera has gone with it, on the floor.
    pub follow: Vec3,
}

/// A place in a plan.
#[derive(Debug, Clone, Copy)]
struct At<'m> {
    segment: &'m Segment,
    t: f32,
    breath: f32,
}

const fn still(segment: &Segment) -> At<'_> {
    At { segment, t: 0.0, breath: 0.0 }
}

impl Movement {
    /// The figure at a moment, for one side or as it is drawn.
    pub fn posed(&self, side: Sides, time: FigureTime) -> Posed {
        let (pose, root, frames) = match self.at(time) {
            Some(at) => at.segment.at(&self.keys, at.t, at.breath),
            None => (Pose::default(), Vec3::ZERO, Frames::new(&Pose::default(), Vec3::ZERO)),
        };
        let follow = self.follow(root);
        let posed = Posed { pose, root, frames, follow };
        if self.is_mirrored(side) { posed.mirrored() } else { posed }
    }

    /// The phase that a rep begins with; none for holds and drills.
    pub const fn begins(&self) -> Option<Phase> {
        match &self.parts.course {
            Course::Reps { begins, .. } => Some(*begins),
            Course::Hold { .. } | Course::Drill(_) => None,
        }
    }

    /// Whether anything moves in a phase, which a tempo must then not leave out.
    pub fn moves_in(&self, phase: Phase) -> bool {
        match &self.parts.course {
            Course::Reps { rounds, .. } => rounds.iter().any(|it| !it.phase(phase).is_empty()),
            Course::Hold { .. } | Course::Drill(_) => false,
        }
    }

    /// What touches at a moment, and stays in place while it does, as the movement is drawn.
    pub fn touching(&self, time: FigureTime) -> &[Pin] {
        self.at(time).map(|it| it.segment.pins()).unwrap_or_default()
    }

    /// Whether this side is the mirror of what the poses are drawn for.
    pub fn is_mirrored(&self, side: Sides) -> bool {
        side.one().zip(self.parts.drawn_for.one()).is_some_and(|(a, b)| a != b)
    }

    /// The middle of what the movement covers.
    pub(super) fn middle(&self) -> Vec3 {
        let (low, high) =
            self.extent.iter().fold((Vec3::INFINITY, Vec3::NEG_INFINITY), |(low, high), it| {
                (low.min(it.at - it.radius), high.max(it.at + it.radius))
            });
        if low.is_finite() && high.is_finite() { low.midpoint(high) } else { Vec3::ZERO }
    }

    /// The poses as they are placed in space, in the order of the movement.
    pub fn keys(&self) -> &[Key] {
        &self.keys
    }

    /// The length of one round of the preview.
    pub fn round(&self) -> Duration {
        Duration::from_secs_f32(match &self.plan {
            Plan::Reps { rounds, .. } => PACE.iter().sum::<f32>() * rounds.len() as f32,
            Plan::Hold { enter, leave, cycle, .. } => {
                enter.seconds() + cycle.seconds().max(STAY) + leave.seconds() + REST
            }
            Plan::Drill { track, .. } => track.seconds(),
        })
    }

    fn follow(&self, root: Vec3) -> Vec3 {
        if self.parts.travels { vec3(root.x, 0.0, root.z) } else { Vec3::ZERO }
    }

    fn at(&self, time: FigureTime) -> Option<At<'_>> {
        let [rest, end] = self.plan.ends();
        let found = match time {
            FigureTime::Start => None,
            FigureTime::End => end.map(still),
            FigureTime::Rep { rep, phase, fraction } => self.in_rep(rep, phase, fraction),
            FigureTime::Hold(into) => self.in_hold(into.as_secs_f32()),
            FigureTime::Loop(into) => self.in_preview(into.as_secs_f32()),
        };
        found.or_else(|| rest.map(still))
    }

    fn in_rep(&self, rep: u32, phase: Phase, fraction: f32) -> Option<At<'_>> {
        let Plan::Reps { rounds, .. } = &self.plan else { return None };
        let round = rounds.get(rep as usize % rounds.len().max(1))?;
        let (track, end) = round.get(phase as usize)?;
        Some(match track.at(fraction) {
            Some((segment, t)) => At { segment, t, breath: 0.0 },
            None => still(end),
        })
    }

    fn in_hold(&self, into: f32) -> Option<At<'_>> {
        let Plan::Hold { enter, cycle, held, still: frozen, .. } = &self.plan else { return None };
        if *frozen {
            return Some(still(held));
        }
        if into < enter.seconds() {
            return enter.at(into / enter.seconds()).map(|(segment, t)| At {
                segment,
                t,
                breath: 0.0,
            });
        }
        let into = into - enter.seconds();
        Some(round_about(cycle, into).unwrap_or(At { segment: held, t: 0.0, breath: breath(into) }))
    }

    fn in_preview(&self, into: f32) -> Option<At<'_>> {
        match &self.plan {
            Plan::Drill { track, .. } => round_about(track, into),
            Plan::Reps { begins, rounds } => self.in_preview_of_reps(*begins, rounds.len(), into),
            Plan::Hold { .. } => self.in_preview_of_hold(into),
        }
    }

    fn in_preview_of_reps(&self, begins: Phase, rounds: usize, into: f32) -> Option<At<'_>> {
        let rep: f32 = PACE.iter().sum();
        let number = (into / rep) as u32 % rounds.max(1) as u32;
        let mut rest = into.rem_euclid(rep);
        for phase in in_order(begins) {
            let length = *PACE.get(phase as usize)?;
            if rest < length {
                return self.in_rep(number, phase, rest / length);
            }
            rest -= length;
        }
        None
    }

    /// In, a while, out, a rest.
    fn in_preview_of_hold(&self, into: f32) -> Option<At<'_>> {
        let Plan::Hold { enter, leave, cycle, rest, held, .. } = &self.plan else { return None };
        let into = into.rem_euclid(self.round().as_secs_f32());
        let stay = cycle.seconds().max(STAY);
        let after = into - enter.seconds();
        if (0.0..stay).contains(&after) {
            return Some(round_about(cycle, after).unwrap_or(still(held)));
        }
        let (segment, t) = if after < 0.0 {
            enter.at(into / enter.seconds())?
        } else if after - stay < leave.seconds() {
            leave.at((after - stay) / leave.seconds())?
        } else {
            (rest, 0.0)
        };
        Some(At { segment, t, breath: 0.0 })
    }

    /// Fills in what can only be told once the movement runs.
    pub(super) fn measured(parts: Parts, keys: Vec<Key>, plan: Plan, travel: Vec3) -> Self {
        let mut movement = Self { parts, keys, plan, travel, extent: Vec::new(), band_rest: 0.0 };
        movement.extent = movement.covered();
        let first = movement.posed(movement.parts.drawn_for, FigureTime::Start).frames;
        let band = movement
            .parts
            .props
            .iter()
            .find_map(|it| if let Prop::Band(at) = it { Some(*at) } else { None });
        // A loop band already pulls a little at the start.
        movement.band_rest = band.map_or(0.0, |it| band_length(it, &first) - 0.02);
        movement
    }

    /// The balls of the body at several moments, and the corners of the things.
    fn covered(&self) -> Vec<Ball> {
        let mut extent: Vec<Ball> = Vec::new();
        for segment in self.plan.segments() {
            for t in [0.0, 0.5, 1.0] {
                let (_, root, frames) = segment.at(&self.keys, t, 0.0);
                let way = self.follow(root);
                let balls = Piece::ALL.iter().flat_map(|it| it.outline(&frames).balls);
                extent.extend(balls.map(|it| Ball { at: it.at - way, ..it }));
            }
        }
        // A wall and a mat may be cut off at the edge of the picture; what one sits on may not.
        let large = |it: &&Prop| matches!(it, Prop::Wall { .. } | Prop::Mat { .. });
        let things = self.parts.props.iter().filter(|it| !large(it));
        let corners = things.flat_map(Prop::blocks).flat_map(|it| it.corners());
        extent.extend(corners.map(|at| Ball { at, radius: 0.0 }));
        extent
    }
}

impl Posed {
    /// The figure seen in a mirror.
    #[must_use]
    pub fn mirrored(&self) -> Self {
        let mirror = vec3(1.0, 1.0, -1.0);
        let (pose, root) = (self.pose.mirrored(), self.root * mirror);
        Self { pose, root, frames: Frames::new(&pose, root), follow: self.follow * mirror }
    }
}

fn round_about(track: &Track, into: f32) -> Option<At<'_>> {
    let seconds = track.seconds();
    let (segment, t) = track.at(into.rem_euclid(seconds.max(f32::EPSILON)) / seconds)?;
    Some(At { segment, t, breath: 0.0 })
}

/// The phases of a rep in the order in which they are done.
pub(super) const fn in_order(begins: Phase) -> [Phase; 4] {
    match begins {
        Phase::Lower => [Phase::Lower, Phase::Bottom, Phase::Lift, Phase::Top],
        Phase::Lift | Phase::Top | Phase::Bottom => Phase::ALL,
    }
}

/// How far a breath bends the trunk so long after it began, degrees.
fn breath(into: f32) -> f32 {
    let (seconds, degrees) = BREATH;
    degrees * (into * std::f32::consts::TAU / seconds).sin()
}
