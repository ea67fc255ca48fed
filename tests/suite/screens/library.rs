//! The library as a person uses it: the list, a search, every exercise and every page.

#![expect(clippy::too_many_lines, reason = "an outline is as long as its screen")]

mod fits;

use std::sync::Arc;
use std::time::Duration;

use chrono::DateTime;
use eframe::egui::{self, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use evenhold::coach::{Coach, LibraryMessage, Message, News, PageOf, Place, Screen};
use evenhold::history::{Body, DeviceId, Journal, Record, RecordId};
use evenhold::library::{Library, Link};
use evenhold::program::nothing_to_mind;
use evenhold::text::Text;
use evenhold::ui::screens;
use evenhold::ui::theme::{self, Look};
use evenhold::units::{Now, Tick};
use expect_test::{Expect, expect};

use super::stage::{Setting, Stage};

/// A coach in its library, and everything that the screen asked for.
struct Room {
    coach: Coach,
    text: Arc<Text>,
    now: Now,
    asked: Vec<Message>,
    is_ready: bool,
}

/// A journal of a person who has said that there is nothing to mind.
fn answered(now: &Now) -> Journal {
    let mut journal = Journal::new();
    let body = Body::Health(nothing_to_mind());
    journal.add(Record::new(RecordId::from_u128(1), DeviceId::new("desk"), now, body));
    journal
}

impl Room {
    fn new(links: &[&str]) -> Self {
        let text = Arc::new(Text::english());
        let wall = DateTime::parse_from_rfc3339("2027-03-01T12:00:00+01:00").expect("a time");
        let tick = Tick { mono: Duration::from_secs(9), boot: Duration::from_secs(9), wall };
        let mut room = Self {
            coach: Coach::new(Arc::clone(&text), None),
            text,
            now: Now { tick, zone: "Europe/Berlin".to_owned() },
            asked: Vec::new(),
            is_ready: false,
        };
        let library = Arc::new(Library::shipped());
        room.tell(Message::News(News::Library { library, problems: 0 }));
        room.tell(Message::News(News::Journal(Box::new(answered(&room.now)))));
        room.tell(Message::News(News::Ready));
        room.tell(Message::Go(Place::Library));
        for link in links {
            let link = Link::read(link).expect("a link");
            room.tell(Message::Library(LibraryMessage::Follow(link)));
        }
        room
    }

    fn tell(&mut self, message: Message) {
        self.coach.update(message, &self.now);
    }

    fn draw(&mut self, ui: &mut egui::Ui) {
        if !self.is_ready {
            theme::install(ui);
            self.is_ready = true;
            ui.ctx().request_repaint();
            return;
        }
        theme::apply(ui, Look::Light, 1.0);
        let view = self.coach.view(&self.now);
        let asked = screens::show(ui, &view, "", &self.text);
        for message in asked {
            self.tell(message.clone());
            self.asked.push(message);
        }
    }
}

/// A window of this size on the library, with these links followed.
fn open(size: [f32; 2], pixels_per_point: f32, links: &[&str]) -> Harness<'static, Room> {
    let mut harness = Harness::builder()
        .with_size(size)
        .with_pixels_per_point(pixels_per_point)
        .build_ui_state(|ui, room: &mut Room| room.draw(ui), Room::new(links));
    harness.run_steps(4);
    harness
}

const WIDE: [f32; 2] = [1280.0, 800.0];
const SMALL: [f32; 2] = [800.0, 560.0];

/// Role and words of everything that has words, below the rail.
fn outline(harness: &Harness<'_, Room>) -> Vec<String> {
    let nodes = harness.root().children_recursive().map(|it| {
        let node = it.accesskit_node();
        (node.role(), node.label().or_else(|| node.value()).unwrap_or_default())
    });
    nodes
        .filter(|(role, words)| {
            !words.is_empty() && !matches!(role, egui::Role::TextRun | egui::Role::Tab)
        })
        .map(|(role, words)| format!("{role:?} {}", words.trim()))
        .collect()
}

#[expect(clippy::needless_pass_by_value, reason = "a test reads better without a reference")]
#[track_caller]
fn check(links: &[&str], most: usize, expected: Expect) {
    let outline = outline(&open(WIDE, 1.0, links));
    let (shown, rest) = outline.split_at(most.min(outline.len()));
    expected.assert_eq(&format!("{}\n+ {} lines\n", shown.join("\n"), rest.len()));
}

