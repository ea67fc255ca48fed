//! What holds whatever is dragged where.

use glam::{Vec3, vec3};
use proptest::prelude::*;

use super::*;
use crate::figure::Shelf;
use crate::figure::contact::Part;

/// Poses of every position: standing, lying on the back, on the side and face down, on all fours,
/// kneeling, sitting.
const POSES: [&str; 8] = [
    "stand",
    "squat-b",
    "bridge-a",
    "clam-a",
    "prone-start",
    "bird-dog-a",
    "hipflexor-a",
    "butterfly-a",
];

fn posing(pose: &str) -> Posing {
    let shelf = Shelf::default();
    let (posing, misfit) = Posing::new(shelf.stance(pose).unwrap(), None, &[]);
    assert_eq!(misfit, None, "{pose}");
    posing
}

fn handle() -> impl Strategy<Value = Handle> {
    prop::sample::select(Handle::ALL.to_vec())
}

fn number() -> impl Strategy<Value = f32> {
    prop_oneof![
        20 => -1.5f32..1.5,
        1 => prop::sample::select(vec![f32::NAN, f32::INFINITY, f32::MIN, 1e30, 0.0]),
    ]
}

#[track_caller]
fn is_sound(posing: &Posing) {
    let pose = posing.pose();
    for channel in Channel::all() {
        let (degrees, range) = (pose.get(channel), range::of(channel));
        assert!(range.holds(degrees, 0.51), "{channel:?} at {degrees}");
    }
    let frames = posing.frames();
    for pin in posing.pins() {
        assert!(pin.miss(&frames) <= SLIP, "{:?} by {}", pin.contact, pin.miss(&frames));
    }
    assert!(Handle::ALL.iter().all(|it| posing.place(*it).is_finite()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_drag_leaves_a_range_or_tears_loose_what_touches(
        pose in prop::sample::select(POSES.to_vec()),
        drags in prop::collection::vec((handle(), number(), number(), number()), 1..5),
    ) {
        let mut posing = posing(pose);
        for (handle, x, y, z) in drags {
            posing = posing.moved(handle, vec3(x, y, z));
            is_sound(&posing);
        }
    }

    #[test]
    fn no_angle_leaves_a_range_or_tears_loose_what_touches(
        pose in prop::sample::select(POSES.to_vec()),
        turns in prop::collection::vec((0..Channel::COUNT, number()), 1..6),
    ) {
        let mut posing = posing(pose);
        for (channel, turn) in turns {
            let channel = Channel::all().nth(channel).unwrap();
            posing = posing.turned(channel, turn * 120.0);
            is_sound(&posing);
        }
    }

    #[test]
    fn a_part_that_is_dragged_back_is_where_it_was(
        pose in prop::sample::select(POSES.to_vec()), handle in handle(),
        x in -0.12f32..0.12, y in -0.12f32..0.12, z in -0.12f32..0.12,
    ) {
        let before = posing(pose);
        let place = before.place(handle);
        let there = before.moved(handle, place + vec3(x, y, z));
        let back = there.moved(handle, place);
        is_sound(&back);
        // What could not go there has nowhere to come back from.
        prop_assume!(there.place(handle).distance(place + vec3(x, y, z)) < 0.01);
        let off = back.place(handle).distance(place);
        prop_assert!(off < 0.02, "{pose} {handle:?}: {off}");
    }
}

#[test]
fn a_hand_comes_to_every_place_that_an_arm_reaches() {
    let before = posing("stand");
    let shoulder = before.frames().of(Bone::UpperArm(Side::Right)).origin;
    for way in [Vec3::X, Vec3::Y, Vec3::Z, vec3(0.6, 0.5, 0.3), vec3(0.7, -0.6, -0.2)] {
        let to = shoulder + way.normalize() * 0.28;
        let after = before.moved(Handle::Hand(Side::Right), to);
        let off = after.place(Handle::Hand(Side::Right)).distance(to);
        assert!(off < 0.006, "{way}: {:.1} cm", off * 170.0);
    }
}

#[test]
fn the_pelvis_goes_down_into_a_squat_with_both_feet_where_they_are() {
    let before = posing("stand");
    let to = before.place(Handle::Pelvis) - Vec3::Y * 0.2 - Vec3::X * 0.08;
    let after = before.moved(Handle::Pelvis, to);
    assert!(after.place(Handle::Pelvis).distance(to) < 0.05, "{}", after.place(Handle::Pelvis));
    for side in Side::BOTH {
        let foot = Handle::Foot(side);
        assert!(after.place(foot).distance(before.place(foot)) < 0.02);
        assert!(after.pose().limb(side, Limb::Knee) > 60.0);
    }
}

#[test]
fn the_pelvis_of_one_who_lies_rises_once_it_no_longer_touches() {
    let shelf = Shelf::default();
    let mut stance = shelf.stance("bridge-a").unwrap().clone();
    stance.contacts.retain(|it| it.part != Part::Pelvis);
    stance.anchor = *stance.contacts.iter().find(|it| it.part == Part::Trunk).unwrap();
    let (before, misfit) = Posing::new(&stance, None, &[]);
    assert_eq!(misfit, None);
    let to = before.place(Handle::Pelvis) + Vec3::Y * 0.08;
    let after = before.moved(Handle::Pelvis, to);
    is_sound(&after);
    let rise = after.place(Handle::Pelvis).y - before.place(Handle::Pelvis).y;
    assert!(rise > 0.03, "{rise}");
}

#[test]
fn a_foot_that_stands_is_slid_but_not_lifted() {
    let before = posing("stand");
    let foot = Handle::Foot(Side::Left);
    assert!(before.is_held(foot));
    let after = before.moved(foot, before.place(foot) + vec3(0.0, 0.1, -0.08));
    let way = after.place(foot) - before.place(foot);
    assert!(way.y.abs() < 0.01 && way.z < -0.04, "{way}");
}
