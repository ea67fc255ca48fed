//! The whole application without a window: real files in a folder of their own, a clock that the
//! test moves, and surroundings that note what they are asked for.

use std::cell::{Cell, RefCell};
use std::ffi::OsString;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use eframe::egui::accesskit::Toggled;
use eframe::egui::{self, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use evenhold::clock::{Clock as _, FakeClock};
use evenhold::coach::{Access, News, Performance, Running, Screen, SoundSettings};
use evenhold::files::{Disk, Folders, LoginEntry, OwnDisk};
use evenhold::history::Journal;
use evenhold::session::Step;
use evenhold::shell::{App, Options, Outfit, Outside, Surroundings};
use evenhold::sound::{Gap, Pulse};
use evenhold::text::Text;
use tempfile::TempDir;

use crate::answered::answered;

/// How long the threads that read and write files may take; they need milliseconds.
const PATIENCE: Duration = Duration::from_secs(20);

/// A folder that nobody else can look into, as the program makes its own.
fn private_folder() -> TempDir {
    let mut folder = tempfile::Builder::new();
    #[cfg(unix)]
    folder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    folder.tempdir().expect("a folder")
}

/// The application, its clock and its folder.
pub(crate) struct Stage {
    pub(crate) harness: Harness<'static, App>,
    pub(crate) clock: FakeClock,
    pub(crate) dir: Rc<TempDir>,
    around: Around,
}

/// What a stage begins with.
#[derive(Default)]
pub(crate) struct Setting {
    /// The chosen routine.
    pub(crate) routine: Option<&'static str>,
    /// Width and height in points; 1280 × 800 when not told.
    pub(crate) size: Option<[f32; 2]>,
    /// The folder that an earlier stage has used.
    pub(crate) dir: Option<Rc<TempDir>>,
    /// The disk, when it is not the computer's own.
    pub(crate) disk: Option<Arc<dyn Disk>>,
    /// Whether nothing was asked yet.
    pub(crate) is_new: bool,
}

impl Stage {
    /// A window on Today, with everything read.
    pub(crate) fn open(setting: Setting) -> Self {
        let dir = setting.dir.unwrap_or_else(|| {
            let folder = private_folder();
            if !setting.is_new {
                answered(folder.path());
            }
            Rc::new(folder)
        });
        let clock = FakeClock::default();
        let config = Some(dir.path().join("config"));
        let around = Around { clock: clock.clone(), config, ..Around::default() };
        let disk: Arc<dyn Disk> = setting.disk.unwrap_or_else(|| Arc::new(OwnDisk));
        let outside = Outside {
            clock: Arc::new(clock.clone()),
            folders: Folders::find(&*disk, Some(dir.path())),
            disk,
            around: Box::new(around.clone()),
        };
        let routine = setting.routine.map(str::to_owned);
        let options = Options { routine, ..Options::default() };
        let [width, height] = setting.size.unwrap_or([1280.0, 800.0]);
        let harness = Harness::builder()
            .with_size([width, height])
            .with_max_steps(20)
            .build_eframe(|it| App::new(&it.egui_ctx, Arc::new(Text::english()), outside, options));
        let mut stage = Self { harness, clock, dir, around };
        stage.wait_for(|it| {
            let Screen::Today(today) = it.screen() else { return true };
            today.can_start() || today.offer.is_some() || today.access == Access::Locked
        });
        stage.harness.run_steps(2);
        stage
    }

    /// Frames until something that a thread does has come about.
    #[track_caller]
    pub(crate) fn wait_for(&mut self, is_there: impl Fn(&Self) -> bool) {
        let start = Instant::now();
        while !is_there(self) {
            assert!(start.elapsed() < PATIENCE, "it did not come about");
            std::thread::sleep(Duration::from_millis(5));
            self.harness.step();
        }
    }

    /// Where the person is.
    pub(crate) fn screen(&self) -> &Screen {
        self.harness.state().coach().screen()
    }

    /// The session that runs.
    pub(crate) fn running(&self) -> Option<&Running> {
        if let Screen::Session(running) = self.screen() { Some(running) } else { None }
    }

    /// Time passes, and a frame is drawn.
    pub(crate) fn pass(&mut self, secs: f64) {
        self.clock.advance(Duration::from_secs_f64(secs));
        self.harness.run_steps(2);
    }

    /// Presses keys as they are called in egui: `Space`, `Ctrl+Q`, `Shift+D`.
    pub(crate) fn press(&mut self, keys: &str) {
        for stroke in keys.split_whitespace() {
            let (modifiers, name) = match stroke.split_once('+') {
                Some(("Ctrl", name)) => (Modifiers::COMMAND, name),
                Some(("Shift", name)) => (Modifiers::SHIFT, name),
                _ => (Modifiers::NONE, stroke),
            };
            let key = Key::from_name(name).expect("a key");
            self.harness.key_press_modifiers(modifiers, key);
            self.harness.run_steps(2);
        }
    }

    /// Presses a button by its name.
    #[track_caller]
    pub(crate) fn click(&mut self, label: &str) {
        let (node, window) = (self.harness.get_by_label(label), self.harness.ctx.content_rect());
        if !window.contains_rect(node.rect()) {
            // A person scrolls to what they cannot see.
            node.scroll_to_me();
            self.harness.run_steps(12);
        }
        self.harness.get_by_label(label).click();
        self.harness.run_steps(2);
    }

    /// Gives the keyboard to what has this name.
    #[track_caller]
    pub(crate) fn focus(&mut self, label: &str) {
        self.harness.get_by_label(label).focus();
        self.harness.run_steps(2);
    }

    /// The moment, as the coach is told it.
    pub(crate) fn clock_now(&self) -> evenhold::units::Now {
        self.clock.now()
    }

    /// Types into a field.
    #[track_caller]
    pub(crate) fn type_into(&mut self, label: &str, words: &str) {
        self.harness.get_by_label(label).focus();
        self.harness.run_steps(2);
        self.harness.get_by_label(label).type_text(words);
        self.harness.run_steps(2);
    }

    /// Lets the session run, saying "done" where it waits for that.
    pub(crate) fn run_to_the_end(&mut self) {
        const MOST: u32 = 4 * 60 * 60;
        for _ in 0..MOST {
            let Some(running) = self.running() else { return };
            let view = running.session.view();
            let waits = running.session.plan().steps.get(view.step).is_some_and(Step::waits);
            if waits {
                self.press("D");
            }
            self.pass(1.0);
        }
        assert!(self.running().is_none(), "it does not end");
    }

    /// The window is asked to close, as its frame's button does.
    pub(crate) fn close_window(&mut self) {
        let input = self.harness.input_mut();
        let window = input.viewports.entry(input.viewport_id).or_default();
        window.events.push(egui::ViewportEvent::Close);
        self.harness.step();
        let input = self.harness.input_mut();
        input.viewports.entry(input.viewport_id).or_default().events.clear();
        self.harness.run_steps(2);
    }

    /// Whether something of this name is on the screen.
    pub(crate) fn shows(&self, label: &str) -> bool {
        self.harness.query_by_label_contains(label).is_some()
    }

    /// The name of what has the keyboard's focus.
    pub(crate) fn focused(&self) -> String {
        let mut nodes = self.harness.root().children_recursive();
        let focused = nodes.find(|it| it.accesskit_node().is_focused());
        focused.and_then(|it| it.accesskit_node().label()).unwrap_or_default()
    }

    /// What a screen reader gets: role and words of everything that has words.
    pub(crate) fn outline(&self) -> String {
        let mut said = String::new();
        for node in self.harness.root().children_recursive() {
            let node = node.accesskit_node();
            let role = node.role();
            if role == egui::Role::TextRun {
                continue;
            }
            let words = node.label().or_else(|| node.value()).unwrap_or_default();
            if words.is_empty() {
                continue;
            }
            let value = node
                .value()
                .filter(|it| *it != words && !it.is_empty())
                .map(|it| format!(" = {it}"));
            let off = if node.is_disabled() { " (off)" } else { "" };
            let focus = if node.is_focused() { " (focus)" } else { "" };
            let is_chosen =
                node.is_selected() == Some(true) || node.toggled() == Some(Toggled::True);
            let chosen = if is_chosen { " (chosen)" } else { "" };
            let value = value.unwrap_or_default();
            writeln!(said, "{role:?} {words:?}{value}{off}{chosen}{focus}")
                .expect("a string takes all");
        }
        said.replace(&self.dir.path().display().to_string(), "DATA")
    }

    /// What was asked of sound and desktop since last looked.
    pub(crate) fn asked(&self) -> String {
        self.around.asked.take().join("\n")
    }

    /// With which words the program was started once more, since last looked.
    pub(crate) fn started(&self) -> Vec<Vec<String>> {
        std::mem::take(&mut *self.around.started.lock().expect("nobody panicked with it"))
    }

    /// The performer finds that time was lost.
    pub(crate) fn lose(&mut self, secs: u64) {
        let from = self.clock.tick();
        self.clock.suspend(Duration::from_secs(secs));
        self.around.gap.set(Some(Gap { from, to: self.clock.tick() }));
        self.harness.run_steps(2);
    }

    /// The edges tell something.
    pub(crate) fn hear(&mut self, news: News) {
        self.around.news.borrow_mut().push(news);
        self.harness.run_steps(2);
    }

    /// What a kill would leave: a copy of the folder once its log knows of the step that runs.
    pub(crate) fn copy_of_the_folder(&mut self) -> Rc<TempDir> {
        let step = self.running().expect("a session").session.view().step;
        let here = format!("\"step\":{step}");
        let log = self.dir.path().join("state/active.jsonl");
        self.wait_for(|_| std::fs::read_to_string(&log).is_ok_and(|it| it.contains(&here)));
        let copy = tempfile::tempdir().expect("a folder");
        copy_into(self.dir.path(), copy.path());
        Rc::new(copy)
    }

    /// Waits until the journal on the disk is as it should be.
    #[track_caller]
    pub(crate) fn wait_until_written(&mut self, is_there: impl Fn(&Journal) -> bool) {
        self.wait_for(|it| is_there(&it.journal()));
    }

    /// What lies in the journal on the disk, as it now is.
    pub(crate) fn journal(&self) -> Journal {
        journal(self.dir.path())
    }
}

fn copy_into(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            std::fs::create_dir_all(&to).expect("a folder");
            copy_into(&entry.path(), &to);
        } else {
            std::fs::copy(entry.path(), &to).expect("a file");
        }
    }
}

