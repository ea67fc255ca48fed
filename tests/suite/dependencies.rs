//! What is linked in from others: under licences that we may pass on, and nothing that speaks to the
//! internet. The lists are `.deny.toml`'s, so that `cargo deny` and this test cannot disagree.

use std::fs;
use std::process::Command;

use serde_json::Value;

use crate::source_files::root;

/// The quoted words of the list `name = […]` in `.deny.toml`.
fn listed(config: &str, name: &str) -> Vec<String> {
    let opening = format!("\n{name} = [");
    let (_, rest) = config.split_once(&opening).expect("the list is in .deny.toml");
    let (list, _) = rest.split_once("\n]").expect("the list ends");
    let words = list.lines().filter_map(|line| line.split('"').nth(1));
    words.map(str::to_owned).collect()
}

/// Whether a licence expression can be met with the `allowed` licences alone: every part that is
/// joined by `AND`, by at least one of its choices.
fn may_be_passed_on(expression: &str, allowed: &[String]) -> bool {
    let plain = expression.replace(['(', ')'], "").replace('/', " OR ");
    let mut parts = plain.split(" AND ");
    parts.all(|part| part.split(" OR ").any(|it| allowed.iter().any(|known| known == it.trim())))
}

/// Every crate of a build for this system: name, version, licence.
fn linked() -> Vec<(String, String, String)> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version=1", "--locked", "--filter-platform"])
        .arg(host())
        .current_dir(root())
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo writes JSON");
    let list = |place| metadata.pointer(place).and_then(Value::as_array).into_iter().flatten();
    let word =
        |it: &Value, name| it.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let resolved: Vec<_> = list("/resolve/nodes").map(|it| word(it, "id")).collect();
    let packages = list("/packages").filter(|it| resolved.contains(&word(it, "id")));
    packages.map(|it| (word(it, "name"), word(it, "version"), word(it, "license"))).collect()
}

/// The name of the system that tests are built for.
fn host() -> String {
    let output = Command::new("rustc").arg("-vV").output().expect("rustc runs");
    let text = String::from_utf8(output.stdout).expect("rustc writes text");
    let line = text.lines().find_map(|it| it.strip_prefix("host: ")).expect("it names its host");
    line.to_owned()
}

#[test]
fn every_crate_may_be_passed_on_and_none_speaks_to_the_internet() {
    let config = fs::read_to_string(root().join(".deny.toml")).expect(".deny.toml is there");
    let (allowed, banned) = (listed(&config, "allow"), listed(&config, "deny"));
    let linked = linked();
    assert!(linked.len() > 100, "cargo names what is linked: {linked:?}");
    let offences = linked.iter().filter_map(|(name, version, licence)| {
        if banned.contains(name) {
            Some(format!("{name} {version} is banned"))
        } else if may_be_passed_on(licence, &allowed) {
            None
        } else {
            Some(format!("{name} {version} is under {licence:?}"))
        }
    });
    assert_eq!(offences.collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn a_licence_is_met_by_one_choice_of_each_part() {
    let allowed = ["MIT", "OFL-1.1"].map(str::to_owned);
    for (expression, met) in [
        ("MIT", true),
        ("GPL-3.0-only", false),
        ("Apache-2.0/MIT", true),
        ("Apache-2.0 OR GPL-2.0-only", false),
        ("(MIT OR Apache-2.0) AND OFL-1.1", true),
        ("MIT AND GPL-2.0-only", false),
        ("", false),
    ] {
        assert_eq!(may_be_passed_on(expression, &allowed), met, "{expression:?}");
    }
}

#[test]
fn the_lists_are_read() {
    let config = "[licenses]\nallow = [\n    \"MIT\", # \"x\"\n]\n[bans]\ndeny = [\n    { crate = \"hyper\" },\n]\n";
    assert_eq!(listed(config, "allow"), ["MIT"]);
    assert_eq!(listed(config, "deny"), ["hyper"]);
}
