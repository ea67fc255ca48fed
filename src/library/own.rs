//! Putting one routine of a person's own into a library, and taking it out again.

use super::{Id, Library, Own, Routine, shipped};

impl Library {
    /// The same library with a routine of the person's own; one of the same id is replaced.
    pub fn put_own(&mut self, routine: Routine) {
        let id = routine.id.clone();
        match self.routines.iter_mut().find(|it| it.id == id) {
            Some(it) => *it = routine,
            None => self.routines.push(routine),
        }
        let replaced = Self::shipped_text(&id).is_some();
        self.own.insert(id, if replaced { Own::Replaced } else { Own::Added });
        self.sort_own();
    }

    /// The same library without a routine of the person's own; a shipped one comes back.
    pub fn take_own(&mut self, id: &str) {
        if self.own.remove(id).is_none() {
            return;
        }
        self.routines.retain(|it| it.id != id);
        let shipped = Self::shipped();
        self.routines.extend(shipped.routine(id).cloned());
        self.sort_own();
    }

    /// The text of a shipped routine.
    pub fn shipped_text(id: &str) -> Option<&'static str> {
        shipped::routine(id)
    }

    fn sort_own(&mut self) {
        let Self { routines, own, .. } = self;
        shipped::sort_routines(routines, |it: &str| own.get(&Id::from(it)) == Some(&Own::Added));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_routine_of_ones_own_comes_and_goes() {
        let mut library = Library::shipped();
        let before = library.routines.clone();
        let mut own = library.routine("a").unwrap().clone();
        own.about = "Mine.".to_owned();
        library.put_own(own.clone());
        assert_eq!(library.routine("a").unwrap().about, "Mine.");
        assert_eq!(library.own.get("a"), Some(&Own::Replaced));
        own.id = "mine".to_owned();
        library.put_own(own);
        assert_eq!(library.routines.last().unwrap().id, "mine");
        for id in ["mine", "a", "b"] {
            library.take_own(id);
        }
        assert_eq!(library.routines, before);
        assert!(library.own.is_empty());
    }

    #[test]
    fn the_text_of_every_shipped_routine_is_at_hand() {
        for it in &Library::shipped().routines {
            assert!(Library::shipped_text(&it.id).is_some_and(|text| text.contains(&it.id)));
        }
        assert_eq!(Library::shipped_text("../exercises/clam"), None);
    }
}
