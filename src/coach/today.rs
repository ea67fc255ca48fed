//! Today: which routine, what is at hand, how it feels, and Start; or a session that was left
//! unfinished and waits for an answer.

use chrono::{DateTime, FixedOffset};

use super::{
    Coach, Effect, Notice, Offer, OfferChoice, Origin, PersonPage, Running, Screen, Summary, Today,
    TodayMessage,
};
use crate::history::{Body, Record, Started, trained_since, week_of};
use crate::library::{Library, RoutineKind};
use crate::program::{Gate, Tailored, Wanted};
use crate::session::{Command, Ending, Fact, Plan, Session, Trained, Wish, fit};
use crate::units::Now;

impl Coach {
    pub(super) fn take_in_today(
        &mut self,
        message: TodayMessage,
        now: &Now,
        effects: &mut Vec<Effect>,
    ) {
        match message {
            TodayMessage::Choose(id) => {
                let today = self.today_mut();
                (today.chosen, today.picked) = (Some(id), true);
                self.choose_and_plan();
            }
            TodayMessage::Lack(missing) => {
                self.today_mut().missing = missing;
                self.choose_and_plan();
            }
            TodayMessage::Minutes(minutes) => {
                self.today_mut().minutes = minutes;
                self.choose_and_plan();
            }
            TodayMessage::Pain(pain) => {
                let told = &mut self.today_mut().pain;
                *told = Some(pain).filter(|_| *told != Some(pain));
            }
            TodayMessage::Start => self.start(now, effects),
            TodayMessage::Offer(choice) => self.answer(choice, now, effects),
        }
    }

    /// Keeps the choice that can be kept, else chooses: what was done last, else the first session.
    /// Then lays it out.
    pub(super) fn choose_and_plan(&mut self) {
        let Some(library) = &self.library else { return };
        let timing = self.settings.settings().timing(library.timing);
        let library = Library { timing, ..(**library).clone() };
        let trained = self.trained_this_week();
        let last = self.days.last_routine().cloned();
        let proposed = self.proposed(&library);
        let first = library.routines.iter().find(|it| it.kind == RoutineKind::Session);
        let today = self.today_mut();
        let unknown = today.chosen.take_if(|it| library.routine(it).is_none());
        let wanted = [today.chosen.clone(), proposed, last, first.map(|it| it.id.clone())];
        let routine = wanted.into_iter().flatten().find_map(|it| library.routine(&it));
        today.chosen = routine.map(|it| it.id.clone());
        let wish = Wish { missing: today.missing, minutes: today.minutes };
        let (missing, wanted) = (today.missing, today.wanted);
        let tailored = self.tailored(&library, wanted);
        let finish = |mut plan: Plan, it: &Tailored| {
            plan.left_out.extend(it.left_out.clone());
            for entry in plan.entries.iter_mut().filter(|it| it.note.is_none()) {
                let weight = it.weights.get(&entry.exercise).copied();
                entry.note = weight.map(|it| self.text.with_weight(it));
            }
            if it.fewer_words { plan.with_fewer_words() } else { plan }
        };
        let for_today = routine.and_then(|it| tailored.iter().find(|of| of.routine.id == it.id));
        let plan = for_today.map(|it| Ok(finish(fit(&it.routine, &library, wish, &trained)?, it)));
        let plans = tailored.iter().filter_map(|it| {
            let plan = Plan::new(&it.routine, &library, missing).ok()?;
            Some((it.routine.id.clone(), finish(plan, it)))
        });
        let plans = plans.collect();
        let today = self.today_mut();
        (today.plan, today.plans) = (plan, plans);
        self.notices.extend(unknown.map(Notice::UnknownRoutine));
    }

    /// What each muscle has done this week: where time is short, the others go first.
    fn trained_this_week(&self) -> Trained {
        let Some((journal, tick)) = self.journal.as_ref().zip(self.pulse) else {
            return Trained::default();
        };
        let starts = self.settings.settings().week_starts.day();
        trained_since(journal, week_of(tick.wall.date_naive(), starts))
    }

    /// Starts the chosen routine, or asks the questions that have not been answered. A break of a
    /// minute is not held up by them.
    fn start(&mut self, now: &Now, effects: &mut Vec<Effect>) {
        let unscreened = self.advice.as_ref().is_some_and(|it| it.gate == Gate::Unscreened);
        let Screen::Today(today) = &self.screen else { return };
        let is_break = matches!(&today.plan, Some(Ok(it)) if it.kind == RoutineKind::Break);
        if unscreened && today.can_start() && !is_break {
            self.show_person(PersonPage::Questions, Origin::Start, now);
        } else {
            self.begin(now, effects);
        }
    }

