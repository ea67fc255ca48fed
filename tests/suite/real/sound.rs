//! What is really heard: a performance is played to a sound server of our own and recorded from it.
//! The bounds are wide, because a test may run on a busy machine; `cargo bench --bench sound`
//! measures.

#![expect(clippy::indexing_slicing, reason = "a test stops where it is wrong")]

use std::time::Duration;

use evenhold::clock::{Clock as _, SystemClock};
use evenhold::session::score::Tone;
use evenhold::sound::{PlannedSound, Voice, tones};
use rustix::process::Signal;

use super::null_sink::{self, NullSink, Recording, Route, within};
use super::onsets::{self, Figures, Found, Meant};
use super::stage::{Listener, Stage, is_performer, tell, tone};
use crate::skip::installed;

/// A fresh device may stand still for a second before it plays.
const LEAD_IN: Duration = Duration::from_secs(2);
/// What is softer than this is not heard: 60 dB below full.
const SILENT: f32 = 0.001;
/// What a cue may be off on a busy machine, in milliseconds.
const NEAR: f64 = 60.0;
/// What may be left of the latency after compensation, in milliseconds.
const LEFT: f64 = 100.0;

fn seconds(it: u64) -> Duration {
    Duration::from_secs(it)
}

/// The loudest sample between two monotonic seconds.
fn peak(recording: &Recording, from: f64, to: f64) -> f32 {
    let range = recording.sample_at(from)..recording.sample_at(to);
    recording.samples[range].iter().fold(0.0, |max, it| max.max(it.abs()))
}

/// Every cue that was meant is heard, in order, near its moment.
#[track_caller]
fn all_in_place(recording: &Recording, meant: &[Meant]) -> Found {
    let found = onsets::find(recording, meant);
    let heard = &found.heard;
    let late: Vec<f64> = heard.iter().map(|it| it.late().round()).collect();
    assert_eq!(heard.len(), meant.len(), "not all of {meant:?} were heard: {late:?} ms late");
    assert!(heard.is_sorted_by(|a, b| a.at < b.at), "out of order: {late:?}");
    let figures = Figures::of(heard);
    assert!(figures.left.abs() < LEFT, "{figures}");
    assert!(figures.max < NEAR, "{figures}; late by {late:?}");
    found
}

/// The cues between two monotonic seconds that were meant early enough to be whole in a recording.
fn between(recording: &Recording, meant: &[Meant], from: f64, to: f64) -> Vec<Meant> {
    let to = to.min(recording.heard(recording.samples.len() - 1) - 1.0);
    meant.iter().copied().filter(|it| it.at > from && it.at < to).collect()
}

#[test]
fn cues_are_heard_in_order_at_their_moments_and_nothing_else_is() {
    const NAME: &str = "real::sound::cues_are_heard_in_order_at_their_moments_and_nothing_else_is";
    let cue = |i: u64| tone(i * 500 + i % 7 * 11, tones::TONES[i as usize * 2 % 9]);
    if is_performer(NAME) {
        let stage = Stage::new();
        stage.perform(1, LEAD_IN, (0..40).map(cue).collect());
        return stage.wait(LEAD_IN + seconds(22));
    }
    if !installed(&null_sink::PROGRAMS) {
        return;
    }
    let sink = NullSink::start();
    let recorder = sink.record();
    let mut listener = Listener::start(NAME, sink, Route::Pulse);
    let meant = listener.finish();
    let recording = recorder.stop();

    assert_eq!(meant.len(), 40);
    assert!(meant.iter().all(|it| it.lead > 100.0), "handed over too late: {meant:?}");
    let found = all_in_place(&recording, &meant);
    let end = recording.heard(recording.samples.len() - 1) - 0.1;
    let (when, loudest) = found.stray(&recording, recording.heard(0), end);
    let first = meant[0].at;
    assert!(loudest < 0.01, "{loudest} was heard {:.3} s after the first cue", when - first);
}

