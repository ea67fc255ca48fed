//! Archives there and back, and archives that mean no good.

#![expect(clippy::disallowed_methods, reason = "a test that puts files where it wants them")]

use std::io::{Cursor, Write as _};

use expect_test::{Expect, expect};
use proptest::prelude::*;
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;
use crate::files::{Folders, OwnDisk, read_journal};
use crate::history::{Body, Journal, Record, sample, to_line};

struct Home(TempDir);

impl Home {
    fn new() -> Self {
        let home = Self(TempDir::new().expect("a folder"));
        home.folders().make(&OwnDisk).expect("it can be made");
        home
    }

    fn folders(&self) -> Folders {
        Folders::find(&OwnDisk, Some(&self.0.path().join("data"))).expect("folders")
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.folders().data.join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("it can be made");
        std::fs::write(path, bytes).expect("it can be written");
    }

    fn journal(&self) -> Journal {
        read_journal(&OwnDisk, &self.folders()).0
    }

    fn export(&self) -> std::path::PathBuf {
        let to = self.0.path().join("out.zip");
        export(&OwnDisk, &self.folders(), &self.journal(), &to).expect("an archive");
        to
    }

    fn read(&self, archive: &Path) -> Result<Import, ArchiveProblem> {
        read_archive(&OwnDisk, &self.folders(), &self.journal(), archive)
    }

    fn import(&self, archive: &Path) -> Preview {
        let import = self.read(archive).expect("an archive");
        import.apply(&OwnDisk, &self.folders(), &sample::device()).expect("it can be taken in");
        import.preview
    }

    fn names(&self) -> Vec<String> {
        let mut names = Vec::new();
        walk(&self.folders().data, &mut names);
        names.sort();
        names
    }
}

fn walk(dir: &Path, names: &mut Vec<String>) {
    for entry in std::fs::read_dir(dir).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() { walk(&path, names) } else { names.push(path.display().to_string()) }
    }
}

fn line(record: &Record) -> String {
    format!("{}\n", to_line(record).expect("a line"))
}

fn records(journal: &Journal) -> Vec<&Record> {
    journal.records().collect()
}

/// A home with three sessions, one of them deleted, a bad line, a routine and settings.
fn full() -> Home {
    let home = Home::new();
    let gone = Record { rev: 2, body: Body::Delete, ..sample::record(3) };
    let log: String = (1..4).map(|it| line(&sample::record(it))).collect();
    home.write("log/desk/2031-04.jsonl", format!("{log}oops\n{}", line(&gone)).as_bytes());
    home.write("routines/mine.ron", b"(mine)");
    home.write("settings.ron", b"(schema: 1, volume: 30)");
    home.write("articles/en/mine.md", b"# Mine");
    home
}

