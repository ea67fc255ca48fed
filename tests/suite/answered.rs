//! The journal of a person who was asked everything before the first session, and had nothing to mind.

use std::fs::{DirBuilder, OpenOptions};
use std::io::Write as _;
use std::path::Path;
use std::time::Duration;

use evenhold::history::{Body, DeviceId, Record, RecordId, to_line};
use evenhold::program::nothing_to_mind;
use evenhold::units::{Now, Tick};

/// When that was.
const WHEN: &str = "2026-01-05T08:00:00Z";

/// Puts it into a data folder, which is made where it is missing.
pub(crate) fn answered(data: &Path) {
    let folder = data.join("log/desk");
    let mut maker = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut maker, 0o700);
    maker.recursive(true).create(&folder).expect("a folder");
    let wall = WHEN.parse().expect("a moment");
    let tick = Tick { mono: Duration::ZERO, boot: Duration::ZERO, wall };
    let now = Now { tick, zone: "UTC".to_owned() };
    let body = Body::Health(nothing_to_mind());
    let record = Record::new(RecordId::from_u128(1), DeviceId::new("desk"), &now, body);
    let line = to_line(&record).expect("a line");
    let mut file = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut file, 0o600);
    let file = file.write(true).create(true).truncate(true).open(folder.join("2026-01.jsonl"));
    writeln!(file.expect("the folder takes it"), "{line}").expect("the file takes it");
}
