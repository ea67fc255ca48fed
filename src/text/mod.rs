//! Values to sentences in the person's language (architecture decision 13).
//!
//! Sentences live in `assets/text/<language>.ftl`; what the code may say is the closed enum
//! [`Sentence`], so that a missing sentence or a wrong argument does not compile or fails a test.
//! The modules beside it turn the values of the core into sentences.
//!
//! **Invariant:** no other module holds a sentence of the interface.

mod arriving;
mod check_sentence;
mod checks;
mod command_sentence;
mod fitted;
mod editor_sentence;
mod hurt_sentence;
mod health;
mod health_sentence;
mod learn;
mod learn_sentence;
mod measure;
mod measure_sentence;
mod own_sentence;
mod problem_sentence;
mod figure_problems;
mod problems;
mod progress_sentence;
mod report_sentence;
mod program;
mod program_sentence;
mod reminder_sentence;
mod screen;
mod sentence;
mod share_sentence;
mod spoken;
mod words;

use fluent::concurrent::FluentBundle;
use fluent::{FluentArgs, FluentResource};
use include_dir::{Dir, include_dir};
use unic_langid::LanguageIdentifier;

pub use check_sentence::CheckSentence;
pub use command_sentence::CommandSentence;
pub use editor_sentence::EditorSentence;
pub use health_sentence::HealthSentence;
pub use hurt_sentence::HurtSentence;
pub use learn_sentence::LearnSentence;
pub use measure_sentence::MeasureSentence;
pub use own_sentence::OwnSentence;
pub use problems::Said;
pub use program::Proposed;
pub use program_sentence::ProgramSentence;
pub use progress_sentence::ProgressSentence;
pub use reminder_sentence::{Reminder, ReminderSentence};
pub use report_sentence::ReportSentence;
pub use sentence::Sentence;
pub use share_sentence::ShareSentence;
pub use words::whole_minutes;

/// Every language the program speaks.
static LANGUAGES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/text");

/// The language that is always complete.
const ENGLISH: &str = "en";

/// The voice of the program in one language, with English for whatever it lacks.
pub struct Text {
    /// The chosen language first, English last.
    bundles: Vec<FluentBundle<FluentResource>>,
    language: String,
}

impl std::fmt::Debug for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Text").field("language", &self.language).finish_non_exhaustive()
    }
}

impl Text {
    /// The language that fits a locale such as `de_DE.UTF-8` best; English when there is none.
    pub fn new(locale: &str) -> Self {
        let wanted = locale.split(['_', '-', '.', '@']).next().unwrap_or_default();
        let known = wanted != ENGLISH && source(wanted).is_some();
        let languages: &[&str] = if known { &[wanted, ENGLISH] } else { &[ENGLISH] };
        Self {
            bundles: languages.iter().filter_map(|it| bundle(it)).collect(),
            language: languages.first().copied().unwrap_or(ENGLISH).to_owned(),
        }
    }

    /// English.
    pub fn english() -> Self {
        Self::new(ENGLISH)
    }

    /// The language in use, as a tag: `en`.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The languages the program speaks, as tags.
    pub fn languages() -> impl Iterator<Item = &'static str> {
        LANGUAGES.files().filter_map(|it| it.path().file_stem()?.to_str())
    }

    /// The sentence in the person's language.
    pub fn say(&self, sentence: Sentence<'_>) -> String {
        self.format(sentence.id(), &sentence.args())
    }

    fn format(&self, id: &str, args: &FluentArgs<'_>) -> String {
        // Never missing while the tests hold; the id still says what was meant.
        self.find(id, None, args).unwrap_or_else(|| id.to_owned())
    }

    /// A message or one of its attributes, in the first language that has it whole.
    fn find(&self, id: &str, attribute: Option<&str>, args: &FluentArgs<'_>) -> Option<String> {
        self.bundles.iter().find_map(|bundle| {
            let message = bundle.get_message(id)?;
            let pattern = match attribute {
                None => message.value()?,
                Some(name) => message.get_attribute(name)?.value(),
            };
            let mut errors = Vec::new();
            let said = bundle.format_pattern(pattern, Some(args), &mut errors);
            errors.is_empty().then(|| said.into_owned())
        })
    }
}

fn source(language: &str) -> Option<&'static str> {
    LANGUAGES.get_file(format!("{language}.ftl"))?.contents_utf8()
}

fn bundle(language: &str) -> Option<FluentBundle<FluentResource>> {
    let id: LanguageIdentifier = language.parse().ok()?;
    // A broken line costs that line only: what could be read is used, the rest is English.
    let resource = FluentResource::try_new(source(language)?.to_owned())
        .unwrap_or_else(|(readable, _problems)| readable);
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // Isolation marks would be drawn as boxes and read aloud.
    bundle.set_use_isolating(false);
    bundle.add_resource_overriding(resource);
    Some(bundle)
}

#[cfg(test)]
mod spoken_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod words_tests;
