//! A disk in memory that can fail at any operation, forget what was not synced, and lose power.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

use super::disk::{Disk, Handle, Held, Listed};

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

impl Disk for FakeDisk {
    fn read(&self, path: &Path, cap: u64) -> io::Result<Vec<u8>> {
        let mut world = self.operation("read")?;
        let inode = world.inode(path)?;
        let bytes = world.inodes[inode].bytes.clone();
        if bytes.len() as u64 > cap { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
    }

    fn length(&self, path: &Path) -> io::Result<u64> {
        let mut world = self.operation("length")?;
        let inode = world.inode(path)?;
        Ok(world.inodes[inode].bytes.len() as u64)
    }

    fn list(&self, dir: &Path) -> io::Result<Vec<Listed>> {
        let world = self.operation("list")?;
        if !world.names.dirs.contains(dir) {
            return Err(io::ErrorKind::NotFound.into());
        }
        let files = world.names.files.keys().map(|it| (it, false));
        let dirs = world.names.dirs.iter().map(|it| (it, true));
        let mut all: Vec<_> = files
            .chain(dirs)
            .filter(|it| it.0.parent() == Some(dir))
            .map(|(path, is_dir)| Listed {
                name: path.file_name().expect("a name").to_string_lossy().into_owned(),
                path: path.clone(),
                is_dir,
                changed: None,
            })
            .collect();
        all.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(all)
    }

    fn exists(&self, path: &Path) -> io::Result<bool> {
        let world = self.operation("exists")?;
        Ok(world.names.files.contains_key(path) || world.names.dirs.contains(path))
    }

    fn append(&self, path: &Path) -> io::Result<Box<dyn Handle>> {
        let inode = self.operation("append")?.inode(path)?;
        Ok(Box::new(FakeFile { disk: self.clone(), inode, path: path.to_owned() }))
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn Handle>> {
        let mut world = self.operation("create")?;
        let parent = world.parent(path)?;
        if world.names.files.contains_key(path) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        let inode = world.inodes.len();
        world.inodes.push(Inode::default());
        world.change(&parent, Change::File(path.to_owned(), inode));
        Ok(Box::new(FakeFile { disk: self.clone(), inode, path: path.to_owned() }))
    }

    fn make_dir(&self, dir: &Path) -> io::Result<()> {
        let mut world = self.operation("make_dir")?;
        let parent = world.parent(dir)?;
        if world.names.dirs.contains(dir) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        world.change(&parent, Change::Dir(dir.to_owned()));
        Ok(())
    }

    fn sync_dir(&self, dir: &Path) -> io::Result<()> {
        let mut world = self.operation("sync_dir")?;
        let changes = std::mem::take(&mut world.changes);
        let is_lost = |it: &Change| world.is_sabotaged(Sabotage::NoDirSync, it.path());
        let (done, open) = changes.into_iter().partition(|it| it.0 == dir && !is_lost(&it.1));
        world.changes = open;
        for (_, change) in Vec::from_iter::<Vec<_>>(done) {
            world.safe.apply(&change);
        }
        Ok(())
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut world = self.operation("rename")?;
        world.inode(from)?;
        let parent = world.parent(to)?;
        world.change(&parent, Change::Rename(from.to_owned(), to.to_owned()));
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let mut world = self.operation("remove")?;
        world.inode(path)?;
        let parent = world.parent(path)?;
        world.change(&parent, Change::Remove(path.to_owned()));
        Ok(())
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        let mut world = self.operation("resolve")?;
        if !world.names.dirs.contains(path) {
            world.inode(path)?;
        }
        Ok(path.to_owned())
    }

    fn copy_mode(&self, from: &Path, _to: &Path) -> io::Result<()> {
        self.operation("copy_mode")?.inode(from).map(|_| ())
    }

    fn is_private(&self, path: &Path) -> io::Result<bool> {
        self.operation("is_private").map(|it| !it.open.contains(path))
    }

    fn lock(&self, path: &Path, note: &str) -> io::Result<Option<Box<dyn Held>>> {
        if self.operation("lock")?.locked.contains(path) {
            return Ok(None);
        }
        self.put(&path.to_string_lossy(), note.as_bytes());
        self.world().locked.insert(path.to_owned());
        Ok(Some(Box::new(FakeLock(self.clone(), path.to_owned()))))
    }

    fn is_locked(&self, path: &Path) -> io::Result<bool> {
        Ok(self.operation("is_locked")?.locked.contains(path))
    }
}

#[derive(Debug)]
struct FakeLock(FakeDisk, PathBuf);

impl Held for FakeLock {}

impl Drop for FakeLock {
    fn drop(&mut self) {
        self.0.world().locked.remove(&self.1);
    }
}

#[derive(Debug)]
struct FakeFile {
    disk: FakeDisk,
    inode: usize,
    path: PathBuf,
}

impl FakeFile {
    /// Whether it is to be renamed.
    fn is_scratch(&self) -> bool {
        self.path.extension().is_some_and(|it| it == "tmp")
    }
}

impl Handle for FakeFile {
    fn last_byte(&mut self) -> io::Result<Option<u8>> {
        let world = self.disk.operation("last_byte")?;
        let last = world.inodes[self.inode].bytes.last().copied();
        let is_hidden = world.is_sabotaged(Sabotage::HiddenTear, &self.path);
        Ok(if is_hidden { last.map(|_| b'\n') } else { last })
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        let result = self.disk.operation("write").map(|_| ());
        // A write that fails has often written a part.
        let is_dead = self.disk.is_dead();
        let part = if result.is_ok() { bytes } else { bytes.split_at(bytes.len() / 2).0 };
        let part = if is_dead { &[] } else { part };
        self.disk.world().inodes[self.inode].bytes.extend(part);
        result
    }

    fn sync(&mut self) -> io::Result<()> {
        let result = self.disk.operation("sync").map(|_| ());
        let mut world = self.disk.world();
        let is = |how| world.is_sabotaged(how, &self.path);
        let is_hidden = is(Sabotage::HiddenError) || is(Sabotage::RetriedSync);
        let is_skipped = is(Sabotage::NoSync) || (is(Sabotage::LateSync) && self.is_scratch());
        let then = world.trouble.map(|it| it.then);
        let inode = &mut world.inodes[self.inode];
        let (from, to) = (inode.platter.len(), inode.bytes.len());
        if let Err(error) = result {
            if then != Some(Then::Dead) {
                // The pages are called clean although they were never written.
                inode.forgotten.push((from, to));
            }
            if then == Some(Then::Well) {
                // The end of what was written before is zeroed on the way (seen on ext4 over a full
                // device). Nobody can keep a promise if the disk then stays ill.
                let damaged = inode.last_sync.midpoint(from);
                inode.platter.iter_mut().skip(damaged).for_each(|it| *it = 0);
            }
            return if is_hidden { Ok(()) } else { Err(error) };
        }
        if is_skipped {
            return Ok(());
        }
        let is_lost = |at: usize| inode.forgotten.iter().any(|it| it.0 <= at && at < it.1);
        let written: Vec<u8> =
            (from..to).map(|at| if is_lost(at) { 0 } else { inode.bytes[at] }).collect();
        inode.platter.extend(written);
        inode.last_sync = from;
        Ok(())
    }
}
