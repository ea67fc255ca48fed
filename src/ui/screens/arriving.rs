//! What somebody has sent: where it is, what is in it, what it would change; then taking it in.

use egui::{Key, Modifiers, Ui};
use egui_material_icons::icons::{
    ICON_CHEVRON_RIGHT, ICON_DOWNLOAD, ICON_EDIT, ICON_FILE_OPEN, ICON_FOLDER_OPEN,
    ICON_STRAIGHTEN, ICON_UNDO,
};

use super::{bottom_ui, heading_ui, needs_ui, part_ui, scroll_ui};
use crate::coach::{
    ArchivePreview, Arriving, GoniometerMessage, Message, NotTaken, Place, RoutinesMessage,
    ShareMessage as M, Stage, TodayMessage, View,
};
use crate::library::{Arrival, Id};
use crate::session::{Missing, Plan};
use crate::text::{CommandSentence, ShareSentence as S, Text};
use crate::ui::theme::{LINE_LENGTH, Palette, Type, space};
use crate::ui::widgets::{Banner, Button, Weight, as_heading, card, difference_ui, text_field};

/// Draws it over whatever the person was looking at.
pub(super) fn arriving_ui(
    ui: &mut Ui,
    arriving: &Arriving,
    view: &View<'_>,
    text: &Text,
    asked: &mut Vec<Message>,
) {
    let mut said = Vec::new();
    if ui.input_mut(|it| it.consume_key(Modifiers::NONE, Key::Escape)) {
        said.push(M::Close);
    }
    bottom_ui(ui, |ui| actions_ui(ui, arriving, (view, text), &mut said, asked));
    scroll_ui(ui, |ui| {
        heading_ui(ui, &text.share(S::ArriveTitle), &text.share(S::ArriveAbout));
        ui.add_space(space::L);
        ui.spacing_mut().item_spacing.y = space::M;
        stage_ui(ui, arriving, text, &mut said);
        ui.add_space(space::XXL);
    });
    asked.extend(said.into_iter().map(Message::Share));
}

fn stage_ui(ui: &mut Ui, arriving: &Arriving, text: &Text, said: &mut Vec<M>) {
    match &arriving.stage {
        Stage::Asking => asking_ui(ui, arriving, text, said),
        Stage::NoneChosen => {
            note_ui(ui, Weight::Note, &text.share(S::ArriveNone));
            asking_ui(ui, arriving, text, said);
        }
        Stage::Reading(file) => waiting_ui(ui, &text.share(S::ArriveReading { file })),
        Stage::Taking(file) => waiting_ui(ui, &text.share(S::ArriveTaking { file })),
        Stage::NotTaken { file, why } => {
            title_ui(ui, &text.share(S::ArriveNot { file }));
            note_ui(ui, Weight::Problem, &why_not(file, why, text));
            paragraph_ui(ui, &text.share(S::ArriveNothingChanged));
            asking_ui(ui, arriving, text, said);
        }
        Stage::Files { file, arrival, replaced } => {
            title_ui(ui, file);
            problems_ui(ui, arrival, text);
            routines_ui(ui, arrival, text);
            exercises_ui(ui, arrival, text);
            for check in arrival.checks().filter_map(|it| arrival.library.self_check(it)) {
                let name = check.name.long.as_str();
                card(ui, |ui| title_ui(ui, &text.share(S::HasCheck { name })));
            }
            if arrival.is_known() {
                note_ui(ui, Weight::Note, &text.share(S::Known));
            }
            for (name, lines) in replaced {
                card(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = space::S;
                    ui.label(Type::Strong.text(text.share(S::Replaces { name })));
                    part_ui(ui, &text.share(S::ArriveLegend));
                    difference_ui(ui, lines);
                });
            }
        }
        Stage::Archive { file, preview } => archive_ui(ui, file, preview, text),
        Stage::Taken { file, .. } => {
            note_ui(ui, Weight::Done, &text.share(S::ArriveTaken { file }));
        }
    }
}

fn title_ui(ui: &mut Ui, words: &str) {
    let label = ui.label(Type::Title.text(words).color(Palette::of(ui).text));
    as_heading(&label, words);
}

fn paragraph_ui(ui: &mut Ui, words: &str) {
    ui.scope(|ui| {
        ui.set_max_width(ui.available_width().min(LINE_LENGTH));
        ui.label(Type::Body.text(words).color(Palette::of(ui).muted));
    });
}

fn note_ui(ui: &mut Ui, weight: Weight, words: &str) {
    Banner { weight, text: words, actions: &[] }.show(ui);
}

fn waiting_ui(ui: &mut Ui, words: &str) {
    ui.horizontal(|ui| {
        ui.spinner();
        ui.label(Type::Body.text(words).color(Palette::of(ui).muted));
    });
}

