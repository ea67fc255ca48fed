//! Transcripts: what the coach is told, and exactly what it asks for.

mod described;
mod sample;
mod script;
mod stage;

mod editor;
mod flow;
mod goniometer;
mod keys;
mod leaving;
mod library;
mod person;
mod summary;
mod trouble;
mod weeks;
