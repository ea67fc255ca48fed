//! Bytes to text: size, encoding, and the shapes of files that are something else.

use super::{Fault, Found, MOST_BYTES, Span};

/// The text of a file; a byte-order mark stays in it, so that places are those of the file.
pub(super) fn text(bytes: &[u8]) -> Result<&str, Found> {
    let whole = |fault| Found::error(Span::default(), fault);
    if bytes.len() > MOST_BYTES {
        return Err(whole(Fault::TooLarge { bytes: bytes.len() }));
    }
    if bytes.is_empty() {
        return Err(whole(Fault::Empty));
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
    if let Some(at) = conflict(text) {
        return Err(Found::error(at, Fault::Conflict));
    }
    if is_web_page(text) {
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

/// The first marker line of a merge conflict, when the others follow.
fn conflict(text: &str) -> Option<Span> {
    let mut at = 0;
    let mut first = None;
    for line in text.split_inclusive('\n') {
        let bare = line.trim_end();
        if bare.starts_with("<<<<<<< ") || bare == "<<<<<<<" {
            first = first.or(Some(Span::new(at, at + bare.len())));
        } else if bare.starts_with(">>>>>>>") && first.is_some() {
            return first;
        }
        at += line.len();
    }
    None
}

fn is_web_page(text: &str) -> bool {
    let start: String =
        text.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']).chars().take(15).collect();
    let start = start.to_ascii_lowercase();
    start.starts_with("<!doctype html") || start.starts_with("<html") || start.starts_with("<?xml")
}
