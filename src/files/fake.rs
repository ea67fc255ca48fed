//! A disk in memory that can fail at any operation, forget what was not synced, and lose power.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

mod disk;
mod drive;

/// A disk in memory. Clones are the same disk.
#[derive(Debug, Clone, Default)]
pub(crate) struct FakeDisk(Arc<Mutex<World>>);

/// An error to come.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Trouble {
    /// The operation at which it comes, counted from 0.
    pub(crate) at: usize,
    /// What follows.
    pub(crate) then: Then,
    /// What the system says.
    pub(crate) kind: io::ErrorKind,
}

/// What follows an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Then {
    /// Everything works again.
    Well,
    /// Everything fails.
    Ill,
    /// The process is dead: nothing is done any more.
    Dead,
}

/// A way in which the disk, or a protocol that trusts it too much, is broken on purpose, to see that
/// the tests would notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sabotage {
    /// What was written is never brought to the disk.
    NoSync,
    /// Names are never brought to the disk.
    NoDirSync,
    /// A failed sync says that it worked.
    HiddenError,
    /// A failed sync is tried a second time, which says that it worked.
    RetriedSync,
    /// A file is renamed before what it holds is on the disk.
    LateSync,
    /// A torn line looks like a whole one.
    HiddenTear,
}

#[derive(Debug, Default)]
struct World {
    /// What programs see: names of files, and folders.
    names: Names,
    /// What would be there after a power cut.
    safe: Names,
    /// Changes of names on their way to the disk, by the folder whose sync brings them there.
    changes: Vec<(PathBuf, Change)>,
    inodes: Vec<Inode>,
    operations: usize,
    trouble: Option<Trouble>,
    fired: BTreeMap<&'static str, usize>,
    /// How, and a part of the paths that it is limited to.
    sabotage: Option<(Sabotage, &'static str)>,
    locked: BTreeSet<PathBuf>,
    /// What everybody may look into.
    open: BTreeSet<PathBuf>,
}

#[derive(Debug, Default, Clone)]
struct Names {
    files: BTreeMap<PathBuf, usize>,
    dirs: BTreeSet<PathBuf>,
}

#[derive(Debug, Clone)]
enum Change {
    Dir(PathBuf),
    File(PathBuf, usize),
    Rename(PathBuf, PathBuf),
    Remove(PathBuf),
}

#[derive(Debug, Default, Clone)]
struct Inode {
    /// What programs see.
    bytes: Vec<u8>,
    /// What is on the disk, of the same length or shorter.
    platter: Vec<u8>,
    /// Where the last sync began.
    last_sync: usize,
    /// Bytes that a failed sync has declared clean: no later sync writes them.
    forgotten: Vec<(usize, usize)>,
}

impl Names {
    fn apply(&mut self, change: &Change) {
        match change {
            Change::Dir(dir) => {
                self.dirs.insert(dir.clone());
            }
            Change::File(path, inode) => {
                self.files.insert(path.clone(), *inode);
            }
            Change::Rename(from, to) => {
                if let Some(inode) = self.files.remove(from) {
                    self.files.insert(to.clone(), inode);
                }
            }
            Change::Remove(path) => {
                self.files.remove(path);
            }
        }
    }
}

/// A number that follows from another as if by chance (Marsaglia 2003, xorshift).
pub(crate) fn chance(seed: &mut u64) -> u64 {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    *seed
}

impl FakeDisk {
    /// A disk with one empty folder.
    pub(crate) fn new(dir: &str) -> Self {
        let disk = Self::default();
        for dir in Path::new(dir).ancestors() {
            disk.world().names.dirs.insert(dir.to_owned());
            disk.world().safe.dirs.insert(dir.to_owned());
        }
        disk
    }

    fn world(&self) -> MutexGuard<'_, World> {
        self.0.lock().expect("no test panics while it holds the disk")
    }

    pub(crate) fn fail(&self, trouble: Option<Trouble>) {
        let mut world = self.world();
        world.trouble = trouble;
        world.operations = 0;
    }

    pub(crate) fn sabotage(&self, how: Sabotage) {
        self.sabotage_only(how, "");
    }

    /// The same, for the paths alone that have this in them.
    pub(crate) fn sabotage_only(&self, how: Sabotage, part: &'static str) {
        self.world().sabotage = Some((how, part));
    }

    /// Operations since the last call of [`Self::fail`].
    pub(crate) fn operations(&self) -> usize {
        self.world().operations
    }

