//! What is passed on: a routine as one file, a page to print, everything as an archive, the week for a
//! calendar. First what will be in it and where it will lie, then writing it.

use std::path::PathBuf;
use std::sync::Arc;

use super::{Handed, ShareEffect, name_of, typed_path};
use crate::coach::{Coach, Effect, Trouble};
use crate::history::{Planned, icalendar, usual_time};
use crate::library::{Id, Library, packed, packed_names};
use crate::program::next;
use crate::session::{Missing, Plan};
use crate::units::Now;

/// The folder in the data folder for what is passed on.
const FOLDER: &str = "export";

/// Something on its way out.
#[derive(Debug, Clone, PartialEq)]
pub struct Passing {
    /// What.
    pub what: What,
    /// Where to, as it reads; what does not begin at a root begins in the data folder.
    pub typed: String,
    /// How far it has come.
    pub stage: PassStage,
    /// Where to, as the system's dialog said, while that is what is typed.
    chosen: Option<PathBuf>,
}

/// What is passed on, and what will be in it.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// A routine as a file.
    Routine {
        /// Which.
        id: Id,
        /// What it is called.
        name: String,
        /// The files of the person's own that go with it, by their names in the data folder.
        with: Vec<String>,
    },
    /// A routine as a page.
    Sheet {
        /// Which.
        id: Id,
        /// What it is called.
        name: String,
    },
    /// Everything.
    Everything {
        /// Sessions and other records.
        records: usize,
        /// Files of the person's own.
        files: usize,
    },
    /// The sessions that are still planned this week.
    Calendar(Vec<Planned>),
}

/// How far it has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PassStage {
    /// Where to is being said.
    Asking,
    /// None was chosen in the system's dialog, or there is no such dialog.
    NoneChosen,
    /// It is being written.
    Writing,
    /// It lies here.
    Done(String),
    /// It could not be written.
    Failed(NotPassed),
}

/// Why something could not be passed on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotPassed {
    /// There is a file of this name already.
    Exists(String),
    /// Something else is in the way.
    Trouble(Trouble),
}

impl Coach {
    pub(super) fn prepare_passing(&mut self, handed: &Handed, now: &Now) {
        let Some(library) = self.library.clone() else { return };
        let date = now.date();
        let named =
            |id: &Id| library.routine(id).map_or_else(|| id.clone(), |it| it.name.long.clone());
        let (what, file) = match handed {
            Handed::Routine(id) => {
                let text = self.desk.text_of(id).unwrap_or_default();
                let with = packed_names(&text, self.desk.files());
                let what = What::Routine { id: id.clone(), name: named(id), with };
                (what, format!("{id}.evenhold"))
            }
            Handed::Sheet(id) => {
                (What::Sheet { id: id.clone(), name: named(id) }, format!("{id}.html"))
            }
            Handed::Everything => {
                let records = self.journal.as_ref().map_or(0, |it| it.records().count());
                let what = What::Everything { records, files: self.desk.files().len() };
                (what, format!("evenhold-{date}.zip"))
            }
            Handed::Calendar => {
                let what = What::Calendar(self.planned_week(&library));
                (what, format!("week-{date}.ics"))
            }
        };
        let typed = format!("{FOLDER}/{file}");
        let stage = PassStage::Asking;
        self.share.passing = Some(Box::new(Passing { what, typed, stage, chosen: None }));
    }

    /// The sessions that are still planned this week.
    fn planned_week(&self, library: &Arc<Library>) -> Vec<Planned> {
        let journal = self.journal.clone().unwrap_or_default();
        let time = usual_time(&journal);
        let week =
            self.with_course(library, &journal, |course, grounds| next(course, grounds).week);
        let timing = self.settings.settings().timing(library.timing);
        let library = Library { timing, ..(**library).clone() };
        let days = week.into_iter().filter_map(|it| Some((it.date, it.routine?)));
        let planned = days.filter_map(|(day, routine)| {
            let plan = Plan::new(library.routine(&routine)?, &library, Missing::default()).ok()?;
            let (start, length) = (day.and_time(time), plan.length());
            Some(Planned { start, length, routine, name: plan.name.long })
        });
        planned.collect()
    }

    pub(super) fn name_target(&mut self, typed: String) {
        if let Some(it) = &mut self.share.passing {
            (it.typed, it.chosen, it.stage) = (typed, None, PassStage::Asking);
        }
    }

