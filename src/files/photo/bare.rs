//! A photo without what stands beside its pixels: where and when it was taken, by which camera, whose.
//!
//! A camera writes the place into each photo, and folders are synced, archived and sent. So a photo that
//! is kept holds its pixels, how they are packed and coloured, and which side is up; nothing else, and
//! nothing behind its end, where phones put films and previews. The pixels themselves stay as they are.

use std::io::Cursor;

use image::ImageDecoder as _;
use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::PngDecoder;
use image::metadata::Orientation;

use crate::measure::Kind;

/// The photo without it; nothing when it is no photo that can be read, or has no end. What is bare
/// already is answered as it is.
pub fn bare(bytes: &[u8]) -> Option<Vec<u8>> {
    match Kind::of(bytes) {
        Kind::Jpeg => {
            let upright = JpegDecoder::new(Cursor::new(bytes)).map(|mut it| it.orientation());
            jpeg(bytes, noted(upright.ok()?.ok()))
        }
        Kind::Png => {
            let upright = PngDecoder::new(Cursor::new(bytes)).map(|mut it| it.orientation());
            png(bytes, noted(upright.ok()?.ok()))
        }
        Kind::Heic
        | Kind::Avif
        | Kind::Gif
        | Kind::WebP
        | Kind::Tiff
        | Kind::Bmp
        | Kind::Svg
        | Kind::Pdf
        | Kind::Film
        | Kind::Unknown => None,
    }
}

/// Which side is up, as it is to be noted: not at all where the first line of pixels is the top.
fn noted(upright: Option<Orientation>) -> Option<u8> {
    upright.filter(|it| *it != Orientation::NoTransforms).map(Orientation::to_exif)
}

/// A note of which side is up and of nothing more (EXIF 2.32, tag 0x0112), as TIFF.
fn note(upright: u8) -> [u8; 26] {
    let mut tiff = *b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0";
    if let Some(it) = tiff.get_mut(19) {
        *it = upright;
    }
    tiff
}

/// ITU T.81, B.1.1: a picture is segments, each a marker and mostly a length.
fn jpeg(bytes: &[u8], upright: Option<u8>) -> Option<Vec<u8>> {
    const START: [u8; 2] = [0xFF, 0xD8];
    let mut rest = bytes.strip_prefix(&START)?;
    let mut out = START.to_vec();
    let mut note = upright.map(note);
    loop {
        // What is no marker where one belongs is passed over, as the decoder does.
        let at = rest.windows(2).position(|it| matches!(it, [0xFF, 0x01..=0xFE]))?;
        let (marker, after) = (*rest.get(at + 1)?, rest.get(at + 2..)?);
        match marker {
            // The end of the picture.
            0xD9 => {
                out.extend([0xFF, marker]);
                return Some(out);
            }
            // Markers that stand alone and belong to a scan, or to nothing.
            0x01 | 0xD0..=0xD8 => rest = after,
            _ => {
                let length = usize::from(u16::from_be_bytes([*after.first()?, *after.get(1)?]));
                let (segment, behind) = after.split_at_checked(length.max(2))?;
                // The first thing behind the header of JFIF, as readers expect it.
                if marker != 0xE0
                    && let Some(tiff) = note.take()
                {
                    let length = u16::try_from(tiff.len() + 8).ok()?.to_be_bytes();
                    out.extend([0xFF, 0xE1]);
                    out.extend(length);
                    out.extend(b"Exif\0\0");
                    out.extend(tiff);
                }
                if is_needed(marker, segment.get(2..)?) {
                    out.extend([0xFF, marker]);
                    out.extend(segment);
                }
                rest = behind;
                if marker == 0xDA {
                    let end = scan_end(rest)?;
                    out.extend(rest.get(..end)?);
                    rest = rest.get(end..)?;
                }
            }
        }
    }
}

/// Whether a segment says how the pixels are packed or coloured.
fn is_needed(marker: u8, content: &[u8]) -> bool {
    match marker {
        0xE0 => content.starts_with(b"JFIF\0"),
        0xE2 => content.starts_with(b"ICC_PROFILE\0"),
        0xEE => content.starts_with(b"Adobe"),
        // Everything else of programs and cameras, and comments.
        0xE1..=0xEF | 0xFE => false,
        _ => true,
    }
}

/// Where the packed pixels of a scan end: at the next marker that is none of theirs.
fn scan_end(bytes: &[u8]) -> Option<usize> {
    let is_next =
        |it: &[u8]| matches!(it, [0xFF, next] if !matches!(next, 0x00 | 0xD0..=0xD7 | 0xFF));
    bytes.windows(2).position(is_next)
}

/// PNG, third edition, 5: a picture is chunks, each a length, a name, content and a checksum.
fn png(bytes: &[u8], upright: Option<u8>) -> Option<Vec<u8>> {
    const START: &[u8; 8] = b"\x89PNG\r\n\x1a\n";
    /// What says how the pixels are packed or coloured.
    const NEEDED: [&[u8; 4]; 12] = [
        b"IHDR", b"PLTE", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"cICP", b"pHYs",
        b"IDAT", b"IEND",
    ];
    let mut rest = bytes.strip_prefix(START)?;
    let mut out = START.to_vec();
    loop {
        let length = u32::from_be_bytes(rest.first_chunk::<4>().copied()?);
        let (chunk, behind) =
            rest.split_at_checked(usize::try_from(length).ok()?.checked_add(12)?)?;
        let name = chunk.get(4..8)?;
        if NEEDED.iter().any(|it| it.as_slice() == name) {
            out.extend(chunk);
        }
        match name {
            b"IHDR" => out.extend(upright.map(exif_chunk).unwrap_or_default()),
            b"IEND" => return Some(out),
            _ => {}
        }
        rest = behind;
    }
}

