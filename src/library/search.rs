//! Finding exercises and pages by words, as they are typed.
//!
//! Every word must be found somewhere in what is offered; capitals, accents and the order of the
//! words do not matter, and the beginning of a word is enough. A word that no name begins with may be
//! a name misspelt a little. What has the words in its title comes before what has them in its name,
//! among its muscles, or in its text.

use std::collections::BTreeMap;

use super::{Article, Exercise, Id, Library, Muscle, Part};

/// A misspelt word has at least so many letters; shorter ones are too like each other.
const SHORTEST_MISSPELT: usize = 4;
/// From so many letters on, two may be wrong.
const LONG_WORD: usize = 8;

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Hit {
    /// An exercise.
    Exercise(Id),
    /// A page.
    Article {
        /// The page.
        slug: Id,
        /// The index of the section that has most of the words; `None` when they are in the title.
        section: Option<usize>,
    },
}

/// All words of a library.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Index {
    found: Vec<Hit>,
    words: BTreeMap<String, Vec<Posting>>,
}

/// Where a word stands; the order is that of the ranks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Field {
    Title,
    Name,
    Muscle,
    Text,
}

/// How well a word fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Whole,
    Beginning,
    Misspelt,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Posting {
    /// Index into [`Index::found`].
    at: usize,
    section: Option<usize>,
    field: Field,
}

/// What is known of one thing that may be found, word by word.
struct Score {
    /// Query words found in it so far.
    words: usize,
    /// The worst place of a word, then the worse fits.
    rank: (Field, usize),
    /// Query words by section.
    sections: BTreeMap<usize, usize>,
}

impl Index {
    /// The words of a library; `muscle` names a muscle in the person's language.
    pub fn new(library: &Library, muscle: impl Fn(Muscle) -> String) -> Self {
        let mut it = Self::default();
        for exercise in &library.exercises {
            it.exercise(exercise, &muscle);
        }
        for article in &library.articles {
            it.article(article);
        }
        it
    }

    fn exercise(&mut self, exercise: &Exercise, muscle: &impl Fn(Muscle) -> String) {
        self.found.push(Hit::Exercise(exercise.id.clone()));
        let names = [&exercise.id, &exercise.name.long, &exercise.name.short];
        for name in names.into_iter().chain(&exercise.aliases) {
            self.put(name, Field::Name, None);
        }
        let levels = &exercise.levels;
        let muscles = exercise.muscles.iter().chain(levels.iter().flat_map(|it| &it.muscles));
        for it in muscles {
            self.put(&muscle(*it), Field::Muscle, None);
        }
        self.put(&exercise.why, Field::Text, None);
        for level in levels {
            let cues = level.cues.iter().map(|it| &it.long);
            let texts = [&level.name, &level.setup.long, &level.how].into_iter();
            for it in texts.chain(cues).chain(&level.mistakes) {
                self.put(it, Field::Text, None);
            }
        }
    }

    fn article(&mut self, article: &Article) {
        self.found.push(Hit::Article { slug: article.slug.clone(), section: None });
        self.put(&article.title, Field::Title, None);
        self.put(&article.slug, Field::Name, None);
        self.put(&article.summary, Field::Text, None);
        for (at, section) in article.sections.iter().enumerate() {
            self.put(&section.heading, Field::Name, Some(at));
            for part in &section.parts {
                let (Part::Text(text) | Part::Figure { caption: text, .. }) = part;
                self.put(text, Field::Text, Some(at));
            }
        }
    }

    fn put(&mut self, text: &str, field: Field, section: Option<usize>) {
        let posting = Posting { at: self.found.len().saturating_sub(1), section, field };
        for word in words(text) {
            let postings = self.words.entry(word).or_default();
            if postings.last() != Some(&posting) {
                postings.push(posting);
            }
        }
    }

    /// What has all the words, the best first; everything is left as it is by an empty query, which
    /// finds nothing.
    pub fn find(&self, query: &str) -> Vec<Hit> {
        let mut scores = BTreeMap::<usize, Score>::new();
        let asked: Vec<_> = words(query).collect();
        for (at, word) in asked.iter().enumerate() {
            self.score(at, word, &mut scores);
        }
        let mut best: Vec<_> = scores.into_iter().filter(|it| it.1.words == asked.len()).collect();
        best.sort_by_key(|it| (it.1.rank, it.0));
        best.into_iter().filter_map(|(at, score)| self.hit(at, &score)).collect()
    }

