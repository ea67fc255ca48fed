//! Bytes to text: size, encoding, and the shapes of files that are something else.

use super::{Fault, Found, MOST_BYTES, Span};

/// The text of a file; a byte-order mark stays in it, so that places are those of the file.
pub(super) fn text(bytes: &[u8]) -> Result<&str, Found> {
    let whole = |fault| Found::error(Span::default(), fault);
    if bytes.len() > MOST_BYTES {
        return Err(whole(Fault::TooLarge { bytes: bytes.len() }));
    }
    if bytes.is_empty() {
        return Err(whole(Fault::NoBytes));
    }
    if bytes.iter().all(|it| *it == 0) {
        return Err(whole(Fault::AllZero));
    }
    if is_utf16(bytes) {
        return Err(whole(Fault::Utf16));
    }
    if bytes.starts_with(b"bplist00") {
        return Err(whole(Fault::Placeholder));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        Found::error(
            Span::new(at, at + error.error_len().unwrap_or(bytes.len() - at)),
            Fault::NotText,
        )
    })?;
    if text.ends_with('\0') {
        let end = text.trim_end_matches('\0').len();
        return Err(Found::error(Span::new(end, bytes.len()), Fault::ZeroTail));
    }
    if let Some(at) = conflict(text) {
        return Err(Found::error(at, Fault::Conflict));
    }
    if is_markup(text) {
        return Err(whole(Fault::WebPage));
    }
    Ok(text)
}

/// A mark at the start, or a zero in every second byte of the beginning.
fn is_utf16(bytes: &[u8]) -> bool {
    const PAIRS: usize = 16;
    let zeros = |at: usize| {
        bytes.len() >= 4 && bytes.chunks_exact(2).take(PAIRS).all(|it| it.get(at) == Some(&0))
    };
    bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) || zeros(0) || zeros(1)
}

/// The first line that a merge left in the file for a person to decide about. One that was overlooked
/// when the others were removed is enough: no file of ours has a line like it.
fn conflict(text: &str) -> Option<Span> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.trim_end();
        let is_mark = |mark: &str| {
            bare.strip_prefix(mark).is_some_and(|it| it.is_empty() || it.starts_with(' '))
        };
        if is_mark("<<<<<<<") || is_mark(">>>>>>>") {
            return Some(Span::new(at, at + bare.len()));
        }
        at += line.len();
    }
    None
}

/// Whether the first thing in it is a tag; nothing of ours begins so.
fn is_markup(text: &str) -> bool {
    let start = text.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']);
    let tag = start.strip_prefix('<').and_then(|it| it.chars().next());
    tag.is_some_and(|it| it.is_ascii_alphabetic() || it == '!' || it == '?')
}
