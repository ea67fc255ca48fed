//! A routine fitted into the minutes one has.

use super::*;

#[test]
fn a_routine_is_fitted_into_the_minutes_one_has_and_says_what_went() {
    let terminal = Terminal::new();
    let said = terminal.run(&["plan", "full", "--minutes", "12"]);
    let head: Vec<_> = said.out.lines().take_while(|it| !it.is_empty()).collect();
    expect![[r#"
        Full session, 11:32
        To fetch: a mat, a cushion or folded towel, a light band, a mirror
        To fit 12 min: 1 set in place of 2 of Half-kneeling hip-flexor stretch, Butterfly stretch, Figure-4 stretch, Glute bridge, Banded clamshell, Bird-dog, Mindful squat
        Left out: Cross-legged outer-thigh lean: no time for it today
        Left out: Side-lying leg raise: no time for it today
        Left out: Banded lateral walk: no time for it today
        Left out: Single-leg balance: no time for it today
        Left out: Gait awareness: no time for it today"#]].assert_eq(&head.join("\n"));
    let json = terminal.run(&["plan", "full", "--minutes", "12", "--json"]);
    let json: Value = serde_json::from_str(&json.out).unwrap();
    let seconds = json["seconds"].as_f64().unwrap();
    assert!((11.0 * 60.0..=12.0 * 60.0).contains(&seconds), "{seconds}");
    assert_eq!(json["left_out"][0], json!({"exercise": "tfl", "reason": "time"}));
    assert_eq!(json["fitted"]["minutes"], 12);
}

#[test]
fn minutes_in_which_nothing_can_be_done_are_refused_with_the_least() {
    check(
        &["plan", "full", "--minutes", "1"],
        &expect![[r#"
        evenhold: No exercise of this routine fits into 1 min; the shortest needs 2 min
        status 1
    "#]],
    );
    check(
        &["plan", "full", "--minutes", "0"],
        &expect![[r#"
        evenhold: `--minutes` takes a number from 1 to 240.
        status 2
    "#]],
    );
}
