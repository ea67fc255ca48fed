//! The window: the only place where the coach, the screen and the edges meet.
//!
//! `logic` tells the coach the time and what the edges have said; `ui` draws what the coach shows and
//! tells it what the person wants; both do what it asks for. `logic` also runs while the window is
//! hidden, so nothing that is heard or logged depends on a picture.

mod keeping;
mod loading;
mod photos;
mod reminder_window;
mod reminders;
mod looking;
mod calling;
mod performing;
mod reporting;
mod sharing;
mod surroundings;
mod window;

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

pub(crate) use loading::remark;
pub use reminder_window::{ReminderApp, ReminderOutside, remind};
pub(crate) use reminders::words;
pub use reminders::{Outfit, Start};
pub use surroundings::{Own, Surroundings};
pub use window::{NoWindow, run};

use crate::clock::Clock;
use crate::coach::{Coach, Message, News, Place, Remark};
use crate::files::{Disk, Folders, Problem, Watch};
use crate::library::Id;
use crate::settings::{Settings, Theme};
use crate::sound::Gap;
use crate::text::Text;
use crate::ui;
use crate::units::Now;
use calling::Calls;
use keeping::Keeping;
use loading::{Loaded, Source};

/// What the command line asks of the window.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The data folder, when it is not the usual one.
    pub data_dir: Option<PathBuf>,
    /// The routine that is chosen when the window opens.
    pub routine: Option<Id>,
    /// The screen that is open.
    pub place: Option<Place>,
    /// The person's locale, such as `de_DE.UTF-8`.
    pub locale: String,
}

/// The performer judges lost time within a tenth of a second.
const SOON: Duration = Duration::from_millis(100);

/// What the application works with: the real things, or those of a test.
#[derive(Debug)]
pub struct Outside {
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// The disk.
    pub disk: Arc<dyn Disk>,
    /// Where things are kept, or why that cannot be told.
    pub folders: Result<Folders, Problem>,
    /// Sound and desktop.
    pub around: Box<dyn Surroundings>,
}

/// When the person's own files are looked at again.
#[derive(Debug, Default)]
struct Looks {
    watch: Option<Watch>,
    /// Whether something may have changed since the last look.
    stirred: bool,
    /// Whether somebody is looking.
    looking: bool,
}

/// The application in its window.
#[derive(Debug)]
pub struct App {
    coach: Coach,
    text: Arc<Text>,
    clock: Arc<dyn Clock>,
    around: Box<dyn Surroundings>,
    keeping: Keeping,
    source: Source,
    loaded: Receiver<Loaded>,
    looks: Looks,
    calls: Calls,
    /// The last gap that the coach was told of.
    gap: Option<Gap>,
    /// Whether the window may close without asking.
    is_closing: bool,
    /// Held until the first frame is on the screen; then reading goes on.
    before_first: Option<Sender<()>>,
    #[cfg(feature = "inspection")]
    block: block::Block,
}

impl App {
    /// The application, with everything it needs from outside. Reading the files begins at once, on
    /// a thread of its own; the journal follows the first frame.
    pub fn new(ctx: &egui::Context, text: Arc<Text>, outside: Outside, options: Options) -> Self {
        ui::theme::install(ctx);
        // Ctrl+Q is a command of ours, which may ask first.
        ctx.options_mut(|it| it.quit_shortcuts.clear());
        let (send, loaded) = channel();
        let wake = ctx.clone();
        let Outside { clock, disk, folders, around } = outside;
        let folder = folders.as_ref().ok().map(|it| it.data.clone());
        let send = Mutex::new(send);
        let send = Arc::new(move |it| {
            // A window that has closed needs nothing more.
            if let Ok(send) = send.lock() {
                send.send(it).ok();
            }
            wake.request_repaint();
        });
        let source = Source { disk, folders, send, seen: Arc::default() };
        let (before_first, first) = channel();
        source.read(first, &clock.now());
        let mut coach = Coach::new(Arc::clone(&text), options.routine);
        if let Some(place) = options.place {
            coach.update(Message::Go(place), &clock.now());
        }
        Self {
            coach,
            text,
            clock,
            around,
            keeping: Keeping::new(folder),
            source,
            loaded,
            looks: Looks::default(),
            calls: Calls::default(),
            gap: None,
            is_closing: false,
            before_first: Some(before_first),
            #[cfg(feature = "inspection")]
            block: block::Block::default(),
        }
    }

    /// The application's state, for tests.
    pub const fn coach(&self) -> &Coach {
        &self.coach
    }

    /// From the second frame on the first one is on the screen: nothing competes with it any more.
    fn go_on_reading(&mut self, ctx: &egui::Context) {
        if ctx.cumulative_frame_nr() > 0 {
            self.before_first = None;
        } else {
            ctx.request_repaint();
        }
    }

    /// Tells the coach the time and everything that has happened outside.
    fn listen(&mut self, ctx: &egui::Context) {
        let now = self.clock.now();
        let pulse = self.around.pulse();
        if let Some(gap) = pulse.gap.filter(|it| self.gap != Some(*it)) {
            self.gap = Some(gap);
            self.tell(ctx, Message::Gap { from: gap.from, to: gap.to }, &now);
        }
        self.tell(ctx, Message::Tick { pulse: pulse.last }, &now);
        while let Ok(it) = self.loaded.try_recv() {
            self.take_in(ctx, it, &now);
        }
        let news = self.keeping.news().into_iter().chain(self.around.news());
        for news in news.collect::<Vec<_>>() {
            self.tell(ctx, Message::News(news), &now);
        }
        self.look_again();
    }

