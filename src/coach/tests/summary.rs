//! The summary's four questions.

use expect_test::expect;

use super::stage::check;

const WHOLE: &str = "start; wait 115; wait 60; key d;";

#[test]
fn it_asks_only_where_the_answer_could_change_a_level() {
    check(
        &format!("{WHOLE} ?"),
        expect![[r#"
            > start
            begin demo, pain untold
            log at 0 0ns
            perform #1 from 0 s: 37 tones, 19 words
            stay awake
            log at 1 0ns, set 1 lean both 20s/20s, at 2 0ns, at 3 0ns, set 3 clam left 2/2, at 4 0ns, at 5 0ns, set 5 clam right 2/2, at 6 0ns
            log at 7 30s
            > key d
            perform #2 from 175 s: 2 tones, 1 words
            may sleep
            log set 7 squat both 8/8, at 7 40s, ended Completed
            finish 1 rev 1 Completed active 175s: lean both 20s, clam left 2, clam right 2, squat both 8 (pain -/-)
            ? summary: Completed, saved Saving
                Lean: both 20s of 20s, asks false/false told None None
                Clamshell: left 2 of 2, right 2 of 2, asks true/true told None None
                Squat: both 8 of 8, asks true/true told None None
        "#]],
    );
}

#[test]
fn answers_are_added_to_the_record_as_an_amendment() {
    check(
        &format!(
            "{WHOLE} rir 1 2; form 1 clean; form 2 shaky; correct 1 left -1; after 3; note Calm; ?; done"
        ),
        expect![[r#"
            > start
            begin demo, pain untold
            log at 0 0ns
            perform #1 from 0 s: 37 tones, 19 words
            stay awake
            log at 1 0ns, set 1 lean both 20s/20s, at 2 0ns, at 3 0ns, set 3 clam left 2/2, at 4 0ns, at 5 0ns, set 5 clam right 2/2, at 6 0ns
            log at 7 30s
            > key d
            perform #2 from 175 s: 2 tones, 1 words
            may sleep
            log set 7 squat both 8/8, at 7 40s, ended Completed
            finish 1 rev 1 Completed active 175s: lean both 20s, clam left 2, clam right 2, squat both 8 (pain -/-)
            > rir 1 2
            > form 1 clean
            > form 2 shaky
            > correct 1 left -1
            > after 3
            > note Calm
            ? summary: Completed, saved Saving
                Lean: both 20s of 20s, asks false/false told None None
                Clamshell: left 1 of 2, right 2 of 2, asks true/true told Some(2) Some(Clean)
                Squat: both 8 of 8, asks true/true told None Some(Shaky)
            > done
            append amend 1 rev 2 Completed active 175s: lean both 20s, clam left 1, clam right 2, squat both 8 (pain -/3, noted)
        "#]],
    );
}

#[test]
fn the_same_answer_again_takes_it_back_and_no_answer_writes_nothing() {
    check(
        &format!("{WHOLE} rir 1 2; rir 1 2; form 2 clean; form 2 clean; after 3; after 3; done"),
        expect![[r#"
            > start
            begin demo, pain untold
            log at 0 0ns
            perform #1 from 0 s: 37 tones, 19 words
            stay awake
            log at 1 0ns, set 1 lean both 20s/20s, at 2 0ns, at 3 0ns, set 3 clam left 2/2, at 4 0ns, at 5 0ns, set 5 clam right 2/2, at 6 0ns
            log at 7 30s
            > key d
            perform #2 from 175 s: 2 tones, 1 words
            may sleep
            log set 7 squat both 8/8, at 7 40s, ended Completed
            finish 1 rev 1 Completed active 175s: lean both 20s, clam left 2, clam right 2, squat both 8 (pain -/-)
            > rir 1 2
            > rir 1 2
            > form 2 clean
            > form 2 clean
            > after 3
            > after 3
            > done
        "#]],
    );
}

#[test]
fn a_break_asks_nothing_about_levels() {
    check(
        "choose break-hold; start; wait 60; ?",
        expect![[r#"
            > choose break-hold
            > start
            begin break-hold, pain untold
            log at 0 0ns
            perform #1 from 0 s: 11 tones, 6 words
            stay awake
            may sleep
            log at 1 0ns, set 1 lean both 20s/20s, at 1 20s, ended Completed
            finish 1 rev 1 Completed active 30s: lean both 20s (pain -/-)
            ? today: chosen "demo", Open, can start true, offer false
        "#]],
    );
}

#[test]
fn what_was_not_done_is_not_asked_about() {
    check(
        "start; wait 5; key Esc; leave finish; ?",
        expect![[r#"
            > start
            begin demo, pain untold
            log at 0 0ns
            perform #1 from 0 s: 37 tones, 19 words
            stay awake
            > key Esc
            silence
            log paused Question, at 0 5s
            > leave finish
            may sleep
            log set 1 lean both 0ns/20s cut, set 3 clam left 0/2 cut, set 5 clam right 0/2 cut, set 7 squat both 0/8 cut, at 0 5s, ended Early
            finish 1 rev 1 Early active 5s: lean both 0ns, clam left 0, clam right 0, squat both 0 (pain -/-)
            ? summary: Early, saved Saving
                Lean: both 0ns of 20s, asks false/false told None None
                Clamshell: left 0 of 2, right 0 of 2, asks false/false told None None
                Squat: both 0 of 8, asks false/false told None None
        "#]],
    );
}
