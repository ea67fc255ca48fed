//! The person's own days and plan: what is proposed on them and on the others, and what Start begins.

use std::fmt::Write as _;

use evenhold::history::{Body, IfThen};
use evenhold::program::{Kind, Wanted, next, tailor};
use evenhold::session::{Missing, Plan};
use evenhold::text::Text;
use expect_test::{Expect, expect};

use super::life::{Life, Reply};

fn planned(life: &mut Life, days: &[u8], routine: &str) {
    let plan = IfThen { days: days.to_vec(), routine: routine.to_owned(), ..IfThen::default() };
    life.add(Body::Plan(plan), 7);
}

/// What today is for, why, and what Start begins, for so many days; a day is trained on when `trains`
/// says so, with what Start begins.
fn check(life: &mut Life, days: u32, trains: impl Fn(u32, bool) -> bool, expected: &Expect) {
    let text = Text::english();
    let mut said = String::new();
    for day in 0..days {
        let next = next(&life.course(), &life.grounds());
        let start = next.start.clone().expect("something can be begun");
        let mut is_session = false;
        for it in &next.proposals {
            let is_own = it.kind() == Kind::OwnTraining;
            if is_own || matches!(it.kind(), Kind::Session | Kind::Rest | Kind::Stretch) {
                is_session |= it.kind() == Kind::Session;
                let told = text.proposed(it, &life.library);
                let date = text.date(life.today);
                writeln!(said, "{date}: {}. {}", told.what, told.why).expect("a line");
            }
        }
        writeln!(said, "    Start: {start}").expect("a line");
        // The week's plan says the same as today's proposal.
        let of_today = next.week.iter().find(|it| it.date == life.today);
        let planned = of_today.is_some_and(|it| it.routine.is_some());
        let is_last = next.week.iter().all(|it| it.date != life.today);
        assert!(is_last || planned == is_session, "{}: {:?}", life.today, next.week);
        if trains(day, is_session) {
            life.train(&start, |_, _| Reply::STEADY);
        }
        life.sleep(1);
    }
    expected.assert_eq(&said);
}

