//! Two computers with one folder between them, kept in step by Syncthing: two real ones, in a network
//! of their own that nothing leaves.

#![expect(clippy::print_stdout, reason = "the test says what it tried")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use evenhold::files::{Disk, OwnDisk, Store, Write, read_journal};
use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;

use super::mounts::{arg, can_mount, does};
use super::records::{open, record};

/// Sessions of each computer in a usual run; `EVENHOLD_SESSIONS` asks for others.
const SESSIONS: usize = 100;
/// How long the folders may take to be the same.
const PATIENCE: Duration = Duration::from_secs(120);

/// A process that ends with the value.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // One that has ended by itself cannot be killed, and has been waited for.
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

/// A network without a way out.
struct Network(Running);

impl Network {
    fn new() -> Option<Self> {
        let mut command = Command::new("unshare");
        command.args(["-n", "sleep", "600"]).stdin(Stdio::null());
        let network = Self(Running(command.spawn().expect("unshare starts")));
        let begun = Instant::now();
        // Until `unshare` has made the network, its process is still in ours.
        while !network.is_apart() {
            if begun.elapsed() > Duration::from_secs(5) {
                crate::skip::skip("no network of its own can be made here");
                return None;
            }
            thread::sleep(Duration::from_millis(20));
        }
        let up = network.inside(&["ip", "link", "set", "lo", "up"]).status();
        assert!(up.is_ok_and(|it| it.success()), "the loopback can be used");
        Some(network)
    }

    fn is_apart(&self) -> bool {
        let of = |pid: &str| fs::read_link(format!("/proc/{pid}/ns/net")).ok();
        of(&self.0.0.id().to_string()) != of("self")
    }

    /// A command in this network.
    fn inside(&self, args: &[&str]) -> Command {
        let mut command = Command::new("nsenter");
        command.arg(format!("--net=/proc/{}/ns/net", self.0.0.id())).args(args);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command
    }
}

/// One of the two computers.
struct Computer {
    home: PathBuf,
    id: String,
    port: u16,
    store: Store,
    syncthing: Option<Running>,
}

impl Computer {
    fn new(place: &Path, name: &str, port: u16) -> Self {
        let home = place.join(name);
        let config = home.join("syncthing");
        fs::create_dir_all(&config).expect("a folder");
        assert!(does("syncthing", &["generate", "--home", arg(&config)]), "syncthing makes a key");
        let output = Command::new("syncthing")
            .args(["--device-id", "--home", arg(&config)])
            .output()
            .expect("syncthing starts");
        let id = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        assert!(!id.is_empty(), "{output:?}");
        let disk: Arc<dyn Disk> = Arc::new(OwnDisk);
        let store = open(disk, home.join("data"), &home.join("state"));
        fs::create_dir(home.join("data/.stfolder")).expect("a folder");
        Self { home, id, port, store, syncthing: None }
    }

    fn data(&self) -> PathBuf {
        self.home.join("data")
    }

    /// What Syncthing needs to know: one folder, the other computer, and nobody else.
    fn configure(&self, other: &Self) {
        let devices: String = [self, other]
            .map(|it| {
                let (id, port) = (&it.id, it.port);
                format!("<device id=\"{id}\"><address>tcp://127.0.0.1:{port}</address></device>")
            })
            .concat();
        let members: String =
            [self, other].map(|it| format!("<device id=\"{}\"></device>", it.id)).concat();
        let text = format!(
            "<configuration version=\"35\"><folder id=\"evenhold\" label=\"evenhold\" path=\"{}\" \
             type=\"sendreceive\" rescanIntervalS=\"2\" fsWatcherEnabled=\"true\" \
             fsWatcherDelayS=\"1\">{members}</folder>{devices}\
             <gui enabled=\"false\"></gui><options>\
             <listenAddress>tcp://127.0.0.1:{}</listenAddress>\
             <globalAnnounceEnabled>false</globalAnnounceEnabled>\
             <localAnnounceEnabled>false</localAnnounceEnabled>\
             <relaysEnabled>false</relaysEnabled><natEnabled>false</natEnabled>\
             <reconnectionIntervalS>2</reconnectionIntervalS><urAccepted>-1</urAccepted>\
             <autoUpgradeIntervalH>0</autoUpgradeIntervalH>\
             <crashReportingEnabled>false</crashReportingEnabled></options></configuration>",
            self.data().display(),
            self.port
        );
        fs::write(self.home.join("syncthing/config.xml"), text).expect("it can be written");
    }

