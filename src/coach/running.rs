//! A running session: time and commands move it, what happened is noted, and what is to be heard is
//! planned anew whenever a command changed it.
//!
//! Triggered by: Start on Today, or going on with an unfinished session. Ends when the session is
//! over: [`super::Coach`] then opens the summary or goes back to Today.

mod hurting;

use std::time::Duration;

use super::screen::{Asked, Offers};
use super::{
    Action, Coach, Effect, LeaveChoice, Overlay, Performance, Running, Screen, SessionMessage,
};
use crate::history::Started;
use crate::program::Rules;
use crate::session::score::score_after;
use crate::session::{At, Command, Event, Fact, PauseReason, Phase, Plan, Session, Why};
use crate::text::Text;

/// The place in a step is noted this often (a crash costs no more).
const HEARTBEAT: Duration = Duration::from_secs(15);
/// A session that has stood still for so long lets the computer sleep.
const AWAKE_PAUSED: Duration = Duration::from_secs(5 * 60);
/// Controls stay for so long after the mouse or Tab has called them.
const CONTROLS_STAY: Duration = Duration::from_secs(4);

impl Coach {
    /// What a person does in the session that runs.
    pub(super) fn take_in_session(&mut self, message: SessionMessage) {
        let Screen::Session(running) = &mut self.screen else { return };
        match message {
            SessionMessage::Look => running.look(),
            SessionMessage::Jump(step) => running.jump(step),
            SessionMessage::Hurt(answer) => running.hurt(answer),
            SessionMessage::HurtsAt(place) => running.hurts_at(place),
            SessionMessage::Leave(choice) => running.leave(choice),
            SessionMessage::CloseOverlay => running.close_overlay(),
        }
    }
}

impl Running {
    /// A session of this plan that starts at the monotonic moment `now`.
    pub(super) fn start(plan: Plan, now: Duration) -> Self {
        let mut it = Self::of(Session::new(plan), None, now);
        it.apply(Command::Start);
        it
    }

    /// A session that was left unfinished and goes on: with the time to get into position again.
    pub(super) fn go_on(
        session: Session,
        started: Started,
        facts: Vec<Fact>,
        now: Duration,
    ) -> Self {
        let mut it = Self { facts, ..Self::of(session, Some(started), now) };
        it.apply(Command::Resume);
        it
    }

    fn of(session: Session, started: Option<Started>, now: Duration) -> Self {
        Self {
            session,
            started,
            overlay: None,
            advice: None,
            typed: None,
            spread: 0,
            forms: Vec::new(),
            offers: Offers::default(),
            rules: Rules::shipped().pain,
            quits: false,
            reached: now,
            looked: None,
            asked: Asked::default(),
            beat: now,
            facts: Vec::new(),
            waiting: Vec::new(),
            changed: None,
        }
    }

    /// Tells the session that it is now the monotonic moment `to`. A moment in the past changes
    /// nothing.
    pub(super) fn advance(&mut self, to: Duration) {
        let span = to.saturating_sub(self.reached);
        self.reached = self.reached.max(to);
        let events = self.session.advance(span);
        self.note(&events);
        if self.is_moving() && to.saturating_sub(self.beat) >= HEARTBEAT {
            let beat = self.session.heartbeat();
            self.keep(beat);
        }
    }

    /// Does what was asked, at the moment that was reached.
    pub(super) fn apply(&mut self, command: Command) {
        self.change(|session| session.apply(command));
    }

    /// Changes the session, and remembers what there is to be heard anew.
    pub(super) fn change(&mut self, change: impl FnOnce(&mut Session) -> Vec<At>) {
        let before = self.session.clone();
        let events = change(&mut self.session);
        self.note(&events);
        if self.session != before {
            self.changed.get_or_insert_default().extend(events);
        }
    }

    /// Time was lost between two moments: stands still where it was.
    pub(super) fn lose(&mut self, from: Duration, to: Duration) {
        self.advance(from);
        if self.is_moving() {
            self.apply(Command::Pause(PauseReason::Gap));
        }
        self.advance(to);
    }

