//! The journal as a whole: every line of every file, merged by id.
//!
//! Files may be copies of each other (a sync service made one), hold the same record twice, or have
//! lines that cannot be read. The merge does not depend on the order in which files come.

use std::collections::BTreeMap;
use std::iter;

use memchr::memchr;

use super::{Body, LineError, Record, RecordId, SCHEMA, SessionRecord, Trust, from_line};

/// All records, and what is to be said about the files that they came from.
#[derive(Debug, Clone, Default)]
pub struct Journal {
    kept: BTreeMap<RecordId, Kept>,
    health: Health,
}

/// What the journal holds under one id.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Kept {
    /// The revision that says what the record says: the highest that is not a deletion.
    pub said: Option<Record>,
    /// Whether a higher revision than that deletes it.
    pub is_deleted: bool,
    /// The highest revision of all, so that the next is one more.
    pub rev: u32,
    deleting: Option<Record>,
}

/// How the journal's files are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Health {
    /// Files that were read.
    pub files: usize,
    /// Lines that were used.
    pub lines: usize,
    /// Lines that could not be; they stay where they are.
    pub bad: Vec<Bad>,
    /// Lines that were changed outside the program, and are used.
    pub changed: Vec<Place>,
    /// Lines of kinds that only a newer version knows; they are kept.
    pub newer: usize,
}

impl Health {
    /// Whether there is nothing to say.
    pub fn is_good(&self) -> bool {
        self.bad.is_empty() && self.changed.is_empty() && self.newer == 0
    }
}

/// A line of a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file, as it was named when it was added.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
}

/// A line that could not be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bad {
    /// Where.
    pub place: Place,
    /// Why.
    pub why: BadReason,
}

/// Why a line could not be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadReason {
    /// The last line has no line break and is not whole: a write was cut off, or a sync service has
    /// not brought the rest yet.
    Torn,
    /// Nothing but zero bytes, as some file systems leave after a power cut.
    Zeros,
    /// Left over from a merge that was not finished.
    MergeMarker,
    /// Not a record.
    Unreadable(LineError),
}

impl Journal {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds every line of a file.
    pub fn add_file(&mut self, file: &str, bytes: &[u8]) {
        self.health.files += 1;
        let whole = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let mut lines = split(whole, b'\n').enumerate().peekable();
        while let Some((at, line)) = lines.next() {
            let line = line.strip_suffix(b"\r").unwrap_or(line);
            let is_tail = lines.peek().is_none();
            for part in parts(line).filter(|it| !it.trim_ascii().is_empty()) {
                let place = Place { file: file.to_owned(), line: at + 1 };
                self.add_line(place, part, is_tail);
            }
        }
    }

    fn add_line(&mut self, place: Place, line: &[u8], is_tail: bool) {
        match from_line(line) {
            Ok((record, trust)) => {
                self.health.lines += 1;
                if trust == Trust::Changed {
                    self.health.changed.push(place);
                }
                if record.v > SCHEMA || matches!(record.body, Body::Unknown(_)) {
                    self.health.newer += 1;
                }
                self.add(record);
            }
            // A line with several such parts, as of a file in UTF-16, is one line.
            Err(_) if self.health.bad.last().is_some_and(|it| it.place == place) => {}
            Err(why) => {
                let why = reason(line, is_tail, why);
                self.health.bad.push(Bad { place, why });
            }
        }
    }

    /// Adds everything of another journal, so that several threads can read one together.
    pub fn absorb(&mut self, other: Self) {
        let Health { files, lines, bad, changed, newer } = other.health;
        self.health.files += files;
        self.health.lines += lines;
        self.health.bad.extend(bad);
        self.health.changed.extend(changed);
        self.health.newer += newer;
        // Told in the order of the files, whoever came first.
        self.health.bad.sort_by(|a, b| a.place.cmp(&b.place));
        self.health.changed.sort();
        for (id, kept) in other.kept {
            self.kept.entry(id).or_default().absorb(kept);
        }
    }

    /// Adds a record; one that is already there changes nothing.
    pub fn add(&mut self, record: Record) {
        self.kept.entry(record.id).or_default().add(record);
    }

    /// What is held under an id, deleted or not.
    pub fn get(&self, id: RecordId) -> Option<&Kept> {
        self.kept.get(&id)
    }

