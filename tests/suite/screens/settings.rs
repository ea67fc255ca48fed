//! The settings as a screen reader gets them, and the welcome of a new person with real files.

use evenhold::coach::{PersonPage, Screen};
use evenhold::history::Body;
use expect_test::{Expect, expect};

use super::stage::{Setting, Stage};

#[track_caller]
#[expect(clippy::needless_pass_by_value, reason = "a test reads better without a reference")]
fn check(stage: &Stage, expected: Expect) {
    expected.assert_eq(&stage.outline());
}

fn open(routine: &'static str) -> Stage {
    Stage::open(Setting { routine: Some(routine), ..Setting::default() })
}

/// The page about the person that is open.
fn page(stage: &Stage) -> Option<PersonPage> {
    if let Screen::Person(it) = stage.screen() { Some(it.page) } else { None }
}

#[test]
fn a_new_person_is_asked_once_and_goes_on_where_they_left() {
    let mut stage = Stage::open(Setting { is_new: true, ..Setting::default() });
    stage.wait_for(|it| page(it) == Some(PersonPage::Questions));
    assert_eq!(stage.focused(), "");
    stage.click("No to all of these");
    stage.click("Continue");
    assert_eq!(page(&stage), Some(PersonPage::Places));
    stage.wait_until_written(|it| it.records().any(|it| matches!(it.body, Body::Health(_))));
    let dir = std::rc::Rc::clone(&stage.dir);
    drop(stage);

    let mut stage = Stage::open(Setting { dir: Some(dir), ..Setting::default() });
    stage.wait_for(|it| page(it) == Some(PersonPage::Places));
    stage.click("Skip this step");
    stage.click("Done");
    assert!(matches!(stage.screen(), Screen::Today(_)));
    stage.wait_until_written(|it| it.records().any(|it| matches!(it.body, Body::Things(_))));
    let dir = std::rc::Rc::clone(&stage.dir);
    drop(stage);

    let stage = Stage::open(Setting { dir: Some(dir), ..Setting::default() });
    assert!(matches!(stage.screen(), Screen::Today(_)));
}

#[expect(clippy::too_many_lines, reason = "an outline is as long as its screen")]
#[test]
fn settings() {
    let mut stage = open("short");
    stage.click("Settings");
    // How reminders stand is looked up beside the window.
    stage.wait_for(|it| it.outline().contains("Remind me now"));
    check(
        &stage,
        expect![[r#"
            Tab "Today"
            Tab "Progress"
            Tab "Routines"
            Tab "Library"
            Tab "Settings" (chosen)
            Heading "Settings"
            Heading "Sound"
            Label "Volume"
            Slider "Volume"
            SpinButton "Volume" = 80 %
            Heading "Tones"
            RadioButton "Tones: Quiet, soft and low"
            RadioButton "Tones: Clear, over effort" (chosen)
            CheckBox "Speak the instructions" (chosen)
            CheckBox "Silence"
            Heading "Display"
            Heading "Colours"
            RadioButton "Colours: As the system" (chosen)
            RadioButton "Colours: Light"
            RadioButton "Colours: Dark"
            RadioButton "Colours: High contrast"
            Heading "Text size"
            SpinButton "Text size" = 100 %
            Heading "Movement"
            RadioButton "Movement: As the system" (chosen)
            RadioButton "Movement: Pictures move"
            RadioButton "Movement: Pictures stand still"
            Heading "Your weeks"
            Label "A day counts once, when at least half of a session is done. A new target holds from the next week that begins. In every four weeks two may stay below it without ending your weeks on track."
            Heading "Days a week"
            RadioButton "Days a week: 3 days" (chosen)
            RadioButton "Days a week: 4 days"
            RadioButton "Days a week: 5 days"
            Button "Pause…"
            Heading "The week begins on"
            RadioButton "The week begins on: Monday" (chosen)
            RadioButton "The week begins on: Sunday"
            Heading "Breaks"
            Label "A reminder to get up for a minute or two, with a break that suits you and one thought for the desk. Skipping one costs nothing, and breaks never count for your weeks."
            CheckBox "Remind me to get up"
            Heading "After sitting for"
            RadioButton "After sitting for: 30 min"
            RadioButton "After sitting for: 45 min" (chosen)
            RadioButton "After sitting for: 60 min"
            RadioButton "After sitting for: 90 min"
            Heading "Days"
            CheckBox "Mon" (chosen)
            CheckBox "Tue" (chosen)
            CheckBox "Wed" (chosen)
            CheckBox "Thu" (chosen)
            CheckBox "Fri" (chosen)
            CheckBox "Sat"
            CheckBox "Sun"
            Label "Work begins"
            SpinButton "Work begins" = 09:00
            Label "Work ends"
            SpinButton "Work ends" = 17:00
            Label "Later means after"
            SpinButton "Later means after" = 10 min
            Label "Reminders are off."
            Button "Remind me now"
            CheckBox "Start with the login"
            Label "Does not start with the login. Switching it on writes DATA/config/autostart/evenhold-reminders.desktop, and switching it off removes that file."
            Heading "About you"
            Label "What you have told, and since when. A change holds from today on; what was told before stays in the journal."
            Heading "Health questions"
            Label "Nothing answered with yes"
            Label "Told on Monday, 5 January 2026"
            Button "Change: Health questions"
            Heading "Where it hurts, and what to mind"
            Label "Nowhere"
            Label "Not told yet"
            Button "Change: Where it hurts, and what to mind"
            Heading "What you have"
            Label "Not told yet"
            Button "Change: What you have"
            Heading "Week and plan"
            Label "3 sessions a week. No plan yet"
            Label "Not told yet"
            Button "Change: Week and plan"
            Heading "What you can do"
            Label "Not told yet"
            Button "Change: What you can do"
            Heading "Your data"
            Label "The journal, your routines and these settings are files in one folder. Nothing leaves this computer."
            Label "DATA"
            Label "To keep your data in step between computers, use a folder of your sync service. Everything is copied there and checked, and the old folder stays as it is. A folder that already holds Evenhold data is joined with yours."
            Button "Open folder"
            Button "Use another folder…"
            Label "Everything of yours as one archive of open formats, in and out; and the sessions of this week for a calendar."
            Button "Export everything…"
            Button "Import…"
            Button "Calendar file of the week…"
            Heading "Time between sets"
            Label "Seconds. 0 leaves a gap out."
            Label "From Start to the mat"
            SpinButton "From Start to the mat" = 20
            Label "Get ready"
            SpinButton "Get ready" = 10
            Label "Get ready, new position"
            SpinButton "Get ready, new position" = 20
            Label "Added for a band, on or off"
            SpinButton "Added for a band, on or off" = 10
            Label "Change sides"
            SpinButton "Change sides" = 10
            Label "Change sides, lying or kneeling"
            SpinButton "Change sides, lying or kneeling" = 15
            Label "Rest, one side after the other"
            SpinButton "Rest, one side after the other" = 20
            Label "Rest, both legs, strength"
            SpinButton "Rest, both legs, strength" = 60
            Label "Rest, both legs, stretch"
            SpinButton "Rest, both legs, stretch" = 15
            Label "Count-in after a pause"
            SpinButton "Count-in after a pause" = 3
            Label "A longer pause asks you to get ready"
            SpinButton "A longer pause asks you to get ready" = 20
            Heading "About"
            Label "Evenhold 0.1.0. General exercise information for adults; it does not replace advice from someone who has examined you."
        "#]],
    );
}
