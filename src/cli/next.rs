//! `next`: what the programme proposes now, each with its reason.

use std::io::Write;

use chrono::{NaiveDate, Weekday};
use serde::Serialize;

use super::context::Context;
use super::{Answer, NextArgs, Outcome, json};
use crate::files::read_journal;
use crate::program::{Course, Grounds, Kind, Next, Owned, next};
use crate::settings::WeekStart;
use crate::text::{CommandSentence, Text};

/// A proposal as `--json` shows it.
#[derive(Debug, Serialize)]
struct ProposalJson<'a> {
    kind: Kind,
    subject: &'a str,
    proposal: String,
    reason: String,
    rule: String,
}

/// Says what is proposed on a day, today unless told otherwise.
pub(super) fn next_command(context: &Context, args: &NextArgs, out: &mut dyn Write) -> Outcome {
    let folders = context.folders()?;
    let library = context.library(&folders)?.library;
    let rules = context.rules(&folders)?.rules;
    // A line that cannot be read changes no proposal; `history` and `doctor` tell of it.
    let (journal, _) = read_journal(&*context.disk, &folders);
    let settings = context.settings(&folders)?;
    let today = args.today.unwrap_or_else(|| context.clock.now().date());
    let owned = Owned::of(&journal, today);
    let grounds = Grounds {
        library: &library,
        rules: &rules,
        journal: &journal,
        owned: &owned,
        today,
        week_starts: match settings.settings().week_starts {
            WeekStart::Monday => Weekday::Mon,
            WeekStart::Sunday => Weekday::Sun,
        },
    };
    let course = Course::of(&grounds);
    let next = next(&course, &grounds);
    if args.output.json {
        let rows: Vec<_> = next
            .proposals
            .iter()
            .map(|it| {
                let said = context.text.proposed(it, &library);
                ProposalJson {
                    kind: it.kind(),
                    subject: &it.subject,
                    proposal: said.what,
                    reason: said.why,
                    rule: it.rule(),
                }
            })
            .collect();
        json::print(&rows, out)?;
    } else {
        print(&context.text, &next, &grounds, out)?;
    }
    Ok(Answer::Done)
}

fn print(
    text: &Text,
    next: &Next,
    grounds: &Grounds<'_>,
    out: &mut dyn Write,
) -> std::io::Result<()> {
    for proposal in &next.proposals {
        let said = text.proposed(proposal, grounds.library);
        writeln!(out, "{}", said.what)?;
        writeln!(out, "    {}", said.why)?;
    }
    let days = next.week.iter().filter_map(|it| Some((it.date, it.routine.as_ref()?)));
    let days: Vec<_> = days.collect();
    if !days.is_empty() {
        writeln!(out)?;
        writeln!(out, "{}", text.tell(CommandSentence::NextDays))?;
    }
    for (date, routine) in days {
        let name = grounds.library.routine(routine).map_or(routine.as_str(), |it| &it.name.long);
        let line = CommandSentence::NextDay { day: &text.date(date), name };
        writeln!(out, "    {}", text.tell(line))?;
    }
    Ok(())
}

/// A day as the command line takes it.
pub(super) fn day(text: &str) -> Result<NaiveDate, String> {
    text.parse().map_err(|it: chrono::ParseError| it.to_string())
}
