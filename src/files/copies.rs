//! Conflict copies: what a sync service leaves beside a file that was changed on two computers.
//!
//! Each service has its own way of naming them (reliability.md 4.6). A copy is kept out of the library,
//! where it would only be a second file of the same id, and shown to the person beside its original.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::disk::Disk;
use super::folders::Folders;
use super::personal::{PersonalFile, read_personal};
use super::problem::{At as _, Problem};
use super::reading::{has_ending, is_not_ours};
use crate::ron::{Document, Value, splice};

/// A copy beside its original.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConflictCopy {
    /// The copy.
    pub file: PersonalFile,
    /// The file that it is a copy of, which may be gone.
    pub of: PathBuf,
}

/// Separates the conflict copies from the files that are meant.
pub fn without_copies(files: Vec<PersonalFile>) -> (Vec<PersonalFile>, Vec<ConflictCopy>) {
    let all: BTreeSet<PathBuf> = files.iter().map(|it| it.path.clone()).collect();
    let (mut meant, mut copies) = (Vec::new(), Vec::new());
    for file in files {
        match original(&file, &all) {
            Some(of) => copies.push(ConflictCopy { file, of }),
            None => meant.push(file),
        }
    }
    (meant, copies)
}

/// The conflict copies of the settings.
pub fn copies_of_settings(
    disk: &dyn Disk,
    folders: &Folders,
) -> Result<Vec<ConflictCopy>, Problem> {
    let (of, dir) = (folders.settings(), &folders.data);
    if !disk.exists(dir).at(dir)? {
        return Ok(Vec::new());
    }
    let beside = disk.list(dir).at(dir)?.into_iter();
    let beside = beside.filter(|it| !it.is_dir && !is_not_ours(&it.name));
    let copies = beside.filter(|it| has_ending(&it.name, "ron") && it.path != of).map(|it| it.path);
    let files: Vec<_> = copies.map(|it| read_personal(disk, &it)).collect();
    let all = BTreeSet::from([of.clone()]);
    let copies = files.into_iter().filter(|it| original(it, &all).as_ref() == Some(&of));
    Ok(copies.map(|file| ConflictCopy { file, of: of.clone() }).collect())
}

/// The file that this one is a conflict copy of, by its name and what else is there.
fn original(file: &PersonalFile, all: &BTreeSet<PathBuf>) -> Option<PathBuf> {
    let name = file.path.file_name()?.to_str()?;
    let (stem, ending) = name.rsplit_once('.')?;
    let named = |stem: &str| file.path.with_file_name(format!("{stem}.{ending}"));
    // Syncthing: `evening.sync-conflict-20261122-110017-T24LULV.ron`.
    // ownCloud: `evening_conflict-20261122-110017.ron`.
    let marks = [".sync-conflict-", "_conflict-"];
    if let Some((of, _)) = marks.iter().find_map(|it| stem.split_once(it)) {
        return Some(named(of));
    }
    if let Some((of, words)) = stem.rsplit_once(" (") {
        // Dropbox, Nextcloud: `evening (Anna's conflicted copy 2026-11-22).ron`.
        if words.contains("conflicted copy") {
            return Some(named(of));
        }
        // Google Drive: `evening (1).ron`.
        let is_number = words.strip_suffix(')').is_some_and(is_count);
        return Some(named(of)).filter(|it| is_number && all.contains(it));
    }
    // iCloud: `evening 2.ron`.
    if let Some((of, number)) = stem.rsplit_once(' ') {
        return Some(named(of)).filter(|it| is_count(number) && all.contains(it));
    }
    // OneDrive: `evening-LAPTOP.ron`. A routine may be called `evening-laptop`, so its id decides.
    let dashes = stem.match_indices('-').filter_map(|it| stem.get(..it.0));
    let mut of = dashes.filter(|it| all.contains(&named(it)));
    of.find(|it| is_called(file, it)).map(named)
}

