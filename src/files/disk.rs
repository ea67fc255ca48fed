//! The few operations on which every protocol of this module is built, so that a test can put a
//! failing disk in their place.

use std::fmt;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// A disk.
pub trait Disk: fmt::Debug + Send + Sync {
    /// The whole of a regular file; anything else, and more than `cap` bytes, is refused with
    /// [`io::ErrorKind::InvalidInput`] and [`io::ErrorKind::FileTooLarge`].
    fn read(&self, path: &Path, cap: u64) -> io::Result<Vec<u8>>;

    /// The length of a file in bytes.
    fn length(&self, path: &Path) -> io::Result<u64>;

    /// What a folder holds, sorted by name.
    fn list(&self, dir: &Path) -> io::Result<Vec<Listed>>;

    /// Whether something is at this path, links followed.
    fn exists(&self, path: &Path) -> io::Result<bool>;

    /// Opens a file to append to; it must exist.
    fn append(&self, path: &Path) -> io::Result<Box<dyn Handle>>;

    /// Makes a file that only its owner can read; it must not exist.
    fn create(&self, path: &Path) -> io::Result<Box<dyn Handle>>;

    /// Makes one folder that only its owner can enter; it must not exist, its parent must.
    fn make_dir(&self, dir: &Path) -> io::Result<()>;

    /// Makes sure that what was made, renamed or removed in a folder stays so.
    fn sync_dir(&self, dir: &Path) -> io::Result<()>;

    /// Puts a file in the place of another, at once.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Removes a file.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// The path behind links.
    fn resolve(&self, path: &Path) -> io::Result<PathBuf>;

    /// Gives a file the permissions of another.
    fn copy_mode(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Whether nobody but its owner can look into a file or folder.
    fn is_private(&self, path: &Path) -> io::Result<bool>;

    /// Takes a file for this process alone until the answer is dropped or the process ends, and
    /// leaves a note in it. Nothing, when another process has it.
    fn lock(&self, path: &Path, note: &str) -> io::Result<Option<Box<dyn Held>>>;

    /// Whether a process has taken a file.
    fn is_locked(&self, path: &Path) -> io::Result<bool>;
}

/// A file that is taken for as long as this lives.
pub trait Held: fmt::Debug + Send + Sync {}

impl Held for File {}

/// An open file.
pub trait Handle: fmt::Debug + Send {
    /// The last byte; nothing when the file is empty.
    fn last_byte(&mut self) -> io::Result<Option<u8>>;

