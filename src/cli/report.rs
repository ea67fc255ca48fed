//! `report`: the page for a professional.

use std::io::Write;

use chrono::Days;

use super::context::Context;
use super::{Answer, Failure, Outcome, ReportArgs, warn};
use crate::files::{ProblemKind, read_journal, write_page};
use crate::report::{Choices, Drawn, MARK, Notes, Report, html};
use crate::text::CommandSentence;

/// Days of a report without a first day: twelve weeks.
const DAYS: u64 = 7 * 12;

/// Which of the person's notes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum NotesArg {
    /// All of the period.
    All,
    /// None of them.
    None,
}

/// Writes the report. The journal is only read: no lock is needed.
pub(super) fn report(context: &Context, args: &ReportArgs, out: &mut dyn Write) -> Outcome {
    let text = &context.text;
    let folders = context.folders()?;
    let loaded = context.library(&folders)?;
    let (journal, problems) = read_journal(&*context.disk, &folders);
    let today = context.clock.now().date();
    let to = args.to.unwrap_or(today);
    let from = args.from.or_else(|| to.checked_sub_days(Days::new(DAYS - 1))).unwrap_or(to);
    if to < from {
        let (from, to) = (from.to_string(), to.to_string());
        let said = text.tell(CommandSentence::ReportPeriod { from: &from, to: &to });
        return Err(Failure::Usage(said));
    }
    let notes = match args.notes {
        NotesArg::All => Notes::All,
        NotesArg::None => Notes::None,
    };
    let week_start = context.settings(&folders)?.settings().week_starts.day();
    let choices = Choices { from, to, made: today, week_start, notes };
    let report = Report::new(&journal, choices);
    let drawn = Drawn { library: &loaded.library, shelf: &loaded.shelf, text };
    let path = args.file.display().to_string();
    write_page(&*context.disk, &args.file, &html(&report, drawn), MARK).map_err(|it| {
        if it.kind == ProblemKind::ChangedOutside {
            Failure::Said(text.tell(CommandSentence::ReportNotOurs { path: &path }))
        } else {
            context.problem(&it)
        }
    })?;
    let (sessions, notes) = (report.sessions.len(), report.notes.len());
    let said = CommandSentence::ReportWritten { path: &path, sessions, notes };
    writeln!(out, "{}", text.tell(said))?;
    for problem in &problems {
        warn(&context.problem_sentence(problem))?;
    }
    Ok(if problems.is_empty() { Answer::Done } else { Answer::No })
}
