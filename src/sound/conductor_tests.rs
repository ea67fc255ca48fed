//! The conductor, asked at chosen moments.

use super::*;
use expect_test::{Expect, expect};
use std::fmt::Write as _;

const LATENCY: Duration = millis(80);
const OPEN: Stage = Stage::Open { latency: LATENCY, settled: Some(Duration::ZERO) };
/// Offset 0 of every performance here.
const ANCHOR: Duration = millis(100_000);

const fn millis(it: u64) -> Duration {
    Duration::from_millis(it)
}

fn tone(at: u64, tone: Tone) -> PlannedSound {
    PlannedSound { at: millis(at), tone: Some(tone), say: None }
}

fn words(at: u64, say: &str) -> PlannedSound {
    PlannedSound { at: millis(at), tone: None, say: Some(say.to_owned()) }
}

fn conductor(speed: f64, cues: Vec<PlannedSound>, stage: Stage) -> Conductor {
    let mut conductor = Conductor::default();
    assert!(conductor.perform(Performance { generation: 1, anchor: ANCHOR, speed, cues }, stage));
    conductor
}

/// What is due at the given moments (milliseconds after the anchor), one line for each act.
fn acts(conductor: &mut Conductor, stage: Stage, moments: impl IntoIterator<Item = u64>) -> String {
    let mut text = String::new();
    for now in moments {
        for act in conductor.due(ANCHOR + millis(now), stage, true) {
            match act {
                Act::Say(it) => writeln!(text, "{now}: say {it}").unwrap(),
                Act::Play(it) => {
                    let after = |it: Duration| it.saturating_sub(ANCHOR).as_millis();
                    let (at, latest) = (after(it.at), after(it.latest));
                    writeln!(text, "{now}: {:?} at {at}..{latest} x{}", it.tone, it.gain).unwrap();
                }
            }
        }
    }
    text
}

fn check(mut conductor: Conductor, stage: Stage, moments: &[u64], expect: &Expect) {
    expect.assert_eq(&acts(&mut conductor, stage, moments.iter().copied()));
}

