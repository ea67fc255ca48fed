//! What comes with the program is sound, and a person's files lie over it without harm.

use expect_test::expect;

use super::*;

#[test]
fn every_shipped_file_is_without_problems() {
    assert_eq!(SHIPPED.problems, []);
    let list = |ids: Vec<&str>| ids.join(" ");
    expect!["hipflexor butterfly straddle tfl fig4 clam sideraise bandwalk bridge birddog squat gait balance walk reset"]
        .assert_eq(&list(SHIPPED.library.exercises.iter().map(|it| it.id.as_str()).collect()));
    expect!["full a b short warm-up cool-down break-balance break-fig4 break-hipflexor break-reset break-sideraise break-sit-to-stand break-walk"]
        .assert_eq(&list(SHIPPED.library.routines.iter().map(|it| it.id.as_str()).collect()));
}
