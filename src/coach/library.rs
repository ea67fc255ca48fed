//! The library: what is searched and filtered, the pages opened on the way, and trying an exercise.
//!
//! Triggered by: the rail, links on pages. A tried exercise leads through the summary back here.

use std::sync::Arc;

use super::{Coach, Effect, LibraryMessage, Origin, PersonPage, Running, Screen};
use crate::library::{Exercise, Filter, Hit, Id, Index, Library, Link, Routine};
use crate::program::Gate;
use crate::session::{Missing, Plan};
use crate::text::Text;
use crate::units::{Now, Side};

/// The longest search that is kept, in characters.
const LONGEST_QUERY: usize = 100;
/// The level that an exercise opens at unless the filter stops it: the one a session starts
/// from.
const USUAL_LEVEL: u8 = 3;
/// The most pages that Back leads through.
const MOST_PAGES: usize = 50;

/// What the library's screen knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Browsing {
    /// What is searched.
    pub query: String,
    /// Which exercises are shown.
    pub filter: Filter,
    /// What the search finds, the best first; exercises only as the filter lets them through.
    pub hits: Vec<Hit>,
    /// The pages opened one from the other; the last is shown, and below the first lies the list.
    pub pages: Vec<Page>,
    index: Index,
    /// Counts the pages ever opened.
    opened: u64,
}

/// A page that was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The how-manieth page it is: two visits of one page are two places.
    pub visit: u64,
    /// What is on it.
    pub of: PageOf,
}

/// What is on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageOf {
    /// An exercise.
    Exercise {
        /// The exercise.
        id: Id,
        /// The level that is shown.
        level: u8,
        /// The side that the figure works.
        side: Side,
    },
    /// A page of knowledge.
    Article {
        /// The page.
        slug: Id,
        /// The index of the section at which it was opened.
        section: Option<usize>,
    },
}

impl Browsing {
    /// The whole library, nothing searched.
    pub(super) fn new(library: &Library, text: &Text) -> Self {
        Self {
            query: String::new(),
            filter: Filter::default(),
            hits: Vec::new(),
            pages: Vec::new(),
            index: Index::new(library, |it| text.muscle(it)),
            opened: 0,
        }
    }

    /// The page that is shown; none while the list is.
    pub fn page(&self) -> Option<&Page> {
        self.pages.last()
    }

    /// The library has changed under it: what is gone is left.
    fn refresh(&mut self, library: &Library, text: &Text) {
        self.index = Index::new(library, |it| text.muscle(it));
        self.pages.retain_mut(|it| match &mut it.of {
            PageOf::Exercise { id, level, .. } => library.exercise(id).is_some_and(|it| {
                *level = nearest(it, *level);
                true
            }),
            PageOf::Article { slug, .. } => library.article(slug).is_some(),
        });
        self.search(library);
    }

    fn search(&mut self, library: &Library) {
        let mut hits = self.index.find(&self.query);
        hits.retain(|it| match it {
            Hit::Exercise(id) => {
                library.exercise(id).is_some_and(|it| self.filter.levels(it).next().is_some())
            }
            Hit::Article { .. } => true,
        });
        self.hits = hits;
    }

    fn open(&mut self, of: PageOf) {
        self.opened += 1;
        self.pages.push(Page { visit: self.opened, of });
        if MOST_PAGES < self.pages.len() {
            self.pages.remove(0);
        }
    }

    fn follow(&mut self, link: &Link, library: &Library) {
        match link {
            Link::Exercise(id) => {
                let Some(exercise) = library.exercise(id) else { return };
                let level = self.level(exercise);
                self.open(PageOf::Exercise { id: exercise.id.clone(), level, side: Side::Left });
            }
            Link::Article { slug, anchor } => {
                let Some(article) = library.article(slug) else { return };
                let section = anchor.as_ref().and_then(|it| article.section_of(it));
                self.open(PageOf::Article { slug: article.slug.clone(), section });
            }
            // A self-test has no page of its own here.
            Link::Check(_) => {}
        }
    }

    /// The level at which an exercise opens: the usual one if the filter lets it through, else the
    /// first that it lets through.
    fn level(&self, exercise: &Exercise) -> u8 {
        let mut fit: Vec<_> = self.filter.levels(exercise).map(|it| it.number).collect();
        fit.sort_by_key(|it| (*it != USUAL_LEVEL, *it));
        fit.first().copied().unwrap_or_else(|| nearest(exercise, USUAL_LEVEL))
    }

    /// Shows the open exercise at another level or side.
    fn turn(&mut self, to: impl FnOnce(&str, &mut u8, &mut Side)) {
        if let Some(Page { of: PageOf::Exercise { id, level, side }, .. }) = self.pages.last_mut() {
            to(id, level, side);
        }
    }
}

/// The level of an exercise that is nearest to a wanted one.
fn nearest(exercise: &Exercise, wanted: u8) -> u8 {
    let numbers = exercise.levels.iter().map(|it| it.number);
    numbers.min_by_key(|it| (it.abs_diff(wanted), *it)).unwrap_or(wanted)
}

impl Coach {
    /// The library as it was left; all of it again when the person is there already.
    pub(super) fn open_library(&mut self) -> Screen {
        let library = self.library.clone().unwrap_or_default();
        let browsing = self.browsing.take();
        Screen::Library(browsing.unwrap_or_else(|| Box::new(Browsing::new(&library, &self.text))))
    }

