//! What holds for every life: weeks that chance has drawn, with pain, gaps, missed reps and refusals.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use evenhold::history::{Answer, Form, MorningAnswer};
use evenhold::library::{Amount, Library, Muscle};
use evenhold::program::{
    Form as Suit, GROUPS, PainState, Proposal, Standing, Wanted, What, tailor,
};
use evenhold::session::{Missing, Plan, StepKind};
use evenhold::text::Text;
use evenhold::units::Sides;
use proptest::prelude::*;

use super::life::{Life, Reply};

/// One day of a life.
#[derive(Debug, Clone, Copy)]
struct Day {
    trains: bool,
    pain: Option<u8>,
    at: usize,
    before: Option<u8>,
    left: Option<u8>,
    clean: bool,
    short: u32,
    short_right: u32,
    answer: u8,
    morning: u8,
    away: u64,
}

fn day() -> impl Strategy<Value = Day> {
    let body = (
        prop::bool::weighted(0.6),
        prop::option::weighted(0.15, 0..=10u8),
        0..13usize,
        prop::option::weighted(0.2, 0..=5u8),
        prop::option::weighted(0.9, 0..=4u8),
        prop::bool::weighted(0.85),
    );
    let rest = (
        prop_oneof![4 => Just(0u32), 1 => 1..4u32],
        prop_oneof![4 => Just(0u32), 1 => 1..4u32],
        0..4u8,
        0..12u8,
        prop_oneof![30 => Just(1u64), 1 => 8..40u64],
    );
    (body, rest).prop_map(
        |((trains, pain, at, before, left, clean), (short, short_right, answer, morning, away))| {
            Day { trains, pain, at, before, left, clean, short, short_right, answer, morning, away }
        },
    )
}

/// Level, sets, weight, and reps or seconds: what makes an exercise harder.
type Loads = BTreeMap<String, (u8, u32, u32, u32)>;

fn loads(life: &Life) -> Loads {
    let tracks = life.course().tracks;
    let of = |amount: Amount| {
        let seconds = || u32::try_from(amount.time()?.as_secs()).ok();
        amount.count().or_else(seconds).unwrap_or_default()
    };
    let load = |it: Standing| (it.level, it.sets, it.weight.unwrap_or_default(), of(it.amount));
    tracks.into_iter().map(|(id, it)| (id, load(it.standing))).collect()
}

fn muscle(library: &Library, id: &str) -> Option<Muscle> {
    library.exercise(id)?.muscles.first().copied()
}

/// Lives a day and says which exercises were red in it.
fn live(life: &mut Life, day: &Day) -> Vec<String> {
    let ids: Vec<_> = life.library.exercises.iter().map(|it| it.id.clone()).collect();
    let mut red = Vec::new();
    if let Some(routine) = life.session().filter(|_| day.trains) {
        life.around = (day.before, None);
        let sore = ids.get(day.at).cloned().unwrap_or_default();
        let of = life.train(&routine, |exercise, _| Reply {
            left: day.left,
            form: Some(if day.clean { Form::Clean } else { Form::Shaky }),
            pain: day.pain.filter(|_| exercise == sore),
            short: day.short,
            short_right: day.short_right,
        });
        let course = life.course();
        let is_red = |id: &&String| {
            course
                .tracks
                .get(*id)
                .is_some_and(|it| it.pain == PainState::Red && it.last == Some(life.today))
        };
        red.extend(ids.iter().filter(is_red).cloned());
        both_sides(life, &routine);
        let answer = match day.answer {
            0 => Answer::Declined,
            1 => Answer::Later,
            _ => Answer::Accepted,
        };
        life.answer(answer);
        if day.morning == 0 {
            life.sleep(1);
            life.morning(of, MorningAnswer::Worse);
        }
    }
    life.sleep(day.away);
    red
}

/// Both sides share level, reps and seconds, and differ by at most one set.
fn both_sides(life: &Life, routine: &str) {
    let routine = life.library.routine(routine).expect("a routine");
    let tailored = tailor(routine, &life.course(), Wanted::Proposed, &life.grounds());
    // Nothing may be left of a routine for somebody who must mind a lot.
    let Ok(plan) = Plan::new(&tailored.routine, &life.library, Missing::default()) else { return };
    for at in 0..plan.entries.len() {
        let of = |side: Sides| {
            let steps = plan.steps.iter().filter(|it| it.entry == at && it.side == side);
            let work = steps.filter(|it| it.kind == StepKind::Work);
            work.filter_map(|it| it.work).map(|it| it.amount).collect::<Vec<_>>()
        };
        let (left, right) = (of(Sides::Left), of(Sides::Right));
        assert!(left.len().abs_diff(right.len()) <= 1, "{left:?} {right:?}");
        let mut all = left.iter().chain(&right);
        let first = all.next();
        assert!(all.all(|it| Some(it) == first), "{left:?} {right:?}");
    }
}