    /// Writes all of it at the end, in one call to the system where the system allows.
    fn write(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// Waits until everything written is on the disk.
    fn sync(&mut self) -> io::Result<()>;
}

/// An entry of a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Where it is.
    pub path: PathBuf,
    /// Its name, as far as it can be shown.
    pub name: String,
    /// Whether it is a folder; a link to a folder is one.
    pub is_dir: bool,
    /// When it was last changed, as far as the disk tells.
    pub changed: Option<SystemTime>,
}

/// The computer's own disk.
#[derive(Debug, Clone, Copy, Default)]
pub struct OwnDisk;

impl Disk for OwnDisk {
    fn read(&self, path: &Path, cap: u64) -> io::Result<Vec<u8>> {
        // Asked before opening, because opening a pipe would wait for its other end; and after,
        // because the file may have been exchanged in between.
        regular(&fs::metadata(path)?)?;
        let file = File::open(path)?;
        regular(&file.metadata()?)?;
        let mut bytes = Vec::new();
        file.take(cap.saturating_add(1)).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > cap {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        Ok(bytes)
    }

    fn length(&self, path: &Path) -> io::Result<u64> {
        Ok(fs::metadata(path)?.len())
    }

    fn list(&self, dir: &Path) -> io::Result<Vec<Listed>> {
        let mut all = Vec::new();
        for entry in fs::read_dir(dir)? {
            let entry = entry?;
            let path = entry.path();
            // A link whose end is gone is listed all the same: reading it will say what is wrong.
            let meta = fs::metadata(&path).or_else(|_| entry.metadata())?;
            all.push(Listed {
                name: entry.file_name().to_string_lossy().into_owned(),
                is_dir: meta.is_dir(),
                changed: meta.modified().ok(),
                path,
            });
        }
        all.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(all)
    }

    fn exists(&self, path: &Path) -> io::Result<bool> {
        path.try_exists()
    }

    fn append(&self, path: &Path) -> io::Result<Box<dyn Handle>> {
        Ok(Box::new(OwnFile(OpenOptions::new().read(true).append(true).open(path)?)))
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn Handle>> {
        let mut options = OpenOptions::new();
        options.read(true).append(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        Ok(Box::new(OwnFile(options.open(path)?)))
    }

    fn make_dir(&self, dir: &Path) -> io::Result<()> {
        #[cfg_attr(not(unix), expect(unused_mut, reason = "only Unix has modes"))]
        let mut builder = fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(dir)
    }

    #[cfg(unix)]
    fn sync_dir(&self, dir: &Path) -> io::Result<()> {
        File::open(dir)?.sync_all()
    }

    /// Windows has no such call: its file systems journal their folders.
    #[cfg(not(unix))]
    fn sync_dir(&self, _dir: &Path) -> io::Result<()> {
        Ok(())
    }

    #[cfg(not(windows))]
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    /// A virus scanner, an indexer or a sync service may hold a file for a moment; then it may not be
    /// exchanged. That passes.
    #[cfg(windows)]
    #[expect(clippy::disallowed_methods, reason = "the writer's thread waits for nobody else")]
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        for millis in [20, 50, 100, 200, 500] {
            match fs::rename(from, to) {
                Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                    std::thread::sleep(std::time::Duration::from_millis(millis));
                }
                other => return other,
            }
        }
        fs::rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        fs::canonicalize(path)
    }

    fn copy_mode(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::set_permissions(to, fs::metadata(from)?.permissions())
    }

    #[cfg(unix)]
    fn is_private(&self, path: &Path) -> io::Result<bool> {
        use std::os::unix::fs::PermissionsExt as _;

        /// Reading, writing and entering for the group and for everybody.
        const OTHERS: u32 = 0o077;
        /// Entering alone: without it nothing below can be reached.
        const ENTER: u32 = 0o011;
        if fs::metadata(path)?.permissions().mode() & OTHERS == 0 {
            return Ok(true);
        }
        let above = fs::canonicalize(path)?;
        let mut above = above.ancestors().skip(1);
        // A folder above that cannot be asked is taken for open.
        let is_shut =
            |it: &Path| fs::metadata(it).is_ok_and(|it| it.permissions().mode() & ENTER == 0);
        Ok(above.any(is_shut))
    }

    /// Windows keeps a person's folders from others by itself.
    #[cfg(not(unix))]
    fn is_private(&self, _path: &Path) -> io::Result<bool> {
        Ok(true)
    }

    fn lock(&self, path: &Path, note: &str) -> io::Result<Option<Box<dyn Held>>> {
        let mut options = OpenOptions::new();
        // Windows wants reading and writing for a lock.
        options.read(true).write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(path)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(None),
            Err(TryLockError::Error(error)) => return Err(error),
        }
        file.set_len(0)?;
        file.write_all(note.as_bytes())?;
        Ok(Some(Box::new(file)))
    }

    fn is_locked(&self, path: &Path) -> io::Result<bool> {
        match File::open(path)?.try_lock_shared() {
            Ok(()) => Ok(false),
            Err(TryLockError::WouldBlock) => Ok(true),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }
}

fn regular(meta: &fs::Metadata) -> io::Result<()> {
    if meta.is_file() { Ok(()) } else { Err(io::ErrorKind::InvalidInput.into()) }
}

/// An open file of the computer's disk.
#[derive(Debug)]
struct OwnFile(File);

impl Handle for OwnFile {
    fn last_byte(&mut self) -> io::Result<Option<u8>> {
        if self.0.seek(SeekFrom::End(0))? == 0 {
            return Ok(None);
        }
        self.0.seek(SeekFrom::End(-1))?;
        let mut byte = [0];
        self.0.read_exact(&mut byte)?;
        let [byte] = byte;
        Ok(Some(byte))
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.write_all(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.0.sync_data()
    }
}
