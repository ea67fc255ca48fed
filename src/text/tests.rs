//! What is promised of the sentences: the code and the language files know the same ones, with the
//! same arguments.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent::FluentResource;

use super::check_sentence::CheckSentence;
use super::command_sentence::CommandSentence;
use super::editor_sentence::EditorSentence;
use super::health_sentence::HealthSentence;
use super::hurt_sentence::HurtSentence;
use super::learn_sentence::LearnSentence;
use super::measure_sentence::MeasureSentence;
use super::own_sentence::OwnSentence;
use super::problem_sentence::ProblemSentence;
use super::program_sentence::ProgramSentence;
use super::progress_sentence::ProgressSentence;
use super::reminder_sentence::ReminderSentence;
use super::report_sentence::ReportSentence;
use super::share_sentence::ShareSentence;
use super::{LANGUAGES, Sentence, Text};

/// The messages of a language file, each with the arguments it uses.
fn messages(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::<String, BTreeSet<String>>::new();
    let mut current = None;
    for line in super::source(language).unwrap().lines() {
        if line.starts_with(|it: char| it.is_ascii_lowercase()) {
            let (id, _) = line.split_once('=').unwrap();
            assert!(found.insert(id.trim().to_owned(), BTreeSet::new()).is_none(), "{id} twice");
            current = Some(id.trim().to_owned());
        }
        let Some(id) = &current else { continue };
        let used = line.split('$').skip(1).map(|it| {
            it.chars().take_while(|it| it.is_ascii_alphanumeric() || *it == '_').collect::<String>()
        });
        found.get_mut(id).unwrap().extend(used);
    }
    found
}

/// Everything that can be said: id, name in the code, names of the arguments.
fn all() -> impl Iterator<Item = (&'static str, &'static str, &'static [&'static str])> {
    let first = Sentence::ALL.iter().chain(ProblemSentence::ALL).chain(CommandSentence::ALL);
    let more = ReportSentence::ALL.iter().chain(ProgramSentence::ALL).chain(ShareSentence::ALL);
    let more = more.chain(MeasureSentence::ALL).chain(CheckSentence::ALL).chain(OwnSentence::ALL);
    let more = more.chain(HurtSentence::ALL).chain(HealthSentence::ALL).chain(LearnSentence::ALL);
    let last = ProgressSentence::ALL.iter().chain(EditorSentence::ALL).chain(ReminderSentence::ALL);
    first.chain(more).chain(last).copied()
}

#[test]
fn every_language_file_can_be_read() {
    for file in LANGUAGES.files() {
        let text = file.contents_utf8().unwrap().to_owned();
        let problems = FluentResource::try_new(text).err().map(|it| it.1);
        assert_eq!(problems, None, "{}", file.path().display());
    }
}

#[test]
fn the_code_and_the_english_file_know_the_same_sentences_and_arguments() {
    let code: BTreeMap<_, BTreeSet<_>> = all()
        .map(|(id, _, args)| ((*id).to_owned(), args.iter().map(|it| (*it).to_owned()).collect()))
        .collect();
    assert_eq!(code.len(), all().count(), "an id stands twice");
    similar(&code, &messages("en"));
}

#[track_caller]
fn similar(code: &BTreeMap<String, BTreeSet<String>>, file: &BTreeMap<String, BTreeSet<String>>) {
    let differ: Vec<_> = code
        .keys()
        .chain(file.keys())
        .collect::<BTreeSet<_>>()
        .into_iter()
        .filter(|id| code.get(*id) != file.get(*id))
        .map(|id| format!("{id}: code {:?}, file {:?}", code.get(id), file.get(id)))
        .collect();
    assert!(differ.is_empty(), "{differ:#?}");
}

#[test]
fn other_languages_say_nothing_that_english_does_not() {
    let english = messages("en");
    for language in Text::languages() {
        for (id, args) in messages(language) {
            let most = english.get(&id).unwrap_or_else(|| panic!("{language}: unknown {id}"));
            assert!(args.is_subset(most), "{language}: {id} uses unknown arguments");
        }
    }
}

#[test]
fn every_sentence_is_said_somewhere() {
    let mut said = BTreeSet::new();
    read_into(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut said);
    let unsaid: Vec<_> = all().map(|it| it.1).filter(|it| !said.contains(*it)).collect();
    assert!(unsaid.is_empty(), "in en.ftl, but said nowhere: {unsaid:?}");
}

/// Every sentence that the sources name, by its enum and its name in it, from all files but tests. An
/// enum may have another name in a file.
#[expect(clippy::disallowed_methods, reason = "a test that reads the sources")]
fn read_into(folder: &Path, said: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_into(&path, said);
        } else if path.extension().is_some_and(|it| it == "rs")
            && !path.file_stem().is_some_and(|it| it.to_string_lossy().ends_with("tests"))
        {
            let code = fs::read_to_string(path).unwrap();
            let words: Vec<_> =
                code.split(|it: char| !it.is_alphanumeric() && it != '_' && it != ':').collect();
            let renamed =
                words.windows(3).filter(|it| it[1] == "as").map(|it| (it[2], last(it[0])));
            let renamed: BTreeSet<_> = renamed.collect();
            for (name, variant) in words.iter().filter_map(|it| it.rsplit_once("::")) {
                let name = last(name);
                let meant = renamed.iter().filter(|it| it.0 == name).map(|it| it.1).chain([name]);
                said.extend(meant.map(|it| format!("{it}::{variant}")));
            }
        }
    }
}

/// The last name of a path.
fn last(path: &str) -> &str {
    path.rsplit_once("::").map_or(path, |it| it.1)
}

#[test]
fn an_unknown_language_speaks_english() {
    for locale in ["", "C", "POSIX", "en_GB.UTF-8", "xx_YY", "../../etc"] {
        let text = Text::new(locale);
        assert_eq!((text.language(), text.say(Sentence::AppName).as_str()), ("en", "Evenhold"));
    }
}

#[test]
fn numbers_take_their_plural() {
    let text = Text::english();
    assert_eq!(text.say(Sentence::AmountReps { count: 1 }), "1 rep");
    assert_eq!(text.say(Sentence::AmountReps { count: 12 }), "12 reps");
}
