//! What is done with bytes that may hold anything, for every parser of the program: reading them, and
//! asking of what was read whatever a screen or a session would ask. Each of these panics when a
//! promise is broken; `cargo fuzz` calls them with bytes that it makes up, and the suite with those
//! that are kept in `corpus/`.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::time::Duration;

use evenhold::figure::FigureTime;
use evenhold::files::{Disk, Folders, Handle, Held, Listed, bare, read_archive, read_photo};
use evenhold::history::{Days, Journal, from_line, to_line};
use evenhold::library::check::Problem;
use evenhold::library::{Arrival, Checker, Library, Loaded, source};
use evenhold::program::Rules;
use evenhold::ron::{Document, Node, Severity, Value, splice};
use evenhold::session::{Missing, Plan};
use evenhold::settings::{Change, Gap, Percent, SettingsFile, Theme};
use evenhold::text::Text;
use evenhold::units::{Phase, Sides};

/// A parser, and the folder of its corpus.
pub(crate) type Target = (&'static str, fn(&[u8]));

/// All of them.
pub(crate) const ALL: &[Target] = &[
    ("document", document),
    ("routine", routine),
    ("exercise", exercise),
    ("figure", figure),
    ("settings", settings),
    ("rules", rules),
    ("journal", journal),
    ("archive", archive),
    ("parcel", parcel),
    ("article", article),
    ("check", check),
    ("photo", photo),
];

/// The longest routine, in steps and in time.
const STEPS: usize = 5000;
/// The same in time.
const LONGEST: Duration = Duration::from_secs(4 * 60 * 60);

static TEXT: LazyLock<Text> = LazyLock::new(Text::english);

/// RON: every place lies in the text, every problem can be worded, and a value can be put in.
pub(crate) fn document(bytes: &[u8]) {
    let document = Document::read(bytes);
    let text = document.text();
    for found in document.found() {
        assert!(found.span.start <= found.span.end, "{found:?}");
        assert!(found.span.end <= text.len().max(bytes.len()), "{found:?}");
        let (place, excerpt) = (document.place(found.span.start), document.excerpt(found.span));
        assert!(place.line > 0 && place.column > 0 && excerpt.length > 0);
        assert!(!TEXT.fault(&found.what).message.is_empty());
    }
    let Some(root) = document.root() else { return };
    lies_in(text, root);
    if document.found().is_empty()
        && let Some(edits) = splice::set_field(text, root, "planted", "1")
    {
        let put = splice::apply(text, edits).expect("places of the same text");
        let again = Document::read(put.as_bytes());
        // Only a file that is now too large may say so.
        assert!(again.found().is_empty() || put.len() > 256 * 1024, "{:?}\n{put}", again.found());
        let planted = again.root().and_then(|it| splice::find(it, "planted"));
        assert!(planted.is_some() || put.len() > 256 * 1024, "{put}");
    }
}

fn lies_in(text: &str, node: &Node) {
    let inner = text.get(node.span.start..node.span.end);
    let may_be_empty = node.value == Value::Unread;
    assert!(inner.is_some_and(|it| may_be_empty || !it.is_empty()), "{node:?}");
    match &node.value {
        Value::Fields(fields) => fields.iter().for_each(|it| lies_in(text, &it.value)),
        Value::Tuple(all) | Value::List(all) => all.iter().for_each(|it| lies_in(text, it)),
        Value::Map(all) => {
            all.iter().flat_map(|it| [&it.0, &it.1]).for_each(|it| lies_in(text, it));
        }
        Value::Named(_, body) => lies_in(text, body),
        Value::Name(_)
        | Value::Text(_)
        | Value::Number(_)
        | Value::Bool(_)
        | Value::Nothing
        | Value::Unread => {}
    }
}

/// A routine as the editor checks it; one without problems can be laid out and stays in its limits.
pub(crate) fn routine(bytes: &[u8]) {
    static LIBRARY: LazyLock<Library> = LazyLock::new(Library::shipped);
    static CHECKER: LazyLock<Checker> = LazyLock::new(|| Checker::new(&LIBRARY, LIBRARY.timing));

    let document = Document::read(bytes);
    let checked = CHECKER.routine(&document, "fuzzed");
    checked.problems.iter().for_each(|it| is_worded(&it.1));
    assert_eq!(checked.routine.is_none(), checked.has_errors());
    let usable = Plan::new(&checked.usable("fuzzed"), &LIBRARY, Missing::default());
    if let (Ok(plan), Some(_)) = (usable, &checked.routine) {
        is_in_limits(&plan);
        let loaded = Library::load([("routines/fuzzed.ron".to_owned(), bytes.to_vec())]);
        is_sound(&loaded);
        assert!(loaded.library.own.contains_key("fuzzed"));
    }
}

/// An exercise over the shipped library, which stays whole.
pub(crate) fn exercise(bytes: &[u8]) {
    let read = source::Exercise::read(&Document::read(bytes));
    for found in &read.found {
        assert!(!TEXT.fault(&found.what).message.is_empty());
    }
    // What has mistakes of shape in it goes no further, and there is much of that.
    if read.found.iter().any(|it| it.severity == Severity::Error) && !bytes.len().is_multiple_of(16)
    {
        return;
    }
    is_sound(&Library::load([("exercises/fuzzed.ron".to_owned(), bytes.to_vec())]));
}

/// A pose and a movement; what is moved by it is drawn from numbers.
pub(crate) fn figure(bytes: &[u8]) {
    for folder in ["movements", "poses"] {
        let loaded = Library::load([(format!("{folder}/fuzzed.ron"), bytes.to_vec())]);
        is_sound(&loaded);
        let Some(movement) = loaded.shelf.movement("fuzzed") else { continue };
        let rep = FigureTime::Rep { rep: 3, phase: Phase::Lower, fraction: 0.4 };
        let around = FigureTime::Loop(Duration::from_millis(1300));
        for time in [FigureTime::Start, FigureTime::End, rep, around] {
            let posed = movement.posed(Sides::Left, time);
            assert!(posed.root.is_finite() && posed.follow.is_finite());
        }
    }
}

/// The settings: whatever is read is valid, and a value that is put in is read again.
pub(crate) fn settings(bytes: &[u8]) {
    let file = SettingsFile::read(bytes);
    for it in file.problems() {
        let place = file.document().place(it.span.start);
        assert!(place.line > 0);
    }
    for change in [
        Change::Muted(true),
        Change::Volume(Percent::new(35).unwrap_or_default()),
        Change::Theme(Theme::HighContrast),
        Change::Gap(Gap::Ready, Duration::from_millis(7500)),
    ] {
        let mut next = file.clone();
        let placed = next.set(change);
        if placed.is_ok() {
            let again = SettingsFile::read(next.text().as_bytes());
            assert_eq!(again.settings(), next.settings());
        } else {
            assert_eq!(next.text(), file.text(), "{change:?}");
        }
    }
}

/// The thresholds of the programme.
pub(crate) fn rules(bytes: &[u8]) {
    for name in Rules::FILES {
        let loaded = Rules::load([(format!("rules/{name}.ron"), bytes.to_vec())]);
        loaded.problems.iter().for_each(is_worded);
    }
}

/// Lines of the journal: what is read is written and read again as the same.
pub(crate) fn journal(bytes: &[u8]) {
    for line in bytes.split(|it| *it == b'\n') {
        if let Ok((record, _)) = from_line(line) {
            let written = to_line(&record).expect("what was read can be written");
            let (again, _) = from_line(written.as_bytes()).expect("what was written is read");
            assert_eq!(again, record);
        }
    }
    let mut all = Journal::new();
    all.add_file("log/fuzzed/2031-04.jsonl", bytes);
    let days = Days::of(&all);
    assert!(all.sessions().len() <= all.records().count());
    drop(days);
}

/// An archive of everything: what would be taken in goes nowhere but into the folders of ours.
pub(crate) fn archive(bytes: &[u8]) {
    let disk = Handed(bytes.to_vec());
    let folders = Folders { data: PathBuf::from("/data"), state: PathBuf::from("/state") };
    let Ok(import) = read_archive(&disk, &folders, &Journal::new(), Path::new(SENT)) else {
        return;
    };
    for name in import.preview.new_files.iter().chain(&import.preview.kept_files) {
        assert!(!name.contains("..") && !name.starts_with('/') && !name.contains('\\'), "{name}");
    }
    assert_eq!(import.preview.new, import.records.len());
}

/// What somebody has sent: names that lead nowhere, problems at their places.
pub(crate) fn parcel(bytes: &[u8]) {
    let own = BTreeMap::from([("exercises/Own.ron".to_owned(), "()".to_owned())]);
    match Arrival::new("sent by somebody.evenhold", bytes, &own) {
        Ok(arrival) => {
            arrival.problems.iter().for_each(is_worded);
            for file in &arrival.files {
                let (folder, name) = file.name.split_once('/').expect("a folder of ours");
                let folders = ["poses", "movements", "exercises", "routines", "checks"];
                assert!(folders.contains(&folder));
                let stem = name.strip_suffix(".ron").expect("a file of ours");
                let is_plain =
                    |it: char| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-';
                assert!(!stem.is_empty() && stem.chars().all(is_plain), "{name}");
            }
        }
        Err(why) => assert!(!TEXT.refused("sent", &why).is_empty()),
    }
}

/// A page of knowledge.
pub(crate) fn article(bytes: &[u8]) {
    let loaded = Library::load([("articles/fuzzed.md".to_owned(), bytes.to_vec())]);
    is_sound(&loaded);
    for section in loaded.library.article("fuzzed").iter().flat_map(|it| &it.sections) {
        assert!(section.depth < 7);
    }
}

/// A self-test over the shipped library; one without problems is there and can be gone through.
pub(crate) fn check(bytes: &[u8]) {
    let loaded = Library::load([("checks/fuzzed.ron".to_owned(), bytes.to_vec())]);
    is_sound(&loaded);
    let is_sound = loaded.problems.iter().all(|it| it.severity != Severity::Error);
    let check = loaded.library.self_check("fuzzed");
    assert_eq!(check.is_some(), is_sound);
    for part in check.iter().flat_map(|it| &it.parts) {
        assert!(!part.steps.is_empty() || !part.readings.is_empty(), "{part:?}");
    }
}

/// A photo: what is read has as many pixels as it says, and what is kept of it is bare for good.
pub(crate) fn photo(bytes: &[u8]) {
    let read = read_photo(&Handed(bytes.to_vec()), Path::new(SENT));
    if let Ok(it) = read {
        assert_eq!(it.rgba.len(), it.width as usize * it.height as usize * 4);
    }
    if let Some(kept) = bare(bytes) {
        assert_eq!(bare(&kept).as_ref(), Some(&kept));
    }
}

/// Whatever a file said, what is used of it can be trained.
fn is_sound(loaded: &Loaded) {
    loaded.problems.iter().for_each(is_worded);
    for id in loaded.library.own.keys() {
        let Some(routine) = loaded.library.routine(id) else { continue };
        let plan = Plan::new(routine, &loaded.library, Missing::default());
        is_in_limits(&plan.expect("a routine without errors can be laid out"));
    }
}

fn is_in_limits(plan: &Plan) {
    assert!(plan.steps.len() <= STEPS, "{} steps", plan.steps.len());
    assert!(plan.length() <= LONGEST, "{:?}", plan.length());
}

/// A problem as a person reads it: a sentence, a place, and nothing that moves their cursor.
fn is_worded(problem: &Problem) {
    let said = TEXT.problem_report(problem);
    assert!(!said.is_empty() && problem.start.line > 0 && problem.start.column > 0);
    let is_shown = |it: char| it == '\n' || !it.is_control();
    assert!(said.chars().all(is_shown), "{said:?}");
}

/// The one file of [`Handed`].
const SENT: &str = "/sent.zip";

/// A disk that holds one file, and takes none.
#[derive(Debug)]
struct Handed(Vec<u8>);

fn refused<T>() -> io::Result<T> {
    Err(io::ErrorKind::PermissionDenied.into())
}

impl Disk for Handed {
    fn read(&self, path: &Path, cap: u64) -> io::Result<Vec<u8>> {
        if path != Path::new(SENT) {
            return Err(io::ErrorKind::NotFound.into());
        }
        if self.0.len() as u64 > cap {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        Ok(self.0.clone())
    }

    fn length(&self, path: &Path) -> io::Result<u64> {
        self.read(path, u64::MAX).map(|it| it.len() as u64)
    }

    fn list(&self, _dir: &Path) -> io::Result<Vec<Listed>> {
        Ok(Vec::new())
    }

    fn exists(&self, path: &Path) -> io::Result<bool> {
        Ok(path == Path::new(SENT))
    }

    fn append(&self, _path: &Path) -> io::Result<Box<dyn Handle>> {
        refused()
    }

    fn create(&self, _path: &Path) -> io::Result<Box<dyn Handle>> {
        refused()
    }

    fn make_dir(&self, _dir: &Path) -> io::Result<()> {
        refused()
    }

    fn sync_dir(&self, _dir: &Path) -> io::Result<()> {
        refused()
    }

    fn rename(&self, _from: &Path, _to: &Path) -> io::Result<()> {
        refused()
    }

    fn remove(&self, _path: &Path) -> io::Result<()> {
        refused()
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        Ok(path.to_owned())
    }

    fn copy_mode(&self, _from: &Path, _to: &Path) -> io::Result<()> {
        refused()
    }

    fn is_private(&self, _path: &Path) -> io::Result<bool> {
        Ok(true)
    }

    fn lock(&self, _path: &Path, _note: &str) -> io::Result<Option<Box<dyn Held>>> {
        refused()
    }

    fn is_locked(&self, _path: &Path) -> io::Result<bool> {
        Ok(false)
    }
}
