//! What the programme has to say, on Today and after a session, and what the person answers.
//!
//! Triggered by: a journal, a library or rules that were read, a record that was added, an answer in
//! the summary, another day. The answers are records of their own.

use chrono::Weekday;

use super::{Coach, Effect, Known, ProgramMessage, Screen, notice};
use crate::history::{
    Answer, Body, Days, Decision, Draft, HealthScreen, Journal, Morning, RecordId,
};
use crate::library::Library;
use crate::program::{
    Change, Course, Gate, Grounds, Kind, Next, Owned, Proposal, Rules, Screening, Tailored, Wanted,
    What, hand_over, next, tailor,
};
use crate::settings::WeekStart;
use crate::units::Now;

/// What the programme has to say now.
#[derive(Debug, Clone, PartialEq)]
pub struct Advice {
    /// Whether a session may begin.
    pub gate: Gate,
    /// What is proposed, most pressing first; before the first session only what health asks for, and
    /// what today is for.
    pub proposals: Vec<Proposal>,
    /// What rules changed by themselves after the last session, and since.
    pub changed: Vec<Proposal>,
    /// Everything that changed, was proposed and answered, newest first.
    pub log: Vec<Change>,
    /// What is known about the person.
    pub known: Known,
}

impl Coach {
    /// What was done, read from the disk.
    pub(super) fn take_in_journal(&mut self, journal: Journal, now: &Now) {
        self.knows_days = true;
        self.stale = true;
        notice::journal(&mut self.notices, journal.health());
        self.days = Days::of(&journal);
        self.journal = Some(journal);
        self.refresh_progress(now);
        self.choose_anew();
    }

    /// Lays Today out anew; what nobody has picked is proposed anew.
    fn choose_anew(&mut self) {
        let today = self.today_mut();
        today.chosen.take_if(|_| !today.picked);
        self.choose_and_plan();
    }

    /// Thinks anew about what to say.
    pub(super) fn advise(&mut self, now: &Now) {
        let summary = if let Screen::Summary(it) = &self.screen { it.amended(now) } else { None };
        let mut journal = self.journal.clone().unwrap_or_default();
        if let Some(record) = summary {
            journal.add(record);
        }
        let Some(library) = self.library.clone() else { return };
        self.today_date = now.date();
        let said = self.with_course(&library, &journal, |course, grounds| {
            let Next { gate, proposals, .. } = next(course, grounds);
            let last = course.sessions.last().map(|it| it.date);
            let recent = course.log.iter().filter(|it| Some(it.date) >= last);
            let answered = |it: &Change| {
                let mut later = course.log.iter().filter(|other| other.date >= it.date);
                later.any(|other| other.answer.is_some() && other.proposal == it.proposal)
            };
            let open = recent.filter(|it| it.answer.is_none() && !answered(it));
            let changed = open.map(|it| it.proposal.clone());
            // Before the first session there is nothing to say but what health asks for and what today
            // is for.
            let first = course.sessions.is_empty() && gate.lets_in();
            let shown = |it: &Proposal| {
                let is_first = matches!(it.kind(), Kind::Professional | Kind::Session | Kind::Rest);
                !first || it.subject == "health" || is_first
            };
            let proposals = proposals.into_iter().filter(shown).collect();
            let (changed, log) = (changed.collect(), course.log.iter().rev().cloned().collect());
            let known = Known::of(course, grounds);
            (Advice { gate, proposals, changed, log, known }, hand_over(course, grounds))
        });
        let (advice, handed) = said;
        self.advice = Some(advice);
        self.note_breaks(handed, now);
        // Today begins with what was just proposed.
        self.choose_anew();
    }

    /// The course as the journal tells it, and everything that is needed to think about it.
    pub(super) fn with_course<R>(
        &self,
        library: &Library,
        journal: &Journal,
        think: impl FnOnce(&Course, &Grounds<'_>) -> R,
    ) -> R {
        let rules = self.rules.unwrap_or_else(Rules::shipped);
        let owned = Owned::of(journal, self.today_date);
        let week_starts = match self.settings.settings().week_starts {
            WeekStart::Monday => Weekday::Mon,
            WeekStart::Sunday => Weekday::Sun,
        };
        let today = self.today_date;
        let grounds =
            Grounds { library, rules: &rules, journal, owned: &owned, today, week_starts };
        let mut course = Course::of(&grounds);
        // Nobody is held to questions that may be answered in a journal which could not be read yet.
        if self.journal.is_none() {
            course.health.screen = Screening::Clear;
        }
        think(&course, &grounds)
    }

    /// All routines as they are today for this person.
    pub(super) fn tailored(&self, library: &Library, wanted: Wanted) -> Vec<Tailored> {
        let empty = Journal::new();
        let journal = self.journal.as_ref().unwrap_or(&empty);
        self.with_course(library, journal, |course, grounds| {
            library.routines.iter().map(|it| tailor(it, course, wanted, grounds)).collect()
        })
    }

    /// The routine that the programme begins with today, from the first day on. Before the journal is
    /// read, what was done last says more, where that is known.
    pub(super) fn proposed(&self, library: &Library) -> Option<String> {
        let empty = Journal::new();
        let is_new = self.days.last_routine().is_none();
        let journal = self.journal.as_ref().or_else(|| is_new.then_some(&empty))?;
        self.with_course(library, journal, |course, grounds| next(course, grounds).start)
    }

    pub(super) fn take_in_program(
        &mut self,
        message: ProgramMessage,
        now: &Now,
        effects: &mut Vec<Effect>,
    ) {
        let proposals = self.advice.iter().flat_map(|it| &it.proposals);
        let body = match message {
            ProgramMessage::Answer { at, answer } => {
                let mut all = proposals;
                all.nth(at).map(|it| Body::Decision(Decision { proposal: it.to_value(), answer }))
            }
            ProgramMessage::TakeBack { at } => {
                let changed = self.advice.as_ref().and_then(|it| it.changed.get(at));
                let changed = changed.filter(|it| it.can_be_taken_back());
                let answer = Answer::Declined;
                changed.map(|it| Body::Decision(Decision { proposal: it.to_value(), answer }))
            }
            ProgramMessage::Morning(answer) => {
                let asked = proposals.into_iter().find_map(morning);
                asked.map(|(of, late)| Body::Morning(Morning { of, answer, pain: None, late }))
            }
            ProgramMessage::Safe => {
                Some(Body::Health(HealthScreen { cleared: true, ..HealthScreen::default() }))
            }
            ProgramMessage::Wanted(wanted) => {
                self.today_mut().wanted = wanted;
                self.choose_and_plan();
                None
            }
        };
        effects.extend(body.map(|it| Effect::Keep(Box::new(Draft::new(now.date(), it)))));
    }

    /// "As before" after a gap is kept, so that the course goes on as before too.
    pub(super) fn keep_as_before(&self, now: &Now) -> Option<Effect> {
        let gap = self.advice.as_ref()?.proposals.iter().find(|it| it.subject == "gap")?;
        let answer = Answer::Declined;
        let body = Body::Decision(Decision { proposal: gap.to_value(), answer });
        Some(Effect::Keep(Box::new(Draft::new(now.date(), body))))
    }
}

/// The session of the morning question, and whether its answer is late.
const fn morning(proposal: &Proposal) -> Option<(RecordId, bool)> {
    if let What::Morning { of, late } = proposal.what { Some((of, late)) } else { None }
}