fn is_count(word: &str) -> bool {
    (1..=3).contains(&word.len()) && word.bytes().all(|it| it.is_ascii_digit())
}

/// Whether a file says of itself that it is the one of this name; settings have no id.
fn is_called(file: &PersonalFile, name: &str) -> bool {
    let Ok(bytes) = &file.bytes else { return false };
    let document = Document::read(bytes);
    let Some(root) = document.root() else { return false };
    match splice::find(root, "id").map(|it| &it.value.value) {
        Some(Value::Text(id)) => id == name,
        Some(_) => false,
        None => name == "settings",
    }
}

/// Whether a name beside the settings is that of a conflict copy of theirs.
pub(super) fn is_copy_of_settings(name: &str) -> bool {
    let is_beside =
        name.strip_prefix("settings").is_some_and(|it| it.starts_with(['.', ' ', '-', '_']));
    let plain = !name.contains(['/', '\\', ':']);
    plain
        && is_beside
        && Path::new(name).extension().is_some_and(|it| it == "ron")
        && name != "settings.ron"
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    fn file(name: &str, id: &str) -> PersonalFile {
        let text = format!("(id: \"{id}\")");
        PersonalFile { path: Path::new("routines").join(name), bytes: Ok(text.into_bytes()) }
    }

    #[test]
    fn every_service_s_names_are_known_and_a_person_s_own_are_left_alone() {
        let files = [
            ("evening.ron", "evening"),
            ("evening.sync-conflict-20261122-110017-T24LULV.ron", "evening"),
            ("evening (Anna's conflicted copy 2026-11-22).ron", "evening"),
            ("evening (conflicted copy 2026-11-22 110017).ron", "evening"),
            ("evening_conflict-20261122-110017.ron", "evening"),
            ("evening (1).ron", "evening"),
            ("evening 2.ron", "evening"),
            ("evening-LAPTOP-7.ron", "evening"),
            // None of these is a copy.
            ("evening-short.ron", "evening-short"),
            ("morning (1).ron", "morning"),
            ("morning 2.ron", "morning"),
            ("evening (for Anna).ron", "evening"),
            // A copy whose original is gone is one by its name alone.
            ("noon.sync-conflict-20261122-110017-T24LULV.ron", "noon"),
        ];
        let (meant, copies) = without_copies(files.map(|it| file(it.0, it.1)).into());
        let meant = meant.iter().map(|it| it.path.display().to_string());
        let copies =
            copies.iter().map(|it| format!("{} of {}", it.file.path.display(), it.of.display()));
        let all: Vec<_> = meant.chain(copies).collect();
        expect![[r#"
            routines/evening.ron
            routines/evening-short.ron
            routines/morning (1).ron
            routines/morning 2.ron
            routines/evening (for Anna).ron
            routines/evening.sync-conflict-20261122-110017-T24LULV.ron of routines/evening.ron
            routines/evening (Anna's conflicted copy 2026-11-22).ron of routines/evening.ron
            routines/evening (conflicted copy 2026-11-22 110017).ron of routines/evening.ron
            routines/evening_conflict-20261122-110017.ron of routines/evening.ron
            routines/evening (1).ron of routines/evening.ron
            routines/evening 2.ron of routines/evening.ron
            routines/evening-LAPTOP-7.ron of routines/evening.ron
            routines/noon.sync-conflict-20261122-110017-T24LULV.ron of routines/noon.ron"#]]
        .assert_eq(&all.join("\n"));
    }

    #[test]
    fn copies_of_the_settings_are_told_from_other_files() {
        for (name, is) in [
            ("settings.ron", false),
            ("settings.sync-conflict-20261122-110017-T24LULV.ron", true),
            ("settings (conflicted copy).ron", true),
            ("settings-LAPTOP.ron", true),
            ("settings/x.ron", false),
            ("mysettings.ron", false),
        ] {
            assert_eq!(is_copy_of_settings(name), is, "{name}");
        }
    }
}