/// Choosing a file, and typing where it is for whoever has no dialog.
fn asking_ui(ui: &mut Ui, arriving: &Arriving, text: &Text, said: &mut Vec<M>) {
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::M;
        let choose = text.share(S::ArriveChoose);
        let button = ui.add(Button::primary(&choose).icon(ICON_FOLDER_OPEN));
        if button.clicked() {
            said.push(M::ChooseFile);
        }
        if ui.memory(|it| it.focused().is_none()) {
            button.request_focus();
        }
        ui.scope(|ui| {
            ui.set_max_width(ui.available_width().min(LINE_LENGTH));
            let mut typed = arriving.typed.clone();
            let (label, hint) = (text.share(S::ArrivePath), text.share(S::ArrivePathHint));
            let field = text_field(ui, &label, &hint, &mut typed);
            let entered = field.lost_focus() && ui.input(|it| it.key_pressed(Key::Enter));
            if typed != arriving.typed {
                said.push(M::Typed(typed));
            }
            let look = text.share(S::ArriveLook);
            let can = !arriving.typed.trim().is_empty();
            let button = ui.add_enabled(can, Button::quiet(&look).icon(ICON_FILE_OPEN));
            if button.clicked() || (entered && can) {
                said.push(M::Look);
            }
        });
    });
}

/// Everything that is wrong with it, each at its line and column.
fn problems_ui(ui: &mut Ui, arrival: &Arrival, text: &Text) {
    if arrival.problems.is_empty() {
        return;
    }
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        let count = arrival.problems.len();
        title_ui(ui, &text.share(S::ArriveProblems { count }));
        if !arrival.is_sound() {
            paragraph_ui(ui, &text.share(S::ArriveNotSound));
        }
        super::routines::problem_lines_ui(ui, &arrival.problems, text);
    });
}

fn routines_ui(ui: &mut Ui, arrival: &Arrival, text: &Text) {
    for routine in arrival.routines().filter_map(|it| arrival.library.routine(it)) {
        let plan = Plan::new(routine, &arrival.library, Missing::default()).ok();
        card(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::S;
            title_ui(ui, &routine.name.long);
            paragraph_ui(ui, &text.arriving(routine, plan.as_ref()));
            if !routine.about.is_empty() {
                paragraph_ui(ui, &routine.about);
            }
            if let Some(plan) = &plan {
                needs_ui(ui, plan, text);
            }
        });
    }
}

fn exercises_ui(ui: &mut Ui, arrival: &Arrival, text: &Text) {
    let all: Vec<_> = arrival.exercises().filter_map(|it| arrival.library.exercise(it)).collect();
    if all.is_empty() {
        return;
    }
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        title_ui(ui, &text.share(S::ArriveExercises { count: all.len() }));
        for exercise in all {
            ui.label(Type::Strong.text(&exercise.name.long).color(Palette::of(ui).text));
            let setup =
                exercise.levels.first().map(|it| it.setup.long.as_str()).unwrap_or_default();
            if !setup.is_empty() {
                paragraph_ui(ui, setup);
            }
        }
    });
}

fn archive_ui(ui: &mut Ui, file: &str, preview: &ArchivePreview, text: &Text) {
    let ArchivePreview { new, same, different, unreadable, new_files, kept_files } = preview;
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        title_ui(ui, file);
        paragraph_ui(ui, &text.share(S::ArriveArchive));
        let (new, same, different) = (*new, *same, *different);
        let mut lines = vec![CommandSentence::ImportRecords { new, same, different }];
        if *unreadable > 0 {
            lines.push(CommandSentence::ImportUnreadable { count: *unreadable });
        }
        lines.extend(new_files.iter().map(|name| CommandSentence::ImportNewFile { name }));
        lines.extend(kept_files.iter().map(|name| CommandSentence::ImportKeptFile { name }));
        if preview.is_empty() {
            lines.push(CommandSentence::ImportNothing);
        }
        for it in lines {
            ui.label(Type::Body.text(text.tell(it)).color(Palette::of(ui).text));
        }
    });
}

fn why_not(file: &str, why: &NotTaken, text: &Text) -> String {
    let path = file;
    match why {
        NotTaken::Refused(why) => text.refused(file, why),
        NotTaken::Trouble(why) => why.say(text),
        NotTaken::Picture => text.share(S::ArrivePicture { file }),
        NotTaken::Damaged => text.tell(CommandSentence::ArchiveDamaged { path }),
        NotTaken::TooLarge => text.tell(CommandSentence::ArchiveTooLarge { path }),
        NotTaken::Unsafe(name) => text.tell(CommandSentence::ArchiveUnsafe { path, name }),
        NotTaken::Encrypted => text.tell(CommandSentence::ArchiveEncrypted { path }),
    }
}

