//! Which paths a source file mentions, found by its tokens, so that neither a comment, a string nor
//! the way an import is written hides or fakes one.
//!
//! Not a compiler: a path that a macro puts together, or a re-export from another module, is not
//! followed. `.clippy.toml` bans the calls that matter most by their true names as well.

use std::collections::BTreeMap;
use std::str::FromStr as _;

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

/// One path, as if it were written in full from the root of its crate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mention {
    /// Where it stands, from 1.
    pub(crate) line: usize,
    /// Its names: `["crate", "session", "Plan"]`, `["std", "fs", "read"]`.
    pub(crate) path: Vec<String>,
    /// It stands in code that only tests are built with.
    pub(crate) in_tests: bool,
}

impl Mention {
    /// Whether the path is `prefix` or lies inside it.
    pub(crate) fn is_in(&self, prefix: &str) -> bool {
        let mut names = self.path.iter();
        prefix.split("::").all(|name| names.next().is_some_and(|it| it == name))
    }
}

/// Every path of two names or more in the source `text` of `file` (`session/plan.rs`); `for_tests`
/// are the modules that only tests are built with.
pub(crate) fn mentions(file: &str, text: &str, for_tests: &[Vec<String>]) -> Vec<Mention> {
    let tokens = TokenStream::from_str(text).expect("a source file of ours is made of tokens");
    let mut reader = Reader::default();
    let module = module_of(file);
    let in_tests = for_tests.iter().any(|it| module.starts_with(it));
    each_run(tokens.clone(), &module, in_tests, &mut |run, module, in_tests| {
        reader.imports(run, module, in_tests);
    });
    each_run(tokens, &module, in_tests, &mut |run, module, in_tests| {
        reader.paths(run, module, in_tests);
    });
    reader.found
}

/// The names from the crate's root to the module that `file` holds.
fn module_of(file: &str) -> Vec<String> {
    let names = file.trim_end_matches(".rs").split('/');
    let inner = names.filter(|it| !matches!(*it, "mod" | "lib" | "main"));
    ["crate"].into_iter().chain(inner).map(str::to_owned).collect()
}

#[derive(Default)]
struct Reader {
    found: Vec<Mention>,
    /// What a name that some `use` brought in stands for.
    known: BTreeMap<String, Vec<String>>,
}

impl Reader {
    /// Takes in every `use`: as a mention, and as the meaning of the name it brings in.
    fn imports(&mut self, tokens: &[TokenTree], module: &[String], in_tests: bool) {
        let mut tokens = tokens.iter();
        while let Some(token) = tokens.by_ref().find(|it| is_ident(it, "use")) {
            let line = token.span().start().line;
            let tree: Vec<_> =
                tokens.by_ref().take_while(|it| !is_punct(it, ';')).cloned().collect();
            for (path, name) in use_tree(&tree, &[]) {
                let path = absolute(path, module);
                self.known.insert(name, path.clone());
                self.found.push(Mention { line, path, in_tests });
            }
        }
    }

    /// Takes in every path that stands outside a `use`.
    fn paths(&mut self, tokens: &[TokenTree], module: &[String], in_tests: bool) {
        let mut rest = tokens;
        while let [token, after @ ..] = rest {
            rest = after;
            let TokenTree::Ident(first) = token else { continue };
            if first == "use" {
                let end = rest.iter().position(|it| is_punct(it, ';')).unwrap_or(rest.len());
                rest = rest.get(end..).unwrap_or_default();
                continue;
            }
            let mut path = vec![first.to_string()];
            while let [colon, _, TokenTree::Ident(next), after @ ..] = rest
                && is_joined_colon(colon)
            {
                path.push(next.to_string());
                rest = after;
            }
            if path.len() > 1 {
                let path = absolute(self.resolved(path), module);
                self.found.push(Mention { line: first.span().start().line, path, in_tests });
            }
        }
    }

    /// The path with its first name replaced by what a `use` said it is.
    fn resolved(&self, path: Vec<String>) -> Vec<String> {
        let Some((first, rest)) = path.split_first() else { return path };
        match self.known.get(first) {
            Some(meaning) => meaning.iter().chain(rest).cloned().collect(),
            None => path,
        }
    }
}

