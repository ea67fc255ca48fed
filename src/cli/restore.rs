//! `restore` and `move`: copies taken back, and the data in another folder.

use std::io::Write;
use std::path::Path;

use super::context::Context;
use super::play::open;
use super::table::Table;
use super::{Answer, Failure, Outcome};
use crate::coach::Remark;
use crate::files::{self, Backup, Folders, MoveProblem};
use crate::text::{CommandSentence, Sentence};

/// How a moment is told.
const MOMENT: &str = "%Y-%m-%d %H:%M";

/// Lists all copies, or takes the newest one of a file back.
pub(super) fn restore(context: &Context, file: Option<&str>, out: &mut dyn Write) -> Outcome {
    let folders = context.folders()?;
    match file {
        None => list(context, &folders, out),
        Some(name) => {
            // Nobody else may be writing.
            let store = open(context, folders)?;
            take_back(context, &store.folders, name, out)
        }
    }
}

fn list(context: &Context, folders: &Folders, out: &mut dyn Write) -> Outcome {
    let all = files::backups(&*context.disk, folders).map_err(|it| context.problem(&it))?;
    if all.is_empty() {
        writeln!(out, "{}", context.text.tell(CommandSentence::RestoreNone))?;
        return Ok(Answer::Done);
    }
    let heads = [CommandSentence::RestoreFile, CommandSentence::RestoreMoment];
    let mut table = Table::new(heads.map(|it| context.text.tell(it)).to_vec(), &[]);
    for Backup { of, at, .. } in all {
        table.row(vec![of, at.map_or_else(|| "–".to_owned(), |it| it.format(MOMENT).to_string())]);
    }
    table.print(out)?;
    Ok(Answer::Done)
}

fn take_back(context: &Context, folders: &Folders, name: &str, out: &mut dyn Write) -> Outcome {
    let disk = &*context.disk;
    let all = files::backups(disk, folders).map_err(|it| context.problem(&it))?;
    let newest = all.into_iter().rfind(|it| it.of == name).ok_or_else(|| {
        Failure::Said(context.text.tell(CommandSentence::RestoreUnknown { name }))
    })?;
    let done = files::restore(disk, folders, &newest).map_err(|it| context.problem(&it))?;
    let path = done.display().to_string();
    let sentence = match newest.at.map(|it| it.format(MOMENT).to_string()) {
        Some(date) => context.text.tell(CommandSentence::RestoreDone { path: &path, date: &date }),
        None => context.text.tell(CommandSentence::RestoreMonth { path: &path }),
    };
    writeln!(out, "{sentence}")?;
    Ok(Answer::Done)
}

/// Takes the data to another folder.
pub(super) fn take_to(context: &Context, to: &Path, out: &mut dyn Write) -> Outcome {
    let store = open(context, context.folders()?)?;
    let moved = files::move_data(&*context.disk, &store.folders, to).map_err(|problem| {
        let why = match problem {
            MoveProblem::Portable => context.text.say(Sentence::TroubleMovePortable),
            MoveProblem::Inside => context.text.say(Sentence::TroubleMoveInside),
            MoveProblem::Problem(problem) => context.problem_sentence(&problem),
        };
        Failure::Said(context.text.say(Sentence::FailedMoving { why: &why }))
    })?;
    let (path, left) = (moved.folders.data.display(), moved.left.display());
    let (path, left) = (path.to_string(), left.to_string());
    let remark = Remark::Moved { path, left, copied: moved.copied };
    writeln!(out, "{}", remark.say(&context.text))?;
    if !moved.theirs.is_empty() {
        writeln!(out, "{}", Remark::Theirs(moved.theirs.len()).say(&context.text))?;
    }
    Ok(Answer::Done)
}
