//! A reading while a check runs: typed, chosen, taken again.

use crate::coach::{Overlay, Running};
use crate::library::{Gate, ReadingOf};
use crate::session::{Command, PauseReason, Phase, Told, UNSURE};

/// The most that can be read, in degrees.
pub(super) const MOST_DEGREES: u32 = 90;

/// What a person does where a reading is waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadingMessage {
    /// A digit of the degrees is typed.
    Digit(u8),
    /// The last digit goes.
    Erase,
    /// A degree more or less.
    By(i32),
    /// So many degrees, chosen from the scale.
    Pick(u32),
    /// So many tenths of a degree, measured on a photo.
    Measured(i32),
    /// The word of this index.
    Word(usize),
    /// Nobody can tell.
    Unsure,
    /// The degrees are right.
    Keep,
    /// The reading is of no use, and is taken again.
    Again(Gate),
    /// Three that lie too far apart are taken again.
    TakeAgain,
    /// They are left as they are, and not used.
    LeaveOut,
}

impl Running {
    /// The degrees that have been typed.
    pub const fn typed(&self) -> Option<u32> {
        self.typed
    }

    /// How far three readings may lie apart, in whole degrees; 0 until one was taken.
    pub const fn spread(&self) -> u32 {
        self.spread
    }

    /// The step at which a reading is waited for.
    pub fn awaits(&self) -> Option<usize> {
        let view = self.session.view();
        let runs = matches!(view.phase, Phase::Running | Phase::Paused { .. });
        self.session.plan().reads(view.step).filter(|_| runs && !self.session.is_over())?;
        Some(view.step)
    }

    /// Takes in what was read; `spread` is how far three readings may lie apart.
    pub(super) fn read(&mut self, message: ReadingMessage, spread: u32) {
        self.spread = spread;
        match (message, self.overlay) {
            (ReadingMessage::TakeAgain, Some(Overlay::Apart { from, .. })) => {
                self.overlay = None;
                self.apply(Command::Jump(from));
                self.apply(Command::Resume);
            }
            (ReadingMessage::LeaveOut, Some(Overlay::Apart { step, .. })) => {
                self.overlay = None;
                self.set_aside(step);
                self.apply(Command::Resume);
            }
            (_, None) => self.read_openly(message, spread),
            (_, Some(_)) => {}
        }
    }

    fn read_openly(&mut self, message: ReadingMessage, spread: u32) {
        let Some(step) = self.awaits() else { return };
        let Some(read) = self.session.plan().reads(step).cloned() else { return };
        match (message, &read.of) {
            (ReadingMessage::Digit(digit), ReadingOf::Angle(_)) => {
                let typed = self.typed.unwrap_or(0) * 10 + u32::from(digit.min(9));
                self.typed =
                    Some(typed).filter(|it| *it <= MOST_DEGREES).or(Some(u32::from(digit.min(9))));
            }
            (ReadingMessage::Erase, ReadingOf::Angle(_)) => {
                self.typed = self.typed.map(|it| it / 10).filter(|it| 0 < *it);
            }
            (ReadingMessage::By(by), ReadingOf::Angle(_)) => {
                let typed = self.typed.unwrap_or(0).saturating_add_signed(by);
                self.typed = Some(typed.min(MOST_DEGREES));
            }
            (ReadingMessage::Pick(degrees), ReadingOf::Angle(_)) => {
                self.typed = Some(degrees.min(MOST_DEGREES));
                self.keep_typed(step, spread);
            }
            (ReadingMessage::Measured(tenths), ReadingOf::Angle(_)) => {
                self.keep_tenths(step, Some(tenths), spread);
            }
            (ReadingMessage::Keep, ReadingOf::Angle(_)) => self.keep_typed(step, spread),
            (ReadingMessage::Again(gate), ReadingOf::Angle(_)) => self.take_again(step, gate),
            (ReadingMessage::Word(at), ReadingOf::Words(words)) => {
                if let Some(word) = words.get(at) {
                    self.keep_word(step, word.id.clone());
                }
            }
            (ReadingMessage::Unsure, ReadingOf::Words(_)) => {
                self.keep_word(step, UNSURE.to_owned());
            }
            _ => {}
        }
    }

