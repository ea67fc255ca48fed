//! Links between pages, exercises and self-tests.

use crate::library::{Id, Library};

/// The self-tests that come with the program, each with the anchor at which the page about checks
/// describes it.
const DESCRIBED: [(&str, &str); 4] =
    [("standing", "s-022"), ("gait", "s-023"), ("supine", "s-024"), ("prone", "s-025")];

/// The page that describes the self-tests.
const CHECKS_PAGE: &str = "checks";

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Link {
    /// To an exercise.
    Exercise(Id),
    /// To a page, perhaps to one of its sections.
    Article {
        /// The page.
        slug: Id,
        /// The section's anchor.
        anchor: Option<Id>,
    },
    /// To a self-test, a person's own too.
    Check(Id),
}

impl Link {
    /// The link that is written like this: `exercise:clam`, `article:causes#s-010`, `check:prone`.
    pub fn read(target: &str) -> Option<Self> {
        let (kind, name) = target.split_once(':')?;
        let article = |slug: &str, anchor: Option<&str>| Self::Article {
            slug: slug.to_owned(),
            anchor: anchor.map(str::to_owned),
        };
        match kind {
            "exercise" => Some(Self::Exercise(name.to_owned())),
            "article" => Some(match name.split_once('#') {
                Some((slug, anchor)) => article(slug, Some(anchor)),
                None => article(name, None),
            }),
            "check" => Some(Self::Check(name.to_owned())),
            _ => None,
        }
    }

    /// Where a self-test is described, if a page does so.
    pub fn description(check: &str, library: &Library) -> Option<Self> {
        let (_, anchor) = DESCRIBED.iter().find(|it| it.0 == check)?;
        let (slug, anchor) = (CHECKS_PAGE.to_owned(), Some((*anchor).to_owned()));
        Some(Self::Article { slug, anchor }).filter(|it| it.resolves(library))
    }

    /// Whether there is something where it leads.
    pub fn resolves(&self, library: &Library) -> bool {
        match self {
            Self::Exercise(id) => library.exercise(id).is_some(),
            Self::Article { slug, anchor } => library.article(slug).is_some_and(|it| {
                anchor.as_ref().is_none_or(|anchor| it.section_of(anchor).is_some())
            }),
            Self::Check(id) => library.self_check(id).is_some(),
        }
    }
}

/// Every target of an inline link of a Markdown text, as it is written.
pub fn link_targets(text: &str) -> impl Iterator<Item = &str> {
    text.split("](").skip(1).filter_map(|it| it.split_once(')')).map(|it| it.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(target: &str, expected: &expect_test::Expect) {
        expected.assert_eq(&format!("{:?}", Link::read(target)));
    }

    #[test]
    fn a_link_is_read() {
        use expect_test::expect;
        check("exercise:clam", &expect![[r#"Some(Exercise("clam"))"#]]);
        check("article:causes", &expect![[r#"Some(Article { slug: "causes", anchor: None })"#]]);
        check(
            "article:causes#s-010",
            &expect![[r#"Some(Article { slug: "causes", anchor: Some("s-010") })"#]],
        );
        check("check:prone", &expect![[r#"Some(Check("prone"))"#]]);
        check("check:sitting", &expect![[r#"Some(Check("sitting"))"#]]);
        check("https://example.org", &expect!["None"]);
        check("clam", &expect!["None"]);
    }

    #[test]
    fn every_self_test_that_is_there_can_be_linked_to_and_ours_are_described() {
        let library = Library::shipped();
        for check in &library.checks {
            let link = Link::read(&format!("check:{}", check.id)).unwrap();
            assert!(link.resolves(&library), "{}", check.id);
            let described = Link::description(&check.id, &library);
            assert!(described.is_some_and(|it| it.resolves(&library)), "{}", check.id);
        }
        assert!(!Link::Check("sitting".to_owned()).resolves(&library));
        assert_eq!(Link::description("sitting", &library), None);
    }
}
