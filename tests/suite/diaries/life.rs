//! A simulated life with the programme: days pass, sessions are done or not, pain is told, proposals
//! are answered; and the diary that a physiotherapist could read.

mod doing;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::time::Duration;

use chrono::{DateTime, Datelike as _, Days, FixedOffset, NaiveDate, Weekday};
use evenhold::history::{
    Answer, Band, Body, Check, Decision, DeviceId, ExerciseRecord, Form, HealthScreen, HurtRecord,
    Journal, Morning, MorningAnswer, Origin, PainAround, PlannedDose, Pull, Reading, Record,
    RecordId, Rir, SessionRecord, SetRecord, Speed, Things,
};
use evenhold::library::{Amount, Library};
use evenhold::program::{
    Course, GROUPS, Grounds, Kind, NIGHT, Owned, Proposal, Question, Rules, Sore, Wanted,
    groups_of, next, tailor, variants,
};
use evenhold::session::{Command, Ending, HurtBand, LeftOutReason, Missing, Plan, Session, Why};
use evenhold::text::{Proposed, Text};
use evenhold::units::{Now, Pain, Sides, Tick};

use doing::{exercise, key, sentence};

/// How a person did an exercise.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reply {
    /// Clean reps left; `None` was not answered.
    pub(super) left: Option<u8>,
    /// How it looked.
    pub(super) form: Option<Form>,
    /// Pain told.
    pub(super) pain: Option<u8>,
    /// Reps or seconds short, each set of both sides.
    pub(super) short: u32,
    /// The same on the right side alone.
    pub(super) short_right: u32,
}

impl Reply {
    /// Clean, with reps to spare, and nothing hurt.
    pub(super) const STEADY: Self =
        Self { left: Some(3), form: Some(Form::Clean), pain: None, short: 0, short_right: 0 };
}

/// What happens to a person.
pub(super) struct Life {
    pub(super) library: Library,
    pub(super) rules: Rules,
    pub(super) journal: Journal,
    pub(super) owned: Owned,
    pub(super) today: NaiveDate,
    /// Pain before and after each session.
    pub(super) around: (Option<u8>, Option<u8>),
    /// Proposals and how they were answered, by day, for the laws.
    pub(super) seen: Vec<(NaiveDate, Proposal, Option<Answer>)>,
    start: NaiveDate,
    ids: u128,
    notes: Vec<(NaiveDate, String)>,
    told: BTreeSet<String>,
    text: Text,
}

impl Life {
    /// A life that begins on a Monday, with the health questions answered: nothing to say.
    pub(super) fn new() -> Self {
        let mut life = Self::unscreened();
        life.answer_health(&[]);
        life
    }

    /// The same with the questions unanswered.
    pub(super) fn unscreened() -> Self {
        let start = NaiveDate::from_ymd_opt(2031, 1, 6).expect("a Monday");
        Self {
            library: Library::shipped(),
            rules: Rules::shipped(),
            journal: Journal::new(),
            owned: Owned::default(),
            today: start,
            around: (None, None),
            seen: Vec::new(),
            start,
            ids: 0,
            notes: Vec::new(),
            told: BTreeSet::new(),
            text: Text::english(),
        }
    }