    /// A reading as it is kept.
    fn told(&self, step: usize) -> Option<Told> {
        let plan = self.session.plan();
        let (what, side) = (plan.reads(step)?.what.clone(), plan.steps.get(step)?.side);
        Some(Told { step, what, side, tenths: None, word: None, rejected: None })
    }

    fn keep_word(&mut self, step: usize, word: String) {
        let told = self.told(step).map(|it| Told { word: Some(word), ..it });
        self.tell(told);
        self.apply(Command::Done);
        self.go_on_from_pause();
    }

    fn keep_typed(&mut self, step: usize, spread: u32) {
        let Some(degrees) = self.typed.take() else { return };
        self.keep_tenths(step, i32::try_from(degrees * 10).ok(), spread);
    }

    fn keep_tenths(&mut self, step: usize, tenths: Option<i32>, spread: u32) {
        self.typed = None;
        let told = self.told(step).map(|it| Told { tenths, ..it });
        self.tell(told);
        self.apply(Command::Done);
        if let Some(degrees) = self.apart(step).filter(|it| spread < *it) {
            let from = self.session.plan().reads(step).map_or(step, |it| it.from);
            if !self.session.is_over() {
                self.apply(Command::Pause(PauseReason::Question));
                self.overlay = Some(Overlay::Apart { step, from, degrees });
                return;
            }
            self.set_aside(step);
        }
        self.go_on_from_pause();
    }

    /// A reading that was given while the session stood still lets it go on.
    fn go_on_from_pause(&mut self) {
        if !self.is_moving() {
            self.apply(Command::Resume);
        }
    }

    /// How far the readings of the round that ends with this step lie apart, in whole degrees; nothing
    /// before its end.
    fn apart(&self, step: usize) -> Option<u32> {
        let round = self.session.plan().round_of(step);
        (1 < round.len() && round.last() == Some(&step)).then_some(())?;
        let last = |step: &usize| {
            let mut of = self.session.readings().iter().rev().filter(|it| it.step == *step);
            of.next().filter(|it| it.rejected.is_none())?.tenths
        };
        let tenths: Vec<i32> = round.iter().filter_map(last).collect();
        let (low, high) = (tenths.iter().min()?, tenths.iter().max()?);
        u32::try_from((high - low) / 10).ok()
    }

    /// The readings of a round are kept as of no use.
    fn set_aside(&mut self, step: usize) {
        for step in self.session.plan().round_of(step) {
            let mut of = self.session.readings().iter().rev().filter(|it| it.step == step);
            let told = of.next().filter(|it| it.rejected.is_none()).cloned();
            self.tell(told.map(|it| Told { rejected: Some(Gate::Spread), ..it }));
        }
    }

    /// What was read is of no use: it is kept as such, and what leads to it is done again.
    fn take_again(&mut self, step: usize, gate: Gate) {
        let tenths = self.typed.take().and_then(|it| i32::try_from(it * 10).ok());
        let told = self.told(step).filter(|_| tenths.is_some());
        self.tell(told.map(|it| Told { tenths, rejected: Some(gate), ..it }));
        let plan = self.session.plan();
        let entry = plan.steps.get(step).map(|it| it.entry);
        let is_task = |it: &usize| {
            let here = plan.steps.get(*it).map(|it| it.entry) == entry;
            here && plan.task(*it).is_some_and(|it| it.read.is_none())
        };
        let before = step.checked_sub(1).filter(is_task);
        if let Some(before) = before {
            self.apply(Command::Jump(before));
            self.go_on_from_pause();
        }
    }

    fn tell(&mut self, told: Option<Told>) {
        let events = told.map(|it| self.session.tell_reading(it)).unwrap_or_default();
        self.note(&events);
    }
}
