//! A page's text to its parts: the fields on top, then headings with what stands below each.

use std::collections::BTreeSet;

use super::{Article, ArticleFault, Part, Section};
use crate::library::check::{Check, ProblemKind};
use crate::ron::{Found, Span, is_hidden};

/// A place for a link or picture, to be looked up when all pages are there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Target {
    /// As it is written.
    pub(super) text: String,
    /// Where.
    pub(super) span: Span,
}

/// A page as it was read, with the places of its links.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) article: Option<Article>,
    pub(super) targets: Vec<Target>,
}

/// Reads a page.
pub(super) fn read(slug: &str, text: &str, check: &mut Check) -> Read {
    let mut targets = Vec::new();
    for (at, sign) in text.char_indices().filter(|it| it.1 != '\n' && it.1 != '\r') {
        // A tab is white space that can be seen; the mark at the start of a file is common.
        if is_hidden(sign) && sign != '\t' && !(at == 0 && sign == '\u{feff}') {
            let what = ProblemKind::HiddenCharacter { code: u32::from(sign) };
            check.error(Span { start: at, end: at + sign.len_utf8() }, what);
        }
    }
    let Some((front, body)) = split_front(text) else {
        check.article(Span::default(), ArticleFault::NoFront);
        return Read { article: None, targets };
    };
    let fields = Fields::read(text, front, check);
    let sections = sections(text, body, &mut targets, check);
    if sections.iter().all(|it| it.parts.is_empty()) {
        check.article(body, ArticleFault::NoText);
    }
    let Fields { title, summary, exercises, checks, figures } = fields;
    let article = title.zip(summary).map(|(title, summary)| Article {
        slug: slug.to_owned(),
        title,
        summary,
        exercises,
        checks,
        figures,
        sections,
    });
    Read { article: article.filter(|_| !check.has_errors()), targets }
}

/// The stretch of the fields and that of the text.
fn split_front(text: &str) -> Option<(Span, Span)> {
    let start = text.find("---")? + 3;
    if !text.get(..start - 3)?.trim_start_matches('\u{feff}').is_empty() {
        return None;
    }
    let rest = text.get(start..)?;
    let end = start + rest.find("\n---")? + 1;
    let body = text.get(end..)?.find('\n').map_or(text.len(), |it| end + it + 1);
    Some((Span { start, end }, Span { start: body, end: text.len() }))
}

/// The lines of a stretch with the byte at which each begins.
fn lines(text: &str, span: Span) -> impl Iterator<Item = (usize, &str)> {
    let mut at = span.start;
    let stretch = text.get(span.start..span.end).unwrap_or_default();
    stretch.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        (start, line.trim_end_matches(['\n', '\r']))
    })
}

#[derive(Default)]
struct Fields {
    title: Option<String>,
    summary: Option<String>,
    exercises: Vec<String>,
    checks: Vec<String>,
    figures: Vec<String>,
}

impl Fields {
    fn read(text: &str, front: Span, check: &mut Check) -> Self {
        let mut it = Self::default();
        for (at, line) in lines(text, front).filter(|it| !it.1.trim().is_empty()) {
            let span = Span { start: at, end: at + line.len() };
            let (name, value) = line.split_once(':').unwrap_or((line, ""));
            let (name, value) = (name.trim(), value.trim());
            match name {
                "title" => it.title = Some(value.to_owned()).filter(|it| !it.is_empty()),
                "summary" => it.summary = Some(value.to_owned()).filter(|it| !it.is_empty()),
                "exercises" => it.exercises = list(name, value, span, check),
                "checks" => it.checks = list(name, value, span, check),
                "figures" => it.figures = list(name, value, span, check),
                _ => check.article(span, ArticleFault::UnknownField { found: name.to_owned() }),
            }
        }
        for (name, is_there) in [("title", it.title.is_some()), ("summary", it.summary.is_some())] {
            if !is_there {
                let opening = Span { start: front.start - 3, end: front.start };
                check.article(opening, ArticleFault::MissingField { name });
            }
        }
        it
    }
}

