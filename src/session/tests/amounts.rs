//! The commands that change how long or how much: ten seconds, one's own pace, corrections, pain, the
//! end; with their refusals.

use expect_test::{Expect, expect};

use super::transcript;

#[track_caller]
fn check(plan: &str, script: &str, expect: &Expect) {
    expect.assert_eq(&transcript(plan, script));
}

mod seconds {
    use super::{check, expect};

    #[test]
    fn make_a_hold_longer() {
        check(
            "sit",
            "start 45 +10 100",
            &expect![[r#"
            0:00 ready sit 1/1
            0:40 work sit 1/1
            1:20   kept sit 1/1: Hold(40s)
            1:20 ended (Completed)
        "#]],
        );
    }

    #[test]
    fn taken_from_a_hold_that_is_nearly_over_end_it() {
        check(
            "sit",
            "start 65 -10",
            &expect![[r#"
            0:00 ready sit 1/1
            0:40 work sit 1/1
            1:05   kept sit 1/1: Hold(25s)
            1:05 ended (Completed)
        "#]],
        );
    }

    #[test]
    fn leave_counted_reps_alone() {
        check(
            "bridge",
            "start 41 +10 -10 100",
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
}

mod own_pace {
    use super::{check, expect};

    #[test]
    fn waits_until_done() {
        check(
            "own",
            "start 30 500 done 10",
            &expect![[r#"
            0:00 ready own L 1/1
            0:30 work own L 1/1
            8:50   kept own L 1/1: Reps(3)
            8:50 switch own R 1/1
            9:00 work own R 1/1
        "#]],
        );
    }

    #[test]
    fn counts_taps_and_ends_at_the_last() {
        check(
            "own",
            "start 30 4 tap 3 tap 3 tap 1",
            &expect![[r#"
            0:00 ready own L 1/1
            0:30 work own L 1/1
            0:34   rep 1
            0:37   rep 2
            0:40   rep 3
            0:40   kept own L 1/1: Reps(3)
            0:40 switch own R 1/1
        "#]],
        );
    }

    #[test]
    fn done_after_taps_keeps_the_taps() {
        check(
            "own",
            "start 30 tap done",
            &expect![[r#"
            0:00 ready own L 1/1
            0:30 work own L 1/1
            0:30   rep 1
            0:30   kept own L 1/1: Reps(1)
            0:30 switch own R 1/1
        "#]],
        );
    }
}

mod count {
    use super::{check, expect};

    #[test]
    fn of_the_set_before_can_be_corrected_in_the_gap() {
        check(
            "clam",
            "start 63 pause down down up",
            &expect![[r#"
            0:00 ready clam L 1/1
            0:50 work clam L 1/1
            0:54   rep 1
            0:58   rep 2
            1:02   rep 3
            1:02   kept clam L 1/1: Reps(3)
            1:02 switch clam R 1/1
            1:03 paused (Person)
            1:03   kept clam L 1/1: Reps(2)
            1:03   kept clam L 1/1: Reps(1)
            1:03   kept clam L 1/1: Reps(2)
        "#]],
        );
    }

    #[test]
    fn of_a_running_set_is_corrected_when_it_ends() {
        check(
            "bridge",
            "start 45 pause down 1 resume 20",
            &expect![[r#"
            0:00 ready bridge 1/1
            0:40 work bridge 1/1
            0:44   rep 1
            0:45 paused (Person)
            0:46 count-in 0:03
            0:49 resumed
            0:52   rep 2
            0:56   rep 3
            0:56   kept bridge 1/1: Reps(2)
            0:56 ended (Completed)
        "#]],
        );
    }

    #[test]
    fn never_goes_below_nothing() {
        check(
            "bridge",
            "start 41 pause down down down down down done",
            &expect![[r#"
                0:00 ready bridge 1/1
                0:40 work bridge 1/1
                0:41 paused (Person)
                0:41   kept bridge 1/1: Reps(0), left
                0:41 ended (Completed)
            "#]],
        );
    }
}

mod hurt {
    use super::{check, expect};

    #[test]
    fn is_kept_with_exercise_side_and_rep() {
        check(
            "clam",
            "start 56 pause ouch",
            &expect![[r#"
                0:00 ready clam L 1/1
                0:50 work clam L 1/1
                0:54   rep 1
                0:56 paused (Person)
                0:56 hurt: Some(Hurt { step: 1, exercise: "clam", side: Left, rep: 1, answer: HurtAnswer { band: Amber, exact: Some(Pain(4)) }, place: None })
            "#]],
        );
    }

    #[test]
    fn in_a_gap_is_kept_with_the_set_before() {
        check(
            "clam",
            "start 64 pause ouch",
            &expect![[r#"
                0:00 ready clam L 1/1
                0:50 work clam L 1/1
                0:54   rep 1
                0:58   rep 2
                1:02   rep 3
                1:02   kept clam L 1/1: Reps(3)
                1:02 switch clam R 1/1
                1:04 paused (Person)
                1:04 hurt: Some(Hurt { step: 1, exercise: "clam", side: Left, rep: 3, answer: HurtAnswer { band: Amber, exact: Some(Pain(4)) }, place: None })
            "#]],
        );
    }

    #[test]
    fn so_much_gives_up_the_exercise_on_both_sides() {
        check(
            "each_block: clam, hold",
            "start 55 pause stop drop resume 100 100",
            &expect![[r#"
                0:00 ready clam L 1/1
                0:50 work clam L 1/1
                0:54   rep 1
                0:55 paused (Person)
                0:55 hurt: Some(Hurt { step: 1, exercise: "clam", side: Left, rep: 1, answer: HurtAnswer { band: Red, exact: None }, place: None })
                0:55   kept clam L 1/1: Reps(1), left
                0:55   gave up clam
                0:55   kept clam R 1/1: Reps(0), left
                0:55 ready hold L 1/1
                0:55 count-in 0:03
                0:58 resumed
                1:28 work hold L 1/1
                1:58   kept hold L 1/1: Hold(30s)
                1:58 ready hold R 1/1
                2:28 work hold R 1/1
                2:58   kept hold R 1/1: Hold(30s)
                2:58 ended (Completed)
            "#]],
        );
    }
}

mod ends {
    use super::{check, expect};

    #[test]
    fn early_and_keeps_what_was_done() {
        check(
            "clam",
            "start 60 finish 10 start resume skip undo",
            &expect![[r#"
            0:00 ready clam L 1/1
            0:50 work clam L 1/1
            0:54   rep 1
            0:58   rep 2
            1:00   kept clam L 1/1: Reps(2), left
            1:00   kept clam R 1/1: Reps(0), left
            1:00 ended (Early)
        "#]],
        );
    }

    #[test]
    fn by_leaving_and_settles_nothing() {
        check(
            "clam",
            "start 60 leave 10 resume",
            &expect![[r#"
            0:00 ready clam L 1/1
            0:50 work clam L 1/1
            0:54   rep 1
            0:58   rep 2
            1:00 ended (Left)
        "#]],
        );
    }
}
