//! What every page of ours begins with: a head that lets nothing be loaded and names the page's kind.

use maud::{DOCTYPE, Markup, PreEscaped, html};

/// How a page looks; it stands inside the page.
const STYLE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/report/page.css"));

/// Nothing may be loaded from anywhere, whatever stands in the page.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// The head of a page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Leaf<'a> {
    /// The language of its words, as an IETF tag.
    pub(super) language: &'a str,
    /// By this the program knows a page of its own again.
    pub(super) mark: &'a str,
    /// What the browser shows above the page.
    pub(super) title: &'a str,
    /// What looks different on this kind of page.
    pub(super) style: &'a str,
}

impl Leaf<'_> {
    /// The whole page around its `body` element.
    pub(super) fn around(self, body: &Markup) -> String {
        let page = html! {
            (DOCTYPE)
            html lang=(self.language) {
                head {
                    meta charset="utf-8";
                    meta http-equiv="Content-Security-Policy" content=(POLICY);
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="generator" content=(self.mark);
                    meta name="referrer" content="no-referrer";
                    title { (self.title) }
                    style { (PreEscaped(STYLE)) (PreEscaped(self.style)) }
                }
                (body)
            }
        };
        page.into_string()
    }
}
