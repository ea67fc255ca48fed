//! What is in front of the person: a window that fills the screen, a film, a call.
//!
//! On X11 the active window says whether it fills the screen. On Wayland no program may ask that of
//! another one's window; there the session says whether something keeps it from going idle, as films
//! and calls do. (X11 is not asked there: asking would start a server for nothing.)

use x11rb::connection::Connection as _;
use x11rb::protocol::xproto::{AtomEnum, ConnectionExt as _};
use x11rb::rust_connection::RustConnection;
use zbus::blocking::Connection;
use zbus::blocking::fdo::DBusProxy;

use super::InFront;
use super::notification::connect;

/// So many states are looked through; a window has a handful.
const STATES: u32 = 64;

pub(super) fn in_front() -> InFront {
    let (known, busy) = if is_wayland() {
        (kept_awake(), InFront::KeptAwake)
    } else {
        (on_x11(), InFront::FullScreen)
    };
    known.map_or(InFront::Unknown, |it| if it { busy } else { InFront::Nothing })
}

fn is_wayland() -> bool {
    std::env::var_os("WAYLAND_DISPLAY").is_some_and(|it| !it.is_empty())
}

/// Whether the active window fills the screen, where a window manager tells.
fn on_x11() -> Option<bool> {
    let (connection, screen) = x11rb::connect(None).ok()?;
    let root = connection.setup().roots.get(screen)?.root;
    let named =
        |it: &str| Some(connection.intern_atom(true, it.as_bytes()).ok()?.reply().ok()?.atom);
    let active =
        property(&connection, root, named("_NET_ACTIVE_WINDOW")?, AtomEnum::WINDOW.into(), 1)?;
    let window = active.first().copied().filter(|it| *it != x11rb::NONE)?;
    let full = named("_NET_WM_STATE_FULLSCREEN")?;
    let states =
        property(&connection, window, named("_NET_WM_STATE")?, AtomEnum::ATOM.into(), STATES);
    Some(full != x11rb::NONE && states.is_some_and(|it| it.contains(&full)))
}

fn property(
    connection: &RustConnection,
    of: u32,
    name: u32,
    kind: u32,
    most: u32,
) -> Option<Vec<u32>> {
    let reply = connection.get_property(false, of, name, kind, 0, most).ok()?.reply().ok()?;
    Some(reply.value32()?.collect())
}

/// Whether something keeps the session from going idle; nothing where no session says so.
fn kept_awake() -> Option<bool> {
    /// "Inhibit the session being marked as idle", as GNOME numbers it.
    const IDLE: u32 = 8;

    let connection = connect().ok()?;
    let gnome = ("org.gnome.SessionManager", "/org/gnome/SessionManager");
    if let Some(is_kept) = ask(&connection, gnome, "org.gnome.SessionManager", "IsInhibited", &IDLE)
    {
        return Some(is_kept);
    }
    let others =
        ("org.freedesktop.PowerManagement.Inhibit", "/org/freedesktop/PowerManagement/Inhibit");
    ask(&connection, others, "org.freedesktop.PowerManagement.Inhibit", "HasInhibit", &())
}

/// Asks a service yes or no, unless it would have to be started for that.
fn ask(
    connection: &Connection,
    (name, path): (&str, &str),
    interface: &str,
    method: &str,
    body: &(impl serde::Serialize + zbus::zvariant::DynamicType),
) -> Option<bool> {
    let is_there = DBusProxy::new(connection).ok()?.name_has_owner(name.try_into().ok()?);
    if !is_there.ok()? {
        return None;
    }
    let reply = connection.call_method(Some(name), path, Some(interface), method, body).ok()?;
    reply.body().deserialize().ok()
}