#[test]
fn the_list_names_every_exercise_and_every_page() {
    check(
        &[],
        60,
        expect![[r#"
            Heading Library
            TextInput Search exercises and articles
            CheckBox Mobility
            CheckBox Strength
            CheckBox Control
            CheckBox Breaks
            ComboBox Position: any
            ComboBox Muscle: any
            ComboBox Screen: any
            ComboBox I have everything
            Heading 15 exercises
            Link Half-kneeling hip-flexor stretch, Mobility · kneeling on one knee, Screen: In sight, 5 levels
            Link Butterfly stretch, Mobility · sitting on the floor, Screen: In sight, 5 levels
            Link Wide-leg straddle, Mobility · sitting on the floor, Screen: Partly in sight, 5 levels
            Link Cross-legged outer-thigh lean, Mobility · standing, Screen: In sight, 5 levels
            Link Figure-4 stretch, Mobility · lying on your back, Screen: By ear, 5 levels
            Link Banded clamshell, Strength · lying on your side, Screen: Partly in sight, 5 levels
            Link Side-lying leg raise, Strength · lying on your side, Screen: Partly in sight, 5 levels
            Link Banded lateral walk, Strength · standing, Screen: In sight, 5 levels
            Link Glute bridge, Strength · lying on your back, Screen: By ear, 5 levels
            Link Bird-dog, Strength · on hands and knees, Screen: By ear, 5 levels
            Link Mindful squat, Control · standing, Screen: In sight, 5 levels
            Link Gait awareness, Control · walking, Screen: By ear, 5 levels
            Link Single-leg balance, Control · standing, Screen: In sight, 5 levels
            Link Stand and walk, Breaks · walking, Screen: By ear, 1 level
            Link Posture reset, Breaks · on a chair, Screen: In sight, 1 level
            Heading Articles
            Link What inward-turned hips are, A tendency of the thigh to rest and move turned inward, and when it is worth attention.
            Link The hip and its muscles, A ball in a socket, the muscles that turn it out, and the muscles that turn it in.
            Link Where it can come from, Sitting, strength, habits, feet and knees, and the shape of the bone.
            Link What people notice, Discomfort, stiffness, walking, squats and stairs, and what is known about risk.
            Link How it is checked, Four short checks that you can do at home, how to read them, and what they cannot tell.
            Link What helps, Mobility, strength and control, and the thirteen exercises of the programme.
            Link How to train, How often, how much, how to go on, and what pain has to say.
            Link Posture and habits, How you sit, how you stand, and how often you get up.
            Link When to see a professional, Signs that need help now, signs that need a visit soon, and good reasons for an appointment.
            Link Questions and answers, Short answers to what people ask most.
            Link Using bands safely, A look before each use, and a few rules that keep a band out of your face.
            Link Evidence and sources, What is known, how well, and where the numbers come from.
            Link About this programme, What it is for, how it is built, and what it does not claim.
            + 0 lines
        "#]],
    );
}

#[test]
fn the_page_of_an_exercise_tells_everything_about_a_level() {
    check(
        &["exercise:clam"],
        60,
        expect![[r#"
            Button Library
            Button Try it
            Label 2 × 10 reps, each side · 5 min. It is logged and does not count for the week.
            Heading Banded clamshell
            Label Strength · lying on your side
            Image Banded clamshell, Left leg
            RadioButton Working side: Left leg
            RadioButton Working side: Right leg
            Heading Levels
            RadioButton Level 1: No band, small range
            RadioButton Level 2: Seated knee opens
            RadioButton Level 3: Light band
            RadioButton Level 4: Medium band
            RadioButton Level 5: Feet raised, long hold
            Heading Level 3: Light band
            Heading Get ready
            Label Band just above your knees. Lie on your side, head supported, hips bent about halfway and knees at ninety degrees, heels together in line with your tail, hips stacked and rolled a very little forward.
            Label Left leg works. Lie on your right side.
            Heading How it goes
            Label Keep the feet touching and the pelvis still. Open the top knee by turning the thigh out, pause, and close slowly. Feel it in the buttock, not in the low back.
            Label How much: 2 to 3 sets of 10 to 15 reps, each side
            Label Pace: open 2 s, hold 1 s, close 2 s
            Label Fetch: a mat, a light band
            Label Position: lying on your side
            Label Screen: Partly in sight
            Label Muscles: gluteus medius, back part (side of the buttock), gluteus maximus (large buttock muscle), piriformis, obturator internus, superior gemellus, inferior gemellus, quadratus femoris
            Heading Think of
            Label Belly faces forward. Do not roll back.
            Label Open like a book, with your hip as its spine.
            Label Slow on the way down.
            Label Press the heels together.
            Label Small and clean is better than big.
            Heading What often happens
            Label Rolling the pelvis backwards. In one study leaning back lowered the work of the buttock.
            Label Using momentum.
            Label A band so strong that the range vanishes.
            Label Hitching the low back instead of turning the thigh.
            Heading Stop if
            Label Pain reaches 6 out of 10 or more.
            Label Anything feels sharp or catches, or the joint gives way.
            Label You feel tingling or numbness.
            Label You feel dizzy.
            Label You feel pain in your chest.
            Label The bony outer hip hurts at 6 or more, on top or underneath.
            Label Lying on this side hurts in spite of a pillow under your waist. Use the seated version.
            Heading Why it is here
            Label Builds strength in the muscles that turn the thigh out. In lab recordings it worked the buttock muscles more than the TFL, with the highest such index of the exercises compared.
            Heading If this is you
            Label Pain at the bony point of the outer hip
            Link Banded clamshell, level 2: Seated knee opens
            Label Seated, nothing presses on the outer hip. A rating of 6 or more means stop.
            Label After a hip replacement, until cleared
            Label Leave it out
            Label Turning the thigh out against a band waits until your surgeon says it is safe.
            Label Pain or a pinch in the groin
            Link Banded clamshell, level 1: No band, small range
            Label No band, a small range, and no pinch at the front of the hip.
            Heading Exercises of your own
            Button Make it mine
            Button Change a copy
            + 14 lines
        "#]],
    );
}

#[test]
fn a_page_of_knowledge_has_headings_text_figures_and_links() {
    check(
        &["article:causes"],
        60,
        expect![[r#"
            Button Library
            Heading On this page
            Link Long hours of sitting
            Link Muscles out of balance
            Link The same movements again and again
            Link Help for an unsteady foot or knee
            Link The shape of the bone
            Heading Where it can come from
            Label Sitting, strength, habits, feet and knees, and the shape of the bone.
            Image The chain of hip, knee and foot
            Label Often several of these come together, and often none can be named for sure. The programme does not need to know the cause in order to start; a professional may need to.
            Heading Long hours of sitting
            Label A chair holds the hips bent for hours. Sitting is linked to stiffer hip flexors: active people who sat little had about six degrees more backward movement of the hip than inactive people who sat long (Boukabache 2021). That study looked once, and at bending and opening, not at turning. That sitting makes thighs turn inward is a common view and a reasonable one, but it has not been shown. What is known to feel better is to interrupt it:
            Link stand and walk
            Label , and see
            Link posture and habits
            Label .
            Heading Muscles out of balance
            Label The gluteus medius and the gluteus maximus may be less strong than they could be, while inward rotators, inner-thigh muscles or hip flexors hold on. Each makes the other more likely: a muscle that is always short is used first, and its opposite is used less. The answer of the programme is to do both, mobility and strength, in the same session: a
            Link hip-flexor stretch
            Label and a
            Link bridge
            Label , a
            Link butterfly
            Label and a
            Link clamshell
            Label .
            Heading The same movements again and again
            Label Sports and work can favour one direction: a kick with the inside of the foot, the same stance at a bench, long rides on a bicycle, strength training that only goes forward and back. Turning out against resistance is then hardly ever asked for. There is nothing bad in those movements. They only leave a gap, and a few sets of
            Link clamshells
            Label and
            Link lateral walks
            Label a week fill it.
            Heading Help for an unsteady foot or knee
            Label The leg is a chain. The
            Link standing check
            Label shows some of it. When the arch of the foot sinks far, when an ankle was sprained and never became steady again, or when a knee gives way, the thigh may turn inward to find support. Then the hip answers something that lies further down.
            Link Single-leg balance
            Label trains the whole chain. If a foot or a knee is painful, gives way or swells, see a professional first;
            Link this page
            Label says when.
            Heading The shape of the bone
            Label Some thigh bones have more forward twist than others, which professionals call femoral anteversion. It comes from growth, it can differ between the sides, and it makes inward turn large and outward turn small. It is the less common reason. Exercise does not change it, but it may still help with how the hip feels and works. Inward turn that exceeds outward turn by 20 degrees or more, lying on the front, hints at it (Uding 2019); the
            Link prone check
            Label measures that. Only an examination, sometimes with pictures, can tell.
            Heading Exercises on this page
            Link Stand and walk
            Link Half-kneeling hip-flexor stretch
            Link Glute bridge
            Link Butterfly stretch
            Link Banded clamshell
            Link Banded lateral walk
            Link Single-leg balance
            Button Do this check: Standing…
            Button Do this check: On your front…
            Label A self-check gives clues, not a diagnosis. A physiotherapist, a kinesiologist or an orthopaedic specialist can examine you, rule out other causes, measure precisely and shape a plan for you.
            Link When to see a professional
            + 0 lines
        "#]],
    );
}

/// What is asked for after a click.
fn clicked(links: &[&str], label: &str) -> String {
    let mut harness = open(WIDE, 1.0, links);
    // A heading may have the same words as the link above that leads to it.
    harness.get_all_by_label(label).next().expect("it is there").click_accesskit();
    harness.run_steps(3);
    format!("{:?}", harness.state().asked)
}

#[test]
fn every_click_asks_for_one_thing() {
    let clam = &["exercise:clam"][..];
    let causes = &["article:causes"][..];
    let said = [
        clicked(
            &[],
            "Banded clamshell, Strength · lying on your side, Screen: Partly in sight, 5 levels",
        ),
        clicked(&[], "Strength"),
        clicked(clam, "Working side: Right leg"),
        clicked(clam, "Level 1: No band, small range"),
        clicked(clam, "What helps"),
        clicked(clam, "Try it"),
        clicked(causes, "Long hours of sitting"),
    ];
    expect![[r#"
        [Library(Follow(Exercise("clam")))]
        [Library(Filter(Filter { block: Some(Strength), position: None, muscle: None, screen: None, without: {} }))]
        [Library(Side(Right))]
        [Library(Level(1))]
        [Library(Read { slug: "what-helps", section: None })]
        [Library(Try)]
        []"#]].assert_eq(&said.join("\n"));
}

#[test]
fn the_library_is_used_from_the_search_to_trying_an_exercise_by_keyboard_alone() {
    let mut stage = Stage::open(Setting::default());
    for _ in 0..80 {
        if stage.focused() == "Library" {
            break;
        }
        stage.press("Tab");
    }
    stage.press("Enter");
    stage.press("Slash");
    assert_eq!(stage.focused(), "Search exercises and articles");
    stage.harness.event(egui::Event::Text("clmashell".to_owned()));
    stage.harness.run_steps(2);
    stage.press("Enter");
    let Screen::Library(browsing) = stage.screen() else { panic!("not in the library") };
    assert_eq!(browsing.query, "clmashell");
    assert!(matches!(
        browsing.page().map(|it| &it.of),
        Some(PageOf::Exercise { id, level: 3, .. }) if id == "clam"
    ));
    for _ in 0..80 {
        if stage.focused() == "Try it" {
            break;
        }
        stage.press("Tab");
    }
    assert_eq!(stage.focused(), "Try it");
    stage.press("Enter");
    assert_eq!(stage.running().expect("a session").session.plan().routine, "try-clam");
}

#[test]
fn escape_leads_back_step_by_step() {
    let mut harness = open(WIDE, 1.0, &["exercise:clam", "article:causes"]);
    let mut depths = Vec::new();
    for _ in 0..3 {
        harness.key_press_modifiers(Modifiers::NONE, Key::Escape);
        harness.run_steps(2);
        let Screen::Library(browsing) = harness.state().coach.screen() else { panic!("gone") };
        depths.push(browsing.pages.len());
    }
    assert_eq!(depths, [1, 0, 0]);
}
