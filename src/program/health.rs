//! What is known about a person's health: the screen before the first session, the signs that put the
//! programme on hold, where it hurts, and the groups for whom exercises change. All of it is a fold of
//! `health` records: an answer counts until a later one to the same question.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::places::Sore;
use crate::history::{Body, HealthScreen, Journal, PausedDays, Record};
use crate::library::Group;

macro_rules! answers {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $slug:literal,)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])* $variant,)+ }

        impl $name {
            /// All, in the order in which they are asked.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The id under which the answer is kept.
            pub const fn slug(self) -> &'static str {
                match self { $(Self::$variant => $slug,)+ }
            }

            /// The one of this id.
            pub fn of(slug: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|it| it.slug() == slug)
            }
        }
    };
}

answers! {
    /// A question of the screen before the first session; any "yes" asks for a professional first.
    Question {
        /// A heart condition, or advice to exercise only supervised.
        Heart = "heart",
        /// Chest pain at rest or on exertion.
        ChestPain = "chest-pain",
        /// Dizziness, loss of balance or of consciousness.
        Dizziness = "dizziness",
        /// A bone or joint problem that exercise makes worse.
        BoneOrJoint = "bone-or-joint",
        /// Medicine for blood pressure or the heart.
        Medication = "medication",
        /// Surgery of hip, knee or back in the past twelve months, or a hip replacement ever.
        Surgery = "surgery",
        /// Pregnant, or up to twelve weeks after birth.
        Pregnancy = "pregnant",
        /// Osteoporosis.
        Osteoporosis = "osteoporosis",
        /// A condition of the nerves, or numbness.
        Nerves = "nerves",
        /// An allergy to latex.
        Latex = "latex",
        /// Any other reason.
        Other = "other-reason",
    }
}

answers! {
    /// A sign that somebody has to look at; the first two tiers put the programme on hold.
    Sign {
        /// After a fall or blow: severe pain, or a leg that looks shorter, turned or misshapen.
        Injury = "injury",
        /// No weight on the leg, no walking, no moving the hip.
        NoWeight = "no-weight",
        /// Sudden severe hip pain, or sudden big worsening.
        SuddenPain = "sudden-pain",
        /// A hot, red or swollen hip with fever or feeling unwell.
        HotJoint = "hot-joint",
        /// New numbness between the legs, trouble with bladder or bowel, both legs weak or painful.
        Saddle = "saddle-numbness",
        /// A swollen, warm, painful calf or thigh with breathlessness or chest pain.
        Clot = "swollen-leg",
        /// Chest pain, fainting, or severe breathlessness during exercise.
        Chest = "chest-in-exercise",
        /// A pulsing lump in the groin, or severe belly or testicle pain with hip pain.
        PulsingLump = "pulsing-lump",
        /// Pain at night that wakes and no position eases, or constant pain.
        NightPain = "night-pain",
        /// Weight loss, night sweats or loss of appetite that nothing explains.
        WeightLoss = "weight-loss",
        /// A history of cancer.
        Cancer = "cancer",
        /// Past or current steroids, immune problems, a recent infection or injection.
        Infection = "infection-or-steroids",
        /// Known osteoporosis, or a fall in later life.
        FragileBone = "fragile-bone",
        /// Growing numbness, tingling or weakness of a leg.
        GrowingNumbness = "growing-numbness",
        /// A hip that locks, catches again and again, or gives way.
        Locking = "locking",
        /// A new limp.
        Limp = "new-limp",
        /// A new lump in the groin.
        Lump = "new-lump",
        /// New pelvic pain in pregnancy.
        PelvicPain = "pelvic-pain",
        /// Under sixteen.
        Child = "under-sixteen",
        /// Metalwork or a replacement in that hip.
        Metal = "metal-in-hip",
        /// Stiff for more than half an hour in the morning.
        StiffMorning = "stiff-morning",
        /// Pain at the outer hip when lying on it or standing on one leg.
        OuterHipLoaded = "outer-hip-loaded",
        /// Very mobile joints that have slipped out.
        SlippedJoints = "slipped-joints",
        /// Complaints that grow.
        Growing = "growing",
        /// They take something from the day: work, sleep, stairs, sport.
        Limiting = "limiting",
        /// An injury or something about the bone is suspected.
        Suspected = "suspected-injury",
        /// Not sure about technique or the next step.
        Unsure = "unsure",
    }
}

