//! The real program: in a window on a display that nobody sees, with a data folder of its own.

mod display;
mod inspector;
mod program;
mod window_acts;

mod no_network;
mod window;
