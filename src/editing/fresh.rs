//! Texts of new routines: an empty one, a copy of another, and a free id for either.

use super::SHORT;
use crate::library::{Id, slug_of};
use crate::ron::Document;
use crate::ron::splice::{self, Edit};

/// What a new routine is called and says.
#[derive(Debug, Clone, Copy)]
pub struct Fresh<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its name.
    pub name: &'a str,
    /// A sentence about it.
    pub about: &'a str,
    /// The title of its first block.
    pub block: &'a str,
}

/// The text of a routine with one block and nothing in it yet.
pub fn routine(fresh: Fresh<'_>) -> String {
    let Fresh { id, name, about, block } = fresh;
    let [long, short, about, block] = [name, &short(name), about, block].map(splice::quoted);
    format!(
        "(\n    schema: 1,\n    id: \"{id}\",\n    name: (long: {long}, short: {short}),\n    \
         kind: session,\n    about: {about},\n    blocks: [\n        (\n            \
         title: {block},\n            items: [\n            ],\n        ),\n    ],\n)\n"
    )
}

/// The text of a routine under another id and name; everything else as it stands. Nothing when the
/// text has no fields.
pub fn copy(text: &str, id: &str, name: &str) -> Option<String> {
    let named =
        format!("(long: {}, short: {})", splice::quoted(name), splice::quoted(&short(name)));
    let mut text = text.to_owned();
    for (field, value) in [("id", splice::quoted(id)), ("name", named)] {
        let document = Document::read(text.as_bytes());
        let edits: Vec<Edit> = splice::set_field(&text, document.root()?, field, &value)?;
        text = splice::apply(&text, edits)?;
    }
    Some(text)
}

/// An id made of a name that `is_taken` does not know: "before-work", "before-work-2".
pub fn free_id(name: &str, is_taken: impl Fn(&str) -> bool) -> Id {
    let base = slug_of(name).unwrap_or_else(|| "routine".to_owned());
    let base = base.get(..56).unwrap_or(&base).trim_end_matches('-');
    let numbered = (2..=u32::MAX).map(|it| format!("{base}-{it}"));
    let mut all = std::iter::once(base.to_owned()).chain(numbered);
    all.find(|it| !is_taken(it)).unwrap_or_default()
}

/// A name, no longer than a short one may be.
pub(super) fn short(name: &str) -> String {
    if name.chars().count() <= SHORT {
        return name.to_owned();
    }
    let cut: String = name.chars().take(SHORT - 1).collect();
    format!("{}…", cut.trim_end())
}
