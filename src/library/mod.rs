//! What can be trained: exercises with their levels, and routines made of them.
//!
//! These are finished values: every id resolves, every number is in range. The file's shape and its
//! problems live in [`source`] and [`check`].

mod arrival;
mod article;
pub mod check;
mod checker;
mod every;
mod exercise;
mod filter;
mod keeper;
mod load;
mod parcel;
mod own;
mod routine;
mod search;
mod self_check;
mod shipped;
pub mod source;
mod timing;

use std::collections::{BTreeMap, BTreeSet};

pub use crate::figure::Muscle;
pub use arrival::{Arrival, Before, Incoming};
pub use article::{Article, ArticleFault, Link, Part, Section, link_targets};
pub use check::Problem;
pub use check::slug_of;
pub use checker::{Checked, Checker};
pub use exercise::{
    Alternative, Amount, Block, Cue, Dose, Equipment, Exercise, Group, Instead, Level, LevelSides,
    Name, Position, Screen, StopIf, fill_side,
};
pub use filter::{Filter, Thing};
pub use keeper::Keeper;
pub use load::Loaded;
pub use parcel::{Refused, packed, packed_names};
pub use routine::{
    Day, Item, ItemSides, Order, Prescribed, Priority, Routine, RoutineBlock, RoutineKind,
};
pub use search::{Hit, Index};
pub use self_check::{
    Asked, CheckOrder, CheckPart, CheckReading, CheckStep, CheckWord, Footwear, Gate, Helping,
    Lean, Method, ReadingOf, SelfCheck, Surface,
};
pub use timing::Timing;

/// A slug, `[a-z0-9-]{1,64}`: the name that files, journal and links use.
pub type Id = String;

/// Everything that can be trained, by id; iterates in the order of the programme.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Library {
    /// Exercises in programme order (domain.md 7.0), then the person's own by id.
    pub exercises: Vec<Exercise>,
    /// Routines in the order Today offers them, breaks last, then the person's own by id.
    pub routines: Vec<Routine>,
    /// Self-tests in the order in which they are shown, then the person's own by id.
    pub checks: Vec<SelfCheck>,
    /// Pages of knowledge in the order in which they are shown, then the person's own by name.
    pub articles: Vec<Article>,
    /// The lengths of the gaps between work.
    pub timing: Timing,
    /// Ids that a file in the data folder has replaced or added (shown with a badge).
    pub own: BTreeMap<Id, Own>,
    /// Self-tests that a file in the data folder has replaced or added: their ids are their own.
    pub own_checks: BTreeMap<Id, Own>,
    /// Pages that a file in the data folder has replaced or added, by name.
    pub own_articles: BTreeMap<Id, Own>,
    /// Ids whose file a newer version of the program wrote: used, but not edited.
    pub newer: BTreeSet<Id>,
}

/// What a person's file did to the library.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Own {
    /// It replaced a shipped one of the same id.
    Replaced,
    /// It is new.
    Added,
}

impl Library {
    /// The exercise of this id or alias.
    pub fn exercise(&self, id: &str) -> Option<&Exercise> {
        self.exercises.iter().find(|it| it.id == id || it.aliases.iter().any(|alias| alias == id))
    }

    /// The page of this name.
    pub fn article(&self, slug: &str) -> Option<&Article> {
        self.articles.iter().find(|it| it.slug == slug)
    }

    /// The self-test of this id.
    pub fn self_check(&self, id: &str) -> Option<&SelfCheck> {
        self.checks.iter().find(|it| it.id == id)
    }

    /// The text of a file that came with the program, by its name: `routines/a.ron`.
    pub fn shipped_file(name: &str) -> Option<&'static str> {
        shipped::text(name)
    }

    /// The routine of this id.
    pub fn routine(&self, id: &str) -> Option<&Routine> {
        self.routines.iter().find(|it| it.id == id)
    }
}
