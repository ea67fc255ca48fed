//! A session bus of one's own, and on it a notification server that shows nothing and presses what it
//! is told to.

#![expect(clippy::used_underscore_binding, reason = "the macro hands every argument on")]

use std::collections::HashMap;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use zbus::blocking::Connection;
use zbus::blocking::connection::Builder;
use zbus::zvariant::OwnedValue;

/// How long something may take to come.
const PATIENCE: Duration = Duration::from_secs(20);

const NAME: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";

/// A notification as it was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Asked {
    pub(crate) id: u32,
    pub(crate) title: String,
    pub(crate) body: String,
    /// Keys and labels of the buttons, the one for the notification itself first.
    pub(crate) buttons: Vec<(String, String)>,
}

/// What the server was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Call {
    Show(Asked),
    Close(u32),
}

struct Server {
    can: Vec<String>,
    calls: Sender<Call>,
    last: u32,
}

#[zbus::interface(name = "org.freedesktop.Notifications")]
impl Server {
    fn get_capabilities(&self) -> Vec<String> {
        self.can.clone()
    }

    #[expect(clippy::too_many_arguments, reason = "the specification has as many")]
    #[expect(clippy::needless_pass_by_value, reason = "what comes over the bus is owned")]
    fn notify(
        &mut self,
        _app: String,
        _replaces: u32,
        _icon: String,
        title: String,
        body: String,
        actions: Vec<String>,
        _hints: HashMap<String, OwnedValue>,
        _expires: i32,
    ) -> u32 {
        self.last += 1;
        let (pairs, _) = actions.as_chunks();
        let buttons = pairs.iter().map(|[key, label]| (key.clone(), label.clone())).collect();
        let asked = Asked { id: self.last, title, body, buttons };
        self.calls.send(Call::Show(asked)).expect("the test listens");
        self.last
    }

    fn close_notification(&self, id: u32) {
        // A test may have ended.
        self.calls.send(Call::Close(id)).ok();
    }
}

/// A bus with a server on it; both end with the value.
#[derive(Debug)]
pub(crate) struct Bus {
    daemon: Child,
    pub(crate) address: String,
    connection: Connection,
    pub(crate) calls: Receiver<Call>,
}

impl Bus {
    /// Starts both; the server says that it can do this.
    pub(crate) fn start(can: &[&str]) -> Self {
        let mut daemon = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--print-address=1"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("dbus-daemon starts");
        let mut address = String::new();
        let output = daemon.stdout.take().expect("its output is piped");
        BufReader::new(output).read_line(&mut address).expect("it says its address");
        let address = address.trim().to_owned();
        let (calls, inbox) = channel();
        let can = can.iter().map(|it| (*it).to_owned()).collect();
        let connection = Builder::address(address.as_str())
            .and_then(|it| it.name(NAME))
            .and_then(|it| it.serve_at(PATH, Server { can, calls, last: 0 }))
            .and_then(Builder::build)
            .expect("the bus takes a server");
        Self { daemon, address, connection, calls: inbox }
    }

    /// The next notification.
    #[track_caller]
    pub(crate) fn shown(&self) -> Asked {
        loop {
            match self.calls.recv_timeout(PATIENCE).expect("a notification comes") {
                Call::Show(it) => return it,
                Call::Close(_) => {}
            }
        }
    }

    /// Whether one comes within this time.
    pub(crate) fn shows_within(&self, span: Duration) -> bool {
        matches!(self.calls.recv_timeout(span), Ok(Call::Show(_)))
    }

    /// Presses a button.
    pub(crate) fn press(&self, id: u32, key: &str) {
        self.tell("ActionInvoked", &(id, key));
        self.put_away(id);
    }

    /// Puts a notification away.
    pub(crate) fn put_away(&self, id: u32) {
        const BY_THE_PERSON: u32 = 2;
        self.tell("NotificationClosed", &(id, BY_THE_PERSON));
    }

    fn tell(&self, signal: &str, what: &(impl serde::Serialize + zbus::zvariant::DynamicType)) {
        let told = self.connection.emit_signal(None::<&str>, PATH, NAME, signal, what);
        told.expect("the bus carries it");
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        self.daemon.kill().expect("it was running");
        self.daemon.wait().expect("it ended");
    }
}
