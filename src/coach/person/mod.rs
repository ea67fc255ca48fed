//! What a person tells of themselves: health, where it hurts, the week, what there is to train with,
//! signs that somebody has to look at, what they can do in a day; and the page that closes a week.
//!
//! Triggered by: the first start, Start before the health questions are answered, and buttons on
//! Today, in the settings, in a session and on the page about professionals. A page is left by its own
//! doors; what it is told becomes records, each with its day, and nothing is kept of one that was left.

mod keep;
mod known;
mod open;
mod week;

use std::collections::{BTreeMap, BTreeSet};

pub use known::Known;
pub use week::{Sunday, WeekPain};

use super::{Coach, Effect};
use crate::history::{IfThen, Things};
use crate::library::Group;
use crate::program::{GROUPS, PLACE_GROUPS, Part, Question, Sign, Sore};
use crate::units::{Now, Pain};

/// So many activities are rated.
pub const ACTIVITIES: usize = 3;
/// A name or a phrase of a person is no longer.
const LONGEST: usize = 60;
/// So many bands can be put in order.
const MOST_BANDS: usize = 8;

/// One of the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PersonPage {
    /// The questions before the first session.
    Questions,
    /// Where it hurts, and what else there is to mind.
    Places,
    /// How often, when and where; in the welcome also what there is to train with.
    Week,
    /// What there is to train with.
    Things,
    /// "Something is new or worse."
    Signs,
    /// What the person can do in a day.
    Function,
    /// The week that ends, and the next.
    Sunday,
}

impl PersonPage {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Questions,
        Self::Places,
        Self::Week,
        Self::Things,
        Self::Signs,
        Self::Function,
        Self::Sunday,
    ];

    /// Its name where it is pointed at.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Questions => "questions",
            Self::Places => "places",
            Self::Week => "week",
            Self::Things => "things",
            Self::Signs => "signs",
            Self::Function => "function",
            Self::Sunday => "sunday",
        }
    }
}

/// The steps of the welcome, with the part that each answers.
pub const STEPS: [(PersonPage, Part); 3] = [
    (PersonPage::Questions, Part::Questions),
    (PersonPage::Places, Part::Places),
    (PersonPage::Week, Part::Week),
];

/// From where a page was opened, and so where it leads back to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Origin {
    /// The first start.
    Welcome,
    /// Start, before the health questions were answered.
    Start,
    /// Today.
    Today,
    /// Progress.
    Progress,
    /// The library.
    Library,
    /// The settings.
    Settings,
    /// A session, which waits.
    Session,
}

/// What a page knows: what was told before, with what is being changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    /// The page.
    pub page: PersonPage,
    /// Where it leads back to.
    pub origin: Origin,
    /// Counts the pages, so that each is shown from its beginning.
    pub visit: u64,
    /// The health questions that are answered.
    pub answers: BTreeMap<Question, bool>,
    /// Whether the person is under sixteen.
    pub child: Option<bool>,
    /// Whether a professional who knows this has said that they may exercise.
    pub cleared: bool,
    /// Where it hurts.
    pub sore: BTreeSet<Sore>,
    /// What else there is to mind.
    pub groups: BTreeSet<Group>,
    /// Days a week.
    pub target: u8,
    /// When and where.
    pub plan: IfThen,
    /// What there is to train with.
    pub things: Things,
    /// The signs that are ticked.
    pub signs: BTreeSet<Sign>,
    /// The activities, each with its rating.
    pub activities: Vec<(String, Option<Pain>)>,
    /// How sure they are to reach next week's target.
    pub sure: Option<Pain>,
    /// The week that is looked at.
    pub week: Option<Box<Sunday>>,
    /// Whether the person has a band for the first time, so that its card is shown.
    pub first_band: bool,
}

/// What a person does on these pages, or to open one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HealthMessage {
    /// Opens a page.
    Open(PersonPage),
    /// Nothing has changed: the answer on Today, without a page.
    Unchanged,
    /// The last night was bad, or was not after all.
    Night(bool),
    /// The answer to a question.
    Answer(Question, bool),
    /// No to all questions.
    NoToAll,
    /// Whether the person is under sixteen.
    Child(bool),
    /// A professional has said that they may exercise; the same again takes it back.
    Cleared,
    /// It hurts here, or no longer.
    Sore(Sore),
    /// This is to be minded, or no longer.
    Group(Group),
    /// Days a week.
    Target(u8),
    /// When and where, as it now reads.
    Plan(IfThen),
    /// What there is to train with, as it now is.
    Things(Things),
    /// This sign is there, or not after all.
    Sign(Sign),
    /// The name of an activity as it now reads.
    Activity {
        /// Which.
        at: usize,
        /// Its name.
        name: String,
    },
    /// How well an activity goes; the same answer again takes it back.
    Rate {
        /// Which.
        at: usize,
        /// 0 to 10.
        rating: Pain,
    },
    /// How sure they are to reach the target; the same answer again takes it back.
    Sure(Pain),
    /// What is told holds: on to the next step, or back to where the page was opened.
    Next,
    /// Without keeping anything: to the step before, or back to where the page was opened.
    Back,
    /// This step is passed over.
    Skip,
}

impl Person {
    /// Whether every question is answered.
    pub fn is_answered(&self) -> bool {
        let all = Question::ALL.iter().all(|it| self.answers.contains_key(it));
        all && self.child.is_some()
    }

    /// Whether a question was answered with yes.
    pub fn has_yes(&self) -> bool {
        self.answers.values().any(|it| *it)
    }

