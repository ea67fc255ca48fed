//! What is being trained now: a plan, a place in it, and what was done.
//!
//! **Invariants:** the session is told how much time has passed and never reads a clock; advancing
//! by *a* then *b* is the same as advancing by *a + b*; a finished session ignores every command.

mod build;
mod checking;
mod choice;
mod command;
mod cut;
mod engine;
mod event;
mod fact;
mod fit;
mod place;
mod plan;
mod replan;
pub mod score;
mod restore;
mod rewrite;
mod variant;
mod verbs;
mod view;
pub mod words;

pub use checking::{CheckPlan, Conditions, Read, Task, Told, UNSURE};
pub use command::{Command, HurtAnswer, HurtBand, HurtPlace, PauseReason};
pub use engine::Session;
pub use event::{At, Ending, Event};
pub use fact::{Fact, Hurt, SetResult};
pub use fit::{Trained, Wish, fit};
pub use plan::{
    Entry, Fitted, LeftOut, LeftOutReason, Less, Missing, Plan, PlanError, Step, StepKind, Work,
};
pub use replan::Splice;
pub use variant::{Replaces, Variant, Why};
pub use view::{Brief, Number, Phase, TempoView, View};

#[cfg(test)]
mod tests;
