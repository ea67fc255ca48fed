//! The layering that `src/ARCHITECTURE.md` promises: who may use whom, and which outside crate stays
//! behind which module.

use std::fs;
use std::path::Path;

use crate::source_files::{self, SourceFile};
use crate::source_paths::{Mention, mentions, test_modules};

/// The modules in reading order; each may use itself and the ones above it.
const LAYERS: &[&str] = &[
    "units", "ron", "measure", "figure", "library", "session", "editing", "history", "program",
    "settings", "text", "report", "coach", "clock", "files", "sound", "desktop", "ui", "shell",
    "cli",
];

/// The modules that each know one outside thing. They never use each other; `clock` serves them all.
const EDGES: &[&str] = &["files", "sound", "desktop", "ui"];

/// What only the named modules, or single files, may know about: the outside crate, or the part of
/// `std`.
const BEHIND: &[(&str, &[&str])] = &[
    // The screen.
    ("egui", &["ui", "shell"]),
    ("egui_extras", &["ui"]),
    ("egui_commonmark", &["ui"]),
    ("egui_dnd", &["ui"]),
    ("egui_material_icons", &["ui"]),
    ("egui_plot", &["ui"]),
    ("eframe", &["shell"]),
    // Sound and speech.
    ("rodio", &["sound"]),
    ("cpal", &["sound"]),
    ("alsa", &["sound"]),
    ("std::os::unix::net", &["sound"]),
    // The disk.
    ("std::fs", &["files", "sound/cue_log.rs"]), // which is for measuring alone
    ("tempfile", &["files"]),
    ("directories", &["files"]),
    ("notify", &["files"]),
    ("zip", &["files"]),
    ("image", &["files"]),
    // The time.
    ("std::time::Instant::now", &["clock"]),
    ("std::time::SystemTime::now", &["clock"]),
    ("chrono::Local", &["clock"]),
    ("chrono::Utc", &["clock"]),
    ("iana_time_zone", &["clock"]),
    // The desktop.
    ("keepawake", &["desktop"]),
    ("rfd", &["desktop"]),
    ("zbus", &["desktop"]),
    ("x11rb", &["desktop"]),
    ("open", &["desktop"]),
    // The words and the shapes of files.
    ("fluent", &["text"]),
    ("unic_langid", &["text"]),
    ("strsim", &["figure", "library", "ron"]),
    ("include_dir", &["figure", "library", "program", "text"]),
    ("crc32fast", &["history", "files"]),
    ("serde_ignored", &["history"]),
    ("memchr", &["history"]),
    ("csv", &["history", "files", "cli"]),
    ("icalendar", &["history", "program", "report", "files", "cli"]),
    ("similar", &["settings", "coach", "ui"]),
    ("maud", &["report"]),
    // The command line and the operating system.
    ("clap", &["cli"]),
    ("ctrlc", &["shell", "cli"]),
    ("rustix", &["clock", "files", "shell", "cli"]),
    // Chance: an id is made where its file is.
    ("uuid::Uuid::now_v7", &["files"]),
    // No network, anywhere.
    ("std::net", &[]),
];

/// Crates of values and arithmetic that any module may use.
const FREE: &[&str] = &["chrono", "glam", "serde", "serde_json", "thiserror", "uuid"];

/// Everything in `files` that breaks the layering, as `file:line: what`.
fn offences(files: &[SourceFile]) -> Vec<String> {
    let for_tests: Vec<_> = files.iter().flat_map(|it| test_modules(&it.name, &it.text)).collect();
    let mut found: Vec<_> = files.iter().flat_map(|file| offences_in(file, &for_tests)).collect();
    found.dedup();
    found
}

fn offences_in(file: &SourceFile, for_tests: &[Vec<String>]) -> Vec<String> {
    let own = file.module();
    let found = mentions(&file.name, &file.text, for_tests).into_iter().filter_map(|mention| {
        let what = against_the_layers(own, &mention).or_else(|| behind_an_edge(file, &mention))?;
        Some(format!("{}:{}: {what}", file.name, mention.line))
    });
    found.chain(grouped_imports(file)).collect()
}

fn against_the_layers(own: &str, mention: &Mention) -> Option<String> {
    let [root, used, ..] = mention.path.as_slice() else { return None };
    if root != "crate" || used == own {
        return None;
    }
    let rank = |module: &str| LAYERS.iter().position(|it| *it == module);
    match (rank(own), rank(used)) {
        (_, None) => Some(format!("`{used}` is no module of the list")),
        (None, _) => None,
        (Some(own_rank), Some(used_rank)) if own_rank < used_rank => {
            Some(format!("`{own}` uses `{used}`, which stands below it"))
        }
        _ if EDGES.contains(&own) && EDGES.contains(&used.as_str()) => {
            Some(format!("the edge `{own}` uses the edge `{used}`"))
        }
        _ => None,
    }
}

fn behind_an_edge(file: &SourceFile, mention: &Mention) -> Option<String> {
    let (outside, places) = BEHIND.iter().find(|(outside, _)| mention.is_in(outside))?;
    let own = [file.module(), &file.name];
    let allowed = mention.in_tests || places.iter().any(|it| own.contains(it));
    (!allowed).then(|| format!("`{outside}` stays behind {places:?}"))
}

/// A grouped import would hide a layer from a reader.
fn grouped_imports(file: &SourceFile) -> impl Iterator<Item = String> + '_ {
    let lines = file.text.lines().enumerate();
    let grouped = lines.filter(|(_, line)| line.trim_start().contains("use crate::{"));
    grouped.map(|(at, _)| format!("{}:{}: an import names one module", file.name, at + 1))
}

