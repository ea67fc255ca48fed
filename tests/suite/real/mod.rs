//! The real program: in a window on a display that nobody sees, with a data folder of its own, and
//! with a sound server that nobody hears.

mod bus;
mod display;
mod inspector;
mod null_sink;
mod onsets;
mod program;
mod stage;
mod window_acts;
mod mounts;
mod records;

mod faults_disk;
mod faults_power;
mod faults_sync;

mod editing;
mod no_network;
mod reminders;
mod report;
mod same_file;
mod sound;
mod window;
