//! What holds for every plan and every run, whatever is pressed.

use std::collections::BTreeMap;
use std::time::Duration;

use proptest::prelude::*;

use super::variants::all_variants;
use super::{command, library, plan, run, secs};
use crate::library::{Amount, Library};
use crate::session::score::{Tone, score};
use crate::session::words::estimate;
use crate::session::{
    At, Command, Ending, Event, Fact, Missing, PauseReason, Phase, Plan, Session, Step, StepKind,
};
use crate::units::Sides;

/// Plans of every shape: all kinds of work, all orders of sides, with and without rests.
const SHAPES: &[&str] = &[
    "hold x2, clam x2, bridge x2 rest 0",
    "each_block: clam x2, hold\nwalk, own, reach",
    "circuit 3:clam, gait",
    "circuit 2:own",
    "clam x2 each_exercise extra left, own extra right, sit x2",
    "gait",
];

/// The shipped routines, and the shapes above.
fn plans() -> Vec<Plan> {
    let shipped = Library::shipped();
    let routines = shipped.routines.iter();
    routines
        .map(|it| {
            Plan::new(it, &shipped, Missing::default()).expect("a shipped routine has a plan")
        })
        .chain(SHAPES.iter().map(|it| plan(it)))
        .collect()
}

fn any_plan() -> impl Strategy<Value = Plan> {
    let all = plans();
    (0..all.len()).prop_map(move |i| all[i].clone())
}

#[derive(Debug, Clone)]
enum Act {
    Pass(Duration),
    Do(Command),
    /// Another form of the exercise of this step, or of the one before.
    Change(usize, bool),
}

/// Mostly time, now and then a command of every kind.
fn any_act() -> impl Strategy<Value = Act> {
    const WORDS: &[&str] = &[
        "pause", "resume", "resume", "back", "redo", "skip", "drop", "+10", "-10", "done", "done",
        "tap", "up", "down", "ouch", "stop", "undo", "jump3", "jump7", "jump0",
    ];
    prop_oneof![
        4 => (0u64..90_000).prop_map(|it| Act::Pass(Duration::from_millis(it))),
        3 => prop::sample::select(WORDS).prop_map(|it| Act::Do(command(it).expect("a command"))),
    ]
}

fn any_run() -> impl Strategy<Value = (Plan, Vec<Act>)> {
    let change = (any::<usize>(), any::<bool>()).prop_map(|it| Act::Change(it.0, it.1));
    let act = prop_oneof![9 => any_act(), 1 => change];
    (any_plan(), prop::collection::vec(act, 0..60))
}

/// The same without other forms: what is asked stays what was planned.
fn any_plain_run() -> impl Strategy<Value = (Plan, Vec<Act>)> {
    (any_plan(), prop::collection::vec(any_act(), 0..60))
}

fn act(session: &mut Session, act: &Act) -> Vec<At> {
    match act {
        Act::Pass(span) => session.advance(*span),
        Act::Do(command) => session.apply(*command),
        Act::Change(pick, before) => {
            let view = session.view();
            let earlier = session.plan().steps.iter().take(view.step).rev();
            let mut earlier = earlier.map(|it| it.entry).filter(|it| *it != view.entry);
            let target = earlier.next().filter(|_| *before).unwrap_or(view.entry);
            let all = all_variants(session, target, |_, _| true);
            let picked = pick.checked_rem(all.len()).and_then(|it| all.get(it));
            picked.map(|it| session.replan(target, it)).unwrap_or_default()
        }
    }
}

/// Lets a session run to its end, saying "done" where it waits and resuming where it stands.
fn run_out(session: &mut Session) -> Vec<At> {
    let mut events = session.apply(Command::Start);
    for _ in 0..20_000 {
        if session.is_over() {
            return events;
        }
        events.extend(session.apply(Command::Resume));
        events.extend(session.advance(secs(700)));
        if session.plan().steps.get(session.view().step).is_some_and(Step::waits) {
            events.extend(session.apply(Command::Done));
        }
    }
    panic!("the session does not end");
}

