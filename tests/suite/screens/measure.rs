//! Measuring on a photo, from a file on the disk to the journal and the copy on the disk.

#![expect(clippy::panic, reason = "a test stops where it is wrong")]

use std::path::Path;

use egui::Key;
use evenhold::coach::{Goniometer, Photo, Saved};
use evenhold::history::Body;
use evenhold::measure::{Kind, Refusal};

use super::stage::{Setting, Stage};

/// Lays down a grey photo of this size.
fn lay_down(path: &Path, width: u32, height: u32) {
    let file = std::fs::File::create(path).expect("a file");
    let mut encoder = png::Encoder::new(file, width, height);
    encoder.set_color(png::ColorType::Grayscale);
    let mut writer = encoder.write_header().expect("a header");
    let pixels = vec![120; width as usize * height as usize];
    writer.write_image_data(&pixels).expect("pixels");
}

/// What is being measured.
fn now(stage: &Stage) -> Goniometer {
    let coach = stage.harness.state().coach();
    coach.view(&stage.clock_now()).measuring.cloned().unwrap_or_else(|| panic!("it is not open"))
}

/// A window on Progress with the measuring open.
fn open() -> Stage {
    let mut stage = Stage::open(Setting::default());
    stage.click("Progress");
    stage.click("Measure on a photo…");
    stage
}

/// Types a path and opens what is there.
fn open_path(stage: &mut Stage, path: &Path) {
    stage.type_into("Or the path of the photo", &path.display().to_string());
    stage.press("Enter");
    stage.wait_for(|it| !matches!(now(it).photo, Photo::Opening { .. } | Photo::None));
    stage.harness.run_steps(2);
}

#[test]
fn a_photo_is_opened_marked_kept_and_copied() {
    let mut stage = open();
    stage.click("Open a photo…");
    assert!(stage.asked().ends_with("choose a photo"));
    let photo = stage.dir.path().join("right out.png");
    lay_down(&photo, 900, 700);
    open_path(&mut stage, &photo);
    assert!(matches!(now(&stage).photo, Photo::Shown(_)), "{:?}", now(&stage).photo);
    for (mark, key) in
        [("Knee", Key::ArrowDown), ("Ankle", Key::ArrowLeft), ("Other leg", Key::ArrowDown)]
    {
        stage.focus(mark);
        for _ in 0..5 {
            stage.harness.key_press_modifiers(egui::Modifiers::SHIFT, key);
            stage.harness.run_steps(2);
        }
    }
    let angle = now(&stage).angle().unwrap_or_else(|| panic!("every mark is set"));
    assert!((1.0..45.0).contains(&angle.degrees), "{angle:?}");
    // Some of it has to be scrolled to: by keys it is reached wherever it is.
    for name in [
        "Which leg is measured: Right leg",
        "Who watched the pelvis?: Alone, not watched",
        "Keep this photo with the check",
        "Keep this reading",
    ] {
        stage.focus(name);
        stage.press("Enter");
    }
    stage.wait_for(|it| {
        let now = now(it);
        now.saved == Some(Saved::Yes) && matches!(now.photo_kept, Some(Ok(_)))
    });
    let journal = stage.journal();
    let is_check = |it: &&evenhold::history::Record| matches!(it.body, Body::Check(_));
    let records: Vec<_> = journal.records().filter(is_check).collect();
    let [record] = records.as_slice() else { panic!("{} records", records.len()) };
    let Body::Check(check) = &record.body else { panic!("{:?}", record.body) };
    assert_eq!(check.readings.first().and_then(|it| it.tenths), Some(angle.tenths()));
    assert_eq!(check.method, ["photo", "alone", "pelvis_not_watched"]);
    let copy = stage.dir.path().join(format!("photos/{}.png", record.id));
    assert_eq!(std::fs::read(copy).expect("a copy"), std::fs::read(photo).expect("the photo"));
}

#[test]
fn a_photo_that_is_not_asked_to_be_kept_leaves_nothing_behind() {
    let mut stage = open();
    let outside = tempfile::tempdir().expect("a folder");
    let photo = outside.path().join("photo.png");
    lay_down(&photo, 640, 480);
    open_path(&mut stage, &photo);
    stage.press("Escape");
    let mut found = Vec::new();
    names(stage.dir.path(), &mut found);
    assert!(!found.iter().any(|it| it.contains("photo")), "{found:?}");
}

fn names(folder: &Path, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let entry = entry.expect("an entry");
        found.push(entry.file_name().to_string_lossy().into_owned());
        if entry.path().is_dir() {
            names(&entry.path(), found);
        }
    }
}

#[test]
fn what_is_no_photo_is_refused_by_name_and_another_can_be_opened() {
    let mut stage = open();
    let letter = stage.dir.path().join("letter.jpg");
    std::fs::write(&letter, "Dear diary").expect("a file");
    open_path(&mut stage, &letter);
    let expected =
        Photo::Refused { name: "letter.jpg".to_owned(), why: Refusal::Kind(Kind::Unknown) };
    assert_eq!(now(&stage).photo, expected);
    assert!(stage.shows("“letter.jpg” is no picture"));
    let file = Dropped(stage.dir.path().join("photo.png"));
    lay_down(&file.0, 640, 480);
    stage.harness.input_mut().dropped_files.push(std::sync::Arc::new(file));
    stage.harness.step();
    stage.wait_for(|it| matches!(now(it).photo, Photo::Shown(_)));
}

/// A file that was dropped on the window.
#[derive(Debug)]
struct Dropped(std::path::PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("only the program's own disk reads it".to_owned())
    }
}
