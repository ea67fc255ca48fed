//! What the figure promises for every movement, on both sides, at every moment.

#![expect(clippy::indexing_slicing, clippy::panic, reason = "helpers of tests")]

use std::fs;
use std::time::Duration;

use evenhold::figure::{
    Bone, Channel, FigureTime, Frames, Limb, Movement, Piece, Pose, Posed, Shelf, Trunk, range,
};
use evenhold::library::{Level, Library};
use evenhold::units::{Phase, Side, Sides};
use glam::{Vec3, vec3};
use serde_json::Value;

/// One centimetre at a stature of 170 cm, in body heights.
const CENTIMETRE: f32 = 1.0 / 170.0;
/// Degrees of rounding in the files, and of what pinning a foot may add.
const SLACK: f32 = 0.5;
/// Faster than the knee of a quick walker (about 400 degrees a second, Winter 2009), with room for
/// the moment in which a foot leaves the floor.
const FASTEST: f32 = 700.0;

/// All of them; those that cannot be built are named by the first test.
fn every_movement() -> Vec<Movement> {
    let shelf = Shelf::default();
    shelf.movement_ids().iter().filter_map(|id| shelf.movement(id).cloned()).collect()
}

/// Moments through a whole round, and every phase and the hold as a session shows them.
fn moments(movement: &Movement, count: u16) -> Vec<FigureTime> {
    let round = movement.round().as_secs_f32();
    let share = |it: u16| f32::from(it) / f32::from(count);
    let mut moments = vec![FigureTime::Start, FigureTime::End];
    for it in 0..count {
        moments.push(FigureTime::Loop(Duration::from_secs_f32(round * share(it))));
        moments.push(FigureTime::Hold(Duration::from_secs_f32(12.0 * share(it))));
    }
    for (rep, phase) in (0..3).flat_map(|rep| Phase::ALL.map(|phase| (rep, phase))) {
        for it in 0..=10u8 {
            moments.push(FigureTime::Rep { rep, phase, fraction: f32::from(it) / 10.0 });
        }
    }
    moments
}

/// Looks at every moment of every movement.
#[track_caller]
fn on_every_moment(count: u16, look: impl Fn(&Movement, FigureTime, &mut Broken)) {
    let mut broken = Broken::default();
    for movement in every_movement() {
        for time in moments(&movement, count) {
            let before = broken.0.len();
            look(&movement, time, &mut broken);
            for it in broken.0.iter_mut().skip(before) {
                *it = format!("{} {it}, {time:?}", movement.parts.id);
            }
        }
    }
    broken.none();
}

/// Collects what broke a law, so that one run names every movement that does.
#[derive(Default)]
struct Broken(Vec<String>);

impl Broken {
    fn unless(&mut self, holds: bool, what: impl FnOnce() -> String) {
        if !holds {
            self.0.push(what());
        }
    }

    #[track_caller]
    fn none(mut self) {
        self.0.dedup_by(|a, b| a.split(" at ").next() == b.split(" at ").next());
        assert!(self.0.is_empty(), "{}", self.0.join("\n"));
    }
}

#[test]
fn every_shipped_pose_and_movement_is_sound() {
    // Read as a person's own files are, each is built at once and says what is wrong with it.
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/figure");
    let files = ["poses", "movements"].into_iter().flat_map(|it| {
        let entries = fs::read_dir(format!("{folder}/{it}")).expect("the folder is there");
        entries.map(|it| it.expect("it can be read").path())
    });
    let files = files.map(|it| (it.display().to_string(), fs::read(it).expect("it can be read")));
    let files: Vec<_> = files.collect();
    let count = files.len();
    let (shelf, faulty) = Shelf::load(files);
    let mut broken = Broken::default();
    for (file, found) in faulty.iter().flat_map(|file| file.found.iter().map(move |it| (file, it)))
    {
        let place = file.document.place(found.span.start);
        broken.unless(false, || {
            format!("{}:{}:{}: {:?}", file.file, place.line, place.column, found.what)
        });
    }
    broken.none();
    assert_eq!(Shelf::shipped_faults(), []);
    assert_eq!(shelf.movement_ids().len() + shelf.stance_ids().len(), count);
    assert_eq!(every_movement().len(), shelf.movement_ids().len());
}

/// How the tempo of a level and the phases of its movement disagree.
fn misfits(name: &str, level: &Level, movement: &Movement) -> Vec<String> {
    let Some(tempo) = level.tempo else { return Vec::new() };
    let mut found = Vec::new();
    if movement.begins().is_some_and(|it| it != tempo.begins()) {
        found.push(format!("{name} begins with {:?}, its movement does not", tempo.begins()));
    }
    let left_out = |it: &Phase| movement.moves_in(*it) && tempo.phase(*it).is_zero();
    found.extend(
        Phase::ALL
            .iter()
            .filter(|it| left_out(it))
            .map(|phase| format!("{name} leaves out {phase:?}, in which its movement moves")),
    );
    found
}

