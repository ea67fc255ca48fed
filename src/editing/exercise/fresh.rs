//! Texts of new exercises: an empty one, and a copy of another.

use super::super::fresh::short;
use super::super::path::Step::Field;
use super::super::path::put;
use super::bench::exercise_file;
use crate::ron::splice::quoted;

/// What a new exercise is called and says.
#[derive(Debug, Clone, Copy)]
pub struct FreshExercise<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its name.
    pub name: &'a str,
    /// Why one does it.
    pub why: &'a str,
    /// The name of its one level.
    pub level: &'a str,
    /// How to get into position.
    pub setup: &'a str,
    /// The movement in a sentence.
    pub how: &'a str,
    /// When to stop: from so much pain, and at once.
    pub stop_if: [&'a str; 2],
}

/// The text of an exercise with one level that can be used as it is.
pub fn exercise(fresh: FreshExercise<'_>) -> String {
    let FreshExercise { id, name, why, level, setup, how, stop_if: [pain, sharp] } = fresh;
    let [long, brief, why, level, setup, how, pain, sharp] =
        [name, &short(name), why, level, setup, how, pain, sharp].map(quoted);
    format!(
        "(
    schema: 1,
    id: \"{id}\",
    name: (long: {long}, short: {brief}),
    block: strength,
    muscles: [],
    why: {why},
    levels: [
        (
            level: 3,
            name: {level},
            sides: both,
            position: standing,
            equipment: [],
            screen: yes,
            dose: (sets: (2, 3), reps: (8, 12)),
            tempo: (lift: 2, top: 1, lower: 2, bottom: 0),
            setup: (long: {setup}, short: {setup}),
            how: {how},
            cues: [
            ],
            mistakes: [
            ],
            stop_if: [
                (text: {pain}, pain: 6),
                (text: {sharp}),
            ],
        ),
    ],
)
"
    )
}

/// The text of an exercise under another id and name; the older names that lead to the original stay
/// with the original. Nothing when the text has no fields.
pub fn exercise_copy(text: &str, id: &str, name: &str) -> Option<String> {
    let copied = super::super::copy(text, id, name)?;
    put(&copied, &[Field("aliases")], None)
}

/// An exercise under another id and name together with the movements and poses that were made for it,
/// which get ids of their own too: every file by its name in the data folder. Nothing when the text of
/// the exercise has no fields.
pub fn exercise_apart(
    files: &[(String, String)],
    id: &str,
    new: &str,
    name: &str,
) -> Option<Vec<(String, String)>> {
    let renamed = |file: &str| {
        let (folder, stem) = file.strip_suffix(".ron")?.split_once('/')?;
        let rest =
            stem.strip_prefix(id).filter(|it| it.starts_with('-') && folder != "exercises")?;
        Some((folder.to_owned(), stem.to_owned(), format!("{new}{rest}")))
    };
    let parts: Vec<_> = files.iter().filter_map(|it| renamed(&it.0)).collect();
    let others = |text: &str| {
        let rename = |text: String, (_, from, to): &(String, String, String)| {
            text.replace(&quoted(from), &quoted(to))
        };
        parts.iter().fold(text.to_owned(), rename)
    };
    let mut apart = Vec::new();
    for (file, text) in files {
        match renamed(file) {
            Some((folder, _, to)) => apart.push((format!("{folder}/{to}.ron"), others(text))),
            None if *file == exercise_file(id) => {
                apart.push((exercise_file(new), exercise_copy(&others(text), new, name)?));
            }
            None => {}
        }
    }
    Some(apart)
}
