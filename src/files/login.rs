//! Whether the reminders begin with the login: an entry in the folder of programs that a desktop
//! starts by itself (the XDG autostart folder).

use std::io;
use std::path::{Path, PathBuf};

use directories::BaseDirs;

use super::disk::Disk;
use super::folders::Folders;
use super::page::write_page;
use super::problem::{At as _, Problem, ProblemKind};
use super::protocol::{make_dirs, sync_parent};

/// By this an entry is known as ours.
const MARK: &str = "X-Evenhold=reminders";
/// Far more than an entry holds.
const CAP: u64 = 64 * 1024;

/// The place of the entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoginEntry {
    path: PathBuf,
}

/// What an entry says, in the person's language.
#[derive(Debug, Clone, Copy)]
pub struct LoginWords<'a> {
    /// The name in the desktop's list.
    pub name: &'a str,
    /// A sentence about it.
    pub about: &'a str,
}

impl LoginEntry {
    /// Below the person's folder of settings; nothing on a system that begins programs otherwise.
    pub fn find() -> Option<Self> {
        if !cfg!(target_os = "linux") {
            return None;
        }
        Some(Self::below(BaseDirs::new()?.config_dir()))
    }

    /// Below this folder of settings.
    pub fn below(config: &Path) -> Self {
        Self { path: config.join("autostart").join("evenhold-reminders.desktop") }
    }

    /// Where it is, or would be.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether the reminders begin with the login. An entry that the desktop was told to leave out
    /// does not count.
    pub fn is_on(&self, disk: &dyn Disk) -> Result<bool, Problem> {
        let Some(bytes) = self.read(disk)? else { return Ok(false) };
        let text = String::from_utf8_lossy(&bytes);
        let is_off =
            |line: &str| matches!(line.trim(), "Hidden=true" | "X-GNOME-Autostart-enabled=false");
        Ok(!text.lines().any(is_off))
    }

    /// Makes the entry: this program, waiting, with this data.
    pub fn write(
        &self,
        disk: &dyn Disk,
        program: &Path,
        folders: &Folders,
        words: LoginWords<'_>,
    ) -> Result<(), Problem> {
        let dir = self.path.parent().unwrap_or(&self.path);
        let outermost = dir.ancestors().last().unwrap_or(dir);
        make_dirs(disk, outermost, dir)?;
        let exec = exec(program, folders.is_portable().then_some(folders.data.as_path()))
            .ok_or_else(|| {
                Problem::of(&self.path, ProblemKind::Unwritable(program.display().to_string()))
            })?;
        write_page(disk, &self.path, &entry(&exec, words), MARK)
    }

    /// Takes the entry away; one that is not ours stays.
    pub fn remove(&self, disk: &dyn Disk) -> Result<(), Problem> {
        let Some(bytes) = self.read(disk)? else { return Ok(()) };
        if !String::from_utf8_lossy(&bytes).contains(MARK) {
            return Err(Problem::of(&self.path, ProblemKind::ChangedOutside));
        }
        disk.remove(&self.path).at(&self.path)?;
        sync_parent(disk, &self.path)
    }

    fn read(&self, disk: &dyn Disk) -> Result<Option<Vec<u8>>, Problem> {
        match disk.read(&self.path, CAP) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Problem::new(&self.path, &error)),
        }
    }
}

fn entry(exec: &str, words: LoginWords<'_>) -> String {
    let LoginWords { name, about } = words;
    format!(
        "[Desktop Entry]\nType=Application\nName={name}\nComment={about}\nExec={exec}\n\
         Terminal=false\nNoDisplay=true\nX-GNOME-Autostart-enabled=true\n{MARK}\n"
    )
}

/// The command line of an entry; nothing for a path that cannot stand in one.
fn exec(program: &Path, data: Option<&Path>) -> Option<String> {
    let mut words = vec![quoted(program.to_str()?)?, "wait".to_owned()];
    if let Some(data) = data {
        words.extend(["--data-dir".to_owned(), quoted(data.to_str()?)?]);
    }
    Some(words.join(" "))
}

