//! The short way through a line: a session as the program itself writes it, read once from its first
//! byte to its last. Whatever is otherwise (another kind, a newer version, a field that is unknown or
//! stands twice, a mistake) takes the long way, which answers the same and can say more.
//!
//! Nearly every line of a journal is such a one; half a lifetime of them is read at a start.

use std::cell::Cell;

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor,
};

use super::strict::Strict;
use super::{Body, DeviceId, Record, RecordId, SCHEMA, SessionRecord, Unknown};

/// How the line of a session and of a break begin.
const BEGINNINGS: [&[u8]; 2] = [b"{\"v\":1,\"kind\":\"session\",", b"{\"v\":1,\"kind\":\"break\","];

/// The record of a line that is just as the program writes it.
pub(super) fn session(line: &[u8]) -> Option<Record> {
    if !BEGINNINGS.iter().any(|it| line.starts_with(it)) {
        return None;
    }
    let has_more = Cell::new(false);
    let mut json = serde_json::Deserializer::from_slice(line);
    let record = json.deserialize_map(Line { has_more: &has_more }).ok()?;
    json.end().ok()?;
    Some(record).filter(|_| !has_more.get())
}

/// What stands around the body.
#[derive(Default)]
struct Envelope {
    v: Option<u32>,
    kind: Option<Kind>,
    id: Option<RecordId>,
    rev: Option<u32>,
    device: Option<DeviceId>,
    at: Option<DateTime<FixedOffset>>,
    zone: Option<String>,
    date: Option<NaiveDate>,
    crc: Option<IgnoredAny>,
}

#[derive(Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Session,
    Break,
}

impl Envelope {
    /// Takes one of its fields.
    fn take<'de, A: MapAccess<'de>>(&mut self, name: Name, map: &mut A) -> Result<(), A::Error> {
        match name {
            Name::V => once(&mut self.v, map),
            Name::Kind => once(&mut self.kind, map),
            Name::Id => once(&mut self.id, map),
            Name::Rev => once(&mut self.rev, map),
            Name::Device => once(&mut self.device, map),
            Name::At => once(&mut self.at, map),
            Name::Zone => once(&mut self.zone, map),
            Name::Date => once(&mut self.date, map),
            Name::Crc => once(&mut self.crc, map),
        }
    }

    fn with(self, told: SessionRecord) -> Option<Record> {
        Some(Record {
            v: self.v.filter(|it| *it == SCHEMA)?,
            id: self.id?,
            rev: self.rev.unwrap_or(1),
            device: self.device?,
            at: self.at?,
            zone: self.zone.unwrap_or_default(),
            date: self.date?,
            body: match self.kind? {
                Kind::Session => Body::Session(told),
                Kind::Break => Body::Break(told),
            },
            unknown: Unknown::default(),
        })
    }
}

/// A value that must not come twice.
fn once<'de, T, A>(place: &mut Option<T>, map: &mut A) -> Result<(), A::Error>
where
    T: Deserialize<'de>,
    A: MapAccess<'de>,
{
    match place.replace(map.next_value()?) {
        None => Ok(()),
        Some(_) => Err(Error::custom("twice")),
    }
}

/// A field of the envelope.
#[derive(Clone, Copy)]
enum Name {
    V,
    Kind,
    Id,
    Rev,
    Device,
    At,
    Zone,
    Date,
    Crc,
}

impl Name {
    fn of(key: &str) -> Option<Self> {
        Some(match key {
            "v" => Self::V,
            "kind" => Self::Kind,
            "id" => Self::Id,
            "rev" => Self::Rev,
            "device" => Self::Device,
            "at" => Self::At,
            "zone" => Self::Zone,
            "date" => Self::Date,
            "crc" => Self::Crc,
            _ => return None,
        })
    }
}

/// Reads the whole line.
struct Line<'a> {
    has_more: &'a Cell<bool>,
}

impl<'de> Visitor<'de> for Line<'_> {
    type Value = Record;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a record")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Record, A::Error> {
        let mut envelope = Envelope::default();
        let fields = BodyFields { map, envelope: &mut envelope };
        let told = SessionRecord::deserialize(Strict {
            inner: MapAccessDeserializer::new(fields),
            has_more: self.has_more,
        })?;
        envelope.with(told).ok_or_else(|| Error::custom("no record"))
    }
}

/// The fields of a line that are not the envelope's; those are taken on the way.
struct BodyFields<'a, A> {
    map: A,
    envelope: &'a mut Envelope,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for BodyFields<'_, A> {
    type Error = A::Error;

    fn next_key_seed<K>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error>
    where
        K: DeserializeSeed<'de>,
    {
        let mut seed = Some(seed);
        loop {
            match self.map.next_key_seed(Key { seed: &mut seed })? {
                None => return Ok(None),
                Some(Found::Body(key)) => return Ok(Some(key)),
                Some(Found::Envelope(name)) => self.envelope.take(name, &mut self.map)?,
            }
        }
    }

    fn next_value_seed<V>(&mut self, seed: V) -> Result<V::Value, A::Error>
    where
        V: DeserializeSeed<'de>,
    {
        self.map.next_value_seed(seed)
    }
}

/// Whose field comes next.
enum Found<T> {
    Envelope(Name),
    Body(T),
}

/// Reads a key; the body's seed is used up by the first that is the body's.
struct Key<'a, K> {
    seed: &'a mut Option<K>,
}

impl<'de, K: DeserializeSeed<'de>> DeserializeSeed<'de> for Key<'_, K> {
    type Value = Found<K::Value>;

    fn deserialize<D: Deserializer<'de>>(self, key: D) -> Result<Self::Value, D::Error> {
        key.deserialize_identifier(self)
    }
}

impl<'de, K: DeserializeSeed<'de>> Visitor<'de> for Key<'_, K> {
    type Value = Found<K::Value>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a name")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Self::Value, E> {
        if let Some(name) = Name::of(key) {
            return Ok(Found::Envelope(name));
        }
        let seed = self.seed.take().ok_or_else(|| E::custom("a name too many"))?;
        seed.deserialize(StrDeserializer::new(key)).map(Found::Body)
    }
}