    pub(super) fn note(&mut self, events: &[At]) {
        for event in events {
            if matches!(event.event, Event::Began { .. }) {
                self.typed = None;
            }
            if matches!(event.event, Event::Resumed | Event::CountIn { .. }) {
                self.advice = None;
            }
            let facts = self.session.facts(event);
            self.keep(facts);
        }
        if !events.is_empty() {
            self.look_for_offers();
        }
    }

    fn keep(&mut self, facts: impl IntoIterator<Item = Fact>) {
        for fact in facts {
            self.beat = self.reached;
            self.facts.push(fact.clone());
            self.waiting.push(fact);
        }
    }

    /// A command by its key or button, at the moment that was reached.
    pub(super) fn act(&mut self, action: Action) {
        match (action, self.overlay) {
            (Action::Leave, Some(Overlay::Apart { .. })) => {}
            (Action::Leave, Some(_)) | (Action::Keys, Some(Overlay::Keys { .. })) => {
                self.close_overlay();
            }
            (Action::Quit, Some(Overlay::Leave { ran, .. } | Overlay::Keys { ran })) => {
                self.overlay = Some(Overlay::Leave { quit: true, ran });
            }
            (Action::Quit, _) => self.ask_to_leave(true),
            (_, None) => self.act_openly(action),
            (_, Some(Overlay::Told)) => self.act_on_pain(action),
            // What lies over the session is answered first.
            (_, Some(_)) => {}
        }
    }

    /// A command while nothing lies over the session.
    fn act_openly(&mut self, action: Action) {
        let moving = self.is_moving();
        match action {
            Action::Leave => self.ask_to_leave(false),
            Action::Keys => {
                let ran = self.stand_still(PauseReason::Question);
                self.overlay = Some(Overlay::Keys { ran });
            }
            Action::Hurt => {
                self.apply(Command::Pause(PauseReason::Hurt));
                self.advice = None;
                self.overlay = Some(Overlay::Hurt);
            }
            Action::Pause if moving => self.apply(Command::Pause(PauseReason::Person)),
            Action::Pause => self.apply(Command::Resume),
            // Up and down correct the count only while nothing moves.
            Action::More if !moving => self.apply(Command::Correct(1)),
            Action::Fewer if !moving => self.apply(Command::Correct(-1)),
            Action::Back => self.apply(Command::Back),
            Action::Skip => self.apply(Command::Skip),
            Action::Redo => self.apply(Command::Redo),
            Action::Longer => self.apply(Command::Extend(10)),
            Action::Shorter => self.apply(Command::Extend(-10)),
            // A reading is kept by its own key; without one it can only be left out.
            Action::Done | Action::Rep if self.awaits().is_some() => {}
            Action::Done => self.apply(Command::Done),
            Action::Rep => self.apply(Command::Tap),
            Action::Easier => self.take_form(Why::Easier),
            Action::Harder => self.take_form(Why::Harder),
            Action::Swap => self.take_form(Why::Other),
            Action::SkipExercise => {
                self.advice = None;
                self.apply(Command::SkipExercise);
            }
            Action::Undo => self.apply(Command::Undo),
            Action::More | Action::Fewer | Action::Fullscreen | Action::Quit => {}
        }
    }

    fn ask_to_leave(&mut self, quit: bool) {
        let ran = self.stand_still(PauseReason::Question);
        self.overlay = Some(Overlay::Leave { quit, ran });
    }

    /// Stands still if it did not; tells whether it ran.
    pub(super) fn stand_still(&mut self, reason: PauseReason) -> bool {
        let ran = self.is_moving();
        if ran {
            self.apply(Command::Pause(reason));
        }
        ran
    }

    /// Takes away what lies over the session; one that ran before goes on after a count-in.
    pub(super) fn close_overlay(&mut self) {
        let ran = match self.overlay.take() {
            Some(Overlay::Leave { ran, .. } | Overlay::Keys { ran }) => ran,
            Some(Overlay::Apart { .. }) => true,
            Some(Overlay::Hurt | Overlay::Told) | None => false,
        };
        if ran {
            self.apply(Command::Resume);
        }
    }

