//! Photos that a person may give: good ones from the file to the angle, and what is refused.

use std::io::Cursor;
use std::path::Path;

use expect_test::{Expect, expect};
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

use super::{keep_photo, read_photo, unpacked};
use crate::files::{Folders, OwnDisk};
use crate::history::RecordId;
use crate::measure::{Marks, Picture, Point, Refusal, Way, measure};

/// A camera's note of its position, as the first segment of a JPEG file (EXIF 2.32, tag 0x0112).
pub(super) fn turned_by(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let tiff = [
        b"Exif\0\0MM\0*".as_slice(),
        &[0, 0, 0, 8, 0, 1],
        &[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
        &[0, 0, 0, 0],
    ]
    .concat();
    let length = u16::try_from(tiff.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xFF, 0xE1], &length, &tiff, &jpeg[2..]].concat()
}

pub(super) fn png(image: &RgbImage) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(image.clone()).write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

pub(super) fn jpeg(image: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 85).encode_image(image).unwrap();
    bytes
}

/// Knee, ankle and other leg, as dots of these colours on grey.
const COLORS: [[u8; 3]; 3] = [[220, 20, 20], [20, 200, 20], [30, 30, 230]];

/// A drawn shin that leans away from the other leg by so many degrees.
fn drawn(degrees: f64) -> RgbImage {
    let mut image = RgbImage::from_pixel(2400, 1600, Rgb([120, 118, 122]));
    let (sin, cos) = degrees.to_radians().sin_cos();
    let knee = (1300.0, 1300.0);
    let places = [knee, (knee.0 + 800.0 * sin, knee.1 - 800.0 * cos), (knee.0 - 600.0, 1340.0)];
    for ((x, y), color) in places.into_iter().zip(COLORS) {
        for (column, row) in (-14..=14).flat_map(|row| (-14..=14).map(move |it| (it, row))) {
            if column * column + row * row <= 14 * 14 {
                let at = (x.round() as i32 + column, y.round() as i32 + row);
                image.put_pixel(at.0 as u32, at.1 as u32, Rgb(color));
            }
        }
    }
    image
}

/// The whole pixel in the middle of each dot.
fn marks(picture: &Picture) -> Marks {
    let mut sums = [(0.0, 0.0, 0.0); 3];
    for (at, pixel) in picture.rgba.chunks_exact(4).enumerate() {
        // Most of it is ground.
        if pixel[0].abs_diff(120) < 40 && pixel[1].abs_diff(118) < 40 {
            continue;
        }
        for (sum, color) in sums.iter_mut().zip(COLORS) {
            if color.iter().zip(pixel).all(|(a, b)| a.abs_diff(*b) < 60) {
                sum.0 += (at % picture.width as usize) as f64 + 0.5;
                sum.1 += (at / picture.width as usize) as f64 + 0.5;
                sum.2 += 1.0;
            }
        }
    }
    let [near, far, other] = sums.map(|(x, y, count)| {
        assert!(count > 30.0, "a dot is missing");
        Point::new((x / count).round(), (y / count).round())
    });
    Marks { near, far, other, level: None }
}

#[track_caller]
fn check_angle(bytes: &[u8], degrees: f64) -> (u32, u32) {
    let picture = unpacked(bytes).expect("a picture");
    let angle = measure(&marks(&picture)).expect("an angle");
    assert!((angle.degrees - degrees).abs() <= 0.5, "{degrees}°: {}", angle.degrees);
    assert_eq!(angle.way, Way::Away);
    (picture.width, picture.height)
}

#[test]
fn from_the_file_to_the_angle_less_than_half_a_degree_is_lost() {
    let image = drawn(38.0);
    assert_eq!(check_angle(&png(&image), 38.0), (2048, 1365));
    assert_eq!(check_angle(&jpeg(&image), 38.0), (2048, 1365));
    assert_eq!(check_angle(&jpeg(&drawn(55.0)), 55.0), (2048, 1365));
}

#[test]
fn a_camera_that_lay_on_its_side_is_turned_back() {
    let upright = drawn(38.0);
    // How each position of the camera would have stored the same picture.
    let stored = |orientation| {
        let image = DynamicImage::ImageRgb8(upright.clone());
        match orientation {
            3 => image.rotate180(),
            6 => image.rotate270(),
            8 => image.rotate90(),
            2 => image.fliph(),
            _ => image,
        }
    };
    for orientation in [2, 3, 6, 8] {
        let file = turned_by(&jpeg(&stored(orientation).into_rgb8()), orientation);
        assert_eq!(check_angle(&file, 38.0), (2048, 1365), "{orientation}");
    }
}

#[test]
fn a_damaged_note_of_the_position_is_no_reason_to_refuse_a_photo() {
    let file = turned_by(&jpeg(&drawn(20.0)), 99);
    assert_eq!(check_angle(&file, 20.0), (2048, 1365));
}

