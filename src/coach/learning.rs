//! Taking in what the edges tell: what was read, what was kept, what could not be done.

use super::{Access, Coach, Doing, Effect, Kept, News, Notice, Saved, Screen, Trouble, notice};
use crate::history::{Days, Record};
use crate::units::Now;

impl Coach {
    /// A record is new in the journal, as far as that has been read.
    pub(super) fn add(&mut self, record: Record) {
        if let Some(journal) = &mut self.journal {
            journal.add(record);
            self.days = Days::of(journal);
            self.stale = true;
        }
    }

    /// What the edges tell.
    pub(super) fn learn(&mut self, news: News, now: &Now, effects: &mut Vec<Effect>) {
        match news {
            News::Settings(settings) => self.take_in_settings(*settings, effects),
            News::Library { library, problems } if self.library.as_ref() == Some(&library) => {
                notice::library(&mut self.notices, problems);
            }
            News::Library { library, problems } => {
                self.library = Some(library);
                self.stale = true;
                notice::library(&mut self.notices, problems);
                self.refresh_library();
                self.refresh_editors();
                self.choose_and_plan();
                self.welcome(now);
            }
            News::Days(days) if self.journal.is_none() => {
                self.days = *days;
                self.knows_days = true;
                self.choose_and_plan();
            }
            News::Days(_) => {}
            News::Journal(journal) => {
                self.take_in_journal(*journal, now);
                self.welcome(now);
            }
            News::OwnFiles(files) => self.learn_texts(files),
            News::Share(news) => self.learn_of_files(news, effects),
            News::Figures(all) => self.shelf = all,
            News::FileKept { name } => self.file_kept(&name, true),
            News::FolderChosen(to) => self.move_folder(to, effects),
            News::Ready => self.ready(now, effects),
            News::Remark(it) => self.notices.push(Notice::Remark(it)),
            News::Unfinished { started, facts, last } => self.offer(*started, facts, last),
            News::Locked => self.today_mut().access = Access::Locked,
            News::Begun(started) => {
                if let Screen::Session(running) = &mut self.screen {
                    running.started = Some(*started);
                }
            }
            News::Kept(record) => self.kept(*record, now, effects),
            News::Photo(it) => self.photo_news(it, effects),
            News::ReportWritten(written) => self.report_written(written),
            News::Rules(rules) => {
                self.rules = Some(*rules);
                self.stale = true;
                self.choose_and_plan();
            }
            News::Reminders(it) => self.reminders = Some(it),
            News::Called(routine) => self.called(routine, now, effects),
            News::Stood(records) => self.stood_elsewhere(records, now, effects),
            News::Sound(sound) => self.sound = sound,
            News::Speech(speech) => self.speech = speech,
            News::Saved(id) => self.record_saved(id),
            News::Recovered => notice::recovered(&mut self.notices),
            News::Failed { doing, why } => self.fail(doing, why),
        }
    }

    /// The data folder is in this program's hands.
    fn ready(&mut self, now: &Now, effects: &mut Vec<Effect>) {
        self.today_mut().access = Access::Open;
        notice::opened(&mut self.notices);
        self.can_measure();
        self.wait_from_now_on(effects);
        self.refresh_progress(now);
        self.welcome(now);
    }

    /// A record was made of a draft.
    pub(super) fn kept(&mut self, record: Record, now: &Now, effects: &mut Vec<Effect>) {
        let id = record.id;
        self.measured_kept(&record, effects);
        self.add(record);
        self.progress_kept(id, now);
        self.choose_and_plan();
    }

    fn fail(&mut self, doing: Doing, why: Trouble) {
        match (doing, &mut self.screen) {
            // Without a data folder one can train all the same; it is said that nothing is kept.
            (Doing::Reading, _) => self.today_mut().access = Access::Open,
            (Doing::OwnFile, Screen::Editor(it)) => it.kept = Kept::No,
            (Doing::OwnFile, Screen::Own(it)) => it.kept = Kept::No,
            (Doing::Saving, Screen::Summary(it)) if it.saved == Saved::Saving => {
                it.saved = Saved::No;
            }
            (Doing::Saving, Screen::Progress(it)) => it.is_unsaved(),
            _ => {}
        }
        if doing == Doing::Saving {
            self.measured_unsaved();
        }
        notice::failed(&mut self.notices, doing, why);
    }
}
