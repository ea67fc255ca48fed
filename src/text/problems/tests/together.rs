//! Files that have to fit together: ids, what one names of another, poses and movements.

use std::fmt::Write as _;

use expect_test::expect;

use super::{EXERCISE, ROUTINE, load, reports};
use crate::library::{Library, Own};

#[test]
fn two_files_with_one_id() {
    let files = ["routines/evening.ron", "old/routines/evening.ron"]
        .map(|it| (it.to_owned(), ROUTINE.as_bytes().to_vec()));
    expect![[r#"
        old/routines/evening.ron:3:9: error: the id `evening` is also that of routines/evening.ron (expected an id of its own)
            3 |     id: "evening",
              |         ^^^^^^^^^
    "#]].assert_eq(&reports(&Library::load(files)));
}

#[test]
fn an_exercise_and_a_routine_with_one_id() {
    let short = EXERCISE.replace("knee-open", "short");
    expect![[r#"
        exercises/short.ron:3:9: error: the id `short` is also that of routines/short.ron (expected an id of its own)
            3 |     id: "short",
              |         ^^^^^^^
    "#]].assert_eq(&reports(&load("exercises/short.ron", short.as_bytes())));
    let clam = ROUTINE.replace("evening", "clam");
    expect![[r#"
        routines/clam.ron:3:9: error: the id `clam` is also that of exercises/clam.ron (expected an id of its own)
            3 |     id: "clam",
              |         ^^^^^^
    "#]].assert_eq(&reports(&load("routines/clam.ron", clam.as_bytes())));
}

#[test]
fn a_broken_exercise_is_named_where_it_is_used() {
    let broken = EXERCISE.replace("sides: each", "sides: eech");
    let using = ROUTINE.replace("\"clam\", level: 3", "\"knee-open\", level: 1");
    let files = [("exercises/knee-open.ron", broken), ("routines/evening.ron", using)];
    let loaded = Library::load(files.map(|it| (it.0.to_owned(), it.1.into_bytes())));
    expect![[r#"
        exercises/knee-open.ron:15:20: error: `eech` is not one of the words that can stand here; did you mean `each`? (expected one of `both`, `each`, `each_way`)
           15 |             sides: eech,
              |                    ^^^^
        routines/evening.ron:19:28: error: the exercise `knee-open` has errors in its own file (expected an exercise that can be read)
           19 |                 (exercise: "knee-open", level: 1, sets: 2, reps: 10),
              |                            ^^^^^^^^^^^
    "#]].assert_eq(&reports(&loaded));
    assert_eq!(loaded.library, Library::shipped(), "everything else works on");
}

#[test]
fn a_replacement_that_a_shipped_routine_cannot_use() {
    let clam =
        EXERCISE.replace("knee-open", "clam").replace("exercise: \"clam\", level: 2", "skip: true");
    let loaded = load("exercises/clam.ron", clam.as_bytes());
    expect![[r#"
        exercises/clam.ron:3:9: error: `full` could not use this exercise any more: `clam` has no level 3 (expected an exercise that still fits, or one with another id)
            3 |     id: "clam",
              |         ^^^^^^
    "#]].assert_eq(&reports(&loaded));
    assert_eq!(loaded.library, Library::shipped(), "the shipped one stays");
}

#[test]
fn sound_files_lie_over_the_shipped_ones() {
    let line = "            side_line: (long: \"{Side} leg works.\", short: \"{Side} leg\"),\n";
    let walk = EXERCISE
        .replace("knee-open", "walk")
        .replace("sides: each", "sides: both")
        .replace(line, "")
        .replace("reps: (8, 12)", "drill: 60")
        .replace("            tempo: (lift: 2, top: 1, lower: 2),\n", "");
    let files = [
        ("exercises/walk.ron", walk),
        ("exercises/knee-open.ron", EXERCISE.to_owned()),
        ("routines/evening.ron", ROUTINE.replace("schema: 1", "schema: 7")),
        ("settings.ron", "(volume: 3)".to_owned()),
    ];
    let loaded = Library::load(files.map(|it| (it.0.to_owned(), it.1.into_bytes())));
    let mut seen = reports(&loaded);
    let library = &loaded.library;
    for (id, own) in &library.own {
        let own = if *own == Own::Replaced { "replaced" } else { "added" };
        writeln!(seen, "{id}: {own}").unwrap();
    }
    writeln!(seen, "newer: {:?}", library.newer).unwrap();
    let exercises: Vec<&str> = library.exercises.iter().map(|it| it.id.as_str()).collect();
    let routines: Vec<&str> = library.routines.iter().map(|it| it.id.as_str()).collect();
    writeln!(seen, "{}\n{}", exercises.join(" "), routines.join(" ")).unwrap();
    assert_eq!(library.exercise("walk").unwrap().name.short, "Knee open");
    expect![[r#"
        routines/evening.ron:2:13: warning: a newer version of Evenhold wrote this file (schema 7); it is used, but cannot be edited here (expected schema 1)
            2 |     schema: 7,
              |             ^
        evening: added
        knee-open: added
        walk: replaced
        newer: {"evening"}
        hipflexor butterfly straddle tfl fig4 clam sideraise bandwalk bridge birddog squat gait balance walk reset knee-open
        full a b short stretch warm-up cool-down break-balance break-fig4 break-hipflexor break-reset break-sideraise break-sit-to-stand break-walk evening
    "#]].assert_eq(&seen);
}

#[test]
fn a_pose_that_no_body_can_take() {
    let pose = "(\n    schema: 1,\n    id: \"mine\",\n    left: (hip: (flex: 170), kneee: 20),\n    \
                touches: [(part: foot)],\n)\n";
    expect![[r#"
        poses/mine.ron:4:24: error: no body can bring `hip: flex` to 170 degrees (expected -30 to 130)
            4 |     left: (hip: (flex: 170), kneee: 20),
              |                        ^^^
        poses/mine.ron:4:30: error: there is no field `kneee` here; did you mean `knee`? (expected one of `hip`, `shoulder`, `knee`, `ankle`, `inversion`, `toes`, `elbow`, `forearm`, `wrist`)
            4 |     left: (hip: (flex: 170), kneee: 20),
              |                              ^^^^^
        poses/mine.ron:5:15: error: there are two of this part (expected `side: left` or `side: right` beside it)
            5 |     touches: [(part: foot)],
              |               ^^^^^^^^^^^^
    "#]].assert_eq(&reports(&load("poses/mine.ron", pose.as_bytes())));
    expect![[r#"
        mine.ron:4:24: error: no body can bring `hip: flex` to 170 degrees (expected -30 to 130)
            4 |     left: (hip: (flex: 170), kneee: 20),
              |                        ^^^
        mine.ron:4:30: error: there is no field `kneee` here; did you mean `knee`? (expected one of `hip`, `shoulder`, `knee`, `ankle`, `inversion`, `toes`, `elbow`, `forearm`, `wrist`)
            4 |     left: (hip: (flex: 170), kneee: 20),
              |                              ^^^^^
        mine.ron:5:15: error: there are two of this part (expected `side: left` or `side: right` beside it)
            5 |     touches: [(part: foot)],
              |               ^^^^^^^^^^^^
    "#]].assert_eq(&reports(&load("mine.ron", pose.as_bytes())));
}

#[test]
fn a_movement_of_poses_that_there_are_not() {
    let movement = "(\n    schema: 1,\n    id: \"mine\",\n    drawn_for: right,\n    \
                    views: [(yaw: 8, pitch: 16)],\n    reps: (lift: [\"clam-bb\"], lower: [\"xyzzy\"]),\n)\n";
    expect![[r#"
        movements/mine.ron:6:19: error: there is no pose `clam-bb`; did you mean `clam-b`? (expected the id of a pose)
            6 |     reps: (lift: ["clam-bb"], lower: ["xyzzy"]),
              |                   ^^^^^^^^^
        movements/mine.ron:6:39: error: there is no pose `xyzzy` (expected the id of a pose)
            6 |     reps: (lift: ["clam-bb"], lower: ["xyzzy"]),
              |                                       ^^^^^^^
    "#]].assert_eq(&reports(&load("movements/mine.ron", movement.as_bytes())));
    let apart = movement.replace("clam-bb", "clam-b").replace("xyzzy", "squat-a");
    expect![[r#"
        movements/mine.ron:6:11: error: nothing that touches in `squat-a` still touches in `clam-b` (expected a part that stays in its place)
            6 |     reps: (lift: ["clam-b"], lower: ["squat-a"]),
              |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    "#]].assert_eq(&reports(&load("movements/mine.ron", apart.as_bytes())));
}

#[test]
fn an_exercise_may_show_a_movement_beside_it() {
    let exercise = EXERCISE.replace("clam-1", "mine");
    let movement = "(schema: 1, id: \"mine\", drawn_for: right, views: [(yaw: 8, pitch: 16)], \
                    reps: (lift: [\"clam-b\"], lower: [\"clam-a\"]))";
    let files =
        [("exercises/knee-open.ron", exercise), ("movements/mine.ron", movement.to_owned())];
    let loaded = Library::load(files.map(|it| (it.0.to_owned(), it.1.into_bytes())));
    assert_eq!(reports(&loaded), "");
    assert!(loaded.shelf.movement("mine").is_some());
}
