//! What can be wrong with a page, as values; `text` makes the sentences.

/// What is wrong with a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ArticleFault {
    /// It does not open with `---`, the fields, and `---` again.
    NoFront,
    /// A field that a page must have is not there.
    MissingField {
        /// The field.
        name: &'static str,
    },
    /// A field that pages do not have.
    UnknownField {
        /// As it was written.
        found: String,
    },
    /// A list that is not `[a, b]`.
    NotAList {
        /// The field.
        name: String,
    },
    /// Two headings with the same anchor.
    RepeatedAnchor {
        /// The anchor.
        anchor: String,
    },
    /// A link or picture that leads nowhere, or out of the program.
    UnknownTarget {
        /// As it was written.
        target: String,
    },
    /// There is nothing below the fields.
    NoText,
}
