//! What is said of a routine that was fitted to a person's time.

use std::collections::BTreeMap;

use super::{ShareSentence, Text};
use crate::session::{Fitted, Less};

impl Text {
    /// What is shorter so that a session fits: "To fit 12 min: shorter rests; 1 set in place of 2 of
    /// Glute bridge, Bird-dog; Figure-4 20 s hold (usually 30 s hold)".
    pub fn fitted(&self, it: &Fitted) -> String {
        let rests = it.rests.then(|| self.share(ShareSentence::FittedRests));
        let mut fewer: BTreeMap<(u32, u32), Vec<String>> = BTreeMap::new();
        for less in it.less.iter().filter(|it| it.sets.0 != it.sets.1) {
            fewer.entry(less.sets).or_default().push(less.name.clone());
        }
        let fewer = fewer.into_iter().map(|((usual, now), names)| {
            let names = self.list(names);
            self.share(ShareSentence::FittedSets { now, usual, names: &names })
        });
        let shorter = it.less.iter().filter(|it| it.amount.0 != it.amount.1);
        let shorter = shorter.map(|it| self.shorter(it));
        let what: Vec<_> = rests.into_iter().chain(fewer).chain(shorter).collect();
        let what = what.join(&self.share(ShareSentence::FittedSeparator));
        let minutes = it.minutes;
        self.share(if what.is_empty() {
            ShareSentence::FittedOnly { minutes }
        } else {
            ShareSentence::Fitted { minutes, what: &what }
        })
    }

    fn shorter(&self, it: &Less) -> String {
        let (usual, now) = (self.amount(it.amount.0), self.amount(it.amount.1));
        self.share(ShareSentence::FittedLess { name: &it.name, now: &now, usual: &usual })
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use expect_test::expect;

    use super::{Fitted, Less, Text};
    use crate::library::Amount;

    #[test]
    fn what_was_shortened_is_said_with_what_is_usual() {
        let less = |name: &str, sets, amount| Less {
            exercise: String::new(),
            name: name.to_owned(),
            sets,
            amount,
        };
        let hold = |secs| Amount::Hold(Duration::from_secs(secs));
        let text = Text::new("en");
        let said = [
            Fitted { minutes: 12, rests: false, less: Vec::new() },
            Fitted { minutes: 12, rests: true, less: Vec::new() },
            Fitted {
                minutes: 1,
                rests: true,
                less: vec![
                    less("Bridge", (2, 1), (Amount::Reps(10), Amount::Reps(10))),
                    less("Clam", (2, 1), (Amount::Reps(10), Amount::Reps(10))),
                    less("Figure-4", (2, 2), (hold(30), hold(20))),
                ],
            },
        ];
        let said = said.map(|it| text.fitted(&it));
        expect![[r#"
            To fit 12 min
            To fit 12 min: shorter rests
            To fit 1 min: shorter rests; 1 set in place of 2 of Bridge, Clam; Figure-4 20 s hold (usually 30 s hold)"#]].assert_eq(&said.join("\n"));
    }
}
