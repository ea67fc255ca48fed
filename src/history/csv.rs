//! Every set as a line of comma-separated values (RFC 4180), for spreadsheets and statistics.

use std::io::Write;
use std::time::Duration;

use chrono::SecondsFormat;

use super::{Record, SessionRecord};
use crate::library::Amount;

/// The columns; they stay, others may be added behind them.
const COLUMNS: [&str; 16] = [
    "id",
    "date",
    "started",
    "routine",
    "finished",
    "active_seconds",
    "exercise",
    "level",
    "side",
    "set",
    "planned",
    "done",
    "unit",
    "skipped",
    "pain",
    "rir",
];

/// Writes a line with the names of the columns and one for each set.
pub fn write_sets(sessions: &[(&Record, &SessionRecord)], out: impl Write) -> csv::Result<()> {
    let mut out = csv::Writer::from_writer(out);
    out.write_record(COLUMNS)?;
    for (record, session) in sessions {
        let (id, date) = (record.id.to_string(), record.date.to_string());
        let started = session.started.to_rfc3339_opts(SecondsFormat::Millis, false);
        let active = seconds(session.active).to_string();
        for set in &session.sets {
            let (planned, unit) = number(set.planned);
            let optional = |it: Option<u8>| it.map(|it| it.to_string()).unwrap_or_default();
            out.write_record([
                &id,
                &date,
                &started,
                &harmless(&session.routine),
                &session.is_finished().to_string(),
                &active,
                &harmless(&set.exercise),
                &set.level.to_string(),
                &set.side.to_string(),
                &set.set.to_string(),
                &planned.to_string(),
                &number(set.done).0.to_string(),
                unit,
                &set.skipped.to_string(),
                &optional(set.pain.map(Into::into)),
                &optional(set.rir.map(Into::into)),
            ])?;
        }
    }
    out.flush()?;
    Ok(())
}

/// An id that no spreadsheet takes for a formula; ours never begin like one.
fn harmless(id: &str) -> String {
    let is_formula = id.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if is_formula { format!("'{id}") } else { id.to_owned() }
}

fn seconds(time: Duration) -> f64 {
    time.as_millis() as f64 / 1000.0
}

fn number(amount: Amount) -> (f64, &'static str) {
    match amount {
        Amount::Hold(time) | Amount::Drill(time) => (seconds(time), "seconds"),
        Amount::Reps(n) => (f64::from(n), "reps"),
        Amount::Steps(n) => (f64::from(n), "steps"),
        Amount::Reaches(n) => (f64::from(n), "reaches"),
    }
}
