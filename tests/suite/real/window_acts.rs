//! What a person, or a window manager, does to a window beside typing into it.

use std::thread;
use std::time::Duration;

use x11rb::protocol::xproto::{
    AtomEnum, BUTTON_PRESS_EVENT, BUTTON_RELEASE_EVENT, ClientMessageEvent, ConfigureWindowAux,
    ConnectionExt as _, EventMask, ImageFormat, Window,
};

use x11rb::protocol::xtest::ConnectionExt as _;

use super::display::Display;

impl Display {
    /// Asks `window` to close, as the button in its title bar does.
    pub(crate) fn close(&self, window: Window) {
        let data = [self.atom("WM_DELETE_WINDOW"), x11rb::CURRENT_TIME, 0, 0, 0];
        let message = ClientMessageEvent::new(32, window, self.atom("WM_PROTOCOLS"), data);
        let connection = &self.connection;
        connection.send_event(false, window, EventMask::NO_EVENT, message).expect("sent");
        self.sync();
    }

    /// Gives `window` another size, in pixels.
    pub(crate) fn resize(&self, window: Window, width: u32, height: u32) {
        let size = ConfigureWindowAux::new().width(width).height(height);
        self.connection.configure_window(window, &size).expect("sent");
        self.sync();
    }

    /// Points at a place of `window`, in pixels, and clicks there.
    pub(crate) fn click(&self, window: Window, (x, y): (i16, i16)) {
        let connection = &self.connection;
        let warp = connection.warp_pointer(x11rb::NONE, window, 0, 0, 0, 0, x, y);
        warp.expect("sent");
        self.sync();
        for kind in [BUTTON_PRESS_EVENT, BUTTON_RELEASE_EVENT] {
            connection.xtest_fake_input(kind, 1, 0, x11rb::NONE, 0, 0, 0).expect("sent");
            self.sync();
            // A frame lies between pressing and letting go, as it does for a hand.
            thread::sleep(Duration::from_millis(60));
        }
    }

    /// The process that a window says it belongs to.
    pub(crate) fn process_of(&self, window: Window) -> u32 {
        let (pid, number) = (self.atom("_NET_WM_PID"), u32::from(AtomEnum::CARDINAL));
        let property = self.connection.get_property(false, window, pid, number, 0, 1);
        let property = property.expect("sent").reply().expect("the window is there");
        property.value32().and_then(|mut it| it.next()).expect("a window says its process")
    }

    /// The colours of `window`, one a pixel as 0x00RRGGBB, row by row.
    pub(crate) fn pixels(&self, window: Window) -> Vec<u32> {
        let connection = &self.connection;
        let area = connection.get_geometry(window).expect("sent").reply().expect("its size");
        let (width, height) = (area.width, area.height);
        let image =
            connection.get_image(ImageFormat::Z_PIXMAP, window, 0, 0, width, height, u32::MAX);
        let image = image.expect("sent").reply().expect("the picture of a window that is shown");
        let (pixels, _) = image.data.as_chunks();
        pixels.iter().map(|it| u32::from_le_bytes(*it) & 0x00ff_ffff).collect()
    }
}
