//! Doing what the coach asks for.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::reminders::Runner;
use super::reporting::Page;
use super::sharing::With;
use super::{App, photos, raise, reminders, reporting, sharing};
use crate::coach::{Doing, Effect, Message, News, ShareEffect, Trouble};
use crate::ui;
use crate::units::Now;

impl App {
    pub(super) fn perform(&mut self, ctx: &egui::Context, effect: Effect, now: &Now) {
        match effect {
            Effect::Perform(it) => self.around.perform(it),
            Effect::Silence => self.around.silence(),
            Effect::Sound(it) => self.around.sound(it),
            Effect::KeepAwake(it) => self.around.keep_awake(it),
            Effect::OpenFolder => {
                if let Some(folder) = self.keeping.folder() {
                    self.around.show(folder);
                }
            }
            Effect::Begin { plan, pain } => {
                let started = self.keeping.begin(*plan, pain, now);
                self.tell(ctx, Message::News(News::Begun(Box::new(started))), now);
            }
            Effect::Continue(id) => self.keeping.go_on(id),
            Effect::Log(facts) => self.keeping.log(facts, now.tick.wall),
            Effect::Finish(record) => self.keeping.finish(record),
            Effect::Append(record) => self.keeping.append(record),
            Effect::Keep(draft) => {
                let record = Box::new(self.keeping.keep(*draft, now));
                self.tell(ctx, Message::News(News::Kept(record)), now);
            }
            Effect::WriteReport { report, library } => {
                let figures = ui::widgets::figures(ctx);
                let text = Arc::clone(&self.text);
                reporting::write(&self.source, Page { report, library, shelf: figures, text });
            }
            Effect::Show(path) => self.around.show(Path::new(&path)),
            Effect::HandOver(it) => self.keeping.hand_over(it),
            Effect::Reminders(errand) => {
                let (clock, text) = (Arc::clone(&self.clock), Arc::clone(&self.text));
                let runner = Runner { clock, text, outfit: self.around.outfit() };
                reminders::run(&self.source, runner, errand);
            }
            Effect::Share(it) => self.share(ctx, it),
            Effect::Discard => self.keeping.discard(),
            Effect::SaveFile { name, text, before } => self.keeping.save_file(name, text, before),
            Effect::SaveSettings(text) => self.keeping.save_settings(text),
            Effect::Retry if self.keeping.is_open() => self.keeping.retry(),
            Effect::Retry => self.source.open(now),
            Effect::ChooseFolder => self.around.choose_folder(),
            Effect::ChoosePhoto => self.around.choose_photo(),
            Effect::OpenPhoto { request, path } => photos::open(&self.source, request, path),
            Effect::KeepPhoto { from, record } => photos::keep(&self.source, from, record),
            Effect::MoveFolder(to) => self.move_to(ctx, to, now),
            Effect::Raise => raise(ctx),
            Effect::Fullscreen => {
                let is_full = ctx.input(|it| it.viewport().fullscreen) == Some(true);
                ctx.send_viewport_cmd(egui::ViewportCommand::Fullscreen(!is_full));
            }
            Effect::Quit => {
                self.is_closing = true;
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            }
        }
    }

    fn share(&mut self, ctx: &egui::Context, effect: ShareEffect) {
        match effect {
            ShareEffect::ChooseFile => self.around.choose_file(),
            ShareEffect::ChooseTo(name) => self.around.choose_target(name),
            ShareEffect::LookAgain => self.looks.stirred = true,
            ShareEffect::Read { .. }
            | ShareEffect::TakeArchive
            | ShareEffect::Text { .. }
            | ShareEffect::Sheet { .. }
            | ShareEffect::Everything(_) => {
                let text = Arc::clone(&self.text);
                let with =
                    With { device: self.keeping.device(), shelf: ui::widgets::figures(ctx), text };
                sharing::share(&self.source, effect, with);
            }
        }
    }

    /// Takes the data to another folder, unless something waits to be written to the one that it is in.
    fn move_to(&mut self, ctx: &egui::Context, to: PathBuf, now: &Now) {
        if let Some(kept) = self.keeping.let_go() {
            return self.source.take_to(to, kept, now);
        }
        let news = News::Failed { doing: Doing::Moving, why: Trouble::MoveUnsaved };
        self.tell(ctx, Message::News(news), now);
        self.tell(ctx, Message::News(News::Ready), now);
    }
}
