//! The bytes that are kept beside the fuzzer, through every parser: what once was thought of, or found.

use std::fs;

use super::source_files::{every_file, root};

#[path = "../../fuzz/parsers.rs"]
mod parsers;

/// No kept file is larger.
const LARGEST: u64 = 8 * 1024;
/// Nor are all of them together.
const ALL: u64 = 300 * 1024;

#[test]
fn every_parser_reads_what_is_kept_for_it() {
    let mut total = 0;
    for (name, parse) in parsers::ALL {
        let files = every_file(&root().join("fuzz/corpus").join(name));
        assert!(files.len() >= 3, "{name} has a corpus");
        for file in files {
            let bytes = fs::read(&file).expect("a file");
            assert!(bytes.len() as u64 <= LARGEST, "{} is large", file.display());
            total += bytes.len() as u64;
            parse(&bytes);
        }
    }
    assert!(total <= ALL, "{total} bytes in all");
}

/// What is meant for one parser may reach any other.
#[test]
fn every_parser_survives_the_bytes_of_every_other() {
    for file in every_file(&root().join("fuzz/corpus")) {
        let bytes = fs::read(&file).expect("a file");
        for (_, parse) in parsers::ALL {
            parse(&bytes);
        }
    }
}

#[test]
fn every_parser_is_a_target_of_the_fuzzer() {
    let manifest = fs::read_to_string(root().join("fuzz/Cargo.toml")).expect("its manifest");
    let listed: Vec<_> = manifest.lines().filter(|it| it.starts_with("name = ")).skip(1).collect();
    let expected: Vec<_> = parsers::ALL.iter().map(|it| format!("name = \"{}\"", it.0)).collect();
    assert_eq!(listed, expected);
    for (name, _) in parsers::ALL {
        let target = root().join(format!("fuzz/targets/{name}.rs"));
        let text = fs::read_to_string(target).expect("its target");
        assert!(text.contains(&format!("parsers::{name}(bytes)")));
    }
}
