//! Each screen by itself: what a person who cannot see it gets, and what it asks for when it is used.
//! The coach is the real one with the shipped library; there is no disk and no window.

mod editor;
mod following;
mod measure;
mod outline;
mod own;
mod own_checks;
mod pain;
mod person;
mod progress;
mod session;
mod summary;
mod today;
mod window;
/// The same world as the one in the pictures of `./dev shots`.
#[path = "../../../examples/shots/world.rs"]
mod world;

use std::sync::Arc;

use egui::{UiBuilder, Vec2};
use egui_kittest::Harness;
use evenhold::coach::Message;
use evenhold::ui::screens;
use evenhold::ui::theme::{self, Look};

use world::World;

/// A world and everything that was asked of it.
struct Played {
    world: World,
    asked: Vec<Message>,
    /// Whether the coach is told what is asked; otherwise the picture stays as it is.
    is_live: bool,
}

/// The usual window, in points.
const USUAL: [f32; 2] = [1280.0, 800.0];

/// A window of this size on a world.
fn window(world: World, size: [f32; 2], is_live: bool) -> Harness<'static, Played> {
    let text = Arc::clone(&world.text);
    let draw = move |ui: &mut egui::Ui, played: &mut Played| {
        let now = played.world.now();
        let view = played.world.coach.view(&now);
        // The harness leaves a margin; a real window has none.
        let whole = ui.content_rect();
        let mut ui = ui.new_child(UiBuilder::new().max_rect(whole));
        ui.set_clip_rect(whole);
        let asked = screens::show(&mut ui, &view, "~/evenhold", &text);
        if played.is_live {
            for message in &asked {
                played.world.tell(message.clone());
            }
        }
        played.asked.extend(asked);
    };
    Harness::builder()
        .with_size(Vec2::from(size))
        .with_max_steps(12)
        .with_context_setup(|ctx| {
            theme::install(ctx);
            theme::apply(ctx, Look::Dark, 1.0);
        })
        .build_ui_state(draw, Played { world, asked: Vec::new(), is_live })
}

/// A world after some story, in the usual window.
fn screen(play: impl FnOnce(&mut World)) -> Harness<'static, Played> {
    let mut world = World::new();
    play(&mut world);
    let mut window = window(world, USUAL, false);
    window.run();
    window.state_mut().asked.clear();
    window
}

/// What was asked for since the last look, one line each.
fn asked(window: &mut Harness<'_, Played>) -> String {
    let asked = std::mem::take(&mut window.state_mut().asked);
    let lines: Vec<_> = asked.iter().map(|it| format!("{it:?}")).collect();
    lines.join("\n")
}
