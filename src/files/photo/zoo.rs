//! Hostile files: any bytes, real ones that were damaged, and small ones that claim to be huge.

use std::io::Write as _;
use std::process::Command;

use image::{Rgb, RgbImage};
use proptest::prelude::*;

use super::tests::{jpeg, png};
use super::unpacked;
use crate::measure::Refusal;

/// A small picture with something in every corner.
fn small() -> RgbImage {
    RgbImage::from_fn(320, 320, |x, y| Rgb([x as u8, y as u8, (x ^ y) as u8]))
}

fn whole() -> impl Strategy<Value = Vec<u8>> {
    let files = [png(&small()), jpeg(&small())];
    prop::sample::select(files.to_vec())
}

proptest! {

    #[test]
    fn no_bytes_make_it_panic(
        start in prop::sample::select(vec![
            b"\x89PNG\r\n\x1a\n".to_vec(),
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(),
            b"\xFF\xD8\xFF".to_vec(),
            b"\xFF\xD8\xFF\xE1\0\x10Exif\0\0".to_vec(),
            b"\0\0\0\x18ftyp".to_vec(),
            Vec::new(),
        ]),
        rest in prop::collection::vec(any::<u8>(), 0..600),
    ) {
        let refused = unpacked(&[start, rest].concat());
        prop_assert!(refused.is_err());
    }

    #[test]
    fn no_damage_makes_it_panic(
        mut file in whole(),
        hits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        end in any::<prop::sample::Index>(),
        is_cut in any::<bool>(),
    ) {
        for (at, byte) in hits {
            let at = at.index(file.len());
            file[at] = byte;
        }
        if is_cut {
            file.truncate(end.index(file.len()));
        }
        // A damaged picture may still be one; then it has as many pixels as it says.
        if let Ok(it) = unpacked(&file) {
            prop_assert_eq!(it.rgba.len(), it.width as usize * it.height as usize * 4);
        }
    }
}

/// A PNG file of this size, each pixel 0: zeros pack hundreds to one.
fn zeros(width: u32, height: u32, depth: png::BitDepth, color: png::ColorType) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(color);
    encoder.set_depth(depth);
    encoder.set_compression(png::Compression::Fast);
    let mut writer = encoder.write_header().unwrap();
    let line = vec![0; width as usize * color.samples() * 2];
    let line = &line[..(width as usize * color.samples() * depth as usize).div_ceil(8)];
    let mut stream = writer.stream_writer().unwrap();
    for _ in 0..height {
        stream.write_all(line).unwrap();
    }
    stream.finish().unwrap();
    drop(writer);
    bytes
}

/// A PNG file that claims this size and depth and holds nothing of it.
fn claims(width: u32, height: u32, depth: u8) -> Vec<u8> {
    let mut bytes = zeros(1, 1, png::BitDepth::Eight, png::ColorType::Grayscale);
    let head =
        [b"IHDR".as_slice(), &width.to_be_bytes(), &height.to_be_bytes(), &[depth, 6, 0, 0, 0]];
    let head = head.concat();
    bytes[12..29].copy_from_slice(&head);
    bytes[29..33].copy_from_slice(&crc32fast::hash(&head).to_be_bytes());
    bytes
}

/// Set in the process that measures its own memory.
const CHILD: &str = "EVENHOLD_PHOTO_MEMORY";

/// The most memory that this process has taken so far, in MiB.
#[expect(clippy::disallowed_methods, reason = "the system's own account of this process")]
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|it| it.strip_prefix("VmHWM:"))?;
    Some(line.trim().strip_suffix(" kB")?.parse::<u64>().ok()? / 1024)
}

#[test]
#[expect(clippy::print_stdout, reason = "the parent reads it; a skip is printed")]
fn a_small_file_that_unpacks_to_gigabytes_is_refused_before_it_takes_memory() {
    if peak().is_none() {
        return println!("skipped: the system does not tell what a process takes");
    }
    if std::env::var_os(CHILD).is_none() {
        // In a process of its own: what other tests take is none of its.
        let name = "files::photo::zoo::a_small_file_that_unpacks_to_gigabytes_is_refused_before_it_takes_memory";
        let own = std::env::current_exe().unwrap();
        let output = Command::new(own).args(["--exact", name]).env(CHILD, "1").output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
        return;
    }
    // A file of a few kilobytes with every one of its 900 million pixels, one whose pixels are deep,
    // and one that only claims to have any.
    let huge = zeros(30_000, 30_000, png::BitDepth::One, png::ColorType::Grayscale);
    assert!(huge.len() < 1024 * 1024, "{} bytes", huge.len());
    let deep = claims(8192, 6000, 16);
    let before = peak().unwrap_or_default();
    assert_eq!(unpacked(&huge), Err(Refusal::TooManyPixels { width: 30_000, height: 30_000 }));
    assert_eq!(unpacked(&deep), Err(Refusal::TooManyPixels { width: 8192, height: 6000 }));
    let widest = unpacked(&claims(2_000_000_000, 2_000_000_000, 8));
    assert!(widest.is_err());
    let refused = peak().unwrap_or_default() - before;
    assert!(refused < 16, "{refused} MiB were taken");
    // The largest that is taken in: its pixels, and no second copy of them.
    let largest = zeros(8192, 6144, png::BitDepth::Eight, png::ColorType::Grayscale);
    let before = peak().unwrap_or_default();
    assert!(unpacked(&largest).is_ok());
    let taken = peak().unwrap_or_default() - before;
    assert!((48..96).contains(&taken), "{taken} MiB were taken");
}
