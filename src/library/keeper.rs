//! Reading a person's files again and again while they are written: of a file that has a mistake in
//! it now, the last version without one stays in use.

use std::collections::{BTreeMap, BTreeSet};

use super::{Library, Loaded};
use crate::ron::Severity;

/// Remembers the last good version of each file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Keeper {
    good: BTreeMap<String, Vec<u8>>,
}

impl Keeper {
    /// The library with these files over it. The problems are those of the files as they are now;
    /// what is used of a file with errors is its last good version, if there was one.
    pub fn load(&mut self, files: &[(String, Vec<u8>)]) -> Loaded {
        let now = Library::load(files.iter().cloned());
        let errors = now.problems.iter().filter(|it| it.severity == Severity::Error);
        let broken: BTreeSet<String> = errors.map(|it| it.file.clone()).collect();
        self.good.retain(|path, _| files.iter().any(|it| it.0 == *path));
        for (path, bytes) in files.iter().filter(|it| !broken.contains(&it.0)) {
            self.good.insert(path.clone(), bytes.clone());
        }
        if !broken.iter().any(|it| self.good.contains_key(it)) {
            return now;
        }
        let usable = files.iter().map(|(path, bytes)| {
            let good = self.good.get(path).filter(|_| broken.contains(path));
            (path.clone(), good.unwrap_or(bytes).clone())
        });
        Loaded { problems: now.problems, ..Library::load(usable) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn routine(reps: &str) -> (String, Vec<u8>) {
        let text = format!(
            "(schema: 1, id: \"mine\", name: (long: \"Mine\", short: \"Mine\"), kind: session, \
             about: \"A try.\", blocks: [(title: \"All\", items: [(exercise: \"bridge\", level: 3, \
             sets: 1, reps: {reps})])])"
        );
        ("data/routines/mine.ron".to_owned(), text.into_bytes())
    }

    fn count(loaded: &Loaded) -> Option<u32> {
        loaded.library.routine("mine")?.blocks.first()?.items.first()?.amount.count()
    }

    #[test]
    fn the_last_good_version_stays_in_use_until_the_next_good_one() {
        let mut keeper = Keeper::default();
        assert_eq!(count(&keeper.load(&[routine("8")])), Some(8));
        let broken = keeper.load(&[routine("\"many\"")]);
        assert_eq!(count(&broken), Some(8));
        assert_eq!(broken.problems.len(), 1);
        let place = broken.problems.first().map(|it| (it.file.as_str(), it.start.line));
        assert_eq!(place, Some(("data/routines/mine.ron", 1)));
        let mended = keeper.load(&[routine("9")]);
        assert_eq!((count(&mended), mended.problems.len()), (Some(9), 0));
    }

    #[test]
    fn a_file_that_is_removed_is_gone_and_one_that_never_was_good_is_not_used() {
        let mut keeper = Keeper::default();
        keeper.load(&[routine("8")]);
        assert_eq!(count(&keeper.load(&[])), None);
        assert_eq!(count(&keeper.load(&[routine("nine")])), None);
    }
}