#[test]
fn a_small_picture_keeps_its_size() {
    let image = RgbImage::from_pixel(640, 480, Rgb([9, 9, 9]));
    let picture = unpacked(&png(&image)).unwrap();
    assert_eq!((picture.width, picture.height, picture.rgba.len()), (640, 480, 640 * 480 * 4));
}

#[track_caller]
fn refused(bytes: &[u8], expected: &Expect) {
    expected.assert_eq(&format!("{:?}", unpacked(bytes).expect_err("refused")));
}

#[test]
fn what_is_no_photo_is_named() {
    refused(b"", &expect!["Empty"]);
    refused(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", &expect!["Kind(Heic)"]);
    refused(b"GIF89a\x01\0\x01\0", &expect!["Kind(Gif)"]);
    refused(b"RIFF\x10\0\0\0WEBPVP8 ", &expect!["Kind(WebP)"]);
    refused(b"%PDF-1.7\n", &expect!["Kind(Pdf)"]);
    refused(b"Dear diary", &expect!["Kind(Unknown)"]);
    refused(&[0; 4096], &expect!["Kind(Unknown)"]);
    let small = RgbImage::from_pixel(200, 900, Rgb([9, 9, 9]));
    refused(&png(&small), &expect!["TooSmall { width: 200, height: 900 }"]);
    // So narrow that a screen cannot show it in pixels that are square.
    let narrow = RgbImage::from_pixel(6000, 400, Rgb([9, 9, 9]));
    refused(&png(&narrow), &expect!["TooSmall { width: 6000, height: 400 }"]);
}

#[test]
fn a_file_that_ends_too_early_is_refused_wherever_it_ends() {
    let image = RgbImage::from_fn(400, 400, |x, y| Rgb([x as u8, y as u8, (x * y) as u8]));
    for whole in [png(&image), jpeg(&image)] {
        assert!(unpacked(&whole).is_ok());
        for part in 1..20 {
            let end = whole.len() * part / 20;
            let early = unpacked(&whole[..end]);
            assert!(early.is_err(), "{end} of {} bytes", whole.len());
        }
    }
}

#[test]
fn what_is_no_file_is_refused_by_what_it_is() {
    let dir = tempfile::tempdir().unwrap();
    assert_eq!(read_photo(&OwnDisk, dir.path()), Err(Refusal::Folder));
    assert_eq!(read_photo(&OwnDisk, &dir.path().join("none.jpg")), Err(Refusal::Gone));
    assert_eq!(read_photo(&OwnDisk, Path::new("/dev/null")), Err(Refusal::NotAFile));
}

#[test]
#[cfg(unix)]
#[expect(clippy::disallowed_methods, reason = "makes the file that is to be refused")]
fn a_file_of_more_than_32_mib_is_refused_without_reading_it_all() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("large.jpg");
    std::fs::File::create(&path).unwrap().set_len(33 * 1024 * 1024).unwrap();
    assert_eq!(read_photo(&OwnDisk, &path), Err(Refusal::TooLarge));
}

#[test]
#[cfg(unix)]
#[expect(clippy::disallowed_methods, reason = "lays down the photo, and looks at the copy")]
fn a_kept_photo_lies_under_its_record_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;

    let dir = tempfile::tempdir().unwrap();
    let folders = Folders::find(&OwnDisk, Some(&dir.path().join("data"))).unwrap();
    folders.make(&OwnDisk).unwrap();
    let photo = dir.path().join("IMG 1.JPEG");
    let small = |it| jpeg(&RgbImage::from_pixel(320, 320, Rgb([it; 3])));
    std::fs::write(&photo, turned_by(&[&*small(12), b"GPS 52.52 N"].concat(), 1)).unwrap();
    let id = RecordId::from_u128(7);
    let kept = keep_photo(&OwnDisk, &folders, &photo, id).unwrap();
    assert_eq!(kept, folders.data.join("photos/00000000-0000-0000-0000-000000000007.jpg"));
    assert_eq!(std::fs::read(&kept).unwrap(), small(12), "what the camera noted stays behind");
    assert_eq!(std::fs::metadata(&kept).unwrap().permissions().mode() & 0o777, 0o600);
    // The same photo again is there already; another one of the same record lies beside it.
    assert_eq!(keep_photo(&OwnDisk, &folders, &photo, id).unwrap(), kept);
    std::fs::write(&photo, small(38)).unwrap();
    let second = keep_photo(&OwnDisk, &folders, &photo, id).unwrap();
    assert!(second.ends_with("photos/00000000-0000-0000-0000-000000000007-2.jpg"));
    // What is no photo any more is not copied.
    std::fs::write(&photo, "a letter").unwrap();
    assert!(keep_photo(&OwnDisk, &folders, &photo, id).is_err());
    assert_eq!(std::fs::read_dir(folders.data.join("photos")).unwrap().count(), 2);
}
