//! The commands that only read, as a person sees them.

mod fitted;
mod next;
mod slips;
mod written;

use expect_test::{Expect, expect};
use serde_json::{Value, json};

use super::terminal::Terminal;

/// Runs a command in a fresh home: what it prints, what it says beside that, its status.
#[track_caller]
fn check(args: &[&str], expect: &Expect) {
    check_in(&Terminal::new(), args, expect);
}

#[track_caller]
fn check_in(terminal: &Terminal, args: &[&str], expect: &Expect) {
    let said = terminal.run(args);
    let home = terminal.data().display().to_string();
    let text = format!("{}{}status {}\n", said.out, said.err, said.status);
    expect.assert_eq(&text.replace(&home, "DATA"));
}

const MINE: &str = r#"(
    schema: 1,
    id: "mine",
    name: (long: "My own", short: "Mine"),
    kind: session,
    about: "A try.",
    blocks: [
        (title: "Strength", items: [
            (exercise: "clam", level: 3, sets: 1, reps: 2),
            (exercise: "bridge", level: 3, sets: 1, reps: 2, own_pace: true),
        ]),
    ],
)
"#;

#[test]
fn the_routines_are_listed_with_their_lengths() {
    check(
        &["routines"],
        &expect![[r#"
            Id                  Length  Name
            full                39 min  Full session
            a                   21 min  Session A
            b                   18 min  Session B
            short                8 min  Short session
            stretch             11 min  Stretch only
            warm-up              5 min  Warm-up
            cool-down            4 min  Cool-down
            break-balance        1 min  Balance at the desk
            break-fig4           1 min  Seated figure 4
            break-hipflexor      1 min  Standing hip-flexor stretch
            break-reset          1 min  Posture reset
            break-sideraise      2 min  Standing side raises
            break-sit-to-stand   1 min  Sit to stand
            break-walk           2 min  Stand and walk
            status 0
        "#]],
    );
}

#[test]
fn a_plan_is_a_timetable() {
    check(
        &["plan", "break-fig4"],
        &expect![[r#"
        Seated figure 4, 1:10
        To fetch: a chair

        Start  Length  Step          Exercise          Side       Set  Dose
         0:00    0:10  Get ready     Figure-4 stretch  Left leg   1/1
         0:10    0:25  Work          Figure-4 stretch  Left leg   1/1  25 s hold
         0:35    0:10  Change sides  Figure-4 stretch  Right leg  1/1
         0:45    0:25  Work          Figure-4 stretch  Right leg  1/1  25 s hold
        status 0
    "#]],
    );
}

#[test]
fn a_plan_in_json_keeps_its_shape() {
    let plan = Terminal::new().json(&["plan", "break-fig4", "--json"]);
    let first = json!({
        "routine": "break-fig4", "seconds": plan["seconds"],
        "steps": [plan["steps"][0]], "left_out": [],
    });
    expect![[r#"{"routine":"break-fig4","seconds":70.0,"steps":[{"start":0.0,"seconds":10.0,"kind":"ready","exercise":"fig4","level":2,"side":"left","set":1,"sets":1,"reps":null,"paced":true}],"left_out":[]}"#]].assert_eq(&first.to_string());
}

#[test]
fn the_cues_of_a_plan_lie_inside_it_in_order() {
    let plan = Terminal::new().json(&["plan", "b", "--json", "--cues"]);
    let cues = plan["cues"].as_array().expect("cues");
    let at: Vec<f64> = cues.iter().map(|it| it["at"].as_f64().expect("a moment")).collect();
    assert!(at.is_sorted(), "{at:?}");
    let seconds = plan["seconds"].as_f64().expect("a length");
    // After the last set come the end's chord and its words.
    assert!(at.iter().all(|it| (0.0..=seconds + 5.0).contains(it)), "{at:?} in {seconds}");
    let starts = |steps: &Value| -> Vec<f64> {
        let all = steps.as_array().expect("steps").iter().filter(|it| it["kind"] == "work");
        all.map(|it| it["start"].as_f64().expect("a start")).collect()
    };
    let tones: Vec<f64> = cues
        .iter()
        .filter(|it| it["tone"] == "start")
        .map(|it| it["at"].as_f64().expect("a moment"))
        .collect();
    assert_eq!(tones, starts(&plan["steps"]), "each set begins with its tone");
}

#[test]
fn the_cues_of_a_set_at_ones_own_pace_are_those_of_its_usual_tempo() {
    let terminal = Terminal::new();
    terminal.write("routines/mine.ron", MINE);
    let plan = terminal.json(&["plan", "mine", "--json", "--cues"]);
    let own = plan["steps"].as_array().expect("steps").iter().find(|it| it["paced"] == false);
    let own = own.expect("a set at one's own pace");
    assert_eq!(own["exercise"], "bridge");
    let end = own["start"].as_f64().expect("a start") + own["seconds"].as_f64().expect("a length");
    let cues = plan["cues"].as_array().expect("cues");
    let ends: Vec<_> = cues.iter().filter(|it| it["tone"] == "done").collect();
    assert_eq!(ends.len(), 1, "{cues:#?}");
    assert!(ends[0]["at"].as_f64() >= Some(end), "{ends:?} after {end}");
    let starts = cues.iter().filter(|it| it["at"] == own["start"] && it["tone"] == "start");
    assert_eq!(starts.count(), 1, "{cues:#?}");
}

#[test]
fn an_unknown_routine_is_answered_with_those_there_are() {
    check(
        &["plan", "ful"],
        &expect![[r#"
            evenhold: There is no routine “ful”. Did you mean “full”? There are: full, a, b, short, stretch, warm-up, cool-down, break-balance, break-fig4, break-hipflexor, break-reset, break-sideraise, break-sit-to-stand, break-walk
            status 1
        "#]],
    );
}

#[test]
fn wrong_usage_has_its_own_status() {
    for args in [&["play"][..], &["plan"], &["play", "b", "--speed", "0"], &["dance"], &["check"]] {
        let said = Terminal::new().run(args);
        assert_eq!((said.status, said.out.as_str()), (2, ""), "{args:?}: {}", said.err);
    }
    let both = Terminal::new().run(&["play", "b", "--resume", "--discard"]);
    assert_eq!(both.status, 2, "{both:?}");
}

#[test]
fn without_a_display_the_window_says_what_it_lacks() {
    check(
        &[],
        &expect![[r#"
        evenhold: Evenhold found no display to open its window on. “evenhold play” leads through a session in a terminal.
        status 1
    "#]],
    );
}

#[test]
fn reading_makes_no_folder() {
    let terminal = Terminal::new();
    for args in [&["routines"][..], &["plan", "b"], &["history"], &["check", "/dev/null"]] {
        terminal.run(args);
        assert!(!terminal.data().exists(), "{args:?}");
    }
}

#[test]
fn a_home_without_sessions_says_so() {
    check(
        &["history"],
        &expect![[r#"
        Nothing has been done yet.
        status 0
    "#]],
    );
    check(
        &["history", "--json"],
        &expect![[r#"
        []
        status 0
    "#]],
    );
}

#[test]
fn a_routine_of_ones_own_is_listed_and_planned() {
    let terminal = Terminal::new();
    terminal.write("routines/mine.ron", MINE);
    let routines = terminal.json(&["routines", "--json"]);
    let mine = routines.as_array().expect("a list").iter().find(|it| it["id"] == "mine");
    assert_eq!(mine.expect("it is listed")["name"], "My own");
    check_in(
        &terminal,
        &["plan", "mine"],
        &expect![[r#"
        My own, 2:05
        To fetch: a mat, a light band

        Start  Length  Step          Exercise          Side       Set  Dose
         0:00    0:50  Get ready     Banded clamshell  Left leg   1/1
         0:50    0:10  Work          Banded clamshell  Left leg   1/1  2 reps
         1:00    0:15  Change sides  Banded clamshell  Right leg  1/1
         1:15    0:10  Work          Banded clamshell  Right leg  1/1  2 reps
         1:25    0:30  Get ready     Glute bridge      Both legs  1/1
         1:55    0:10  Work          Glute bridge      Both legs  1/1  2 reps, own pace
        status 0
    "#]],
    );
}

#[test]
fn the_settings_change_the_gaps() {
    let terminal = Terminal::new();
    let before = terminal.json(&["plan", "short", "--json"]);
    terminal.write("settings.ron", "(gaps: (reach_mat: 100))");
    let after = terminal.json(&["plan", "short", "--json"]);
    let first = |plan: &Value| plan["steps"][0]["seconds"].as_f64().expect("a length");
    let longer = first(&after) - first(&before);
    assert!((longer - 80.0).abs() < 1e-6, "{longer}");
}

#[test]
fn a_table_of_gaps_of_ones_own_is_used() {
    let terminal = Terminal::new();
    let shipped = include_str!("../../assets/library/timing.ron");
    terminal.write("timing.ron", shipped.replace("ready: 10", "ready: 25"));
    let plan = terminal.json(&["plan", "break-fig4", "--json"]);
    assert_eq!(plan["steps"][0]["seconds"], 25.0, "{plan:#}");
}

#[test]
fn every_problem_of_the_files_is_told_with_its_place() {
    let terminal = Terminal::new();
    let broken = MINE.replace("reps: 2)", "reps: 0)").replace("\"bridge\"", "\"brige\"");
    terminal.write("routines/mine.ron", broken);
    let path = terminal.file("routines").display().to_string();
    check_in(
        &terminal,
        &["check", &path],
        &expect![[r#"
        DATA/routines/mine.ron:9:57: error: 0 is out of range (expected 1 to 200)
            9 |             (exercise: "clam", level: 3, sets: 1, reps: 0),
              |                                                         ^
        DATA/routines/mine.ron:10:24: error: there is no exercise `brige`; did you mean `bridge`? (expected the id of an exercise)
           10 |             (exercise: "brige", level: 3, sets: 1, reps: 2, own_pace: true),
              |                        ^^^^^^^
        status 1
    "#]],
    );
    check_in(
        &terminal,
        &["check", "--json", &path],
        &expect![[r#"
        [{"file":"DATA/routines/mine.ron","line":9,"column":57,"severity":"error","message":"0 is out of range","expected":"1 to 200"},{"file":"DATA/routines/mine.ron","line":10,"column":24,"severity":"error","message":"there is no exercise `brige`; did you mean `bridge`?","expected":"the id of an exercise"}]
        status 1
    "#]],
    );
}

#[test]
fn the_settings_are_checked_too() {
    let terminal = Terminal::new();
    terminal.write("settings.ron", "(\n    volume: 101,\n    colour: red,\n)\n");
    let path = terminal.file("settings.ron").display().to_string();
    check_in(
        &terminal,
        &["check", &path],
        &expect![[r#"
            DATA/settings.ron:2:13: error: 101 is out of range (expected 0 to 100)
                2 |     volume: 101,
                  |             ^^^
            DATA/settings.ron:3:5: warning: there is no field `colour` here (expected one of `schema`, `volume`, `muted`, `sound`, `voice`, `theme`, `text_size`, `reduced_motion`, `week_starts`, `breaks`, `gaps`)
                3 |     colour: red,
                  |     ^^^^^^
            status 1
        "#]],
    );
}

#[test]
fn good_files_are_called_good() {
    let terminal = Terminal::new();
    terminal.write("routines/mine.ron", MINE);
    let path = terminal.file("routines/mine.ron").display().to_string();
    check_in(
        &terminal,
        &["check", &path],
        &expect![[r#"
        One file, nothing wrong.
        status 0
    "#]],
    );
    check_in(
        &terminal,
        &["check", "--json", &path],
        &expect![[r#"
        []
        status 0
    "#]],
    );
}

#[test]
fn what_cannot_be_checked_is_told() {
    let terminal = Terminal::new();
    terminal.write("huge.ron", vec![b' '; 300 * 1024]);
    let path = terminal.file("huge.ron").display().to_string();
    check_in(
        &terminal,
        &["check", &path],
        &expect![[r#"
        DATA/huge.ron:1:1: error: DATA/huge.ron is larger than such a file may be
        status 1
    "#]],
    );
    let gone = terminal.file("gone").display().to_string();
    check_in(
        &terminal,
        &["check", &gone],
        &expect![[r#"
        evenhold: DATA/gone is not there
        status 1
    "#]],
    );
}

#[cfg(unix)]
#[test]
fn a_pipe_among_the_files_is_refused_and_not_waited_for() {
    let terminal = Terminal::new();
    terminal.write("routines/mine.ron", MINE);
    let pipe = terminal.file("routines/pipe.ron");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo runs");
    assert!(made.success());
    let path = terminal.file("routines").display().to_string();
    check_in(
        &terminal,
        &["check", &path],
        &expect![[r#"
        DATA/routines/pipe.ron:1:1: error: DATA/routines/pipe.ron is not a file
        status 1
    "#]],
    );
}

#[test]
fn the_doctor_tells_how_things_are() {
    let terminal = Terminal::new();
    terminal.write("settings.ron", "(volume: 200)");
    terminal.write("log/old/2031-04.jsonl", "hello\n");
    let said = terminal.run(&["doctor", "--json"]);
    assert_eq!(said.status, 1, "{said:?}");
    let mut found: Value = serde_json::from_str(&said.out).expect("one JSON value");
    // What depends on the machine.
    for key in ["sound", "speech", "keep_awake", "window", "data", "state", "version"] {
        assert!(found.as_object_mut().expect("fields").remove(key).is_some(), "{key}");
    }
    expect![[r#"{"library_problems":0,"reminders":{"on":false,"process":null,"next":null,"login":null,"no_buttons":"address error: unsupported transport 'disabled'","in_front":"unknown"},"problems":[],"device":null,"in_use":{"held":false,"process":null},"journal":{"files":1,"records":0,"bad":["log/old/2031-04.jsonl:1"],"changed":[],"newer":0},"unfinished":null,"settings_problems":1}"#]].assert_eq(&found.to_string());
}
