//! Routines that somebody has sent: what is taken in, what is asked first, and every attack that an
//! untrusted file could try.

use std::fmt::Write as _;
use std::fs;

use expect_test::{Expect, expect};

use evenhold::library::Library;

use super::terminal::Terminal;

const HEEL: &str = include_str!("../data/heel.ron");

fn routine(id: &str, items: &str) -> String {
    format!(
        "(\n    schema: 1,\n    id: \"{id}\",\n    name: (long: \"Evening\", short: \"Evening\"),\n    \
         kind: session,\n    about: \"Before bed.\",\n    blocks: [(title: \"All\", items: [{items}])],\n)\n"
    )
}

const CLAM: &str = "(exercise: \"clam\", level: 3, sets: 1, reps: 8)";

fn said(terminal: &Terminal, args: &[&str]) -> String {
    let said = terminal.run(args);
    let home = terminal.data().display().to_string();
    format!("{}{}status {}\n", said.out, said.err, said.status).replace(&home, "DATA")
}

#[track_caller]
fn check(terminal: &Terminal, args: &[&str], expect: &Expect) {
    expect.assert_eq(&said(terminal, args));
}

fn sent(terminal: &Terminal, name: &str, bytes: impl AsRef<[u8]>) -> String {
    fs::create_dir_all(terminal.data()).expect("a data folder");
    let path = terminal.data().join(name);
    fs::write(&path, bytes).expect("a file that was sent");
    path.display().to_string()
}