/// A life with weights that are small steps apart.
fn with_weights() -> Life {
    let mut life = Life::new();
    life.own(&["mat", "wall", "chair", "bench", "weight"], &[40, 42, 44, 46, 48, 50]);
    life
}

/// A life in which a person belongs to some of the groups for whom exercises change.
fn lived(days: &[Day], groups: &BTreeSet<usize>) -> Life {
    let mut life = Life::unscreened();
    let groups: Vec<_> = groups.iter().filter_map(|it| Some(GROUPS.get(*it)?.1)).collect();
    life.answer_health(&groups);
    for day in days {
        live(&mut life, day);
    }
    life
}

fn days(least: usize, most: usize) -> impl Strategy<Value = Vec<Day>> {
    prop::collection::vec(day(), least..most)
}

fn groups() -> impl Strategy<Value = BTreeSet<usize>> {
    prop::collection::btree_set(0..GROUPS.len(), 0..3)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn load_never_rises_after_red(days in days(20, 60)) {
        let mut life = with_weights();
        for day in &days {
            let before = loads(&life);
            let red = live(&mut life, day);
            let after = loads(&life);
            for id in &red {
                let (then, now) = (before.get(id), after.get(id));
                prop_assert!(now <= then, "{id} rose after red: {then:?} {now:?}");
            }
            if life.course().health.hold().is_some() {
                break;
            }
        }
    }

    #[test]
    fn load_never_rises_twice_in_a_week_for_a_muscle(days in days(20, 60)) {
        let mut life = with_weights();
        let mut rises: BTreeMap<Muscle, NaiveDate> = BTreeMap::new();
        for day in &days {
            let before = loads(&life);
            let date = life.today;
            live(&mut life, day);
            for (id, now) in loads(&life) {
                let (level, sets, weight, _) = before.get(&id).copied().unwrap_or_default();
                let more = now.1 > sets || now.2 > weight;
                let rose = now.0 > level || (now.0 == level && more);
                if rose && let Some(muscle) = muscle(&life.library, &id) {
                    let last = rises.insert(muscle, date);
                    let close = last.is_some_and(|it| (date - it).num_days() < 7);
                    prop_assert!(!close, "{muscle:?} rose on {last:?} and on {date}");
                }
            }
            if life.course().health.hold().is_some() {
                break;
            }
        }
    }

    #[test]
    fn both_sides_share_level_reps_and_seconds_and_differ_by_at_most_one_set(
        days in days(15, 40),
        groups in groups(),
    ) {
        let life = lived(&days, &groups);
        for routine in ["a", "b", "full", "short", "stretch", "warm-up", "cool-down"] {
            both_sides(&life, routine);
        }
    }

    #[test]
    fn every_proposal_has_a_reason(days in days(15, 40), groups in groups()) {
        let life = lived(&days, &groups);
        let text = Text::english();
        for (_, proposal, _) in &life.seen {
            let said = text.proposed(proposal, &life.library);
            prop_assert!(said.what.len() > 3 && said.why.len() > 10, "{proposal:?}: {said:?}");
            prop_assert!(!said.what.contains("next-") && !said.why.contains("why-"), "{said:?}");
            prop_assert!(!said.what.contains('{') && !said.why.contains('{'), "{said:?}");
        }
    }

    #[test]
    fn no_proposal_contradicts_an_exclusion(days in days(15, 40), groups in groups()) {
        let life = lived(&days, &groups);
        let course = life.course();
        for (_, proposal, _) in &life.seen {
            prop_assert!(!contradicts(proposal, &course), "{proposal:?}");
        }
        for routine in ["a", "b", "full", "short", "stretch", "warm-up", "cool-down"] {
            let routine = life.library.routine(routine).expect("a routine");
            let tailored = tailor(routine, &course, Wanted::Proposed, &life.grounds());
            for item in tailored.routine.blocks.iter().flat_map(|it| &it.items) {
                let suited = course.tracks.get(&item.exercise).map(|it| it.suited.form.clone());
                match suited {
                    Some(Suit::At(level)) => prop_assert_eq!(item.level, level),
                    Some(Suit::Skip) => prop_assert!(false, "{} is left out", item.exercise),
                    Some(Suit::Free | Suit::Other(..)) | None => {}
                }
            }
        }
    }
}

/// Whether a proposal asks for a form of an exercise that does not suit the person.
fn contradicts(proposal: &Proposal, course: &evenhold::program::Course) -> bool {
    let Some(track) = course.tracks.get(&proposal.subject) else { return false };
    let level = if let What::LevelUp { to, .. }
    | What::NextStretch { to, .. }
    | What::Missed { to, .. }
    | What::Shaky { to, .. } = proposal.what
    {
        Some(to)
    } else {
        None
    };
    match track.suited.form {
        Suit::Free => false,
        Suit::At(fixed) => level.is_some_and(|it| it != fixed),
        Suit::Other(..) | Suit::Skip => true,
    }
}