    /// Something was read.
    fn take_in(&mut self, ctx: &egui::Context, it: Loaded, now: &Now) {
        match it {
            Loaded::News(news) => self.tell(ctx, Message::News(news), now),
            Loaded::Settings(text) => self.keeping.settings_are(text),
            Loaded::Store(store) => {
                let wake = ctx.clone();
                self.keeping.open(*store, move || wake.request_repaint());
                self.attend();
            }
            Loaded::Attending(it) => self.attends(it, now),
            Loaded::Called => self.heed(now),
            Loaded::Heeded => self.heeded(now),
            Loaded::Folder(folders) => {
                self.keeping.folder_is(folders.data.clone());
                self.source.folders = Ok(folders);
            }
            Loaded::NoStore(why) => self.keeping.cannot_open(why),
            Loaded::Read => self.watch(ctx, now),
            Loaded::Stirred => self.looks.stirred = true,
            Loaded::Looked { mark, all } => self.looked(ctx, mark, all, now),
        }
    }

    /// The person's own files were looked at again.
    fn looked(&mut self, ctx: &egui::Context, mark: u64, all: Vec<Loaded>, now: &Now) {
        self.looks.looking = false;
        if mark != self.keeping.mark() || self.keeping.is_writing() {
            // Something of ours was written meanwhile: what was seen may be older than that.
            self.source.forget();
            self.looks.stirred = true;
            return;
        }
        for it in all {
            self.take_in(ctx, it, now);
        }
    }

    /// From now on changes of the person's own files are seen.
    fn watch(&mut self, ctx: &egui::Context, now: &Now) {
        let Ok(folders) = &self.source.folders else { return };
        let send = Arc::clone(&self.source.send);
        let started = Watch::start(folders, move || send(Loaded::Stirred));
        self.looks.watch = None;
        match started {
            Ok(watch) => self.looks.watch = Some(watch),
            Err(why) if folders.data.as_os_str().is_empty() => drop(why),
            Err(why) => {
                let remark = Remark::NotWatched(why.to_string());
                self.tell(ctx, Message::News(News::Remark(remark)), now);
            }
        }
        // What was written since it was read.
        self.looks.stirred = true;
    }

    /// Looks at the person's own files, when something has changed them and nothing of ours is on its
    /// way to them.
    fn look_again(&mut self) {
        if self.looks.stirred && !self.looks.looking && !self.keeping.is_writing() {
            (self.looks.stirred, self.looks.looking) = (false, true);
            self.source.look(self.keeping.mark());
        }
    }

    /// Tells the coach something, and does what it asks for.
    fn tell(&mut self, ctx: &egui::Context, message: Message, now: &Now) {
        for effect in self.coach.update(message, now) {
            self.perform(ctx, effect, now);
        }
    }

    /// Asks the coach before the window closes; it may want to ask the person.
    fn ask_before_closing(&mut self, ctx: &egui::Context) {
        if self.is_closing || !ctx.input(|it| it.viewport().close_requested()) {
            return;
        }
        let now = self.clock.now();
        self.tell(ctx, Message::CloseWindow, &now);
        if !self.is_closing {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            // The question must be seen.
            raise(ctx);
        }
    }

    /// Comes back when something visible changes by itself, and not before.
    fn come_back(&self, ctx: &egui::Context) {
        let now = self.clock.now();
        let soon = Some(SOON).filter(|_| self.around.pulse().is_behind(&now.tick));
        let Some(next) = self.coach.until_next_change(&now).into_iter().chain(soon).min() else {
            return;
        };
        // egui comes back earlier by the time that it expects a frame to take; then the change would
        // not be there yet, and the frame drawn for nothing.
        let frame = ctx.input(|it| it.predicted_dt).max(0.0);
        ctx.request_repaint_after(next + Duration::from_secs_f32(frame));
    }

    /// Lets the window look as it is set.
    fn apply_theme(&self, ctx: &egui::Context) {
        let settings = self.coach.settings();
        ui::theme::apply(ctx, look(ctx, settings), settings.text_size.factor());
    }
}

/// Brings the window before the others.
fn raise(ctx: &egui::Context) {
    ctx.send_viewport_cmd(egui::ViewportCommand::Minimized(false));
    ctx.send_viewport_cmd(egui::ViewportCommand::Focus);
}

/// Light or dark as set, or as the system has it.
fn look(ctx: &egui::Context, settings: &Settings) -> ui::theme::Look {
    match settings.theme {
        Theme::System if ctx.system_theme() == Some(egui::Theme::Light) => ui::theme::Look::Light,
        Theme::System | Theme::Dark => ui::theme::Look::Dark,
        Theme::Light => ui::theme::Look::Light,
        Theme::HighContrast => ui::theme::Look::Contrast,
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        #[cfg(feature = "inspection")]
        self.block.when_due(&*self.clock, self.coach.screen());
        self.listen(ctx);
        self.ask_before_closing(ctx);
        self.come_back(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.apply_theme(ui.ctx());
        self.go_on_reading(ui.ctx());
        let now = self.clock.now();
        let view = self.coach.view(&now);
        let messages = ui::screens::show(ui, &view, &self.keeping.folder_name(), &self.text);
        if messages.is_empty() {
            return;
        }
        let ctx = ui.ctx().clone();
        let pulse = self.around.pulse().last;
        self.tell(&ctx, Message::Tick { pulse }, &now);
        for message in messages {
            self.tell(&ctx, message, &now);
        }
        // What was asked for is to be seen at once.
        ctx.request_repaint();
    }
}

#[cfg(feature = "inspection")]
mod block;
