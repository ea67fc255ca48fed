//! `history`: what was done, newest last.

use std::io::{self, Write};

use super::context::Context;
use super::json::{self, SessionJson};
use super::table::Table;
use super::{Answer, Outcome, warn};
use crate::files::read_journal;
use crate::history::{Journal, Record, SessionRecord, write_sets};
use crate::program::{CheckRules, Done, checks_done, measure};
use crate::text::{CheckSentence, CommandSentence};

/// How the answer is to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// For people.
    Table,
    /// One JSON value.
    Json,
    /// A line for each set.
    Csv,
}

/// Lists the sessions and breaks of the journal. The journal is only read: no lock is needed.
pub(super) fn history(context: &Context, form: Form, out: &mut dyn Write) -> Outcome {
    let folders = context.folders()?;
    let (journal, problems) = read_journal(&*context.disk, &folders);
    let sessions = journal.sessions();
    match form {
        Form::Json => {
            let rows: Vec<_> = sessions.iter().map(|it| SessionJson::new(it.0, it.1)).collect();
            json::print(&rows, out)?;
        }
        Form::Csv => write_sets(&sessions, &mut *out).map_err(io::Error::from)?,
        Form::Table => {
            table(context, &sessions, out)?;
            checks(context, (&journal, &context.rules(&folders)?.rules.checks), out)?;
        }
    }
    let bad = journal.health().bad.len();
    let mut said: Vec<_> = problems.iter().map(|it| context.problem_sentence(it)).collect();
    if bad > 0 {
        // A torn line stays in the journal for ever, and the answer is whole without it.
        said.push(context.text.tell(CommandSentence::JournalBadLines { count: bad }));
    }
    for sentence in &said {
        // Beside the answer, so that it stays one JSON value or one table.
        warn(sentence)?;
    }
    Ok(if problems.is_empty() { Answer::Done } else { Answer::No })
}

/// The checks below the sessions: what was measured, and how.
fn checks(
    context: &Context,
    (journal, rules): (&Journal, &CheckRules),
    out: &mut dyn Write,
) -> io::Result<()> {
    let text = &context.text;
    let done = checks_done(journal);
    if done.is_empty() {
        return Ok(());
    }
    writeln!(out)?;
    writeln!(out, "{}", text.check(CheckSentence::Part))?;
    for Done { date, check, .. } in &done {
        let name = if check.name.is_empty() { &check.of } else { &check.name };
        let found = text.check_line(&measure(check, rules));
        let how = text.check_conditions(check);
        let told = [name.clone(), found, how].into_iter().filter(|it| !it.is_empty());
        writeln!(out, "    {date}  {}", told.collect::<Vec<_>>().join(" · "))?;
    }
    Ok(())
}

fn table(
    context: &Context,
    sessions: &[(&Record, &SessionRecord)],
    out: &mut dyn Write,
) -> io::Result<()> {
    let text = &context.text;
    if sessions.is_empty() {
        return writeln!(out, "{}", text.tell(CommandSentence::HistoryEmpty));
    }
    let heads = [
        CommandSentence::HeadDate,
        CommandSentence::HeadTime,
        CommandSentence::HeadRoutine,
        CommandSentence::HeadActive,
        CommandSentence::HeadSets,
        CommandSentence::HeadEnding,
        CommandSentence::HeadPain,
        CommandSentence::HeadNote,
    ];
    let mut table = Table::new(heads.map(|it| text.tell(it)).to_vec(), &[3, 4]);
    for (record, session) in sessions {
        let ending = if session.is_finished() {
            CommandSentence::EndingFinished
        } else {
            CommandSentence::EndingEarly
        };
        let pain = |it: Option<_>| it.map_or_else(|| "–".to_owned(), |it| format!("{it}"));
        let pain = format!("{} {}", pain(session.pain.before), pain(session.pain.after));
        let pain = if session.pain.is_unknown() { String::new() } else { pain };
        table.row(vec![
            record.date.to_string(),
            session.started.format("%H:%M").to_string(),
            session.name.clone(),
            text.minutes(session.active),
            format!("{}/{}", session.sets_done(), session.sets.len()),
            text.tell(ending),
            pain,
            session.note.lines().next().unwrap_or_default().to_owned(),
        ]);
    }
    table.print(out)
}