/// The note as a chunk of PNG.
fn exif_chunk(upright: u8) -> Vec<u8> {
    let tiff = note(upright);
    let named = [b"eXIf".as_slice(), &tiff].concat();
    let sum = crc32fast::hash(&named).to_be_bytes();
    [&26_u32.to_be_bytes(), named.as_slice(), &sum].concat()
}

#[cfg(test)]
mod tests {
    use image::{Rgb, RgbImage};
    use proptest::prelude::*;

    use super::super::tests::{jpeg, png, turned_by};
    use super::super::unpacked;
    use super::*;

    fn drawn() -> RgbImage {
        RgbImage::from_fn(400, 320, |x, y| Rgb([x as u8, y as u8, (x * y) as u8]))
    }

    /// A camera's notes: a place in Berlin as EXIF, as XMP and as a comment, and a film behind the end.
    fn with_place(jpeg: &[u8]) -> Vec<u8> {
        let segment = |marker: u8, content: &[u8]| {
            let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
            [&[0xFF, marker], length.as_slice(), content].concat()
        };
        let places = [
            segment(0xE1, b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x88\x25\0\x04GPS 52.5200 N"),
            segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x GPSLatitude='52,31.2N'/>"),
            segment(0xED, b"Photoshop 3.0\0GPS Berlin"),
            segment(0xE2, b"MPF\0GPS"),
            segment(0xFE, b"GPS taken at home"),
        ]
        .concat();
        let (start, rest) = jpeg.split_at(2);
        [start, &places, rest, b"\0\0\0\x18ftypmp42 GPS of the film"].concat()
    }

    fn has(bytes: &[u8], words: &[u8]) -> bool {
        bytes.windows(words.len()).any(|it| it == words)
    }

    #[test]
    fn where_a_photo_was_taken_is_not_kept_and_its_pixels_are() {
        let plain = jpeg(&drawn());
        let told = with_place(&plain);
        assert!(has(&told, b"GPS"));
        let kept = bare(&told).unwrap();
        assert!(!has(&kept, b"GPS") && !has(&kept, b"Exif"));
        assert_eq!(kept, plain);
        let chunk = |name: &[u8; 4], content: &[u8]| {
            let named = [name.as_slice(), content].concat();
            let (length, sum) = (content.len() as u32, crc32fast::hash(&named));
            [&length.to_be_bytes(), named.as_slice(), &sum.to_be_bytes()].concat()
        };
        let plain = png(&drawn());
        let text = chunk(b"tEXt", b"Comment\0GPS at home");
        let told =
            [&plain[..33], &text, &chunk(b"tIME", b"GPS1234"), &plain[33..], b"GPS"].concat();
        assert_eq!(bare(&told).unwrap(), plain);
    }

    #[test]
    fn which_side_is_up_is_kept() {
        for upright in 1..=8 {
            let told = with_place(&turned_by(&jpeg(&drawn()), upright));
            let kept = bare(&told).unwrap();
            assert_eq!(has(&kept, b"Exif"), upright != 1);
            assert_eq!(unpacked(&kept), unpacked(&turned_by(&jpeg(&drawn()), upright)));
            assert_eq!(bare(&kept).as_deref(), Some(&*kept));
            let flat = png(&drawn());
            let turned = [&flat[..33], &exif_chunk(upright), &flat[33..]].concat();
            assert_eq!(unpacked(&bare(&turned).unwrap()), unpacked(&turned));
        }
    }

    #[test]
    fn what_has_no_end_or_is_no_photo_is_not_kept() {
        let whole = jpeg(&drawn());
        assert_eq!(bare(&whole[..whole.len() / 2]), None);
        let whole = png(&drawn());
        assert_eq!(bare(&whole[..whole.len() / 2]), None);
        assert_eq!(bare(b"Dear diary"), None);
    }

    proptest! {
        /// Whatever stands in a photo: what is kept of it shows the same, and nothing more can be taken off.
        #[test]
        fn what_is_bare_stays_as_it_is(
            is_png in any::<bool>(),
            hits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
        ) {
            let mut file = if is_png { png(&drawn()) } else { with_place(&jpeg(&drawn())) };
            let is_whole = hits.is_empty();
            for (at, byte) in hits {
                let at = at.index(file.len());
                file[at] = byte;
            }
            if let Some(kept) = bare(&file) {
                prop_assert!(kept.len() <= file.len() + 64);
                prop_assert_eq!(bare(&kept), Some(kept.clone()));
                // What is damaged may be read in more than one way.
                if let Ok(before) = unpacked(&file)
                    && is_whole
                {
                    prop_assert_eq!(unpacked(&kept), Ok(before));
                }
            }
        }
    }
}
