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

    // What somebody has sent.
    "share-routine" Routine { name: &'a str, time: &'a str, count: usize },
    "share-has-exercise" HasExercise { name: &'a str },
    "share-replaces" Replaces { name: &'a str },
    "share-known" Known,
    "share-hint" Hint,
    "share-hint-replace" HintReplace,
    "share-taken" Taken,
    "share-passed-on" PassedOn { path: &'a str },
    "refused-too-large" RefusedTooLarge { file: &'a str },
    "refused-not-ours" RefusedNotOurs { file: &'a str },
    "refused-bad-name" RefusedBadName { file: &'a str, name: &'a str },
    "refused-twice" RefusedTwice { file: &'a str, name: &'a str },
    "refused-too-many" RefusedTooMany { file: &'a str },
    "refused-case-clash" RefusedCaseClash { name: &'a str },

    // A routine on paper.
    "sheet-needs" SheetNeeds { time: &'a str, things: &'a str },
    "sheet-prescribed" SheetPrescribed { by: &'a str },
    "sheet-circuit" SheetCircuit { rounds: u32 },
    "sheet-rounds" SheetRounds { rounds: u32 },
    "sheet-each-side" SheetEachSide,
    "sheet-stop" SheetStop { sign: &'a str },
    "sheet-foot" SheetFoot,
    "sheet-written" SheetWritten { path: &'a str },
}

impl Text {
    /// A sentence about a routine on its way.
    pub fn share(&self, sentence: ShareSentence<'_>) -> String {
        self.format(sentence.id(), &sentence.args())
    }
}