#[test]
fn a_silence_and_a_new_performance_take_effect_at_once() {
    const NAME: &str = "real::sound::a_silence_and_a_new_performance_take_effect_at_once";
    let beats = || (0..40).map(|i| tone(i * 400, Tone::Beat)).collect::<Vec<_>>();
    if is_performer(NAME) {
        let stage = Stage::new();
        stage.perform(1, LEAD_IN, beats());
        stage.wait(LEAD_IN + Duration::from_millis(2900));
        tell("silence");
        stage.performer.silence();
        stage.wait(seconds(2));
        // An older performance that arrives late changes nothing.
        stage.perform(0, Duration::ZERO, beats());
        stage.wait(seconds(1));
        stage.perform(
            2,
            Duration::from_millis(500),
            vec![tone(0, Tone::Done), tone(3000, Tone::End)],
        );
        stage.wait(Duration::from_millis(900));
        // In the middle of the chord: what sounds gives way.
        tell("replaced");
        stage.perform(3, Duration::from_millis(700), vec![tone(0, Tone::Start)]);
        return stage.wait(seconds(4));
    }
    if !installed(&null_sink::PROGRAMS) {
        return;
    }
    let sink = NullSink::start();
    let recorder = sink.record();
    let mut listener = Listener::start(NAME, sink, Route::Pulse);
    let meant = listener.finish();
    let recording = recorder.stop();
    let silence = listener.wait_for("silence", 0.0);
    let replaced = listener.wait_for("replaced", 0.0);

    // What the device had been given already may still be heard: a tenth of a second, and its fade.
    let given = 0.2;
    let next = meant.iter().find(|it| it.at > silence + given).expect("the next performance");
    assert_eq!(next.tone, Tone::Done);
    assert!(peak(&recording, silence - 0.5, silence) > 0.05, "nothing was to be silenced");
    let after = peak(&recording, silence + given, next.at - 0.05);
    assert!(after < SILENT, "{after} after the silence");

    let start = meant.last().expect("there are cues");
    assert_eq!(start.tone, Tone::Start, "{meant:?}");
    assert!(peak(&recording, replaced - 0.3, replaced) > 0.05, "nothing was to be replaced");
    let after = peak(&recording, replaced + given, start.at - 0.05);
    assert!(after < SILENT, "{after} of what was replaced");
    let over = peak(&recording, start.at + 1.0, recording.heard(recording.samples.len() - 1) - 0.1);
    assert!(over < SILENT, "{over} after the end");
    // The chord was cut off; everything else is whole.
    let whole: Vec<_> = meant.iter().copied().filter(|it| it.tone != Tone::Done).collect();
    all_in_place(&recording, &whole);
}

/// The server dies in the middle and comes back: by its own protocol, or as ALSA shows it.
fn survives_its_server(name: &str, route: Route) {
    if is_performer(name) {
        let stage = Stage::new();
        stage.perform(
            1,
            LEAD_IN,
            (0..60).map(|i| tone(i * 500, tones::TONES[i as usize % 9])).collect(),
        );
        stage.tell_costs();
        stage.wait(LEAD_IN + seconds(22));
        return stage.tell_costs();
    }
    if !installed(&null_sink::PROGRAMS) {
        return;
    }
    let sink = NullSink::start();
    let recorder = sink.record();
    let mut listener = Listener::start(name, sink, route);
    let began = listener.wait_for("playing", 0.0);
    SystemClock.sleep(LEAD_IN + seconds(3));
    let killed = SystemClock.mono().as_secs_f64();
    listener.sink.kill();
    let before = recorder.stop();
    let silent = listener.wait_for("silent", killed);
    SystemClock.sleep(seconds(2));
    listener.sink.start_server();
    let recorder = listener.sink.record();
    let back = listener.wait_for("playing", silent);
    let meant = listener.finish();
    let after = recorder.stop();

    assert!(silent - killed < 4.0, "noticed only after {} s", silent - killed);
    let first = between(&before, &meant, began, killed - 1.0);
    assert!(first.len() >= 4, "{first:?}");
    all_in_place(&before, &first);
    let second = between(&after, &meant, back + 1.5, f64::INFINITY);
    assert!(second.len() >= 15, "{second:?}");
    all_in_place(&after, &second);
    // In place: a whole number of half seconds after the first, as if nothing had happened.
    let halves = (second[0].at - first[0].at) * 2.0;
    assert!((halves - halves.round()).abs() < 1e-6, "{halves}");
    let busy = listener.number("processor");
    assert!(busy < 6.0, "computed for {busy} s while its server was gone");
    assert!(listener.number("woken") >= 3.0, "the shell hears of each change");
}

#[test]
fn the_sound_survives_its_server() {
    survives_its_server("real::sound::the_sound_survives_its_server", Route::Pulse);
}

#[test]
fn the_sound_survives_its_server_through_alsa() {
    survives_its_server("real::sound::the_sound_survives_its_server_through_alsa", Route::Alsa);
}

