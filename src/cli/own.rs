//! The person's own files at the command line: what they add, and what is wrong with them. That is told
//! beside the answer of every command, once, so that nothing is left out without a word.

use std::io::{self, Write as _};

use super::check::of_settings;
use super::context::Context;
use super::{Failure, warn};
use crate::files::{Folders, read_settings, without_copies};
use crate::library::check::Problem;
use crate::library::{Library, Loaded};
use crate::program::{LoadedRules, Rules, is_rule_file};
use crate::ron::Severity;
use crate::settings::SettingsFile;
use crate::text::CommandSentence;

/// So many problems are told one by one; `check` shows all.
const MOST: usize = 5;

impl Context {
    /// The settings; the defaults where there are none or they cannot be read.
    pub(super) fn settings(&self, folders: &Folders) -> Result<SettingsFile, Failure> {
        let bytes = read_settings(&*self.disk, folders).map_err(|it| self.problem(&it))?;
        let Some(bytes) = bytes else { return Ok(SettingsFile::fresh()) };
        let path = folders.settings().display().to_string();
        self.tell(folders, &of_settings(&path, &bytes))?;
        Ok(SettingsFile::read(&bytes))
    }

    /// The library with the person's files over it, and what is wrong with those.
    pub(super) fn library(&self, folders: &Folders) -> Result<Loaded, Failure> {
        let files = self.own_files(folders)?.into_iter();
        let mut loaded = Library::load(files.filter(|it| !is_rule_file(&it.0)));
        self.tell(folders, &loaded.problems)?;
        let settings = self.settings(folders)?;
        loaded.library.timing = settings.settings().timing(loaded.library.timing);
        Ok(loaded)
    }

    /// The rules with the person's own files over them.
    pub(super) fn rules(&self, folders: &Folders) -> Result<LoadedRules, Failure> {
        let files = self.own_files(folders)?.into_iter();
        let loaded = Rules::load(files.filter(|it| is_rule_file(&it.0)));
        self.tell(folders, &loaded.problems)?;
        Ok(loaded)
    }

    /// The person's own files, each with its path. As in the window, what a sync service has left beside
    /// them stays out.
    fn own_files(&self, folders: &Folders) -> Result<Vec<(String, Vec<u8>)>, Failure> {
        let files = folders.library_files(&*self.disk).map_err(|it| self.problem(&it))?;
        let (meant, _) = without_copies(files);
        let mut named = Vec::new();
        for file in meant {
            match (file.for_library(), &file.bytes) {
                (Some(bytes), _) => named.push((file.path.display().to_string(), bytes.to_vec())),
                (None, Err(problem)) => {
                    self.tell_once(folders, self.problem_sentence(problem), warn)?;
                }
                (None, Ok(_)) => {}
            }
        }
        Ok(named)
    }

    /// Tells why files are not used.
    fn tell(&self, folders: &Folders, problems: &[Problem]) -> io::Result<()> {
        for problem in problems.iter().filter(|it| it.severity == Severity::Error) {
            let line = self.text.problem_line(problem);
            self.tell_once(folders, line, |it| writeln!(io::stderr(), "{it}"))?;
        }
        Ok(())
    }

    fn tell_once(
        &self,
        folders: &Folders,
        line: String,
        tell: impl FnOnce(&str) -> io::Result<()>,
    ) -> io::Result<()> {
        let mut told = self.told.borrow_mut();
        let count = told.len();
        if told.contains(&line) || MOST < count {
            return Ok(());
        }
        let said = if count < MOST {
            tell(&line)
        } else {
            let path = &folders.data.display().to_string();
            warn(&self.text.tell(CommandSentence::MoreProblems { path }))
        };
        told.insert(line);
        said
    }
}
