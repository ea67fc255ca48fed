//! The settings: sound, display, the gaps between sets, the data folder.

use std::time::Duration;

use egui::Ui;
use egui_material_icons::icons::{
    ICON_DOWNLOAD, ICON_DRIVE_FILE_MOVE, ICON_EVENT, ICON_FOLDER_OPEN, ICON_UPLOAD,
};

use super::break_settings::breaks_ui;
use super::week_settings::weeks_ui;
use super::{page_ui, part_ui};
use crate::coach::{Handed, Message, ShareMessage, View};
use crate::library::Timing;
use crate::settings::{
    Change, Gap, Percent, ReducedMotion, Settings, SoundProfile, TextSize, Theme, WeekStart,
};
use crate::text::{ProgressSentence, ReminderSentence, Sentence, ShareSentence, Text};
use crate::ui::theme::{LINE_LENGTH, Palette, Type, space};
use crate::ui::widgets::{Button, Chip, as_heading, card, segments, stepper_ui, volume_slider};

/// Gaps are set in steps of so many seconds.
const GAP_STEP: u32 = 5;
/// The text size is set in steps of so many per cent.
const SIZE_STEP: u8 = 10;

/// Draws the settings. `folder` is where the data lies.
pub(super) fn settings_ui(
    ui: &mut Ui,
    view: &View<'_>,
    folder: &str,
    text: &Text,
    asked: &mut Vec<Message>,
) {
    let mut changes = Vec::new();
    let (mut folder_wish, mut share_wish) = (None, None);
    let mut week = None;
    let mut breaks = Vec::new();
    page_ui(ui, &text.say(Sentence::RailSettings), "", |ui| {
        ui.spacing_mut().item_spacing.y = space::M;
        group_ui(ui, &text.say(Sentence::UiSettingsSound), |ui| {
            sound_ui(ui, view.settings, text, &mut changes);
        });
        group_ui(ui, &text.say(Sentence::UiSettingsDisplay), |ui| {
            display_ui(ui, view.settings, text, &mut changes);
        });
        group_ui(ui, &text.progress(ProgressSentence::SettingsWeeks), |ui| {
            week = weeks_ui(ui, view, text);
            week_start_ui(ui, view.settings, text, &mut changes);
        });
        group_ui(ui, &text.remind(ReminderSentence::Settings), |ui| {
            breaks = breaks_ui(ui, view, text);
        });
        group_ui(ui, &text.say(Sentence::UiSettingsData), |ui| {
            folder_wish = data_ui(ui, folder, text);
            share_wish = share_ui(ui, text);
        });
        group_ui(ui, &text.say(Sentence::UiSettingsGaps), |ui| {
            let library = view.library.map_or_else(Timing::default, |it| it.timing);
            gaps_ui(ui, view.settings.timing(library), text, &mut changes);
        });
        group_ui(ui, &text.say(Sentence::UiSettingsAbout), |ui| {
            let version = Sentence::UiSettingsVersion { version: env!("CARGO_PKG_VERSION") };
            paragraph_ui(ui, &text.say(version));
        });
    });
    asked.extend(changes.into_iter().map(Message::Set));
    asked.extend(week);
    asked.extend(breaks);
    asked.extend(folder_wish);
    asked.extend(share_wish.map(Message::Share));
}

fn group_ui(ui: &mut Ui, heading: &str, add: impl FnOnce(&mut Ui)) {
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::M;
        let palette = Palette::of(ui);
        let label = ui.label(Type::Title.text(heading).color(palette.text));
        as_heading(&label, heading);
        add(ui);
    });
}

pub(super) fn paragraph_ui(ui: &mut Ui, words: &str) {
    let palette = Palette::of(ui);
    ui.scope(|ui| {
        ui.set_max_width(ui.available_width().min(LINE_LENGTH));
        ui.label(Type::Body.text(words).color(palette.muted));
    });
}

