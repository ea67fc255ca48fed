//! The same files by hand and in the window: what a text editor writes, what is dropped, what goes out.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::{DroppedFile, DroppedFileHandle};
use evenhold::coach::{Place, Screen};

use super::stage::{Setting, Stage};

fn routine(id: &str, reps: &str) -> String {
    format!(
        "// By hand.\n(\n    schema: 1,\n    id: \"{id}\",\n    name: (long: \"Evening\", short: \"Evening\"),\n    \
         kind: session,\n    about: \"Before bed.\",\n    blocks: [(title: \"All\", items: [(exercise: \
         \"clam\", level: 3, sets: 1, reps: {reps})])],\n)\n"
    )
}

fn write(stage: &Stage, name: &str, text: &str) -> PathBuf {
    let path = stage.dir.path().join(name);
    fs::create_dir_all(path.parent().expect("a folder")).expect("made");
    fs::write(&path, text).expect("written");
    path
}

fn read(stage: &Stage, name: &str) -> String {
    fs::read_to_string(stage.dir.path().join(name)).unwrap_or_default()
}

fn on_routines() -> Stage {
    let mut stage = Stage::open(Setting::default());
    stage.click("Routines");
    stage
}

/// A file that is let go over the window.
#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("only its path is used".to_owned())
    }
}

fn drop_files(stage: &mut Stage, files: &[&Path]) {
    let dropped =
        files.iter().map(|it| -> DroppedFileHandle { Arc::new(Dropped(it.to_path_buf())) });
    stage.harness.input_mut().dropped_files.extend(dropped);
    stage.harness.step();
    stage.harness.input_mut().dropped_files.clear();
    stage.harness.run_steps(2);
}

#[test]
fn what_a_text_editor_writes_is_seen_in_the_list_and_in_the_editor_and_can_be_undone() {
    let mut stage = on_routines();
    write(&stage, "routines/evening.ron", &routine("evening", "8"));
    stage.wait_for(|it| it.shows("Do it today, Evening"));
    stage.click("Change: Evening");
    assert!(matches!(stage.screen(), Screen::Editor(_)));
    write(&stage, "routines/evening.ron", &routine("evening", "12"));
    stage.wait_for(|it| it.shows("Changed by something else"));
    stage.press("Ctrl+Z");
    stage.pass(1.0);
    stage.wait_for(|it| read(it, "routines/evening.ron").contains("reps: 8"));
    assert!(read(&stage, "routines/evening.ron").starts_with("// By hand."));
}

#[test]
fn a_mistake_is_told_by_place_and_the_last_good_version_stays() {
    let mut stage = on_routines();
    write(&stage, "routines/evening.ron", &routine("evening", "8"));
    stage.wait_for(|it| it.shows("Do it today, Evening"));
    write(&stage, "routines/evening.ron", &routine("evening", "many"));
    stage.wait_for(|it| it.shows("routines/evening.ron:8:"));
    assert!(stage.shows("Do it today, Evening"));
    stage.click("Open routines/evening.ron");
    let Screen::Editor(editor) = stage.screen() else { panic!("the editor") };
    assert!(editor.draft.text().contains("many"));
}

#[test]
fn settings_by_hand_hold_at_once() {
    let mut stage = Stage::open(Setting::default());
    write(&stage, "settings.ron", "// mine\n(schema: 1, volume: 35)\n");
    stage.wait_for(|it| it.asked().contains("volume 35"));
    stage.click("Settings");
    stage.click("Silence");
    stage.wait_for(|it| read(it, "settings.ron").contains("muted: true"));
    assert!(read(&stage, "settings.ron").starts_with("// mine\n(schema: 1, volume: 35"));
}

#[test]
fn a_file_that_is_dropped_is_shown_first_and_taken_in_when_one_says_so() {
    let mut stage = Stage::open(Setting::default());
    let sent = write(&stage, "sent/from Anna.ron", &routine("evening", "8"));
    drop_files(&mut stage, &[&sent]);
    stage.wait_for(|it| it.shows("Take it in"));
    assert!(stage.shows("Before bed."));
    assert_eq!(read(&stage, "routines/evening.ron"), "");
    stage.click("Take it in");
    stage.wait_for(|it| it.shows("Do it today"));
    assert_eq!(read(&stage, "routines/evening.ron"), routine("evening", "8"));
    stage.click("Do it today");
    let Screen::Today(today) = stage.screen() else { panic!("Today") };
    assert_eq!(today.chosen.as_deref(), Some("evening"));

    let sent = write(&stage, "sent/revised.ron", &routine("evening", "10"));
    drop_files(&mut stage, &[&sent]);
    stage.wait_for(|it| it.shows("Replace mine"));
    assert!(stage.shows("reps: 10"));
    stage.click("Keep both");
    stage.wait_for(|it| !read(it, "routines/evening-2.ron").is_empty());
    assert_eq!(read(&stage, "routines/evening.ron"), routine("evening", "8"));
}

