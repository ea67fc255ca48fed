//! A drive that is pulled out and comes back, and a folder that everybody can look into.

use std::path::{Path, PathBuf};

use super::{FakeDisk, Names, World};

/// What lies on a drive that was pulled out.
#[derive(Debug)]
pub(crate) struct Pulled {
    dir: PathBuf,
    names: Names,
    safe: Names,
}

impl FakeDisk {
    /// Lets everybody look into a folder.
    pub(crate) fn open_to_others(&self, dir: &str) {
        self.world().open.insert(dir.into());
    }

    /// Takes everything below a folder away, as a drive that is pulled out does; only the folder
    /// itself stays, if it was where the drive was mounted.
    pub(crate) fn pull_out(&self, dir: &str) -> Pulled {
        let mut world = self.world();
        let World { names, safe, .. } = &mut *world;
        let before = (names.clone(), safe.clone());
        for names in [names, safe] {
            names.files.retain(|it, _| !it.starts_with(dir));
            names.dirs.retain(|it| it == Path::new(dir) || !it.starts_with(dir));
        }
        Pulled { dir: dir.into(), names: before.0, safe: before.1 }
    }

    /// Brings it back.
    pub(crate) fn plug_in(&self, pulled: &Pulled) {
        let mut world = self.world();
        let World { names, safe, .. } = &mut *world;
        let below = |it: &PathBuf| it.starts_with(&pulled.dir);
        for (now, before) in [(names, &pulled.names), (safe, &pulled.safe)] {
            now.files.retain(|it, _| !below(it));
            let files = before.files.iter().filter(|it| below(it.0));
            now.files.extend(files.map(|it| (it.0.clone(), *it.1)));
            now.dirs.extend(before.dirs.iter().filter(|it| below(it)).cloned());
        }
    }
}