    /// To a step of the timeline.
    pub(super) fn jump(&mut self, step: usize) {
        if self.overlay.is_none() {
            self.apply(Command::Jump(step));
        }
    }

    /// The answer to "leave the session?".
    pub(super) fn leave(&mut self, choice: LeaveChoice) {
        let quit = match self.overlay {
            Some(Overlay::Leave { quit, .. }) => quit,
            Some(Overlay::Told) => false,
            Some(Overlay::Hurt | Overlay::Keys { .. } | Overlay::Apart { .. }) | None => return,
        };
        match choice {
            LeaveChoice::Stay => return self.close_overlay(),
            LeaveChoice::Finish => self.apply(Command::Finish),
            LeaveChoice::Later => self.apply(Command::Leave),
        }
        self.overlay = None;
        self.quits = quit;
    }

    /// What is to be heard from the moment reached, after what commands have done; without `text`,
    /// no words. Nothing when what was planned before still holds.
    pub(super) fn sound(
        &mut self,
        events: &[At],
        generation: &mut u64,
        text: Option<&Text>,
    ) -> Option<Effect> {
        let score = score_after(&self.session, events);
        if !score.cues.is_empty() {
            *generation += 1;
            self.asked.sound = true;
            let plan = self.session.plan();
            let it = Performance::new(*generation, self.reached, score, plan, text);
            return Some(Effect::Perform(it));
        }
        // A set at one's own pace has nothing more to be heard, but its words may still be sounding.
        let is_over = !self.is_moving() && std::mem::take(&mut self.asked.sound);
        is_over.then_some(Effect::Silence)
    }

    /// The mouse moved or Tab was pressed.
    pub(super) fn look(&mut self) {
        self.looked = Some(self.reached);
    }

    /// Whether the controls and the timeline are to be seen: with a pause, for a few
    /// seconds after the mouse or Tab, and while a command can be undone. They stay for screen readers
    /// and the keyboard in any case.
    pub fn shows_controls(&self) -> bool {
        let undo = self.session.view().undo;
        !self.is_moving() || self.controls_left().is_some() || undo.is_some()
    }

    /// For how long the controls are still to be seen while the session runs.
    fn controls_left(&self) -> Option<Duration> {
        let shown = self.reached.saturating_sub(self.looked?);
        CONTROLS_STAY.checked_sub(shown).filter(|it| !it.is_zero())
    }

    /// Whether time changes the session: it runs or counts in.
    pub(super) fn is_moving(&self) -> bool {
        matches!(self.session.view().phase, Phase::Running | Phase::CountIn { .. })
    }

    /// Whether the computer is to be kept awake.
    pub(super) fn wants_awake(&self) -> bool {
        match self.session.view().phase {
            Phase::Running | Phase::CountIn { .. } => true,
            Phase::Paused { paused, .. } => paused < AWAKE_PAUSED,
            Phase::Waiting | Phase::Ended(_) => false,
        }
    }

    /// How long from the moment reached until something changes by itself: the picture, the next
    /// heartbeat, the end of staying awake.
    pub(super) fn until_next_change(&self) -> Option<Duration> {
        let view = self.session.view();
        let moving = self.is_moving();
        let beat = HEARTBEAT.saturating_sub(self.reached.saturating_sub(self.beat));
        let sleep = match view.phase {
            Phase::Paused { paused, .. } => AWAKE_PAUSED.checked_sub(paused),
            Phase::Waiting | Phase::Running | Phase::CountIn { .. } | Phase::Ended(_) => None,
        };
        [
            view.until_next_change,
            Some(beat).filter(|_| moving),
            sleep.filter(|it| !it.is_zero()),
            self.controls_left().filter(|_| moving),
        ]
        .into_iter()
        .flatten()
        .min()
    }
}
