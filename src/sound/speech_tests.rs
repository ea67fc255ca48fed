//! The voice's thread, with a voice that writes down what it is told.

use super::scribe::Scribe;
use super::*;
use crate::clock::{FakeClock, SystemClock};

fn millis(it: u64) -> Duration {
    Duration::from_millis(it)
}

fn started() -> (Speech, Scribe, FakeClock) {
    let (clock, scribe) = (FakeClock::default(), Scribe::default());
    let engine = Box::new(scribe.clone());
    let speech = Speech::start(engine, Arc::new(clock.clone()), || ()).unwrap();
    until(|| speech.voice() == Voice::SpeechDispatcher);
    (speech, scribe, clock)
}

#[track_caller]
fn until(is_so: impl Fn() -> bool) {
    let soon = SystemClock.mono() + Duration::from_secs(20);
    while !is_so() {
        assert!(SystemClock.mono() < soon, "it never came");
        SystemClock.sleep(millis(2));
    }
}

#[test]
fn words_are_said_in_order_and_a_cancel_takes_back_what_waits() {
    let (speech, scribe, _) = started();
    speech.say("First.");
    until(|| scribe.told() == ["First."]);
    let hanging = scribe.hang();
    speech.say("Second.");
    until(|| scribe.asked() == 2);
    speech.say("Third.");
    speech.set_volume(0.5);
    speech.cancel();
    speech.say("Fourth.");
    drop(hanging);
    let expected = ["First.", "Second.", "(at 0.5)", "(cut)", "Fourth."];
    until(|| scribe.told() == expected);
}

#[test]
fn words_that_a_hanging_voice_held_up_for_two_seconds_are_not_said() {
    let (speech, scribe, clock) = started();
    let hanging = scribe.hang();
    speech.say("First.");
    until(|| scribe.asked() == 1);
    speech.say("Late.");
    clock.advance(millis(2001));
    speech.say("In time.");
    drop(hanging);
    until(|| scribe.told() == ["First.", "In time."]);
}

#[test]
fn a_voice_that_fails_is_told_so_and_tried_again_after_a_rest() {
    let (speech, scribe, clock) = started();
    scribe.set_failing(true);
    speech.say("Unheard.");
    until(|| speech.voice() == Voice::Nothing);
    scribe.set_failing(false);
    speech.say("Too soon.");
    clock.advance(REST);
    speech.say("Again.");
    until(|| speech.voice() == Voice::SpeechDispatcher);
    assert_eq!(scribe.told(), ["Again."]);
}

#[test]
fn a_text_is_one_line_without_anything_that_could_be_a_command() {
    assert_eq!(plain("Lie down.\r\n.\r\nQUIT\u{7}"), "Lie down. . QUIT");
    assert_eq!(plain("  Left leg\tworks. "), "Left leg works.");
    assert_eq!(plain("Mit Gef\u{fc}hl"), "Mit Gef\u{fc}hl");
    let (speech, scribe, _) = started();
    speech.set_language("en\r\nSET SELF RATE 100");
    until(|| scribe.told() == ["(in enSETSELFRATE100)"]);
}
