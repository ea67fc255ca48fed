//! A routine or a check to pass on: its file, or its file together with the exercises, movements and poses of the
//! person's own that it needs, as one text.
//!
//! A parcel is those files one after the other, each as it is, under a line that names it
//! (`//--- exercises/heel-raise.ron`). So every comment survives, a text editor shows it, and a person
//! can take it apart by hand. What comes in is untrusted: names are made of a folder and a slug alone,
//! and nothing is believed before the whole library was checked with it (reliability.md 4.7).

use std::collections::{BTreeMap, BTreeSet};

use super::check::{is_slug, slug_of};
use super::source::FileKind;
use crate::figure::source::{is_figure, is_pose};
use crate::ron::{Document, Value};

/// What begins a line that names a file.
const SIGN: &str = "//--- ";
/// The most files of one parcel: a routine of 400 items needs no more.
const MOST_PARTS: usize = 200;
/// The most bytes of one parcel, and of each file in it.
const MOST_BYTES: usize = 256 * 1024;
/// The folders that a file may be for, in the order in which their files need each other.
const FOLDERS: [&str; 5] = ["poses", "movements", "exercises", "routines", "checks"];

/// One file of a parcel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    /// Its name in the data folder: `routines/evening.ron`.
    pub(super) name: String,
    /// What it holds.
    pub(super) bytes: Vec<u8>,
    /// The lines of the parcel before it.
    pub(super) lines: usize,
}

/// Why a file cannot be taken in at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// It is larger than anything of ours.
    TooLarge,
    /// It is neither a routine nor a check, exercise, movement or pose.
    NotOurs,
    /// It holds a file of a name that none of ours has.
    BadName {
        /// The name, as far as it can be shown.
        name: String,
    },
    /// It holds a file twice.
    Twice {
        /// Its name.
        name: String,
    },
    /// It holds more files than a routine needs.
    TooMany,
    /// A file of the person's own is called the same but for small and large letters; many disks
    /// cannot keep both.
    CaseClash {
        /// The person's own.
        name: String,
    },
}

/// The files in what was taken in, the ones that others need first. `file` is how it was called.
pub(super) fn parts(file: &str, bytes: &[u8]) -> Result<Vec<Part>, Refused> {
    if bytes.len() > MOST_BYTES {
        return Err(Refused::TooLarge);
    }
    // What something has made of the whole is told of the whole, before any part of it is believed.
    let whole = Document::plain(bytes);
    let text = whole.text().trim_start_matches('\u{feff}');
    let is_parcel = whole.found().is_empty() && text.lines().any(|it| it.starts_with(SIGN));
    let mut parts = if is_parcel { unpacked(text)? } else { vec![alone(file, bytes)?] };
    parts.sort_by_key(|it| FOLDERS.iter().position(|folder| it.name.starts_with(folder)));
    Ok(parts)
}

fn unpacked(text: &str) -> Result<Vec<Part>, Refused> {
    let mut parts: Vec<Part> = Vec::new();
    for (at, line) in text.split_inclusive('\n').enumerate() {
        if let Some(name) = line.strip_prefix(SIGN) {
            let name = name.trim_end();
            if !is_name(name) {
                let name = name.chars().filter(|it| !crate::ron::is_hidden(*it)).take(80).collect();
                return Err(Refused::BadName { name });
            }
            if parts.iter().any(|it| it.name == name) {
                return Err(Refused::Twice { name: name.to_owned() });
            }
            if parts.len() == MOST_PARTS {
                return Err(Refused::TooMany);
            }
            parts.push(Part { name: name.to_owned(), bytes: Vec::new(), lines: at + 1 });
        } else if let Some(part) = parts.last_mut() {
            part.bytes.extend_from_slice(line.as_bytes());
        }
    }
    Ok(parts)
}

