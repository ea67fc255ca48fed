//! The real program: in a window on a display that nobody sees, with a data folder of its own.