#[test]
fn a_server_that_hangs_is_noticed_and_gone_on_with_when_it_wakes() {
    const NAME: &str = "real::sound::a_server_that_hangs_is_noticed_and_gone_on_with_when_it_wakes";
    if is_performer(NAME) {
        let stage = Stage::new();
        stage.perform(1, LEAD_IN, (0..60).map(|i| tone(i * 500, Tone::Start)).collect());
        return stage.wait(LEAD_IN + seconds(18));
    }
    if !installed(&null_sink::PROGRAMS) {
        return;
    }
    let mut listener = Listener::start(NAME, NullSink::start(), Route::Pulse);
    listener.wait_for("playing", 0.0);
    SystemClock.sleep(LEAD_IN + seconds(2));
    let hung = SystemClock.mono().as_secs_f64();
    listener.signal_server(Signal::STOP);
    let silent = listener.wait_for("silent Lost", hung);
    SystemClock.sleep(seconds(1));
    listener.signal_server(Signal::CONT);
    let back = listener.wait_for("playing", silent);
    let recorder = listener.sink.record();
    let meant = listener.finish();
    let recording = recorder.stop();

    assert!(silent - hung < 4.0, "noticed only after {} s", silent - hung);
    let after = between(&recording, &meant, back + 2.5, f64::INFINITY);
    assert!(after.len() >= 10, "{after:?}");
    all_in_place(&recording, &after);
}

#[test]
fn the_sound_follows_the_device_that_the_person_chooses() {
    const NAME: &str = "real::sound::the_sound_follows_the_device_that_the_person_chooses";
    if is_performer(NAME) {
        let stage = Stage::new();
        stage.perform(1, LEAD_IN, (0..60).map(|i| tone(i * 500, Tone::Start)).collect());
        return stage.wait(LEAD_IN + seconds(12));
    }
    if !installed(&null_sink::PROGRAMS) {
        return;
    }
    let sink = NullSink::start();
    let properties = "sink_properties=device.description=Headphones";
    let rate = format!("rate={}", null_sink::RATE);
    let module = ["load-module", "module-null-sink", "sink_name=null1", &rate, properties];
    assert!(sink.tell(&module) && sink.tell(&["set-default-sink", "null0"]));
    let (first, second) = (sink.record(), sink.record_from("null1"));
    let mut listener = Listener::start(NAME, sink, Route::Pulse);
    listener.wait_for("playing", 0.0);
    SystemClock.sleep(LEAD_IN + seconds(3));
    let chosen = SystemClock.mono().as_secs_f64();
    assert!(listener.sink.tell(&["set-default-sink", "null1"]));
    let there = listener.wait_for("playing Headphones", chosen);
    let meant = listener.finish();
    let (first, second) = (first.stop(), second.stop());

    assert!(there - chosen < 3.0, "followed only after {} s", there - chosen);
    let before = between(&first, &meant, 0.0, chosen - 0.5);
    assert!(before.len() >= 4, "{meant:?}");
    all_in_place(&first, &before);
    let after = between(&second, &meant, there + 1.5, f64::INFINITY);
    assert!(after.len() >= 6, "{meant:?}");
    all_in_place(&second, &after);
}

#[test]
fn without_a_device_time_goes_on_in_silence() {
    const NAME: &str = "real::sound::without_a_device_time_goes_on_in_silence";
    if is_performer(NAME) {
        let stage = Stage::new();
        stage.perform(1, Duration::ZERO, (0..10).map(|i| tone(i * 300, Tone::Beat)).collect());
        stage.wait(seconds(4));
        let pulse = stage.performer.pulse();
        let now = SystemClock.tick();
        assert!(pulse.gap.is_none() && !pulse.is_behind(&now));
        assert!(pulse.last.mono + Duration::from_secs(1) > now.mono, "the heart stood still");
        return stage.tell_costs();
    }
    if !installed(&null_sink::PROGRAMS) {
        return;
    }
    for route in [Route::Pulse, Route::Alsa] {
        let mut sink = NullSink::start();
        sink.kill();
        let mut listener = Listener::start(NAME, sink, route);
        assert!(listener.finish().is_empty(), "nothing could be handed to a device");
        listener.wait_for("silent NoDevice", 0.0);
        let busy = listener.number("processor");
        assert!(busy < 2.0, "computed for {busy} s to find no device");
    }
}