fn list(name: &str, value: &str, span: Span, check: &mut Check) -> Vec<String> {
    let Some(inner) = value.strip_prefix('[').and_then(|it| it.strip_suffix(']')) else {
        check.article(span, ArticleFault::NotAList { name: name.to_owned() });
        return Vec::new();
    };
    inner.split(',').map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned).collect()
}

fn sections(text: &str, body: Span, targets: &mut Vec<Target>, check: &mut Check) -> Vec<Section> {
    let mut sections = vec![Section { depth: 2, ..Section::default() }];
    let mut anchors = BTreeSet::new();
    let mut in_code = false;
    for (at, line) in lines(text, body) {
        if line.trim_start().starts_with("```") {
            in_code = !in_code;
        }
        if !in_code && let Some((depth, heading, own)) = heading(line) {
            for anchor in own.iter().filter(|it| !anchors.insert((*it).clone())) {
                let span = Span { start: at, end: at + line.len() };
                check.article(span, ArticleFault::RepeatedAnchor { anchor: anchor.clone() });
            }
            // The first heading of a page repeats its title.
            if depth >= 2 {
                sections.push(Section { depth, heading, anchors: own, parts: Vec::new() });
            }
            continue;
        }
        if !in_code {
            targets.extend(places(line, at));
        }
        let Some(section) = sections.last_mut() else { continue };
        match figure(line).filter(|_| !in_code) {
            Some(figure) => section.parts.push(figure),
            None => push_text(&mut section.parts, line),
        }
    }
    for section in &mut sections {
        trim(&mut section.parts);
    }
    if sections.first().is_some_and(|it| it.parts.is_empty()) && 1 < sections.len() {
        sections.remove(0);
    }
    sections
}

/// `## Words {#anchor #other}`: depth, words, anchors.
fn heading(line: &str) -> Option<(u8, String, Vec<String>)> {
    let signs = line.bytes().take_while(|it| *it == b'#').count();
    let rest = line.get(signs..)?;
    if signs == 0 || 6 < signs || !rest.starts_with(' ') {
        return None;
    }
    let (words, anchors) = match rest.rsplit_once("{#") {
        Some((words, anchors)) => (words, anchors.trim_end().strip_suffix('}').unwrap_or(anchors)),
        None => (rest, ""),
    };
    let anchors = anchors.split_whitespace().map(|it| it.trim_start_matches('#').to_owned());
    Some((signs as u8, words.trim().replace(['*', '_', '`'], ""), anchors.collect()))
}

/// `![caption](figure:id)` on a line of its own.
fn figure(line: &str) -> Option<Part> {
    let inner = line.trim().strip_prefix("![")?.strip_suffix(')')?;
    let (caption, target) = inner.split_once("](")?;
    let figure = target.strip_prefix("figure:")?.to_owned();
    Some(Part::Figure { figure, caption: caption.to_owned() })
}

/// The targets of a line with their places.
fn places(line: &str, at: usize) -> impl Iterator<Item = Target> {
    line.match_indices("](").filter_map(move |(found, open)| {
        let start = found + open.len();
        let text = line.get(start..)?.split_once(')')?.0.to_owned();
        let span = Span { start: at + start, end: at + start + text.len() };
        Some(Target { text, span })
    })
}

fn push_text(parts: &mut Vec<Part>, line: &str) {
    if let Some(Part::Text(text)) = parts.last_mut() {
        text.push('\n');
        text.push_str(line);
    } else {
        parts.push(Part::Text(line.to_owned()));
    }
}

/// Takes empty lines off the ends of texts, and texts of nothing else away.
fn trim(parts: &mut Vec<Part>) {
    for part in &mut *parts {
        if let Part::Text(text) = part {
            *text = text.trim().to_owned();
        }
    }
    parts.retain(|it| !matches!(it, Part::Text(text) if text.is_empty()));
}

impl Check {
    /// Notes an error of a page.
    pub(super) fn article(&mut self, span: Span, fault: ArticleFault) {
        self.error(span, ProblemKind::Article(fault));
    }

    /// Notes something about a page that does not keep it from being shown.
    pub(super) fn about_article(&mut self, span: Span, fault: ArticleFault) {
        self.note(Found::warning(span, ProblemKind::Article(fault)));
    }
}