/// A file that is no parcel: what it is called follows from what it holds, never from its path.
fn alone(file: &str, bytes: &[u8]) -> Result<Part, Refused> {
    let document = Document::read(bytes);
    let folder = if is_figure(&document) {
        if is_pose(&document) { "poses" } else { "movements" }
    } else {
        match FileKind::of("", &document) {
            Some(FileKind::Exercise) => "exercises",
            Some(FileKind::Check) => "checks",
            Some(FileKind::Timing) => return Err(Refused::NotOurs),
            None if document.found().is_empty() => return Err(Refused::NotOurs),
            // What cannot be read may have been a routine: then it is said what is wrong with it.
            Some(FileKind::Routine) | None => "routines",
        }
    };
    let stem = file.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = stem.split('.').next().unwrap_or_default();
    let id = id_of(&document).filter(|it| is_slug(it)).or_else(|| slug_of(stem));
    let name = format!("{folder}/{}.ron", id.unwrap_or_else(|| "unnamed".to_owned()));
    Ok(Part { name, bytes: bytes.to_vec(), lines: 0 })
}

fn id_of(document: &Document) -> Option<String> {
    let Value::Fields(fields) = &document.root()?.value else { return None };
    let id = fields.iter().find(|it| it.name.value == "id")?;
    if let Value::Text(it) = &id.value.value { Some(it.clone()) } else { None }
}

/// Whether it is a folder of ours and a slug; so no name leads out of the data folder.
fn is_name(name: &str) -> bool {
    let Some((folder, file)) = name.split_once('/') else { return false };
    let slug = file.strip_suffix(".ron");
    FOLDERS.contains(&folder) && slug.is_some_and(|it| slug_of(it).as_deref() == Some(it))
}

/// What a file is called, without its folder and its ending.
pub(super) fn stem(name: &str) -> &str {
    let file = name.rsplit('/').next().unwrap_or_default();
    file.strip_suffix(".ron").unwrap_or(file)
}

/// The names of the person's own files that a text needs, and those that they need in turn.
fn needs(text: &str, own: &BTreeMap<String, String>) -> BTreeSet<String> {
    let is_part =
        |name: &str| ["poses/", "movements/", "exercises/"].iter().any(|it| name.starts_with(it));
    let parts = || own.iter().filter(|it| is_name(it.0) && is_part(it.0));
    let mut needed = BTreeSet::new();
    let mut waiting = vec![text];
    while let Some(text) = waiting.pop() {
        for (name, part) in parts() {
            // An id that stands in a comment too takes a file along that is not needed: no harm.
            let is_named = text.contains(&format!("\"{}\"", stem(name)));
            if is_named && needed.insert(name.clone()) {
                waiting.push(part);
            }
        }
    }
    needed
}

/// The names of the person's own files that go with a routine or a check, in the order in which they need each
/// other.
pub fn packed_names(routine: &str, own: &BTreeMap<String, String>) -> Vec<String> {
    let mut names: Vec<_> = needs(routine, own).into_iter().collect();
    names.sort_by_key(|it| FOLDERS.iter().position(|folder| it.starts_with(folder)));
    names
}

/// A routine or a check and what it needs as one text; one that needs nothing is passed on as it is. The
/// first is its name in the data folder.
pub fn packed(routine: (&str, &str), own: &BTreeMap<String, String>) -> String {
    let names = packed_names(routine.1, own);
    if names.is_empty() {
        return routine.1.to_owned();
    }
    let parts = names.iter().filter_map(|it| Some((it.as_str(), own.get(it)?.as_str())));
    let mut packed = String::new();
    for (name, text) in parts.chain([routine]) {
        packed.extend([SIGN, name, "\n"]);
        for line in text.lines() {
            // A line of the file itself that looks like ours: a space before a comment changes nothing.
            let shift = if line.starts_with(SIGN) { " " } else { "" };
            packed.extend([shift, line, "\n"]);
        }
    }
    packed
}

#[cfg(test)]
#[path = "parcel_tests.rs"]
mod tests;