    /// Whether what is told can be kept.
    pub fn can_go_on(&self) -> bool {
        match self.page {
            PersonPage::Questions => self.is_answered(),
            PersonPage::Function => self.rated().next().is_some(),
            PersonPage::Places
            | PersonPage::Week
            | PersonPage::Things
            | PersonPage::Signs
            | PersonPage::Sunday => true,
        }
    }

    /// The activities that have both a name and a rating.
    pub fn rated(&self) -> impl Iterator<Item = (&str, Pain)> {
        let named = self.activities.iter().map(|it| (it.0.trim(), it.1));
        named.filter(|it| !it.0.is_empty()).filter_map(|it| Some((it.0, it.1?)))
    }

    /// The step of the welcome, from 0; nothing on a page that was opened by itself.
    pub fn step(&self) -> Option<usize> {
        let is_welcome = self.origin == Origin::Welcome;
        is_welcome.then(|| STEPS.iter().position(|it| it.0 == self.page)).flatten()
    }

    /// The groups to which the person then belongs.
    pub fn all_groups(&self) -> BTreeSet<Group> {
        let mut groups = crate::program::groups_of(&self.sore);
        groups.extend(&self.groups);
        groups
    }

    /// Groups that are asked about beside the body map.
    pub fn other_groups() -> impl Iterator<Item = Group> {
        GROUPS.into_iter().map(|it| it.0).filter(|it| !PLACE_GROUPS.contains(it))
    }

    /// Takes in a change; nothing is kept by it.
    fn change(&mut self, message: HealthMessage) {
        match message {
            HealthMessage::Answer(question, answer) => self.answer(question, answer),
            HealthMessage::NoToAll => {
                for question in Question::ALL {
                    self.answer(*question, false);
                }
                self.child = Some(false);
            }
            HealthMessage::Child(it) => self.child = Some(it),
            HealthMessage::Cleared => self.cleared = !self.cleared,
            HealthMessage::Sore(it) => toggle(&mut self.sore, it),
            HealthMessage::Group(it) => toggle(&mut self.groups, it),
            HealthMessage::Target(it) => self.target = it.clamp(1, 7),
            HealthMessage::Plan(it) => self.plan = short(it),
            HealthMessage::Things(it) => self.own(it),
            HealthMessage::Sign(it) => toggle(&mut self.signs, it),
            HealthMessage::Activity { at, name } => {
                if let Some(activity) = self.activities.get_mut(at) {
                    activity.0 = cut(&name);
                }
            }
            HealthMessage::Rate { at, rating } => {
                if let Some(activity) = self.activities.get_mut(at) {
                    activity.1 = Some(rating).filter(|_| activity.1 != Some(rating));
                }
            }
            HealthMessage::Sure(it) => self.sure = Some(it).filter(|_| self.sure != Some(it)),
            HealthMessage::Open(_)
            | HealthMessage::Unchanged
            | HealthMessage::Night(_)
            | HealthMessage::Next
            | HealthMessage::Back
            | HealthMessage::Skip => {}
        }
    }

    fn answer(&mut self, question: Question, answer: bool) {
        self.answers.insert(question, answer);
        // A yes to one and the group of the other are the same thing.
        if question == Question::Pregnancy {
            if answer {
                self.groups.insert(Group::Pregnancy);
            } else {
                self.groups.remove(&Group::Pregnancy);
            }
        }
        self.cleared &= self.has_yes();
    }

    fn own(&mut self, things: Things) {
        let mut things = things;
        things.bands.truncate(MOST_BANDS);
        for band in &mut things.bands {
            band.colour = cut(&band.colour);
        }
        self.things = things;
    }
}

/// How often a person was asked in this run.
#[derive(Debug, Default)]
pub(super) struct Asking {
    /// Whether a person who is new here was.
    pub(super) welcomed: bool,
    /// Counts the pages.
    pub(super) visits: u64,
}

fn toggle<T: Ord>(set: &mut BTreeSet<T>, it: T) {
    if !set.remove(&it) {
        set.insert(it);
    }
}

fn short(plan: IfThen) -> IfThen {
    let IfThen { after, place, barrier, .. } = &plan;
    let [after, place, barrier] = [after, place, barrier].map(|it| cut(it));
    IfThen { after, place, barrier, ..plan }
}

fn cut(words: &str) -> String {
    words.chars().take(LONGEST).collect()
}

impl Coach {
    pub(super) fn take_in_health(
        &mut self,
        message: HealthMessage,
        now: &Now,
        effects: &mut Vec<Effect>,
    ) {
        match message {
            HealthMessage::Open(page) => self.open_person(page, now, effects),
            HealthMessage::Unchanged => effects.push(keep::unchanged(now)),
            HealthMessage::Night(bad) => effects.push(keep::night(bad, now)),
            HealthMessage::Next => self.person_goes_on(now, effects),
            HealthMessage::Back => self.person_goes_back(now, effects),
            HealthMessage::Skip => self.person_skips(now, effects),
            HealthMessage::Answer(..)
            | HealthMessage::NoToAll
            | HealthMessage::Child(_)
            | HealthMessage::Cleared
            | HealthMessage::Sore(_)
            | HealthMessage::Group(_)
            | HealthMessage::Target(_)
            | HealthMessage::Plan(_)
            | HealthMessage::Things(_)
            | HealthMessage::Sign(_)
            | HealthMessage::Activity { .. }
            | HealthMessage::Rate { .. }
            | HealthMessage::Sure(_) => {
                if let super::Screen::Person(person) = &mut self.screen {
                    person.change(message);
                }
            }
        }
    }
}
