//! One line of the journal: a record as JSON, with a checksum as its last field.
//!
//! The checksum tells whether a line is still as the program wrote it. People may edit their
//! journal by hand, so a line that fails it is used all the same and marked.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Serialize};
use serde_ignored::Path;
use serde_json::{Map, Value};

use super::quick;
use super::record::UnknownField;
use super::{Amend, Body, DeviceId, Record, RecordId, SCHEMA, Unknown};

/// Whether a line is as the program wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trust {
    /// The checksum agrees.
    Intact,
    /// The checksum is missing or wrong: changed outside the program, and still used.
    Changed,
}

/// Why a line cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LineError {
    /// It is not JSON: torn, or damaged.
    #[error("it is not a JSON object")]
    NotJson,
    /// It is JSON, but not a record: the reader's own words say what is wrong.
    #[error("{0}")]
    NotARecord(String),
}

/// The fields that every record begins with.
const ENVELOPE: [&str; 9] = ["v", "kind", "id", "rev", "device", "at", "zone", "date", "crc"];

#[derive(Deserialize)]
struct Envelope {
    v: u32,
    kind: String,
    id: RecordId,
    #[serde(default = "first")]
    rev: u32,
    device: DeviceId,
    at: DateTime<FixedOffset>,
    #[serde(default)]
    zone: String,
    date: NaiveDate,
}

const fn first() -> u32 {
    1
}

/// Writes a record as one line, without the line break.
///
/// Numbers in a record are finite by their types, so whatever is written can be read again.
pub fn to_line(record: &Record) -> Result<String, serde_json::Error> {
    let mut fields = Map::new();
    let mut put = |name: &str, value: Value| fields.insert(name.to_owned(), value);
    put("v", record.v.into());
    put("kind", record.body.kind().into());
    put("id", serde_json::to_value(record.id)?);
    put("rev", record.rev.into());
    put("device", serde_json::to_value(&record.device)?);
    put("at", serde_json::to_value(record.at)?);
    put("zone", record.zone.as_str().into());
    put("date", serde_json::to_value(record.date)?);
    fields.append(&mut body_fields(&record.body)?);
    let mut whole = Value::Object(fields);
    for UnknownField { pointer, value } in &record.unknown.0 {
        put_back(&mut whole, pointer, value);
    }
    Ok(with_checksum(&serde_json::to_string(&whole)?))
}

/// Adds the checksum to a JSON object that is not empty.
pub(crate) fn with_checksum(object: &str) -> String {
    let open = object.strip_suffix('}').unwrap_or(object);
    format!("{open},\"crc\":\"{}\"}}", checksum(open.as_bytes()))
}

/// The checksum of some bytes, as it stands in a line.
pub(crate) fn checksum(bytes: &[u8]) -> String {
    format!("{:08x}", crc32fast::hash(bytes))
}

/// Whether the checksum at the end of a line agrees with what stands before it.
pub(crate) fn trust(line: &[u8]) -> Trust {
    let Some(rest) = line.strip_suffix(b"\"}") else { return Trust::Changed };
    let Some((rest, crc)) = rest.split_last_chunk::<8>() else { return Trust::Changed };
    let Some(before) = rest.strip_suffix(b",\"crc\":\"") else { return Trust::Changed };
    if checksum(before).as_bytes() == crc { Trust::Intact } else { Trust::Changed }
}

fn body_fields(body: &Body) -> Result<Map<String, Value>, serde_json::Error> {
    let value = match body {
        Body::Session(it) | Body::Break(it) => serde_json::to_value(it)?,
        Body::Check(it) => serde_json::to_value(it)?,
        Body::Amend(Amend { with }) => {
            let mut inner = Map::new();
            inner.insert("kind".to_owned(), with.kind().into());
            inner.append(&mut body_fields(with)?);
            return Ok(Map::from_iter([("with".to_owned(), Value::Object(inner))]));
        }
        Body::Delete | Body::Undelete | Body::Unknown(_) => Value::Null,
        Body::Morning(it) => serde_json::to_value(it)?,
        Body::Target(it) => serde_json::to_value(it)?,
        Body::Pause(it) => serde_json::to_value(it)?,
        Body::Decision(it) => serde_json::to_value(it)?,
        Body::Health(it) => serde_json::to_value(it)?,
        Body::Things(it) => serde_json::to_value(it)?,
        Body::Plan(it) => serde_json::to_value(it)?,
    };
    Ok(if let Value::Object(fields) = value { fields } else { Map::new() })
}

