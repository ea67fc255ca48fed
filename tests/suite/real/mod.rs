//! The real program: in a window on a display that nobody sees, with a data folder of its own, and
//! with a sound server that nobody hears.

mod null_sink;
mod onsets;
mod stage;

mod sound;
