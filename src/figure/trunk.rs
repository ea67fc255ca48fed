//! Leading the trunk by the head or the pelvis: pelvis, spine and neck turn and the whole body shifts so
//! that the handle comes to its place, while what the trunk lies on stays where it is.
//!
//! Damped least squares as in [`super::solve`], over the whole trunk, with slopes by small differences:
//! a trunk has few joints, and a hand waits for a picture and no longer.

use glam::Vec3;

use super::handle::Handle;
use super::pose::{Channel, Pose, Trunk};
use super::range;
use super::skeleton::Frames;
use super::solve::Goal;
use super::system::System;

/// What can change: three directions of the root, and nine angles.
const MOST: usize = 12;
/// Steps until the answer has settled.
const STEPS: usize = 16;
/// By how much something is changed to see what follows: body heights, and radians.
const SMALL: f32 = 1e-3;
/// How much more a contact counts than the handle.
const HOLD: f32 = 6.0;

const ANGLES: [Trunk; MOST - 3] = [
    Trunk::PelvisPitch,
    Trunk::PelvisRoll,
    Trunk::PelvisAxial,
    Trunk::SpineFlex,
    Trunk::SpineSide,
    Trunk::SpineTwist,
    Trunk::NeckFlex,
    Trunk::NeckSide,
    Trunk::NeckTurn,
];

type State = (Pose, Vec3);

/// The pose and the root with which a handle of the trunk is at a place, or as near to it as it gets.
pub(super) fn lead(start: State, handle: Handle, to: Vec3, pins: &[Goal]) -> State {
    let (bone, local) = handle.point();
    let mut goals = vec![(Goal { bone, local, target: to, counts: Vec3::ONE }, 1.0)];
    goals.extend(pins.iter().map(|it| (*it, HOLD)));
    let search = Search { start, goals, stiff: stiffness(handle, !pins.is_empty()) };
    let (mut now, mut damping) = (start, 1e-4);
    let mut error = search.error(&now);
    for _ in 0..STEPS {
        let tried = search.stepped(&now, damping);
        let there = search.error(&tried);
        if there < error {
            (now, error) = (tried, there);
            damping = (damping * 0.3).max(1e-7);
        } else {
            damping *= 8.0;
        }
    }
    now
}

/// How hard each is to change, in body heights a radian or a body height: the head is followed by the
/// neck and the spine before the pelvis tilts, and the body is shifted only where it lies.
const fn stiffness(handle: Handle, lies: bool) -> [f32; MOST] {
    let shift = if lies { 0.01 } else { 10.0 };
    match handle {
        Handle::Head => {
            let tilt = if lies { 0.03 } else { 0.05 };
            [shift, shift, shift, tilt, tilt, 10.0, 0.02, 0.02, 0.05, 0.02, 0.02, 0.08]
        }
        Handle::Pelvis | Handle::Hand(_) | Handle::Elbow(_) | Handle::Knee(_) | Handle::Foot(_) => {
            [shift, shift, shift, 0.02, 0.02, 0.03, 0.015, 0.015, 0.02, 0.015, 0.015, 0.02]
        }
    }
}

struct Search {
    start: State,
    goals: Vec<(Goal, f32)>,
    stiff: [f32; MOST],
}

impl Search {
    fn error(&self, state: &State) -> f32 {
        let frames = Frames::new(&state.0, state.1);
        let misses: f32 = self
            .goals
            .iter()
            .map(|(it, counts)| (miss(it, &frames) * *counts).length_squared())
            .sum();
        let pulls = self.stiff.iter().zip(self.away(state)).map(|(stiff, it)| (stiff * it).powi(2));
        misses + pulls.sum::<f32>()
    }

    /// How far everything is from where it began.
    fn away(&self, state: &State) -> [f32; MOST] {
        let mut away = [0.0; MOST];
        let shift = (state.1 - self.start.1).to_array();
        let turns = ANGLES.map(|it| (state.0.trunk(it) - self.start.0.trunk(it)).to_radians());
        for (to, from) in away.iter_mut().zip(shift.into_iter().chain(turns)) {
            *to = from;
        }
        away
    }

    fn stepped(&self, now: &State, damping: f32) -> State {
        let frames = Frames::new(&now.0, now.1);
        let mut number = 0;
        let changed = [(); MOST].map(|()| {
            let mut by = [0.0; MOST];
            if let Some(it) = by.get_mut(number) {
                *it = SMALL;
            }
            number += 1;
            let (pose, root) = shifted(now, &by, false);
            Frames::new(&pose, root)
        });
        let mut system = System::<MOST>::new();
        for (goal, counts) in &self.goals {
            let at = frames.at(goal.bone, goal.local);
            let slope =
                |it: &Frames| (it.at(goal.bone, goal.local) - at) / SMALL * goal.counts * *counts;
            system.add(&changed.each_ref().map(slope), miss(goal, &frames) * *counts);
        }
        for (at, (stiff, away)) in self.stiff.iter().zip(self.away(now)).enumerate() {
            let pull = stiff * stiff;
            system.pull(at, pull + damping, pull * away);
        }
        shifted(now, &system.solved(), true)
    }
}

fn miss(goal: &Goal, frames: &Frames) -> Vec3 {
    (goal.target - frames.at(goal.bone, goal.local)) * goal.counts
}

/// The state with everything changed by so much; held inside what joints can do.
fn shifted((pose, root): &State, by: &[f32; MOST], within: bool) -> State {
    let [x, y, z, turns @ ..] = by;
    let mut pose = *pose;
    for (it, turn) in ANGLES.into_iter().zip(turns) {
        let channel = Channel::Trunk(it);
        let range = range::of(channel);
        let (was, degrees) = (pose.get(channel), pose.get(channel) + turn.to_degrees());
        let held = degrees.clamp(range.least.min(was), range.most.max(was));
        pose.set(channel, if within { held } else { degrees });
    }
    (pose, *root + Vec3::new(*x, *y, *z))
}
