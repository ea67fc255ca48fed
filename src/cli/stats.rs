//! `stats`: weeks against the target, weeks on track, and what each exercise and muscle came to.

use std::io::Write;

use chrono::NaiveDate;
use serde::Serialize;

use super::context::Context;
use super::json;
use super::table::Table;
use super::{Answer, Failure, Outcome, warn};
use crate::files::read_journal;
use crate::history::{
    Days, Journal, Outcome as WeekOutcome, STRETCH_MINUTES, StretchWeek, Trend, WeekRules, Weeks,
    stretch_weeks, trends,
};
use crate::library::Amount;
use crate::program::Health;
use crate::text::CommandSentence;

/// So many weeks stand in the table for people.
const SHOWN: usize = 12;

#[derive(Debug, Serialize)]
struct StatsJson {
    today: NaiveDate,
    weeks_on_track: u32,
    credits: u8,
    weeks: Vec<WeekJson>,
    sessions: usize,
    records: usize,
    active_minutes: f64,
    exercises: Vec<ExerciseJson>,
    stretch: Vec<StretchJson>,
}

#[derive(Debug, Serialize)]
struct WeekJson {
    start: NaiveDate,
    sessions: u8,
    target: u8,
    met: bool,
    outcome: &'static str,
    paused_days: u8,
    active_minutes: f64,
}

#[derive(Debug, Serialize)]
struct ExerciseJson {
    exercise: String,
    name: String,
    times: usize,
    level: u8,
    last: NaiveDate,
    best: Option<f64>,
    unit: &'static str,
}

#[derive(Debug, Serialize)]
struct StretchJson {
    start: NaiveDate,
    muscles: Vec<MuscleJson>,
}

#[derive(Debug, Serialize)]
struct MuscleJson {
    muscle: String,
    left_minutes: f64,
    right_minutes: f64,
}

/// Shows the statistics as they are on a day; the journal is only read.
pub(super) fn stats(
    context: &Context,
    today: Option<NaiveDate>,
    json: bool,
    out: &mut dyn Write,
) -> Outcome {
    let folders = context.folders()?;
    let (journal, problems) = read_journal(&*context.disk, &folders);
    let first_day = context.settings(&folders)?.settings().week_starts.day();
    let today = today.unwrap_or_else(|| context.clock.now().date());
    let days = Days::of(&journal);
    let held = Health::of(&journal, today).held;
    let weeks = Weeks::new(&days, &WeekRules { first_day, today, held: &held });
    let stretch = stretch_weeks(&journal, first_day);
    if json {
        json::print(&shape(&journal, &days, (today, &weeks), stretch), out)?;
    } else {
        tell(context, &days, &weeks, out)?;
        tell_exercises(context, &trends(&journal), out)?;
        tell_stretch(context, stretch.last(), &weeks, out)?;
    }
    for problem in &problems {
        warn(&context.problem_sentence(problem))?;
    }
    Ok(if problems.is_empty() { Answer::Done } else { Answer::No })
}

fn minutes(time: std::time::Duration) -> f64 {
    time.as_secs() as f64 / 60.0
}

fn shape(
    journal: &Journal,
    days: &Days,
    (today, weeks): (NaiveDate, &Weeks),
    stretch: Vec<StretchWeek>,
) -> StatsJson {
    let week = |it: &crate::history::Week| WeekJson {
        start: it.start,
        sessions: it.sessions,
        target: it.target,
        met: it.outcome == WeekOutcome::Met,
        outcome: word(it.outcome),
        paused_days: it.paused,
        active_minutes: minutes(it.active),
    };
    let muscles = |it: StretchWeek| StretchJson {
        start: it.start,
        muscles: it
            .muscles
            .into_iter()
            .map(|(muscle, (left, right))| MuscleJson {
                muscle,
                left_minutes: minutes(left),
                right_minutes: minutes(right),
            })
            .collect(),
    };
    StatsJson {
        today,
        weeks_on_track: weeks.on_track,
        credits: weeks.credits,
        weeks: weeks.all.iter().map(week).collect(),
        sessions: days.counted(),
        records: days.records(),
        active_minutes: minutes(days.active()),
        exercises: trends(journal).iter().filter_map(exercise).collect(),
        stretch: stretch.into_iter().map(muscles).collect(),
    }
}

const fn word(outcome: WeekOutcome) -> &'static str {
    match outcome {
        WeekOutcome::Met => "met",
        WeekOutcome::Credited => "credited",
        WeekOutcome::Skipped => "paused",
        WeekOutcome::Missed => "missed",
        WeekOutcome::Open => "open",
    }
}

