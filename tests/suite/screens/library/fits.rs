//! Everything of the library fits a small window and large text, and its links lead where they
//! say.

use super::*;

/// Everything with words must lie within the window's width.
#[track_caller]
fn stays_inside(harness: &Harness<'_, Room>, width: f32, what: &str) {
    for node in harness.root().children_recursive() {
        let words = node.accesskit_node().label().unwrap_or_default();
        if words.is_empty() || node.accesskit_node().bounding_box().is_none() {
            continue;
        }
        let rect = node.rect();
        assert!(
            -0.5 <= rect.left() && rect.right() <= width + 0.5,
            "{what}: {words:?} lies at {rect:?}"
        );
    }
}

/// 800 × 560 points are also what 200 % text leaves of a window of 1600 × 1120 pixels.
#[test]
fn every_level_of_every_exercise_fits_a_small_window_and_large_text() {
    let library = Library::shipped();
    for pixels in [1.0, 2.0] {
        let mut harness = open(SMALL, pixels, &[]);
        stays_inside(&harness, SMALL[0], "the list");
        for exercise in &library.exercises {
            let link = Link::Exercise(exercise.id.clone());
            let room = harness.state_mut();
            room.tell(Message::Library(LibraryMessage::Follow(link)));
            for level in &exercise.levels {
                let number = LibraryMessage::Level(level.number);
                harness.state_mut().tell(Message::Library(number));
                harness.run_steps(2);
                let shown = format!("Heading Level {}: {}", level.number, level.name);
                assert!(outline(&harness).contains(&shown), "{shown}");
                stays_inside(&harness, SMALL[0], &format!("{} {}", exercise.id, level.number));
            }
        }
    }
}

#[test]
fn every_page_fits_a_small_window_and_every_link_on_it_leads_where_it_says() {
    let library = Library::shipped();
    for article in &library.articles {
        let start = format!("article:{}", article.slug);
        let mut harness = open(SMALL, 1.0, &[&start]);
        stays_inside(&harness, SMALL[0], &article.slug);
        let heading = format!("Heading {}", article.title);
        assert!(outline(&harness).contains(&heading), "{}", article.slug);
        for target in article.targets() {
            let link = Link::read(target).expect("a link");
            let room = harness.state_mut();
            room.tell(Message::Library(LibraryMessage::Follow(link.clone())));
            let Screen::Library(browsing) = room.coach.screen() else { panic!("gone") };
            let link = match link {
                Link::Check(id) => Link::description(&id, &library).expect("a description"),
                it @ (Link::Exercise(_) | Link::Article { .. }) => it,
            };
            let arrived = match (&browsing.page().expect("a page").of, &link) {
                (PageOf::Exercise { id, .. }, Link::Exercise(wanted)) => id == wanted,
                (PageOf::Article { slug, section }, Link::Article { slug: wanted, anchor }) => {
                    slug == wanted && section.is_some() == anchor.is_some()
                }
                _ => false,
            };
            assert!(arrived, "{}: {target}", article.slug);
            room.tell(Message::Library(LibraryMessage::Back));
        }
    }
}

/// A link in running text is a widget of its own: clicked, it opens what it names.
#[test]
fn a_link_in_the_text_opens_its_page_and_nothing_outside() {
    let mut harness = open(WIDE, 1.0, &["article:what-it-is"]);
    harness.get_by_label("clamshell").click_accesskit();
    harness.run_steps(3);
    let asked = format!("{:?}", harness.state().asked);
    assert_eq!(asked, r#"[Library(Follow(Exercise("clam")))]"#);
    let left = &harness.output().platform_output.commands;
    assert!(!left.iter().any(|it| matches!(it, egui::OutputCommand::OpenUrl(_))));
}
