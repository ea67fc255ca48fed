//! What is said of movement breaks: the reminder itself, its settings, who waits with it.

use fluent::FluentArgs;

use super::Text;
use super::sentence::sentences;
use crate::program::{Habit, Offer};

sentences! {
    /// A sentence about movement breaks and what it speaks of.
    #[expect(missing_docs, reason = "the sentence in en.ftl says what each is")]
    pub enum ReminderSentence:
    // The reminder.
    "reminder-title" Title,
    "reminder-offer" Offer { name: &'a str, minutes: u32 },
    "reminder-offer-none" OfferNone,
    "reminder-start" Start,
    "reminder-snooze" Snooze { minutes: u8 },
    "reminder-skip" Skip,
    "reminder-stood" Stood,
    "reminder-stood-name" StoodName,
    "reminder-not-today" NotToday,
    "habit-vary" HabitVary,
    "habit-crossed" HabitCrossed,
    "habit-knees" HabitKnees,
    "habit-seat" HabitSeat,
    "habit-feet" HabitFeet,
    "habit-pockets" HabitPockets,
    "habit-both-legs" HabitBothLegs,
    "habit-kneecaps" HabitKneecaps,

    // The settings.
    "settings-breaks" Settings,
    "settings-breaks-about" SettingsAbout,
    "settings-breaks-on" SettingsOn,
    "settings-breaks-every" SettingsEvery,
    "settings-breaks-minutes" SettingsMinutes { minutes: u8 },
    "settings-breaks-from" SettingsFrom,
    "settings-breaks-to" SettingsTo,
    "settings-breaks-days" SettingsDays,
    "settings-breaks-day" SettingsDay { day: u32 },
    "settings-breaks-snooze" SettingsSnooze,
    "settings-breaks-login" SettingsLogin,
    "settings-breaks-login-on" SettingsLoginOn { path: &'a str },
    "settings-breaks-login-off" SettingsLoginOff { path: &'a str },
    "settings-breaks-login-none" SettingsLoginNone,
    "settings-breaks-now" SettingsNow,
    "settings-breaks-wait" SettingsWait,
    "settings-breaks-next-today" SettingsNextToday { time: &'a str },
    "settings-breaks-next" SettingsNext { date: &'a str, time: &'a str },
    "settings-breaks-next-none" SettingsNextNone,
    "settings-breaks-nobody" SettingsNobody,
    "settings-breaks-off" SettingsOff,

    // Today.
    "today-breaks-done" TodayDone { count: usize, time: &'a str },
    "today-breaks-stood" TodayStood,
    "today-breaks-quiet" TodayQuiet,

    // The command, and the login.
    "wait-held" WaitHeld { process: u32 },
    "wait-held-unknown" WaitHeldUnknown,
    "wait-off" WaitOff,
    "wait-window" WaitWindow { why: &'a str },
    "wait-no-start" WaitNoStart { why: &'a str },
    "wait-nothing" WaitNothing,
    "login-name" LoginName,
    "login-about" LoginAbout,
    "failed-reminders" Failed { why: &'a str },

    // How things are on this computer.
    "doctor-reminders" Doctor,
    "doctor-reminders-off" DoctorOff,
    "doctor-reminders-waits" DoctorWaits { process: u32, next: &'a str },
    "doctor-reminders-nobody" DoctorNobody,
    "doctor-reminders-shown" DoctorShown,
    "doctor-reminders-login" DoctorLogin,
    "doctor-reminders-front" DoctorFront,
    "doctor-reminders-buttons" DoctorButtons,
    "doctor-reminders-window" DoctorWindow { why: &'a str },
    "front-nothing" FrontNothing,
    "front-full" FrontFull,
    "front-awake" FrontAwake,
    "front-unknown" FrontUnknown,
}

/// A reminder in the person's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// That it is time.
    pub title: String,
    /// The break: its name and length.
    pub offer: String,
    /// A sentence about it; empty when there is none.
    pub about: String,
    /// The habit.
    pub habit: String,
}

impl Text {
    /// A sentence about movement breaks.
    pub fn remind(&self, sentence: ReminderSentence<'_>) -> String {
        self.format(sentence.id(), &sentence.args())
    }

    /// A reminder.
    pub fn reminder(&self, offer: &Offer) -> Reminder {
        let choice = offer.choice.as_ref();
        let named =
            choice.map(|it| ReminderSentence::Offer { name: &it.name, minutes: it.minutes });
        Reminder {
            title: self.remind(ReminderSentence::Title),
            offer: self.remind(named.unwrap_or(ReminderSentence::OfferNone)),
            about: choice.map(|it| it.about.clone()).unwrap_or_default(),
            habit: self.habit(offer.habit),
        }
    }

    /// What is said of a habit.
    pub fn habit(&self, habit: Habit) -> String {
        self.remind(match habit {
            Habit::Vary => ReminderSentence::HabitVary,
            Habit::Crossed => ReminderSentence::HabitCrossed,
            Habit::Knees => ReminderSentence::HabitKnees,
            Habit::Seat => ReminderSentence::HabitSeat,
            Habit::Feet => ReminderSentence::HabitFeet,
            Habit::Pockets => ReminderSentence::HabitPockets,
            Habit::BothLegs => ReminderSentence::HabitBothLegs,
            Habit::Kneecaps => ReminderSentence::HabitKneecaps,
        })
    }
}
