//! The whole application, from the keyboard and the mouse to the journal on the disk.

mod checks;
mod keyboard;
mod library;
mod measure;
mod outlines;
mod progress;
mod reminders;
mod stage;
mod story;
mod same_file;
