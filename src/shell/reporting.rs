//! The report on its way to the disk, on a thread of its own: drawing it takes longer than a frame.

use std::sync::Arc;

use super::keeping::{path_of, trouble};
use super::loading::{Loaded, Source};
use crate::coach::News;
use crate::figure::Shelf;
use crate::files::{Disk, Folders, Problem, write_page};
use crate::library::Library;
use crate::report::{Drawn, MARK, Report, html};
use crate::text::Text;

/// Everything that a page is drawn with.
#[derive(Debug, Clone)]
pub(super) struct Page {
    pub(super) report: Box<Report>,
    pub(super) library: Arc<Library>,
    pub(super) shelf: Arc<Shelf>,
    pub(super) text: Arc<Text>,
}

/// Writes a page into the data folder. One of the same day that was written before is replaced.
pub(super) fn write(source: &Source, page: Page) {
    let source = source.clone();
    Source::on_thread(move || {
        let written = written(&*source.disk, source.folders, &page).map_err(|it| trouble(&it));
        (source.send)(Loaded::News(News::ReportWritten(written)));
    });
}

fn written(
    disk: &dyn Disk,
    folders: Result<Folders, Problem>,
    page: &Page,
) -> Result<String, Problem> {
    let name = format!("evenhold-report-{}.html", page.report.choices.made);
    let path = folders?.report(disk, &name)?;
    let drawn = Drawn { library: &page.library, shelf: &page.shelf, text: &page.text };
    write_page(disk, &path, &html(&page.report, drawn), MARK)?;
    Ok(path_of(&path))
}