#[test]
fn a_routine_is_shown_first_and_taken_in_when_one_says_yes() {
    let terminal = Terminal::new();
    let file = sent(&terminal, "sent by Anna.ron", routine("evening", CLAM));
    check(
        &terminal,
        &["import", &file],
        &expect![[r#"
        “Evening”: 2 min, 1 exercise.
        Nothing was changed. To take it in, say it again with --yes.
        status 0
    "#]],
    );
    check(
        &terminal,
        &["import", &file, "--yes"],
        &expect![[r#"
        “Evening”: 2 min, 1 exercise.
        It is in your library now.
        status 0
    "#]],
    );
    let kept = fs::read_to_string(terminal.data().join("routines/evening.ron")).unwrap();
    assert_eq!(kept, routine("evening", CLAM));
    check(
        &terminal,
        &["import", &file, "--yes"],
        &expect![[r#"
        “Evening”: 2 min, 1 exercise.
        All of it is here already.
        status 0
    "#]],
    );
}

#[test]
fn a_revised_routine_is_compared_and_replaces_nothing_by_itself() {
    let terminal = Terminal::new();
    let file = sent(&terminal, "one.ron", routine("evening", CLAM));
    said(&terminal, &["import", &file, "--yes"]);
    let file = sent(&terminal, "two.ron", routine("evening", &CLAM.replace('8', "10")));
    check(
        &terminal,
        &["import", &file, "--yes"],
        &expect![[r#"
        “Evening”: 3 min, 1 exercise.
        Another version of routines/evening.ron is here already:
                kind: session,
                about: "Before bed.",
          -     blocks: [(title: "All", items: [(exercise: "clam", level: 3, sets: 1, reps: 8)])],
          +     blocks: [(title: "All", items: [(exercise: "clam", level: 3, sets: 1, reps: 10)])],
            )
        Nothing was changed. To let it take the place of what is here, say it again with --yes --replace.
        status 1
    "#]],
    );
    let path = terminal.data().join("routines/evening.ron");
    assert!(fs::read_to_string(&path).unwrap().contains("reps: 8"));
    assert!(said(&terminal, &["import", &file, "--yes", "--replace"]).ends_with("status 0\n"));
    assert!(fs::read_to_string(&path).unwrap().contains("reps: 10"));
}

#[test]
fn a_routine_goes_to_somebody_else_with_the_exercises_it_needs() {
    let (anna, ben) = (Terminal::new(), Terminal::new());
    fs::create_dir_all(anna.data().join("exercises")).unwrap();
    fs::create_dir_all(anna.data().join("routines")).unwrap();
    fs::write(anna.data().join("exercises/heel.ron"), HEEL).unwrap();
    let own = routine("evening", "(exercise: \"heel\", level: 1, sets: 2, reps: 10, sides: both)");
    fs::write(anna.data().join("routines/evening.ron"), own).unwrap();
    let file = anna.data().join("evening.evenhold").display().to_string();
    check(
        &anna,
        &["share", "evening", &file],
        &expect![[r#"
        Written to DATA/evening.evenhold. Everything that it needs is in it.
        status 0
    "#]],
    );
    check(
        &anna,
        &["share", "evening", &file],
        &expect![[r#"
        evenhold: There is already a file DATA/evening.evenhold. It was left as it is.
        status 1
    "#]],
    );
    check(
        &ben,
        &["import", &file, "--yes"],
        &expect![[r#"
        “Evening”: 3 min, 1 exercise.
        It brings the exercise “Heel raise”.
        It is in your library now.
        status 0
    "#]],
    );
    let kept = fs::read_to_string(ben.data().join("exercises/heel.ron")).unwrap();
    assert_eq!(kept, HEEL, "with every comment");
    let plans = [&anna, &ben].map(|it| said(it, &["plan", "evening"]));
    assert_eq!(plans[0], plans[1]);
}

/// A check goes the same way, alone or with a movement that it shows.
#[test]
fn a_check_goes_to_somebody_else_too() {
    let (anna, ben) = (Terminal::new(), Terminal::new());
    let shipped = Library::shipped();
    let id = shipped.checks.first().expect("a check").id.clone();
    let text = Library::shipped_file(&format!("checks/{id}.ron")).expect("its file");
    let own = text.replace(&format!("id: \"{id}\""), "id: \"my-check\"");
    anna.write("checks/my-check.ron", &own);
    let file = anna.file("my-check.evenhold").display().to_string();
    check(
        &anna,
        &["share", "my-check", &file],
        &expect![[r#"
        Written to DATA/my-check.evenhold. Everything that it needs is in it.
        status 0
    "#]],
    );
    assert_eq!(anna.read("my-check.evenhold"), own, "it needs nothing else");
    check(
        &ben,
        &["import", &file, "--yes"],
        &expect![[r#"
        It brings the check “Standing”.
        It is in your library now.
        status 0
    "#]],
    );
    assert_eq!(ben.read("checks/my-check.ron"), own);
    check(
        &ben,
        &["import", &file, "--yes"],
        &expect![[r#"
        It brings the check “Standing”.
        All of it is here already.
        status 0
    "#]],
    );
    // A broken one is told at its place, and stays out.
    let broken =
        sent(&ben, "broken.ron", own.replace("my-check", "other").replace("parts:", "prats:"));
    let said = said(&ben, &["import", &broken, "--yes"]);
    assert!(said.ends_with("status 1\n") && said.contains("broken.ron:"), "{said}");
}

#[test]
fn a_routine_is_written_as_a_page_to_print() {
    let terminal = Terminal::new();
    fs::create_dir_all(terminal.data()).unwrap();
    let path = terminal.data().join("b.html");
    let file = path.display().to_string();
    check(
        &terminal,
        &["sheet", "b", &file],
        &expect![[r#"
        Written to DATA/b.html. Open it in a browser to print it.
        status 0
    "#]],
    );
    let page = fs::read_to_string(&path).unwrap();
    assert_eq!(page.matches("<svg").count(), 6, "a figure for each exercise");
    assert!(!page.contains("<script") && !page.contains("http:") && !page.contains("https:"));
    assert!(said(&terminal, &["sheet", "b", &file]).ends_with("status 0\n"), "its own page anew");
    fs::write(&path, "Mine.").unwrap();
    assert!(said(&terminal, &["sheet", "b", &file]).ends_with("status 1\n"), "nobody else's");
}

/// Reliability: what an untrusted file could try, and what is said of it. Nothing may be written.
#[test]
#[expect(clippy::too_many_lines, reason = "a table of attacks, one line each")]
fn every_attack_is_refused_in_words_and_leaves_nothing_behind() {
    let one = |items: &str| routine("x", items).into_bytes();
    let clam = |from: &str, to: &str| one(&CLAM.replace(from, to));
    let named = |name: &str| format!("//--- {name}\n{}", routine("x", CLAM)).into_bytes();
    let rounds = routine("x", &[CLAM; 20].join(","))
        .replace("items:", "rounds: 20, items:")
        .replace("sets: 1, reps: 8", "sets: 20, hold: 3600");
    let attacks: Vec<(&str, Vec<u8>)> = vec![
        ("a huge file", b"(),".repeat(100_000)),
        ("deep nesting", b"(a:[".repeat(20_000)),
        ("a billion reps", clam("reps: 8", "reps: 1000000000")),
        ("years of rounds", rounds.into_bytes()),
        ("too many items", one(&[CLAM; 401].join(","))),
        ("no number", clam("reps: 8", "reps: NaN")),
        ("an overflow", clam("reps: 8", "reps: 1e400")),
        ("less than nothing", clam("reps: 8", "reps: -8")),
        ("a path as id", routine("../../.ssh/x", CLAM).into_bytes()),
        ("a device as id", routine("con", CLAM).into_bytes()),
        ("a path in a parcel", named("../../.ssh/x.ron")),
        ("an absolute path in a parcel", named("/etc/passwd")),
        ("a device in a parcel", named("routines/nul.ron")),
        ("capitals in a parcel", named("routines/X.ron")),
        ("the settings in a parcel", named("settings.ron")),
        (
            "writing turned round",
            routine("x", CLAM).replace("Before", "Be\u{202e}fore").into_bytes(),
        ),
        ("nothing to be seen", routine("x", CLAM).replace("Before", "Be\u{200b}fore").into_bytes()),
        ("a terminal's commands", routine("x", CLAM).replace("Before", "\u{1b}[2J").into_bytes()),
        (
            "a hundred thousand marks",
            routine("x", CLAM).replace("Before", &"a\u{301}".repeat(50_000)).into_bytes(),
        ),
        ("zeros", vec![0; 2000]),
        ("nothing at all", Vec::new()),
        (
            "another encoding",
            routine("x", CLAM).encode_utf16().flat_map(u16::to_le_bytes).collect(),
        ),
        ("no text", vec![0xff, 0xfe, 0x80, 0x81, b'(']),
        ("an unfinished merge", b"<<<<<<< HEAD\n(\n=======\n(\n>>>>>>> theirs\n".to_vec()),
        ("a page to log in", b"<!DOCTYPE html>\n<title>Free Wi-Fi</title>".to_vec()),
        ("a place held by a cloud", b"bplist00\xd1\x01\x02".to_vec()),
        ("only its first part", [CLAM.as_bytes(), &[0; 90]].concat()),
        ("an exercise from nowhere", clam("clam", "clamp")),
        ("a file of another program", b"(volume: 11)".to_vec()),
    ];
    let terminal = Terminal::new();
    let mut out = String::new();
    for (what, bytes) in attacks {
        let file = sent(&terminal, "x.ron", bytes);
        let said = said(&terminal, &["import", &file, "--yes", "--replace"]);
        let error = said.lines().find(|it| it.contains(": ") && !it.contains("“Evening”"));
        let error: String = error.unwrap_or(&said).chars().take(150).collect();
        assert!(said.ends_with("status 1\n"), "{what}: {said}");
        writeln!(out, "{what}: {error}").unwrap();
    }
    let left: Vec<_> = fs::read_dir(terminal.data())
        .unwrap()
        .map(|it| it.unwrap().file_name().into_string().unwrap())
        .filter(|it| it != "x.ron")
        .collect();
    assert_eq!(left, Vec::<String>::new());
    expect![[r#"
        a huge file: evenhold: DATA/x.ron is larger than such a file may be
        deep nesting: DATA/x.ron:1:65: there are too many brackets inside each other here (at most 32)
        a billion reps: DATA/x.ron:7:81: 1000000000 is out of range (1 to 200)
        years of rounds: DATA/x.ron:3:9: the routine has 32000 steps (at most 5000)
        too many items: DATA/x.ron:7:14: the routine takes up to 1337 minutes (at most 240)
        no number: DATA/x.ron:7:81: NaN is not a number to count with (a number such as 30)
        an overflow: DATA/x.ron:7:81: 1e400 is not a number to count with (a number such as 30)
        less than nothing: DATA/x.ron:7:81: -8 is out of range (1 to 200)
        a path as id: DATA/x.ron:3:9: `../../.ssh/x` cannot be an id (1 to 64 small letters, digits and hyphens, such as `ssh-x`)
        a device as id: DATA/x.ron:3:9: Windows keeps the name `con` for itself (another id)
        a path in a parcel: evenhold: DATA/x.ron holds a file called “../../.ssh/x.ron”, which is no name of a routine, a check, an exercise, a movement or a pose
        an absolute path in a parcel: evenhold: DATA/x.ron holds a file called “/etc/passwd”, which is no name of a routine, a check, an exercise, a movement or a pose
        a device in a parcel: evenhold: DATA/x.ron holds a file called “routines/nul.ron”, which is no name of a routine, a check, an exercise, a movement or a pose
        capitals in a parcel: evenhold: DATA/x.ron holds a file called “routines/X.ron”, which is no name of a routine, a check, an exercise, a movement or a pose
        the settings in a parcel: evenhold: DATA/x.ron holds a file called “settings.ron”, which is no name of a routine, a check, an exercise, a movement or a pose
        writing turned round: DATA/x.ron:6:12: there is a character in this text that cannot be seen (U+202E) (letters, digits and signs)
        nothing to be seen: DATA/x.ron:6:12: there is a character in this text that cannot be seen (U+200B) (letters, digits and signs)
        a terminal's commands: DATA/x.ron:6:12: there is a character in this text that cannot be seen (U+001B) (letters, digits and signs)
        a hundred thousand marks: DATA/x.ron:6:12: this text has 100005 characters (at most 2000)
        zeros: DATA/x.ron:1:1: the file holds nothing but zeros, as a write that was cut off leaves it (text; take an earlier copy of the file)
        nothing at all: DATA/x.ron:1:1: the file has no content at all: a write was cut off, or a cloud service has put only its name here (the file itself: have it downloade
        another encoding: DATA/x.ron:1:1: the file is saved as UTF-16 (UTF-8: choose that encoding when you save it)
        no text: DATA/x.ron:1:1: the file is saved as UTF-16 (UTF-8: choose that encoding when you save it)
        an unfinished merge: DATA/x.ron:1:1: two versions of the file were put together and wait for a decision (one version, without these marker lines)
        a page to log in: DATA/x.ron:1:1: the file is a web page, perhaps one that asked you to log in (the file that you meant: download it once more)
        a place held by a cloud: DATA/x.ron:1:1: the file itself is still in the cloud (the file: have it downloaded first)
        only its first part: DATA/x.ron:1:47: from here on the file holds nothing but zeros, as a write that was cut off leaves it (the rest of the text; take an earlier copy of t
        an exercise from nowhere: DATA/x.ron:7:48: there is no exercise `clamp`; did you mean `clam`? (the id of an exercise)
        a file of another program: evenhold: DATA/x.ron is neither a routine nor a check, an exercise, a movement or a pose
    "#]].assert_eq(&out);
}

#[cfg(unix)]
#[test]
fn pipes_devices_and_links_to_them_are_no_routines() {
    let terminal = Terminal::new();
    fs::create_dir_all(terminal.data()).unwrap();
    let link = terminal.data().join("link.ron");
    std::os::unix::fs::symlink("/dev/zero", &link).unwrap();
    for file in ["/dev/zero", &link.display().to_string()] {
        assert!(said(&terminal, &["import", file, "--yes"]).ends_with("status 1\n"), "{file}");
    }
}

#[test]
fn two_names_that_differ_only_in_case_are_kept_apart() {
    let terminal = Terminal::new();
    fs::create_dir_all(terminal.data().join("routines")).unwrap();
    fs::write(terminal.data().join("routines/Evening.ron"), routine("evening", CLAM)).unwrap();
    let file = sent(&terminal, "x.ron", routine("evening", CLAM));
    check(
        &terminal,
        &["import", &file, "--yes", "--replace"],
        &expect![[r#"
        evenhold: You have routines/Evening.ron already, which differs only in small and large letters; many disks cannot keep both. Rename yours first.
        status 1
    "#]],
    );
}
