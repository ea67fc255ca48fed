//! `routines` and `plan`: what there is, and what it would look like in time.

use std::io::Write;
use std::time::Duration;

use super::context::Context;
use super::json::{self, CueJson, PlanJson, RoutineJson};
use super::table::Table;
use super::{Answer, Outcome, PlanArgs};
use crate::session::score::score_after;
use crate::session::{At, Command, Plan, Session, Step};
use crate::text::{CommandSentence, Text};
use crate::units::Mss;

/// Lists the routines. One that cannot be laid out is not among them; `check` says why.
pub(super) fn routines(context: &Context, as_json: bool, out: &mut dyn Write) -> Outcome {
    let library = context.library(&context.folders()?)?.library;
    let plans: Vec<_> = library
        .routines
        .iter()
        .filter_map(|it| Some((it, context.plan(&library, &it.id).ok()?.length())))
        .collect();
    if as_json {
        let rows: Vec<_> = plans
            .iter()
            .map(|(routine, length)| RoutineJson {
                id: &routine.id,
                name: &routine.name.long,
                seconds: json::seconds(*length),
            })
            .collect();
        json::print(&rows, out)?;
        return Ok(Answer::Done);
    }
    let text = &context.text;
    let heads = [CommandSentence::HeadId, CommandSentence::HeadLength, CommandSentence::HeadName];
    let mut table = Table::new(heads.map(|it| text.tell(it)).to_vec(), &[1]);
    for (routine, length) in plans {
        table.row(vec![routine.id.clone(), text.minutes(length), routine.name.long.clone()]);
    }
    table.print(out)?;
    Ok(Answer::Done)
}

/// Shows a routine's timetable.
pub(super) fn plan(context: &Context, args: &PlanArgs, out: &mut dyn Write) -> Outcome {
    let library = context.library(&context.folders()?)?.library;
    let plan = context.fitted(&library, &args.routine, args.minutes)?;
    if args.output.json {
        let cues = args.cues.then(|| cues(&plan, &context.text));
        json::print(&PlanJson::new(&plan, cues), out)?;
    } else {
        print(&plan, &context.text, out)?;
    }
    Ok(Answer::Done)
}

fn print(plan: &Plan, text: &Text, out: &mut dyn Write) -> std::io::Result<()> {
    let (name, length) = (plan.name.long.as_str(), Mss(plan.length()).to_string());
    writeln!(out, "{}", text.tell(CommandSentence::PlanTitle { name, length: &length }))?;
    let mut things: Vec<_> = plan.entries.iter().flat_map(|it| it.equipment.clone()).collect();
    things.sort_unstable();
    things.dedup();
    if !things.is_empty() {
        let things = text.list(things.into_iter().map(|it| text.equipment(it)));
        writeln!(out, "{}", text.tell(CommandSentence::PlanFetch { things: &things }))?;
    }
    if let Some(fitted) = &plan.fitted {
        writeln!(out, "{}", text.fitted(fitted))?;
    }
    for it in &plan.left_out {
        let what = text.left_out(it);
        writeln!(out, "{}", text.tell(CommandSentence::PlanLeftOut { what: &what }))?;
    }
    writeln!(out)?;
    let heads = [
        CommandSentence::HeadStart,
        CommandSentence::HeadLength,
        CommandSentence::HeadKind,
        CommandSentence::HeadExercise,
        CommandSentence::HeadSide,
        CommandSentence::HeadSet,
        CommandSentence::HeadDose,
    ];
    let mut table = Table::new(heads.map(|it| text.tell(it)).to_vec(), &[0, 1]);
    let mut start = Duration::ZERO;
    for step in &plan.steps {
        table.row(row(plan, step, start, text));
        start += step.length;
    }
    table.print(out)
}

fn row(plan: &Plan, step: &Step, start: Duration, text: &Text) -> Vec<String> {
    let name = plan.entries.get(step.entry).map(|it| it.name.long.clone()).unwrap_or_default();
    let dose = step.work.map(|it| text.amount(it.amount)).unwrap_or_default();
    let dose =
        if step.waits() { text.tell(CommandSentence::OwnPace { dose: &dose }) } else { dose };
    vec![
        Mss(start).to_string(),
        Mss(step.length).to_string(),
        text.step_kind(step.kind),
        name,
        text.side(step.side),
        format!("{}/{}", step.set, step.sets),
        dose,
    ]
}

/// Every sound of a plan, sets at one's own pace taken at their usual tempo.
fn cues(plan: &Plan, text: &Text) -> Vec<CueJson> {
    let mut session = Session::new(plan.clone());
    let events = session.apply(Command::Start);
    let (mut cues, mut now, mut start) = (Vec::new(), Duration::ZERO, Duration::ZERO);
    let take = |session: &Session, events: &[At], now: Duration, cues: &mut Vec<CueJson>| {
        cues.extend(score_after(session, events).cues.into_iter().map(|it| CueJson {
            at: json::seconds(now + it.at),
            tone: it.tone,
            words: it.words.map(|words| text.spoken(&words, plan)),
        }));
    };
    take(&session, &events, now, &mut cues);
    for step in &plan.steps {
        start += step.length;
        if step.waits() {
            session.advance(start.saturating_sub(now));
            let events = session.apply(Command::Done);
            now = start;
            take(&session, &events, now, &mut cues);
        }
    }
    cues.sort_by(|a, b| a.at.total_cmp(&b.at));
    cues
}
