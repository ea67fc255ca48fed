//! A notification with buttons, by the desktop's own server (the freedesktop.org specification).
//!
//! The bus is spoken to only while a notification is up. What a person presses is told from a thread
//! of its own.

use std::collections::HashMap;
use std::thread;
use std::time::Duration;

use zbus::blocking::connection::Builder;
use zbus::blocking::fdo::DBusProxy;
use zbus::blocking::{Connection, MessageIterator};
use zbus::message::Type;
use zbus::zvariant::Value;
use zbus::{MatchRule, Message};

use super::{Answered, Notice, Refusal};

/// The server, by its name on the bus, its path and its interface.
const SERVER: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";
/// A server that does not answer for so long is as good as none.
const PATIENCE: Duration = Duration::from_secs(5);
/// Clicking the notification itself.
const DEFAULT: &str = "default";
/// Shown for as long as the server shows such things.
const USUAL: i32 = -1;
/// Neither urgent nor to be passed over.
const NORMAL: u8 = 1;

/// A notification that is up.
#[derive(Debug)]
pub(super) struct Up {
    connection: Connection,
    id: u32,
}

impl Drop for Up {
    /// Takes it away if it is still there.
    fn drop(&mut self) {
        // One that has gone already is refused, and that is as well.
        drop(self.connection.call_method(
            Some(SERVER),
            PATH,
            Some(SERVER),
            "CloseNotification",
            &self.id,
        ));
        drop(self.connection.clone().close());
    }
}

/// Shows a notification; `answered` is called once. A server without buttons is refused.
pub(super) fn show(
    notice: &Notice,
    answered: impl FnOnce(Answered) + Send + 'static,
) -> Result<Up, Refusal> {
    let connection = connect().map_err(|it| it.to_string())?;
    let can = capabilities(&connection)?;
    let body = if can.iter().any(|it| it == "body-markup") {
        escaped(&notice.body)
    } else {
        notice.body.clone()
    };
    listen(&connection).map_err(|it| it.to_string())?;
    let told = MessageIterator::from(&connection);
    let id = notify(&connection, notice, &body).map_err(|it| it.to_string())?;
    let listener = move || answered(wait(told, id));
    thread::Builder::new()
        .name("notification".to_owned())
        .spawn(listener)
        .map_err(|it| it.to_string())?;
    Ok(Up { connection, id })
}

/// Whether there is a server with buttons.
pub(super) fn can_be_shown() -> Result<(), Refusal> {
    let connection = connect().map_err(|it| it.to_string())?;
    capabilities(&connection).map(drop)
}

/// What the server can do; one without buttons is refused.
fn capabilities(connection: &Connection) -> Result<Vec<String>, Refusal> {
    let can: Vec<String> = call(connection, "GetCapabilities", &()).map_err(|it| it.to_string())?;
    if can.iter().any(|it| it == "actions") {
        Ok(can)
    } else {
        Err("the notification server has no buttons".to_owned())
    }
}

/// A way to the session's bus that gives up on whoever does not answer.
pub(super) fn connect() -> zbus::Result<Connection> {
    Builder::session()?.method_timeout(PATIENCE).build()
}

/// Has the bus tell what is pressed, what is closed, and whether the server has gone.
fn listen(connection: &Connection) -> zbus::Result<()> {
    let bus = DBusProxy::new(connection)?;
    let signals = MatchRule::builder().msg_type(Type::Signal);
    bus.add_match_rule(signals.interface(SERVER)?.path(PATH)?.build())?;
    let owner = MatchRule::builder().msg_type(Type::Signal).sender("org.freedesktop.DBus")?;
    let owner = owner.member("NameOwnerChanged")?.add_arg(SERVER)?;
    Ok(bus.add_match_rule(owner.build())?)
}

fn notify(connection: &Connection, notice: &Notice, body: &str) -> zbus::Result<u32> {
    let buttons = notice.buttons.iter().flat_map(|(key, label)| [*key, label.as_str()]);
    let actions: Vec<&str> = [DEFAULT, notice.title.as_str()].into_iter().chain(buttons).collect();
    let hints: HashMap<&str, Value<'_>> =
        HashMap::from([("urgency", Value::U8(NORMAL)), ("desktop-entry", Value::from("evenhold"))]);
    let replaces = 0_u32;
    let arguments = ("Evenhold", replaces, "", &notice.title, body, actions, hints, USUAL);
    call(connection, "Notify", &arguments)
}

fn call<B, R>(connection: &Connection, method: &str, body: &B) -> zbus::Result<R>
where
    B: serde::Serialize + zbus::zvariant::DynamicType,
    R: serde::de::DeserializeOwned + zbus::zvariant::Type,
{
    let reply = connection.call_method(Some(SERVER), PATH, Some(SERVER), method, body)?;
    reply.body().deserialize()
}

/// What becomes of a notification.
fn wait(told: MessageIterator, id: u32) -> Answered {
    // When the bus goes, so does everything on it.
    told.flatten().find_map(|it| answer(&it, id)).unwrap_or(Answered::Closed)
}

/// What a message says of a notification.
fn answer(message: &Message, id: u32) -> Option<Answered> {
    let header = message.header();
    if header.message_type() != Type::Signal {
        return None;
    }
    let body = message.body();
    match header.member()?.as_str() {
        "ActionInvoked" => {
            let (of, key): (u32, String) = body.deserialize().ok()?;
            (of == id).then_some(if key == DEFAULT {
                Answered::Opened
            } else {
                Answered::Pressed(key)
            })
        }
        "NotificationClosed" => {
            let (of, _reason): (u32, u32) = body.deserialize().ok()?;
            (of == id).then_some(Answered::Closed)
        }
        "NameOwnerChanged" => {
            let (name, _old, new): (String, String, String) = body.deserialize().ok()?;
            (name == SERVER && new.is_empty()).then_some(Answered::Closed)
        }
        _ => None,
    }
}

/// Text as it stands in a body that may hold markup.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
