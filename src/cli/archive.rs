//! `export`, `import` and `calendar`: a person's data, out and in.

use std::io::Write;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::context::Context;
use super::play::open;
use super::{Answer, Failure, Outcome};
use crate::files::{
    ArchiveProblem, Preview, export as write_archive, read_archive, read_journal, read_personal,
    write_fresh,
};
use crate::history::{Planned, icalendar, usual_time};
use crate::program::{Course, Grounds, Owned, next};
use crate::text::CommandSentence;

/// Writes everything to a new archive. The journal is only read: no lock is needed.
pub(super) fn export(context: &Context, to: &Path, out: &mut dyn Write) -> Outcome {
    let folders = context.folders()?;
    let (journal, problems) = read_journal(&*context.disk, &folders);
    if let Some(problem) = problems.first() {
        return Err(context.problem(problem));
    }
    write_archive(&*context.disk, &folders, &journal, &absolute(to)?)
        .map_err(|it| archive_problem(context, to, &it))?;
    let path = to.display().to_string();
    writeln!(out, "{}", context.text.tell(CommandSentence::Exported { path: &path }))?;
    Ok(Answer::Done)
}

/// Whether a file is to be taken for an archive: it is none of the small texts that a routine is.
pub(super) fn is_archive(context: &Context, from: &Path) -> bool {
    match read_personal(&*context.disk, from).bytes {
        Ok(bytes) => bytes.starts_with(b"PK") || from.extension().is_some_and(|it| it == "zip"),
        // Too large for a routine, or not to be read: the reader of archives says what it is.
        Err(_) => !from.extension().is_some_and(|it| it == "ron" || it == "evenhold"),
    }
}

/// Says what an archive would change, and takes it in when it is told to.
pub(super) fn import(context: &Context, from: &Path, yes: bool, out: &mut dyn Write) -> Outcome {
    let folders = context.folders()?;
    let file = absolute(from)?;
    if !yes {
        let (journal, _) = read_journal(&*context.disk, &folders);
        let read = read_archive(&*context.disk, &folders, &journal, &file)
            .map_err(|it| archive_problem(context, from, &it))?;
        tell(context, &read.preview, out)?;
        let hint = if read.preview.is_empty() {
            CommandSentence::ImportNothing
        } else {
            CommandSentence::ImportHint
        };
        writeln!(out, "{}", context.text.tell(hint))?;
        return Ok(Answer::Done);
    }
    let store = open(context, folders.clone())?;
    let read = read_archive(store.disk(), &folders, &store.journal, &file)
        .map_err(|it| archive_problem(context, from, &it))?;
    tell(context, &read.preview, out)?;
    read.apply(store.disk(), &folders, &store.device)
        .map_err(|it| archive_problem(context, from, &it))?;
    writeln!(out, "{}", context.text.tell(CommandSentence::Imported))?;
    Ok(Answer::Done)
}

fn tell(context: &Context, preview: &Preview, out: &mut dyn Write) -> Result<(), Failure> {
    let Preview { new, same, different, unreadable, new_files, kept_files } = preview;
    let tell = |it| context.text.tell(it);
    let records = CommandSentence::ImportRecords { new: *new, same: *same, different: *different };
    writeln!(out, "{}", tell(records))?;
    if *unreadable > 0 {
        writeln!(out, "{}", tell(CommandSentence::ImportUnreadable { count: *unreadable }))?;
    }
    for name in new_files {
        writeln!(out, "{}", tell(CommandSentence::ImportNewFile { name }))?;
    }
    for name in kept_files {
        writeln!(out, "{}", tell(CommandSentence::ImportKeptFile { name }))?;
    }
    Ok(())
}

fn absolute(path: &Path) -> Result<PathBuf, Failure> {
    std::path::absolute(path).map_err(Failure::Output)
}

/// What stands in the way of an archive.
fn archive_problem(context: &Context, path: &Path, problem: &ArchiveProblem) -> Failure {
    let path = &*path.display().to_string();
    let sentence = match problem {
        ArchiveProblem::NotAnArchive => CommandSentence::ArchiveDamaged { path },
        ArchiveProblem::TooLarge => CommandSentence::ArchiveTooLarge { path },
        ArchiveProblem::UnsafeName(name) => CommandSentence::ArchiveUnsafe { path, name },
        ArchiveProblem::Encrypted => CommandSentence::ArchiveEncrypted { path },
        ArchiveProblem::Exists => CommandSentence::AlreadyThere { path },
        ArchiveProblem::Problem(problem) => return context.problem(problem),
    };
    Failure::Said(context.text.tell(sentence))
}

/// Writes the sessions that are still planned this week as an iCalendar file.
pub(super) fn calendar(
    context: &Context,
    to: &Path,
    today: Option<NaiveDate>,
    out: &mut dyn Write,
) -> Outcome {
    let planned = plan(context, today)?;
    write_fresh(&*context.disk, &absolute(to)?, icalendar(&planned).as_bytes())
        .map_err(|it| archive_problem(context, to, &it))?;
    let path = to.display().to_string();
    let told = CommandSentence::CalendarWritten { count: planned.len(), path: &path };
    writeln!(out, "{}", context.text.tell(told))?;
    Ok(Answer::Done)
}

fn plan(context: &Context, today: Option<NaiveDate>) -> Result<Vec<Planned>, Failure> {
    let folders = context.folders()?;
    let (journal, _) = read_journal(&*context.disk, &folders);
    let library = context.library(&folders)?.library;
    let today = today.unwrap_or_else(|| context.clock.now().date());
    let grounds = Grounds {
        library: &library,
        rules: &context.rules(&folders)?.rules,
        journal: &journal,
        owned: &Owned::of(&journal, today),
        today,
        week_starts: context.settings(&folders)?.settings().week_starts.day(),
    };
    let week = next(&Course::of(&grounds), &grounds).week;
    let time = usual_time(&journal);
    let days = week.into_iter().filter_map(|it| Some((it.date, it.routine?)));
    let planned = days.map(|(day, routine)| {
        let plan = context.plan(&library, &routine)?;
        Ok(Planned {
            start: day.and_time(time),
            length: plan.length(),
            routine,
            name: plan.name.long,
        })
    });
    planned.collect()
}
