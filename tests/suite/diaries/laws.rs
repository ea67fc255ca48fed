//! What holds for every life: weeks that chance has drawn, with pain, gaps, missed reps and refusals.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use evenhold::history::{Answer, Form, MorningAnswer};
use evenhold::library::{Library, Muscle};
use evenhold::program::{Form as Suit, GROUPS, PainState, Proposal, Wanted, What, tailor};
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

/// Level and sets: what makes an exercise harder.
type Loads = BTreeMap<String, (u8, u32)>;

fn loads(life: &Life) -> Loads {
    let tracks = life.course().tracks;
    tracks.into_iter().map(|(id, it)| (id, (it.standing.level, it.standing.sets))).collect()
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
    let plan = Plan::new(&tailored.routine, &life.library, Missing::default()).expect("a plan");
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn load_never_rises_after_red_nor_twice_in_a_week_for_a_muscle(
        days in prop::collection::vec(day(), 20..60),
    ) {
        let mut life = Life::new();
        let mut rises: BTreeMap<Muscle, NaiveDate> = BTreeMap::new();
        for day in &days {
            let before = loads(&life);
            let date = life.today;
            let red = live(&mut life, day);
            let after = loads(&life);
            for (id, now) in &after {
                let then = before.get(id).copied().unwrap_or_default();
                let rose = now.0 > then.0 || (now.0 == then.0 && now.1 > then.1);
                prop_assert!(!(rose && red.contains(id)), "{id} rose after red");
                if rose && let Some(muscle) = muscle(&life.library, id) {
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
    fn every_proposal_has_a_reason_and_none_contradicts_an_exclusion(
        days in prop::collection::vec(day(), 15..40),
        groups in prop::collection::btree_set(0..GROUPS.len(), 1..3),
    ) {
        let mut life = Life::unscreened();
        let groups: Vec<_> = groups.iter().map(|it| GROUPS[*it].1).collect();
        life.answer_health(&groups);
        for day in &days {
            live(&mut life, day);
        }
        let text = Text::english();
        let course = life.course();
        for (_, proposal, _) in &life.seen {
            let said = text.proposed(proposal, &life.library);
            prop_assert!(said.what.len() > 3 && said.why.len() > 10, "{proposal:?}: {said:?}");
            prop_assert!(!said.what.contains("next-") && !said.why.contains("why-"), "{said:?}");
            prop_assert!(!contradicts(proposal, &course), "{proposal:?}");
        }
        for routine in ["a", "b", "full", "short", "stretch"] {
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
