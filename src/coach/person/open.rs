//! Opening a page with what is known, and leaving it by one of its doors.

use std::collections::{BTreeMap, BTreeSet};

use super::{ACTIVITIES, Known, Origin, Person, PersonPage, STEPS, Sunday, keep};
use crate::coach::{Access, Coach, Effect, Screen};
use crate::history::{Band, IfThen, Pull, Things};
use crate::program::{Owned, PLACE_GROUPS, Part, Sign};
use crate::session::{Command, PauseReason};
use crate::units::Now;

impl Person {
    fn new(page: PersonPage, origin: Origin, known: Option<&Known>, target: u8) -> Self {
        let mut person = Self {
            page,
            origin,
            visit: 0,
            answers: BTreeMap::new(),
            child: None,
            cleared: false,
            sore: BTreeSet::new(),
            groups: BTreeSet::new(),
            target,
            plan: IfThen::default(),
            things: usual_things(),
            signs: BTreeSet::new(),
            activities: vec![(String::new(), None); ACTIVITIES],
            sure: None,
            week: None,
            first_band: true,
        };
        let Some(known) = known else { return person };
        person.answers.clone_from(&known.health.answers);
        let asked = known.health.asked.is_some();
        person.child = asked.then(|| known.health.signs.contains_key(&Sign::Child));
        person.sore.clone_from(&known.health.sore);
        person.groups.clone_from(&known.health.groups);
        person.groups.retain(|it| !PLACE_GROUPS.contains(it));
        if let Some((_, things)) = &known.things {
            person.things.clone_from(things);
            person.first_band = things.bands.is_empty();
        }
        if let Some((_, plan)) = &known.plan {
            person.plan.clone_from(plan);
        }
        // What was rated the last time is asked about again, each anew.
        let names = known.function.iter().flat_map(|it| it.ratings.iter().map(|it| &it.0));
        for (activity, name) in person.activities.iter_mut().zip(names) {
            activity.0.clone_from(name);
        }
        person
    }
}

/// What a household has, and the light band that the programme begins with.
fn usual_things() -> Things {
    let owned = Owned::default();
    let others =
        Owned::ASKED.into_iter().filter(|it| owned.has(*it)).map(crate::library::Equipment::id);
    let light = Band { pull: Pull::Light, colour: String::new() };
    Things { bands: vec![light], others: others.collect(), weights: Vec::new() }
}

impl Coach {
    /// Asks a person who is new here, as soon as what they say can be kept; once in a run.
    pub(in crate::coach) fn welcome(&mut self, now: &Now) {
        let Screen::Today(today) = &self.screen else { return };
        let is_free = !today.picked && today.offer.is_none() && today.access == Access::Open;
        let Some(journal) = self.journal.as_ref().filter(|_| is_free && !self.asking.welcomed)
        else {
            return;
        };
        if self.library.is_none() || !journal.sessions().is_empty() {
            return;
        }
        self.asking.welcomed = true;
        let health = crate::program::Health::of(journal, now.date());
        let has_things = journal.things(now.date()).is_some();
        let has_met = |part| health.has_met(part) || (part == Part::Week && has_things);
        if let Some((page, _)) = STEPS.into_iter().find(|it| !has_met(it.1)) {
            self.advise(now);
            self.show_person(page, Origin::Welcome, now);
        }
    }

    /// Opens a page over where the person is.
    pub(in crate::coach) fn open_person(
        &mut self,
        page: PersonPage,
        now: &Now,
        effects: &mut Vec<Effect>,
    ) {
        let origin = match &mut self.screen {
            Screen::Person(_) => return,
            Screen::Session(running) => {
                running.stand_still(PauseReason::Hurt);
                running.overlay = None;
                self.settle(now, effects);
                Origin::Session
            }
            Screen::Summary(_) => {
                self.close_summary(now, effects);
                Origin::Today
            }
            Screen::Today(_) | Screen::Routines | Screen::Editor(_) | Screen::Own(_) => {
                Origin::Today
            }
            Screen::Progress(_) => Origin::Progress,
            Screen::Library(_) => Origin::Library,
            Screen::Settings => Origin::Settings,
        };
        self.show_person(page, origin, now);
    }