#[cfg(unix)]
#[test]
fn what_is_no_file_of_ours_is_refused_by_name() {
    let mut stage = Stage::open(Setting::default());
    let home = stage.dir.path().to_owned();
    let at = |name: &str| home.join(name);
    let real = write(&stage, "sent/real.ron", &routine("real", "8"));
    let huge = write(&stage, "sent/huge.ron", &"(),".repeat(200_000));
    let deep = write(&stage, "sent/deep.ron", &format!("{}{}", "(".repeat(60), ")".repeat(60)));
    let bidi = write(&stage, "sent/bidi.ron", &routine("bidi", "8").replace("bed", "b\u{202e}ed"));
    let path = write(&stage, "sent/path.ron", &routine("../../up", "8"));
    let link = at("sent/link.ron");
    std::os::unix::fs::symlink(&real, &link).expect("a link");
    let pipe = at("sent/pipe.ron");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo runs");
    assert!(made.success());
    for (file, words) in [
        (huge.as_path(), "huge.ron is larger than such a file"),
        (&deep, "deep.ron:1:"),
        (&bidi, "U+202E"),
        (&path, "path.ron:4:"),
        (&link, "link.ron is a link to another file"),
        (&pipe, "pipe.ron is not a file"),
        (&at("sent"), "sent is not a file"),
        (Path::new("/dev/zero"), "/dev/zero is not a file"),
        (&at("sent/none.ron"), "is not there"),
    ] {
        drop_files(&mut stage, &[file]);
        stage.wait_for(|it| it.shows(words) || it.shows("Take it in"));
        assert!(stage.shows(words), "{words}\n{}", stage.outline());
        assert!(!stage.shows("Take it in"), "{words}");
        stage.click("Close");
    }
    assert!(!at("routines").exists());
}

#[test]
fn a_routine_goes_out_and_the_whole_of_ones_data_goes_out_and_in() {
    let mut stage = on_routines();
    write(&stage, "routines/evening.ron", &routine("evening", "8"));
    stage.wait_for(|it| it.shows("Do it today, Evening"));
    stage.click("Pass on or print, Evening");
    stage.harness.run_steps(12);
    stage.click("Pass on…");
    stage.wait_for(|it| it.shows("Write it"));
    stage.click("Write it");
    stage.wait_for(|it| it.shows("Written to"));
    assert_eq!(read(&stage, "export/evening.evenhold"), routine("evening", "8"));
    stage.press("Escape");
    stage.click("Pass on or print, Evening");
    stage.harness.run_steps(12);
    stage.click("Print sheet…");
    stage.wait_for(|it| it.shows("Write it"));
    stage.click("Write it");
    stage.wait_for(|it| it.shows("Written to"));
    assert!(read(&stage, "export/evening.html").contains("Evenhold routine sheet"));
    stage.press("Escape");
    stage.click("Settings");
    stage.click("Export everything…");
    stage.wait_for(|it| it.shows("Write it"));
    stage.click("Write it");
    stage.wait_for(|it| it.shows("Written to"));
    stage.press("Escape");
    stage.click("Calendar file of the week…");
    stage.press("Escape");
    let folder = fs::read_dir(stage.dir.path().join("export")).expect("a folder");
    let archive = folder.filter_map(Result::ok).map(|it| it.path());
    let archive = archive.into_iter().find(|it| it.extension().is_some_and(|it| it == "zip"));
    let archive = archive.expect("an archive");

    let mut other = Stage::open(Setting::default());
    drop_files(&mut other, &[&archive]);
    other.wait_for(|it| it.shows("An archive of everything"));
    other.click("Take it in");
    other.wait_for(|it| it.shows("is taken in"));
    assert_eq!(read(&other, "routines/evening.ron"), routine("evening", "8"));
    other.click("Close");
    other.click("Routines");
    other.wait_for(|it| it.shows("Do it today, Evening"));
    assert_eq!(other.screen().place(), Some(Place::Routines));
}

#[test]
fn two_versions_that_a_sync_service_left_are_shown_and_neither_is_lost() {
    let mut stage = on_routines();
    write(&stage, "routines/evening.ron", &routine("evening", "8"));
    let copy = "routines/evening (Anna's conflicted copy 2026-11-22).ron";
    write(&stage, copy, &routine("evening", "15"));
    stage.wait_for(|it| it.shows("Two versions of a file"));
    assert!(stage.shows("reps: 15") && !stage.shows("evening.ron:"));
    stage.click(&format!("Use this one, {copy}"));
    stage.wait_for(|it| read(it, "routines/evening.ron").contains("15"));
    stage.wait_for(|it| !it.shows("Two versions of a file"));
    let deleted = stage.dir.path().join(format!("deleted/{copy}"));
    stage.wait_for(|_| fs::read_to_string(&deleted).is_ok_and(|it| it.contains("15")));
}