fn exercise(trend: &Trend) -> Option<ExerciseJson> {
    let last = trend.times.last()?;
    let best = last.best();
    let (best, unit) = match best {
        Some(Amount::Reps(n)) => (Some(f64::from(n)), "reps"),
        Some(Amount::Steps(n)) => (Some(f64::from(n)), "steps"),
        Some(Amount::Reaches(n)) => (Some(f64::from(n)), "reaches"),
        Some(Amount::Hold(time) | Amount::Drill(time)) => (Some(json::seconds(time)), "seconds"),
        None => (None, ""),
    };
    Some(ExerciseJson {
        exercise: trend.exercise.clone(),
        name: trend.name.clone(),
        times: trend.times.len(),
        level: last.level,
        last: last.date,
        best,
        unit,
    })
}

fn tell(context: &Context, days: &Days, weeks: &Weeks, out: &mut dyn Write) -> Result<(), Failure> {
    let text = &context.text;
    let told = [
        CommandSentence::StatsOnTrack { count: weeks.on_track, credits: weeks.credits },
        CommandSentence::StatsSessions {
            count: days.counted(),
            records: days.records(),
            minutes: days.active().as_secs() / 60,
        },
    ];
    for sentence in told {
        writeln!(out, "{}", text.tell(sentence))?;
    }
    writeln!(out)?;
    let heads = [
        CommandSentence::HeadWeek,
        CommandSentence::HeadDays,
        CommandSentence::HeadTarget,
        CommandSentence::HeadActive,
        CommandSentence::HeadOutcome,
    ];
    let mut table = Table::new(heads.map(|it| text.tell(it)).to_vec(), &[1, 2, 3]);
    let first = weeks.all.len().saturating_sub(SHOWN);
    for week in weeks.all.iter().skip(first) {
        table.row(vec![
            week.start.to_string(),
            week.sessions.to_string(),
            week.target.to_string(),
            (week.active.as_secs() / 60).to_string(),
            text.tell(match week.outcome {
                WeekOutcome::Met => CommandSentence::WeekMet,
                WeekOutcome::Credited => CommandSentence::WeekCredited,
                WeekOutcome::Skipped => CommandSentence::WeekPaused,
                WeekOutcome::Missed => CommandSentence::WeekMissed,
                WeekOutcome::Open => CommandSentence::WeekOpen,
            }),
        ]);
    }
    Ok(table.print(out)?)
}

fn tell_exercises(context: &Context, trends: &[Trend], out: &mut dyn Write) -> Result<(), Failure> {
    if trends.is_empty() {
        return Ok(());
    }
    let text = &context.text;
    let heads = [
        CommandSentence::HeadExercise,
        CommandSentence::HeadTimes,
        CommandSentence::HeadLevel,
        CommandSentence::HeadBest,
        CommandSentence::HeadDate,
    ];
    let mut table = Table::new(heads.map(|it| text.tell(it)).to_vec(), &[1, 2]);
    for trend in trends {
        let Some(last) = trend.times.last() else { continue };
        table.row(vec![
            trend.name.clone(),
            trend.times.len().to_string(),
            last.level.to_string(),
            last.best().map(|it| text.amount(it)).unwrap_or_default(),
            last.date.to_string(),
        ]);
    }
    writeln!(out)?;
    Ok(table.print(out)?)
}

/// The stretch minutes of the current week, where there are any.
fn tell_stretch(
    context: &Context,
    last: Option<&StretchWeek>,
    weeks: &Weeks,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let now = weeks.current().map(|it| it.start);
    let Some(week) = last.filter(|it| Some(it.start) == now) else { return Ok(()) };
    let text = &context.text;
    writeln!(out)?;
    writeln!(out, "{}", text.tell(CommandSentence::StatsStretch { minutes: STRETCH_MINUTES }))?;
    let heads =
        [CommandSentence::HeadMuscle, CommandSentence::HeadLeft, CommandSentence::HeadRight];
    let mut table = Table::new(heads.map(|it| text.tell(it)).to_vec(), &[1, 2]);
    for (muscle, (left, right)) in &week.muscles {
        let cell = |it: &std::time::Duration| format!("{:.1}", minutes(*it));
        table.row(vec![muscle.replace('_', " "), cell(left), cell(right)]);
    }
    Ok(table.print(out)?)
}
