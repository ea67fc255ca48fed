//! What is said of routines that are fitted to a time, changed by hand, taken in and passed on.

use fluent::FluentArgs;

use super::Text;
use super::sentence::sentences;

sentences! {
    /// A sentence about a routine on its way and what it speaks of.
    #[expect(missing_docs, reason = "the sentence in en.ftl says what each is")]
    pub enum ShareSentence:
    // Fitted to a person's time.
    "plan-no-time" NoTime { minutes: u32, least: u64 },
    "fitted" Fitted { minutes: u32, what: &'a str },
    "fitted-only" FittedOnly { minutes: u32 },
    "fitted-rests" FittedRests,
    "fitted-less" FittedLess { name: &'a str, now: &'a str, usual: &'a str },
    "fitted-sets" FittedSets { now: u32, usual: u32, names: &'a str },
    "fitted-separator" FittedSeparator,
    "ui-today-time" TodayTime,
    "ui-today-time-all" TodayTimeAll,
    "ui-today-time-some" TodayTimeSome { minutes: u32 },
    "command-minutes-none" MinutesNone,
}

impl Text {
    /// A sentence about a routine on its way.
    pub fn share(&self, sentence: ShareSentence<'_>) -> String {
        self.format(sentence.id(), &sentence.args())
    }
}
