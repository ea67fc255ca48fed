//! Things, activities and the page of the week.

use super::*;

#[test]
fn things_and_activities_are_kept_as_they_were_told() {
    let mut told = Told::answered();
    told.open(PersonPage::Things);
    told.person(H::Things(Things {
        bands: vec![Band { pull: Pull::Medium, colour: "green".to_owned() }],
        others: vec!["mat".to_owned(), "weight".to_owned()],
        weights: vec![20, 45],
    }));
    told.person(H::Next);
    told.open(PersonPage::Function);
    told.person(H::Next);
    told.person(H::Activity { at: 0, name: "climbing stairs".to_owned() });
    told.person(H::Rate { at: 0, rating: Pain::new(6).unwrap() });
    told.person(H::Activity { at: 2, name: "not rated".to_owned() });
    told.person(H::Next);
    told.open(PersonPage::Function);
    told.look();
    let view = told.stage.coach.view(&told.stage.now);
    let Screen::Person(person) = view.screen else { panic!("no page") };
    assert_eq!(person.activities.first(), Some(&("climbing stairs".to_owned(), None)));
    let owned = &view.advice.unwrap().known.owned;
    assert!(owned.has(Equipment::BandMedium) && owned.has(Equipment::Weight));
    assert!(!owned.has(Equipment::BandLight) && !owned.has(Equipment::Bench));
    told.check(expect![[r#"
        ? Some("today")
          Open
          first-session
        keep Things(Things { bands: [Band { pull: Medium, colour: "green" }], others: ["mat", "weight"], weights: [20, 45] })
        keep check function: climbing stairs Some(60)
        ? asks Function from Today, on: false
          Open
          first-session
    "#]]);
}

#[test]
fn the_week_has_one_page_and_keeps_how_sure_one_is() {
    let mut told = Told::answered();
    told.open(PersonPage::Sunday);
    told.look();
    told.person(H::Sure(Pain::new(5).unwrap()));
    told.person(H::Next);
    told.look();
    told.check(expect![[r#"
        ? Some("today")
          Open
          first-session
        ? asks Sunday from Today, on: true
          Open
          first-session
        keep check confidence: next-week Some(50)
        ? Some("today")
          Open
          first-session
    "#]]);
}

#[test]
fn what_follows_is_said_at_once() {
    let (text, library) = (Text::english(), Library::shipped());
    let says = |ids: &[&str]| {
        let sore = ids.iter().filter_map(|it| Sore::of(it)).collect();
        text.follows(&program::groups_of(&sore), &library).join("\n")
    };
    expect![[r#"
        Left out: Outer-thigh lean and Figure 4.
        Clamshell: “Seated knee opens” instead.
        Leg raise: “Standing, hand on a table” instead.
        Lateral walk: “Side steps, no band” instead.
        Balance: “Fingertips on a table” instead."#]]
    .assert_eq(&says(&["pain-outer-hip-left"]));
    expect![[r#"
        Left out: Bird-dog.
        Hip-flexor stretch: “Standing split stance” instead.
        Butterfly: “Lying, knees on pillows” instead.
        Straddle: “Legs up the wall” instead.
        Figure 4: “Feet down” instead.
        Leg raise: “Bent knee” instead.
        Lateral walk: “Side steps, no band” instead.
        Bridge: “Short lift” instead.
        Squat: “Half squat, hands on a table” instead."#]]
    .assert_eq(&says(&["pain-low-back-left", "pain-knee-right"]));
    expect!["Every exercise stays as it is. If one hurts, “It hurts” stops it at any moment."]
        .assert_eq(&says(&["pain-buttock-left"]));
    assert_eq!(Sore::all().filter(|it| it.side == Side::Left).count(), 6);
}
