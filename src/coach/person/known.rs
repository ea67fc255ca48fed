//! What is known about a person now, each with the day on which it was told.

use chrono::NaiveDate;

use crate::history::{IfThen, Things};
use crate::program::{Course, Function, Grounds, Health, Owned, function};

/// What is known about a person.
#[derive(Debug, Clone, PartialEq)]
pub struct Known {
    /// Health, signs, groups, where it hurts.
    pub health: Health,
    /// What there is to train with, and when it was told.
    pub things: Option<(NaiveDate, Things)>,
    /// What the programme takes to be there.
    pub owned: Owned,
    /// When and where the person means to train, and since when.
    pub plan: Option<(NaiveDate, IfThen)>,
    /// The last rating of the activities.
    pub function: Option<Function>,
}

impl Known {
    /// What is known on a day.
    pub(in crate::coach) fn of(course: &Course, grounds: &Grounds<'_>) -> Self {
        let (journal, today) = (grounds.journal, grounds.today);
        Self {
            health: course.health.clone(),
            things: journal.things(today).map(|it| (it.0, it.1.clone())),
            owned: grounds.owned.clone(),
            plan: journal.if_then(today).map(|it| (it.0, it.1.clone())),
            function: function(grounds).pop(),
        }
    }
}
