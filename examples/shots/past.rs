//! A made-up person's past: sessions, pain that eases, levels that rise, checks, notes, a pause. The
//! same seed gives the same past on every machine.

use std::time::Duration;

use chrono::{Datelike as _, Days, FixedOffset, NaiveDate};
use evenhold::history::{
    Body, Check, DeviceId, Form, HurtRecord, Journal, Morning, MorningAnswer, PausedDays, Reading,
    Record, RecordId, Rir, SessionRecord, Started, Target,
};
use evenhold::library::Library;
use evenhold::program::nothing_to_mind;
use evenhold::session::{Command, Ending, HurtBand, Missing, Plan, Session};
use evenhold::units::{Now, Pain, Sides, Tick};

/// What the made-up person wrote.
const NOTES: [&str; 6] = [
    "Knees felt steadier on the stairs today.",
    "Tired after work, kept it small.",
    "Left hip is stiffer than the right one.",
    "Band slipped twice, put it above the knees.",
    "Slept badly. Good to have moved all the same.",
    "No pull at the front of the hip any more.",
];

/// A past of so many weeks up to a day.
pub(crate) struct Past {
    journal: Journal,
    chance: u64,
    weeks: u32,
    first: NaiveDate,
}

impl Past {
    /// Makes it.
    pub(crate) fn journal(weeks: u32, until: NaiveDate, seed: u64) -> Journal {
        let first = until - Days::new(u64::from(weeks) * 7 - 1);
        let mut past = Self { journal: Journal::new(), chance: seed | 1, weeks, first };
        let library = Library::shipped();
        past.aims();
        for (day, date) in first.iter_days().take_while(|it| *it <= until).enumerate() {
            past.live(day as u32, date, &library);
        }
        // They have said that there is nothing to mind.
        let said = Body::Health(nothing_to_mind());
        let (id, device) = (RecordId::from_u128(1), DeviceId::new("laptop"));
        past.journal.add(Record::new(id, device, &now(first, 7), said));
        past.journal
    }

    /// From 0 to below 1.
    fn chance(&mut self) -> f32 {
        // Xorshift (Marsaglia, 2003).
        self.chance ^= self.chance << 13;
        self.chance ^= self.chance >> 7;
        self.chance ^= self.chance << 17;
        (self.chance >> 40) as f32 / (1_u64 << 24) as f32
    }

    fn add(&mut self, date: NaiveDate, hour: u32, body: Body) -> RecordId {
        let now = now(date, hour);
        let millis = now.tick.wall.timestamp_millis().unsigned_abs();
        let low = u128::from(self.chance >> 2);
        let id = RecordId::from_u128(
            (u128::from(millis) << 80) | (0x7000_u128 << 64) | (0b10_u128 << 62) | (low >> 2),
        );
        let record = Record::new(id, DeviceId::new("laptop"), &now, body);
        self.journal.add(record);
        self.chance();
        id
    }

    /// The week target, once raised, and a fortnight away.
    fn aims(&mut self) {
        let first = self.first;
        self.add(first, 8, Body::Target(Target { from: first, value: 3 }));
        if 8 <= self.weeks {
            let from = first + Days::new(7 * 6);
            self.add(from, 8, Body::Target(Target { from, value: 4 }));
            let from = first + Days::new(7 * 4 + 1);
            let pause = PausedDays { from, to: from + Days::new(5) };
            self.add(from, 8, Body::Pause(pause));
        }
    }

    fn live(&mut self, day: u32, date: NaiveDate, library: &Library) {
        if day.is_multiple_of(28) {
            self.measure(date, day);
        }
        if (29..35).contains(&day) && 8 <= self.weeks {
            return;
        }
        let is_usual = matches!(date.weekday().num_days_from_monday(), 0 | 2 | 4 | 5);
        if is_usual && self.chance() < 0.86 {
            let routine = match self.chance() {
                it if it < 0.36 => "a",
                it if it < 0.72 => "b",
                it if it < 0.86 => "short",
                _ => "full",
            };
            self.train(routine, day, date, library);
        } else if self.chance() < 0.3 {
            self.train("break-fig4", day, date, library);
        }
    }

    fn train(&mut self, routine: &str, day: u32, date: NaiveDate, library: &Library) {
        let Some(routine) = library.routine(routine) else { return };
        let Ok(plan) = Plan::new(routine, library, Missing::default()) else { return };
        let length = plan.length();
        let now = now(date, 18);
        let started = Started::new(RecordId::nil(), DeviceId::new("laptop"), &now, plan);
        let mut session = Session::new(started.plan.clone());
        session.apply(Command::Start);
        session.apply(Command::Finish);
        let ended = started.at + length;
        let record = started.record(&session, Ending::Completed, ended);
        let Some(mut told) = record.session().cloned() else { return };
        told.active = length;
        self.perform(&mut told, day, library);
        let is_break = !told.purpose.counts();
        let id = self.add(date, 18, told.into_body());
        if !is_break && self.chance() < 0.7 {
            let answer = match self.chance() {
                it if it < 0.35 => MorningAnswer::Better,
                it if it < 0.94 => MorningAnswer::Same,
                _ => MorningAnswer::Worse,
            };
            let pain = self.pain(day, -0.4);
            let morning = Morning { of: id, answer, pain, late: false };
            if let Some(next) = date.succ_opt() {
                self.add(next, 7, Body::Morning(morning));
            }
        }
    }