/// One of several values, by their words.
fn choice_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    what: &str,
    choices: &[(T, String)],
    now: T,
) -> Option<T> {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        part_ui(ui, what);
        let names: Vec<_> = choices.iter().map(|it| it.1.as_str()).collect();
        let chosen = choices.iter().position(|it| it.0 == now);
        segments(ui, what, &names, chosen).and_then(|it| choices.get(it)).map(|it| it.0)
    })
    .inner
}

fn sound_ui(ui: &mut Ui, settings: &Settings, text: &Text, changes: &mut Vec<Change>) {
    let volume = text.say(Sentence::UiSettingsVolume);
    let percent = volume_slider(ui, &volume, settings.volume.get()).and_then(Percent::new);
    changes.extend(percent.map(Change::Volume));
    let tones = [
        (SoundProfile::Quiet, text.say(Sentence::UiSettingsTonesQuiet)),
        (SoundProfile::Clear, text.say(Sentence::UiSettingsTonesClear)),
    ];
    let chosen = choice_ui(ui, &text.say(Sentence::UiSettingsTones), &tones, settings.sound);
    changes.extend(chosen.map(Change::Sound));
    ui.horizontal_wrapped(|ui| {
        let (voice, muted) =
            (text.say(Sentence::UiSettingsVoice), text.say(Sentence::UiSettingsMuted));
        if ui.add(Chip { label: &voice, on: settings.voice }).clicked() {
            changes.push(Change::Voice(!settings.voice));
        }
        if ui.add(Chip { label: &muted, on: settings.muted }).clicked() {
            changes.push(Change::Muted(!settings.muted));
        }
    });
}

fn display_ui(ui: &mut Ui, settings: &Settings, text: &Text, changes: &mut Vec<Change>) {
    let themes = [
        (Theme::System, text.say(Sentence::UiSettingsAsSystem)),
        (Theme::Light, text.say(Sentence::UiSettingsLight)),
        (Theme::Dark, text.say(Sentence::UiSettingsDark)),
        (Theme::HighContrast, text.say(Sentence::UiSettingsContrast)),
    ];
    let chosen = choice_ui(ui, &text.say(Sentence::UiSettingsTheme), &themes, settings.theme);
    changes.extend(chosen.map(Change::Theme));
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        let name = text.say(Sentence::UiSettingsTextSize);
        part_ui(ui, &name);
        let now = settings.text_size.get();
        let shown = text.say(Sentence::UiSettingsPercent { value: now });
        let steps = u32::from(TextSize::MIN / SIZE_STEP)..=u32::from(TextSize::MAX / SIZE_STEP);
        let new = stepper_ui(ui, &name, u32::from(now / SIZE_STEP), steps, &shown);
        let size =
            new.and_then(|it| u8::try_from(it).ok()).and_then(|it| it.checked_mul(SIZE_STEP));
        changes.extend(size.and_then(TextSize::new).map(Change::TextSize));
    });
    let motions = [
        (ReducedMotion::System, text.say(Sentence::UiSettingsAsSystem)),
        (ReducedMotion::Off, text.say(Sentence::UiSettingsMotionOff)),
        (ReducedMotion::On, text.say(Sentence::UiSettingsMotionOn)),
    ];
    let name = text.say(Sentence::UiSettingsMotion);
    let chosen = choice_ui(ui, &name, &motions, settings.reduced_motion);
    changes.extend(chosen.map(Change::ReducedMotion));
}

fn week_start_ui(ui: &mut Ui, settings: &Settings, text: &Text, changes: &mut Vec<Change>) {
    let days = [
        (WeekStart::Monday, text.say(Sentence::UiWeekday { day: 1 })),
        (WeekStart::Sunday, text.say(Sentence::UiWeekday { day: 7 })),
    ];
    let chosen = choice_ui(ui, &text.say(Sentence::UiSettingsWeek), &days, settings.week_starts);
    changes.extend(chosen.map(Change::WeekStarts));
}

