//! The performer's thread, with a pretended clock, voice and device: the test pulls the track.

use super::*;
use crate::clock::{FakeClock, SystemClock};
use crate::coach::PlannedSound;
use crate::session::score::Tone;
use crate::sound::speech::scribe::Scribe;
use crate::sound::tones::Bank;
use crate::sound::track::{CHANNELS, Track};
use std::sync::atomic::{AtomicU32, Ordering};

const RATE: u32 = 48_000;
const LATENCY: Duration = Duration::from_millis(40);

fn millis(it: u64) -> Duration {
    Duration::from_millis(it)
}

/// A performer and everything around it.
struct House {
    clock: FakeClock,
    performer: Performer,
    wanted: Receiver<bool>,
    scribe: Scribe,
    woken: Arc<AtomicU32>,
}

impl House {
    fn new() -> Self {
        let clock = FakeClock::default();
        let (device, wanted) = Supervisor::of_nothing();
        let scribe = Scribe::default();
        let woken = Arc::new(AtomicU32::new(0));
        let count = Arc::clone(&woken);
        let wake = Arc::new(move || {
            count.fetch_add(1, Ordering::Relaxed);
        });
        let engine = Box::new(scribe.clone());
        let fake: Arc<dyn Clock> = Arc::new(clock.clone());
        let performer = Performer::start_with(fake, wake, device, engine, channel()).unwrap();
        let it = Self { clock, performer, wanted, scribe, woken };
        it.until(|it| it.performer.voice() == Voice::SpeechDispatcher);
        it
    }

    /// Waits, in real time, until something is so.
    #[track_caller]
    fn until(&self, is_so: impl Fn(&Self) -> bool) {
        let soon = SystemClock.mono() + Duration::from_secs(20);
        while !is_so(self) {
            assert!(SystemClock.mono() < soon, "it never came: {:?}", self.performer);
            SystemClock.sleep(millis(2));
        }
    }

    /// Waits until the thread has run at the present moment.
    fn settle(&self) {
        // What it was told before this has been done when it runs once more.
        for _ in 0..2 {
            self.clock.advance(Duration::from_nanos(1));
            self.performer.set_profile(Profile::Clear);
            self.until(|it| it.performer.pulse().last == it.clock.tick());
        }
    }

    fn perform(&self, generation: u64, cues: Vec<PlannedSound>) {
        let anchor = self.clock.mono() + millis(500);
        self.performer.perform(Performance { generation, anchor, speed: 1.0, cues });
    }

    /// A device has been opened: the test is that device.
    fn open(&self) -> Track {
        let (track, handle) = Track::new(RATE, Arc::new(self.clock.clone()));
        let bank = Arc::new(Bank::new(RATE));
        let report = Report::Opened { device: "Loud".to_owned(), track: handle, bank };
        self.performer.send(Message::Device(report));
        self.until(|it| it.performer.state() == SoundState::Playing { device: "Loud".to_owned() });
        track
    }

    /// Plays so many milliseconds; gives the loudest sample of each ten of them.
    fn play(&self, track: &mut Track, length: u64) -> Vec<f32> {
        let mut block = vec![0.0; RATE as usize / 100 * CHANNELS];
        let mut peaks = Vec::new();
        for i in 0..length / 10 {
            if i % 10 == 0 {
                self.settle();
            }
            track.render(LATENCY, &mut block);
            peaks.push(block.iter().fold(0.0_f32, |max, it| max.max(it.abs())));
            self.clock.advance(millis(10));
        }
        peaks
    }

    fn said(&self) -> Vec<String> {
        self.scribe.told()
    }
}

fn cue(at: u64, tone: Option<Tone>, say: Option<&str>) -> PlannedSound {
    PlannedSound { at: millis(at), tone, say: say.map(str::to_owned) }
}

#[test]
fn a_sleep_and_a_freeze_are_gaps_and_a_set_clock_is_none() {
    let house = House::new();
    house.settle();
    let from = house.clock.tick();
    house.clock.suspend(Duration::from_secs(1920));
    let to = house.clock.tick();
    assert!(house.performer.pulse().is_behind(&to));
    house.until(|it| it.performer.pulse().gap == Some(Gap { from, to }));
    assert!(!house.performer.pulse().is_behind(&to));
    assert!(house.woken.load(Ordering::Relaxed) > 0);

    house.clock.advance(millis(2001));
    let frozen = Gap { from: to, to: house.clock.tick() };
    house.until(|it| it.performer.pulse().gap == Some(frozen));

    // A late beat, and a wall clock that somebody sets, are none.
    house.clock.advance(millis(1900));
    house.settle();
    house.clock.suspend(millis(1900));
    house.settle();
    house.clock.set_wall(house.clock.tick().wall + chrono::TimeDelta::days(40));
    house.settle();
    house.clock.set_wall(house.clock.tick().wall - chrono::TimeDelta::days(80));
    house.settle();
    assert_eq!(house.performer.pulse().gap, Some(frozen));
}