    /// Pain eases from about 4 to about 1 in the first half year.
    fn pain(&mut self, day: u32, more: f32) -> Option<Pain> {
        let eased = 1.0 + 3.2 * (1.0 - (day as f32 / 100.0).min(1.0));
        let rating = (eased + more + (self.chance() - 0.5) * 2.0).clamp(0.0, 10.0).round() as u8;
        Pain::new(rating)
    }

    /// What was done of the plan: more with the weeks, a little less on the left.
    fn perform(&mut self, told: &mut SessionRecord, day: u32, library: &Library) {
        let level = |exercise: &str, planned: u8| {
            let wanted = (2 + day / 35).min(u32::from(planned.max(3))) as u8;
            let known = library.exercise(exercise).and_then(|it| it.level(wanted));
            known.map_or(planned, |it| it.number)
        };
        for it in &mut told.exercises {
            it.level = level(&it.exercise, it.level);
            it.form = Some(if self.chance() < 0.8 { Form::Clean } else { Form::Shaky });
        }
        for it in &mut told.sets {
            it.level = level(&it.exercise, it.level);
            let share = if it.side == Sides::Left { 0.86 } else { 0.95 };
            let share = (share + self.chance() * 0.2 + day as f32 * 0.0004).min(1.0);
            let seconds = it.planned.time().map(|it| it.as_secs_f32() * share.max(0.9));
            let reps = it.planned.count().map(|it| it as f32 * share);
            it.done = match seconds {
                Some(held) => it.planned.with_time(Duration::from_secs(held.round() as u64)),
                None => it.planned.with_count(reps.unwrap_or_default().round() as u32),
            };
            it.skipped = self.chance() < 0.015;
            it.rir = it.planned.count().map(|_| Rir::new(1 + (self.chance() * 3.0) as u8));
        }
        told.pain.before = self.pain(day, 0.3);
        told.pain.after = self.pain(day, 0.0);
        if self.chance() < 0.24 {
            let at = (self.chance() * NOTES.len() as f32) as usize;
            NOTES.get(at).copied().unwrap_or_default().clone_into(&mut told.note);
        }
        if self.chance() < 0.05 {
            self.hurt(told, day);
        }
    }

    /// It hurts in one set; early on so much that the session ends.
    fn hurt(&mut self, told: &mut SessionRecord, day: u32) {
        let at = (self.chance() * told.sets.len() as f32) as usize;
        let band = if day < 30 { HurtBand::Red } else { HurtBand::Amber };
        let Some(set) = told.sets.get_mut(at) else { return };
        let exact = Pain::new(if band == HurtBand::Red { 6 } else { 4 });
        set.pain = exact;
        let (exercise, side, set) = (set.exercise.clone(), set.side, set.set);
        told.hurts.push(HurtRecord { exercise, side, set, rep: 3, band, exact, place: None });
        if band == HurtBand::Red {
            told.ending = Ending::Early;
            for it in told.sets.iter_mut().skip(at) {
                it.skipped = true;
                it.done = it.done.none();
            }
        }
    }

    /// Turning the thigh, three readings a side.
    fn measure(&mut self, date: NaiveDate, day: u32) {
        let gained = (day as f32 * 0.12).min(16.0);
        let mut readings = Vec::new();
        for (what, side, degrees) in [
            ("ir", Sides::Left, 52.0 - gained * 0.4),
            ("ir", Sides::Right, 49.0 - gained * 0.3),
            ("er", Sides::Left, 24.0 + gained),
            ("er", Sides::Right, 29.0 + gained * 0.6),
        ] {
            for _ in 0..3 {
                let tenths = ((degrees + (self.chance() - 0.5) * 6.0) * 10.0).round() as i32;
                readings.push(Reading::value(what, side, tenths));
            }
        }
        let check = Check {
            of: "prone".to_owned(),
            readings,
            method: vec!["phone".to_owned(), "helper".to_owned()],
            ..Check::default()
        };
        self.add(date, 10, Body::Check(check));
    }
}

/// A moment of a day in a zone without summer time.
fn now(date: NaiveDate, hour: u32) -> Now {
    let zone = FixedOffset::east_opt(3600);
    let utc = date.and_hms_opt(hour, 12, 0).unwrap_or_default().and_utc();
    let wall = zone.map_or_else(|| utc.fixed_offset(), |it| utc.with_timezone(&it));
    Now {
        tick: Tick { mono: Duration::ZERO, boot: Duration::ZERO, wall },
        zone: "Etc/GMT-1".into(),
    }
}
