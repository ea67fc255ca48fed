//! An angle on a picture: three marks, the vertical or a marked level line, and what they say.
//!
//! Nothing here trusts the left and the right of a picture, which selfie cameras exchange: a third
//! mark, on the other leg, tells "away from it" from "towards it".
//!
//! **Invariants:** turning the whole picture with its level line changes nothing; a mirrored picture
//! changes nothing but [`Angle::other`].

mod angle;
mod kind;
mod picture;

pub use angle::{Angle, Line, Marks, NoAngle, PictureSide, Point, Remark, Way, measure};
pub use kind::Kind;
pub use picture::{MOST_BYTES, MOST_PIXELS, Picture, Refusal};

#[cfg(test)]
mod drawn;
#[cfg(test)]
mod laws;