answers! {
    /// A part of what a person is asked before the first session.
    Part {
        /// The questions about health.
        Questions = "questions",
        /// Where it hurts, and what else there is to mind.
        Places = "places",
        /// The week, and what there is to train with.
        Week = "week",
    }
}

/// The id under which it is kept that a night was bad.
pub const NIGHT: &str = "slept-badly";

/// The id of the answer to "has anything changed?", which the list of signs gives too.
pub const CHANGED: &str = "changed";

/// How soon somebody has to look.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Tier {
    /// Now: the emergency number.
    Now,
    /// Within days; the programme stops meanwhile.
    Soon,
    /// A routine appointment.
    Routine,
}

impl Sign {
    /// How soon somebody has to look.
    pub const fn tier(self) -> Tier {
        match self {
            Self::Injury
            | Self::NoWeight
            | Self::SuddenPain
            | Self::HotJoint
            | Self::Saddle
            | Self::Clot
            | Self::Chest
            | Self::PulsingLump => Tier::Now,
            Self::NightPain
            | Self::WeightLoss
            | Self::Cancer
            | Self::Infection
            | Self::FragileBone
            | Self::GrowingNumbness
            | Self::Locking
            | Self::Limp
            | Self::Lump
            | Self::PelvicPain
            | Self::Child
            | Self::Metal => Tier::Soon,
            Self::StiffMorning
            | Self::OuterHipLoaded
            | Self::SlippedJoints
            | Self::Growing
            | Self::Limiting
            | Self::Suspected
            | Self::Unsure => Tier::Routine,
        }
    }

    /// Whether it puts the programme on hold.
    pub fn holds(self) -> bool {
        self.tier() != Tier::Routine
    }

    /// Those of a tier, in the order in which they are asked.
    pub fn of_tier(tier: Tier) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |it| it.tier() == tier)
    }
}

/// The groups, with the ids under which the answers are kept.
pub const GROUPS: [(Group, &str); 11] = [
    (Group::OuterHipPain, "outer-hip-pain"),
    (Group::GroinPain, "groin-pain"),
    (Group::HipReplacement, "hip-replacement"),
    (Group::Pregnancy, "pregnancy"),
    (Group::PelvicGirdlePain, "pelvic-girdle-pain"),
    (Group::Hypermobile, "hypermobile"),
    (Group::FallsRisk, "falls-risk"),
    (Group::KneePain, "knee-pain"),
    (Group::BackPain, "back-pain"),
    (Group::WristPain, "wrist-pain"),
    (Group::KneelingPain, "kneeling-pain"),
];

/// What is known about a person's health on a day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Health {
    /// The screen before the first session.
    pub screen: Screening,
    /// The answers to its questions, each as it was last given.
    pub answers: BTreeMap<Question, bool>,
    /// Signs that were told and not yet looked at, with the day of each.
    pub signs: BTreeMap<Sign, NaiveDate>,
    /// Groups for whom exercises change.
    pub groups: BTreeSet<Group>,
    /// Where it hurts.
    pub sore: BTreeSet<Sore>,
    /// When the screen was last answered.
    pub asked: Option<NaiveDate>,
    /// When it was last told where it hurts.
    pub placed: Option<NaiveDate>,
    /// When it was last told whether anything has changed.
    pub checked: Option<NaiveDate>,
    /// The days before which the night was told as bad.
    pub nights: BTreeSet<NaiveDate>,
    /// Parts that were passed over.
    pub skipped: BTreeSet<Part>,
    /// Past and present days on hold.
    pub held: Vec<PausedDays>,
}

/// How the screen before the first session stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Screening {
    /// Not answered, or not since a long gap.
    #[default]
    Open,
    /// Nothing said yes to.
    Clear,
    /// Something was: a professional who knows it has to say that exercise is safe.
    Yes(Vec<Question>),
    /// Something was, and a professional has said so, on this day.
    Cleared(NaiveDate),
}

