//! Rows with aligned columns, for people.

use std::io::{self, Write};

/// A table that is printed when it is whole.
#[derive(Debug, Default)]
pub(super) struct Table {
    rows: Vec<Vec<String>>,
    /// Columns that hold numbers and end at the same place.
    right: Vec<usize>,
}

impl Table {
    /// A table with these heads; those of the columns in `right` and everything under them end at the
    /// same place.
    pub(super) fn new(heads: Vec<String>, right: &[usize]) -> Self {
        Self { rows: vec![heads], right: right.to_vec() }
    }

    pub(super) fn row(&mut self, cells: Vec<String>) {
        self.rows.push(cells);
    }

    /// Prints it, two spaces between columns, nothing behind the last.
    pub(super) fn print(&self, out: &mut dyn Write) -> io::Result<()> {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or_default();
        let width = |column: usize| {
            let cells = self.rows.iter().filter_map(|it| it.get(column));
            cells.map(|it| it.chars().count()).max().unwrap_or_default()
        };
        let widths: Vec<usize> = (0..columns).map(width).collect();
        for row in &self.rows {
            let mut line = String::new();
            for (column, (cell, width)) in row.iter().zip(&widths).enumerate() {
                line.push_str(&padded(cell, *width, self.right.contains(&column)));
                line.push_str("  ");
            }
            writeln!(out, "{}", line.trim_end())?;
        }
        Ok(())
    }
}

/// A cell as wide as its column.
fn padded(cell: &str, width: usize, is_right: bool) -> String {
    let space = " ".repeat(width.saturating_sub(cell.chars().count()));
    if is_right { space + cell } else { cell.to_owned() + &space }
}
