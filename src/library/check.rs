//! From a file to a [`super::Library`], with every problem found on the way.