#[test]
fn a_frozen_program_tells_the_gap_and_plays_nothing_of_it() {
    const NAME: &str = "real::sound::a_frozen_program_tells_the_gap_and_plays_nothing_of_it";
    if is_performer(NAME) {
        let stage = Stage::new();
        stage.perform(1, LEAD_IN, (0..40).map(|i| tone(i * 400, Tone::Start)).collect());
        stage.wait(LEAD_IN + seconds(2));
        tell("ready");
        let seen = within(seconds(20), || stage.performer.pulse().gap.is_some());
        assert!(seen, "no gap was noticed");
        let gap = stage.performer.pulse().gap.expect("it was there");
        tell(&format!("from {}", gap.from.mono.as_secs_f64()));
        tell(&format!("to {}", gap.to.mono.as_secs_f64()));
        stage.wait(seconds(2));
        stage.perform(2, Duration::from_millis(700), vec![tone(0, Tone::Done)]);
        return stage.wait(seconds(3));
    }
    if !installed(&null_sink::PROGRAMS) {
        return;
    }
    let sink = NullSink::start();
    let recorder = sink.record();
    let mut listener = Listener::start(NAME, sink, Route::Pulse);
    listener.wait_for("ready", 0.0);
    let frozen = SystemClock.mono().as_secs_f64();
    listener.signal(Signal::STOP);
    SystemClock.sleep(seconds(4));
    let thawed = SystemClock.mono().as_secs_f64();
    listener.signal(Signal::CONT);
    let meant = listener.finish();
    let recording = recorder.stop();

    let (from, to) = (listener.number("from"), listener.number("to"));
    assert!((from - frozen).abs() < 0.5, "the gap begins {} s after the freeze", from - frozen);
    assert!(to >= thawed && to < thawed + 1.0, "and ends {} s after the thaw", to - thawed);
    let done = meant.last().expect("the second performance");
    assert_eq!(done.tone, Tone::Done);
    // What lay in the device when the program froze is over; of the rest nothing may come.
    let stray = peak(&recording, thawed + 0.3, done.at - 0.05);
    assert!(stray < SILENT, "{stray} was heard between the gap and the next performance");
    all_in_place(&recording, &[*done]);
}

#[test]
fn words_are_spoken_by_the_systems_voice_and_cut_off_with_their_performance() {
    const NAME: &str =
        "real::sound::words_are_spoken_by_the_systems_voice_and_cut_off_with_their_performance";
    if is_performer(NAME) {
        let stage = Stage::new();
        let say = |at: u64, text: &str| {
            let at = Duration::from_millis(at);
            PlannedSound { at, tone: None, say: Some(text.to_owned()) }
        };
        let long = "Lie on your right side. Knees bent, feet together, and the pelvis stays where it is \
                    while the top knee opens, slowly, and slowly comes back.";
        stage.perform(1, LEAD_IN, vec![say(0, "Left leg works."), say(5000, long)]);
        stage.wait(LEAD_IN + seconds(7));
        tell("cut");
        stage.performer.silence();
        stage.wait(seconds(3));
        tell(&format!("voice {:?}", stage.performer.voice()));
        return;
    }
    let mut needed = null_sink::PROGRAMS.to_vec();
    needed.extend(["speech-dispatcher", "espeak-ng"]);
    if !installed(&needed) {
        return;
    }
    let sink = NullSink::start();
    let recorder = sink.record();
    let mut listener = Listener::start(NAME, sink, Route::Pulse);
    let began = listener.wait_for("playing", 0.0);
    assert!(listener.finish().is_empty(), "words are no tones");
    let recording = recorder.stop();
    let cut = listener.wait_for("cut", 0.0);
    listener.wait_for(&format!("voice {:?}", Voice::SpeechDispatcher), 0.0);

    // The cut is told seven seconds after the moment of the first words; "playing" only once the device
    // and the voice are there, which takes them a while.
    let first = cut - 7.0;
    let before = peak(&recording, began, first - 0.25);
    assert!(before < SILENT, "{before} was heard before the moment of the first words");
    assert!(peak(&recording, first, cut - 2.5) > 0.02, "the first words were not heard");
    assert!(peak(&recording, cut - 1.0, cut) > 0.02, "the long words were not heard");
    let after = peak(&recording, cut + 1.0, cut + 2.8);
    assert!(after < SILENT, "{after} was said after it was cut off");
}
