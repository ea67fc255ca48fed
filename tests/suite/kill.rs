//! `kill -9` at a random moment of a session, and what is left of it. The benchmark does
//! the same more often and tells its numbers.

#![expect(clippy::indexing_slicing, clippy::panic, reason = "a test that says what is wrong")]

use std::collections::BTreeMap;
use std::time::Duration;

use serde_json::Value;

use super::terminal::Terminal;

/// Session seconds for each real one: fast enough for many kills, slow enough for many moments.
pub(crate) const SPEED: &str = "400";

/// What one kill came to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Outcome {
    /// Nothing had been said yet.
    BeforeStart,
    /// The session went on; so many session seconds after the last place that was said.
    Resumed {
        /// Lines that had been said, all of them kept.
        lines: usize,
        /// How far behind or ahead of the last place said.
        distance: f64,
    },
    /// It was over.
    AfterEnd,
}

/// Kills a session after `delay`, lets it go on, and checks that nothing is lost that was said.
pub(crate) fn kill_after(delay: Duration) -> Outcome {
    let terminal = Terminal::new();
    let playing = terminal.play(&["short", "--speed", SPEED, "--mute"]);
    std::thread::sleep(delay);
    let said = playing.kill();
    kept_after(&terminal, &said, &said)
}

/// Checks that everything is there that was `said` before the session was stopped in whatever way, and
/// lets it go on. It may go on where it was by what was said in `all`, which goes on beyond `said` where
/// the stop took a moment, and not farther ahead.
pub(crate) fn kept_after(terminal: &Terminal, said: &[String], all: &[String]) -> Outcome {
    let Some(id) = said.iter().find_map(|it| it.strip_prefix("saved started ")) else {
        assert_eq!(said, [""; 0]);
        return before_start(terminal);
    };
    if said.iter().any(|it| it.starts_with("saved record")) {
        check_record(terminal, id, said);
        return Outcome::AfterEnd;
    }
    let (resumed, status) = terminal.play(&["--resume", "--mute"]).finish();
    if status == Some(1) {
        // Killed between the journal and the last line: the next start has brought it to its end.
        assert_eq!(resumed, [""; 0]);
        check_record(terminal, id, said);
        return Outcome::AfterEnd;
    }
    assert_eq!(status, Some(0), "{resumed:?}");
    let place = resumed.first().and_then(|it| it.strip_prefix("resumed at "));
    let place = place.unwrap_or_else(|| panic!("not resumed: {resumed:?}"));
    let steps = timetable(terminal);
    let distance_to = |lines: &[String]| {
        last_place(lines).map_or(0.0, |last| moment(&steps, place) - moment(&steps, last))
    };
    let distance = distance_to(said);
    assert!(distance >= -0.001, "{distance} s: {said:#?}\n{place}");
    assert!(distance_to(all) <= 15.0, "ahead of what it said: {all:#?}\n{place}");
    let all: Vec<String> = said.iter().chain(&resumed).cloned().collect();
    check_record(terminal, id, &all);
    Outcome::Resumed { lines: said.len(), distance }
}

/// A session that was killed before it had said anything may be there or not; a new one can begin.
fn before_start(terminal: &Terminal) -> Outcome {
    let mut playing = terminal.play(&["short", "--speed", SPEED, "--mute", "--discard"]);
    playing.wait_for("saved set");
    playing.kill();
    Outcome::BeforeStart
}

/// The last place that was said.
fn last_place(said: &[String]) -> Option<&str> {
    said.iter().rev().find_map(|it| it.strip_prefix("saved at "))
}

/// When each step of the routine begins, in seconds.
fn timetable(terminal: &Terminal) -> Vec<f64> {
    let plan = terminal.json(&["plan", "short", "--json"]);
    let steps = plan["steps"].as_array().expect("steps");
    steps.iter().map(|it| it["start"].as_f64().expect("a start")).collect()
}

/// The moment in the timetable of a place as `play` says it: `7 work clam left 1/2 12.000`.
fn moment(steps: &[f64], place: &str) -> f64 {
    let mut words = place.split(' ');
    let step: usize = words.next().expect("a step").parse().expect("a number");
    let into: f64 = words.next_back().expect("a time").parse().expect("a number");
    steps[step] + into
}

/// Every set that was said is in the journal as it was said last, in one session of this id.
fn check_record(terminal: &Terminal, id: &str, said: &[String]) {
    let history = terminal.json(&["history", "--json"]);
    let sessions = history.as_array().expect("a list");
    assert_eq!(sessions.len(), 1, "{history:#}");
    assert_eq!(sessions[0]["id"], id);
    let mut last = BTreeMap::new();
    for line in said.iter().filter_map(|it| it.strip_prefix("saved set ")) {
        let words: Vec<&str> = line.split(' ').collect();
        last.insert(words[..3].join(" "), words[3..].join(" "));
    }
    for (set, done) in last {
        assert_eq!(done_of(&sessions[0], &set), done, "{set}: {:#}", sessions[0]);
    }
}

/// What the journal says of a set, in the words of `play`.
fn done_of(session: &Value, set: &str) -> String {
    let sets = session["sets"].as_array().expect("sets");
    let number = set.rsplit(' ').next().and_then(|it| it.split('/').next()?.parse().ok());
    let is_it = |it: &&Value| {
        let mut words = set.split(' ');
        words.next() == it["exercise"].as_str()
            && words.next() == it["side"].as_str()
            && number == it["set"].as_u64()
    };
    let found = sets.iter().find(is_it).unwrap_or_else(|| panic!("{set} is gone: {session:#}"));
    let done = &found["done"];
    let skipped = if found["skipped"] == true { " skipped" } else { "" };
    match (done["reps"].as_u64(), done["seconds"].as_f64()) {
        (Some(reps), _) => format!("reps {reps}{skipped}"),
        (None, Some(seconds)) => format!("hold {seconds:.3}{skipped}"),
        (None, None) => panic!("{found:#}"),
    }
}

/// How long the session takes that is killed.
pub(crate) fn session_length() -> Duration {
    let plan = Terminal::new().json(&["plan", "short", "--json"]);
    let speed: f64 = SPEED.parse().expect("a number");
    Duration::from_secs_f64(plan["seconds"].as_f64().expect("a length") / speed)
}

/// Numbers that follow from a seed as if by chance (Marsaglia 2003, xorshift).
#[derive(Debug)]
pub(crate) struct Chance(u64);

impl Chance {
    /// From `EVENHOLD_SEED`, else from the clock; say the seed so that the run can be repeated.
    pub(crate) fn new() -> (Self, u64) {
        let given = std::env::var("EVENHOLD_SEED").ok().and_then(|it| it.parse().ok());
        let clock = || std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        let seed = given.unwrap_or_else(|| clock().expect("after 1970").as_nanos() as u64 | 1);
        (Self(seed), seed)
    }

    /// 0 to 1.
    pub(crate) fn fraction(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as f64 / (1u64 << 53) as f64
    }
}
