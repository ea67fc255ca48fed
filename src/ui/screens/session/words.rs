//! What stands on the session screen, in words.

use std::time::Duration;

use super::Stage;
use crate::library::Amount;
use crate::session::score::Words;
use crate::session::{Brief, Entry, Number, PauseReason, Phase, StepKind};
use crate::text::{CheckSentence, Sentence, Text};
use crate::ui::widgets::RingKind;
use crate::units::Mss;

/// From this length on a time is shown as `m:ss`, below it in seconds alone.
const LONG: Duration = Duration::from_secs(100);

/// The number, what stands beside it, and what a screen reader says for both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Count {
    pub(super) number: String,
    pub(super) beside: String,
    pub(super) said: String,
}

impl Stage<'_> {
    /// The large number.
    pub(super) fn count(&self, text: &Text) -> Count {
        if let Phase::CountIn { left } = self.view.phase {
            return seconds(
                left.as_secs() + u64::from(left.subsec_nanos() > 0),
                Duration::ZERO,
                text,
            );
        }
        match self.view.number {
            Number::Rep { now, of } => Count {
                number: if of < 10 { now.to_string() } else { format!("{now:02}") },
                beside: text.say(Sentence::UiSessionOf { count: of }),
                said: text.say(Sentence::UiSessionRepSaid { now, of }),
            },
            Number::Seconds(left) => {
                let length =
                    self.plan.steps.get(self.view.step).map_or(Duration::ZERO, |it| it.length);
                seconds(left, length, text)
            }
        }
    }

    /// The shape of the ring: what kind of time it is.
    pub(super) const fn ring(&self) -> RingKind {
        match self.view.kind {
            StepKind::Work => RingKind::Solid,
            StepKind::Rest => RingKind::Dashed,
            StepKind::Ready => RingKind::Dotted,
            StepKind::Switch => RingKind::Arrows,
        }
    }

    /// What kind of time it is, in a word.
    pub(super) fn phase(&self, text: &Text) -> String {
        match self.view.phase {
            Phase::Paused { .. } => text.say(Sentence::UiSessionPaused),
            Phase::CountIn { .. } => text.say(Sentence::UiSessionCountIn),
            Phase::Waiting | Phase::Running | Phase::Ended(_)
                if self.plan.task(self.view.step).is_some() =>
            {
                let (round, rounds) = (self.view.set, self.view.sets);
                match self.plan.reads(self.view.step) {
                    Some(_) if 1 < rounds => text.check(CheckSentence::RoundOf { round, rounds }),
                    Some(_) => text.check(CheckSentence::Reading),
                    None => text.check(CheckSentence::Doing),
                }
            }
            Phase::Waiting | Phase::Running | Phase::Ended(_) if self.is_hold() => {
                text.say(Sentence::UiSessionHold)
            }
            Phase::Waiting | Phase::Running | Phase::Ended(_) => text.step_kind(self.view.kind),
        }
    }

    fn is_hold(&self) -> bool {
        let work = self.plan.steps.get(self.view.step).and_then(|it| it.work);
        work.is_some_and(|it| matches!(it.amount, Amount::Hold(_)))
    }

    /// Whether the person ends the set.
    pub(super) fn waits(&self) -> bool {
        self.plan.steps.get(self.view.step).is_some_and(crate::session::Step::waits)
    }

    /// The exercise, in full.
    pub(super) fn name(&self) -> &str {
        self.plan.entries.get(self.view.entry).map_or("", |it| it.name.long.as_str())
    }

    /// The exercise, for tight places.
    pub(super) fn short_name(&self) -> &str {
        self.plan.entries.get(self.view.entry).map_or("", |it| it.name.short.as_str())
    }

    /// What the leg does that works: "Left leg works"; "Both legs" when both do. A check without words
    /// of its own only looks at a leg.
    pub(super) fn side(&self, text: &Text) -> String {
        let is_said = |it: &&Entry| self.plan.check.is_none() || it.side_line.is_some();
        let entry = self.plan.entries.get(self.view.entry).filter(is_said);
        let line = entry.and_then(|it| text.side_line(it, self.view.side, true));
        line.unwrap_or_else(|| text.side(self.view.side))
    }

    /// What to do now: advice about pain, why it stands still, the instruction of a gap, or the cue.
    /// Each in full, and shorter for where that does not fit.
    pub(super) fn lines(&self, text: &Text) -> Vec<[String; 2]> {
        let same = |words: String| [words.clone(), words];
        if let Some(advice) = self.advice(text) {
            return vec![same(advice)];
        }
        if let Phase::Paused { reason, .. } = self.view.phase {
            return vec![same(text.say(match reason {
                PauseReason::Person | PauseReason::Question => Sentence::UiSessionPausePerson,
                PauseReason::Hurt => Sentence::UiSessionPauseHurt,
                PauseReason::Gap => Sentence::UiSessionPauseGap,
                PauseReason::Restored => Sentence::UiSessionPauseRestored,
            }))];
        }
        let spoken = |words: fn(&Self, bool) -> Words| {
            [false, true].map(|short| text.spoken(&words(self, short), self.plan))
        };
        let is_one_sided = self.view.side.one().is_some();
        match self.view.kind {
            StepKind::Switch | StepKind::Rest if is_one_sided => {
                vec![spoken(|it, short| Words::Side { step: it.view.step, short })]
            }
            StepKind::Ready | StepKind::Switch | StepKind::Rest => {
                vec![spoken(|it, short| Words::Setup { entry: it.view.entry, short })]
            }
            StepKind::Work if self.plan.task(self.view.step).is_some() => {
                vec![spoken(|it, short| Words::Task { step: it.view.step, short })]
            }
            StepKind::Work => {
                let pace = self.waits().then(|| same(text.say(Sentence::UiSessionOwnPace)));
                pace.into_iter().chain(self.cue(text)).collect()
            }
        }
    }

    fn advice(&self, text: &Text) -> Option<String> {
        use crate::program::PainState::{Amber, Frozen, Green, Red};
        match self.advice? {
            Green | Frozen => None,
            Amber => Some(text.say(Sentence::UiSessionAdviceAmber)),
            Red => Some(text.say(Sentence::UiSessionAdviceRed)),
        }
    }

    fn cue(&self, text: &Text) -> Option<[String; 2]> {
        let cue = self.plan.entries.get(self.view.entry)?.cues.get(self.view.cue?)?;
        let signed = |words: &str| match &cue.by {
            Some(by) => text.say(Sentence::UiSessionCueBy { by, cue: words }),
            None => words.to_owned(),
        };
        Some([signed(&cue.long), signed(&cue.short)])
    }

    /// A coming set: "Right leg works, 12 reps", or another exercise with its amount.
    pub(super) fn brief(&self, brief: Option<&Brief>, text: &Text) -> String {
        let Some(brief) = brief else { return text.say(Sentence::UiSessionEnd) };
        if let Some(task) = text.task(self.plan, brief.step, true) {
            return task;
        }
        let entry = self.plan.entries.get(brief.entry);
        let amount = text.amount(brief.amount);
        let side = entry.and_then(|it| text.side_line(it, brief.side, true));
        let name = match (brief.same_exercise, side) {
            (true, Some(side)) => side,
            _ => entry.map(|it| it.name.long.clone()).unwrap_or_default(),
        };
        text.say(Sentence::UiSessionBrief { name: &name, amount: &amount })
    }
}

fn seconds(left: u64, length: Duration, text: &Text) -> Count {
    let time = Duration::from_secs(left);
    let spoken = text.spoken_time(time);
    let said = text.say(Sentence::UiSessionSecondsSaid { time: &spoken });
    let longest = length.max(time);
    if LONG <= longest {
        return Count { number: Mss(time).to_string(), beside: String::new(), said };
    }
    let two = Duration::from_secs(10) <= longest;
    let number = if two { format!("{left:02}") } else { left.to_string() };
    Count { number, beside: text.say(Sentence::UiSessionSeconds), said }
}
