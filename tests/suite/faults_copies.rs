//! What sync services, version control, other computers and backups do to the files.

use expect_test::expect;

use super::faults_content::{MONTH, check, lines, own_name, play, sessions, tell, whole};
use super::source_files::every_file;
use super::terminal::Terminal;

/// The names that the sync services give to their copies.
#[test]
fn copies_of_every_sync_service_are_read_and_merged() {
    let names = [
        "2031-04.sync-conflict-20310406-110017-T24LULV.jsonl",
        "2031-04 (Anna's conflicted copy 2031-04-06).jsonl",
        "2031-04 (conflicted copy 2031-04-06 110017).jsonl",
        "2031-04-LAPTOP.jsonl",
        "2031-04 2.jsonl",
        "2031-04 (1).jsonl",
        "2031-04_conflict-20310406-110017.jsonl",
        "2031-04.JSONL",
    ];
    let [one, two, three] = lines();
    check(
        |home| {
            home.write(MONTH, format!("{one}\n"));
            for (at, name) in names.into_iter().enumerate() {
                let more = if at % 2 == 0 { two } else { three };
                home.write(&format!("log/desk-c01d4f/{name}"), format!("{one}\n{more}\n"));
            }
        },
        &expect![[r#"
            3 sessions
            at a start
            with one more: 4 sessions
            at the next start
              the same
        "#]],
    );
}

#[test]
fn files_on_their_way_are_waited_for_and_leftovers_passed_over() {
    let [one, two, _] = lines();
    let half = two.split_at(two.len() / 2).0;
    check(
        |home| {
            home.write(MONTH, format!("{one}\n{half}"));
            for name in [
                ".syncthing.2031-04.jsonl.tmp",
                "~syncthing~2031-04.jsonl.tmp",
                "2031-04.jsonl.tmp",
                ".2031-05.jsonl.icloud",
                "._2031-04.jsonl",
                ".DS_Store",
                "desktop.ini",
                "2031-04.jsonl.part",
            ] {
                home.write(&format!("log/desk-c01d4f/{name}"), half);
            }
            home.write("log/.stversions/2031-04~20310406.jsonl", half);
            home.write("log/.stfolder/x.jsonl", half);
            home.write("log/.dropbox.cache/x.jsonl", half);
        },
        &expect![[r#"
            1 sessions
              evenhold: DATA/log/desk-c01d4f/2031-05.jsonl is still in the cloud. Have it downloaded first
            at a start
              evenhold: DATA/log/desk-c01d4f/2031-05.jsonl is still in the cloud. Have it downloaded first
            with one more: 2 sessions
            at the next start
              the same
        "#]],
    );
}

#[test]
fn names_that_differ_in_case_or_accents_alone_are_read_both() {
    let [one, two, three] = lines();
    check(
        |home| {
            home.write("log/desk/2031-04.jsonl", format!("{one}\n"));
            home.write("log/Desk/2031-04.jsonl", format!("{two}\n"));
            // One letter with its accent, and one with the accent beside it.
            home.write("log/caf\u{e9}/2031-04.jsonl", format!("{three}\n"));
            home.write("log/cafe\u{301}/2031-04.jsonl", format!("{three}\n"));
        },
        &expect![[r#"
            3 sessions
            at a start
            with one more: 4 sessions
            at the next start
              the same
        "#]],
    );
}

#[test]
fn history_that_shrinks_is_told_and_can_be_taken_back() {
    let home = Terminal::new();
    home.write("log/desk-c01d4f/2020-04.jsonl", whole());
    play(&home);
    home.write("log/desk-c01d4f/2020-04.jsonl", format!("{}\n", lines()[0]));
    tell(
        &home,
        &expect![[r#"
        2 sessions
        at a start
          evenhold: Entries that were in log/desk-c01d4f/2020-04.jsonl are missing: something else has changed or removed that file. Nothing was overwritten. `evenhold restore` lists the copies that are kept.
        with one more: 3 sessions
        at the next start
    "#]],
    );
    let said = home.run(&["restore", "log/desk-c01d4f/2020-04.jsonl"]);
    assert_eq!((said.status, said.err.as_str()), (0, ""), "{said:?}");
    assert_eq!(sessions(&home).0, 6, "all three are back, beside three of our own");
}

/// With `merge=union` lines come twice, and in any order.
#[test]
fn a_merge_by_version_control_loses_nothing() {
    let [one, two, three] = lines();
    let text = format!("{three}\r\n{one}\r\n{two}\r\n{one}\r\n");
    check(
        |home| home.write(MONTH, text),
        &expect![[r#"
            3 sessions
            at a start
            with one more: 4 sessions
            at the next start
              the same
        "#]],
    );
}

/// The copy is left for the person, who decides; the file in its place holds.
#[test]
fn settings_edited_on_two_computers_are_both_kept() {
    check(
        |home| {
            home.write("settings.ron", "(schema: 1, volume: 40)\n");
            home.write("settings.sync-conflict-20310406-110017-T24LULV.ron", "(volume: 70)\n");
            home.write(MONTH, whole());
        },
        &expect![[r#"
            3 sessions
            at a start
            with one more: 4 sessions
            at the next start
              the same
        "#]],
    );
}

/// A deletion here and a correction there; the same whoever is read first.
#[test]
fn a_deletion_and_a_correction_come_to_the_same_on_every_computer() {
    let [one, two, three] = lines();
    let record: serde_json::Value = serde_json::from_str(one).expect("a record");
    let told = |device: &str, rev: u32, kind: &str| {
        let mut line = serde_json::json!({
            "v": 1, "kind": kind, "id": record["id"], "rev": rev, "device": device,
            "at": record["at"], "zone": "UTC", "date": record["date"],
        });
        if kind == "amend" {
            let mut with = record.clone();
            with["note"] = "corrected".into();
            line["with"] = with;
        }
        line.to_string()
    };
    for (delete, amend, left) in [(2, 3, 3), (3, 2, 2)] {
        let (gone, back) = (told("b", delete, "delete"), told("a", amend, "amend"));
        for (first, second) in [(&gone, &back), (&back, &gone)] {
            let home = Terminal::new();
            home.write(MONTH, format!("{one}\n{two}\n{three}\n{first}\n{second}\n"));
            assert_eq!(sessions(&home).0, left, "delete {delete}, amend {amend}");
        }
    }
}

/// The whole folder, this computer's part with it, put on another computer.
#[test]
fn a_folder_copied_with_this_computers_name_gets_another_name() {
    let home = Terminal::new();
    play(&home);
    let name = own_name(&home);
    let device = std::fs::read_to_string(home.file("state/device.ron")).expect("a name");
    let Some(computer) = device.split('"').nth(3).map(str::to_owned) else {
        return super::skip::skip("this system has no machine id");
    };
    home.write("state/device.ron", device.replace(&computer, "00000000"));
    let said = play(&home);
    let other = own_name(&home);
    assert_ne!(name, other);
    let expected = format!("writes under the name {other}, so that nothing collides");
    assert!(said.contains(&expected), "{said}");
    assert_eq!(sessions(&home).0, 2);
    assert!(!play(&home).contains("writes under"), "it is said once");
    assert_eq!(own_name(&home), other);
}

/// A folder that a person made is left as it is; who can look into it is said once.
#[test]
fn a_folder_that_others_can_read_is_told_once() {
    let home = Terminal::new();
    home.write(MONTH, whole());
    tell(
        &home,
        &expect![[r#"
        3 sessions
        at a start
          evenhold: Other people who use this computer can look into DATA.
        with one more: 4 sessions
        at the next start
    "#]],
    );
}

/// Something else writes to the same file while the program runs.
#[test]
fn a_file_that_changes_while_it_is_open_keeps_both() {
    let home = Terminal::new();
    play(&home);
    let journal = home.journal();
    let mut playing = home.play(&["short", "--speed", "200", "--mute"]);
    playing.wait_for("saved set");
    let text = std::fs::read_to_string(&journal).expect("a journal");
    let id = text.split("\"id\":\"").nth(1).and_then(|it| it.get(..36)).expect("an id");
    let other = text.replace(id, "01960000-0000-7000-8000-000000000001");
    std::fs::write(&journal, format!("{text}{other}{}", other.trim_end())).expect("written");
    let (_, status) = playing.finish();
    assert_eq!(status, Some(0));
    assert_eq!(sessions(&home).0, 3);
}

/// iCloud removes files that were not used for long from the disk and leaves a mark in their place.
#[test]
fn files_that_are_still_in_the_cloud_are_told_and_the_others_used() {
    let home = Terminal::new();
    home.make_private();
    home.write(MONTH, whole());
    home.write("log/desk-c01d4f/.2031-03.jsonl.icloud", "bplist00");
    home.write("routines/.evening.ron.icloud", "bplist00");
    home.write("routines/mine.ron", ROUTINE);
    let data = home.data().display().to_string();
    let said = |args: &[&str]| {
        let said = home.run(args);
        let lines = format!("{}{}", said.out, said.err).replace(&data, "DATA");
        lines
            .lines()
            .filter(|it| it.contains("cloud"))
            .fold(String::new(), |all, it| all + it + "\n")
    };
    let check = said(&["check", &home.data().display().to_string()]);
    let (out, list) = (home.file("all.zip").display().to_string(), home.run(&["routines"]));
    assert!(list.out.contains("mine"), "{list:?}");
    expect![[r#"
        DATA/routines/evening.ron:1:1: error: DATA/routines/evening.ron is still in the cloud. Have it downloaded first
        evenhold: DATA/log/desk-c01d4f/2031-03.jsonl is still in the cloud. Have it downloaded first
        evenhold: DATA/log/desk-c01d4f/2031-03.jsonl is still in the cloud. Have it downloaded first
    "#]].assert_eq(&(check + &said(&["stats"]) + &said(&["export", &out])));
}

const ROUTINE: &str = "(schema: 1, id: \"mine\", name: (long: \"Mine\", short: \"Mine\"), kind: session, \
     about: \"A few minutes.\", blocks: [(title: \"All\", items: [(exercise: \"clam\", level: 3, sets: 1, \
     reps: 8)])])";

/// As in the window: a copy beside a routine takes nothing's place, whatever its name sorts before.
#[test]
fn conflict_copies_of_routines_stay_out_of_the_commands_library() {
    let home = Terminal::new();
    home.write("routines/mine.ron", ROUTINE);
    let theirs = ROUTINE.replace("reps: 8", "reps: 20");
    home.write("routines/mine (Anna's conflicted copy 2031-04-06).ron", &theirs);
    home.write("routines/mine.sync-conflict-20310406-110017-T24LULV.ron", &theirs);
    let plan = home.run(&["plan", "mine"]);
    assert!(plan.out.contains('8') && !plan.out.contains("20 reps"), "{plan:?}");
    let sent = home.file("sent.ron").display().to_string();
    home.write("sent.ron", ROUTINE.replace("reps: 8", "reps: 9"));
    let taken = home.run(&["import", &sent, "--yes", "--replace"]);
    assert_eq!(taken.status, 0, "{taken:?}");
    assert!(home.read("routines/mine.ron").contains("reps: 9"));
}

/// What each kind of copy holds, and that damage is never copied over it.
#[test]
fn copies_of_settings_and_routines_can_be_taken_back() {
    const GOOD: &str = "// mine\n(schema: 1, volume: 40)\n";
    let home = Terminal::new();
    home.write("settings.ron", GOOD);
    home.write("articles/stairs.md", "# Stairs\n\nOne at a time.\n");
    play(&home);
    for damage in [&b"\0\0\0\0\0\0"[..], b"", b"(schema: 1, volume: ", b"<<<<<<< HEAD\n"] {
        home.write("settings.ron", damage);
        play(&home);
        let said = home.run(&["restore", "settings.ron"]);
        assert_eq!((said.status, said.err.as_str()), (0, ""), "{said:?}");
        assert_eq!(home.read("settings.ron"), GOOD);
    }
    std::fs::remove_file(home.file("articles/stairs.md")).expect("it is there");
    home.run(&["restore", "articles/stairs.md"]);
    assert_eq!(home.read("articles/stairs.md"), "# Stairs\n\nOne at a time.\n");
    let kept = every_file(&home.file("state/quarantine"));
    let damaged = kept.iter().map(|it| std::fs::read(it).expect("a file"));
    assert!(damaged.into_iter().any(|it| it == b"\0\0\0\0\0\0"), "what was replaced is kept");
    let unknown = home.run(&["restore", "nothing.ron"]);
    assert_eq!(unknown.status, 1);
    assert!(unknown.err.contains("There is no copy of nothing.ron"), "{}", unknown.err);
}
