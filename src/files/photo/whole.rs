//! Whether a JPEG file reaches its end: a download that broke off does not.

/// Whether the end of the picture is there. What is no sequence of segments is left to the decoder,
/// which says what is wrong with it; what follows the end (films of phones, previews) does not matter.
pub(super) fn is_whole(bytes: &[u8]) -> bool {
    // The start of the picture.
    let Some(mut rest) = bytes.get(2..) else { return false };
    loop {
        let [0xFF, after @ ..] = rest else { return !rest.is_empty() };
        match after {
            // Before a marker any number of these may stand.
            [0xFF, ..] => rest = after,
            // The end of the picture.
            [0xD9, ..] => return true,
            // Markers that stand alone.
            [0x00..=0x01 | 0xD0..=0xD8, after @ ..] => rest = after,
            [marker, high, low, ..] => {
                let length = usize::from(u16::from_be_bytes([*high, *low]));
                let Some(after) = after.get(1 + length..) else { return false };
                // The pixels follow the head of a scan, up to the next marker.
                rest = if *marker == 0xDA { after_scan(after) } else { after };
            }
            [] | [_] | [_, _] => return false,
        }
    }
}

/// What follows the packed pixels: the next marker that is neither one of theirs nor a byte of them.
fn after_scan(bytes: &[u8]) -> &[u8] {
    let is_next =
        |it: &[u8]| matches!(it, [0xFF, next] if !matches!(next, 0x00 | 0xD0..=0xD7 | 0xFF));
    let at = bytes.windows(2).position(is_next);
    at.and_then(|at| bytes.get(at..)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::is_whole;

    const START: [u8; 2] = [0xFF, 0xD8];
    /// A segment of four bytes, its length among them.
    const SEGMENT: [u8; 6] = [0xFF, 0xE1, 0x00, 0x04, 0x12, 0x34];
    const SCAN: [u8; 6] = [0xFF, 0xDA, 0x00, 0x04, 0x01, 0x00];
    /// Pixels with a stuffed byte and a restart marker.
    const PIXELS: [u8; 7] = [0x01, 0xFF, 0x00, 0x02, 0xFF, 0xD3, 0x04];
    const END: [u8; 2] = [0xFF, 0xD9];

    #[track_caller]
    fn check(parts: &[&[u8]], expected: bool) {
        assert_eq!(is_whole(&parts.concat()), expected);
    }

    #[test]
    fn a_file_is_whole_when_its_last_scan_has_ended() {
        check(&[&START, &SEGMENT, &SCAN, &PIXELS, &END], true);
        check(&[&START, &SEGMENT, &SCAN, &PIXELS, &END, b"a film"], true);
        check(&[&START, &SCAN, &PIXELS, &SCAN, &PIXELS, &END], true);
        check(&[&START, &SCAN, &PIXELS], false);
        check(&[&START, &SCAN, &PIXELS, &SCAN, &PIXELS], false);
        check(&[&START, &SEGMENT, &SCAN, &PIXELS, &[0xFF]], false);
        check(&[&START, &SEGMENT, &[0xFF, 0xE2, 0x40, 0x00]], false);
        check(&[&START], false);
    }

    #[test]
    fn the_end_of_a_preview_inside_is_not_the_end() {
        let preview = [0xFF, 0xE1, 0x00, 0x06, 0xFF, 0xD8, 0xFF, 0xD9];
        check(&[&START, &preview, &SCAN, &PIXELS], false);
    }

    #[test]
    fn what_is_no_picture_is_left_to_the_decoder() {
        check(&[&START, b"hello"], true);
    }
}
