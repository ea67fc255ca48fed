//! Numbers, and what people write in place of them.

use super::lexer::Cursor;
use super::{Fault, Found, Span};

/// Whether a number begins here.
pub(super) fn begins(rest: &str) -> bool {
    let unsigned = rest.strip_prefix(['-', '+']).unwrap_or(rest);
    let fraction = unsigned.strip_prefix('.').unwrap_or(unsigned);
    fraction.starts_with(|it: char| it.is_ascii_digit())
        || (unsigned.len() < rest.len() && ["inf", "NaN"].iter().any(|it| unsigned.starts_with(it)))
}

/// Reads a number as it was written; where it is none, the number it begins with is read in its place.
pub(super) fn read(cursor: &mut Cursor<'_>, found: &mut Vec<Found>) -> String {
    let start = cursor.at;
    let mut written = String::new();
    loop {
        written.push_str(cursor.take_while(|it| it.is_alphanumeric() || matches!(it, '.' | '_')));
        let exponent = written.ends_with(['e', 'E']) && !written.starts_with("0x");
        let range = written.ends_with("..") && cursor.rest().starts_with('=');
        let joined = cursor.rest().starts_with(['-', '–', '+'])
            && cursor.rest().chars().nth(1).is_some_and(|it| it.is_ascii_digit());
        let signed = written.is_empty() && cursor.rest().starts_with(['-', '+']);
        if signed || range || joined || (exponent && cursor.rest().starts_with(['-', '+'])) {
            written.extend(cursor.bump());
        } else {
            break;
        }
    }
    if is_number(&written) {
        return written;
    }
    let span = Span::new(start, cursor.at);
    let first = leading(&written);
    let fault = match range(&written) {
        Some((low, high)) => Fault::RangeSign { low, high },
        None => Fault::BadNumber { found: written },
    };
    found.push(Found::error(span, fault));
    first
}

/// Whether RON takes it for a number: decimal, `0x`, `0o`, `0b`, with underscores between digits.
fn is_number(written: &str) -> bool {
    let digits = written.strip_prefix(['-', '+']).unwrap_or(written);
    if digits == "inf" || digits == "NaN" {
        return true;
    }
    for (prefix, base) in [("0x", 16), ("0o", 8), ("0b", 2)] {
        if let Some(rest) = digits.strip_prefix(prefix) {
            return rest.chars().any(|it| it.is_digit(base))
                && !rest.starts_with('_')
                && rest.chars().all(|it| it.is_digit(base) || it == '_');
        }
    }
    value(written).is_some()
}

/// The value of a number as it was written; infinite where it is beyond all bounds.
pub(super) fn value(written: &str) -> Option<f64> {
    let plain: String = written.chars().filter(|it| *it != '_').collect();
    let (sign, digits) = match plain.strip_prefix('-') {
        Some(rest) => (-1.0, rest),
        None => (1.0, plain.strip_prefix('+').unwrap_or(&plain)),
    };
    for (prefix, base) in [("0x", 16), ("0o", 8), ("0b", 2)] {
        if let Some(rest) = digits.strip_prefix(prefix) {
            return u64::from_str_radix(rest, base).ok().map(|it| sign * it as f64);
        }
    }
    match digits {
        "inf" => Some(sign * f64::INFINITY),
        "NaN" => Some(f64::NAN),
        _ if digits.ends_with('.') || digits.contains(".e") || digits.contains(".E") => None,
        _ if !digits.contains(|it: char| it.is_ascii_digit()) => None,
        _ if digits.contains(|it: char| {
            !it.is_ascii_digit() && !matches!(it, '.' | 'e' | 'E' | '-' | '+')
        }) =>
        {
            None
        }
        _ => digits.parse::<f64>().ok().map(|it| sign * it),
    }
}

/// The number that something begins with.
fn leading(written: &str) -> String {
    let end = |it: char| !it.is_ascii_digit() && it != '-' && it != '+';
    let whole = written.find(end).unwrap_or(written.len());
    let after = written.get(whole..).unwrap_or_default();
    let fraction = after.strip_prefix('.').map_or(0, |it| it.find(end).unwrap_or(it.len()));
    let length = if fraction > 0 { whole + 1 + fraction } else { whole };
    let taken = written.get(..length).unwrap_or_default();
    let single = taken.char_indices().skip(1).find(|it| matches!(it.1, '-' | '+'));
    single.map_or(taken, |it| taken.get(..it.0).unwrap_or_default()).to_owned()
}

/// `2..3`, `2..=3`, `2-3`: the two ends.
fn range(written: &str) -> Option<(String, String)> {
    let (low, high) = ["..=", "..", "–", "-"].iter().find_map(|sign| {
        let (low, high) = written.split_once(sign)?;
        (!low.is_empty()).then_some((low, high))
    })?;
    let both = is_number(low) && is_number(high);
    both.then(|| (low.to_owned(), high.to_owned()))
}
