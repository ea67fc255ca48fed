//! Doing one exercise of a session, and the words of a diary.

use super::*;

/// Adds an exercise of the plan as it was done.
pub(super) fn exercise(
    record: &mut SessionRecord,
    plan: &Plan,
    at: usize,
    reply: &impl Fn(&str, u8) -> Reply,
) {
    let entry = plan.entries.get(at).expect("an entry");
    let reply = reply(&entry.exercise, entry.level);
    let steps = plan.steps.iter().filter(|it| it.entry == at);
    let work: Vec<_> = steps.filter_map(|it| Some((it, it.work?.amount))).collect();
    // Another form took the place of all of it.
    let Some((_, each)) = work.first().copied() else { return };
    for (step, amount) in &work {
        let right = if step.side == Sides::Right { reply.short_right } else { 0 };
        record.sets.push(SetRecord {
            exercise: entry.exercise.clone(),
            level: entry.level,
            side: step.side,
            set: step.set,
            planned: *amount,
            done: less(*amount, reply.short + right),
            skipped: false,
            pain: reply.pain.and_then(Pain::new),
            rir: None,
        });
    }
    record.exercises.push(ExerciseRecord {
        exercise: entry.exercise.clone(),
        name: entry.name.long.clone(),
        level: entry.level,
        block: entry.block,
        muscles: Vec::new(),
        swapped: entry.swapped,
        replaces: entry.replaces.clone(),
        planned: PlannedDose { sets: work.len() as u32, each },
        form: None,
    });
    record.rate(&entry.exercise, entry.level, reply.left.map(Rir::new), reply.form);
    let band = |pain| if pain >= 6 { HurtBand::Red } else { HurtBand::Amber };
    record.hurts.extend(reply.pain.filter(|it| *it >= 3).map(|pain| HurtRecord {
        exercise: entry.exercise.clone(),
        side: Sides::Left,
        set: 1,
        rep: 3,
        band: band(pain),
        exact: Pain::new(pain),
        place: None,
    }));
}

pub(super) fn less(amount: Amount, short: u32) -> Amount {
    match (amount.count(), amount.time()) {
        (Some(n), _) => amount.with_count(n.saturating_sub(short)),
        (_, Some(time)) => amount.with_time(time.saturating_sub(Duration::from_secs(short.into()))),
        (None, None) => amount,
    }
}

pub(super) fn sentence(said: &Proposed) -> String {
    let stop = if said.what.ends_with('?') { "" } else { "." };
    format!("{}{stop} {}", said.what, said.why)
}

/// What makes a saying the same as one before: its rule, and for measurements their week.
pub(super) fn key(it: &Proposal) -> String {
    let value = it.to_value();
    let week = value.get("week").or_else(|| value.get("until")).cloned().unwrap_or_default();
    format!("{} {} {week}", it.rule(), it.subject)
}
