//! Laws of the journal: the order of files, the short way of reading, any bytes.

use super::*;

#[test]
fn what_the_program_writes_takes_the_short_way() {
    for it in one_of_each().iter().chain([&run_to_end(1)]) {
        let is_long = quick::session(line(it).as_bytes()).is_none();
        let is_session = matches!(it.body, Body::Session(_) | Body::Break(_));
        assert_eq!(is_long, !is_session, "{}", it.body.kind());
    }
}

proptest! {
    /// The journal is the same in whatever order its lines come, however often.
    #[test]
    fn the_union_does_not_depend_on_the_order(
        order in prop::collection::vec((0u128..4, 1u32..5, 0usize..4), 1..24),
        seed in any::<u64>(),
    ) {
        let body = |kind| match kind {
            0 => record(1).body,
            1 => Body::Delete,
            2 => Body::Undelete,
            _ => Body::Amend(Amend { with: Box::new(run_to_end(1).body) }),
        };
        let records: Vec<_> = order
            .iter()
            .map(|(n, rev, kind)| Record {
                rev: *rev,
                ..Record::new(id(*n), device(), &now(), body(*kind))
            })
            .collect();
        let mut shuffled = records.clone();
        shuffled.sort_by_key(|it| crc32fast::hash(format!("{seed}{it:?}").as_bytes()));
        shuffled.extend(records.clone());
        let (mut a, mut b) = (Journal::new(), Journal::new());
        for it in records {
            a.add(it);
        }
        for it in shuffled {
            b.add(it);
        }
        prop_assert_eq!(
            a.records().collect::<Vec<_>>(),
            b.records().collect::<Vec<_>>(),
        );
    }

    /// The short way through a line answers what the long way does, or leaves the line to it.
    #[test]
    fn the_short_way_answers_as_the_long_one(
        changes in prop::collection::vec((any::<prop::sample::Index>(), 0usize..6), 0..4),
    ) {
        let mut text = line(&run_to_end(1));
        for (at, how) in changes {
            // Fields as they stand in the text: `"name":`.
            let fields: Vec<_> = text.match_indices("\":").map(|it| it.0).collect();
            if fields.is_empty() {
                break;
            }
            let Some(end) = fields.get(at.index(fields.len())) else { break };
            let Some(begin) = text.get(..*end).and_then(|it| it.rfind('"')) else { break };
            let name = text.get(begin..*end).unwrap_or_default().to_owned();
            match how {
                0 => text.insert_str(begin, "\"surplus\":[1,{\"a\":null}],"),
                1 => text.insert_str(begin, &format!("{name}\":1,")),
                2 => text.insert(*end, 'x'),
                3 => text.replace_range(begin..=begin, " \""),
                4 => text.truncate(*end),
                _ => text = text.replacen("\"v\":1", "\"v\":2", 1),
            }
        }
        let long = line::the_long_way(text.as_bytes());
        if let Some(short) = quick::session(text.as_bytes()) {
            prop_assert_eq!(Ok(&short), long.as_ref());
        }
        prop_assert_eq!(from_line(text.as_bytes()).map(|it| it.0), long);
    }

    /// No bytes at all make the reader fail.
    #[test]
    fn any_bytes_can_be_added(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let mut journal = Journal::new();
        journal.add_file("any", &bytes);
        let health = journal.health();
        prop_assert!(health.lines + health.bad.len() <= bytes.split(|it| matches!(it, b'\n' | 0)).count());
    }
}
