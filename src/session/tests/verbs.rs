//! The commands that move through a session, with their refusals: scripts and what happened.

use expect_test::{Expect, expect};

use super::transcript;

#[track_caller]
fn check(plan: &str, script: &str, expect: &Expect) {
    expect.assert_eq(&transcript(plan, script));
}

#[test]
fn a_session_runs_by_itself_from_start_to_end() {
    check(
        "gait x2",
        "start 200",
        &expect![[r#"
        0:00 ready gait 1/2
        0:30 work gait 1/2
        1:30   kept gait 1/2: Drill(60s)
        1:30 rest gait 2/2
        1:45 work gait 2/2
        2:45   kept gait 2/2: Drill(60s)
        2:45 ended (Completed)
    "#]],
    );
}

#[test]
fn reps_are_counted_and_stop_at_the_last() {
    check(
        "bridge",
        "start 100",
        &expect![[r#"
        0:00 ready bridge 1/1
        0:40 work bridge 1/1
        0:44   rep 1
        0:48   rep 2
        0:52   rep 3
        0:52   kept bridge 1/1: Reps(3)
        0:52 ended (Completed)
    "#]],
    );
}

mod pause {
    use super::{check, expect};

    #[test]
    fn does_not_count() {
        check(
            "gait",
            "start 50 pause 10 resume 100",
            &expect![[r#"
            0:00 ready gait 1/1
            0:30 work gait 1/1
            0:50 paused (Person)
            1:00 count-in 0:03
            1:03 resumed
            1:43   kept gait 1/1: Drill(60s)
            1:43 ended (Completed)
        "#]],
        );
    }

    #[test]
    fn for_long_needs_get_ready_again() {
        check(
            "bridge",
            "start 42 pause 21 resume 30",
            &expect![[r#"
            0:00 ready bridge 1/1
            0:40 work bridge 1/1
            0:42 paused (Person)
            1:03 count-in 0:20
            1:23 resumed
            1:25   rep 1
            1:29   rep 2
            1:33   rep 3
            1:33   kept bridge 1/1: Reps(3)
            1:33 ended (Completed)
        "#]],
        );
    }

    #[test]
    fn before_the_start_changes_nothing() {
        check("gait", "pause 10 resume", &expect![[""]]);
    }

    #[test]
    fn in_a_count_in_stands_still_again() {
        check(
            "gait",
            "start 50 pause 1 resume 2 pause 5 resume 3 1",
            &expect![[r#"
            0:00 ready gait 1/1
            0:30 work gait 1/1
            0:50 paused (Person)
            0:51 count-in 0:03
            0:53 paused (Person)
            0:58 count-in 0:03
            1:01 resumed
        "#]],
        );
    }
}

mod skip {
    use super::{check, expect};

    #[test]
    fn keeps_what_was_done_of_a_set() {
        check(
            "clam",
            "start 55 skip skip 1",
            &expect![[r#"
            0:00 ready clam L 1/1
            0:50 work clam L 1/1
            0:54   rep 1
            0:55   kept clam L 1/1: Reps(1), left
            0:55 switch clam R 1/1
            0:55 work clam R 1/1
        "#]],
        );
    }

    #[test]
    fn can_be_undone_for_five_seconds() {
        check(
            "clam",
            "start 55 skip 4 undo 4 undo",
            &expect![[r#"
            0:00 ready clam L 1/1
            0:50 work clam L 1/1
            0:54   rep 1
            0:55   kept clam L 1/1: Reps(1), left
            0:55 switch clam R 1/1
            0:59   reopened clam L 1/1
            0:59 work clam L 1/1
            0:59 count-in 0:03
            1:02 resumed
        "#]],
        );
    }

    #[test]
    fn cannot_be_undone_later() {
        check(
            "clam",
            "start 55 skip 5 undo",
            &expect![[r#"
            0:00 ready clam L 1/1
            0:50 work clam L 1/1
            0:54   rep 1
            0:55   kept clam L 1/1: Reps(1), left
            0:55 switch clam R 1/1
        "#]],
        );
    }
}

mod redo {
    use super::{check, expect};

    #[test]
    fn takes_the_set_back_and_counts_in() {
        check(
            "clam",
            "start 64 redo 20",
            &expect![[r#"
            0:00 ready clam L 1/1
            0:50 work clam L 1/1
            0:54   rep 1
            0:58   rep 2
            1:02   rep 3
            1:02   kept clam L 1/1: Reps(3)
            1:02 switch clam R 1/1
            1:04   reopened clam L 1/1
            1:04 work clam L 1/1
            1:04 count-in 0:03
            1:07 resumed
            1:11   rep 1
            1:15   rep 2
            1:19   rep 3
            1:19   kept clam L 1/1: Reps(3)
            1:19 switch clam R 1/1
        "#]],
        );
    }

    #[test]
    fn in_the_middle_starts_it_again() {
        check(
            "clam",
            "start 55 redo 4",
            &expect![[r#"
            0:00 ready clam L 1/1
            0:50 work clam L 1/1
            0:54   rep 1
            0:55 work clam L 1/1
            0:55 count-in 0:03
            0:58 resumed
        "#]],
        );
    }

    #[test]
    fn before_any_set_changes_nothing() {
        check(
            "clam",
            "start 5 redo",
            &expect![[r#"
            0:00 ready clam L 1/1
        "#]],
        );
    }
}

mod back {
    use super::{check, expect};

    #[test]
    fn restarts_a_step_that_has_run_a_while() {
        check(
            "clam",
            "start 55 back",
            &expect![[r#"
                0:00 ready clam L 1/1
                0:50 work clam L 1/1
                0:54   rep 1
                0:55 work clam L 1/1
                0:55 count-in 0:03
            "#]],
        );
    }

    #[test]
    fn early_in_a_step_goes_to_the_one_before() {
        check(
            "clam",
            "start 63 back",
            &expect![[r#"
                0:00 ready clam L 1/1
                0:50 work clam L 1/1
                0:54   rep 1
                0:58   rep 2
                1:02   rep 3
                1:02   kept clam L 1/1: Reps(3)
                1:02 switch clam R 1/1
                1:03   reopened clam L 1/1
                1:03 work clam L 1/1
                1:03 count-in 0:03
            "#]],
        );
    }
}

mod jump {
    use super::{check, expect};

    #[test]
    fn ahead_records_what_each_side_missed() {
        check(
            "clam x2",
            "start 10 jump7 20",
            &expect![[r#"
                0:00 ready clam L 1/2
                0:10   kept clam L 1/2: Reps(0), left
                0:10   kept clam R 1/2: Reps(0), left
                0:10   kept clam L 2/2: Reps(0), left
                0:10 work clam R 2/2
                0:10 count-in 0:03
                0:13 resumed
                0:17   rep 1
                0:21   rep 2
                0:25   rep 3
                0:25   kept clam R 2/2: Reps(3)
                0:25 ended (Completed)
            "#]],
        );
    }

    #[test]
    fn back_does_sets_again() {
        check(
            "clam",
            "start 80 jump1 5 finish",
            &expect![[r#"
                0:00 ready clam L 1/1
                0:50 work clam L 1/1
                0:54   rep 1
                0:58   rep 2
                1:02   rep 3
                1:02   kept clam L 1/1: Reps(3)
                1:02 switch clam R 1/1
                1:17 work clam R 1/1
                1:20   reopened clam L 1/1
                1:20 work clam L 1/1
                1:20 count-in 0:03
                1:23 resumed
                1:25   kept clam L 1/1: Reps(0), left
                1:25   kept clam R 1/1: Reps(0), left
                1:25 ended (Early)
            "#]],
        );
    }

    #[test]
    fn past_the_end_changes_nothing() {
        check(
            "clam",
            "start jump99",
            &expect![[r#"
            0:00 ready clam L 1/1
        "#]],
        );
    }
}
