//! When it hurts: what the answer means, where one can look, and what the summary says after it.

use egui::Key;
use egui_kittest::kittest::Queryable as _;
use evenhold::coach::{
    Action, CheckMessage, Message, Open, PersonPage, Place, Screen, SessionMessage,
};
use evenhold::session::{HurtAnswer, HurtBand};
use expect_test::{Expect, expect};

use super::outline::outline;
use super::world::World;
use super::{Played, USUAL, screen, window};

/// The clamshell hurts, in a band.
fn hurts(world: &mut World, band: HurtBand) {
    world.start("short");
    again(world, band);
}

fn again(world: &mut World, band: HurtBand) {
    world.wait(45.0);
    world.act(Action::Hurt);
    world.session(SessionMessage::Hurt(HurtAnswer { band, exact: None }));
}

fn live(play: impl FnOnce(&mut World)) -> egui_kittest::Harness<'static, Played> {
    let mut world = World::new();
    play(&mut world);
    let mut window = window(world, USUAL, true);
    window.run();
    window
}

fn page(window: &egui_kittest::Harness<'_, Played>) -> Option<PersonPage> {
    if let Screen::Person(it) = window.state().world.coach.screen() { Some(it.page) } else { None }
}

/// The card that says what an answer means: everything from its title on.
#[track_caller]
fn card(band: HurtBand, title: &str, expected: &Expect) {
    let said = outline(&screen(|world| hurts(world, band)));
    assert!(said.contains(title), "{said}");
    let from = said.lines().skip_while(|it| !it.contains(title));
    expected.assert_eq(&from.collect::<Vec<_>>().join("\n"));
}

#[test]
fn the_card_after_an_amber_answer_puts_the_easier_form_first() {
    card(
        HurtBand::Amber,
        "Only if it eases when you stop",
        &expect![[r#"
        Label = "Only if it eases when you stop"
        Label = "Take the easier form, or make the movement smaller. This exercise gets no harder for now."
        Button "Easier: At the edge of a bed" <- focus
        Button "Instead: Outer-thigh lean"
        Button "Go on as it is"
        Label = "Where, if you like"
        CheckBox "Front of the hip or groin"
        CheckBox "Outer hip"
        CheckBox "Buttock"
        CheckBox "Back"
        CheckBox "Knee"
        CheckBox "Somewhere else""#]],
    );
}

#[test]
fn the_card_after_a_red_answer_leads_on_and_to_the_signs() {
    card(
        HurtBand::Red,
        "stop this exercise here",
        &expect![[r#"
        Label = "Let’s stop this exercise here"
        Label = "That level of pain isn’t part of the plan. Sit or lie comfortably. What is left of this exercise is left out today; a second answer like this ends the session."
        Button "Go on with what comes next" <- focus
        Button "Instead: Outer-thigh lean"
        Button "End the session here"
        Button "Signs that need a professional…"
        Label = "Where, if you like"
        CheckBox "Front of the hip or groin"
        CheckBox "Outer hip"
        CheckBox "Buttock"
        CheckBox "Back"
        CheckBox "Knee"
        CheckBox "Somewhere else""#]],
    );
}

#[test]
fn the_signs_open_over_a_session_that_waits() {
    let mut window = live(|world| hurts(world, HurtBand::Red));
    window.get_by_label("Signs that need a professional…").click_accesskit();
    window.run();
    assert_eq!(page(&window), Some(PersonPage::Signs));
    window.key_press(Key::Escape);
    window.run();
    assert!(window.state().world.runs(), "{}", outline(&window));
}

#[test]
fn after_a_second_red_the_summary_leads_to_the_signs_and_is_kept() {
    let mut window = live(|world| {
        hurts(world, HurtBand::Red);
        world.act(Action::Pause);
        again(world, HurtBand::Red);
    });
    window.get_by_label_contains("The session ended because of pain");
    window.get_by_label("Signs that need a professional…").click_accesskit();
    window.run();
    assert_eq!(page(&window), Some(PersonPage::Signs));
    window.get_by_label_contains("Sudden").click_accesskit();
    window.run();
    window.get_by_label("Put the programme on hold").click_accesskit();
    window.run();
    window.get_by_label_contains("On hold since");
    let world = &window.state().world;
    let view = world.coach.view(&world.now());
    assert_eq!(view.journal.map(|it| it.sessions().len()), Some(1));
}

#[test]
fn the_signs_before_a_check_open_as_a_page_and_lead_back_to_it() {
    let mut window = live(|world| {
        world.go(Place::Progress);
        world.tell(Message::Check(CheckMessage::Prepare("prone".to_owned())));
    });
    window.get_by_label("Look through the signs…").click_accesskit();
    window.run();
    assert_eq!(page(&window), Some(PersonPage::Signs));
    window.key_press(Key::Escape);
    window.run();
    let world = &window.state().world;
    let Screen::Progress(progress) = world.coach.screen() else { panic!("{}", outline(&window)) };
    assert!(matches!(&progress.open, Some(Open::Preparing(it)) if it.check == "prone"));
}