    /// Shows a page with what is known.
    pub(in crate::coach) fn show_person(&mut self, page: PersonPage, origin: Origin, now: &Now) {
        let known = self.advice.as_ref().map(|it| &it.known);
        let target = self.days.target_on(now.date());
        let mut person = Person::new(page, origin, known, target);
        if page == PersonPage::Sunday {
            person.week = self.sunday(now).map(Box::new);
        }
        self.asking.visits += 1;
        person.visit = self.asking.visits;
        let left = std::mem::replace(&mut self.screen, Screen::Person(Box::new(person)));
        self.keep(left);
    }

    /// The page with what it has been told, on another step.
    fn turn_to(&mut self, page: PersonPage) {
        self.asking.visits += 1;
        if let Screen::Person(person) = &mut self.screen {
            person.page = page;
            person.visit = self.asking.visits;
        }
    }

    /// What is told holds.
    pub(super) fn person_goes_on(&mut self, now: &Now, effects: &mut Vec<Effect>) {
        let Screen::Person(person) = &self.screen else { return };
        if !person.can_go_on() {
            return;
        }
        let known = self.advice.as_ref().map(|it| &it.known);
        let holds = known.is_some_and(|it| it.health.hold().is_some());
        let target = self.days.has_target().then(|| self.days.target_on(now.date()));
        let things = known.and_then(|it| it.things.as_ref()).map(|it| &it.1);
        effects.extend(person.records((holds, target, things), now));
        let stops = person.page == PersonPage::Signs && person.signs.iter().any(|it| it.holds());
        self.leave_step(stops, now, effects);
    }

    /// This step is passed over; before Start that begins the session as it may be without answers.
    pub(super) fn person_skips(&mut self, now: &Now, effects: &mut Vec<Effect>) {
        let Screen::Person(person) = &self.screen else { return };
        let (page, origin) = (person.page, person.origin);
        match origin {
            Origin::Welcome => {
                effects.extend(keep::skipped(page, now));
                self.leave_step(false, now, effects);
            }
            Origin::Start => {
                self.screen = self.back_to_today();
                self.begin(now, effects);
            }
            Origin::Today
            | Origin::Progress
            | Origin::Library
            | Origin::Settings
            | Origin::Session => self.leave_person(false, now, effects),
        }
    }

    /// To the next step of the welcome, else back to where the page was opened.
    fn leave_step(&mut self, stops: bool, now: &Now, effects: &mut Vec<Effect>) {
        let Screen::Person(person) = &self.screen else { return };
        let next = person.step().and_then(|it| STEPS.get(it + 1));
        match next {
            Some((page, _)) => self.turn_to(*page),
            None => self.leave_person(stops, now, effects),
        }
    }

    /// To the step before, or back to where the page was opened.
    pub(super) fn person_goes_back(&mut self, now: &Now, effects: &mut Vec<Effect>) {
        let Screen::Person(person) = &self.screen else { return };
        let before = person.step().map(|it| it.checked_sub(1).and_then(|it| STEPS.get(it)));
        match before {
            Some(Some((page, _))) => self.turn_to(*page),
            // The first step of the welcome has nothing behind it.
            Some(None) => {}
            None => self.leave_person(false, now, effects),
        }
    }

    /// Back to where the page was opened; a session ends early when a sign was told.
    fn leave_person(&mut self, stops: bool, now: &Now, effects: &mut Vec<Effect>) {
        let Screen::Person(person) = &self.screen else { return };
        let origin = person.origin;
        self.screen = match origin {
            Origin::Welcome | Origin::Start | Origin::Today => self.back_to_today(),
            Origin::Progress => self.open_progress(now),
            Origin::Library => self.open_library(),
            Origin::Settings => Screen::Settings,
            Origin::Session => match self.waiting.take() {
                Some(running) => Screen::Session(running),
                None => self.back_to_today(),
            },
        };
        let Screen::Session(running) = &mut self.screen else { return };
        running.advance(now.tick.mono);
        if stops {
            running.overlay = None;
            running.apply(Command::Finish);
        }
        self.settle(now, effects);
    }

    /// The week that ends or runs, for its page.
    fn sunday(&self, now: &Now) -> Option<Sunday> {
        let library = self.library.clone()?;
        let journal = self.journal.as_ref()?;
        Some(self.with_course(&library, journal, |course, grounds| {
            Sunday::of(course, grounds, now.date())
        }))
    }
}