    fn connect(&mut self, network: &Network) {
        let config = self.home.join("syncthing");
        let mut command =
            network.inside(&["syncthing", "serve", "--no-browser", "--home", arg(&config)]);
        command.env("STNOUPGRADE", "1").env("HOME", &self.home);
        self.syncthing = Some(Running(command.spawn().expect("syncthing starts")));
    }

    /// Asks it to end, which it does with all its processes.
    fn disconnect(&mut self) {
        let Some(mut running) = self.syncthing.take() else { return };
        let id = i32::try_from(running.0.id()).ok().and_then(Pid::from_raw).expect("a process id");
        kill_process(id, Signal::TERM).expect("it runs");
        running.0.wait().expect("it ends");
    }

    /// Does so many sessions, each called saved before the next.
    fn train(&self, sessions: std::ops::Range<usize>) {
        let mut writer = self.store.writer(|| {});
        for n in sessions {
            let n = i64::try_from(n).expect("a small number");
            writer.send(Write::Record(Box::new(record(&self.store.device, n * 240, 0))));
            let ack = writer.wait(Duration::from_secs(20)).expect("an answer");
            assert_eq!(ack.outcome, evenhold::files::Outcome::Saved);
        }
    }

    fn sessions(&self) -> (usize, usize) {
        let (journal, problems) = read_journal(&OwnDisk, &self.store.folders);
        assert_eq!(problems, []);
        (journal.sessions().len(), journal.health().bad.len())
    }
}

/// Both computers train so often, half of it out of touch; what each has at the end.
pub(crate) fn in_step(sessions: usize) -> Option<[usize; 2]> {
    if !can_mount(&["syncthing", "unshare", "nsenter", "ip"]) {
        return None;
    }
    let network = Network::new()?;
    let place = TempDir::new().expect("a temporary folder");
    let (mut a, mut b) =
        (Computer::new(place.path(), "a", 22101), Computer::new(place.path(), "b", 22102));
    a.configure(&b);
    b.configure(&a);
    a.connect(&network);
    b.connect(&network);
    let half = sessions / 2;
    thread::scope(|scope| {
        scope.spawn(|| a.train(0..half));
        scope.spawn(|| b.train(0..half));
    });
    wait_for(&a, &b, half * 2);
    println!("together: {half} sessions each are on both");
    b.disconnect();
    thread::scope(|scope| {
        scope.spawn(|| a.train(half..sessions));
        scope.spawn(|| b.train(half..sessions));
    });
    assert_eq!(b.sessions().0, half + sessions, "out of touch, each has its own alone");
    b.connect(&network);
    wait_for(&a, &b, sessions * 2);
    let conflicts = crate::source_files::every_file(place.path());
    let conflicts = conflicts.iter().filter(|it| it.to_string_lossy().contains("sync-conflict"));
    assert_eq!(conflicts.count(), 0, "nothing is left for a person to decide");
    let found = [&a, &b].map(Computer::sessions);
    a.disconnect();
    b.disconnect();
    assert_eq!(found.map(|it| it.1), [0, 0], "every line can be read");
    Some(found.map(|it| it.0))
}

/// Waits until both have so many; a bad line that is seen on the way is one too many.
fn wait_for(a: &Computer, b: &Computer, wanted: usize) {
    let begun = Instant::now();
    loop {
        let (of_a, of_b) = (a.sessions(), b.sessions());
        assert_eq!((of_a.1, of_b.1), (0, 0), "a line that cannot be read");
        if of_a.0 == wanted && of_b.0 == wanted {
            return;
        }
        assert!(begun.elapsed() < PATIENCE, "{} and {} of {wanted}", of_a.0, of_b.0);
        thread::sleep(Duration::from_millis(200));
    }
}

#[test]
fn two_computers_that_train_apart_and_together_have_every_session() {
    let sessions = std::env::var("EVENHOLD_SESSIONS").ok().and_then(|it| it.parse().ok());
    let sessions = sessions.unwrap_or(SESSIONS);
    if let Some(found) = in_step(sessions) {
        println!("{} and {} of {}", found[0], found[1], sessions * 2);
        assert_eq!(found, [sessions * 2; 2]);
    }
}
