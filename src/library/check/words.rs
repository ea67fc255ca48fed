//! Texts that are shown and said: none empty, none too long, nothing hidden in them.

use super::{Check, ProblemKind};
use crate::library::source;
use crate::library::{Cue, Name};
use crate::ron::{Spanned, is_hidden};

/// The longest name, in characters: one line of the widest card.
pub(super) const NAME: usize = 80;
/// The longest short name: one line of the session screen.
pub(super) const SHORT_NAME: usize = 40;
/// The longest sentence that is said (reliability.md 4.7).
pub(super) const CUE: usize = 500;
/// The longest reminder.
pub(super) const SHORT_CUE: usize = 100;
/// The longest paragraph.
pub(super) const PARAGRAPH: usize = 2000;

/// What a side line may hold in braces (see `library::fill_side`).
const PLACES: [&str; 4] = ["{Side}", "{side}", "{Other}", "{other}"];

impl Check {
    /// A text of at most so many characters; nothing when it is missing or unfit.
    pub(super) fn text(&mut self, text: Option<&Spanned<String>>, most: usize) -> Option<String> {
        let text = self.plain(text?, most)?;
        if let Some(place) = places(&text.value).next() {
            let found = place.to_owned();
            let what = if PLACES.contains(&place) {
                ProblemKind::PlaceElsewhere { found }
            } else {
                ProblemKind::UnknownPlace { found }
            };
            self.error(text.span, what);
            return None;
        }
        Some(text.value.clone())
    }

    /// The texts of a list that are fit.
    pub(super) fn texts(&mut self, texts: &[Spanned<String>]) -> Vec<String> {
        texts.iter().filter_map(|it| self.text(Some(it), PARAGRAPH)).collect()
    }

    /// A text whatever it holds in braces.
    fn plain<'t>(&mut self, text: &'t Spanned<String>, most: usize) -> Option<&'t Spanned<String>> {
        let length = text.value.chars().count();
        let hidden = text.value.chars().find(|it| is_hidden(*it));
        let what = if text.value.trim().is_empty() {
            ProblemKind::EmptyText
        } else if let Some(it) = hidden {
            ProblemKind::HiddenCharacter { code: u32::from(it) }
        } else if length > most {
            ProblemKind::LongText { length, most }
        } else {
            return Some(text);
        };
        self.error(text.span, what);
        None
    }

    /// A name.
    pub(super) fn name(&mut self, words: Option<&source::Words>) -> Option<Name> {
        let words = words?;
        let long = self.text(words.long.as_ref(), NAME);
        let short = self.text(words.short.as_ref(), SHORT_NAME);
        Some(Name { long: long?, short: short? })
    }

    /// A sentence with an id of its own.
    pub(super) fn sentence(&mut self, words: Option<&source::Words>, id: String) -> Option<Cue> {
        let words = words?;
        let long = self.text(words.long.as_ref(), CUE);
        let short = self.text(words.short.as_ref(), SHORT_CUE);
        Some(Cue { id, long: long?, short: short?, by: None })
    }

    /// A side line: both its texts name the side.
    pub(super) fn side_line(&mut self, words: &source::Words, id: String) -> Option<Cue> {
        let long = self.line_of_side(words.long.as_ref(), CUE);
        let short = self.line_of_side(words.short.as_ref(), SHORT_CUE);
        Some(Cue { id, long: long?, short: short?, by: None })
    }

    fn line_of_side(&mut self, text: Option<&Spanned<String>>, most: usize) -> Option<String> {
        let text = self.plain(text?, most)?;
        let unknown = places(&text.value).find(|it| !PLACES.contains(it));
        let what = if let Some(found) = unknown {
            ProblemKind::UnknownPlace { found: found.to_owned() }
        } else if places(&text.value).next().is_none() {
            ProblemKind::NoPlaceForSide
        } else {
            return Some(text.value.clone());
        };
        self.error(text.span, what);
        None
    }

    /// A cue; its id becomes unique in all files by what it belongs to.
    pub(super) fn cue(&mut self, cue: &source::Cue, owner: &str) -> Option<Cue> {
        let id = cue.id.as_ref().and_then(|it| self.slug(it));
        let by = cue.by.as_ref().map(|it| self.text(Some(it), NAME));
        let said = self.sentence(Some(&cue.words), String::new());
        let (id, said) = (id?, said?);
        let by = match by {
            Some(unfit) => Some(unfit?),
            None => None,
        };
        Some(Cue { id: format!("{owner}.{id}"), by, ..said })
    }
}

/// Everything in braces, and a brace without its partner.
fn places(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let start = rest.find(['{', '}'])?;
        let tail = rest.get(start..)?;
        let end = tail.find('}').map_or(tail.len(), |it| it + 1);
        rest = tail.get(end..)?;
        tail.get(..end)
    })
}