/// Hands every run of tokens that no bracket interrupts to `visit`, with the module it stands in
/// and whether only tests are built with it.
fn each_run(
    tokens: TokenStream,
    module: &[String],
    in_tests: bool,
    visit: &mut impl FnMut(&[TokenTree], &[String], bool),
) {
    let tokens: Vec<_> = tokens.into_iter().collect();
    visit(&tokens, module, in_tests);
    let mut for_tests = false;
    let mut in_use = false;
    for (at, token) in tokens.iter().enumerate() {
        let before = |back: usize| at.checked_sub(back).and_then(|it| tokens.get(it));
        match token {
            TokenTree::Ident(word) if word == "use" => in_use = true,
            TokenTree::Group(_) if in_use => {}
            TokenTree::Group(group) => {
                if before(1).is_some_and(|it| is_punct(it, '#')) {
                    for_tests |= is_for_tests(&group.to_string().replace(' ', ""));
                }
                let mut module = module.to_vec();
                if group.delimiter() == Delimiter::Brace
                    && before(2).is_some_and(|it| is_ident(it, "mod"))
                    && let Some(TokenTree::Ident(name)) = before(1)
                {
                    module.push(name.to_string());
                }
                each_run(group.stream(), &module, in_tests || for_tests, visit);
                for_tests &= group.delimiter() != Delimiter::Brace;
            }
            TokenTree::Punct(punct) if punct.as_char() == ';' => {
                for_tests = false;
                in_use = false;
            }
            TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

/// Whether an attribute, written without blanks, leaves its item out of the program.
fn is_for_tests(attribute: &str) -> bool {
    matches!(attribute, "[cfg(test)]") || attribute.starts_with("[cfg(all(test,")
}

/// The modules that `file` declares for tests alone, in files of their own, as paths from the root.
pub(crate) fn test_modules(file: &str, text: &str) -> Vec<Vec<String>> {
    let tokens = TokenStream::from_str(text).expect("a source file of ours is made of tokens");
    let tokens: Vec<_> = tokens.into_iter().collect();
    let module = module_of(file);
    let declared = tokens.windows(5).filter_map(|window| match window {
        [sign, TokenTree::Group(attribute), word, TokenTree::Ident(name), end]
            if is_punct(sign, '#') && is_ident(word, "mod") && is_punct(end, ';') =>
        {
            is_for_tests(&attribute.to_string().replace(' ', "")).then(|| name.to_string())
        }
        _ => None,
    });
    declared.map(|name| module.iter().cloned().chain([name]).collect()).collect()
}

/// The full paths of a `use` tree, each with the name that it brings in.
fn use_tree(tree: &[TokenTree], stem: &[String]) -> Vec<(Vec<String>, String)> {
    let mut path = stem.to_vec();
    let mut alias = None;
    let mut tokens = tree.iter();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(name) if name == "as" => {
                alias = tokens.next().map(ToString::to_string);
            }
            TokenTree::Ident(name) if name == "self" && !path.is_empty() => {}
            TokenTree::Ident(name) => path.push(name.to_string()),
            TokenTree::Group(group) => {
                let inner: Vec<_> = group.stream().into_iter().collect();
                let branches = inner.split(|it| is_punct(it, ','));
                let branches = branches.filter(|it| !it.is_empty());
                return branches.flat_map(|it| use_tree(it, &path)).collect();
            }
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
    let name = alias.or_else(|| path.last().cloned()).unwrap_or_default();
    vec![(path, name)]
}

/// The path from the root, `self` and `super` worked out.
fn absolute(path: Vec<String>, module: &[String]) -> Vec<String> {
    let mut full = module.to_vec();
    let mut rest = path.as_slice();
    match rest.first().map(String::as_str) {
        Some("self") => rest = rest.get(1..).unwrap_or_default(),
        Some("super") => {}
        _ => return path,
    }
    while rest.first().is_some_and(|it| it == "super") {
        full.pop();
        rest = rest.get(1..).unwrap_or_default();
    }
    full.extend_from_slice(rest);
    full
}

fn is_ident(token: &TokenTree, name: &str) -> bool {
    matches!(token, TokenTree::Ident(it) if it == name)
}

fn is_punct(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(it) if it.as_char() == sign)
}

fn is_joined_colon(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(it) if it.as_char() == ':' && it.spacing() == Spacing::Joint)
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::{mentions, test_modules};

    #[track_caller]
    fn check(text: &str, expected: &Expect) {
        let lines = mentions("session/plan.rs", text, &[]).into_iter().map(|it| {
            let only = if it.in_tests { " (tests)" } else { "" };
            format!("{}: {}{only}\n", it.line, it.path.join("::"))
        });
        expected.assert_eq(&lines.collect::<String>());
    }

    #[test]
    fn imports_are_spelled_out() {
        check(
            "use std::{fs::{self, File as Disk}, time::Instant};\nuse crate::units as words;",
            &expect![[r#"
                1: std::fs
                1: std::fs::File
                1: std::time::Instant
                2: crate::units
            "#]],
        );
    }

    #[test]
    fn an_imported_name_is_followed() {
        check(
            "use std::fs as disk;\nfn f() {\n    disk::read(x).map(|it| other::g(it))\n}",
            &expect![[r#"
                1: std::fs
                3: std::fs::read
                3: other::g
            "#]],
        );
    }

    #[test]
    fn relative_paths_start_from_the_module_they_stand_in() {
        check(
            "use super::event::Event;\nmod inner { fn f() { super::super::super::ui::draw() } }",
            &expect![[r#"
                1: crate::session::event::Event
                2: crate::ui::draw
            "#]],
        );
    }

    #[test]
    fn macros_and_attributes_count_and_words_do_not() {
        check(
            "//! crate::ui\n#[derive(thiserror::Error)]\nstruct A;\nfn f() { vec![crate::a::B, \"crate::c::D\"] }",
            &expect![[r#"
                2: thiserror::Error
                4: crate::a::B
            "#]],
        );
    }

    #[test]
    fn files_for_tests_are_named_where_they_are_declared() {
        let declared = "mod plan;\n#[cfg(test)]\nmod laws;\n#[cfg(all(test, unix))]\nmod more;\n";
        let modules = test_modules("session/mod.rs", declared);
        assert_eq!(modules, [["crate", "session", "laws"], ["crate", "session", "more"]]);
        let found = mentions("session/laws/random.rs", "use a::b;", &modules);
        assert!(found.iter().all(|it| it.in_tests));
        let found = mentions("session/plan.rs", "use a::b;", &modules);
        assert!(!found.iter().any(|it| it.in_tests));
    }

    #[test]
    fn code_for_tests_is_told_apart() {
        check(
            "#[cfg(test)]\nmod tests;\nfn f() { a::b() }\n#[cfg(test)]\nmod more {\n    use x::y;\n}\nfn g() { c::d() }",
            &expect![[r#"
                6: x::y (tests)
                3: a::b
                8: c::d
            "#]],
        );
    }
}
