//! What `play` prints when something is safe. These lines are for programs as much as for people:
//! they stay as they are, in every language.

use crate::library::Amount;
use crate::session::{
    Ending, Entry, Fact, HurtBand, HurtPlace, PauseReason, Plan, SetResult, StepKind,
};

use crate::cli::json::seconds;

/// The line for a fact.
pub(super) fn saved(fact: &Fact, plan: &Plan) -> String {
    match fact {
        Fact::At { step, into, .. } => {
            format!("saved at {}", place(plan, *step, seconds(*into)))
        }
        Fact::Set { result, .. } => format!("saved set {}", set(result)),
        Fact::Unset { step } => format!("saved unset {}", place(plan, *step, 0.0)),
        Fact::Dropped { entry } => {
            let exercise = plan.entries.get(*entry).map_or("", |it| it.exercise.as_str());
            format!("saved dropped {exercise}")
        }
        Fact::Paused { reason } => format!("saved paused {}", reason_word(*reason)),
        Fact::Resumed => "saved resumed".to_owned(),
        Fact::Read(told) => format!("saved reading {}", told.what),
        Fact::Hurt(hurt) => {
            let band = match hurt.answer.band {
                HurtBand::Green => "green",
                HurtBand::Amber => "amber",
                HurtBand::Red => "red",
            };
            format!("saved hurt {} {} rep {} {band}", hurt.exercise, hurt.side, hurt.rep)
        }
        Fact::HurtsAt { place } => match place {
            Some(place) => format!("saved hurts at {}", place_word(*place)),
            None => "saved hurts nowhere told".to_owned(),
        },
        Fact::Replanned(splice) => {
            let words = |it: &Entry| format!("{} level {}", it.exercise, it.level);
            let now: Vec<_> = splice.entries.iter().map(words).collect();
            format!("saved replanned from step {} {}", splice.at, now.join(", "))
                .trim_end()
                .to_owned()
        }
        Fact::Ended { ending } => format!("saved ended {}", ending_word(*ending)),
    }
}

/// A place in a session: `7 work clam left 1/2 12.000`.
pub(super) fn place(plan: &Plan, step: usize, into: f64) -> String {
    let Some(it) = plan.steps.get(step) else { return format!("{step}") };
    let exercise = plan.entries.get(it.entry).map_or("", |it| it.exercise.as_str());
    let kind = match it.kind {
        StepKind::Ready => "ready",
        StepKind::Work => "work",
        StepKind::Switch => "switch",
        StepKind::Rest => "rest",
    };
    format!("{step} {kind} {exercise} {} {}/{} {into:.3}", it.side, it.set, it.sets)
}

/// The result of a set: `clam left 1/2 reps 12`.
fn set(result: &SetResult) -> String {
    let SetResult { exercise, side, set, sets, done, skipped, .. } = result;
    let done = match done {
        Amount::Hold(time) => format!("hold {:.3}", seconds(*time)),
        Amount::Drill(time) => format!("drill {:.3}", seconds(*time)),
        Amount::Reps(n) => format!("reps {n}"),
        Amount::Steps(n) => format!("steps {n}"),
        Amount::Reaches(n) => format!("reaches {n}"),
    };
    let skipped = if *skipped { " skipped" } else { "" };
    format!("{exercise} {side} {set}/{sets} {done}{skipped}")
}

const fn place_word(place: HurtPlace) -> &'static str {
    match place {
        HurtPlace::Front => "front",
        HurtPlace::Outer => "outer",
        HurtPlace::Buttock => "buttock",
        HurtPlace::Back => "back",
        HurtPlace::Knee => "knee",
        HurtPlace::Other => "other",
    }
}

const fn reason_word(reason: PauseReason) -> &'static str {
    match reason {
        PauseReason::Person => "person",
        PauseReason::Hurt => "hurt",
        PauseReason::Gap => "gap",
        PauseReason::Restored => "restored",
        PauseReason::Question => "question",
    }
}

const fn ending_word(ending: Ending) -> &'static str {
    match ending {
        Ending::Completed => "completed",
        Ending::Early => "early",
        Ending::Left => "left",
    }
}
