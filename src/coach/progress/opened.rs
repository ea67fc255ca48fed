//! A session that is open: as it is, and as it is being corrected.

use std::time::Duration;

use chrono::{Days, NaiveDate};

use crate::history::{
    Body, Form, HurtRecord, Journal, Morning, Record, RecordId, Rir, SessionRecord, SetRecord,
};
use crate::library::{Amount, Id};
use crate::session::{HurtBand, Plan};
use crate::units::{Now, Pain, Sides};

/// The most that a count or a number of seconds can be corrected to.
const MOST: u32 = 3600;
/// A held time is corrected in steps of so many seconds.
const HOLD_STEP: u32 = 5;
/// The longest note that is kept, in characters.
const NOTE_CHARS: usize = 2000;
/// The longest session, in minutes.
const MOST_MINUTES: u32 = 240;

/// A session that is open.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// Its record; `None` while it is being entered by hand.
    pub record: Option<Record>,
    /// The day that it belongs to.
    pub date: NaiveDate,
    /// The session with the corrections so far.
    pub session: SessionRecord,
    /// Whether its values can be changed now.
    pub is_correcting: bool,
    /// How the next morning was, with the record that says so.
    pub morning: Option<(RecordId, Morning)>,
}

/// Pain before or after a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum When {
    /// Before it.
    Before,
    /// After it.
    After,
}

/// One value of a session that is not as the record has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Correction {
    /// So many reps, or seconds held, in this set; the index is that of the record's sets.
    Done {
        /// The set.
        set: usize,
        /// Reps or seconds.
        amount: u32,
    },
    /// Pain told during this set; the same again takes it back.
    SetPain {
        /// The set.
        set: usize,
        /// The rating.
        pain: Pain,
    },
    /// Clean or shaky; the same again takes it back. The index is that of the record's exercises.
    Form {
        /// The exercise.
        exercise: usize,
        /// The answer.
        form: Form,
    },
    /// Clean reps left; the same again takes it back.
    MoreReps {
        /// The exercise.
        exercise: usize,
        /// The answer.
        rir: Rir,
    },
    /// Pain around the session; the same again takes it back.
    Pain(When, Pain),
    /// The note as it now reads.
    Note(String),
    /// So many days later; negative for earlier. Never later than today.
    Day(i32),
    /// So many minutes of work and rest.
    Minutes(u32),
}

/// A session that was done without the program, as it is being told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adding {
    /// The routine.
    pub routine: Id,
    /// The day.
    pub date: NaiveDate,
    /// Minutes of work and rest.
    pub minutes: u32,
    /// Whether everything was done as planned.
    pub whole: bool,
}

impl Adding {
    /// The same, no later than today and of a possible length.
    #[must_use]
    pub fn within(self, today: NaiveDate) -> Self {
        let minutes = self.minutes.clamp(1, MOST_MINUTES);
        Self { date: self.date.min(today), minutes, ..self }
    }
}

/// How much of an amount was done, as a number: reps, or whole seconds.
pub(super) fn number(amount: Amount) -> u32 {
    let seconds = amount.time().map(|it| it.as_secs().min(u64::from(u32::MAX)) as u32);
    amount.count().or(seconds).unwrap_or_default()
}

impl Opened {
    /// A session of the journal; nothing when there is none of this id to be seen.
    pub(super) fn of(journal: &Journal, id: RecordId) -> Option<Self> {
        let kept = journal.get(id).filter(|it| !it.is_deleted)?;
        let record = kept.said.clone()?;
        let session = record.session()?.clone();
        let mornings = journal.records().filter_map(|it| {
            let Body::Morning(morning) = it.body.told() else { return None };
            (morning.of == id).then_some((it, morning))
        });
        let morning = mornings.max_by_key(|it| (it.0.at, it.0.id));
        let morning = morning.map(|(record, it)| (record.id, it.clone()));
        let date = record.date;
        Some(Self { record: Some(record), date, session, is_correcting: false, morning })
    }

    /// One that was done without the program: its sets can be told before it is kept.
    pub(super) fn by_hand(plan: &Plan, adding: &Adding, now: &Now) -> Self {
        let active = Duration::from_secs(60 * u64::from(adding.minutes));
        let days = (now.date() - adding.date).num_days().unsigned_abs();
        let wall = now.tick.wall;
        let started = wall.checked_sub_days(Days::new(days)).unwrap_or(wall);
        let session = SessionRecord::by_hand(plan, started, active);
        Self { record: None, date: adding.date, session, is_correcting: true, morning: None }
    }

    /// The smallest step by which a set is corrected.
    pub fn step(set: &SetRecord) -> u32 {
        if set.done.count().is_some() { 1 } else { HOLD_STEP }
    }

