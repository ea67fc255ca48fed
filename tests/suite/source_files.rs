//! The files of this repository, as the tests about its shape read them.

use std::fs;
use std::path::{Path, PathBuf};

/// A Rust source file.
#[derive(Debug, Clone)]
pub(crate) struct SourceFile {
    /// Its path below the folder that was read, with `/` (`session/plan.rs`).
    pub(crate) name: String,
    /// What stands in it.
    pub(crate) text: String,
}

impl SourceFile {
    /// The topmost module it belongs to; empty for `lib.rs` and `main.rs`.
    pub(crate) fn module(&self) -> &str {
        let top = self.name.split('/').next().unwrap_or_default().trim_end_matches(".rs");
        if matches!(top, "lib" | "main") { "" } else { top }
    }
}

/// The folder that holds `Cargo.toml`.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every source file below `src`.
pub(crate) fn product() -> Vec<SourceFile> {
    below("src")
}

/// Every source file below `folder` of the repository, by name.
pub(crate) fn below(folder: &str) -> Vec<SourceFile> {
    let folder = root().join(folder);
    let rust =
        every_file(&folder).into_iter().filter(|it| it.extension().is_some_and(|it| it == "rs"));
    let files = rust.map(|path| {
        let text = fs::read_to_string(&path).expect("a source file is readable text");
        SourceFile { name: name_below(&folder, &path), text }
    });
    files.collect()
}

/// Every file below `folder`, however deep, sorted.
pub(crate) fn every_file(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of the repository is readable") {
            let path = entry.expect("its entries are readable").path();
            if path.is_dir() { open.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    found
}

/// `path` below `folder`, with `/` on every system.
pub(crate) fn name_below(folder: &Path, path: &Path) -> String {
    let below = path.strip_prefix(folder).expect("the file lies below the folder");
    let names = below.components().map(|it| it.as_os_str().to_string_lossy().into_owned());
    names.collect::<Vec<_>>().join("/")
}