#[test]
fn modules_use_only_what_stands_above_them() {
    assert_eq!(offences(&source_files::product()), Vec::<String>::new());
}

/// `lib.rs` is the table of contents: its order is the order of the layers.
#[test]
fn the_list_of_modules_is_the_list_of_layers() {
    let text =
        fs::read_to_string(source_files::root().join("src/lib.rs")).expect("lib.rs is there");
    let listed = text.lines().filter_map(|it| it.strip_prefix("pub mod ")?.strip_suffix(';'));
    assert_eq!(listed.collect::<Vec<_>>(), LAYERS);
}

/// Whoever adds a dependency decides here who may use it.
#[test]
fn every_dependency_has_its_place() {
    let text = fs::read_to_string(source_files::root().join("Cargo.toml")).expect("Cargo.toml");
    let mut section = "";
    let mut homeless = Vec::new();
    for line in text.lines() {
        if line.starts_with('[') {
            section = line;
        } else if section.ends_with("dependencies]")
            && !section.contains("dev-")
            && let Some((name, _)) = line.split_once(" = ")
            && !line.starts_with('#')
        {
            let name = name.replace('-', "_");
            if !FREE.contains(&name.as_str()) && !BEHIND.iter().any(|it| it.0 == name) {
                homeless.push(name);
            }
        }
    }
    assert_eq!(homeless, Vec::<String>::new());
}

/// `main.rs` finds the command and runs it; everything else lives where a test reaches it.
#[test]
fn the_program_itself_is_thin() {
    let path = source_files::root().join("src/main.rs");
    let text = fs::read_to_string(&path).expect("main.rs is there");
    assert!(text.lines().count() <= 40, "{} lines", text.lines().count());
    let used = mentions("main.rs", &text, &[]);
    let inside = used.iter().filter(|it| it.is_in("evenhold") && !it.is_in("evenhold::cli"));
    assert_eq!(inside.count(), 0, "main.rs knows the command line alone");
}

#[test]
fn the_map_names_every_layer() {
    let map =
        fs::read_to_string(source_files::root().join("src/ARCHITECTURE.md")).expect("the map");
    let missing: Vec<_> = LAYERS.iter().filter(|it| !map.contains(&format!("[`{it}`]"))).collect();
    assert!(missing.is_empty(), "{missing:?} are not in src/ARCHITECTURE.md");
    assert!(map.lines().count() <= 150, "the map is longer than 150 lines");
    assert!(Path::new(&source_files::root().join("src/ARCHITECTURE.md")).exists());
}

mod planted {
    use expect_test::{Expect, expect};

    use super::offences;
    use crate::source_files::SourceFile;

    #[track_caller]
    fn check(name: &str, text: &str, expected: &Expect) {
        let files = [SourceFile { name: name.to_owned(), text: text.to_owned() }];
        expected.assert_eq(&offences(&files).join("\n"));
    }

    #[test]
    fn a_lower_layer_is_seen_in_a_single_file_and_in_a_folder() {
        check(
            "settings.rs",
            "use crate::coach::Message;",
            &expect!["settings.rs:1: `settings` uses `coach`, which stands below it"],
        );
        check(
            "session/plan.rs",
            "\nuse crate::history::Record;",
            &expect!["session/plan.rs:2: `session` uses `history`, which stands below it"],
        );
    }

    #[test]
    fn a_lower_layer_is_seen_without_an_import() {
        check(
            "session/mod.rs",
            "fn f() -> super::history::Record { crate::ui::draw() }",
            &expect![[r#"
                session/mod.rs:1: `session` uses `history`, which stands below it
                session/mod.rs:1: `session` uses `ui`, which stands below it"#]],
        );
    }

    #[test]
    fn a_grouped_import_is_named_and_seen_through() {
        check(
            "units.rs",
            "use crate::{session, files::Folder};",
            &expect![[r#"
                units.rs:1: `units` uses `session`, which stands below it
                units.rs:1: `units` uses `files`, which stands below it
                units.rs:1: an import names one module"#]],
        );
    }

    #[test]
    fn edges_keep_away_from_each_other_but_share_the_clock() {
        check(
            "ui/mod.rs",
            "use crate::sound::Tone;\nuse crate::clock::Clock;",
            &expect!["ui/mod.rs:1: the edge `ui` uses the edge `sound`"],
        );
    }

    #[test]
    fn an_outside_crate_is_seen_through_every_spelling() {
        check(
            "coach/mod.rs",
            "use egui::Ui;\nuse std::{fs as disk, time};\nfn f() { time::Instant::now(); disk::read(p) }",
            &expect![[r#"
                coach/mod.rs:1: `egui` stays behind ["ui", "shell"]
                coach/mod.rs:2: `std::fs` stays behind ["files", "sound/cue_log.rs"]
                coach/mod.rs:3: `std::time::Instant::now` stays behind ["clock"]
                coach/mod.rs:3: `std::fs` stays behind ["files", "sound/cue_log.rs"]"#]],
        );
    }

    #[test]
    fn the_network_belongs_to_nobody() {
        check(
            "sound/speech.rs",
            "use std::net::TcpStream;\nuse std::os::unix::net::UnixStream;",
            &expect!["sound/speech.rs:1: `std::net` stays behind []"],
        );
    }

    #[test]
    fn words_about_a_layer_are_no_use_of_it() {
        check("units.rs", "//! See crate::session.\nconst A: &str = \"crate::ui\";", &expect![""]);
    }
}
