//! Reading a photo that a person gives to be measured, and keeping a copy of it when they ask.
//!
//! It is untrusted: it may be huge, claim any number of pixels, or be no picture at all. Its bytes and
//! its pixels are limited before anything is unpacked; nothing of it is stored unless asked.

mod bare;
mod whole;

use std::io::{Cursor, ErrorKind};
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::PngDecoder;
use image::{DynamicImage, ImageDecoder, ImageResult, Limits};

use super::disk::Disk;
use super::folders::Folders;
use super::problem::{At as _, Problem, ProblemKind};
use super::protocol::{make_dirs, scratch, sync_parent, write_scratch};
use crate::history::RecordId;
use crate::measure::{Kind, MOST_BYTES, MOST_PIXELS, Picture, Refusal};

/// The most bytes of a picture's pixels: twice eight bits of colour and opacity for fewer of them.
const MOST_UNPACKED: u64 = 256 * 1024 * 1024;
/// What a picture may hold beside its pixels: colour profiles, notes of the camera.
const MOST_BESIDE: u64 = 64 * 1024 * 1024;
/// The longer side of the picture as it is shown; a screen has no more pixels.
const LONGEST: u32 = 2048;
/// The shorter side must have so many pixels: in fewer, half a degree is no whole pixel.
const SHORTEST: u32 = 300;

/// Reads a photo and turns it upright as its camera says. It is made smaller where a screen could not
/// show all of it.
pub fn read_photo(disk: &dyn Disk, path: &Path) -> Result<Picture, Refusal> {
    let bytes = disk.read(path, MOST_BYTES).map_err(|error| {
        if disk.list(path).is_ok() { Refusal::Folder } else { refusal(error.kind()) }
    })?;
    // The decoders are made for hostile files; should one break all the same, the window stays.
    catch_unwind(|| unpacked(&bytes)).unwrap_or(Err(Refusal::Damaged))
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the list is open; the rest are failures")]
fn refusal(error: ErrorKind) -> Refusal {
    match error {
        ErrorKind::NotFound => Refusal::Gone,
        ErrorKind::PermissionDenied => Refusal::Denied,
        ErrorKind::FileTooLarge => Refusal::TooLarge,
        ErrorKind::InvalidInput | ErrorKind::IsADirectory => Refusal::NotAFile,
        _ => Refusal::Failing,
    }
}

/// The picture in a file's bytes.
fn unpacked(bytes: &[u8]) -> Result<Picture, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    match Kind::of(bytes) {
        Kind::Png => {
            let mut limits = Limits::no_limits();
            limits.max_alloc = Some(MOST_BESIDE);
            shown(PngDecoder::with_limits(Cursor::new(bytes), limits))
        }
        // The decoder fills what is missing with grey, and an angle would be read from half a leg.
        Kind::Jpeg if !whole::is_whole(bytes) => Err(Refusal::Damaged),
        Kind::Jpeg => shown(JpegDecoder::new(Cursor::new(bytes))),
        kind @ (Kind::Heic
        | Kind::Avif
        | Kind::Gif
        | Kind::WebP
        | Kind::Tiff
        | Kind::Bmp
        | Kind::Svg
        | Kind::Pdf
        | Kind::Film
        | Kind::Unknown) => Err(Refusal::Kind(kind)),
    }
}

/// Unpacks a picture whose beginning was read, unless it is too large for that.
fn shown(decoder: ImageResult<impl ImageDecoder>) -> Result<Picture, Refusal> {
    let mut decoder = decoder.map_err(|_damaged| Refusal::Damaged)?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels > MOST_PIXELS || decoder.total_bytes() > MOST_UNPACKED {
        return Err(Refusal::TooManyPixels { width, height });
    }
    // What a camera noted of its own position may be damaged while the picture is not.
    let upright = decoder.orientation().ok();
    let image = DynamicImage::from_decoder(decoder).map_err(|_damaged| Refusal::Damaged)?;
    let is_large = width.max(height) > LONGEST;
    let mut image = if is_large { image.thumbnail(LONGEST, LONGEST) } else { image };
    if let Some(upright) = upright {
        image.apply_orientation(upright);
    }
    if image.width().min(image.height()) < SHORTEST {
        return Err(Refusal::TooSmall { width, height });
    }
    let (width, height) = (image.width(), image.height());
    Ok(Picture { width, height, rgba: image.into_rgba8().into_raw().into() })
}

pub use bare::bare;

/// The folder for the photos that a person wants to keep.
pub(super) const PHOTOS: &str = "photos";

/// Copies the pixels of a photo into the data folder, under the id of the record that was read from it,
/// for its owner's eyes only: where and when it was taken stays behind. Answers with where it is.
pub fn keep_photo(
    disk: &dyn Disk,
    folders: &Folders,
    from: &Path,
    record: RecordId,
) -> Result<PathBuf, Problem> {
    let bytes = disk.read(from, MOST_BYTES).at(from)?;
    let kind = Kind::of(&bytes);
    if !kind.is_read() {
        // It was a photo when it was measured.
        return Err(Problem::of(from, ProblemKind::ChangedOutside));
    }
    let bytes = bare(&bytes).ok_or_else(|| Problem::of(from, ProblemKind::ChangedOutside))?;
    let ending = if kind == Kind::Png { "png" } else { "jpg" };
    let folder = folders.data.join(PHOTOS);
    make_dirs(disk, &folders.data, &folder)?;
    let mut path = folder.join(format!("{record}.{ending}"));
    let mut number = 1;
    while disk.exists(&path).at(&path)? {
        if disk.read(&path, MOST_BYTES).at(&path)? == bytes {
            return Ok(path);
        }
        number += 1;
        path = folder.join(format!("{record}-{number}.{ending}"));
    }
    put_photo(disk, &path, &bytes)?;
    Ok(path)
}

/// The name of a photo of a record, without its ending, and its ending: `photos/<id>.jpg`,
/// `photos/<id>-2.png`. Nothing when a name is none.
pub(super) fn photo_name(name: &str) -> Option<(&str, &str)> {
    let (stem, ending) = name.strip_prefix("photos/")?.rsplit_once('.')?;
    // The id of a record in letters, digits and hyphens has a fixed length.
    let (id, number) = stem.split_at_checked(36)?;
    let is_numbered = |it: &str| it.len() <= 4 && it.bytes().all(|it| it.is_ascii_digit());
    let is_number = number.is_empty() || number.strip_prefix('-').is_some_and(is_numbered);
    let is_small = name.bytes().all(|it| !it.is_ascii_uppercase());
    let is_ours =
        matches!(ending, "jpg" | "png") && is_small && id.parse::<RecordId>().is_ok() && is_number;
    is_ours.then_some((id, ending))
}

/// Writes a photo where none is.
pub(super) fn put_photo(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let scratch = scratch(path).ok_or_else(|| Problem::of(path, ProblemKind::NotAFile))?;
    let written = write_scratch(disk, &scratch, path, bytes, false)
        .and_then(|()| disk.rename(&scratch, path).at(path))
        .and_then(|()| sync_parent(disk, path));
    if written.is_err() && disk.exists(&scratch).unwrap_or(false) {
        // What went wrong is told.
        disk.remove(&scratch).ok();
    }
    written
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod zoo;
