//! A picture as it is shown, and why a file gives none.

use std::fmt;
use std::sync::Arc;

use super::Kind;

/// The most bytes that a file may have.
pub const MOST_BYTES: u64 = 32 * 1024 * 1024;
/// The most pixels that a picture may have before it is unpacked: a small file may claim any number.
pub const MOST_PIXELS: u64 = 8192 * 6144;

/// A picture that stands upright, in the size in which it is shown and measured.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// Pixels from left to right.
    pub width: u32,
    /// Pixels from top to bottom.
    pub height: u32,
    /// Red, green, blue and opacity of each pixel, row by row.
    pub rgba: Arc<[u8]>,
}

impl fmt::Debug for Picture {
    /// Without its pixels.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Picture({} × {})", self.width, self.height)
    }
}

/// Why a file gives no picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It is not there.
    Gone,
    /// It may not be read.
    Denied,
    /// The disk reports errors.
    Failing,
    /// It is a folder.
    Folder,
    /// It is a pipe or a device.
    NotAFile,
    /// It has more than [`MOST_BYTES`].
    TooLarge,
    /// It holds nothing.
    Empty,
    /// It is of this kind, which is not read here.
    Kind(Kind),
    /// It ends too early, or is damaged.
    Damaged,
    /// It has more than [`MOST_PIXELS`].
    TooManyPixels {
        /// From left to right.
        width: u32,
        /// From top to bottom.
        height: u32,
    },
    /// It is too small, or too narrow, to measure half a degree in.
    TooSmall {
        /// From left to right.
        width: u32,
        /// From top to bottom.
        height: u32,
    },
}
