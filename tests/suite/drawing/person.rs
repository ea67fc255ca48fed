//! What a person tells of themselves, on screen and by the keyboard alone.

use egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use evenhold::coach::{HealthMessage, Message, PersonPage, Place, Screen};
use evenhold::program::{Gate, Question, Screening, Sign, Sore};

use super::outline::outline;
use super::world::World;
use super::{Played, USUAL, asked, screen, window};

fn tell(world: &mut World, messages: impl IntoIterator<Item = HealthMessage>) {
    for message in messages {
        world.tell(Message::Health(message));
    }
}

/// A window on a world that answers.
fn live(world: World) -> Harness<'static, Played> {
    let mut window = window(world, USUAL, true);
    window.run();
    window
}

fn press(window: &mut Harness<'_, Played>, key: Key) {
    window.key_press(key);
    window.run();
}

/// Tab until something of this name has the focus.
#[track_caller]
fn tab_to(window: &mut Harness<'_, Played>, label: &str) {
    for _ in 0..120 {
        if focused(window) == label {
            return;
        }
        press(window, Key::Tab);
    }
    assert_eq!(focused(window), label, "no Tab leads there: {}", outline(window));
}

fn focused(window: &Harness<'_, Played>) -> String {
    let mut nodes = window.root().children_recursive();
    let focused = nodes.find(|it| it.accesskit_node().is_focused());
    focused.and_then(|it| it.accesskit_node().label()).unwrap_or_default()
}

/// What the coach knows of health.
fn known<R>(window: &Harness<'_, Played>, read: impl Fn(&evenhold::coach::Known, Gate) -> R) -> R {
    let world = &window.state().world;
    let now = world.now();
    let view = world.coach.view(&now);
    let advice = view.advice.expect("something is known");
    read(&advice.known, advice.gate)
}

fn page(window: &Harness<'_, Played>) -> Option<PersonPage> {
    if let Screen::Person(it) = window.state().world.coach.screen() { Some(it.page) } else { None }
}

#[test]
fn the_welcome_is_done_with_the_keyboard_alone() {
    let mut window = live(World::unasked());
    assert_eq!(page(&window), Some(PersonPage::Questions));
    assert_eq!(focused(&window), "", "an Enter in passing answers nothing");
    press(&mut window, Key::Enter);
    assert_eq!(page(&window), Some(PersonPage::Questions));
    tab_to(&mut window, "No to all of these");
    press(&mut window, Key::Enter);
    assert_eq!(focused(&window), "Continue");
    press(&mut window, Key::Enter);

    assert_eq!(page(&window), Some(PersonPage::Places));
    tab_to(&mut window, "Outer hip, left");
    press(&mut window, Key::Enter);
    window.get_by_label_contains("Left out: Outer-thigh lean and Figure 4");
    tab_to(&mut window, "Back");
    press(&mut window, Key::Enter);
    assert_eq!(page(&window), Some(PersonPage::Questions));
    tab_to(&mut window, "Continue");
    press(&mut window, Key::Enter);
    tab_to(&mut window, "Continue");
    press(&mut window, Key::Enter);

    assert_eq!(page(&window), Some(PersonPage::Week));
    tab_to(&mut window, "Sessions a week: 4 days");
    press(&mut window, Key::Enter);
    tab_to(&mut window, "When …");
    window.get_by_label("When …").type_text("I finish lunch");
    window.run();
    tab_to(&mut window, "Done");
    press(&mut window, Key::Enter);

    assert!(matches!(window.state().world.coach.screen(), Screen::Today(_)));
    known(&window, |known, gate| {
        assert_eq!((gate, &known.health.screen), (Gate::Open, &Screening::Clear));
        assert!(known.health.sore.iter().any(|it| it.id() == "pain-outer-hip-left"));
        assert!(known.things.is_some() && known.plan.is_some());
    });
    assert_eq!(
        window
            .state()
            .world
            .coach
            .view(&window.state().world.now())
            .days
            .target_on(window.state().world.now().date()),
        4
    );
}