    /// Notes where the query's word of this index stands.
    fn score(&self, index: usize, word: &str, scores: &mut BTreeMap<usize, Score>) {
        let mut here = BTreeMap::<usize, (Field, Fit)>::new();
        let mut sections = BTreeMap::<usize, std::collections::BTreeSet<usize>>::new();
        for (posting, fit) in self.matches(word) {
            let place = here.entry(posting.at).or_insert((posting.field, fit));
            *place = (*place).min((posting.field, fit));
            sections.entry(posting.at).or_default().extend(posting.section);
        }
        for (at, (field, fit)) in here {
            let score = scores.entry(at).or_insert_with(|| Score {
                words: 0,
                rank: (Field::Title, 0),
                sections: BTreeMap::new(),
            });
            // A word before this one was not found here, so this cannot be found as a whole.
            if score.words != index {
                continue;
            }
            score.words += 1;
            let (worst, sum) = score.rank;
            score.rank = (worst.max(field), sum + 4 * field as usize + fit as usize);
            for section in sections.remove(&at).unwrap_or_default() {
                *score.sections.entry(section).or_default() += 1;
            }
        }
    }

    /// Where words that fit stand: the word itself and those that it begins. When no name is among
    /// them, also the names that it may have been meant for; when nothing is, any such word.
    fn matches<'i>(&'i self, word: &'i str) -> Vec<(&'i Posting, Fit)> {
        let begun = self.words.range(word.to_owned()..).take_while(|it| it.0.starts_with(word));
        let mut found: Vec<_> = begun
            .flat_map(|(it, postings)| {
                let fit = if it == word { Fit::Whole } else { Fit::Beginning };
                postings.iter().map(move |it| (it, fit))
            })
            .collect();
        if found.iter().all(|it| it.0.field == Field::Text) {
            let anywhere = found.is_empty();
            let meant = self.words.iter().filter(|it| is_misspelt(word, it.0));
            let meant = meant.flat_map(|it| it.1);
            let meant = meant.filter(|it| anywhere || it.field != Field::Text);
            found.extend(meant.map(|it| (it, Fit::Misspelt)));
        }
        found
    }

    fn hit(&self, at: usize, score: &Score) -> Option<Hit> {
        Some(match self.found.get(at)? {
            Hit::Article { slug, .. } if score.rank.0 != Field::Title => {
                let most = score.sections.values().max();
                let first = score.sections.iter().find(|it| Some(it.1) == most);
                Hit::Article { slug: slug.clone(), section: first.map(|it| *it.0) }
            }
            it @ (Hit::Article { .. } | Hit::Exercise(_)) => it.clone(),
        })
    }
}

/// Whether a typed word is a known one, or the beginning of one, with a slip or two: a letter too
/// many, too few, wrong, or two in the wrong order.
fn is_misspelt(typed: &str, known: &str) -> bool {
    let length = typed.chars().count();
    if length < SHORTEST_MISSPELT {
        return false;
    }
    let slips = if length < LONG_WORD { 1 } else { 2 };
    // The first letter is seldom wrong, and a rule without it finds too much.
    if typed.chars().next() != known.chars().next() {
        return false;
    }
    let beginnings = (length.saturating_sub(slips)..=length + slips).map(|it| {
        let end = known.char_indices().nth(it).map_or(known.len(), |it| it.0);
        known.get(..end).unwrap_or(known)
    });
    let mut beginnings = beginnings.filter(|it| SHORTEST_MISSPELT <= it.chars().count());
    beginnings.any(|it| strsim::osa_distance(typed, it) <= slips)
}

/// The words of a text as they are compared: small letters without accents, and digits.
fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|it: char| !it.is_alphanumeric() && it != '\u{301}' && it != '’' && it != '\'')
        .map(|it| it.chars().flat_map(plain).collect::<String>())
        .filter(|it| !it.is_empty())
}

/// A letter as it is compared; nothing for marks that only change the letter before them.
fn plain(letter: char) -> impl Iterator<Item = char> {
    let bare = |it: char| match it {
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'č' => "c",
        'ď' | 'đ' => "d",
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => "e",
        'ğ' => "g",
        'ì'..='ï' | 'ī' | 'į' | 'ı' => "i",
        'ł' => "l",
        'ñ' | 'ń' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => "o",
        'œ' => "oe",
        'ř' => "r",
        'ś' | 'š' | 'ş' | 'ș' => "s",
        'ß' => "ss",
        'ť' | 'ţ' | 'ț' => "t",
        'ù'..='ü' | 'ū' | 'ů' | 'ű' | 'ų' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        '\u{300}'..='\u{36f}' | '’' | '\'' => "",
        _ => "\0",
    };
    letter.to_lowercase().flat_map(move |it| {
        let bare = bare(it);
        let own = (bare == "\0").then_some(it);
        own.into_iter().chain(bare.chars().filter(|it| *it != '\0'))
    })
}

#[cfg(test)]
mod tests;
