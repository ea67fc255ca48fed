//! The screen: what a person sees, drawn from frozen values, answered with messages.
//!
//! **Invariants:** nothing here changes the domain; no colour, size or font is named outside
//! [`theme`]; no sentence is written here; nothing asks for a repaint on an idle screen.

pub mod screens;
pub mod theme;
pub mod widgets;