/// Every question answered with no and everything else passed over: whoever has said this is asked
/// nothing more.
pub fn nothing_to_mind() -> HealthScreen {
    HealthScreen {
        answers: Question::ALL.iter().map(|it| (it.slug().to_owned(), false)).collect(),
        cleared: false,
        skipped: Part::ALL.iter().map(|it| it.slug().to_owned()).collect(),
    }
}

impl Health {
    /// What the journal's `health` records say up to and with a day.
    pub fn of(journal: &Journal, today: NaiveDate) -> Self {
        let mut records: Vec<_> = journal.records().filter(|it| it.date <= today).collect();
        records.sort_by_key(|it| (it.at, it.id));
        let mut health = Self::default();
        for record in records {
            if let Body::Health(screen) = said(record) {
                health.take(record.date, screen);
            }
        }
        if let Some(since) = health.held_since() {
            health.held.push(PausedDays { from: since, to: today });
        }
        health
    }

    fn take(&mut self, date: NaiveDate, screen: &HealthScreen) {
        let mut yes = Vec::new();
        let mut asked = false;
        for (id, answer) in &screen.answers {
            if let Some(question) = Question::of(id) {
                asked = true;
                self.answers.insert(question, *answer);
                yes.extend(answer.then_some(question));
            }
            if let Some(sore) = Sore::of(id) {
                self.placed = Some(date);
                put(&mut self.sore, sore, *answer);
            }
            if id == CHANGED {
                self.checked = Some(date);
            }
            if id == NIGHT {
                put(&mut self.nights, date, *answer);
            }
            if let Some(sign) = Sign::of(id).filter(|_| *answer) {
                self.signs.entry(sign).or_insert(date);
            }
            // One grows out of it, or it was told by mistake.
            if id == Sign::Child.slug() && !*answer {
                self.signs.remove(&Sign::Child);
            }
            if let Some((group, _)) = GROUPS.iter().find(|it| it.1 == id) {
                put(&mut self.groups, *group, *answer);
            }
        }
        if asked {
            self.asked = Some(date);
            self.screen = if yes.is_empty() { Screening::Clear } else { Screening::Yes(yes) };
        }
        self.skipped.extend(screen.skipped.iter().filter_map(|it| Part::of(it)));
        if screen.cleared {
            self.clear(date);
        }
    }

    /// "A professional who knows this has said I may exercise."
    fn clear(&mut self, date: NaiveDate) {
        if matches!(self.screen, Screening::Yes(_)) {
            self.screen = Screening::Cleared(date);
        }
        if let Some(since) = self.held_since() {
            self.held.push(PausedDays { from: since, to: date });
            self.signs.retain(|it, _| !it.holds());
        }
    }

    /// The first day of the hold that lasts.
    fn held_since(&self) -> Option<NaiveDate> {
        self.signs.iter().filter(|it| it.0.holds()).map(|it| *it.1).min()
    }

    /// The soonest of the signs that hold the programme.
    pub fn hold(&self) -> Option<(Sign, NaiveDate)> {
        let holding = self.signs.iter().filter(|it| it.0.holds());
        holding.map(|it| (*it.0, *it.1)).min_by_key(|it| (it.0.tier(), it.1))
    }

    /// Whether a part of what is asked before the first session was answered or passed over; what
    /// there is to train with is told elsewhere in the journal.
    pub fn has_met(&self, part: Part) -> bool {
        let answered = match part {
            Part::Questions => self.asked.is_some(),
            Part::Places => self.placed.is_some(),
            Part::Week => false,
        };
        answered || self.skipped.contains(&part)
    }
}

/// Puts something into a set, or takes it out.
fn put<T: Ord>(set: &mut BTreeSet<T>, it: T, belongs: bool) {
    if belongs {
        set.insert(it);
    } else {
        set.remove(&it);
    }
}

/// What a record says, also when it amends one.
pub(super) fn said(record: &Record) -> &Body {
    if let Body::Amend(it) = &record.body { &it.with } else { &record.body }
}