/// Parts of a record that are left out when nothing of ours is in them.
const LEFT_OUT: [&str; 2] = ["/pain", "/with/pain"];

/// Puts an unknown field back in its place; a place that is gone takes the field with it.
fn put_back(whole: &mut Value, pointer: &str, value: &Value) {
    let Some((parent, name)) = pointer.rsplit_once('/') else { return };
    if LEFT_OUT.contains(&parent)
        && let Some((outer, part)) = parent.rsplit_once('/')
        && let Some(Value::Object(fields)) = whole.pointer_mut(outer)
    {
        fields.entry(part).or_insert_with(|| Value::Object(Map::new()));
    }
    if let Some(Value::Object(fields)) = whole.pointer_mut(parent) {
        fields.entry(unescape(name)).or_insert_with(|| value.clone());
    }
}

/// Reads one line.
pub fn from_line(line: &[u8]) -> Result<(Record, Trust), LineError> {
    let record = match quick::session(line) {
        Some(record) => record,
        None => the_long_way(line)?,
    };
    Ok((record, trust(line)))
}

/// Reads any line. A field that stands twice counts as it stands last, in records as in every object.
pub(super) fn the_long_way(line: &[u8]) -> Result<Record, LineError> {
    in_two_passes(line, known).or_else(|why| {
        let once = || serde_json::to_vec(&serde_json::from_slice::<Value>(line)?);
        let read = once().and_then(|it| in_two_passes(&it, known).or_else(|_| newer(&it)));
        // What is said of a line is said of it as it stands.
        read.ok().ok_or_else(|| not_read(line, &why))
    })
}

/// A newer version may write what this one cannot take; it is kept whole.
fn newer(line: &[u8]) -> serde_json::Result<Record> {
    in_two_passes(line, |envelope, line, unknown| {
        if envelope.v <= SCHEMA {
            return Err(serde_json::Error::custom("of this version"));
        }
        *unknown = top_level(line)?;
        Ok(Body::Unknown(envelope.kind.clone()))
    })
}

/// Reads the body of a kind, and lists the places of the fields that it does not know.
type ReadBody = fn(&Envelope, &[u8], &mut Vec<String>) -> serde_json::Result<Body>;

/// The body of a kind that this version writes, or one whose kind it does not know.
fn known(envelope: &Envelope, line: &[u8], unknown: &mut Vec<String>) -> serde_json::Result<Body> {
    body(&envelope.kind, line, unknown)
}

/// Reads any line: once for its envelope, and once for its body and what is unknown in it.
fn in_two_passes(line: &[u8], read: ReadBody) -> serde_json::Result<Record> {
    let envelope: Envelope = serde_json::from_slice(line)?;
    let mut unknown = Vec::new();
    let body = read(&envelope, line, &mut unknown)?;
    Ok(Record {
        v: envelope.v,
        id: envelope.id,
        rev: envelope.rev,
        device: envelope.device,
        at: envelope.at,
        zone: envelope.zone,
        date: envelope.date,
        body,
        unknown: Unknown(fill(line, unknown)),
    })
}

fn not_read(line: &[u8], why: &serde_json::Error) -> LineError {
    if serde_json::from_slice::<Map<String, Value>>(line).is_err() {
        LineError::NotJson
    } else {
        LineError::NotARecord(why.to_string())
    }
}

