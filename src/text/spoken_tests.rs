//! What the voice says.

use std::time::Duration;

use expect_test::expect;

use super::Text;
use crate::history::sample;
use crate::library::{Amount, LevelSides};
use crate::session::Plan;
use crate::session::score::Words;

/// The sample's plan: a clam for each leg, with another dose.
fn plan(amount: Amount, sets: u32, sides: LevelSides) -> Plan {
    let mut plan = sample::plan();
    for entry in &mut plan.entries {
        entry.sides = sides;
        let line = entry.side_line.as_mut().unwrap();
        line.long = "{Side} leg works. Lie on your {other} side.".to_owned();
        line.short = "{Side} leg.".to_owned();
    }
    for step in &mut plan.steps {
        step.sets = sets;
        if let Some(work) = &mut step.work {
            work.amount = amount;
        }
    }
    plan
}

fn said(plan: &Plan, words: impl IntoIterator<Item = Words>) -> String {
    let text = Text::english();
    words.into_iter().map(|it| text.spoken(&it, plan)).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_kind_of_words_has_its_sentence() {
    let plan = plan(Amount::Reps(12), 2, LevelSides::Each);
    let all = [
        Words::Exercise { entry: 0, first: true },
        Words::Exercise { entry: 0, first: false },
        Words::Dose { step: 0 },
        Words::Side { step: 1, short: false },
        Words::Side { step: 3, short: false },
        Words::Side { step: 3, short: true },
        Words::Setup { entry: 0, short: false },
        Words::Cue { entry: 0, cue: 0, short: true },
        Words::Rep(7),
        Words::Switch,
        Words::Rest(20),
        Words::Rest(90),
        Words::LastSet,
        Words::Halfway,
        Words::OwnPace { step: 1 },
        Words::Finished,
    ];
    expect![[r#"
        First: Banded clamshell.
        Next: Banded clamshell.
        2 sets a side, 12 reps.
        Left leg works. Lie on your right side.
        Right leg works. Lie on your left side.
        Right leg.
        Lie on your side.
        A hand's width is enough.
        7
        Change sides.
        Rest, 20 seconds.
        Rest, one minute and 30 seconds.
        Last set.
        Halfway.
        12 reps, at your own pace. Press D when done.
        The session is over."#]]
    .assert_eq(&said(&plan, all));
}

#[test]
fn a_dose_is_told_as_one_would_say_it() {
    let each = [
        (Amount::Hold(Duration::from_secs(30)), 2, LevelSides::Each),
        (Amount::Hold(Duration::from_secs(30)), 1, LevelSides::Both),
        (Amount::Reps(1), 1, LevelSides::Each),
        (Amount::Steps(10), 2, LevelSides::EachWay),
        (Amount::Reaches(5), 2, LevelSides::Each),
        (Amount::Drill(Duration::from_secs(60)), 2, LevelSides::Both),
        (Amount::Drill(Duration::from_secs(61)), 2, LevelSides::Both),
    ];
    let doses = each
        .map(|(amount, sets, sides)| said(&plan(amount, sets, sides), [Words::Dose { step: 0 }]));
    expect![[r#"
        2 sets a side, hold for 30 seconds.
        One set, hold for 30 seconds.
        One set a side, one rep.
        2 sets each way, 10 steps.
        2 sets a side, 5 reaches.
        2 sets, for one minute.
        2 sets, for one minute and one second."#]]
    .assert_eq(&doses.join("\n"));
}

#[test]
fn words_that_lead_nowhere_are_silent() {
    let plan = sample::plan();
    let lost = [
        Words::Exercise { entry: 9, first: true },
        Words::Dose { step: 9 },
        Words::Side { step: 9, short: false },
        Words::Setup { entry: 9, short: true },
        Words::Cue { entry: 0, cue: 9, short: true },
        Words::OwnPace { step: 9 },
    ];
    for words in lost {
        assert_eq!(said(&plan, [words]), "");
    }
}
