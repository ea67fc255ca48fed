//! What screens are made of. Each widget takes its place, paints itself in the theme, tells a screen
//! reader what it is, and can be reached and used with the keyboard alone.
