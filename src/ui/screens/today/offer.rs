//! A session that was left unfinished: go on, end it and keep what was done, or throw it away.

use egui::Ui;
use egui_material_icons::icons::ICON_PLAY_ARROW;

use crate::coach::{Message, Offer, OfferChoice, TodayMessage};
use crate::text::{Sentence, Text};
use crate::ui::theme::{Palette, Type, space};
use crate::ui::widgets::{Button, card};

/// Shows the offer; until it is answered no other session can start.
pub(super) fn offer_ui(ui: &mut Ui, offer: &Offer, text: &Text, asked: &mut Vec<Message>) {
    let palette = Palette::of(ui);
    ui.add_space(space::M);
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        let plan = &offer.started.plan;
        let clock = text.clock(offer.started.at);
        let head = text.say(Sentence::UiOffer { name: &plan.name.long, clock: &clock });
        ui.label(Type::Title.text(head).color(palette.text));
        let sets = plan.steps.iter().filter(|it| it.work.is_some()).count();
        let done = offer.session.results().iter().filter(|it| !it.skipped).count();
        let words = text.say(Sentence::UiOfferDone { done, sets });
        ui.label(Type::Body.text(words).color(palette.muted));
        ui.add_space(space::L);
        ui.horizontal_wrapped(|ui| {
            let answer = answers_ui(ui, text);
            asked.extend(answer.map(|it| Message::Today(TodayMessage::Offer(it))));
        });
    });
}

fn answers_ui(ui: &mut Ui, text: &Text) -> Option<OfferChoice> {
    ui.spacing_mut().item_spacing.x = space::M;
    let [go_on, keep, discard] =
        [Sentence::UiOfferContinue, Sentence::UiOfferKeep, Sentence::UiOfferDiscard]
            .map(|it| text.say(it));
    let first = ui.add(Button::primary(&go_on).icon(ICON_PLAY_ARROW).key("Enter").large());
    if ui.memory(|it| it.focused().is_none()) {
        first.request_focus();
    }
    let answers = [
        (first, OfferChoice::Continue),
        (ui.add(Button::quiet(&keep)), OfferChoice::Keep),
        (ui.add(Button::plain(&discard)), OfferChoice::Discard),
    ];
    answers.into_iter().find(|it| it.0.clicked()).map(|it| it.1)
}