#[test]
fn every_step_can_be_passed_over_and_today_says_what_that_means() {
    let mut window = live(World::unasked());
    for _ in 0..3 {
        window.get_by_label("Skip this step").click_accesskit();
        window.run();
    }
    assert!(matches!(window.state().world.coach.screen(), Screen::Today(_)));
    window.get_by_label("A few questions about your health");
    window.get_by_label("Start").click_accesskit();
    window.run();
    assert_eq!(page(&window), Some(PersonPage::Questions));
    window.get_by_label("Start with the easiest levels").click_accesskit();
    window.run();
    assert!(window.state().world.runs());
}

#[test]
fn a_yes_shows_the_advice_instead_of_the_session() {
    let mut window = live(World::unasked());
    window.get_by_label("No to all of these").click_accesskit();
    window.run();
    let question = "Do you take medicine for blood pressure or the heart?: Yes";
    window.get_by_label(question).click_accesskit();
    window.run();
    window.get_by_label("Talk to a professional first");
    for label in ["Continue", "Skip this step", "Skip this step"] {
        window.get_by_label(label).click_accesskit();
        window.run();
    }
    assert!(window.query_by_label("Start").is_none());
    window.get_by_label("A professional who knows this has said I may exercise").click_accesskit();
    window.run();
    assert_eq!(known(&window, |_, gate| gate), Gate::Open);
    window.get_by_label("Start");
}

#[test]
fn the_figure_and_the_list_mark_the_same_places() {
    let mut window = live(World::new());
    window.state_mut().world.tell(Message::Health(HealthMessage::Open(PersonPage::Places)));
    window.run();
    for sore in Sore::all() {
        let name = window.state().world.text.sore(sore);
        assert_eq!(window.query_all_by_label(&name).count(), 1, "{name}");
    }
    window.get_by_label("Knee, right").click_accesskit();
    window.run();
    window.get_by_label_contains("Squat: ");
    press(&mut window, Key::Escape);
    assert!(matches!(window.state().world.coach.screen(), Screen::Today(_)), "nothing is kept");
    assert!(known(&window, |known, _| known.health.sore.is_empty()));
}

#[test]
fn on_hold_today_says_whom_to_see_and_how_soon_and_nothing_else() {
    let mut window = live(World::new());
    window.get_by_label("Something is new or worse…").click_accesskit();
    window.run();
    window.get_by_label_contains("You cannot put weight on the leg").click_accesskit();
    window.run();
    window.get_by_label("Put the programme on hold").click_accesskit();
    window.run();
    let said = outline(&window);
    for there in ["Get help now", "emergency number", "On hold since", "When to see a professional"]
    {
        assert!(said.contains(there), "{there}: {said}");
    }
    for gone in ["\"Start\"", "What would you like to do", "Short breaks", "Pain right now"] {
        assert!(!said.contains(gone), "{gone}: {said}");
    }
    window.get_by_label("I was looked at, or told that it is safe").click_accesskit();
    window.run();
    window.get_by_label("Start");
    let held = known(&window, |known, _| known.health.held.len());
    assert_eq!(held, 1);
}

#[test]
fn a_sign_told_in_a_session_ends_it_and_holds_the_programme() {
    let mut world = World::new();
    world.start("short");
    world.wait(40.0);
    tell(&mut world, [HealthMessage::Open(PersonPage::Signs)]);
    tell(&mut world, [HealthMessage::Back]);
    assert!(world.runs(), "the session has waited");
    tell(&mut world, [HealthMessage::Open(PersonPage::Signs)]);
    tell(&mut world, [HealthMessage::Sign(Sign::SuddenPain), HealthMessage::Next]);
    assert!(matches!(world.coach.screen(), Screen::Summary(_)));
    let mut window = live(world);
    window.get_by_label("Done").click_accesskit();
    window.run();
    window.get_by_label("Get help now");
}