    /// What was done in a set, as a number: reps, or whole seconds.
    pub fn done(set: &SetRecord) -> u32 {
        number(set.done)
    }

    /// Clean reps left of an exercise, when told.
    pub fn rir(&self, exercise: usize) -> Option<Rir> {
        let it = self.session.exercises.get(exercise)?;
        let sets = self.session.sets.iter();
        let mut of = sets.filter(|set| set.exercise == it.exercise && set.level == it.level);
        of.find_map(|set| set.rir)
    }

    pub(super) fn correct(&mut self, correction: Correction, today: NaiveDate) {
        if !self.is_correcting {
            return;
        }
        match correction {
            Correction::Done { set, amount } => {
                if let Some(set) = self.session.sets.get_mut(set) {
                    tell(set, amount.min(MOST));
                }
            }
            Correction::SetPain { set, pain } => {
                if let Some(set) = self.session.sets.get_mut(set) {
                    toggle(&mut set.pain, pain);
                    let of = set.clone();
                    self.tell_hurt(&of);
                }
            }
            Correction::Form { exercise, form } => {
                self.rate(exercise, |it| toggle(&mut it.1, form));
            }
            Correction::MoreReps { exercise, rir } => {
                self.rate(exercise, |it| toggle(&mut it.0, rir));
            }
            Correction::Pain(When::Before, pain) => toggle(&mut self.session.pain.before, pain),
            Correction::Pain(When::After, pain) => toggle(&mut self.session.pain.after, pain),
            Correction::Note(note) => {
                self.session.note = note.chars().take(NOTE_CHARS).collect();
            }
            Correction::Day(by) => self.move_by(by, today),
            Correction::Minutes(minutes) => {
                let minutes = u64::from(minutes.clamp(1, MOST_MINUTES));
                self.session.active = Duration::from_secs(60 * minutes);
            }
        }
    }

    /// What was told in the moment says the same as what is now told of the set.
    fn tell_hurt(&mut self, of: &SetRecord) {
        let here =
            |it: &HurtRecord| it.exercise == of.exercise && it.side == of.side && it.set == of.set;
        match of.pain {
            None => self.session.hurts.retain(|it| !here(it)),
            Some(pain) => {
                for it in self.session.hurts.iter_mut().filter(|it| here(it)) {
                    (it.exact, it.band) = (Some(pain), HurtBand::of(pain));
                }
            }
        }
    }

    fn rate(&mut self, exercise: usize, change: impl Fn(&mut (Option<Rir>, Option<Form>))) {
        let rir = self.rir(exercise);
        let Some(it) = self.session.exercises.get(exercise) else { return };
        let (id, level) = (it.exercise.clone(), it.level);
        let mut rated = (rir, it.form);
        change(&mut rated);
        self.session.rate(&id, level, rated.0, rated.1);
    }

    /// The same time of day on another day; never one that has not come yet.
    fn move_by(&mut self, by: i32, today: NaiveDate) {
        let span = chrono::Duration::days(i64::from(by));
        let moved = |it: &mut chrono::DateTime<chrono::FixedOffset>| {
            *it = it.checked_add_signed(span).unwrap_or(*it);
        };
        let Some(date) = self.date.checked_add_signed(span).filter(|it| *it <= today) else {
            return;
        };
        self.date = date;
        moved(&mut self.session.started);
        moved(&mut self.session.ended);
    }

    /// The sides of an exercise with the indices of their sets, in the order of the record.
    pub fn sides(&self, exercise: usize) -> Vec<(Sides, Vec<usize>)> {
        let Some(it) = self.session.exercises.get(exercise) else { return Vec::new() };
        let here = |set: &SetRecord| set.exercise == it.exercise && set.level == it.level;
        let sets: Vec<_> = self.session.sets.iter().enumerate().filter(|set| here(set.1)).collect();
        let sides = [Sides::Both, Sides::Left, Sides::Right].into_iter();
        sides
            .filter_map(|side| {
                let of = sets.iter().filter(|set| set.1.side == side).map(|set| set.0);
                let of: Vec<_> = of.collect();
                (!of.is_empty()).then_some((side, of))
            })
            .collect()
    }
}

/// The same answer again takes it back.
fn toggle<T: PartialEq>(told: &mut Option<T>, answer: T) {
    *told = if told.as_ref() == Some(&answer) { None } else { Some(answer) };
}

/// So much was done of a set: nothing at all means that it was left out.
fn tell(set: &mut SetRecord, amount: u32) {
    set.done = match set.done.count() {
        Some(_) => set.done.with_count(amount),
        None => set.done.with_time(Duration::from_secs(u64::from(amount))),
    };
    set.skipped = amount == 0;
}
