//! The application as one state machine: a message and a moment in, effects out.
//!
//! ```text
//! person ─> ui ── Message ──> Coach::update ── Effect ──> shell ─> files · sound · desktop
//!           <── View ───────    │          <── Message (what came of it) ────────┘
//! ```
//!
//! **Invariants:** nothing here reads a clock, touches a disk or makes a sound; a command takes
//! effect at the moment at which it was given (ruling 2); what is drawn is a frozen [`View`].

mod action;
mod effect;
mod message;
mod screen;

pub use action::{Action, Key, Stroke};
pub use effect::{Effect, Performance, PlannedSound};
pub use message::{Doing, LeaveChoice, Message, OfferChoice, Trouble};
pub use screen::{
    Asks, Notice, Offer, Overlay, Place, Running, Saved, Screen, Sound, Speech, Summary,
    SummaryRow, SummarySide, Today, View,
};