#[test]
fn on_a_day_that_is_not_theirs_rest_or_stretching_is_offered_and_said_why() {
    let mut life = Life::new();
    planned(&mut life, &[1, 3, 5], "");
    check(
        &mut life,
        9,
        |_, is_session| is_session,
        &expect![[r#"
            Monday, 6 January: Session A. It is the first half of the programme, and six exercises long.
                Start: a
            Tuesday, 7 January: A rest day. Today is not one of your days; Wednesday is the next. Start is there all the same.
            Tuesday, 7 January: Stretch only. The tensor fasciae latae (TFL) had 0 minutes of stretching in the last seven days, and 5 are the aim.
            Tuesday, 7 January: Around training of your own. If you run, ride or play today: Warm-up before it wakes the hips, Cool-down after it stretches them, about five minutes each. Either counts for the week.
                Start: stretch
            Wednesday, 8 January: Session B. You did Session A on Monday.
                Start: b
            Thursday, 9 January: A rest day. Today is not one of your days; Friday is the next. Start is there all the same.
            Thursday, 9 January: Stretch only. The gluteus maximus (large buttock muscle) had one minute of stretching in the last seven days, and 5 are the aim.
            Thursday, 9 January: Around training of your own. If you run, ride or play today: Warm-up before it wakes the hips, Cool-down after it stretches them, about five minutes each. Either counts for the week.
                Start: stretch
            Friday, 10 January: Full session. You have done 2 of 3 sessions this week, and the last one takes in the whole programme.
                Start: full
            Saturday, 11 January: A rest day. You have done 3 of 3 sessions this week.
            Saturday, 11 January: Stretch only. The gluteus maximus (large buttock muscle) had 2 minutes of stretching in the last seven days, and 5 are the aim.
            Saturday, 11 January: Around training of your own. If you run, ride or play today: Warm-up before it wakes the hips, Cool-down after it stretches them, about five minutes each. Either counts for the week.
                Start: stretch
            Sunday, 12 January: A rest day. You have done 3 of 3 sessions this week.
            Sunday, 12 January: Stretch only. The gluteus maximus (large buttock muscle) had 2 minutes of stretching in the last seven days, and 5 are the aim.
            Sunday, 12 January: Around training of your own. If you run, ride or play today: Warm-up before it wakes the hips, Cool-down after it stretches them, about five minutes each. Either counts for the week.
                Start: stretch
            Monday, 13 January: Session A. You did Full session on Friday.
                Start: a
            Tuesday, 14 January: A rest day. Today is not one of your days; Wednesday is the next. Start is there all the same.
            Tuesday, 14 January: Stretch only. The gluteus maximus (large buttock muscle) had 2 minutes of stretching in the last seven days, and 5 are the aim.
            Tuesday, 14 January: Around training of your own. If you run, ride or play today: Warm-up before it wakes the hips, Cool-down after it stretches them, about five minutes each. Either counts for the week.
                Start: stretch
        "#]],
    );
}

#[test]
fn when_too_few_of_their_days_are_left_another_day_is_offered_with_the_reason() {
    let mut life = Life::new();
    planned(&mut life, &[1, 3, 5], "");
    check(
        &mut life,
        7,
        |day, is_session| is_session && day > 2,
        &expect![[r#"
            Monday, 6 January: Session A. It is the first half of the programme, and six exercises long.
                Start: a
            Tuesday, 7 January: Session A. Today is not one of your days, but 3 sessions are open this week, and only 2 of your days are left.
                Start: a
            Wednesday, 8 January: Session A. It is the first half of the programme, and six exercises long.
                Start: a
            Thursday, 9 January: Session A. Today is not one of your days, but 3 sessions are open this week, and only one of your days is left.
                Start: a
            Friday, 10 January: Session B. You did Session A on Thursday.
                Start: b
            Saturday, 11 January: A rest day. You trained Leg raise on Friday, and a muscle does better with a day between.
            Saturday, 11 January: Stretch only. The gluteus maximus (large buttock muscle) had one minute of stretching in the last seven days, and 5 are the aim.
            Saturday, 11 January: Around training of your own. If you run, ride or play today: Warm-up before it wakes the hips, Cool-down after it stretches them, about five minutes each. Either counts for the week.
                Start: stretch
            Sunday, 12 January: Full session. Today is not one of your days, but one session is open this week, and none of your days are left.
                Start: full
        "#]],
    );
}

#[test]
fn what_is_planned_for_a_day_is_what_is_proposed_on_it() {
    let mut life = Life::new();
    planned(&mut life, &[2, 4, 6], "short");
    check(
        &mut life,
        7,
        |_, is_session| is_session,
        &expect![[r#"
            Monday, 6 January: A rest day. Today is not one of your days; Tuesday is the next. Start is there all the same.
                Start: a
            Tuesday, 7 January: Short session. It is what you planned for this day.
                Start: short
            Wednesday, 8 January: A rest day. Today is not one of your days; Thursday is the next. Start is there all the same.
            Wednesday, 8 January: Stretch only. The gluteus maximus (large buttock muscle) had 0 minutes of stretching in the last seven days, and 5 are the aim.
            Wednesday, 8 January: Around training of your own. If you run, ride or play today: Warm-up before it wakes the hips, Cool-down after it stretches them, about five minutes each. Either counts for the week.
                Start: stretch
            Thursday, 9 January: Short session. It is what you planned for this day.
                Start: short
            Friday, 10 January: A rest day. Today is not one of your days; Saturday is the next. Start is there all the same.
            Friday, 10 January: Stretch only. The gluteus maximus (large buttock muscle) had 0 minutes of stretching in the last seven days, and 5 are the aim.
            Friday, 10 January: Around training of your own. If you run, ride or play today: Warm-up before it wakes the hips, Cool-down after it stretches them, about five minutes each. Either counts for the week.
                Start: stretch
            Saturday, 11 January: Short session. It is what you planned for this day.
                Start: short
            Sunday, 12 January: A rest day. You have done 3 of 3 sessions this week.
            Sunday, 12 January: Stretch only. The gluteus maximus (large buttock muscle) had 0 minutes of stretching in the last seven days, and 5 are the aim.
            Sunday, 12 January: Around training of your own. If you run, ride or play today: Warm-up before it wakes the hips, Cool-down after it stretches them, about five minutes each. Either counts for the week.
                Start: stretch
        "#]],
    );
}

#[test]
fn two_own_days_in_a_row_are_both_trained_on_as_long_as_no_muscle_comes_too_soon() {
    let mut life = Life::new();
    planned(&mut life, &[1, 2, 5], "");
    check(
        &mut life,
        7,
        |_, is_session| is_session,
        &expect![[r#"
            Monday, 6 January: Session A. It is the first half of the programme, and six exercises long.
                Start: a
            Tuesday, 7 January: Session B. You did Session A on Monday.
                Start: b
            Wednesday, 8 January: A rest day. Today is not one of your days; Friday is the next. Start is there all the same.
            Wednesday, 8 January: Stretch only. The gluteus maximus (large buttock muscle) had one minute of stretching in the last seven days, and 5 are the aim.
            Wednesday, 8 January: Around training of your own. If you run, ride or play today: Warm-up before it wakes the hips, Cool-down after it stretches them, about five minutes each. Either counts for the week.
                Start: stretch
            Thursday, 9 January: A rest day. Today is not one of your days; Friday is the next. Start is there all the same.
            Thursday, 9 January: Stretch only. The gluteus maximus (large buttock muscle) had one minute of stretching in the last seven days, and 5 are the aim.
            Thursday, 9 January: Around training of your own. If you run, ride or play today: Warm-up before it wakes the hips, Cool-down after it stretches them, about five minutes each. Either counts for the week.
                Start: stretch
            Friday, 10 January: Full session. You have done 2 of 3 sessions this week, and the last one takes in the whole programme.
                Start: full
            Saturday, 11 January: A rest day. You have done 3 of 3 sessions this week.
            Saturday, 11 January: Stretch only. The gluteus maximus (large buttock muscle) had 2 minutes of stretching in the last seven days, and 5 are the aim.
            Saturday, 11 January: Around training of your own. If you run, ride or play today: Warm-up before it wakes the hips, Cool-down after it stretches them, about five minutes each. Either counts for the week.
                Start: stretch
            Sunday, 12 January: A rest day. You have done 3 of 3 sessions this week.
            Sunday, 12 January: Stretch only. The gluteus maximus (large buttock muscle) had 2 minutes of stretching in the last seven days, and 5 are the aim.
            Sunday, 12 January: Around training of your own. If you run, ride or play today: Warm-up before it wakes the hips, Cool-down after it stretches them, about five minutes each. Either counts for the week.
                Start: stretch
        "#]],
    );
}

#[test]
fn a_newcomer_begins_with_the_first_half_of_the_programme() {
    let mut life = Life::new();
    check(
        &mut life,
        1,
        |_, _| false,
        &expect![[r#"
        Monday, 6 January: Session A. It is the first half of the programme, and six exercises long.
            Start: a
    "#]],
    );
}

/// Day after day what is short is stretched, what has had its minutes is left out, until nothing is short.
#[test]
fn stretching_alone_tops_up_what_is_short_of_its_minutes() {
    let mut life = Life::new();
    let text = Text::english();
    let mut said = String::new();
    life.train("a", |_, _| Reply::STEADY);
    life.sleep(1);
    for _ in 0..6 {
        let (course, stretch) =
            (life.course(), life.library.routine("stretch").expect("a routine"));
        let next = next(&course, &life.grounds());
        let short = next.proposals.iter().find(|it| it.kind() == Kind::Stretch);
        let why = short.map_or_else(
            || "nothing is short".to_owned(),
            |it| text.proposed(it, &life.library).why,
        );
        let tailored = tailor(stretch, &course, Wanted::Proposed, &life.grounds());
        let plan = Plan::new(&tailored.routine, &life.library, Missing::default()).expect("a plan");
        let names = plan.entries.iter().map(|it| it.name.short.clone()).collect::<Vec<_>>();
        let (time, names) = (text.minutes(plan.length()), names.join(", "));
        writeln!(said, "{}: {why}\n    {time}: {names}", text.date(life.today)).expect("a line");
        life.train("stretch", |_, _| Reply::STEADY);
        life.sleep(1);
    }
    expect![[r#"
        Tuesday, 7 January: The tensor fasciae latae (TFL) had 0 minutes of stretching in the last seven days, and 5 are the aim.
            11 min: Outer-thigh lean, Hip-flexor stretch, Butterfly, Figure 4
        Wednesday, 8 January: The tensor fasciae latae (TFL) had one minute of stretching in the last seven days, and 5 are the aim.
            11 min: Outer-thigh lean, Hip-flexor stretch, Butterfly, Figure 4
        Thursday, 9 January: The tensor fasciae latae (TFL) had 2 minutes of stretching in the last seven days, and 5 are the aim.
            11 min: Outer-thigh lean, Hip-flexor stretch, Butterfly, Figure 4
        Friday, 10 January: The tensor fasciae latae (TFL) had 3 minutes of stretching in the last seven days, and 5 are the aim.
            11 min: Outer-thigh lean, Hip-flexor stretch, Butterfly, Figure 4
        Saturday, 11 January: The tensor fasciae latae (TFL) had 4 minutes of stretching in the last seven days, and 5 are the aim.
            5 min: Outer-thigh lean, Butterfly
        Sunday, 12 January: nothing is short
            11 min: Outer-thigh lean, Hip-flexor stretch, Butterfly, Figure 4
    "#]].assert_eq(&said);
}