/// A word of a command line as the specification of desktop entries wants it: quoted, `\`, `"`, `` ` ``
/// and `$` escaped; then every `\` doubled, because the line is a string of the file as well; `%`
/// doubled, because it stands for a field. A line's end cannot be written.
fn quoted(word: &str) -> Option<String> {
    if word.chars().any(char::is_control) {
        return None;
    }
    let mut out = String::from("\"");
    for it in word.chars() {
        match it {
            '"' | '`' | '$' => out.extend(["\\\\", it.encode_utf8(&mut [0; 4])]),
            '\\' => out.push_str("\\\\\\\\"),
            '%' => out.push_str("%%"),
            _ => out.push(it),
        }
    }
    out.push('"');
    Some(out)
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use expect_test::{Expect, expect};

    use super::*;
    use crate::files::fake::FakeDisk;

    const WORDS: LoginWords<'static> =
        LoginWords { name: "Evenhold reminders", about: "Reminds you to get up" };

    fn folders(data: &str, state: &str) -> Folders {
        Folders { data: PathBuf::from(data), state: PathBuf::from(state) }
    }

    fn stage() -> (FakeDisk, LoginEntry) {
        let disk = FakeDisk::new("/people/ida/.config");
        (disk, LoginEntry::below(Path::new("/people/ida/.config")))
    }

    #[track_caller]
    fn check(program: &str, folders: &Folders, expected: &Expect) {
        let (disk, entry) = stage();
        entry.write(&disk, Path::new(program), folders, WORDS).unwrap();
        assert_eq!(entry.is_on(&disk), Ok(true));
        let bytes = disk.read(entry.path(), CAP).unwrap();
        expected.assert_eq(std::str::from_utf8(&bytes).unwrap());
    }

    #[test]
    fn the_entry_starts_the_program_that_wrote_it() {
        check(
            "/usr/bin/evenhold",
            &folders("/people/ida/.local/share/evenhold", "/people/ida/.local/state/evenhold"),
            &expect![[r#"
                [Desktop Entry]
                Type=Application
                Name=Evenhold reminders
                Comment=Reminds you to get up
                Exec="/usr/bin/evenhold" wait
                Terminal=false
                NoDisplay=true
                X-GNOME-Autostart-enabled=true
                X-Evenhold=reminders
            "#]],
        );
    }

    #[test]
    fn strange_names_are_quoted_and_a_folder_of_ones_own_is_named() {
        let strange = r#"/opt/my "tools" 100%/$even\hold"#;
        let exec = exec(Path::new(strange), Some(Path::new("/mnt/a b"))).unwrap();
        let expected = r#""/opt/my \\"tools\\" 100%%/\\$even\\\\hold" wait --data-dir "/mnt/a b""#;
        assert_eq!(exec, expected);
        let (disk, entry) = stage();
        let broken = Path::new("/opt/two\nlines");
        let wrote = entry.write(&disk, broken, &folders("/d", "/s"), WORDS);
        assert!(
            matches!(wrote, Err(Problem { kind: ProblemKind::Unwritable(_), .. })),
            "{wrote:?}"
        );
    }

    #[test]
    fn it_is_taken_away_again_and_one_that_is_not_ours_stays() {
        let (disk, entry) = stage();
        let own = folders("/d", "/s");
        assert_eq!(entry.is_on(&disk), Ok(false));
        entry.remove(&disk).unwrap();
        entry.write(&disk, Path::new("/usr/bin/evenhold"), &own, WORDS).unwrap();
        entry.remove(&disk).unwrap();
        assert_eq!(entry.is_on(&disk), Ok(false));
        let theirs = b"[Desktop Entry]\nExec=mine\n";
        super::super::protocol::write_new(&disk, entry.path(), theirs).unwrap();
        let refused = Err(Problem::of(entry.path(), ProblemKind::ChangedOutside));
        assert_eq!(entry.remove(&disk), refused);
        assert_eq!(entry.write(&disk, Path::new("/x"), &own, WORDS), refused);
        assert_eq!(disk.read(entry.path(), CAP).unwrap(), theirs);
    }

    #[test]
    fn one_that_the_desktop_leaves_out_is_off() {
        let (disk, entry) = stage();
        let own = folders("/d", "/s");
        entry.write(&disk, Path::new("/usr/bin/evenhold"), &own, WORDS).unwrap();
        let text = String::from_utf8(disk.read(entry.path(), CAP).unwrap()).unwrap();
        let hidden = text.replace("Terminal=false", "Hidden=true");
        write_page(&disk, entry.path(), &hidden, MARK).unwrap();
        assert_eq!(entry.is_on(&disk), Ok(false));
    }
}