#[test]
fn everything_comes_back_and_only_once() {
    let (from, to) = (full(), Home::new());
    let archive = from.export();
    expect![[r#"
        Preview {
            new: 3,
            same: 0,
            different: 0,
            unreadable: 1,
            new_files: [
                "settings.ron",
                "routines/mine.ron",
                "articles/en/mine.md",
            ],
            kept_files: [],
        }
    "#]]
    .assert_debug_eq(&Preview { ..to.import(&archive) });
    assert_eq!(records(&from.journal()), records(&to.journal()));
    assert!(to.journal().get(sample::id(3)).is_some_and(|it| it.is_deleted));
    let names = to.names();
    let again = to.import(&archive);
    assert_eq!((again.new, again.same, again.different), (0, 3, 0));
    assert!(again.is_empty());
    assert_eq!(to.names(), names);
}

/// A photo in one shade, as a camera makes it.
fn photo(shade: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    let image = image::RgbImage::from_pixel(320, 320, image::Rgb([shade; 3]));
    image::codecs::jpeg::JpegEncoder::new(&mut bytes).encode_image(&image).expect("a photo");
    bytes
}

#[test]
fn photos_that_were_kept_go_along_and_none_is_written_over_or_doubled() {
    const ID: &str = "00000000-0000-0000-0000-000000000007";
    let (from, to) = (full(), full());
    let name = |number: &str| format!("photos/{ID}{number}.jpg");
    from.write(&name(""), &photo(10));
    from.write(&name("-2"), &photo(20));
    from.write("photos/holiday.jpg", &photo(90));
    to.write(&name(""), &photo(20));
    let archive = from.export();
    let told = to.import(&archive);
    assert_eq!(told.new_files, [name("-2")], "one is here under another name");
    let kept = |number: &str| std::fs::read(to.folders().data.join(name(number))).expect("a photo");
    assert_eq!((kept(""), kept("-2")), (photo(20), photo(10)));
    assert!(to.import(&archive).is_empty());
    // What is no photo, or holds more than its pixels.
    let told = [photo(30), b"\0\0\0\x18ftypmp42 52.52 N".to_vec()].concat();
    let entries: &[(&str, &[u8])] =
        &[(&name("-3"), &told), (&name("-4"), b"a letter"), ("photos/x.jpg", &photo(1))];
    std::fs::write(to.0.path().join("in.zip"), packed(entries)).expect("it can be written");
    assert_eq!(to.import(&to.0.path().join("in.zip")).new_files, [name("-3")]);
    assert_eq!(kept("-3"), photo(30));
    let photos = std::fs::read_dir(to.folders().data.join("photos")).expect("the folder");
    assert_eq!(photos.count(), 3);
}

#[test]
fn what_is_here_is_never_written_over() {
    let (from, to) = (full(), Home::new());
    to.write("routines/mine.ron", b"(other)");
    to.write("settings.ron", b"(schema: 1, volume: 30)");
    let mut newer = sample::record(1);
    newer.rev = 5;
    to.write("log/desk/2031-04.jsonl", (line(&newer) + &line(&sample::record(3))).as_bytes());
    let preview = to.import(&from.export());
    assert_eq!(preview.kept_files, ["routines/mine.ron"]);
    // 1 is older there, 2 is not here, 3 was deleted there.
    assert_eq!((preview.new, preview.same, preview.different), (1, 1, 1));
    let kept = |name: &str| std::fs::read(to.folders().data.join(name)).expect("it is there");
    assert_eq!(kept("routines/mine.ron"), b"(other)");
    assert!(kept("log/desk/2031-04.jsonl").starts_with(line(&newer).as_bytes()));
    assert_eq!(to.journal().get(sample::id(1)).map(|it| it.rev), Some(5));
}

#[test]
fn the_same_history_gives_the_same_archive_and_replaces_none() {
    let home = full();
    let first = std::fs::read(home.export()).expect("bytes");
    let to = home.0.path().join("out.zip");
    let again = export(&OwnDisk, &home.folders(), &home.journal(), &to);
    assert_eq!(again, Err(ArchiveProblem::Exists));
    std::fs::remove_file(to).expect("it can be removed");
    assert_eq!(std::fs::read(home.export()).expect("bytes"), first);
}

fn packed(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        zip.start_file(*name, SimpleFileOptions::default()).expect("an entry");
        zip.write_all(bytes).expect("bytes");
    }
    zip.finish().expect("an archive").into_inner()
}

/// What is said of an archive of these entries; nothing of it may reach the disk.
#[track_caller]
fn check(bytes: &[u8], expect: &Expect) {
    let home = Home::new();
    let names = home.names();
    let archive = home.0.path().join("in.zip");
    std::fs::write(&archive, bytes).expect("it can be written");
    match home.read(&archive) {
        Ok(it) => expect.assert_debug_eq(&it.preview.new_files),
        Err(why) => expect.assert_debug_eq(&why),
    }
    assert_eq!(home.names(), names);
}

#[test]
fn a_name_that_leads_out_of_the_folder_is_refused() {
    for name in [
        "../evil.ron",
        "routines/../../evil.ron",
        "/etc/evil.ron",
        "log/../../evil.jsonl",
        "C:\\evil.ron",
        "routines\\evil.ron",
        "routines/con.ron",
        "routines/LPT1.ron",
        "routines/evil.ron ",
        "routines/evil.",
        "routines//evil.ron",
        "routines/a\u{7}.ron",
        "a/b/c/d/e/f/g/h/i.ron",
    ] {
        let refused = import::unpack(&packed(&[(name, b"()")]), UNPACKED_CAP);
        assert_eq!(refused, Err(ArchiveProblem::UnsafeName(name.to_owned())));
    }
    check(
        &packed(&[("../evil.ron", b"()")]),
        &expect![[r#"
        UnsafeName(
            "../evil.ron",
        )
    "#]],
    );
}

#[test]
fn what_has_no_use_here_is_left_in_the_archive() {
    let entries: &[(&str, &[u8])] = &[
        ("notes.txt", b"hello"),
        ("bin/run.sh", b"rm"),
        ("state/lock", b""),
        ("routines/.hidden.ron", b"()"),
        ("__MACOSX/._x", b""),
        ("routines/fine.ron", b"()"),
    ];
    check(
        &packed(entries),
        &expect![[r#"
        [
            "routines/fine.ron",
        ]
    "#]],
    );
}

#[test]
fn no_archive_unpacks_to_more_than_it_may() {
    let zeros = vec![b'\n'; 3_000_000];
    let bomb = packed(&[("log/a/1.jsonl", &zeros), ("log/a/2.jsonl", &zeros)]);
    assert!(bomb.len() < 100_000);
    assert_eq!(import::unpack(&bomb, 5_000_000), Err(ArchiveProblem::TooLarge));
    assert_eq!(import::unpack(&bomb, 6_000_000).map(|it| it.len()), Ok(2));
    check(
        &packed(&[("settings.ron", &zeros)]),
        &expect![[r#"
        TooLarge
    "#]],
    );
}

#[test]
fn what_is_no_archive_is_told() {
    check(
        b"",
        &expect![[r#"
        NotAnArchive
    "#]],
    );
    check(
        b"PK\x03\x04 nothing else",
        &expect![[r#"
        NotAnArchive
    "#]],
    );
    let whole = packed(&[("routines/fine.ron", b"(fine: 1)")]);
    check(
        whole.split_at(whole.len() - 30).0,
        &expect![[r#"
        NotAnArchive
    "#]],
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// A damaged archive is refused or read; it never makes the reader fail.
    #[test]
    fn a_damaged_archive_does_no_harm(flips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8)) {
        let log: String = (1..3).map(|it| line(&sample::record(it))).collect();
        let mut bytes = packed(&[("log/a/1.jsonl", log.as_bytes()), ("routines/a.ron", b"()")]);
        for (at, to) in flips {
            let at = at.index(bytes.len());
            bytes[at] = to;
        }
        if let Ok(content) = import::unpack(&bytes, 1_000_000) {
            prop_assert!(content.iter().all(|it| is_safe(&it.0)));
        }
    }
}