#[test]
fn every_level_of_every_exercise_has_a_movement_that_fits_its_tempo() {
    let shelf = Shelf::default();
    let library = Library::shipped();
    let levels =
        library.exercises.iter().flat_map(|it| it.levels.iter().map(move |level| (it, level)));
    let mut broken = Broken::default();
    for (exercise, level) in levels {
        let name = format!("{} level {}", exercise.id, level.number);
        match level.movement.as_deref().and_then(|it| shelf.movement(it)) {
            Some(movement) => broken.0.extend(misfits(&name, level, movement)),
            None => broken.0.push(format!("{name} has no movement")),
        }
    }
    broken.none();
}

#[test]
fn nothing_goes_through_the_floor() {
    on_every_moment(60, |movement, time, broken| {
        for side in [Sides::Left, Sides::Right] {
            let frames = movement.posed(side, time).frames;
            for (piece, lowest) in Piece::ALL.map(|it| (it, lowest(it, &frames))) {
                let found = || format!("{piece:?} at {:.1} cm", lowest * 170.0);
                broken.unless(lowest >= -CENTIMETRE, found);
            }
        }
    });
}

/// How high above the floor a piece of the body is where it is lowest.
fn lowest(piece: Piece, frames: &Frames) -> f32 {
    let balls = piece.outline(frames).balls;
    balls.iter().map(|it| it.at.y - it.radius).fold(1.0, f32::min)
}

#[test]
fn what_touches_stays_where_it_touches() {
    on_every_moment(60, |movement, time, broken| {
        let drawn = movement.posed(movement.parts.drawn_for, time);
        for pin in movement.touching(time) {
            let miss = pin.miss(&drawn.frames);
            let found = || format!("{:?} at {:.1} cm", pin.contact.part, miss * 170.0);
            broken.unless(miss <= CENTIMETRE, found);
        }
    });
}

#[test]
fn joints_stay_within_what_people_can_do() {
    on_every_moment(60, |movement, time, broken| {
        let posed = movement.posed(movement.parts.drawn_for, time);
        for wrong in range::offences(&posed.pose, SLACK) {
            broken.unless(false, || format!("{:?} at {:.1}", wrong.channel, wrong.degrees));
        }
    });
}

#[test]
fn the_other_side_is_the_exact_mirror() {
    on_every_moment(12, |movement, time, broken| {
        if movement.parts.drawn_for == Sides::Both {
            return;
        }
        let left = movement.posed(Sides::Left, time).frames;
        let right = movement.posed(Sides::Right, time).frames;
        for bone in bones() {
            let mirrored = left.of(bone).origin * vec3(1.0, 1.0, -1.0);
            let apart = mirrored.distance(right.of(bone.mirrored()).origin);
            broken.unless(apart < 1e-4, || format!("{bone:?} at {apart}"));
        }
    });
}

#[test]
fn nothing_jumps() {
    const STEP: f32 = 1.0 / 60.0;
    let mut broken = Broken::default();
    for movement in every_movement() {
        let round = movement.round().as_secs_f32();
        let at = |it: usize| {
            movement
                .posed(Sides::Right, FigureTime::Loop(Duration::from_secs_f32(it as f32 * STEP)))
        };
        let count = (round / STEP * 1.2) as usize;
        let mut before = at(0);
        for it in 1..count {
            let now = at(it);
            let speed = before.pose.distance(&now.pose) / STEP;
            broken.unless(speed <= FASTEST, || {
                format!(
                    "{} at {:.2} s: {speed:.0} degrees a second",
                    movement.parts.id,
                    it as f32 * STEP
                )
            });
            before = now;
        }
    }
    broken.none();
}

#[test]
fn each_phase_begins_where_the_one_before_it_ended() {
    let mut broken = Broken::default();
    for movement in every_movement() {
        let Some(begins) = movement.begins() else { continue };
        let order = if begins == Phase::Lower {
            [Phase::Lower, Phase::Bottom, Phase::Lift, Phase::Top]
        } else {
            Phase::ALL
        };
        let at = |rep, phase, fraction| {
            movement.posed(Sides::Right, FigureTime::Rep { rep, phase, fraction })
        };
        for (phase, next) in order.into_iter().zip(order.into_iter().cycle().skip(1)) {
            let rep = u32::from(next == begins);
            let (end, start) = (at(0, phase, 1.0), at(rep, next, 0.0));
            let apart = end.pose.distance(&start.pose);
            broken.unless(apart < 1.5, || {
                format!("{} after {phase:?} at {apart:.1}", movement.parts.id)
            });
        }
    }
    broken.none();
}