    /// Everything the programme looks at.
    pub(super) fn grounds(&self) -> Grounds<'_> {
        Grounds {
            library: &self.library,
            rules: &self.rules,
            journal: &self.journal,
            owned: &self.owned,
            today: self.today,
            week_starts: Weekday::Mon,
        }
    }

    pub(super) fn course(&self) -> Course {
        Course::of(&self.grounds())
    }

    /// Answers every health question with no, but these with yes, and says these groups.
    pub(super) fn answer_health(&mut self, yes: &[&str]) {
        let questions = Question::ALL.iter().map(|it| it.slug());
        let mut answers: Vec<_> = questions.map(|it| (it.to_owned(), yes.contains(&it))).collect();
        for it in yes.iter().filter(|it| Question::of(it).is_none()) {
            answers.push(((*it).to_owned(), true));
        }
        self.add(Body::Health(HealthScreen { answers, ..HealthScreen::default() }), 7);
    }

    /// Says where it hurts, as the body map keeps it: every place and every group.
    pub(super) fn tell_places(&mut self, places: &[&str]) {
        let sore = places.iter().filter_map(|it| Sore::of(it)).collect();
        let groups = groups_of(&sore);
        let places = Sore::all().map(|it| (it.id(), sore.contains(&it)));
        let groups = GROUPS.iter().map(|it| (it.1.to_owned(), groups.contains(&it.0)));
        let answers = places.chain(groups).collect();
        self.add(Body::Health(HealthScreen { answers, ..HealthScreen::default() }), 7);
    }

    /// Says that the night was bad.
    pub(super) fn sleep_badly(&mut self) {
        let answers = vec![(NIGHT.to_owned(), true)];
        self.add(Body::Health(HealthScreen { answers, ..HealthScreen::default() }), 7);
        self.notes.push((self.today, "Told: I slept badly".to_owned()));
    }

    /// Says what there is to train with, beside a light band.
    pub(super) fn own(&mut self, others: &[&str], weights: &[u32]) {
        let bands = vec![Band { pull: Pull::Light, colour: "yellow".to_owned() }];
        let others = others.iter().map(|it| (*it).to_owned()).collect();
        self.add(Body::Things(Things { bands, others, weights: weights.to_vec() }), 7);
        self.owned = Owned::of(&self.journal, self.today);
    }

    /// Rates activities, 0-10.
    pub(super) fn rate(&mut self, ratings: &[(&str, u8)]) {
        let readings =
            ratings.iter().map(|(what, it)| Reading::value(what, Sides::Both, i32::from(*it) * 10));
        let check =
            Check { of: "function".to_owned(), readings: readings.collect(), ..Check::default() };
        self.add(Body::Check(check), 8);
    }

    /// Whether a session is proposed today.
    pub(super) fn session(&mut self) -> Option<String> {
        let proposals = self.look();
        let session = proposals.into_iter().find(|it| it.kind() == Kind::Session)?;
        Some(session.subject)
    }

    /// Looks at Today: what is said for the first time goes into the diary.
    pub(super) fn look(&mut self) -> Vec<Proposal> {
        let next = next(&self.course(), &self.grounds());
        for it in &next.proposals {
            self.seen.push((self.today, it.clone(), None));
            let is_told = match it.kind() {
                Kind::Professional | Kind::Check | Kind::Lighter | Kind::Keep => {
                    !["morning", "gap"].contains(&it.subject.as_str()) && it.rule() != "easy-week"
                }
                Kind::Stretch => !self.told.contains("stretch"),
                // A and B in turn is the rule; what else leads to a session is told once.
                Kind::Session => it.rule() != "alternate" && !self.told.contains(&it.rule()),
                Kind::Rest | Kind::OwnTraining | Kind::Level => false,
            };
            if is_told && self.told.insert(key(it)) {
                self.told.extend((it.kind() == Kind::Stretch).then(|| "stretch".to_owned()));
                self.told.insert(it.rule());
                self.say(it, "Says");
            }
        }
        next.proposals
    }

    /// Does a routine today.
    pub(super) fn train(&mut self, routine: &str, reply: impl Fn(&str, u8) -> Reply) -> RecordId {
        self.train_changed(routine, |_| None, reply)
    }

    /// Does a routine today, taking another form of some exercises as soon as they begin.
    pub(super) fn train_changed(
        &mut self,
        routine: &str,
        change: impl Fn(&str) -> Option<Why>,
        reply: impl Fn(&str, u8) -> Reply,
    ) -> RecordId {
        let routine = self.library.routine(routine).expect("a routine").clone();
        let tailored = tailor(&routine, &self.course(), Wanted::Proposed, &self.grounds());
        for it in &tailored.left_out {
            let why = self.text.left_out(it);
            let is_news = it.reason != LeftOutReason::Enough && self.told.insert(why.clone());
            if is_news {
                self.notes.push((self.today, format!("Left out: {why}")));
            }
        }
        let plan = Plan::new(&tailored.routine, &self.library, Missing::default());
        let plan = self.changed(plan.expect("something is left to do"), change);
        let record = self.record(&plan, reply);
        self.add(record.into_body(), 18)
    }

    /// The plan as it is after a session in which another form of some exercises was taken.
    fn changed(&mut self, plan: Plan, change: impl Fn(&str) -> Option<Why>) -> Plan {
        let mut session = Session::new(plan);
        session.apply(Command::Start);
        for at in 0..session.plan().entries.len() {
            let Some(why) = session.plan().entries.get(at).and_then(|it| change(&it.exercise))
            else {
                continue;
            };
            let forms =
                variants(session.plan(), at, Missing::default(), (&self.course(), &self.grounds()));
            let Some(form) = forms.of(why).cloned() else { continue };
            let step = session.plan().steps.iter().position(|it| it.entry == at);
            session.apply(Command::Jump(step.expect("it has a step")));
            session.replan(at, &form);
            let from = session.plan().entries.get(at).map(|it| it.name.short.clone());
            let (from, to) = (from.unwrap_or_default(), form.entry.name.short);
            let level = form.entry.level;
            let said = match why {
                Why::Easier => format!("Taken easier: {from}, level {level}"),
                Why::Harder => format!("Taken harder: {from}, level {level}"),
                Why::Other => format!("Swapped: {from} for {to}, level {level}"),
            };
            self.notes.push((self.today, said));
        }
        session.plan().clone()
    }

    /// Answers all changes that are proposed now.
    pub(super) fn answer(&mut self, answer: Answer) {
        let next = next(&self.course(), &self.grounds());
        let changes = next.proposals.into_iter().filter(|it| {
            let asks = matches!(it.kind(), Kind::Level | Kind::Keep);
            asks || it.subject == "easy-week" && !matches!(it.rule().as_str(), "easy-week")
        });
        for proposal in changes.collect::<Vec<_>>() {
            self.seen.push((self.today, proposal.clone(), Some(answer)));
            self.add(Body::Decision(Decision { proposal: proposal.to_value(), answer }), 19);
        }
    }

    /// The morning after a session, on the day it is.
    pub(super) fn morning(&mut self, of: RecordId, answer: MorningAnswer) {
        self.add(Body::Morning(Morning { of, answer, pain: None, late: false }), 8);
    }

    /// To the next day.
    pub(super) fn sleep(&mut self, days: u64) {
        self.today = self.today.checked_add_days(Days::new(days)).expect("a day");
    }

    /// Weeks since the start, from 1.
    pub(super) fn week(&self) -> i64 {
        (self.today - self.start).num_days() / 7 + 1
    }

    pub(super) fn add(&mut self, body: Body, hour: u32) -> RecordId {
        self.ids += 1;
        let id = RecordId::from_u128(0x0196_0000_0000_7000_8000_0000_0000_0000 + self.ids);
        let minute = self.ids % 60;
        let wall = format!("{}T{hour:02}:{minute:02}:00+00:00", self.today);
        let wall = DateTime::parse_from_rfc3339(&wall).expect("a moment");
        let tick = Tick { mono: Duration::ZERO, boot: Duration::ZERO, wall };
        let now = Now { tick, zone: "UTC".to_owned() };
        self.journal.add(Record::new(id, DeviceId::new("desk"), &now, body));
        id
    }

    fn record(&self, plan: &Plan, reply: impl Fn(&str, u8) -> Reply) -> SessionRecord {
        let started = DateTime::parse_from_rfc3339(&format!("{}T18:00:00+00:00", self.today));
        let started: DateTime<FixedOffset> = started.expect("a moment");
        let mut record = SessionRecord {
            routine: plan.routine.clone(),
            name: plan.name.long.clone(),
            purpose: plan.kind,
            prescribed: plan.prescribed,
            started,
            ended: started,
            active: plan.length(),
            paused: Duration::ZERO,
            ending: Ending::Completed,
            exercises: Vec::new(),
            sets: Vec::new(),
            pain: PainAround {
                before: self.around.0.and_then(Pain::new),
                after: self.around.1.and_then(Pain::new),
            },
            hurts: Vec::new(),
            note: String::new(),
            speed: Speed::REAL,
            count: false,
            origin: Origin::Led,
            app: "0.1.0".to_owned(),
        };
        for at in 0..plan.entries.len() {
            exercise(&mut record, plan, at, &reply);
        }
        record
    }

    fn say(&mut self, proposal: &Proposal, head: &str) {
        let said = self.text.proposed(proposal, &self.library);
        self.notes.push((self.today, format!("{head}: {}", sentence(&said))));
    }

    /// The diary: week by week what was done, what changed and why, and where everything stands.
    pub(super) fn diary(&self) -> String {
        let course = self.course();
        let mut lines = String::new();
        let weeks = (self.today - self.start).num_days() / 7 + 1;
        for week in 0..weeks {
            let from = self.start.checked_add_days(Days::new(week as u64 * 7)).expect("a day");
            let until = from.checked_add_days(Days::new(7)).expect("a day");
            let within = |it: NaiveDate| from <= it && it < until;
            let done: Vec<_> = course
                .sessions
                .iter()
                .filter(|it| within(it.date))
                .map(|it| {
                    let pain = it.worst.filter(|it| it.get() > 0);
                    let pain = pain.map_or(String::new(), |it| format!(" (pain {it})"));
                    format!("{} {}{pain}", it.date.weekday(), it.routine)
                })
                .collect();
            let done = if done.is_empty() { "nothing".to_owned() } else { done.join(", ") };
            writeln!(lines, "Week {}: {done}", week + 1).expect("a line");
            let reps: BTreeSet<_> = course
                .log
                .iter()
                .filter(|it| within(it.date) && it.proposal.rule() == "reps-up")
                .map(|it| self.text.proposed(&it.proposal, &self.library).what)
                .collect();
            if !reps.is_empty() {
                let reps = reps.into_iter().map(|it| it.replace(" next time", ""));
                let reps = reps.collect::<Vec<_>>().join(", ");
                writeln!(lines, "  More inside the range: {reps}").expect("a line");
            }
            let told = course.log.iter().filter(|it| it.proposal.rule() != "reps-up");
            for change in told.filter(|it| within(it.date)) {
                let said = self.text.proposed(&change.proposal, &self.library);
                let head = match change.answer {
                    None => "At once",
                    Some(Answer::Accepted) => "Accepted",
                    Some(Answer::Later) => "Later",
                    Some(Answer::Declined) => "Declined",
                };
                let day = change.date.weekday();
                writeln!(lines, "  {day} {head}: {}", sentence(&said)).expect("a line");
            }
            for (date, note) in self.notes.iter().filter(|it| within(it.0)) {
                writeln!(lines, "  {} {note}", date.weekday()).expect("a line");
            }
        }
        writeln!(lines, "In the end:").expect("a line");
        for exercise in &self.library.exercises {
            let Some(track) = course.tracks.get(&exercise.id) else { continue };
            if track.last.is_some() {
                let it = track.standing;
                let extra = it.extra.map_or(String::new(), |it| format!(", one more {it}"));
                let (name, amount) = (&exercise.name.short, self.text.amount(it.amount));
                let weight = it.weight.map(|it| format!(", {}", self.text.weight(it)));
                let weight = weight.unwrap_or_default();
                let dose = format!("{} × {amount}{extra}{weight}", it.sets);
                writeln!(lines, "  {name}: level {}, {dose}", it.level).expect("a line");
            }
        }
        lines
    }
}