#[test]
fn a_performance_asks_for_a_device_and_plays_through_it() {
    let house = House::new();
    assert_eq!(house.performer.state(), SoundState::Silent { why: Silence::Unneeded });
    assert_eq!(house.performer.latency(), None);
    house.perform(1, vec![cue(0, Some(Tone::Start), None), cue(1000, Some(Tone::End), None)]);
    assert_eq!(house.wanted.recv(), Ok(true));
    house.until(|it| it.performer.state() == SoundState::Silent { why: Silence::Opening });
    let mut track = house.open();
    let peaks = house.play(&mut track, 2500);
    let sounding = |from: usize, to: usize| peaks[from..to].iter().any(|it| *it > 0.01);
    // Sent ahead by the latency: the start is heard 500 ms after the call.
    assert!(!sounding(0, 45) && sounding(46, 55));
    assert!(!sounding(140, 145) && sounding(146, 155));
    assert!(!sounding(240, 250));
    let latency = house.performer.latency().unwrap();
    assert_eq!((latency.compensated, latency.underruns, latency.missed), (LATENCY, 0, 0));
    assert!(latency.left < millis(1), "{latency:?}");
}

#[test]
fn a_device_that_is_exchanged_goes_on_in_place() {
    let house = House::new();
    house.perform(1, (0..5).map(|i| cue(i * 400, Some(Tone::Beat), None)).collect());
    let mut first = house.open();
    house.play(&mut first, 1000);
    house.performer.send(Message::Device(Report::Closed(Silence::Lost)));
    house.until(|it| it.performer.state() == SoundState::Silent { why: Silence::Lost });
    house.clock.advance(millis(100));
    let mut second = house.open();
    let peaks = house.play(&mut second, 1500);
    let onsets: Vec<usize> =
        (1..peaks.len()).filter(|i| peaks[*i] > 0.01 && peaks[i - 1] <= 0.01).collect();
    // 1.1 s have passed: the beats of 1.3, 1.7 and 2.1 s are left, 40 ms ahead of their time.
    assert_eq!(onsets, [16, 56, 96]);
}

#[test]
fn words_are_said_at_their_moment_and_cut_off_by_what_comes_next() {
    let house = House::new();
    house.performer.set_language("de\r\nQUIT");
    house.performer.set_volume(0.5);
    house.perform(
        1,
        vec![cue(0, None, Some("First:\n hip flexor.")), cue(900, None, Some("Never."))],
    );
    house.performer.send(Message::Device(Report::Closed(Silence::NoDevice)));
    house.settle();
    assert!(!house.said().iter().any(|it| it.starts_with("First")));
    house.clock.advance(millis(500));
    house.until(|it| it.said().iter().any(|it| it == "First: hip flexor."));
    house.performer.silence();
    house.settle();
    house.clock.advance(millis(800));
    house.settle();
    house.until(|it| it.said().last().is_some_and(|it| it == "(cut)"));
    assert!(house.said().iter().any(|it| it == "(in deQUIT)"));
    assert!(house.said().iter().any(|it| it == "(at 0.5)"));
    assert!(!house.said().iter().any(|it| it == "Never."));
}

#[test]
fn muted_nothing_is_said_and_no_device_is_held() {
    let house = House::new();
    house.performer.set_muted(true);
    house.perform(1, vec![cue(0, Some(Tone::Start), Some("Left leg works."))]);
    house.clock.advance(millis(600));
    house.settle();
    assert_eq!(house.performer.state(), SoundState::Silent { why: Silence::Unneeded });
    assert!(house.wanted.try_recv().is_err());
    assert!(house.said().iter().all(|it| it == "(cut)"), "{:?}", house.said());
}

#[test]
fn a_device_is_let_go_of_five_minutes_after_the_end() {
    let house = House::new();
    house.perform(1, vec![cue(2000, Some(Tone::Done), None)]);
    assert_eq!(house.wanted.recv(), Ok(true));
    house.performer.silence();
    house.settle();
    house.clock.advance(Duration::from_secs(299));
    house.settle();
    assert!(house.wanted.try_recv().is_err());
    house.clock.advance(Duration::from_secs(2));
    assert_eq!(house.wanted.recv(), Ok(false));
}

#[test]
fn after_a_gap_nothing_is_heard_until_the_next_performance() {
    let house = House::new();
    house.perform(1, (0..40).map(|i| cue(i * 300, Some(Tone::Start), None)).collect());
    let mut track = house.open();
    assert!(house.play(&mut track, 1500).iter().any(|it| *it > 0.1));
    house.clock.advance(Duration::from_secs(3));
    house.until(|it| it.performer.pulse().gap.is_some());
    let after = house.play(&mut track, 2000);
    assert!(after[2..].iter().all(|it| *it == 0.0), "{after:?}");
    house.perform(2, vec![cue(0, Some(Tone::Done), None)]);
    assert!(house.play(&mut track, 1000).iter().any(|it| *it > 0.1));
}