    /// Starts the chosen routine as it is laid out.
    pub(super) fn begin(&mut self, now: &Now, effects: &mut Vec<Effect>) {
        let as_before = self.keep_as_before(now);
        let may_begin = self.advice.as_ref().is_none_or(|it| it.gate.lets_in());
        let Screen::Today(today) = &mut self.screen else { return };
        if !today.can_start() || !may_begin {
            return;
        }
        effects.extend(as_before.filter(|_| std::mem::take(&mut today.wanted) == Wanted::AsBefore));
        let Some(Ok(plan)) = &today.plan else { return };
        let (plan, pain) = (plan.clone(), today.pain.take());
        let running = Running::start(plan.clone(), now.tick.mono);
        self.open(running);
        effects.push(Effect::Begin { plan: Box::new(plan), pain });
    }

    /// Opens a session; Today or the library waits until it is over.
    pub(super) fn open(&mut self, running: Running) {
        let screen = Screen::Session(Box::new(running));
        let left = std::mem::replace(&mut self.screen, screen);
        self.keep(left);
    }

    /// Offers to go on with a session that was left unfinished.
    pub(super) fn offer(
        &mut self,
        started: Started,
        facts: Vec<Fact>,
        last: DateTime<FixedOffset>,
    ) {
        let session = Session::restore(started.plan.clone(), &facts);
        // Whoever has begun a session is not new here; that comes first.
        if matches!(&self.screen, Screen::Person(it) if it.origin == Origin::Welcome) {
            self.screen = self.back_to_today();
        }
        self.today_mut().offer = Some(Offer { started, facts, last, session });
    }

    fn answer(&mut self, choice: OfferChoice, now: &Now, effects: &mut Vec<Effect>) {
        let Screen::Today(today) = &mut self.screen else { return };
        let Some(offer) = today.offer.take() else { return };
        let Offer { started, facts, last, mut session } = offer;
        effects.push(Effect::Continue(started.id));
        match choice {
            OfferChoice::Continue => {
                self.open(Running::go_on(session, started, facts, now.tick.mono));
            }
            OfferChoice::Keep => {
                let events = session.apply(Command::Finish);
                let facts = events.iter().flat_map(|it| session.facts(it)).collect();
                effects.push(Effect::Log(facts));
                let record = started.record(&session, Ending::Early, last);
                self.finish(record, false, now, effects);
            }
            OfferChoice::Discard => effects.push(Effect::Discard),
        }
    }

    /// Writes the record of a session that is over, and opens its summary. A break asks nothing: after
    /// it the person is back at what they were about, and Today is as it was.
    pub(super) fn finish(
        &mut self,
        record: Record,
        stopped: bool,
        now: &Now,
        effects: &mut Vec<Effect>,
    ) {
        if matches!(record.body, Body::Check(_)) {
            return self.finish_check(record, now, effects);
        }
        effects.push(Effect::Finish(Box::new(record.clone())));
        self.add(record.clone());
        let is_break = record.session().is_some_and(|it| it.purpose == RoutineKind::Break);
        // What was picked is done.
        let today = self.today_mut();
        (today.chosen, today.picked) = (None, false);
        if is_break && !stopped {
            return self.choose_and_plan();
        }
        if let Some(summary) = Summary::of(record, stopped) {
            let screen = Screen::Summary(Box::new(summary));
            if let Screen::Today(today) = std::mem::replace(&mut self.screen, screen) {
                self.today = Some(today);
            }
        }
    }

    /// Today, wherever the person is; none while a session runs.
    pub(super) fn today_mut(&mut self) -> &mut Today {
        match &mut self.screen {
            Screen::Today(today) => today,
            Screen::Session(_)
            | Screen::Summary(_)
            | Screen::Progress(_)
            | Screen::Routines
            | Screen::Editor(_)
            | Screen::Own(_)
            | Screen::Library(_)
            | Screen::Person(_)
            | Screen::Settings => self.today.get_or_insert_default(),
        }
    }

    /// Whether a session can be begun: it can be kept, and none waits to be gone on with.
    pub(super) fn can_begin(&self) -> bool {
        let today = match &self.screen {
            Screen::Today(today) => Some(today),
            Screen::Session(_)
            | Screen::Summary(_)
            | Screen::Progress(_)
            | Screen::Routines
            | Screen::Editor(_)
            | Screen::Own(_)
            | Screen::Library(_)
            | Screen::Person(_)
            | Screen::Settings => self.today.as_ref(),
        };
        let lets_in = self.advice.as_ref().is_none_or(|it| it.gate.lets_in());
        lets_in && today.is_some_and(|it| it.is_free())
    }

    /// Today as it was left.
    pub(super) fn back_to_today(&mut self) -> Screen {
        Screen::Today(self.today.take().unwrap_or_default())
    }
}
