//! Links between pages, exercises and self-tests.

use crate::library::{Id, Library};

/// The self-tests, each with the anchor at which the page about checks describes it.
pub const CHECKS: [(&str, &str); 4] =
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
}

impl Link {
    /// The link that is written like this: `exercise:clam`, `article:causes#s-010`, `check:prone`. A
    /// self-test leads to its description.
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
            "check" => {
                let (_, anchor) = CHECKS.iter().find(|it| it.0 == name)?;
                Some(article(CHECKS_PAGE, Some(anchor)))
            }
            _ => None,
        }
    }

    /// Whether there is something where it leads.
    pub fn resolves(&self, library: &Library) -> bool {
        match self {
            Self::Exercise(id) => library.exercise(id).is_some(),
            Self::Article { slug, anchor } => library.article(slug).is_some_and(|it| {
                anchor.as_ref().is_none_or(|anchor| it.section_of(anchor).is_some())
            }),
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
        check(
            "check:prone",
            &expect![[r#"Some(Article { slug: "checks", anchor: Some("s-025") })"#]],
        );
        check("check:sitting", &expect!["None"]);
        check("https://example.org", &expect!["None"]);
        check("clam", &expect!["None"]);
    }

    #[test]
    fn every_self_test_is_described() {
        let library = Library::shipped();
        for (id, _) in CHECKS {
            let link = Link::read(&format!("check:{id}")).unwrap();
            assert!(link.resolves(&library), "{id}");
        }
    }
}
