//! What comes with the program, and the order in which it is shown.

use include_dir::{Dir, include_dir};

use super::{Exercise, Routine, SelfCheck};
use crate::figure::Shelf;

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/library");
static ARTICLES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/articles");

/// The exercises in the order of the programme (domain.md 7.0), then those of the breaks.
const EXERCISES: [&str; 15] = [
    "hipflexor",
    "butterfly",
    "straddle",
    "tfl",
    "fig4",
    "clam",
    "sideraise",
    "bandwalk",
    "bridge",
    "birddog",
    "squat",
    "gait",
    "balance",
    "walk",
    "reset",
];

/// The routines in the order in which Today offers them; breaks follow by id.
const ROUTINES: [&str; 7] = ["full", "a", "b", "short", "stretch", "warm-up", "cool-down"];

/// The self-tests in the order of the page about them.
const CHECKS: [&str; 4] = ["standing", "gait", "supine", "prone"];

/// The shipped files: path and bytes.
pub(super) fn files() -> impl Iterator<Item = (String, Vec<u8>)> {
    let folders =
        ["exercises", "routines", "checks"].into_iter().filter_map(|it| FILES.get_dir(it));
    let files = folders.flat_map(Dir::files).chain(FILES.get_file("timing.ron"));
    files.map(|it| (it.path().to_string_lossy().into_owned(), it.contents().to_vec()))
}

/// The shipped pages: path and bytes.
pub(super) fn articles() -> impl Iterator<Item = (String, Vec<u8>)> {
    ARTICLES.files().filter_map(|it| {
        let path = format!("articles/{}", it.path().to_string_lossy());
        Some((path, it.contents().to_vec())).filter(|it| super::article::is_article(&it.0))
    })
}

/// The text of a file, by its name.
pub(super) fn text(name: &str) -> Option<&'static str> {
    FILES.get_file(name)?.contents_utf8().or_else(|| Shelf::shipped_text(name))
}

/// The text of a routine.
pub(super) fn routine(id: &str) -> Option<&'static str> {
    let name = super::check::is_slug(id).then(|| format!("routines/{id}.ron"))?;
    FILES.get_file(name)?.contents_utf8()
}

/// The text of the table of gaps.
pub(super) fn timing() -> &'static [u8] {
    FILES.get_file("timing.ron").map_or(&[], |it| it.contents())
}

/// Puts exercises in their order: the programme's, then by id.
pub(super) fn sort_exercises(exercises: &mut [Exercise]) {
    exercises
        .sort_by(|a, b| (rank(&EXERCISES, &a.id), &a.id).cmp(&(rank(&EXERCISES, &b.id), &b.id)));
}

/// Puts routines in their order: as Today offers them, the shipped breaks, then the person's by id.
pub(super) fn sort_routines(routines: &mut [Routine], is_added: impl Fn(&str) -> bool) {
    let place = |it: &Routine| (is_added(&it.id), rank(&ROUTINES, &it.id), it.id.clone());
    routines.sort_by_key(place);
}

/// Puts self-tests in their order, then by id.
pub(super) fn sort_checks(checks: &mut [SelfCheck]) {
    checks.sort_by(|a, b| (rank(&CHECKS, &a.id), &a.id).cmp(&(rank(&CHECKS, &b.id), &b.id)));
}

fn rank(order: &[&str], id: &str) -> usize {
    order.iter().position(|it| *it == id).unwrap_or(order.len())
}