    /// Whether there is a record of this id, deleted or not.
    pub fn has(&self, id: RecordId) -> bool {
        self.kept.contains_key(&id)
    }

    /// How many records there are, each revision for itself: it grows for as long as nothing is lost.
    pub fn revisions(&self) -> usize {
        self.kept.values().map(|it| it.rev as usize).sum()
    }

    /// What is held under every id, deleted or not.
    pub(super) fn all_kept(&self) -> impl Iterator<Item = &Kept> {
        self.kept.values()
    }

    /// Every record that is not deleted, oldest id first.
    pub fn records(&self) -> impl Iterator<Item = &Record> {
        self.kept.values().filter(|it| !it.is_deleted).filter_map(|it| it.said.as_ref())
    }

    /// The sessions and breaks that are not deleted, in the order in which they started.
    pub fn sessions(&self) -> Vec<(&Record, &SessionRecord)> {
        let mut all: Vec<_> =
            self.records().filter_map(|it| it.session().map(|session| (it, session))).collect();
        all.sort_by_key(|it| (it.1.started, it.0.id));
        all
    }

    /// How the files are.
    pub fn health(&self) -> &Health {
        &self.health
    }
}

impl Kept {
    /// The revisions that decide: what the record says, and whether it is there.
    pub(super) fn revisions(&self) -> impl Iterator<Item = &Record> {
        self.said.iter().chain(&self.deleting)
    }

    fn absorb(&mut self, other: Self) {
        if self.rev == 0 {
            // Nothing was here.
            *self = other;
            return;
        }
        [other.said, other.deleting].into_iter().flatten().for_each(|it| self.add(it));
        self.rev = self.rev.max(other.rev);
    }

    pub(super) fn add(&mut self, record: Record) {
        self.rev = self.rev.max(record.rev);
        let place = if matches!(record.body, Body::Delete | Body::Undelete) {
            &mut self.deleting
        } else {
            &mut self.said
        };
        if place.as_ref().is_none_or(|it| outranks(&record, it)) {
            *place = Some(record);
        }
        let deleting = self.deleting.as_ref().filter(|it| it.body == Body::Delete);
        // An amendment after a deletion means that the person wants the record back.
        self.is_deleted =
            deleting.is_some_and(|it| self.said.as_ref().is_none_or(|said| outranks(it, said)));
    }
}

/// Whether `a` counts before `b`: by revision, then by device; the text decides between two that
/// claim to be the same, so that every computer comes to the same answer.
fn outranks(a: &Record, b: &Record) -> bool {
    let by_name = (a.rev, &a.device).cmp(&(b.rev, &b.device));
    by_name.then_with(|| super::to_line(a).ok().cmp(&super::to_line(b).ok())).is_gt()
}

/// The parts of a line between zeros, which a power cut leaves of a line that was never called safe, so
/// that it cannot swallow the one behind it; a line of nothing else is one part.
fn parts(line: &[u8]) -> impl Iterator<Item = &[u8]> {
    let is_nothing = line.iter().all(|it| *it == 0);
    let end = if is_nothing { Some(line) } else { None };
    let parts = if is_nothing { &[][..] } else { line };
    split(parts, 0).chain(end)
}

/// What stands between marks, as `slice::split` finds it, a vector of bytes at a time.
fn split(bytes: &[u8], mark: u8) -> impl Iterator<Item = &[u8]> {
    let mut rest = Some(bytes);
    iter::from_fn(move || {
        let whole = rest?;
        let cut = memchr(mark, whole).and_then(|at| whole.split_at_checked(at));
        rest = cut.and_then(|(_, after)| after.split_first()).map(|(_, after)| after);
        Some(cut.map_or(whole, |(part, _)| part))
    })
}

fn reason(line: &[u8], is_tail: bool, why: LineError) -> BadReason {
    const MARKERS: [&[u8]; 3] = [b"<<<<<<<", b"=======", b">>>>>>>"];
    if line.iter().all(|it| *it == 0) {
        BadReason::Zeros
    } else if MARKERS.iter().any(|it| line.starts_with(it)) {
        BadReason::MergeMarker
    } else if is_tail && why == LineError::NotJson {
        BadReason::Torn
    } else {
        BadReason::Unreadable(why)
    }
}
