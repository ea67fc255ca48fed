//! Progress.

use chrono::Days;
use egui_kittest::kittest::Queryable as _;
use evenhold::coach::{
    ListMessage, Message, News, Place, ProgramMessage, ProgressMessage, ProgressPart,
};
use evenhold::history::{Answer, Journal};
use expect_test::expect;

use super::outline::{outline, places};
use super::world::World;
use super::{asked, screen, window};
use crate::past::Past;

fn past(world: &mut World, weeks: u32) {
    let journal =
        if weeks == 0 { Journal::new() } else { Past::journal(weeks, world.now().date(), 7) };
    world.news(News::Journal(Box::new(journal)));
    world.go(Place::Progress);
}

fn tell(world: &mut World, message: ProgressMessage) {
    world.tell(Message::Progress(message));
}

/// The names and words of a screen, but for the rail, at most so many lines.
fn lines(play: impl FnOnce(&mut World), most: usize) -> String {
    let all = outline(&screen(play));
    let own = all.lines().skip_while(|it| !it.contains("Heading"));
    own.take(most).collect::<Vec<_>>().join("\n")
}

#[test]
fn on_the_first_day_there_is_nothing_and_one_thing_to_do() {
    expect![[r#"
        Heading "Progress"
        RadioButton "Show: Sessions" (on)
        RadioButton "Show: What it shows"
        RadioButton "Show: Checks"
        RadioButton "Show: What changed"
        Button "Add a session…"
        Button "Measure on a photo…"
        Label = "Nothing here yet"
        Label = "Each session you do appears here, with what was planned and what was done.""#]]
    .assert_eq(&lines(|world| past(world, 0), 40));
}

#[test]
fn a_month_is_a_calendar_and_a_list() {
    expect![[r#"
        Heading "Progress"
        RadioButton "Show: Sessions" (on)
        RadioButton "Show: What it shows"
        RadioButton "Show: Checks"
        RadioButton "Show: What changed"
        Button "Add a session…"
        Button "Report…"
        Button "Measure on a photo…"
        Heading "3 weeks on track"
        Label = "This week 4 of 3 · 1 skip credit left"
        Slider "Calendar" = "Sunday, 22 November 2026: nothing, today"
        Label = "counts for the week"
        Label = "less than half done"
        Label = "break or check"
        Label = "paused"
        TextInput "Search your sessions""#]]
    .assert_eq(&lines(|world| past(world, 4), 16));
}

/// Answers the first proposal that asks.
fn answer(world: &mut World, answer: Answer) {
    let now = world.now();
    let advice = world.coach.view(&now).advice.cloned().expect("something is known");
    let at = advice.proposals.iter().position(evenhold::program::Proposal::asks);
    let at = at.expect("something is asked");
    world.tell(Message::Program(ProgramMessage::Answer { at, answer }));
}

#[test]
fn what_changed_is_a_log_by_day_with_reasons_rules_and_answers() {
    let play = |world: &mut World| {
        past(world, 4);
        answer(world, Answer::Declined);
        tell(world, ProgressMessage::List(ListMessage::Part(ProgressPart::Changes)));
    };
    expect![[r#"
        Heading "Progress"
        RadioButton "Show: Sessions"
        RadioButton "Show: What it shows"
        RadioButton "Show: Checks"
        RadioButton "Show: What changed" (on)
        Button "Add a session…"
        Button "Report…"
        Button "Measure on a photo…"
        Label = "Everything that became harder or easier, or was proposed, with the reason and your answer. The rules behind it are files in the data folder that you can read and replace."
        Heading "Sunday, 22 November 2026"
        Label = "An easy week: one set fewer, a level lower, the same days"
        Label = "13 sessions in a row left almost nothing over."
        Label = "refused · rule: easy-after-hard""#]].assert_eq(&lines(play, 40));
}

#[test]
#[expect(clippy::too_many_lines, reason = "one line of the outline a line")]
fn each_plot_has_a_name_and_a_sentence_that_is_reckoned() {
    let plots = |world: &mut World| {
        past(world, 143);
        tell(world, ProgressMessage::List(ListMessage::Part(ProgressPart::Plots)));
    };
    expect![[r#"
        Heading "Progress"
        RadioButton "Show: Sessions"
        RadioButton "Show: What it shows" (on)
        RadioButton "Show: Checks"
        RadioButton "Show: What changed"
        Button "Add a session…"
        Button "Report…"
        Button "Measure on a photo…"
        Heading "Days a week against the target"
        Image "Days a week against the target. The target was reached in 5 of the last 8 full weeks."
        Label = "The target was reached in 5 of the last 8 full weeks."
        Heading "Minutes a week"
        Image "Minutes a week. 70 minutes a week on average over the last 4 weeks; 117 in the fullest week of all."
        Label = "70 minutes a week on average over the last 4 weeks; 117 in the fullest week of all."
        Heading "Stretch minutes for each muscle"
        Label = "Week of 9 Nov 2026; the line is 5 minutes a week"
        Label = "adductor brevis (inner thigh): left 2.0 min, right 2.0 min"
        Label = "adductor longus (inner thigh): left 2.0 min, right 2.0 min"
        Label = "adductor magnus (inner thigh): left 2.0 min, right 2.0 min"
        Label = "inferior gemellus: left 2.4 min, right 2.4 min"
        Label = "superior gemellus: left 2.4 min, right 2.4 min"
        Label = "gluteus maximus (large buttock muscle): left 2.4 min, right 2.4 min"
        Label = "iliopsoas (hip flexor): left 2.0 min, right 2.0 min"
        Label = "iliotibial band (outer thigh): left 2.0 min, right 2.0 min"
        Label = "side of the trunk: left 2.0 min, right 2.0 min"
        Label = "obturator internus: left 2.4 min, right 2.4 min"
        Label = "pectineus (groin): left 2.0 min, right 2.0 min"
        Label = "piriformis: left 2.4 min, right 2.4 min"
        Label = "quadratus femoris: left 2.4 min, right 2.4 min"
        Label = "rectus femoris (front of the thigh): left 2.0 min, right 2.0 min"
        Label = "tensor fasciae latae (TFL): left 4.0 min, right 4.0 min"
        Label = "In this week 0 of 15 muscles had 5 minutes or more on both sides; adductor brevis (inner thigh) had the least, 2.0 min."
        ComboBox "Exercise: Cross-legged outer-thigh lean"
        Heading "The best set of each session"
        Image "The best set of each session. In 238 sessions from 30 s hold at level 2 to 30 s hold at level 3."
        Label = "In 238 sessions from 30 s hold at level 2 to 30 s hold at level 3."
        Label = "Left leg"
        Label = "Right leg"
        Label = "level 2: 26 Feb 2024, level 3: 3 Apr 2024"
        Heading "Left against right"
        Label = "Over the last two sessions both sides did the same: 2 min hold left, 2 min hold right."
        Heading "What you can do"
        Label = "Activities that you rate once a month appear here."
        Heading "Pain before, after and the next morning"
        Image "Pain before, after and the next morning. Before sessions it was 1.4 of 10 on average in the last four weeks, and 1.3 in the four weeks before."
        Label = "Before sessions it was 1.4 of 10 on average in the last four weeks, and 1.3 in the four weeks before."
        Label = "before"
        Label = "after"
        Label = "next morning"
        Label = "during"
        Heading "Range of motion, degrees"
        Image "Range of motion, degrees. Turning out, left leg: from 25° to 40°."
        Label = "Turning out, left leg: from 25° to 40°."
        Label = "Turning in, left leg"
        Label = "Turning in, right leg"
        Label = "Turning out, left leg"
        Label = "Turning out, right leg""#]].assert_eq(&lines(plots, 80));
}

#[test]
fn plots_of_a_few_days_say_what_is_not_known_yet() {
    let plots = |world: &mut World| {
        past(world, 1);
        tell(world, ProgressMessage::List(ListMessage::Part(ProgressPart::Plots)));
    };
    let all = lines(plots, 80);
    let sentences = all.lines().filter(|it| it.starts_with("Image"));
    expect![[r#"
        Image "Days a week against the target. The first week: 2 of 3 days so far."
        Image "Minutes a week. 37 minutes in the last week; 37 in the fullest week of all."
        Image "The best set of each session. In 2 sessions from 30 s hold at level 2 to 30 s hold at level 2."
        Image "Pain before, after and the next morning. Before sessions it was 4.3 of 10 on average, told 3 ×."
        Image "Range of motion, degrees. One check so far. From the second on this shows whether anything changed.""#]].assert_eq(&sentences.collect::<Vec<_>>().join("\n"));
}

fn opened(world: &mut World) {
    past(world, 4);
    let now = world.now();
    let view = world.coach.view(&now);
    let sessions = view.journal.map(|it| it.sessions()).unwrap_or_default();
    let id = sessions.iter().rev().find(|it| it.1.routine == "short" || it.1.routine == "b");
    let id = id.map(|it| it.0.id).expect("a session");
    tell(world, ProgressMessage::Open(id));
}

#[test]
fn an_open_session_tells_every_set_on_each_side() {
    expect![[r#"
        Heading "Session B"
        Label = "Monday, 16 November 2026, 19:12 · 18 min · 17 of 18 sets"
        Heading "Around the session"
        Label = "Pain before: 5 of 10"
        Label = "Pain after: 4 of 10"
        Heading "The morning after"
        Label = "How was it the next morning, against before the session?"
        RadioButton "The morning after: Better"
        RadioButton "The morning after: The same" (on)
        RadioButton "The morning after: Worse"
        Heading "Pain that morning"
        RadioButton "Pain that morning 0"
        RadioButton "Pain that morning 1"
        RadioButton "Pain that morning 2"
        RadioButton "Pain that morning 3" (on)
        RadioButton "Pain that morning 4"
        RadioButton "Pain that morning 5"
        RadioButton "Pain that morning 6"
        RadioButton "Pain that morning 7"
        RadioButton "Pain that morning 8"
        RadioButton "Pain that morning 9"
        RadioButton "Pain that morning 10"
        Heading "Cross-legged outer-thigh lean"
        Label = "Level 2. Planned: 2 × 30 s hold, each side · Clean all the way"
        Label = "Left leg"
        Label = "Set 1: 30 s of 30 s hold"
        Label = "Set 2: 28 s of 30 s hold"
        Label = "Right leg"
        Label = "Set 1: 30 s of 30 s hold"
        Label = "Set 2: 30 s of 30 s hold"
        Heading "Butterfly stretch"
        Label = "Level 2. Planned: 2 × 30 s hold · Clean all the way"
        Label = "Both legs"
        Label = "Set 1: 30 s of 30 s hold"
        Label = "Set 2: 30 s of 30 s hold"
        Heading "Side-lying leg raise"
        Label = "Level 2. Planned: 2 × 10 reps, each side · Clean all the way · 2 more clean reps were left"
        Label = "Left leg"
        Label = "Set 1: 9 of 10 reps"
        Label = "Set 2: 10 of 10 reps"
        Label = "Right leg"
        Label = "Set 1: 10 of 10 reps"
        Label = "Set 2: 10 of 10 reps"
        Heading "Banded lateral walk"
        Label = "Level 2. Planned: 2 × 10 steps, each side · Clean all the way · 3 more clean reps were left"
        Label = "Left leg"
        Label = "Set 1: 10 of 10 steps"
        Label = "Set 2: 10 of 10 steps""#]].assert_eq(&lines(opened, 48));
}

#[test]
fn a_row_opens_its_session() {
    let mut window = screen(|world| past(world, 1));
    let first = outline(&window);
    let row = first.lines().find(|it| it.starts_with("Link")).expect("a row").to_owned();
    let name = row.split('"').nth(1).expect("a name");
    window.get_by_label(name).click();
    window.run();
    assert!(asked(&mut window).starts_with("Progress(Open("));
}

#[test]
fn a_search_finds_words_of_notes_and_months() {
    for (query, expected) in
        [("november", true), ("knees stairs", true), ("wednesday zebra", false)]
    {
        let mut world = World::new();
        past(&mut world, 30);
        tell(&mut world, ProgressMessage::List(ListMessage::Search(query.to_owned())));
        let now = world.now();
        let view = world.coach.view(&now);
        let evenhold::coach::Screen::Progress(it) = view.screen else { panic!("elsewhere") };
        assert_eq!(!it.found().is_empty(), expected, "{query}");
    }
}

#[test]
fn nothing_stands_out_of_the_smallest_window() {
    let plots = |world: &mut World| {
        past(world, 143);
        tell(world, ProgressMessage::List(ListMessage::Part(ProgressPart::Plots)));
    };
    let correcting = |world: &mut World| {
        opened(world);
        tell(world, ProgressMessage::Correct);
    };
    let adding = |world: &mut World| {
        past(world, 1);
        tell(world, ProgressMessage::Add);
    };
    let report = |world: &mut World| {
        past(world, 30);
        tell(world, ProgressMessage::Report);
    };
    let stories: [&dyn Fn(&mut World); 6] =
        [&|world| past(world, 143), &plots, &opened, &correcting, &adding, &report];
    for (at, story) in stories.into_iter().enumerate() {
        let mut world = World::new();
        story(&mut world);
        let mut window = window(world, [800.0, 560.0], false);
        window.run();
        for (name, rect) in places(&window) {
            assert!(-0.5 <= rect.x0 && rect.x1 <= 800.5, "{at}: {name} {rect:?}");
        }
    }
}

#[test]
fn a_session_after_midnight_can_be_counted_for_the_day_before() {
    let mut world = World::new();
    past(&mut world, 1);
    let now = world.now();
    let (id, evening) = {
        let view = world.coach.view(&now);
        let sessions = view.journal.map(|it| it.sessions()).unwrap_or_default();
        let (record, session) = sessions.last().expect("a session");
        (record.id, (*record).clone().date == session.started.date_naive())
    };
    assert!(evening);
    // The same session, begun six hours later: at a quarter past one in the morning.
    let mut journal = Past::journal(1, now.date(), 7);
    let mut record = journal.get(id).and_then(|it| it.said.clone()).expect("a record");
    let mut session = record.session().cloned().expect("a session");
    session.started += chrono::Duration::hours(6);
    record.date = session.started.date_naive();
    record.rev = 2;
    record.body = session.into_body();
    let night = record.date;
    journal.add(record);
    world.news(News::Journal(Box::new(journal)));
    tell(&mut world, ProgressMessage::Open(id));
    tell(&mut world, ProgressMessage::NightBefore);
    let view = world.coach.view(&now);
    let journal = view.journal.expect("a journal");
    let said = journal.get(id).and_then(|it| it.said.as_ref()).expect("a record");
    assert_eq!((said.date, said.rev), (night - Days::new(1), 3));
}
