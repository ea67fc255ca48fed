//! Transcripts: what the coach is told, and exactly what it asks for.

mod described;
mod sample;
mod script;
mod stage;

mod editor;
mod first_choice;
mod flow;
mod goniometer;
mod hurt;
mod forms;
mod keys;
mod leaving;
mod library;
mod own;
mod own_outer;
mod reminders;
mod outer;
mod share;
mod person;
mod summary;
mod trouble;
mod weeks;
