//! Checks in the terminal.

use evenhold::text::Text;
use expect_test::expect;

use super::{check_of, plan, record, shipped};

#[test]
fn a_check_is_told_in_a_line() {
    let record =
        record(plan(&shipped("prone")), &|what, _, _| if what == "ir" { "40" } else { "35" });
    let check = check_of(&record);
    let text = Text::english();
    let measured = evenhold::program::measure(&check, &evenhold::program::Rules::shipped().checks);
    expect!["L inward 40°, outward 35° · R inward 40°, outward 35°"]
        .assert_eq(&text.check_line(&measured));
    expect!["Phone on the shin, with a helper"].assert_eq(&text.check_conditions(&check));
}