    pub(super) fn choose_target(&self, effects: &mut Vec<Effect>) {
        if let Some(path) = self.share.passing.as_ref().and_then(|it| typed_path(&it.typed)) {
            effects.push(ShareEffect::ChooseTo(name_of(&path)).into());
        }
    }

    pub(super) fn target_chosen(&mut self, to: Option<PathBuf>) {
        let Some(passing) = &mut self.share.passing else { return };
        match to {
            Some(to) => {
                passing.typed = to.display().to_string();
                (passing.chosen, passing.stage) = (Some(to), PassStage::Asking);
            }
            None => passing.stage = PassStage::NoneChosen,
        }
    }

    pub(super) fn pass_on(&mut self, effects: &mut Vec<Effect>) {
        let Some(passing) = &self.share.passing else { return };
        let to = passing.chosen.clone().or_else(|| typed_path(&passing.typed));
        let Some(to) = to.filter(|_| passing.stage != PassStage::Writing) else { return };
        let effect = match &passing.what {
            What::Routine { id, .. } => {
                let Some(text) = self.desk.text_of(id) else { return };
                let name = format!("routines/{id}.ron");
                Some(ShareEffect::Text { to, text: packed((&name, &text), self.desk.files()) })
            }
            What::Sheet { id, .. } => self.sheet(id, to),
            What::Everything { .. } => Some(ShareEffect::Everything(to)),
            What::Calendar(planned) => Some(ShareEffect::Text { to, text: icalendar(planned) }),
        };
        effects.extend(effect.map(Effect::from));
        if let Some(it) = &mut self.share.passing {
            it.stage = PassStage::Writing;
        }
    }

    fn sheet(&self, id: &str, to: PathBuf) -> Option<ShareEffect> {
        let library = Arc::clone(self.library.as_ref()?);
        let routine = Box::new(library.routine(id)?.clone());
        let plan = Box::new(Plan::new(&routine, &library, Missing::default()).ok()?);
        Some(ShareEffect::Sheet { to, routine, plan, library })
    }

    pub(super) fn passed_on(&mut self, result: Result<String, NotPassed>) {
        let Some(passing) = &mut self.share.passing else { return };
        passing.stage = match result {
            Ok(path) => PassStage::Done(path),
            Err(why) => {
                if matches!(why, NotPassed::Exists(_)) {
                    (passing.typed, passing.chosen) = (another(&passing.typed), None);
                }
                PassStage::Failed(why)
            }
        };
    }

    pub(super) fn show_passed(&self, effects: &mut Vec<Effect>) {
        if let Some(Passing { stage: PassStage::Done(path), what, .. }) =
            self.share.passing.as_deref()
        {
            // A page is opened; of another file the folder is shown.
            let folder = path.rsplit_once(['/', '\\']).map_or(path.as_str(), |it| it.0);
            let is_page = matches!(what, What::Sheet { .. });
            effects.push(Effect::Show(if is_page { path.clone() } else { folder.to_owned() }));
        }
    }
}

/// Another name for a file: `evening (2).evenhold`, `evening (3).evenhold`.
fn another(typed: &str) -> String {
    let dot =
        typed.rfind('.').filter(|it| typed.rfind(['/', '\\']).is_none_or(|slash| slash < *it));
    let (stem, ending) = typed.split_at(dot.unwrap_or(typed.len()));
    let numbered = stem.strip_suffix(')').and_then(|it| it.rsplit_once(" ("));
    let numbered = numbered.and_then(|(of, it)| Some((of, it.parse::<u32>().ok()?)));
    match numbered {
        Some((of, number)) => format!("{of} ({}){ending}", number.saturating_add(1)),
        None => format!("{stem} (2){ending}"),
    }
}

#[cfg(test)]
mod tests {
    use super::another;

    #[test]
    fn another_name_is_the_next_one() {
        for (typed, expected) in [
            ("export/evening.evenhold", "export/evening (2).evenhold"),
            ("export/evening (2).evenhold", "export/evening (3).evenhold"),
            ("a.b/evening", "a.b/evening (2)"),
            ("export/week-2026-11-22.ics", "export/week-2026-11-22 (2).ics"),
        ] {
            assert_eq!(another(typed), expected);
        }
    }
}
