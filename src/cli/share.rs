//! `import` of a routine or a check that somebody has sent, `share` to pass one on, `sheet` to print one.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use super::context::Context;
use super::{Answer, Failure, Outcome};
use crate::coach::difference;
use crate::files::{
    ArchiveProblem, Folders, ProblemKind, read_personal, save_own, without_copies, write_fresh,
    write_page,
};
use crate::library::{Arrival, Library, packed};
use crate::report::{Drawn, SHEET_MARK, sheet};
use crate::session::{Missing, Plan};
use crate::text::{CommandSentence, ShareSentence};

/// What a person allows an import to do.
#[derive(Debug, Clone, Copy)]
pub(super) struct Allowed {
    /// Take in what is new.
    pub(super) yes: bool,
    /// Let it take the place of another version.
    pub(super) replace: bool,
}

/// The person's own files as texts, by their names in the data folder.
fn own_files(context: &Context, folders: &Folders) -> Result<BTreeMap<String, String>, Failure> {
    let files = folders.library_files(&*context.disk).map_err(|it| context.problem(&it))?;
    let named = without_copies(files).0.into_iter().filter_map(|it| {
        let inside = it.path.strip_prefix(&folders.data).ok()?;
        let parts: Option<Vec<_>> = inside.iter().map(|it| it.to_str()).collect();
        Some((parts?.join("/"), String::from_utf8(it.bytes.ok()?).ok()?))
    });
    Ok(named.collect())
}

/// Shows what somebody has sent, and takes it in when that is allowed.
pub(super) fn take_in(
    context: &Context,
    from: &Path,
    allowed: Allowed,
    out: &mut dyn Write,
) -> Outcome {
    let text = &context.text;
    let folders = context.folders()?;
    let own = own_files(context, &folders)?;
    let file = read_personal(&*context.disk, from);
    let bytes = file.bytes.map_err(|it| context.problem(&it))?;
    let shown = from.display().to_string();
    let arrival = Arrival::new(&shown, &bytes, &own)
        .map_err(|it| Failure::Said(text.refused(&shown, &it)))?;
    show(context, &arrival, out)?;
    if !arrival.is_sound() {
        return Ok(Answer::No);
    }
    if arrival.is_known() {
        writeln!(out, "{}", text.share(ShareSentence::Known))?;
        return Ok(Answer::Done);
    }
    let replaces = arrival.replaced().next().is_some();
    if !allowed.yes || (replaces && !allowed.replace) {
        let hint = if replaces { ShareSentence::HintReplace } else { ShareSentence::Hint };
        writeln!(out, "{}", text.share(hint))?;
        return Ok(if allowed.yes { Answer::No } else { Answer::Done });
    }
    folders.make(&*context.disk).map_err(|it| context.problem(&it))?;
    for it in &arrival.files {
        let before = own.get(&it.name).map(String::as_bytes);
        save_own(&*context.disk, &folders, (&it.name, it.text.as_bytes()), before)
            .map_err(|it| context.problem(&it))?;
    }
    writeln!(out, "{}", text.share(ShareSentence::Taken))?;
    Ok(Answer::Done)
}

/// What is in it, what it would change and what is wrong with it.
fn show(context: &Context, arrival: &Arrival, out: &mut dyn Write) -> Result<(), Failure> {
    let text = &context.text;
    for routine in arrival.routines().filter_map(|it| arrival.library.routine(it)) {
        let plan = Plan::new(routine, &arrival.library, Missing::default()).ok();
        writeln!(out, "{}", text.arriving(routine, plan.as_ref()))?;
    }
    for exercise in arrival.exercises().filter_map(|it| arrival.library.exercise(it)) {
        let name = exercise.name.long.as_str();
        writeln!(out, "{}", text.share(ShareSentence::HasExercise { name }))?;
    }
    for check in arrival.checks().filter_map(|it| arrival.library.self_check(it)) {
        let name = check.name.long.as_str();
        writeln!(out, "{}", text.share(ShareSentence::HasCheck { name }))?;
    }
    for (file, before) in arrival.replaced() {
        let name = file.name.as_str();
        writeln!(out, "{}", text.share(ShareSentence::Replaces { name }))?;
        for line in difference(before, &file.text) {
            writeln!(out, "  {} {}", line.side.sign(), line.text)?;
        }
    }
    for problem in &arrival.problems {
        let said = text.problem(problem);
        let (line, column) = (problem.start.line, problem.start.column);
        write!(out, "{}:{line}:{column}: {}", problem.file, said.message)?;
        match said.expected.as_deref() {
            Some(expected) => writeln!(out, " ({expected})")?,
            None => writeln!(out)?,
        }
    }
    Ok(())
}

/// Writes a routine or a check, with what it needs, as one file to pass on.
pub(super) fn share(context: &Context, id: &str, to: &Path, out: &mut dyn Write) -> Outcome {
    let folders = context.folders()?;
    let library = context.library(&folders)?.library;
    let is_check = library.routine(id).is_none() && library.self_check(id).is_some();
    if !is_check {
        context.routine(&library, id)?;
    }
    let own = own_files(context, &folders)?;
    let name = format!("{}/{id}.ron", if is_check { "checks" } else { "routines" });
    let text = own.get(&name).cloned().or_else(|| Library::shipped_file(&name).map(str::to_owned));
    let text = text.unwrap_or_default();
    let path = std::path::absolute(to)?;
    write_fresh(&*context.disk, &path, packed((&name, &text), &own).as_bytes()).map_err(|it| {
        let path = &*to.display().to_string();
        match &it {
            ArchiveProblem::Problem(problem) => context.problem(problem),
            ArchiveProblem::NotAnArchive
            | ArchiveProblem::TooLarge
            | ArchiveProblem::UnsafeName(_)
            | ArchiveProblem::Encrypted
            | ArchiveProblem::Exists => {
                Failure::Said(context.text.tell(CommandSentence::AlreadyThere { path }))
            }
        }
    })?;
    let path = &*to.display().to_string();
    writeln!(out, "{}", context.text.share(ShareSentence::PassedOn { path }))?;
    Ok(Answer::Done)
}

/// Writes a routine as a page to print.
pub(super) fn print(context: &Context, id: &str, to: &Path, out: &mut dyn Write) -> Outcome {
    let loaded = context.library(&context.folders()?)?;
    let routine = context.routine(&loaded.library, id)?;
    let plan = context.plan(&loaded.library, id)?;
    let text = &context.text;
    let drawn = Drawn { library: &loaded.library, shelf: &loaded.shelf, text };
    let path = to.display().to_string();
    write_page(&*context.disk, to, &sheet(routine, &plan, drawn), SHEET_MARK).map_err(|it| {
        if it.kind == ProblemKind::ChangedOutside {
            Failure::Said(text.tell(CommandSentence::AlreadyThere { path: &path }))
        } else {
            context.problem(&it)
        }
    })?;
    writeln!(out, "{}", text.share(ShareSentence::SheetWritten { path: &path }))?;
    Ok(Answer::Done)
}
