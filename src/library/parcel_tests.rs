//! Parcels packed and taken apart, and the names that are refused.

use super::*;

const ROUTINE: &str = "(id: \"evening\", blocks: [(exercise: \"heel\"), (exercise: \"clam\")])";

fn own() -> BTreeMap<String, String> {
    let files = [
        ("exercises/heel.ron", "(id: \"heel\", movement: \"heel-3\", levels: [])"),
        ("exercises/other.ron", "(id: \"other\", levels: [])"),
        ("movements/heel-3.ron", "(id: \"heel-3\", keys: [(pose: \"tiptoe\")])"),
        ("poses/tiptoe.ron", "// \"on the toes\"\n//--- looks like a part\n(id: \"tiptoe\")"),
        ("routines/evening.ron", ROUTINE),
        ("routines/heel.ron", "(id: \"heel\", blocks: [])"),
    ];
    files.into_iter().map(|it| (it.0.to_owned(), it.1.to_owned())).collect()
}

#[test]
fn a_routine_takes_along_what_it_needs_and_nothing_else() {
    let names: Vec<_> = needs(ROUTINE, &own()).into_iter().collect();
    assert_eq!(names, ["exercises/heel.ron", "movements/heel-3.ron", "poses/tiptoe.ron"]);
}

#[test]
fn a_parcel_is_taken_apart_into_the_same_files() {
    let packed = packed(("routines/evening.ron", ROUTINE), &own());
    let parts = parts("evening.evenhold", packed.as_bytes()).unwrap();
    let names: Vec<_> = parts.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(
        names,
        ["poses/tiptoe.ron", "movements/heel-3.ron", "exercises/heel.ron", "routines/evening.ron"]
    );
    for part in &parts {
        let text = String::from_utf8(part.bytes.clone()).unwrap();
        // The line that looks like ours got a space before its comment; a last line break is added.
        assert_eq!(text.replace(" //---", "//---").trim_end(), own()[&part.name]);
        let before = packed.lines().take(part.lines).last().unwrap();
        assert_eq!(before, format!("{SIGN}{}", part.name));
    }
}

#[test]
fn a_routine_that_needs_nothing_is_passed_on_as_it_is() {
    let plain = "(id: \"plain\", blocks: [(exercise: \"clam\")])";
    assert_eq!(packed(("routines/plain.ron", plain), &own()), plain);
    let alone = parts("/tmp/../Some Name.ron", plain.as_bytes()).unwrap();
    assert_eq!(alone.first().map(|it| it.name.as_str()), Some("routines/plain.ron"));
}

/// A text editor may put a mark before the first line; then that line names a file all the same.
#[test]
fn no_part_is_lost_behind_a_byte_order_mark() {
    let packed = packed(("routines/evening.ron", ROUTINE), &own());
    let plain = parts("evening.evenhold", packed.as_bytes()).unwrap();
    let marked = format!("\u{feff}{}", packed.replace('\n', "\r\n"));
    let marked = parts("evening.evenhold", marked.as_bytes()).unwrap();
    assert_eq!(names_of(&marked), names_of(&plain));
    assert_eq!(marked.len(), 4);
}

/// Two versions of a parcel put together are told, wherever the marks stand; nothing of it is used.
#[test]
fn a_parcel_with_marks_of_a_merge_is_not_taken_apart() {
    let packed = packed(("routines/evening.ron", ROUTINE), &own());
    let merged = format!("<<<<<<< HEAD\n{packed}=======\n{packed}>>>>>>> theirs\n");
    let parts = parts("evening.evenhold", merged.as_bytes()).unwrap();
    assert_eq!(names_of(&parts), ["routines/evening.ron"]);
    assert_eq!(parts.first().map(|it| it.bytes.as_slice()), Some(merged.as_bytes()));
}

fn names_of(parts: &[Part]) -> Vec<&str> {
    parts.iter().map(|it| it.name.as_str()).collect()
}

#[test]
fn what_a_file_is_called_never_leads_out_of_the_data_folder() {
    for name in [
        "../../.ssh/x",
        "routines/../x.ron",
        "/etc/passwd",
        "routines/a/b.ron",
        "routines/con.ron",
        "routines/com1.ron",
        "routines/A.ron",
        "routines/a.ron.",
        "routines/.ron",
        "log/a.ron",
        "settings.ron",
        "routines\\a.ron",
        "routines/a\u{202e}nor.ron",
        "C:/a.ron",
    ] {
        let parcel = format!("{SIGN}{name}\n(id: \"a\")\n");
        let refused = parts("x.evenhold", parcel.as_bytes());
        assert!(matches!(refused, Err(Refused::BadName { .. })), "{name}: {refused:?}");
        let alone = parts(name, b"(id: \"../x\", blocks: [])").unwrap();
        assert!(alone.iter().all(|it| is_name(&it.name)), "{alone:?}");
    }
}

#[test]
fn too_much_twice_and_nothing_of_ours_are_refused() {
    let twice = format!("{SIGN}routines/a.ron\n()\n{SIGN}routines/a.ron\n()\n");
    let part = |it| format!("{SIGN}routines/r{it}.ron\n()\n");
    let many: Vec<_> = (0..=MOST_PARTS).map(part).collect();
    let many = many.concat();
    let refused = |bytes: &[u8]| parts("x.ron", bytes).unwrap_err();
    assert_eq!(refused(twice.as_bytes()), Refused::Twice { name: "routines/a.ron".to_owned() });
    assert_eq!(refused(many.as_bytes()), Refused::TooMany);
    assert_eq!(refused(&vec![b'('; MOST_BYTES + 1]), Refused::TooLarge);
    assert_eq!(refused(b"(volume: 3)"), Refused::NotOurs);
    assert_eq!(refused(b"(schema: 1, reach_mat: 20)"), Refused::NotOurs);
}