#[test]
fn a_balance_hold_stands_still() {
    let shelf = Shelf::default();
    for id in ["balance-1", "balance-2", "balance-3", "balance-5"] {
        let movement = shelf.movement(id).expect("it is shipped");
        let at = |secs| movement.posed(Sides::Left, FigureTime::Hold(Duration::from_secs(secs)));
        assert_eq!(at(1), at(19), "{id}");
    }
}

#[test]
fn a_stretch_breathes_a_little_and_keeps_its_hands_and_feet() {
    let movement = Shelf::default().movement("hipflexor-3").expect("it is shipped").clone();
    let at = |millis| movement.posed(Sides::Left, FigureTime::Hold(Duration::from_millis(millis)));
    let (a, b) = (at(4000), at(5100));
    let moved = a.pose.distance(&b.pose);
    assert!((0.3..6.0).contains(&moved), "{moved}");
    let foot = |it: &Posed| it.frames.of(Bone::Foot(Side::Right)).origin;
    assert!(foot(&a).distance(foot(&b)) < 0.001);
}

fn bones() -> Vec<Bone> {
    let mut bones = vec![Bone::Pelvis, Bone::Trunk, Bone::Head];
    for side in Side::BOTH {
        bones.extend([Bone::Thigh(side), Bone::Shank(side), Bone::Foot(side), Bone::Toes(side)]);
        bones.extend([Bone::UpperArm(side), Bone::Forearm(side), Bone::Hand(side)]);
    }
    bones
}

/// Forty poses whose places were computed by another program from the same angles.
#[test]
fn the_bones_are_where_an_independent_computation_puts_them() {
    let text = include_str!("../data/bones.json");
    let poses: Value = serde_json::from_str(text).expect("it is JSON");
    let poses = poses.as_object().expect("of poses by name");
    assert_eq!(poses.len(), 40);
    for (name, it) in poses {
        let pose = pose_of(it);
        let frames = Frames::new(&pose, vector(&it["root"]));
        for (place, at) in it["places"].as_object().expect("of places") {
            let found = place_of(&frames, place);
            let apart = found.distance(vector(at));
            assert!(apart < 2e-5, "{name} {place}: {found} is {apart} away");
        }
    }
}

fn number(it: &Value) -> f32 {
    it.as_f64().expect("a number") as f32
}

fn vector(it: &Value) -> Vec3 {
    vec3(number(&it[0]), number(&it[1]), number(&it[2]))
}

fn pose_of(it: &Value) -> Pose {
    const TRUNK: [Trunk; 8] = [
        Trunk::PelvisPitch,
        Trunk::PelvisRoll,
        Trunk::PelvisAxial,
        Trunk::SpineFlex,
        Trunk::SpineSide,
        Trunk::SpineTwist,
        Trunk::NeckFlex,
        Trunk::NeckSide,
    ];
    let mut pose = Pose::default();
    for (at, channel) in TRUNK.into_iter().enumerate() {
        pose.set(Channel::Trunk(channel), number(&it["trunk"][at]));
    }
    for (side, limb) in [(Side::Left, &it["left"]), (Side::Right, &it["right"])] {
        let mut set =
            |channel, value: &Value| pose.set(Channel::Limb(side, channel), number(value));
        set(Limb::HipFlex, &limb["hip"][0]);
        set(Limb::HipAbduct, &limb["hip"][1]);
        set(Limb::HipTurn, &limb["hip"][2]);
        set(Limb::Knee, &limb["knee"]);
        set(Limb::Ankle, &limb["ankle"]);
        set(Limb::ShoulderFlex, &limb["shoulder"][0]);
        set(Limb::ShoulderAbduct, &limb["shoulder"][1]);
        set(Limb::ShoulderTurn, &limb["shoulder"][2]);
        set(Limb::Elbow, &limb["elbow"]);
    }
    pose
}

fn place_of(frames: &Frames, name: &str) -> Vec3 {
    let side = if name.ends_with('L') { Side::Left } else { Side::Right };
    let origin = |bone| frames.of(bone).origin;
    match name.trim_end_matches(['L', 'R']) {
        "lum" => origin(Bone::Trunk),
        "c7" => origin(Bone::Head),
        "head" => frames.at(Bone::Head, vec3(0.0, 0.10, 0.0)),
        "hip" => origin(Bone::Thigh(side)),
        "kn" => origin(Bone::Shank(side)),
        "an" => origin(Bone::Foot(side)),
        "ball" => origin(Bone::Toes(side)),
        "heel" => frames.at(Bone::Foot(side), vec3(-0.035, -0.039, 0.0)),
        "toe" => frames.at(Bone::Foot(side), vec3(0.110, -0.039, 0.0)),
        "sho" => origin(Bone::UpperArm(side)),
        "el" => origin(Bone::Forearm(side)),
        "wr" => origin(Bone::Hand(side)),
        "ha" => frames.at(Bone::Hand(side), vec3(0.0, -0.070, 0.0)),
        other => panic!("no place is called {other}"),
    }
}
