//! A page that shows all pictures beside each other.

use std::fmt::Write as _;
use std::path::Path;

/// Writes `index.html` for every picture in a folder.
pub(crate) fn write(folder: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let mut names: Vec<_> = std::fs::read_dir(folder)?
        .filter_map(|it| Some(it.ok()?.path()))
        .filter(|it| it.extension().is_some_and(|it| it == "png"))
        .filter_map(|it| Some(it.file_name()?.to_str()?.to_owned()))
        .collect();
    names.sort_unstable();
    let mut page = String::from(
        "<!doctype html><meta charset=utf-8><title>Evenhold, screen by screen</title>\n\
         <style>body{background:#555;font:14px sans-serif;color:#fff;margin:16px}\
         figure{display:inline-block;margin:8px;vertical-align:top}img{width:420px;display:block}</style>\n",
    );
    for name in names {
        writeln!(
            page,
            "<figure><a href=\"{name}\"><img loading=lazy src=\"{name}\"></a>{name}</figure>"
        )?;
    }
    std::fs::write(folder.join("index.html"), page)?;
    Ok(())
}