/// Where the data lies; answers with what is wanted of it.
fn data_ui(ui: &mut Ui, folder: &str, text: &Text) -> Option<Message> {
    paragraph_ui(ui, &text.say(Sentence::UiSettingsDataAbout));
    let palette = Palette::of(ui);
    ui.add(egui::Label::new(Type::Strong.text(folder).color(palette.text)).selectable(true));
    paragraph_ui(ui, &text.say(Sentence::UiSettingsMoveAbout));
    let (open, other) =
        (text.say(Sentence::UiSettingsOpenFolder), text.say(Sentence::UiSettingsMove));
    ui.horizontal_wrapped(|ui| {
        let opens = ui.add(Button::quiet(&open).icon(ICON_FOLDER_OPEN)).clicked();
        let moves = ui.add(Button::quiet(&other).icon(ICON_DRIVE_FILE_MOVE)).clicked();
        match (opens, moves) {
            (true, _) => Some(Message::OpenFolder),
            (_, true) => Some(Message::UseAnotherFolder),
            (false, false) => None,
        }
    })
    .inner
}

/// Everything out and in, and the week for a calendar.
fn share_ui(ui: &mut Ui, text: &Text) -> Option<ShareMessage> {
    ui.add_space(space::S);
    paragraph_ui(ui, &text.share(ShareSentence::DataShareAbout));
    let mut wish = None;
    ui.horizontal_wrapped(|ui| {
        for (words, icon, message) in [
            (ShareSentence::DataExport, ICON_UPLOAD, ShareMessage::PassOn(Handed::Everything)),
            (ShareSentence::DataImport, ICON_DOWNLOAD, ShareMessage::Open),
            (ShareSentence::DataCalendar, ICON_EVENT, ShareMessage::PassOn(Handed::Calendar)),
        ] {
            if ui.add(Button::quiet(&text.share(words)).icon(icon)).clicked() {
                wish = Some(message);
            }
        }
    });
    wish
}

fn gaps_ui(ui: &mut Ui, timing: Timing, text: &Text, changes: &mut Vec<Change>) {
    paragraph_ui(ui, &text.say(Sentence::UiSettingsGapsAbout));
    let rows = [
        (Gap::ReachMat, timing.reach_mat, Sentence::UiGapReachMat),
        (Gap::Ready, timing.ready, Sentence::UiGapReady),
        (Gap::ReadyNewPosition, timing.ready_new_position, Sentence::UiGapReadyNewPosition),
        (Gap::Band, timing.band, Sentence::UiGapBand),
        (Gap::Switch, timing.switch, Sentence::UiGapSwitch),
        (Gap::SwitchSlow, timing.switch_slow, Sentence::UiGapSwitchSlow),
        (Gap::RestOneSided, timing.rest_one_sided, Sentence::UiGapRestOneSided),
        (Gap::RestStrength, timing.rest_strength, Sentence::UiGapRestStrength),
        (Gap::RestStretch, timing.rest_stretch, Sentence::UiGapRestStretch),
        (Gap::Resume, timing.resume, Sentence::UiGapResume),
        (Gap::LongPause, timing.long_pause, Sentence::UiGapLongPause),
    ];
    for (gap, length, sentence) in rows {
        changes.extend(gap_ui(ui, gap, length, &text.say(sentence)));
    }
}

fn gap_ui(ui: &mut Ui, gap: Gap, length: Duration, name: &str) -> Option<Change> {
    let palette = Palette::of(ui);
    // A count-in is so short that its steps are single seconds.
    let step = if gap == Gap::Resume { 1 } else { GAP_STEP };
    let secs = u32::try_from(length.as_secs()).unwrap_or(u32::MAX);
    let most = u32::try_from(Gap::LONGEST.as_secs()).unwrap_or(u32::MAX);
    let row = ui.horizontal(|ui| {
        ui.set_max_width(LINE_LENGTH);
        ui.label(Type::Body.text(name).color(palette.text));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            stepper_ui(ui, name, secs / step, 0..=most / step, &secs.to_string())
        })
        .inner
    });
    let new = row.inner?;
    Some(Change::Gap(gap, Duration::from_secs(u64::from(new * step))))
}
