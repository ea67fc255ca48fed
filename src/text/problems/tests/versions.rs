//! Files of other versions of the format.

use expect_test::expect;

use super::routine;

#[test]
fn a_newer_file_with_a_field_that_is_not_known_yet() {
    routine(
        &[("schema: 1", "schema: 2"), ("reps: 10", r#"reps: 10, music: "calm""#)],
        &expect![[r#"
            routines/evening.ron:2:13: warning: a newer version of Evenhold wrote this file (schema 2); it is used, but cannot be edited here (expected schema 1)
                2 |     schema: 2,
                  |             ^
            routines/evening.ron:19:65: warning: there is no field `music` here (expected one of `exercise`, `level`, `sets`, `hold`, `reps`, `steps`, `reaches`, `drill`, `rest`, `sides`, `first`, `extra_set`, `tempo`, `own_pace`, `cues`, `note`, `priority`)
               19 |                 (exercise: "clam", level: 3, sets: 2, reps: 10, music: "calm"),
                  |                                                                 ^^^^^
        "#]],
    );
}

#[test]
fn an_older_file_that_never_was() {
    routine(
        &[("schema: 1", "schema: 0")],
        &expect![[r#"
        routines/evening.ron:2:13: error: 0 is out of range (expected 1 to 999)
            2 |     schema: 0,
              |             ^
    "#]],
    );
}