#[test]
fn tones_are_handed_over_a_second_ahead_and_words_at_their_moment() {
    let cues = vec![
        tone(0, Tone::Ready),
        words(500, "First: hip flexor."),
        tone(1500, Tone::Start),
        tone(2600, Tone::End),
    ];
    let expected = expect![[r#"
        0: Ready at 0..130 x1
        500: Start at 1500..1550 x1
        500: say First: hip flexor.
        1600: End at 2600..3100 x1
    "#]];
    check(conductor(1.0, cues, OPEN), OPEN, &[0, 100, 499, 500, 1500, 1600, 9000], &expected);
}

#[test]
fn what_is_too_late_is_not_heard_but_the_end_is() {
    let cues = vec![
        tone(0, Tone::Ready),
        words(0, "Too late."),
        tone(960, Tone::Start),
        words(900, "Late."),
        tone(1200, Tone::End),
        tone(1400, Tone::Beat),
        tone(1600, Tone::Done),
        tone(1650, Tone::Start),
    ];
    let expected = expect![[r#"
        1700: End at 1200..2280 x1
        1700: Done at 1600..2280 x1
        1700: Start at 1650..1830 x1
        1700: say Late.
    "#]];
    check(conductor(1.0, cues.clone(), OPEN), OPEN, &[1700], &expected);

    let expected = expect![[r#"
        1701: Done at 1600..2281 x1
        1701: say Late.
    "#]];
    check(conductor(1.0, cues, OPEN), OPEN, &[1701], &expected);
}

#[test]
fn without_a_device_tones_pass_and_words_are_said() {
    let cues = vec![tone(0, Tone::Ready), words(0, "First."), tone(200, Tone::End)];
    let mut conductor = conductor(1.0, cues, OPEN);
    assert_eq!(acts(&mut conductor, Stage::Empty, [0, 100, 700]), "0: say First.\n");
    // The device comes back: nothing that passed is made up for but the end of a moment ago.
    assert_eq!(acts(&mut conductor, OPEN, [700]), "700: End at 200..1280 x1\n");
}

#[test]
fn the_first_tone_and_words_of_a_session_wait_for_their_device() {
    let cues = vec![tone(0, Tone::Ready), words(0, "First."), tone(100, Tone::Beat)];
    let mut conductor = conductor(1.0, cues, Stage::Opening);
    assert_eq!(acts(&mut conductor, Stage::Opening, [0, 100, 300]), "");
    let unsettled = Stage::Open { latency: Duration::ZERO, settled: None };
    assert_eq!(acts(&mut conductor, unsettled, [900]), "900: Ready at 0..2900 x1\n");
    let settled = Stage::Open { latency: LATENCY, settled: Some(ANCHOR + millis(1100)) };
    assert_eq!(acts(&mut conductor, settled, [1200, 1499, 1500]), "1500: say First.\n");
}

#[test]
fn the_first_words_do_not_wait_for_ever() {
    let mut conductor =
        conductor(1.0, vec![words(0, "First."), words(3500, "Rest.")], Stage::Opening);
    assert_eq!(acts(&mut conductor, Stage::Opening, [0, 3000, 3001, 3500]), "");
    assert_eq!(acts(&mut conductor, Stage::Empty, [3600]), "3600: say Rest.\n");
}

#[test]
fn a_lost_device_takes_nothing_with_it_that_lies_ahead() {
    let cues = vec![tone(0, Tone::Start), tone(600, Tone::Beat), tone(900, Tone::End)];
    let mut conductor = conductor(1.0, cues, OPEN);
    let before = acts(&mut conductor, OPEN, [0]);
    assert_eq!(before, "0: Start at 0..130 x1\n0: Beat at 600..650 x1\n0: End at 900..1400 x1\n");
    conductor.rewind(ANCHOR + millis(650));
    assert_eq!(acts(&mut conductor, Stage::Empty, [650]), "");
    assert_eq!(acts(&mut conductor, OPEN, [850]), "850: End at 900..1430 x1\n");
    // A device that changes twice plays nothing twice.
    conductor.rewind(ANCHOR + millis(950));
    assert_eq!(acts(&mut conductor, OPEN, [950]), "");
}

#[test]
fn a_performance_may_run_faster_and_then_nothing_is_said() {
    let cues =
        vec![tone(10_000, Tone::Start), words(10_000, "Left leg works."), tone(30_000, Tone::End)];
    let expected = expect![[r#"
        0: Start at 500..550 x1
        500: End at 1500..2000 x1
    "#]];
    check(conductor(20.0, cues.clone(), OPEN), OPEN, &[0, 400, 500, 600], &expected);
    // A speed that makes no sense counts as 1.
    for speed in [0.0, -2.0, f64::NAN, f64::INFINITY] {
        let mut conductor = conductor(speed, cues.clone(), OPEN);
        assert_eq!(acts(&mut conductor, OPEN, [0, 500]), "", "{speed}");
    }
}

#[test]
fn ticks_are_softer_under_words_and_nothing_else_is() {
    let cues = vec![
        words(0, "Knees stay together."),
        tone(0, Tone::Beat),
        tone(1000, Tone::Phase),
        tone(1000, Tone::Countdown),
        tone(3000, Tone::Beat),
    ];
    let expected = expect![[r#"
        0: Beat at 0..130 x0.5
        0: Phase at 1000..1050 x0.5
        0: Countdown at 1000..1050 x1
        0: say Knees stay together.
        2500: Beat at 3000..3050 x1
    "#]];
    check(conductor(1.0, cues.clone(), OPEN), OPEN, &[0, 2500], &expected);

    let mut unspoken = conductor(1.0, cues, OPEN);
    let tones = unspoken.due(ANCHOR, OPEN, false);
    assert!(tones.iter().all(|it| !matches!(it, Act::Play(it) if it.gain < 1.0)));
}

#[test]
fn an_older_generation_changes_nothing_and_a_stop_ends_everything() {
    let mut conductor = conductor(1.0, vec![tone(500, Tone::Start)], OPEN);
    let older = Performance { generation: 0, anchor: ANCHOR, speed: 1.0, cues: Vec::new() };
    assert!(!conductor.perform(older, OPEN));
    assert_eq!(acts(&mut conductor, OPEN, [0]), "0: Start at 500..550 x1\n");

    let newer =
        Performance { generation: 2, anchor: ANCHOR, speed: 1.0, cues: vec![tone(900, Tone::End)] };
    assert!(conductor.perform(newer, OPEN));
    assert!(conductor.is_on());
    conductor.stop();
    assert!(!conductor.is_on());
    assert_eq!(acts(&mut conductor, OPEN, [100, 900]), "");
}

#[test]
fn cues_out_of_order_are_put_in_order() {
    let cues = vec![tone(400, Tone::End), words(200, "Now."), tone(100, Tone::Start)];
    let mut conductor = conductor(1.0, cues, OPEN);
    assert_eq!(conductor.until_words(ANCHOR), Some(millis(200)));
    assert!(conductor.has_words());
    assert_eq!(
        acts(&mut conductor, OPEN, [0, 200]),
        "0: Start at 100..150 x1\n0: End at 400..900 x1\n200: say Now.\n",
    );
    assert!(!conductor.has_words());
    assert_eq!(conductor.until_words(ANCHOR), None);
}
