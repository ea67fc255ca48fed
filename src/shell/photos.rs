//! Photos on their way in, and copies of them on their way to the data folder, each on a thread of its
//! own: unpacking one takes longer than a frame.

use std::path::PathBuf;

use super::keeping::{path_of, trouble};
use super::loading::{Loaded, Source};
use crate::coach::{News, PhotoNews};
use crate::files::{keep_photo, read_photo};
use crate::history::RecordId;

/// Reads a photo and tells what it shows.
pub(super) fn open(source: &Source, request: u64, path: PathBuf) {
    let source = source.clone();
    Source::on_thread(move || {
        let read = read_photo(&*source.disk, &path);
        (source.send)(Loaded::News(News::Photo(PhotoNews::Read { request, path, read })));
    });
}

/// Copies a photo into the data folder and tells where it is.
pub(super) fn keep(source: &Source, from: PathBuf, record: RecordId) {
    let source = source.clone();
    Source::on_thread(move || {
        let kept = source.folders.and_then(|it| keep_photo(&*source.disk, &it, &from, record));
        let kept = kept.map(|it| path_of(&it)).map_err(|it| trouble(&it));
        (source.send)(Loaded::News(News::Photo(PhotoNews::Kept(kept))));
    });
}