    /// The library was read anew.
    pub(super) fn refresh_library(&mut self) {
        let Some(library) = self.library.clone() else { return };
        let text = Arc::clone(&self.text);
        if let Some(it) = self.browsing_mut() {
            it.refresh(&library, &text);
        }
    }

    /// The library's screen, wherever the person is; none before it was first opened.
    fn browsing_mut(&mut self) -> Option<&mut Browsing> {
        match &mut self.screen {
            Screen::Library(it) => Some(it),
            Screen::Today(_)
            | Screen::Session(_)
            | Screen::Summary(_)
            | Screen::Progress(_)
            | Screen::Routines
            | Screen::Editor(_)
            | Screen::Own(_)
            | Screen::Person(_)
            | Screen::Settings => self.browsing.as_deref_mut(),
        }
    }

    pub(super) fn take_in_library(
        &mut self,
        message: LibraryMessage,
        now: &Now,
        effects: &mut Vec<Effect>,
    ) {
        let Some(library) = self.library.clone() else { return };
        let Screen::Library(browsing) = &mut self.screen else { return };
        match message {
            LibraryMessage::Search(query) => {
                browsing.query = query.chars().take(LONGEST_QUERY).collect();
                browsing.search(&library);
            }
            LibraryMessage::Filter(filter) => {
                browsing.filter = filter;
                browsing.search(&library);
            }
            LibraryMessage::Follow(Link::Check(id)) => match Link::description(&id, &library) {
                Some(it) => browsing.follow(&it, &library),
                // What no page describes is shown where it is done.
                None => self.prepare_check(&id, now),
            },
            LibraryMessage::Follow(link) => browsing.follow(&link, &library),
            LibraryMessage::Read { slug, section } => {
                if library.article(&slug).is_some() {
                    browsing.open(PageOf::Article { slug, section });
                }
            }
            LibraryMessage::Level(wanted) => browsing.turn(|id, level, _| {
                if library.exercise(id).is_some_and(|it| it.level(wanted).is_some()) {
                    *level = wanted;
                }
            }),
            LibraryMessage::Side(wanted) => browsing.turn(|_, _, side| *side = wanted),
            LibraryMessage::Worse => self.open_person(PersonPage::Signs, now, effects),
            LibraryMessage::Back => drop(browsing.pages.pop()),
            LibraryMessage::Try => self.attempt(&library, now, effects),
            LibraryMessage::Check(id) => self.prepare_check(&id, now),
            LibraryMessage::Mine => self.own_page(Self::edit_exercise, effects),
            LibraryMessage::Copy => self.own_page(Self::copy_exercise, effects),
        }
    }

    /// Writes the exercise whose page is open.
    fn own_page(
        &mut self,
        write: fn(&mut Self, &str, &mut Vec<Effect>),
        effects: &mut Vec<Effect>,
    ) {
        let Screen::Library(browsing) = &self.screen else { return };
        let Some(PageOf::Exercise { id, .. }) = browsing.page().map(|it| &it.of) else { return };
        let id = id.clone();
        write(self, &id, effects);
    }

    /// Starts a session of the open exercise alone.
    fn attempt(&mut self, library: &Library, now: &Now, effects: &mut Vec<Effect>) {
        if !self.can_begin() {
            return;
        }
        if self.advice.as_ref().is_some_and(|it| it.gate == Gate::Unscreened) {
            return self.show_person(PersonPage::Questions, Origin::Library, now);
        }
        let Screen::Library(browsing) = &self.screen else { return };
        let Some(PageOf::Exercise { id, level, .. }) = browsing.page().map(|it| &it.of) else {
            return;
        };
        let routine = library.exercise(id).and_then(|it| Routine::attempt(it, *level));
        let library =
            Library { timing: self.settings.settings().timing(library.timing), ..library.clone() };
        let plan = routine.map(|it| Plan::new(&it, &library, Missing::default()));
        let Some(Ok(plan)) = plan else { return };
        self.open(Running::start(plan.clone(), now.tick.mono));
        effects.push(Effect::Begin { plan: Box::new(plan), pain: None });
    }

    /// Keeps what the screen that is left knows, for when the person comes back.
    pub(super) fn keep(&mut self, left: Screen) {
        match left {
            Screen::Today(today) => self.today = Some(today),
            Screen::Progress(progress) => self.progress = Some(progress),
            Screen::Library(browsing) => self.browsing = Some(browsing),
            Screen::Editor(editor) => self.desk.put_away(editor),
            Screen::Own(editor) => drop(self.crafts.insert(editor.id.clone(), editor)),
            Screen::Session(running) => self.waiting = Some(running),
            Screen::Summary(_) | Screen::Routines | Screen::Person(_) | Screen::Settings => {}
        }
    }

    /// The list again, when the rail's entry is pressed on one of its pages.
    pub(super) fn close_pages(&mut self) {
        if let Screen::Library(browsing) = &mut self.screen {
            browsing.pages.clear();
        }
        if let Screen::Progress(progress) = &mut self.screen {
            progress.open = None;
        }
        if matches!(self.screen, Screen::Editor(_) | Screen::Own(_)) {
            let left = std::mem::replace(&mut self.screen, Screen::Routines);
            self.keep(left);
        }
    }
}
