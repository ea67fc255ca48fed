//! From the text of the settings file to the settings, and everything that is wrong with it.

use std::time::Duration;

use super::{Gap, Percent, SCHEMA, Settings, TextSize, breaks};
use crate::ron::{Document, Fault, Fields, Found, Node, Reader, Severity};

/// What is wrong in a place of the settings file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// It cannot be read, or is not what can be set there; the default is used.
    Fault(Fault),
    /// A newer version of the program wrote the file; it is read as far as it is understood, and
    /// only read.
    Newer {
        /// Its version of the format.
        schema: u32,
    },
}

/// What came of reading a file.
pub(super) struct Read {
    pub(super) settings: Settings,
    pub(super) problems: Vec<Found<Problem>>,
    pub(super) is_editable: bool,
}

pub(super) fn read(document: &Document) -> Read {
    let mut settings = Settings::default();
    let mut problems = Vec::new();
    // Nothing set is no mistake.
    let nothing = |it: &Fault| matches!(it, Fault::Empty | Fault::NoBytes);
    let syntax = document.found().iter().filter(|it| !nothing(&it.what));
    problems.extend(syntax.map(|it| told(it.clone())));
    let mut is_editable = problems.is_empty();
    if let Some(root) = document.root() {
        let mut reader = Reader::new();
        // What another version can set stays where it is.
        reader.is_newer();
        if let Some(mut fields) = reader.fields(root) {
            if let Some(newer) = newer(&mut fields, &mut reader) {
                problems.push(newer);
                is_editable = false;
            }
            take(&mut fields, &mut reader, &mut settings);
            fields.finish(&mut reader);
        }
        problems.extend(reader.finish().into_iter().map(told));
    }
    problems.sort_by_key(|it| it.span);
    Read { settings, problems, is_editable }
}

fn told(found: Found) -> Found<Problem> {
    Found { span: found.span, severity: found.severity, what: Problem::Fault(found.what) }
}

fn newer(fields: &mut Fields<'_>, reader: &mut Reader) -> Option<Found<Problem>> {
    let schema = fields.get(reader, "schema", |reader, it| reader.whole(it, 1, u32::MAX))?;
    let what = Problem::Newer { schema: schema.value };
    let is_newer = schema.value > SCHEMA;
    is_newer.then_some(Found { span: schema.span, severity: Severity::Warning, what })
}

fn take(fields: &mut Fields<'_>, reader: &mut Reader, settings: &mut Settings) {
    let volume = fields.get(reader, "volume", |reader, it| {
        small(reader, it, (0, Percent::MAX)).and_then(Percent::new)
    });
    set(&mut settings.volume, volume);
    set(&mut settings.muted, fields.get(reader, "muted", truth));
    set(&mut settings.sound, fields.get(reader, "sound", word));
    set(&mut settings.voice, fields.get(reader, "voice", truth));
    set(&mut settings.theme, fields.get(reader, "theme", word));
    let size = fields.get(reader, "text_size", |reader, it| {
        small(reader, it, (TextSize::MIN, TextSize::MAX)).and_then(TextSize::new)
    });
    set(&mut settings.text_size, size);
    set(&mut settings.reduced_motion, fields.get(reader, "reduced_motion", word));
    set(&mut settings.week_starts, fields.get(reader, "week_starts", word));
    if let Some(node) = fields.node("breaks") {
        breaks::take(node, reader, &mut settings.breaks);
    }
    let Some(node) = fields.node("gaps") else { return };
    let Some(mut gaps) = reader.fields(node) else { return };
    for gap in Gap::ALL {
        if let Some(length) = gaps.get(reader, gap.word(), seconds) {
            settings.gaps.insert(*gap, length);
        }
    }
    gaps.finish(reader);
}

fn set<T>(place: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *place = value;
    }
}

fn truth(reader: &mut Reader, node: &Node) -> Option<bool> {
    reader.truth(node).map(|it| it.value)
}

fn word<T: serde::de::DeserializeOwned>(reader: &mut Reader, node: &Node) -> Option<T> {
    reader.word(node).map(|it| it.value)
}

pub(super) fn small(reader: &mut Reader, node: &Node, (least, most): (u8, u8)) -> Option<u8> {
    let number = reader.whole(node, least.into(), most.into())?;
    u8::try_from(number.value).ok()
}

fn seconds(reader: &mut Reader, node: &Node) -> Option<Duration> {
    let seconds = reader.between(node, 0, Gap::LONGEST.as_secs() as u32)?.value;
    // Whole milliseconds survive being written and read.
    Some(Duration::from_millis((seconds * 1000.0).round() as u64))
}
