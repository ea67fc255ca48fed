//! A system that notes what it is asked for, and refuses what it is told to.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use expect_test::{Expect, expect};

use super::{Desktop, Guarded, Refusal, System};

struct Fake {
    notes: Sender<String>,
    refuses: Vec<Guarded>,
}

struct Guard(Guarded, Sender<String>);

impl Drop for Guard {
    fn drop(&mut self) {
        self.1.send(format!("let go of {:?}", self.0)).unwrap();
    }
}

impl System for Fake {
    type Guard = Guard;

    fn guard(&self, what: Guarded) -> Result<Guard, Refusal> {
        if self.refuses.contains(&what) {
            return Err("no bus".to_owned());
        }
        self.notes.send(format!("hold {what:?}")).unwrap();
        Ok(Guard(what, self.notes.clone()))
    }

    fn choose(&self) -> Result<Option<PathBuf>, Refusal> {
        self.notes.send("choose".to_owned()).unwrap();
        if self.refuses.is_empty() {
            Ok(Some(PathBuf::from("/sync/evenhold")))
        } else {
            Err("no portal".to_owned())
        }
    }

    fn choose_photo(&self) -> Option<PathBuf> {
        self.refuses.is_empty().then(|| PathBuf::from("/photos/IMG_1.jpg"))
    }

    fn choose_file(&self) -> Option<PathBuf> {
        self.notes.send("choose a file".to_owned()).unwrap();
        None
    }

    fn choose_target(&self, name: &str) -> Option<PathBuf> {
        self.notes.send(format!("choose where to write {name}")).unwrap();
        Some(PathBuf::from("/sent").join(name))
    }

    fn show(&self, folder: &Path) -> Result<(), Refusal> {
        Err(format!("cannot show {}", folder.display()))
    }
}

/// Everything that was noted, once the desktop has ended.
fn all(notes: &Receiver<String>) -> String {
    let mut said = Vec::new();
    while let Ok(it) = notes.recv_timeout(Duration::from_secs(10)) {
        said.push(it);
    }
    said.join("\n")
}

#[track_caller]
#[expect(clippy::needless_pass_by_value, reason = "a test reads better without a reference")]
fn check(refuses: &[Guarded], ask: impl FnOnce(&Desktop), expected: Expect) {
    let (notes, inbox) = channel();
    let told = notes.clone();
    let tell = move |news| told.send(format!("{news:?}")).unwrap();
    let fake = Fake { notes, refuses: refuses.to_vec() };
    let desktop = Desktop::start_with(fake, tell).unwrap();
    ask(&desktop);
    drop(desktop);
    expected.assert_eq(&all(&inbox));
}

#[test]
fn display_and_idle_are_held_once_each_until_they_are_let_go() {
    check(
        &[],
        |it| {
            it.keep_awake(true);
            it.keep_awake(true);
            it.keep_awake(false);
            it.keep_awake(false);
        },
        expect![[r#"
            hold Display
            hold Idle
            let go of Display
            let go of Idle"#]],
    );
}

#[test]
fn a_refused_display_is_told_and_idle_is_held_all_the_same() {
    check(
        &[Guarded::Display],
        |it| it.keep_awake(true),
        expect![[r#"
        Failed { doing: Display, why: Other("no bus") }
        hold Idle
        let go of Idle"#]],
    );
}

#[test]
fn a_folder_that_cannot_be_shown_is_told() {
    check(
        &[],
        |it| it.show(Path::new("/data")),
        expect![[r#"Failed { doing: Folder, why: Other("cannot show /data") }"#]],
    );
}

#[test]
fn a_chosen_photo_is_told_and_no_choice_too() {
    check(&[], Desktop::choose_photo, expect![[r#"Photo(Chosen(Some("/photos/IMG_1.jpg")))"#]]);
    check(&[Guarded::Idle], Desktop::choose_photo, expect!["Photo(Chosen(None))"]);
}
