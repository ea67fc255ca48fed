//! What holds of every file that somebody could send, whatever its bytes.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::{Arrival, Before};
use crate::library::{Library, check, shipped};

/// Files to begin from: a few of every kind.
fn seeds() -> Vec<Vec<u8>> {
    let wanted = ["routines/a.ron", "routines/break-walk.ron", "exercises/clam.ron"];
    let mut seeds: Vec<_> =
        wanted.iter().filter_map(|it| shipped::text(it)).map(|it| it.as_bytes().to_vec()).collect();
    let parcel = format!(
        "//--- exercises/clam.ron\n{}//--- routines/a.ron\n{}",
        shipped::text("exercises/clam.ron").unwrap(),
        shipped::text("routines/a.ron").unwrap()
    );
    seeds.push(parcel.into_bytes());
    let checks = shipped::files().filter(|it| it.0.starts_with("checks/"));
    seeds.extend(checks.take(1).map(|it| it.1));
    seeds.push(shipped::text("movements/clam-3.ron").unwrap_or("(schema: 1)").as_bytes().to_vec());
    seeds
}

#[derive(Debug, Clone)]
enum Slip {
    Put(usize, Vec<u8>),
    Cut(usize, usize),
    Double(usize, usize),
    Flip(usize, u8),
}

fn any_slip() -> impl Strategy<Value = Slip> {
    const BITS: &[&str] = &[
        "(",
        ")",
        "[",
        "]",
        "\"",
        "{",
        "}",
        ",",
        ":",
        "//",
        "/*",
        "-",
        "1e400",
        "NaN",
        "inf",
        "999999999999",
        "\u{202e}",
        "\0",
        "Some(",
        "r#\"",
        "\n//--- ../x.ron\n",
        "\n//--- routines/a.ron\n",
        "rounds: 20,",
        "sets: 20",
        "hold: 3600",
        "id: \"con\"",
    ];
    let at = || any::<prop::sample::Index>().prop_map(|it| it.index(20_000));
    prop_oneof![
        3 => (at(), prop::sample::select(BITS)).prop_map(|it| Slip::Put(it.0, it.1.into())),
        2 => (at(), 1usize..200).prop_map(|it| Slip::Cut(it.0, it.1)),
        1 => (at(), 1usize..2000).prop_map(|it| Slip::Double(it.0, it.1)),
        2 => (at(), any::<u8>()).prop_map(|it| Slip::Flip(it.0, it.1)),
    ]
}

fn slipped(mut bytes: Vec<u8>, slips: &[Slip]) -> Vec<u8> {
    for slip in slips {
        let length = bytes.len().max(1);
        match slip {
            Slip::Put(at, what) => {
                let at = at % length;
                bytes.splice(at.min(bytes.len())..at.min(bytes.len()), what.iter().copied());
            }
            Slip::Cut(at, count) => {
                let at = (at % length).min(bytes.len());
                bytes.drain(at..(at + count).min(bytes.len()));
            }
            Slip::Double(at, count) => {
                let at = (at % length).min(bytes.len());
                let again = bytes[at..(at + count).min(bytes.len())].to_vec();
                bytes.splice(at..at, again);
            }
            Slip::Flip(at, with) => {
                let at = at % length;
                bytes.iter_mut().skip(at).take(1).for_each(|it| *it ^= with);
            }
        }
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn whatever_is_sent_is_taken_in_sound_or_refused(
        seed in 0..seeds().len(), slips in prop::collection::vec(any_slip(), 0..6),
    ) {
        let bytes = slipped(seeds().swap_remove(seed), &slips);
        let Ok(arrival) = Arrival::new("sent.ron", &bytes, &BTreeMap::new()) else { return Ok(()) };
        for it in &arrival.files {
            let (folder, file) = it.name.split_once('/').unwrap();
            let folders = ["poses", "movements", "exercises", "routines", "checks"];
            prop_assert!(folders.contains(&folder));
            let slug = file.strip_suffix(".ron").unwrap();
            prop_assert_eq!(check::slug_of(slug), Some(slug.to_owned()));
        }
        if !arrival.is_sound() {
            prop_assert!(!arrival.problems.is_empty());
            return Ok(());
        }
        for id in arrival.routines() {
            prop_assert!(arrival.library.routine(id).is_some(), "{} is sound, and not there", id);
        }
        let again = Arrival::new("sent.ron", &bytes, &BTreeMap::new()).unwrap();
        prop_assert_eq!(again, arrival);
    }
}

#[test]
fn what_is_there_already_is_known_and_another_version_is_compared() {
    let text = Library::shipped_file("routines/b.ron").unwrap();
    let same = Arrival::new("b.ron", text.as_bytes(), &BTreeMap::new()).unwrap();
    assert!(same.is_known() && same.is_sound());
    let other = text.replace("Session B", "Session Bee");
    let differs = Arrival::new("b.ron", other.as_bytes(), &BTreeMap::new()).unwrap();
    assert_eq!(differs.files[0].before, Before::Shipped(text.to_owned()));
    assert_eq!(differs.can_keep_both().as_deref(), Some("b"));
    let own = BTreeMap::from([("routines/b.ron".to_owned(), other.clone())]);
    let back = Arrival::new("b.ron", text.as_bytes(), &own).unwrap();
    assert_eq!(back.files[0].before, Before::Own(other));
}
