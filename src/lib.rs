#![doc = include_str!("ARCHITECTURE.md")]

// Domain: values and rules. No clock, no disk, no sound, no screen, no chance.
pub mod units;
pub mod ron;
pub mod measure;
pub mod figure;
pub mod library;
pub mod session;
pub mod editing;
pub mod history;
pub mod program;
pub mod settings;
pub mod text;
pub mod report;

// Application: one pure state machine over the domain.
pub mod coach;

// Edges: each knows one outside thing.
pub mod clock;
pub mod files;
pub mod sound;
pub mod desktop;
pub mod ui;

// Where the edges meet.
pub mod shell;
pub mod cli;
