//! What the programme proposes, as the terminal says it.

use super::*;

/// Somebody who means to do the short session on Mondays.
const JOURNAL: &str = r#"{"v":1,"kind":"plan","id":"00000000-0000-4000-8000-000000000001","rev":1,"device":"desk","at":"2031-04-13T09:00:00+02:00","zone":"Europe/Berlin","date":"2031-04-13","days":[1],"after":"I finish lunch","routine":"short"}
"#;

fn check_next(args: &[&str], expect: &Expect) {
    let terminal = Terminal::new();
    terminal.write("log/desk/2031-04.jsonl", JOURNAL);
    let args = [&["next"], args].concat();
    check_in(&terminal, &args, expect);
}

#[test]
fn a_plan_of_the_persons_own_is_what_is_next_on_its_day() {
    check_next(
        &["--today", "2031-04-14"],
        &expect![[r#"
        A few questions about your health
            Until they are answered, only the easiest levels without bands are offered.
        Short session
            It is what you planned for this day.

        The days that are left this week:
            Monday, 14 April: Short session
            Wednesday, 16 April: Session A
            Friday, 18 April: Full session
        status 0
    "#]],
    );
}

#[test]
fn on_another_day_it_says_why_a_session_is_due_all_the_same() {
    check_next(
        &["--today", "2031-04-16"],
        &expect![[r#"
        A few questions about your health
            Until they are answered, only the easiest levels without bands are offered.
        Session A
            Today is not one of your days, but 3 sessions are open this week, and none of your days are left.

        The days that are left this week:
            Wednesday, 16 April: Session A
            Friday, 18 April: Session B
            Sunday, 20 April: Full session
        status 0
    "#]],
    );
}

#[test]
fn programs_read_it_as_json() {
    check_next(
        &["--today", "2031-04-14", "--json"],
        &expect![[r#"
        [{"kind":"check","subject":"health","proposal":"A few questions about your health","reason":"Until they are answered, only the easiest levels without bands are offered.","rule":"health-screen"},{"kind":"session","subject":"short","proposal":"Short session","reason":"It is what you planned for this day.","rule":"own-plan"}]
        status 0
    "#]],
    );
}

#[test]
fn a_day_that_there_is_not_is_wrong_usage() {
    check_next(
        &["--today", "2031-02-30"],
        &expect![[r#"
        error: invalid value '2031-02-30' for '--today <YYYY-MM-DD>': input is out of range

        For more information, try '--help'.
        status 2
    "#]],
    );
}
