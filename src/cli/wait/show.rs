//! Showing a reminder, and what its answers do.

use std::io::{self, Write as _};

use super::{Signal, Wait};
use crate::desktop::{Answered, Notice, Notification};
use crate::files::{self, Problem};
use crate::program::{Noted, Offer};
use crate::shell;
use crate::text::ReminderSentence;

/// The answers, by the keys of their buttons. Some desktops show three buttons alone, so the first
/// three are those that a click on the notification or putting it away cannot say.
const START: &str = "start";
const SNOOZE: &str = "snooze";
const STOOD: &str = "stood";
const SKIP: &str = "skip";
const NOT_TODAY: &str = "not-today";

/// A reminder that is up.
#[derive(Debug)]
pub(super) enum Shown {
    /// As a notification, which goes with this value.
    Notification(#[expect(dead_code, reason = "held, not read")] Notification),
    /// As a window of its own, in its own process.
    Window,
}

impl Shown {
    pub(super) const fn is_notification(&self) -> bool {
        matches!(self, Self::Notification(_))
    }
}

impl Wait<'_> {
    /// Shows a reminder, in place of the one before.
    pub(super) fn remind(&mut self, offer: Offer) {
        self.shown = None;
        let choice = offer.choice.as_ref().map(|it| it.routine.clone());
        self.note(Noted::Shown { choice, habit: offer.habit });
        let tell = self.tell.clone();
        self.count += 1;
        let number = self.count;
        // Whoever waits may have ended.
        let answered = move |answer| drop(tell.send(Signal::Answered { number, answer }));
        match Notification::show(&self.notice(&offer), answered) {
            Ok(it) => self.shown = Some((Shown::Notification(it), offer)),
            Err(_) => self.open_window(offer),
        }
    }

    fn notice(&self, offer: &Offer) -> Notice {
        let text = &self.context.text;
        let said = text.reminder(offer);
        let lines = [said.offer, said.about, said.habit];
        let lines: Vec<_> = lines.into_iter().filter(|it| !it.is_empty()).collect();
        let minutes = self.schedule.snooze.minutes();
        let buttons = [
            (START, ReminderSentence::Start),
            (SNOOZE, ReminderSentence::Snooze { minutes }),
            (STOOD, ReminderSentence::Stood),
            (SKIP, ReminderSentence::Skip),
            (NOT_TODAY, ReminderSentence::NotToday),
        ];
        Notice {
            title: said.title,
            body: lines.join("\n"),
            buttons: buttons.map(|it| (it.0, text.remind(it.1))).to_vec(),
        }
    }

    /// The small window, for a desktop without buttons in its notifications.
    fn open_window(&mut self, offer: Offer) {
        let tell = self.tell.clone();
        let closed = move |ended: io::Result<std::process::ExitStatus>| {
            let failed = !ended.is_ok_and(|it| it.success());
            drop(tell.send(Signal::Closed { failed }));
        };
        let started = self.start(&["--reminder"], closed);
        self.shown = started.then_some((Shown::Window, offer));
    }

    /// Starts this program once more; a start that failed is told.
    fn start(
        &self,
        what: &[&str],
        ended: impl FnOnce(io::Result<std::process::ExitStatus>) + Send + 'static,
    ) -> bool {
        let words = shell::words(&self.folders, what);
        let lost = || io::Error::from(io::ErrorKind::NotFound);
        let started =
            self.launcher.as_ref().ok_or_else(lost).and_then(|it| it.start(&words, ended));
        if let Err(why) = &started {
            let why = why.to_string();
            self.complain(ReminderSentence::WaitNoStart { why: &why });
        }
        started.is_ok()
    }

    /// Hands the break over to a window that is open; whether there is one that has taken it.
    fn call(&self, routine: Option<&str>) -> bool {
        let (disk, clock) = (&*self.context.disk, &self.context.clock);
        files::call(disk, &self.folders, routine, &clock.now(), |it| clock.sleep(it))
    }

    /// A person has answered a notification.
    pub(super) fn answered(&mut self, number: u64, answer: &Answered) {
        // One that has been replaced tells its end when the next is already up.
        let is_up = number == self.count;
        if let Some((_, offer)) = self.shown.take_if(|it| is_up && it.0.is_notification()) {
            match answer {
                Answered::Closed => {}
                // There are all the answers.
                Answered::Opened => self.open_window(offer),
                Answered::Pressed(key) => self.pressed(key, offer),
            }
        }
    }

    fn pressed(&mut self, key: &str, offer: Offer) {
        match key {
            START => {
                let choice = offer.choice.map(|it| it.routine);
                self.note(Noted::Started { choice: choice.clone() });
                let words: Vec<_> = choice.iter().flat_map(|it| ["--routine", it]).collect();
                // Without a break that suits, the window opens on Today.
                if !self.call(choice.as_deref()) {
                    self.start(&words, drop);
                }
            }
            SNOOZE => self.note(Noted::Snoozed),
            STOOD => {
                let name = self.context.text.remind(ReminderSentence::StoodName);
                self.note(Noted::Stood { name });
            }
            SKIP => self.note(Noted::Skipped),
            NOT_TODAY => self.note(Noted::NotToday),
            // A button that nobody has made.
            _ => {}
        }
    }

    /// An answer could not be written: the person is to know, for it is gone when this one ends.
    pub(super) fn say_unkept(&mut self, what: &Noted, problem: &Problem) {
        let why = self.context.problem_sentence(problem);
        self.complain(ReminderSentence::Failed { why: &why });
        if !matches!(what, Noted::Shown { .. }) {
            let title = self.context.text.remind(ReminderSentence::Failed { why: &why });
            let notice = Notice { title, body: String::new(), buttons: Vec::new() };
            self.trouble = Notification::show(&notice, drop).ok();
        }
    }

    /// The small window is closed.
    pub(super) fn window_closed(&mut self, failed: bool) {
        self.shown.take_if(|it| !it.0.is_notification());
        if failed {
            let why = self.context.text.say(crate::text::Sentence::NoDisplay);
            self.complain(ReminderSentence::WaitWindow { why: &why });
        }
    }

    /// Says something to whoever reads what the session's programs complain of.
    fn complain(&self, sentence: ReminderSentence<'_>) {
        // With nobody to hear it, the next reminder comes all the same.
        writeln!(io::stderr(), "evenhold: {}", self.context.text.remind(sentence)).ok();
    }
}
