//! An X display that nobody sees: windows on it are found, typed into and watched from outside. The
//! benchmarks measure windows with it too.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use x11rb::connection::Connection as _;
use x11rb::protocol::Event;
use x11rb::protocol::damage::{ConnectionExt as _, Damage, ReportLevel};
use x11rb::protocol::xproto::{
    ConnectionExt as _, InputFocus, KEY_PRESS_EVENT, KEY_RELEASE_EVENT, MapState, Window,
};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;

/// How often something that has no event to wait for is looked at again.
const LOOK_AGAIN: Duration = Duration::from_millis(10);

/// Keysyms of `keysymdef.h`, by the names that the tests use.
const KEYS: &[(&str, u32)] = &[
    ("Space", 0x20),
    ("Enter", 0xff0d),
    ("Esc", 0xff1b),
    ("Tab", 0xff09),
    ("Left", 0xff51),
    ("Up", 0xff52),
    ("Right", 0xff53),
    ("Down", 0xff54),
];

/// The keysyms of the keys that are held.
const SHIFT: u32 = 0xffe1;
const CONTROL: u32 = 0xffe3;

/// An Xvfb of one's own; it ends with the value.
#[derive(Debug)]
pub(crate) struct Display {
    server: Child,
    number: u32,
    /// The way to ask it things.
    pub(crate) connection: RustConnection,
    root: Window,
}

impl Display {
    /// Starts a display of `width` × `height` pixels on a number that is free.
    pub(crate) fn start(width: u16, height: u16) -> Self {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-nolisten", "tcp", "-noreset", "-screen", "0"])
            .arg(format!("{width}x{height}x24"))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb starts");
        let mut number = String::new();
        let output = server.stdout.take().expect("its output is piped");
        BufReader::new(output).read_line(&mut number).expect("Xvfb says its number");
        let number = number.trim().parse().expect("the number of a display");
        let (connection, screen) =
            x11rb::connect(Some(&format!(":{number}"))).expect("the display takes connections");
        let root = connection.setup().roots.get(screen).expect("the display has a screen").root;
        connection.damage_query_version(1, 1).expect("sent").reply().expect("DAMAGE");
        Self { server, number, connection, root }
    }

    /// What `DISPLAY` must say for a program to come here.
    pub(crate) fn name(&self) -> String {
        format!(":{}", self.number)
    }

    /// The window with this title, as soon as it is shown; nothing when it did not come `within`.
    pub(crate) fn window(&self, title: &str, within: Duration) -> Option<Window> {
        until(within, || self.windows().into_iter().find(|it| it.0 == title).map(|it| it.1))
    }

    /// The titles and ids of all windows that are shown.
    pub(crate) fn windows(&self) -> Vec<(String, Window)> {
        let connection = &self.connection;
        let tree = connection.query_tree(self.root).expect("sent").reply();
        let shown = |window: &Window| {
            let attributes = connection.get_window_attributes(*window).ok()?.reply().ok()?;
            (attributes.map_state == MapState::VIEWABLE).then_some(())
        };
        let titled = |window: Window| {
            shown(&window)?;
            let (name, text) = (self.atom("_NET_WM_NAME"), self.atom("UTF8_STRING"));
            let title = connection.get_property(false, window, name, text, 0, 256);
            let title = title.ok()?.reply().ok()?.value;
            Some((String::from_utf8(title).ok()?, window)).filter(|it| !it.0.is_empty())
        };
        tree.expect("the root window is there").children.into_iter().filter_map(titled).collect()
    }

    /// Gives the keyboard to `window`: there is no window manager that would.
    pub(crate) fn focus(&self, window: Window) {
        let now = x11rb::CURRENT_TIME;
        self.connection.set_input_focus(InputFocus::PARENT, window, now).expect("sent");
        self.sync();
    }

    /// Presses and releases a key by its name: `Space`, `q`, `+`, `Ctrl+q`.
    pub(crate) fn press(&self, key: &str) {
        let (name, held) = match key.strip_prefix("Ctrl+") {
            Some(name) => (name, Some(self.keycode(CONTROL).0)),
            None => (key, None),
        };
        let named = KEYS.iter().find(|it| it.0 == name).map(|it| it.1);
        let keysym =
            named.or_else(|| name.chars().next().map(u32::from)).expect("a key has a name");
        let (code, shifted) = self.keycode(keysym);
        let shift = shifted.then(|| self.keycode(SHIFT).0);
        let modifiers: Vec<u8> = held.into_iter().chain(shift).collect();
        let downs = modifiers.iter().copied().chain([code]).map(|it| (KEY_PRESS_EVENT, it));
        let ups = [code].into_iter().chain(modifiers.iter().copied());
        for (kind, code) in downs.chain(ups.map(|it| (KEY_RELEASE_EVENT, it))) {
            self.connection.xtest_fake_input(kind, code, 0, self.root, 0, 0, 0).expect("sent");
        }
        self.sync();
    }

    /// Has the display tell from here on how often `window` is drawn.
    pub(crate) fn watch(&self, window: Window) {
        let damage: Damage = self.connection.generate_id().expect("an id");
        self.connection.damage_create(damage, window, ReportLevel::RAW_RECTANGLES).expect("sent");
        self.sync();
    }

    /// How often the watched window was drawn since this was last asked.
    pub(crate) fn frames(&self) -> usize {
        self.sync();
        let events = || self.connection.poll_for_event().expect("the display lives");
        let drawn = std::iter::from_fn(events).filter(|it| matches!(it, Event::DamageNotify(_)));
        drawn.count()
    }

    /// The code of the key that gives `keysym`, and whether shift must be held.
    fn keycode(&self, keysym: u32) -> (u8, bool) {
        let setup = self.connection.setup();
        let (first, last) = (setup.min_keycode, setup.max_keycode);
        let map = self.connection.get_keyboard_mapping(first, last - first + 1);
        let map = map.expect("sent").reply().expect("the keyboard's map");
        let keys = map.keysyms.chunks_exact(usize::from(map.keysyms_per_keycode));
        let found = (first..=last).zip(keys).find_map(|(code, keysyms)| {
            let level = keysyms.iter().take(2).position(|it| *it == keysym)?;
            Some((code, level == 1))
        });
        found.expect("the keyboard has this key")
    }

    /// The display's number for a name.
    pub(crate) fn atom(&self, name: &str) -> u32 {
        let atom = self.connection.intern_atom(false, name.as_bytes()).expect("sent");
        atom.reply().expect("the display names atoms").atom
    }

    /// Waits until the display has done all that it was asked.
    pub(crate) fn sync(&self) {
        let answer = self.connection.get_input_focus().expect("sent").reply();
        answer.expect("the display lives");
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        self.server.kill().expect("the display was running");
        self.server.wait().expect("the display ended");
    }
}

/// What `look` finds, looking again until `within` has passed.
pub(crate) fn until<T>(within: Duration, mut look: impl FnMut() -> Option<T>) -> Option<T> {
    let deadline = Instant::now() + within;
    loop {
        let found = look();
        if found.is_some() || Instant::now() > deadline {
            return found;
        }
        thread::sleep(LOOK_AGAIN);
    }
}