    /// How often an error came at each kind of operation.
    pub(crate) fn fired(&self) -> BTreeMap<&'static str, usize> {
        self.world().fired.clone()
    }

    pub(crate) fn put(&self, path: &str, bytes: &[u8]) {
        let mut world = self.world();
        let inode = world.inodes.len();
        world.inodes.push(Inode {
            bytes: bytes.to_vec(),
            platter: bytes.to_vec(),
            last_sync: bytes.len(),
            ..Inode::default()
        });
        world.names.files.insert(path.into(), inode);
        world.safe.files.insert(path.into(), inode);
    }

    pub(crate) fn bytes(&self, path: &str) -> Option<Vec<u8>> {
        let world = self.world();
        let inode = world.names.files.get(Path::new(path))?;
        Some(world.inodes[*inode].bytes.clone())
    }

    pub(crate) fn text(&self, path: &str) -> Option<String> {
        let world = self.world();
        let inode = world.names.files.get(Path::new(path))?;
        Some(String::from_utf8_lossy(&world.inodes[*inode].bytes).into_owned())
    }

    pub(crate) fn files(&self) -> Vec<String> {
        self.world().names.files.keys().map(|it| it.display().to_string()).collect()
    }

    /// The process is gone: its locks are free. What it had written is still there.
    pub(crate) fn kill(&self) {
        let mut world = self.world();
        world.locked.clear();
        world.trouble = None;
        // What has stood through a whole run is not damaged by what comes after it.
        world.inodes.iter_mut().for_each(|it| it.last_sync = it.platter.len());
    }

    /// The power is gone: of what was not synced, a part chosen by `seed` is left, some of it zeros.
    pub(crate) fn cut_power(&self, mut seed: u64) {
        let mut world = self.world();
        let changes = std::mem::take(&mut world.changes);
        let survive = chance(&mut seed) as usize % (changes.len() + 1);
        for (_, change) in changes.iter().take(survive) {
            world.safe.apply(change);
        }
        let dirs = world.safe.dirs.clone();
        world.safe.files.retain(|it, _| it.parent().is_some_and(|dir| dirs.contains(dir)));
        for inode in &mut world.inodes {
            let open = inode.bytes.len().saturating_sub(inode.platter.len());
            let part = chance(&mut seed) as usize % (open + 1);
            let from = inode.platter.len();
            let zeros = chance(&mut seed).is_multiple_of(4);
            let rest: Vec<u8> = inode.bytes.iter().skip(from).take(part).copied().collect();
            inode.platter.extend(rest.iter().map(|it| if zeros { 0 } else { *it }));
            inode.bytes = inode.platter.clone();
            inode.forgotten.clear();
        }
        world.names = world.safe.clone();
        drop(world);
        self.kill();
    }

    /// Whether the process had died before this operation, and not in the middle of it.
    fn is_dead(&self) -> bool {
        let world = self.world();
        let dead = world.trouble.filter(|it| it.then == Then::Dead);
        dead.is_some_and(|it| it.at + 1 < world.operations)
    }

    /// Counts an operation; fails it if that is planned.
    fn operation(&self, name: &'static str) -> io::Result<MutexGuard<'_, World>> {
        let mut world = self.world();
        let now = world.operations;
        world.operations += 1;
        match world.trouble {
            Some(Trouble { at, then, kind }) if now == at || (then != Then::Well && now > at) => {
                *world.fired.entry(name).or_default() += 1;
                Err(kind.into())
            }
            Some(_) | None => Ok(world),
        }
    }
}

impl Change {
    /// The name that changes.
    fn path(&self) -> &Path {
        match self {
            Self::Dir(path) | Self::File(path, _) | Self::Rename(_, path) | Self::Remove(path) => {
                path
            }
        }
    }
}

impl World {
    fn is_sabotaged(&self, how: Sabotage, path: &Path) -> bool {
        let is_meant = |part: &str| path.to_string_lossy().contains(part);
        self.sabotage.is_some_and(|it| it.0 == how && is_meant(it.1))
    }

    fn inode(&mut self, path: &Path) -> io::Result<usize> {
        if self.names.dirs.contains(path) {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        self.names.files.get(path).copied().ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn change(&mut self, parent: &Path, change: Change) {
        self.names.apply(&change);
        self.changes.push((parent.to_owned(), change));
    }

    fn parent(&self, path: &Path) -> io::Result<PathBuf> {
        let parent = path.parent().filter(|it| self.names.dirs.contains(*it));
        parent.map(Path::to_owned).ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}
