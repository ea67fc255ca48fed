//! Reads a real window as a screen reader would: by the names, roles and values of its controls.

#![expect(clippy::panic, reason = "a test stops where it is wrong")]

use std::net::{TcpListener, TcpStream};
use std::time::Duration;

use eframe::egui::accesskit::{Node, Role, TreeUpdate};
use egui_inspection::{Request, Response, protocol, read_message, write_message};

use super::display::until;

/// How long a window may take to show what is waited for.
const PATIENCE: Duration = Duration::from_secs(20);

/// A connection to the window of a program that was started with [`free_address`] in
/// `EGUI_INSPECTION`.
#[derive(Debug)]
pub(crate) struct Inspector {
    stream: TcpStream,
}

/// An address on this machine that nobody listens at.
pub(crate) fn free_address() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("the loopback has free ports");
    listener.local_addr().expect("it has an address").to_string()
}

impl Inspector {
    /// Connects as soon as the window listens.
    pub(crate) fn connect(address: &str) -> Self {
        let stream = until(PATIENCE, || TcpStream::connect(address).ok());
        let mut stream = stream.expect("the window listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("a time limit can be set");
        protocol::read_handshake(&mut stream).expect("it is a window of ours");
        Self { stream }
    }

    /// Every control that has a name or a value, as `Role "name"` or `Role "name" = "value"`.
    pub(crate) fn outline(&mut self) -> Vec<String> {
        let tree = self.tree();
        tree.iter().flat_map(|it| &it.nodes).filter_map(|it| line(&it.1)).collect()
    }

    /// Waits until a line of the [outline](Self::outline) contains `words`, and returns that line.
    #[track_caller]
    pub(crate) fn wait_for(&mut self, words: &str) -> String {
        let mut seen = Vec::new();
        let found = until(PATIENCE, || {
            seen = self.outline();
            seen.iter().find(|it| it.contains(words)).cloned()
        });
        found.unwrap_or_else(|| panic!("{words} is not on the screen:\n{}", seen.join("\n")))
    }

    /// The middle of the control whose line begins like this, in points; it is waited for.
    #[track_caller]
    pub(crate) fn place_of(&mut self, begins: &str) -> (f64, f64) {
        let place = until(PATIENCE, || {
            let tree = self.tree()?;
            let is_it = |it: &Node| line(it).is_some_and(|it| it.starts_with(begins));
            let node = tree.nodes.iter().find(|it| is_it(&it.1))?;
            let it = node.1.bounds()?;
            Some((f64::midpoint(it.x0, it.x1), f64::midpoint(it.y0, it.y1)))
        });
        place.unwrap_or_else(|| panic!("{begins} is not on the screen"))
    }

    /// Waits until the control whose line is `line` has the keyboard.
    #[track_caller]
    pub(crate) fn wait_for_focus(&mut self, line: &str) {
        let mut seen = None;
        until(PATIENCE, || {
            seen = self.focused();
            (seen.as_deref() == Some(line)).then_some(())
        })
        .unwrap_or_else(|| panic!("{seen:?} has the keyboard, not {line}"));
    }

    /// The line of the control that has the keyboard.
    fn focused(&mut self) -> Option<String> {
        let tree = self.tree()?;
        tree.nodes.iter().find(|it| it.0 == tree.focus).and_then(|it| line(&it.1))
    }

    /// What the window tells a screen reader at this moment; nothing before its first frame.
    fn tree(&mut self) -> Option<TreeUpdate> {
        let answer = self.ask(&Request::GetTree);
        if let Response::Tree { accesskit, .. } = answer { accesskit } else { None }
    }

    fn ask(&mut self, request: &Request) -> Response {
        write_message(&mut self.stream, request).expect("the window listens");
        read_message(&mut self.stream).expect("the window answers")
    }
}

fn line(node: &Node) -> Option<String> {
    let role = node.role();
    if role == Role::TextRun {
        return None;
    }
    match (node.label(), node.value()) {
        (Some(name), Some(value)) => Some(format!("{role:?} \"{name}\" = \"{value}\"")),
        (Some(name), None) => Some(format!("{role:?} \"{name}\"")),
        (None, Some(value)) => Some(format!("{role:?} \"{value}\"")),
        (None, None) => None,
    }
}