/// What lies in the journal of a folder.
pub(crate) fn journal(dir: &Path) -> Journal {
    let folders = Folders::find(&OwnDisk, Some(dir)).expect("folders");
    let (journal, problems) = evenhold::files::read_journal(&OwnDisk, &folders);
    assert_eq!(problems, []);
    journal
}

/// Sound and desktop that only note what they are asked for.
#[derive(Debug, Clone, Default)]
struct Around {
    clock: FakeClock,
    asked: Rc<RefCell<Vec<String>>>,
    gap: Rc<Cell<Option<Gap>>>,
    news: Rc<RefCell<Vec<News>>>,
    started: Arc<Mutex<Vec<Vec<String>>>>,
    config: Option<PathBuf>,
}

impl Around {
    fn note(&self, what: String) {
        self.asked.borrow_mut().push(what);
    }
}

impl Surroundings for Around {
    fn perform(&self, it: Performance) {
        self.note(format!("perform #{} ({} cues)", it.generation, it.cues.len()));
    }

    fn silence(&self) {
        self.note("silence".to_owned());
    }

    fn sound(&self, it: SoundSettings) {
        self.note(format!("volume {}", it.volume.get()));
    }

    fn pulse(&self) -> Pulse {
        Pulse { last: self.clock.tick(), gap: self.gap.get() }
    }

    fn keep_awake(&self, awake: bool) {
        self.note(if awake { "stay awake" } else { "may sleep" }.to_owned());
    }

    fn choose_folder(&self) {}

    fn choose_photo(&self) {
        self.note("choose a photo".to_owned());
    }

    fn choose_file(&self) {
        self.note("choose a file".to_owned());
    }

    fn choose_target(&self, name: String) {
        self.note(format!("choose where to write {name}"));
    }

    fn show(&self, _folder: &Path) {
        self.note("show the folder".to_owned());
    }

    fn outfit(&self) -> Outfit {
        let started = Arc::clone(&self.started);
        let start = move |words: &[OsString]| {
            let words = words.iter().map(|it| it.to_string_lossy().into_owned());
            started.lock().expect("nobody panicked with it").push(words.collect());
            Ok(())
        };
        let login = self.config.as_deref().map(LoginEntry::below);
        Outfit { start: Arc::new(start), program: Some("/usr/bin/evenhold".into()), login }
    }

    fn news(&mut self) -> Vec<News> {
        self.news.take()
    }
}