/// What can be done about it, always to be seen.
fn actions_ui(
    ui: &mut Ui,
    arriving: &Arriving,
    (view, text): (&View<'_>, &Text),
    said: &mut Vec<M>,
    asked: &mut Vec<Message>,
) {
    match &arriving.stage {
        Stage::Files { arrival, .. } if arrival.is_sound() && !arrival.is_known() => {
            take_ui(ui, arrival, text, said);
        }
        Stage::Archive { preview, .. } if !preview.is_empty() => {
            let take = text.share(S::ArriveTake);
            if ui.add(Button::primary(&take).icon(ICON_DOWNLOAD)).clicked() {
                said.push(M::Take { both: false });
            }
        }
        Stage::Taken { routine, before, .. } => {
            taken_ui(ui, (routine.as_ref(), !before.is_empty()), (view, text), said, asked);
        }
        Stage::NotTaken { why: NotTaken::Picture, .. } => {
            let measure = text.share(S::ArriveMeasure);
            if ui.add(Button::quiet(&measure).icon(ICON_STRAIGHTEN)).clicked() {
                said.push(M::Close);
                let open = GoniometerMessage::Open(arriving.path.clone());
                asked.extend([GoniometerMessage::Measure(None), open].map(Message::Goniometer));
            }
        }
        Stage::Files { .. }
        | Stage::Archive { .. }
        | Stage::Asking
        | Stage::NoneChosen
        | Stage::Reading(_)
        | Stage::NotTaken { .. }
        | Stage::Taking(_) => {}
    }
    let count = arriving.waiting.len();
    if count > 0 {
        let next = text.share(S::ArriveNext { count });
        if ui.add(Button::quiet(&next).icon(ICON_CHEVRON_RIGHT)).clicked() {
            said.push(M::Next);
        }
    }
    let close = text.share(S::ArriveClose);
    if ui.add(Button::plain(&close).key("Esc")).clicked() {
        said.push(M::Close);
    }
}

fn take_ui(ui: &mut Ui, arrival: &Arrival, text: &Text, said: &mut Vec<M>) {
    let replaces = arrival.replaced().next().is_some();
    let both = arrival.can_keep_both().is_some();
    if both {
        let words = text.share(S::ArriveBoth);
        if ui.add(Button::primary(&words).icon(ICON_DOWNLOAD)).clicked() {
            said.push(M::Take { both: true });
        }
    }
    let words = text.share(if replaces { S::ArriveReplace } else { S::ArriveTake });
    let button =
        if both { Button::quiet(&words) } else { Button::primary(&words).icon(ICON_DOWNLOAD) };
    if ui.add(button).clicked() {
        said.push(M::Take { both: false });
    }
}

fn taken_ui(
    ui: &mut Ui,
    (routine, can_undo): (Option<&Id>, bool),
    (view, text): (&View<'_>, &Text),
    said: &mut Vec<M>,
    asked: &mut Vec<Message>,
) {
    let here = routine.filter(|it| view.library.is_some_and(|all| all.routine(it).is_some()));
    if let Some(id) = here {
        let (run, edit) = (text.share(S::ArriveDo), text.share(S::ArriveEdit));
        if ui.add(Button::primary(&run).icon(ICON_CHEVRON_RIGHT)).clicked() {
            let choose = TodayMessage::Choose(id.clone());
            asked.extend([Message::Today(choose), Message::Go(Place::Today)]);
        }
        if ui.add(Button::quiet(&edit).icon(ICON_EDIT)).clicked() {
            said.push(M::Close);
            asked.push(Message::Go(Place::Routines));
            asked.push(Message::Routines(RoutinesMessage::Edit(id.clone())));
        }
    }
    if can_undo {
        let back = text.share(S::ArriveBack);
        if ui.add(Button::quiet(&back).icon(ICON_UNDO)).clicked() {
            said.push(M::TakeBack);
        }
    }
}

/// Over everything while a file is held over the window: where it will go.
pub(super) fn drop_hint(ui: &Ui, text: &Text) {
    if ui.input(|it| it.raw.hovered_files.is_empty()) {
        return;
    }
    let palette = Palette::of(ui);
    let layer = egui::LayerId::new(egui::Order::Foreground, egui::Id::unique("drop hint"));
    let painter = ui.layer_painter(layer);
    let whole = ui.content_rect();
    painter.rect_filled(whole, 0.0, palette.veil);
    let inside = whole.shrink(space::XXL);
    let stroke = egui::Stroke::new(crate::ui::theme::stroke::FOCUS, palette.accent);
    let corners = [
        inside.left_top(),
        inside.right_top(),
        inside.right_bottom(),
        inside.left_bottom(),
        inside.left_top(),
    ];
    painter.extend(egui::Shape::dashed_line(&corners, stroke, space::M, space::S));
    let words = text.share(S::ArriveDrop);
    let words = painter.layout_no_wrap(words, Type::Heading.font(), palette.text);
    let plate = egui::Rect::from_center_size(whole.center(), words.size())
        .expand2(egui::vec2(space::XL, space::L));
    painter.rect_filled(plate, crate::ui::theme::radius::CARD, palette.surface);
    painter.galley(whole.center() - words.size() / 2.0, words, palette.text);
}

/// Files that were dropped on the window.
pub(super) fn dropped(ui: &Ui) -> Option<Message> {
    let files: Vec<_> =
        ui.input(|it| it.raw.dropped_files.iter().map(|it| it.path().to_owned()).collect());
    (!files.is_empty()).then_some(Message::Share(M::Dropped(files)))
}
