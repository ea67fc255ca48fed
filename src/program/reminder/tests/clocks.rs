//! Reminders where the clock is not what one expects.

use super::*;

#[test]
fn work_through_the_night_belongs_to_the_day_on_which_it_began() {
    let at = |minutes| DayTime::new(minutes).unwrap();
    let schedule = Schedule {
        from: at(22 * 60),
        to: at(6 * 60),
        every: Every::new(90).unwrap(),
        ..nine_to_five()
    };
    check_with(
        schedule,
        "0 21:00 starts | 1 01:10 not today | 1 23:40 ends",
        &expect![[r#"
            Mon 23:30 reminder: walk, Crossed
            Tue 01:00 reminder: figure 4, BothLegs
            Tue 23:30 reminder: walk, Seat
        "#]],
    );
    // On the Saturday on which Friday's night ends too.
    check_with(
        schedule,
        "4 23:00 starts | 6 12:00 ends",
        &expect![[r#"
            Sat 00:30 reminder: walk, Crossed
            Sat 02:00 reminder: figure 4, BothLegs
            Sat 03:30 reminder: walk, Seat
            Sat 05:00 reminder: figure 4, Knees
        "#]],
    );
}

#[test]
fn summer_time_moves_the_hours_and_not_the_waiting() {
    // The clock jumps from ten to eleven: it is 45 minutes after the last reminder that counts.
    check(
        "0 09:00 starts | 0 10:00 offset 3 | 0 12:00 ends",
        &expect![[r#"
            Mon 09:45 reminder: walk, Crossed
            Mon 11:30 reminder: figure 4, BothLegs
        "#]],
    );
    check(
        "0 09:00 starts | 0 10:00 offset 1 | 0 10:20 ends",
        &expect![[r#"
            Mon 09:45 reminder: walk, Crossed
            Mon 09:45 reminder: figure 4, BothLegs
        "#]],
    );
}

#[test]
fn setting_the_clock_neither_brings_a_reminder_nor_keeps_one_back() {
    check(
        "0 09:00 starts | 0 09:20 clock 60 | 0 10:50 clock -60 | 0 10:40 ends",
        &expect![[r#"
            Mon 10:45 reminder: walk, Crossed
            Mon 10:30 reminder: figure 4, BothLegs
        "#]],
    );
}
