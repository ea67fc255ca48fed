//! From starting a program to its first frame on a display.

use std::env;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use x11rb::connection::Connection as _;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    ChangeWindowAttributesAux, ConnectionExt as _, CreateNotifyEvent, EventMask, Window,
};

use crate::display::Display;

/// The size of the window that everything is measured at.
pub(crate) const SIZE: (u16, u16) = (1280, 800);

/// A program whose window shows something.
#[derive(Debug)]
pub(crate) struct Shown {
    /// The program, still running.
    pub(crate) child: Child,
    /// Its window.
    pub(crate) window: Window,
    /// From starting the program to its first frame.
    pub(crate) took: Duration,
}

/// Starts a program with `home` for everything of the person's, the data folder too, and waits for its first frame.
pub(crate) fn first_frame(display: &Display, home: &Path, command: &mut Command) -> Shown {
    let path = env::var_os("PATH").unwrap_or_default();
    command.env_clear().env("PATH", path).env("HOME", home).env("LANG", "C.UTF-8");
    command.env("XDG_RUNTIME_DIR", home).env("DBUS_SESSION_BUS_ADDRESS", "disabled:");
    command.env("EVENHOLD_DATA_DIR", home).env("DISPLAY", display.name());
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let connection = &display.connection;
    let children = ChangeWindowAttributesAux::new().event_mask(EventMask::SUBSTRUCTURE_NOTIFY);
    let root = connection.setup().roots.first().expect("a screen").root;
    connection.change_window_attributes(root, &children).expect("sent");
    display.frames();
    let begun = Instant::now();
    let child = command.spawn().expect("the program starts");
    let window = loop {
        let event = connection.wait_for_event().expect("the display lives");
        if let Event::CreateNotify(CreateNotifyEvent { window, width, .. }) = event
            && width > 100
        {
            display.watch(window);
        } else if let Event::DamageNotify(drawn) = event
            && drawn.area.width > SIZE.0 / 2
        {
            break drawn.drawable;
        }
    };
    Shown { child, window, took: begun.elapsed() }
}
