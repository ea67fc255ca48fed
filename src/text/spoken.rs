//! The words of a score as sentences that can be spoken.

use std::time::Duration;

use super::{Sentence, Text};
use crate::library::{Amount, Cue, LevelSides, fill_side};
use crate::session::score::Words;
use crate::session::{Entry, Plan, Step};
use crate::units::{Side, Sides};

impl Text {
    /// The sentence for these words of a plan's score; empty when an index leads nowhere.
    pub fn spoken(&self, words: &Words, plan: &Plan) -> String {
        let entry = |at: usize| plan.entries.get(at);
        let step = |at: usize| plan.steps.get(at);
        let said = match *words {
            Words::Exercise { entry: at, first } => entry(at).map(|it| {
                let exercise = it.name.long.as_str();
                self.say(if first {
                    Sentence::SpokenFirst { exercise }
                } else {
                    Sentence::SpokenNext { exercise }
                })
            }),
            Words::Dose { step: at } => self.spoken_dose(plan, at),
            Words::Side { step: at, short } => step(at)
                .and_then(|it| Some((it, entry(it.entry)?)))
                .and_then(|(step, entry)| self.side_line(entry, step.side, short)),
            Words::Setup { entry: at, short } => {
                entry(at).map(|it| cue_words(&it.setup, short).to_owned())
            }
            Words::Cue { entry: at, cue, short } => {
                let cue = entry(at).and_then(|it| it.cues.get(cue));
                cue.map(|it| cue_words(it, short).to_owned())
            }
            Words::Rep(number) => Some(self.say(Sentence::SpokenNumber { number })),
            Words::Switch => Some(self.say(Sentence::SpokenSwitch)),
            Words::Rest(secs) => {
                let time = self.spoken_time(Duration::from_secs(secs));
                Some(self.say(Sentence::SpokenRest { time: &time }))
            }
            Words::LastSet => Some(self.say(Sentence::SpokenLastSet)),
            Words::Halfway => Some(self.say(Sentence::SpokenHalfway)),
            Words::Task { step: at, short } => self.task(plan, at, short),
            Words::OwnPace { step: at } => step(at).and_then(|it| it.work).map(|it| {
                let amount = self.spoken_amount(it.amount);
                self.say(Sentence::SpokenOwnPace { amount: &capitalised(&amount) })
            }),
            Words::Finished => Some(self.say(Sentence::SpokenFinished)),
        };
        said.unwrap_or_default()
    }

    /// What is to be done or read in a step of a check: "Where do the toes of the left foot point?"
    pub fn task(&self, plan: &Plan, at: usize, short: bool) -> Option<String> {
        let words = cue_words(&plan.task(at)?.say, short);
        let side = plan.steps.get(at)?.side.one();
        Some(side.map_or_else(|| words.to_owned(), |it| self.with_side(words, it)))
    }

    /// What to do for the leg that works: "Left leg works. Lie on your right side." Nothing when
    /// both work at once.
    pub fn side_line(&self, entry: &Entry, side: Sides, short: bool) -> Option<String> {
        let one = side.one()?;
        let Some(line) = &entry.side_line else {
            let side = self.side(side);
            return Some(self.say(Sentence::SpokenSideWorks { side: &side }));
        };
        Some(self.with_side(cue_words(line, short), one))
    }

    /// Words with the side in their places.
    fn with_side(&self, words: &str, side: Side) -> String {
        let names = [
            Sentence::SideWordLeft,
            Sentence::SideWordRight,
            Sentence::SideWordLeftFirst,
            Sentence::SideWordRightFirst,
        ]
        .map(|it| self.say(it));
        fill_side(words, side, names.each_ref().map(String::as_str))
    }

    /// "Two sets of 12 a side" for the exercise of a work step or of the gap before it.
    fn spoken_dose(&self, plan: &Plan, at: usize) -> Option<String> {
        let step = plan.steps.get(at)?;
        let entry = plan.entries.get(step.entry)?;
        let here = |it: &&Step| it.entry == step.entry;
        let work = plan.steps.iter().skip(at).find(|it| here(it) && it.work.is_some())?.work?;
        let amount = self.spoken_amount(work.amount);
        let (sets, amount) = (step.sets, amount.as_str());
        Some(match entry.sides {
            LevelSides::Both => self.say(Sentence::SpokenSets { sets, amount }),
            LevelSides::Each => self.say(Sentence::SpokenSetsASide { sets, amount }),
            LevelSides::EachWay => self.say(Sentence::SpokenSetsEachWay { sets, amount }),
        })
    }

    /// An amount as it is spoken: "hold for 30 seconds", "12 reps".
    pub fn spoken_amount(&self, amount: Amount) -> String {
        match amount {
            Amount::Hold(time) => self.say(Sentence::SpokenHold { time: &self.spoken_time(time) }),
            Amount::Drill(time) => {
                self.say(Sentence::SpokenDrill { time: &self.spoken_time(time) })
            }
            Amount::Reps(count) => self.say(Sentence::SpokenReps { count }),
            Amount::Steps(count) => self.say(Sentence::SpokenSteps { count }),
            Amount::Reaches(count) => self.say(Sentence::SpokenReaches { count }),
        }
    }

    /// A length of time as it is spoken: "45 seconds", "one minute and 30 seconds".
    pub fn spoken_time(&self, time: Duration) -> String {
        let secs = time.as_secs();
        let minutes = || self.say(Sentence::SpokenMinutes { count: secs / 60 });
        let seconds = || self.say(Sentence::SpokenSeconds { count: secs % 60 });
        match (secs / 60, secs % 60) {
            (0, _) => seconds(),
            (_, 0) => minutes(),
            _ => self.say(Sentence::SpokenMinutesAndSeconds {
                minutes: &minutes(),
                seconds: &seconds(),
            }),
        }
    }
}

fn cue_words(cue: &Cue, short: bool) -> &str {
    if short { &cue.short } else { &cue.long }
}

/// With a capital letter in front.
fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |it| it.to_uppercase().chain(letters).collect())
}
