//! What programs do with the disk in memory: its files, open files and locks.

use std::io;
use std::path::{Path, PathBuf};

use super::{Change, FakeDisk, Inode, Sabotage, Then};
use crate::files::disk::{Disk, Handle, Held, Listed};

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
