//! Files to pages: the shipped ones, and a person's over them.

use std::collections::{BTreeMap, BTreeSet};

use super::read::{Target, read};
use super::{Article, ArticleFault, Link};
use crate::library::check::{Check, Problem, ProblemKind};
use crate::library::{Id, Library, Own};
use crate::ron::{Document, Span};

/// The order in which pages are shown; the person's own follow by their name.
const ORDER: [&str; 13] = [
    "what-it-is",
    "anatomy",
    "causes",
    "symptoms",
    "checks",
    "what-helps",
    "how-to-train",
    "posture-and-habits",
    "see-a-professional",
    "questions",
    "band-safety",
    "evidence",
    "about",
];

/// Whether a file of the library is a page.
pub(in crate::library) fn is_article(path: &str) -> bool {
    let mut parts = path.rsplit(['/', '\\']);
    let file = parts.next().unwrap_or_default();
    parts.next() == Some("articles") && has_ending(file)
}

fn has_ending(file: &str) -> bool {
    file.rsplit_once('.').is_some_and(|it| it.1.eq_ignore_ascii_case("md"))
}

/// Puts pages over those of a library whose exercises are complete; tells what was wrong with them.
pub(in crate::library) fn layer(
    library: &mut Library,
    files: Vec<(String, Vec<u8>)>,
    figures: Option<&BTreeSet<Id>>,
) -> Vec<Problem> {
    let mut pages: Vec<_> =
        files.into_iter().map(|(path, bytes)| Page::read(path, &bytes)).collect();
    let mut taken = BTreeMap::new();
    for page in &mut pages {
        let Some(article) = page.article.take() else { continue };
        if let Some(file) = taken.insert(article.slug.clone(), page.path.clone()) {
            let what = ProblemKind::RepeatedId { id: article.slug, file };
            page.check.error(Span::default(), what);
            continue;
        }
        put(library, article);
    }
    library.articles.sort_by_key(|it| {
        let rank = ORDER.iter().position(|slug| *slug == it.slug).unwrap_or(ORDER.len());
        (rank, it.slug.clone())
    });
    pages.into_iter().flat_map(|it| it.problems(library, figures)).collect()
}

fn put(library: &mut Library, article: Article) {
    let slug = article.slug.clone();
    let before = library.articles.iter_mut().find(|it| it.slug == slug);
    let own = if before.is_some() { Own::Replaced } else { Own::Added };
    match before {
        Some(it) => *it = article,
        None => library.articles.push(article),
    }
    library.own_articles.insert(slug, own);
}

/// A page on its way into the library.
struct Page {
    path: String,
    document: Document,
    article: Option<Article>,
    targets: Vec<Target>,
    check: Check,
}

impl Page {
    fn read(path: String, bytes: &[u8]) -> Self {
        let document = Document::plain(bytes);
        let mut check = Check::new(document.found().to_vec());
        let file = path.rsplit(['/', '\\']).next().unwrap_or_default();
        let slug = file.rsplit_once('.').map_or(file, |it| it.0);
        let is_slug = (1..=64).contains(&slug.len())
            && slug.bytes().all(|it| matches!(it, b'a'..=b'z' | b'0'..=b'9' | b'-'));
        if !is_slug {
            let what = ProblemKind::BadId { id: slug.to_owned(), instead: None };
            check.error(Span::default(), what);
        }
        let (article, targets) = if check.has_errors() {
            (None, Vec::new())
        } else {
            let it = read(slug, document.text(), &mut check);
            (it.article, it.targets)
        };
        Self { path, document, article, targets, check }
    }

    fn problems(mut self, library: &Library, figures: Option<&BTreeSet<Id>>) -> Vec<Problem> {
        for target in &self.targets {
            if !leads_somewhere(&target.text, library, figures) {
                let fault = ArticleFault::UnknownTarget { target: target.text.clone() };
                self.check.about_article(target.span, fault);
            }
        }
        let mut found = self.check.finish();
        found.sort_by_key(|it| (it.span.start, it.severity));
        found.into_iter().map(|it| Problem::new(&self.path, &self.document, it)).collect()
    }
}

fn leads_somewhere(target: &str, library: &Library, figures: Option<&BTreeSet<Id>>) -> bool {
    match target.split_once(':') {
        Some(("figure", id)) => figures.is_none_or(|it| it.contains(id)),
        Some(_) | None => Link::read(target).is_some_and(|it| it.resolves(library)),
    }
}
