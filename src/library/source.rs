//! The shape of the library files, with the place of every value.