/// Reads the body of a kind and lists the places of the fields that it does not know.
fn body(kind: &str, line: &[u8], unknown: &mut Vec<String>) -> serde_json::Result<Body> {
    /// A body without fields.
    #[derive(Deserialize)]
    struct Nothing {}

    Ok(match kind {
        "session" => Body::Session(part(line, unknown)?),
        "break" => Body::Break(part(line, unknown)?),
        "check" => Body::Check(part(line, unknown)?),
        "amend" => Body::Amend(amend(line, unknown)?),
        "delete" => part(line, unknown).map(|Nothing {}| Body::Delete)?,
        "undelete" => part(line, unknown).map(|Nothing {}| Body::Undelete)?,
        "morning" => Body::Morning(part(line, unknown)?),
        "target" => Body::Target(part(line, unknown)?),
        "pause" => Body::Pause(part(line, unknown)?),
        "decision" => Body::Decision(part(line, unknown)?),
        "health" => Body::Health(part(line, unknown)?),
        "things" => Body::Things(part(line, unknown)?),
        "plan" => Body::Plan(part(line, unknown)?),
        newer => {
            unknown.append(&mut top_level(line)?);
            Body::Unknown(newer.to_owned())
        }
    })
}

/// Reads what an amendment replaces its record with, which is a body inside a body.
fn amend(line: &[u8], unknown: &mut Vec<String>) -> serde_json::Result<Amend> {
    #[derive(Deserialize)]
    struct With {
        with: Box<serde_json::value::RawValue>,
    }
    #[derive(Deserialize)]
    struct Kind {
        kind: String,
    }
    let with = part::<With>(line, unknown)?.with;
    let kind = serde_json::from_str::<Kind>(with.get())?.kind;
    let mut inside = Vec::new();
    let inner = body(&kind, with.get().as_bytes(), &mut inside)?;
    unknown.extend(inside.into_iter().map(|it| format!("/with{it}")));
    Ok(Amend { with: Box::new(inner) })
}

fn part<T: DeserializeOwned>(line: &[u8], unknown: &mut Vec<String>) -> serde_json::Result<T> {
    let mut json = serde_json::Deserializer::from_slice(line);
    serde_ignored::deserialize(&mut json, |path| {
        let pointer = pointer(&path);
        if !is_envelope(&pointer) {
            unknown.push(pointer);
        }
    })
}

fn top_level(line: &[u8]) -> serde_json::Result<Vec<String>> {
    let fields: Map<String, Value> = serde_json::from_slice(line)?;
    let pointers = fields.keys().map(|it| format!("/{}", escape(it)));
    Ok(pointers.filter(|it| !is_envelope(it)).collect())
}

fn is_envelope(pointer: &str) -> bool {
    pointer.strip_prefix('/').is_some_and(|it| ENVELOPE.contains(&it))
}

fn pointer(path: &Path<'_>) -> String {
    match path {
        Path::Root => String::new(),
        Path::Seq { parent, index } => format!("{}/{index}", pointer(parent)),
        Path::Map { parent, key } => format!("{}/{}", pointer(parent), escape(key)),
        Path::Some { parent }
        | Path::NewtypeStruct { parent }
        | Path::NewtypeVariant { parent } => pointer(parent),
    }
}

fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

fn unescape(key: &str) -> String {
    key.replace("~1", "/").replace("~0", "~")
}

/// Looks up the values of unknown fields: a second reading, for the few lines that have any.
/// A field that stands twice is one: its last value is read, as of every field. They come in the order
/// of their names, not of the line: a record that is written and read again is the same.
fn fill(line: &[u8], pointers: Vec<String>) -> Vec<UnknownField> {
    if pointers.is_empty() {
        return Vec::new();
    }
    let pointers: BTreeSet<_> = pointers.into_iter().collect();
    let Ok(whole) = serde_json::from_slice::<Value>(line) else { return Vec::new() };
    let field = |pointer: String| {
        let value = whole.pointer(&pointer)?.clone();
        Some(UnknownField { pointer, value })
    };
    pointers.into_iter().filter_map(field).collect()
}

/// Writes any value as one checksummed line, for logs that hold other things than records.
pub(crate) fn checked_line(value: &impl Serialize) -> Result<String, serde_json::Error> {
    Ok(with_checksum(&serde_json::to_string(value)?))
}
