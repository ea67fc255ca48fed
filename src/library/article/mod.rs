//! A page of knowledge: sections with anchors, running text as Markdown, and figures between it.
//!
//! Pages come with the program and from a person's `articles/` folder; a page of the same name
//! replaces the shipped one whole. Every link of a page stays inside the program.

mod link;
mod load;
mod problem;
mod read;

use super::Id;

pub use link::{Link, link_targets};
pub(super) use load::{is_article, layer};
pub use problem::ArticleFault;

/// A page of knowledge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// Its name in links: the file's name without its ending.
    pub slug: Id,
    /// What it is called.
    pub title: String,
    /// What it is about, in a sentence.
    pub summary: String,
    /// The exercises that it links to.
    pub exercises: Vec<Id>,
    /// The self-tests that it links to.
    pub checks: Vec<Id>,
    /// The figures that it shows.
    pub figures: Vec<Id>,
    /// Its parts in order; the first has no heading when text stands before the first one.
    pub sections: Vec<Section>,
}

/// A heading and what stands below it, up to the next heading.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Section {
    /// 2 is a section, 3 and 4 are parts of one.
    pub depth: u8,
    /// The heading as plain words; empty before the first one.
    pub heading: String,
    /// The names by which links reach it.
    pub anchors: Vec<Id>,
    /// What stands below it.
    pub parts: Vec<Part>,
}

/// A piece of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Markdown: paragraphs, lists, tables, quotes.
    Text(String),
    /// A figure on a line of its own.
    Figure {
        /// What it shows: a movement or a diagram.
        figure: Id,
        /// What is said below it, and to a screen reader.
        caption: String,
    },
}

impl Article {
    /// The index of the section with this anchor.
    pub fn section_of(&self, anchor: &str) -> Option<usize> {
        self.sections.iter().position(|it| it.anchors.iter().any(|own| own == anchor))
    }

    /// Every target of a link in its text, as it is written: `exercise:clam`.
    pub fn targets(&self) -> impl Iterator<Item = &str> {
        self.sections.iter().flat_map(Section::targets)
    }
}

impl Section {
    /// Every target of a link in its text.
    pub fn targets(&self) -> impl Iterator<Item = &str> {
        let texts = self.parts.iter().filter_map(|it| match it {
            Part::Text(text) => Some(text.as_str()),
            Part::Figure { .. } => None,
        });
        texts.flat_map(link_targets)
    }
}

#[cfg(test)]
mod tests;
