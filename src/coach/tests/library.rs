//! The library: searching, opening pages, and trying an exercise.

use expect_test::expect;

use super::stage::check;

#[test]
fn a_search_finds_as_it_is_typed_and_the_filter_narrows_it() {
    check(
        "go library; ?; search squ; ?; only strength; ?; only all; search ; ?",
        expect![[r#"
            > go library
            ? library: the list, 0 deep, "" finds []
            > search squ
            ? library: the list, 0 deep, "squ" finds [squat]
            > only strength
            ? library: the list, 0 deep, "squ" finds []
            > only all
            > search
            ? library: the list, 0 deep, "" finds []
        "#]],
    );
}

#[test]
fn pages_lead_to_pages_and_back_and_the_list_is_left_as_it_was() {
    check(
        "go library; search clam; follow exercise:clam; ?; side right; level 2; ?; follow exercise:squat; ?\n\
         page-back; ?; go settings; go library; ?; go library; ?; page-back; ?",
        expect![[r#"
            > go library
            > search clam
            > follow exercise:clam
            ? library: clam level 3 left, 1 deep, "clam" finds [clam]
            > side right
            > level 2
            ? library: clam level 3 right, 1 deep, "clam" finds [clam]
            > follow exercise:squat
            ? library: squat level 3 left, 2 deep, "clam" finds [clam]
            > page-back
            ? library: clam level 3 right, 1 deep, "clam" finds [clam]
            > go settings
            reminders: Look
            > go library
            ? library: clam level 3 right, 1 deep, "clam" finds [clam]
            > go library
            ? library: the list, 0 deep, "clam" finds [clam]
            > page-back
            ? library: the list, 0 deep, "clam" finds [clam]
        "#]],
    );
}

#[test]
fn a_link_that_leads_nowhere_opens_nothing() {
    check(
        "go library; follow exercise:gone; read gone; follow article:gone#x; ?",
        expect![[r#"
        > go library
        > follow exercise:gone
        > read gone
        > follow article:gone#x
        ? library: the list, 0 deep, "" finds []
    "#]],
    );
}

#[test]
fn an_exercise_is_tried_and_the_summary_leads_back_to_it() {
    check(
        "go library; follow exercise:lean; try; ?; wait 120; ?; done; ?",
        expect![[r#"
            > go library
            > follow exercise:lean
            > try
            begin try-lean, pain untold
            log at 0 0ns
            perform #1 from 0 s: 11 tones, 6 words
            stay awake
            ? session: step 0 at 0ns running
            may sleep
            log at 1 0ns, set 1 lean both 20s/20s, at 1 20s, ended Completed
            finish 1 rev 1 Completed active 50s: lean both 20s (pain -/-)
            ? summary: Completed, saved Saving
                Lean: both 20s of 20s, asks false/false told None None
            > done
            ? library: lean level 3 left, 1 deep, "" finds []
        "#]],
    );
}

#[test]
fn nothing_can_be_tried_while_a_session_waits_to_be_gone_on_with() {
    check(
        "choose hold; start; wait 15; key Esc; leave later; go library; follow exercise:clam; try; ?",
        expect![[r#"
            > choose hold
            > start
            begin hold, pain untold
            log at 0 0ns
            perform #1 from 0 s: 11 tones, 6 words
            stay awake
            log at 0 15s
            > key Esc
            silence
            log paused Question, at 0 15s
            > leave later
            may sleep
            log at 0 15s, ended Left
            > go library
            > follow exercise:clam
            > try
            ? library: clam level 3 left, 1 deep, "" finds []
        "#]],
    );
}