/// Asked and done per exercise and side, as counts or milliseconds.
fn work(session: &Session) -> BTreeMap<(String, Sides), (u64, u64)> {
    let size = |it: Amount| match it {
        Amount::Hold(it) | Amount::Drill(it) => it.as_millis() as u64,
        Amount::Reps(n) | Amount::Steps(n) | Amount::Reaches(n) => u64::from(n),
    };
    let mut all = BTreeMap::new();
    for it in session.results() {
        let slot: &mut (u64, u64) = all.entry((it.exercise.clone(), it.side)).or_default();
        slot.0 += size(it.planned);
        slot.1 += size(it.done);
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn slicing_time_differently_changes_nothing((plan, acts) in any_run(), cut in 1u64..5_000) {
        let (mut whole, mut sliced) = (Session::new(plan.clone()), Session::new(plan));
        let mut told = (whole.apply(Command::Start), sliced.apply(Command::Start));
        for it in &acts {
            told.0.extend(act(&mut whole, it));
            match it {
                Act::Pass(span) => {
                    let mut left = *span;
                    while !left.is_zero() {
                        let slice = left.min(Duration::from_millis(cut));
                        told.1.extend(sliced.advance(slice));
                        left -= slice;
                    }
                }
                other @ (Act::Do(_) | Act::Change(..)) => {
                    told.1.extend(act(&mut sliced, other));
                }
            }
        }
        prop_assert_eq!(told.0, told.1);
        prop_assert_eq!(whole, sliced);
    }

    #[test]
    fn events_never_go_back_in_time((plan, acts) in any_run()) {
        let mut session = Session::new(plan);
        let mut events = session.apply(Command::Start);
        for it in &acts {
            events.extend(act(&mut session, it));
        }
        prop_assert!(events.is_sorted_by_key(|it| it.at));
        prop_assert!(events.last().is_none_or(|it| it.at <= session.clock()));
    }

    #[test]
    fn time_is_either_active_or_paused((plan, acts) in any_run()) {
        let mut session = Session::new(plan);
        session.apply(Command::Start);
        for it in &acts {
            act(&mut session, it);
            prop_assert_eq!(session.active() + session.paused(), session.clock());
        }
    }

    #[test]
    fn a_finished_session_ignores_everything((plan, acts) in any_run(), early in any::<bool>()) {
        let mut session = Session::new(plan);
        session.apply(Command::Start);
        if early { session.apply(Command::Finish); } else { run_out(&mut session); }
        let after = session.clone();
        for it in &acts {
            prop_assert_eq!(act(&mut session, it), Vec::new());
        }
        prop_assert_eq!(session.apply(Command::Start), Vec::new());
        prop_assert_eq!(session, after);
    }

    #[test]
    fn what_is_logged_is_what_happened((plan, acts) in any_run(), finish in any::<bool>()) {
        let mut session = Session::new(plan.clone());
        let mut facts = Vec::new();
        let mut log = |session: &Session, events: &[At]| {
            facts.extend(events.iter().flat_map(|it| session.facts(it)));
        };
        let events = session.apply(Command::Start);
        log(&session, &events);
        for it in &acts {
            let events = act(&mut session, it);
            log(&session, &events);
        }
        if finish {
            let events = session.apply(Command::Finish);
            log(&session, &events);
        } else if let Some(at) = session.heartbeat() {
            facts.push(at);
        }
        let text = facts.iter().map(|it| serde_json::to_string(it).expect("JSON"));
        let read: Vec<Fact> =
            text.map(|it| serde_json::from_str(&it).expect("the same fact")).collect();
        prop_assert_eq!(&read, &facts);
        let restored = Session::restore(plan, &read);
        prop_assert_eq!(restored.results(), session.results());
        prop_assert_eq!(restored.hurts(), session.hurts());
        prop_assert_eq!(restored.plan(), session.plan());
        prop_assert_eq!(restored.active(), session.active());
        prop_assert_eq!(restored.is_over(), session.is_over());
        if !session.is_over() {
            let (was, is) = (session.view(), restored.view());
            prop_assert_eq!((was.step, was.into), (is.step, is.into));
        }
    }

    #[test]
    fn a_restored_session_can_be_finished((plan, acts) in any_run()) {
        let mut session = Session::new(plan.clone());
        let mut facts: Vec<_> = Vec::new();
        let events = session.apply(Command::Start);
        facts.extend(events.iter().flat_map(|it| session.facts(it)));
        for it in &acts {
            let events = act(&mut session, it);
            facts.extend(events.iter().flat_map(|it| session.facts(it)));
        }
        let mut restored = Session::restore(plan, &facts);
        let (before, standing) = (restored.results().len(), restored.view().phase);
        let expected = Phase::Paused { reason: PauseReason::Restored, paused: Duration::ZERO };
        prop_assert!(restored.is_over() || standing == expected);
        run_out(&mut restored);
        let sets = restored.plan().steps.iter().filter(|it| it.kind == StepKind::Work).count();
        prop_assert!(before <= sets);
        prop_assert_eq!(restored.results().len(), sets);
    }

    #[test]
    fn left_and_right_do_equal_work_unless_one_is_left_out(
        plan in any_plan(),
        pauses in prop::collection::vec((0u64..60_000, 0u64..60_000), 0..10),
    ) {
        let mut session = Session::new(plan);
        session.apply(Command::Start);
        for (run, pause) in pauses {
            session.advance(Duration::from_millis(run));
            session.apply(Command::Pause(PauseReason::Person));
            session.advance(Duration::from_millis(pause));
            session.apply(Command::Resume);
        }
        run_out(&mut session);
        for it in session.results() {
            prop_assert!(!it.skipped && it.done == it.planned, "{it:?}");
        }
    }

    #[test]
    fn after_leaving_things_out_the_record_shows_what_each_side_missed(
        (plan, acts) in any_plain_run(),
    ) {
        let mut session = Session::new(plan.clone());
        session.apply(Command::Start);
        for it in &acts {
            act(&mut session, it);
        }
        session.apply(Command::Finish);
        let mut asked = Session::new(plan);
        run_out(&mut asked);
        let (has, should) = (work(&session), work(&asked));
        prop_assert_eq!(has.keys().collect::<Vec<_>>(), should.keys().collect::<Vec<_>>());
        for (key, (planned, _)) in &has {
            prop_assert_eq!(*planned, should[key].0, "what was asked of {:?}", key);
        }
        for it in session.results() {
            prop_assert!(it.skipped || it.done != it.planned.none() || it.planned.count().is_some());
        }
    }

    #[test]
    fn a_view_can_always_be_drawn((plan, acts) in any_run()) {
        let mut session = Session::new(plan);
        session.view();
        session.apply(Command::Start);
        for it in &acts {
            act(&mut session, it);
            let view = session.view();
            prop_assert!((0.0..=1.0).contains(&view.fraction));
            prop_assert!(view.step < session.plan().steps.len());
            prop_assert!(view.until_next_change.is_none_or(|it| !it.is_zero()));
            let cues = session.plan().entries[view.entry].cues.len();
            prop_assert!(view.cue.is_none_or(|it| it < cues));
        }
    }

    #[test]
    fn nothing_changes_in_the_picture_before_it_is_due((plan, acts) in any_run()) {
        let mut session = Session::new(plan);
        session.apply(Command::Start);
        for it in &acts {
            act(&mut session, it);
            let before = session.view();
            let Some(due) = before.until_next_change else { continue };
            let mut later = session.clone();
            later.advance(due.saturating_sub(Duration::from_nanos(1)));
            let after = later.view();
            prop_assert_eq!(before.number, after.number);
            prop_assert_eq!(before.step, after.step);
            prop_assert_eq!(before.cue, after.cue);
            prop_assert_eq!(before.tempo.map(|it| it.phase), after.tempo.map(|it| it.phase));
            prop_assert_eq!(before.undo.is_some(), after.undo.is_some());
        }
    }

    #[test]
    fn the_score_sounds_what_will_happen((plan, acts) in any_run()) {
        let mut session = Session::new(plan);
        session.apply(Command::Start);
        for it in &acts {
            act(&mut session, it);
        }
        let cues = score(&session).cues;
        prop_assert!(cues.is_sorted_by_key(|it| it.at));
        if !matches!(session.view().phase, Phase::Running | Phase::CountIn { .. }) {
            prop_assert!(cues.is_empty());
            return Ok(());
        }
        let now = session.clock();
        let mut ahead = session.clone();
        let mut ends = Vec::new();
        for _ in 0..20_000 {
            let events = ahead.advance(secs(60));
            if events.is_empty() && (ahead.is_over() || ahead.view().until_next_change.is_none()) {
                break;
            }
            let settled = |it: &At| matches!(it.event, Event::SetSettled { step }
                if ahead.result(step).is_some_and(|it| !it.skipped));
            ends.extend(events.iter().filter(|it| settled(it)).map(|it| it.at.saturating_sub(now)));
        }
        let heard: Vec<_> =
            cues.iter().filter(|it| it.tone == Some(Tone::End)).map(|it| it.at).collect();
        prop_assert_eq!(heard, ends);
    }

    #[test]
    fn words_never_cover_each_other_nor_the_last_three_seconds((plan, acts) in any_run()) {
        let mut session = Session::new(plan);
        session.apply(Command::Start);
        for it in &acts {
            act(&mut session, it);
        }
        let cues = score(&session).cues;
        let spoken: Vec<_> = cues
            .iter()
            .filter_map(|it| Some((it.at, it.at + estimate(it.words.as_ref()?, session.plan()))))
            .collect();
        for pair in spoken.windows(2) {
            prop_assert!(pair[0].1 <= pair[1].0, "{:?} covers {:?}", pair[0], pair[1]);
        }
        for tick in cues.iter().filter(|it| it.tone == Some(Tone::Countdown)) {
            let covered = spoken.iter().find(|it| it.0 <= tick.at && tick.at < it.1);
            prop_assert_eq!(covered, None, "words over the countdown at {:?}", tick.at);
        }
    }
}

#[test]
fn every_plan_of_ours_asks_the_same_of_left_and_right() {
    for plan in plans().iter().filter(|it| it.routine != "test") {
        let mut session = Session::new(plan.clone());
        run_out(&mut session);
        let done = work(&session);
        for ((exercise, side), amount) in &done {
            let Some(side) = side.one() else { continue };
            let other = done.get(&(exercise.clone(), side.other().into()));
            assert_eq!(Some(amount), other, "{exercise} in {}", plan.routine);
        }
    }
}

#[test]
fn the_longest_plan_allowed_runs_to_its_end() {
    let line = vec!["clam x2"; 200].join(", ");
    let mut session = Session::new(plan(&line));
    run_out(&mut session);
    assert_eq!(session.ending(), Some(Ending::Completed));
    assert!(library().exercise("clam").is_some() && session.results().len() == 800);
}

#[test]
fn the_same_run_twice_is_the_same_run() {
    let script = "start 60 pause 3 resume 9 skip 2 undo 40 redo 33 ouch 70 finish";
    let mut runs = (Session::new(plan(SHAPES[0])), Session::new(plan(SHAPES[0])));
    assert_eq!(run(&mut runs.0, script), run(&mut runs.1, script));
    assert_eq!(runs.0, runs.1);
}
