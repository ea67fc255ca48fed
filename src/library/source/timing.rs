//! `timing.ron`: the lengths of the gaps, in seconds.

use super::{MOST_REST, Read, duration, read, schema};
use crate::library::Timing;
use crate::ron::{Document, Spanned};

/// The table of gaps. There is nothing to resolve in it, so it is read as what it means; a length that
/// is missing or wrong was noted, and counts as none.
#[derive(Debug, Clone, PartialEq)]
pub struct TimingFile {
    /// The version of the format.
    pub schema: Option<Spanned<u32>>,
    /// The gaps.
    pub timing: Timing,
}

impl TimingFile {
    /// Reads the table.
    pub fn read(document: &Document) -> Read<Self> {
        read(document, |reader, node| {
            let mut fields = reader.fields(node)?;
            let schema = fields.need(reader, "schema", schema);
            let mut gap = |name| {
                fields
                    .need(reader, name, |reader, node| reader.between(node, 0, MOST_REST))
                    .map(duration)
                    .unwrap_or_default()
            };
            let timing = Timing {
                reach_mat: gap("reach_mat"),
                ready: gap("ready"),
                ready_new_position: gap("ready_new_position"),
                band: gap("band"),
                switch: gap("switch"),
                switch_slow: gap("switch_slow"),
                rest_one_sided: gap("rest_one_sided"),
                rest_strength: gap("rest_strength"),
                rest_stretch: gap("rest_stretch"),
                resume: gap("resume"),
                long_pause: gap("long_pause"),
            };
            fields.finish(reader);
            Some(Self { schema, timing })
        })
    }
}
