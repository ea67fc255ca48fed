//! A running session and pain: what an answer means, what is done about it, and which other forms of
//! an exercise can take its place.

use crate::coach::screen::Offers;
use crate::coach::{Action, Overlay, Running};
use crate::program::PainState;
use crate::session::{Command, Hurt, HurtAnswer, HurtBand, HurtPlace, PauseReason, Variant, Why};

/// So many "stop" answers end a session (domain.md 5).
const REDS_TO_END: usize = 2;

impl Running {
    /// Keeps how much it hurts, and says what that means. Red gives up the rest of the exercise; the
    /// second time it ends the session (domain.md 5).
    pub(super) fn hurt(&mut self, answer: HurtAnswer) {
        if self.overlay.take_if(|it| *it == Overlay::Hurt).is_none() {
            return;
        }
        self.apply(Command::Pause(PauseReason::Hurt));
        self.apply(Command::Hurt(answer));
        let state = self.session.hurts().last().map(|it| self.state_of(it));
        self.advice = state;
        // No check goes on with pain of three or more (domain.md 10).
        if self.session.plan().check.is_some() && answer.band != HurtBand::Green {
            return self.apply(Command::Finish);
        }
        if self.is_stopped_by_pain() {
            return self.apply(Command::Finish);
        }
        if let Some(entry) = self.hurt_entry().filter(|_| state == Some(PainState::Red)) {
            self.apply(Command::Drop(entry));
        }
        self.overlay = Some(Overlay::Told);
        self.look_for_offers();
    }

    /// Where it hurts.
    pub(super) fn hurts_at(&mut self, place: HurtPlace) {
        if self.overlay == Some(Overlay::Told) {
            self.apply(Command::HurtsAt(place));
        }
    }

    /// What pain means, after what there was before the session.
    fn state_of(&self, hurt: &Hurt) -> PainState {
        let before = self.started.as_ref().and_then(|it| it.pain);
        PainState::of_answer(hurt.answer, before, &self.rules)
    }

    /// A command while it is said what pain means.
    pub(super) fn act_on_pain(&mut self, action: Action) {
        match action {
            Action::Pause | Action::Easier | Action::Swap => {
                self.overlay = None;
                if action != Action::Pause {
                    self.act_openly(action);
                }
                self.apply(Command::Resume);
            }
            Action::SkipExercise => {
                self.overlay = None;
                self.act_openly(action);
            }
            // The rest waits until this is answered.
            Action::Back
            | Action::Skip
            | Action::Redo
            | Action::Longer
            | Action::Shorter
            | Action::Done
            | Action::Rep
            | Action::Hurt
            | Action::Harder
            | Action::More
            | Action::Fewer
            | Action::Undo
            | Action::Fullscreen
            | Action::Keys
            | Action::Leave
            | Action::Quit => {}
        }
    }

    /// The exercise that is meant: the one that hurt, as long as that is being answered; else that of
    /// the step.
    fn meant(&self) -> usize {
        let hurt = self.hurt_entry().filter(|_| self.advice.is_some());
        hurt.unwrap_or_else(|| self.session.view().entry)
    }

    /// Looks which forms can take the place of the exercise that is meant. After pain nothing gets
    /// harder.
    pub(in crate::coach) fn look_for_offers(&mut self) {
        let entry = self.meant();
        let can = |why| {
            let form = self.forms.get(entry).and_then(|it| it.of(why));
            form.is_some_and(|it| self.session.can_replan(entry, it))
        };
        let name = self.session.plan().entries.get(entry).map(|it| it.exercise.clone());
        let of_it = self.session.hurts().iter().filter(|it| Some(&it.exercise) == name.as_ref());
        let hurts = of_it.map(|it| self.state_of(it)).max().unwrap_or(PainState::Green);
        let before = self.started.as_ref().and_then(|it| it.pain);
        let calm = !hurts.max(PainState::of(None, before, &self.rules)).freezes();
        let may = |why| match why {
            Why::Easier => hurts != PainState::Red,
            Why::Harder => calm,
            Why::Other => true,
        };
        self.offers = Offers { entry, given: Why::ALL.map(|it| may(it) && can(it)) };
    }

    /// The form that a person would get now; nothing when there is none.
    pub fn offered(&self, why: Why) -> Option<&Variant> {
        let Offers { entry, given } = self.offers;
        let is_given = Why::ALL.into_iter().zip(given).any(|it| it == (why, true));
        self.forms.get(entry).and_then(|it| it.of(why)).filter(|_| is_given)
    }

    /// Another form takes the place of what is left of the exercise that is meant.
    pub(super) fn take_form(&mut self, why: Why) {
        let Some(form) = self.offered(why).cloned() else { return };
        let entry = self.offers.entry;
        self.advice = None;
        self.change(|session| session.replan(entry, &form));
    }

    /// The exercise at which pain was told last.
    fn hurt_entry(&self) -> Option<usize> {
        let hurt = self.session.hurts().last()?;
        let step = self.session.plan().steps.get(hurt.step)?;
        let is_it = |it: &usize| {
            let entry = self.session.plan().entries.get(*it);
            entry.is_some_and(|it| it.exercise == hurt.exercise)
        };
        Some(step.entry).filter(is_it)
    }

    /// Whether pain was told often enough to end the session.
    pub(in crate::coach) fn is_stopped_by_pain(&self) -> bool {
        let reds = self.session.hurts().iter().filter(|it| self.state_of(it) == PainState::Red);
        reds.count() >= REDS_TO_END
    }
}