#[test]
fn the_page_about_professionals_leads_to_the_signs() {
    let mut world = World::new();
    world.go(Place::Library);
    let link = evenhold::library::Link::read("article:see-a-professional").expect("a link");
    world.tell(Message::Library(evenhold::coach::LibraryMessage::Follow(link)));
    let mut window = live(world);
    window.get_by_label("Something is new or worse…").click_accesskit();
    window.run();
    assert_eq!(page(&window), Some(PersonPage::Signs));
    press(&mut window, Key::Escape);
    assert_eq!(window.state().world.coach.screen().place(), Some(Place::Library));
}

#[test]
fn what_was_told_is_changed_in_the_settings_and_has_its_day() {
    let mut world = World::new();
    world.go(Place::Settings);
    let mut window = live(world);
    window.get_by_label("Change: What you have").click_accesskit();
    window.run();
    window.get_by_label("Add a band").click_accesskit();
    window.run();
    window.get_by_label("Before you use a band");
    window.get_by_label("Ankle or hand weights").click_accesskit();
    window.run();
    window.get_by_label("Save").click_accesskit();
    window.run();
    assert_eq!(window.state().world.coach.screen().place(), Some(Place::Settings));
    window.get_by_label_contains("Light, Medium. Within reach: ");
    window.get_by_label_contains("Ankle or hand weights");
    let told = outline(&window);
    assert!(told.contains("Told on Sunday, 22 November 2026"), "{told}");
}

#[test]
fn the_dots_of_the_week_open_its_page_with_one_button() {
    let mut window = live(World::new());
    window.get_by_label("Look at your week…").click_accesskit();
    window.run();
    assert_eq!(page(&window), Some(PersonPage::Sunday));
    let said = outline(&window);
    for there in
        ["Heading \"Done\"", "\"Pain\"", "What you can do", "One thing to change", "Next week"]
    {
        assert!(said.contains(there), "{there}: {said}");
    }
    press(&mut window, Key::Enter);
    assert!(matches!(window.state().world.coach.screen(), Screen::Today(_)));
}

#[test]
fn nothing_of_these_pages_is_cut_off_at_twice_the_size() {
    for page in [
        PersonPage::Questions,
        PersonPage::Places,
        PersonPage::Week,
        PersonPage::Things,
        PersonPage::Signs,
        PersonPage::Function,
        PersonPage::Sunday,
    ] {
        let mut world = World::new();
        tell(&mut world, [HealthMessage::Open(page)]);
        let mut window = window(world, [800.0, 560.0], false);
        window.run();
        for (name, rect) in super::outline::places(&window) {
            assert!(-0.5 <= rect.x0 && rect.x1 <= 800.5, "{page:?}: {name} {rect:?}");
        }
    }
}

#[test]
fn a_page_that_is_only_looked_at_asks_for_nothing() {
    let mut window = screen(|world| tell(world, [HealthMessage::Open(PersonPage::Questions)]));
    assert_eq!(asked(&mut window), "");
    window.get_by_label("Are you under sixteen?: No").click_accesskit();
    window.run();
    assert_eq!(asked(&mut window), "Health(Child(false))");
    let question = window.state().world.text.question(Question::Latex);
    window.get_by_label(&format!("{question}: Yes")).click_accesskit();
    window.run();
    assert_eq!(asked(&mut window), "Health(Answer(Latex, true))");
}

#[test]
fn weights_are_written_in_kilograms_and_read_back() {
    let mut world = World::new();
    tell(&mut world, [HealthMessage::Open(PersonPage::Things)]);
    let mut window = live(world);
    assert!(window.query_by_label("Your weights, in kilograms").is_none());
    window.get_by_label("Ankle or hand weights").click_accesskit();
    window.run();
    window.get_by_label("Your weights, in kilograms").focus();
    window.run();
    window.get_by_label("Your weights, in kilograms").type_text("6, 4.5 and 4.5");
    window.run();
    window.get_by_label_contains("What is written here is read as: 4.5 kg, 6 kg.");
    let Screen::Person(person) = window.state().world.coach.screen() else { return };
    assert_eq!(person.things.weights, [45, 60]);
}
