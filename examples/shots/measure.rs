//! Pictures of measuring on a photo. The photo is drawn: the figure, seen from the feet end.

use std::path::PathBuf;

use egui::{CentralPanel, Frame};
use evenhold::coach::{
    GoniometerMessage, Mark, MeasureAsked, Message, News, PhotoNews, Place, Trouble,
};
use evenhold::figure::FigureTime;
use evenhold::measure::{Kind, Line, Picture, Point, Refusal, Way};
use evenhold::ui::theme::{Look, Palette};
use evenhold::ui::widgets::{FigureView, figure_ui};
use evenhold::units::{Side, Sides};

use crate::camera::{self, Setting};
use crate::scenes::{Scene, detail, scene};
use crate::world::World;

pub(crate) const SCENES: &[Scene] = &[
    scene("measure-empty", open),
    detail("measure-opening", |world| {
        open(world);
        tell(world, GoniometerMessage::Open(PathBuf::from("Pictures/check.jpg")));
    }),
    scene("measure-refused", |world| {
        open(world);
        refuse(world, Refusal::Kind(Kind::Heic));
        world.news(News::Photo(PhotoNews::Chosen(None)));
    }),
    detail("measure-refused-size", |world| {
        open(world);
        refuse(world, Refusal::TooManyPixels { width: 12_000, height: 9000 });
    }),
    scene("measure-photo", |world| {
        open(world);
        show(world, 1, photo("prone-er", Sides::Right));
        tell(world, GoniometerMessage::Click(Point::new(698.0, 600.0)));
    }),
    scene("measure-marked", |world| {
        open(world);
        show(world, 1, photo("prone-er", Sides::Right));
        marked(world);
        level(world);
        told(world, Side::Right);
    }),
    detail("measure-doubt", |world| {
        let check = "prone".to_owned();
        let way = Some(Way::Away);
        let asked =
            MeasureAsked { check, line: Line::Shin, side: Side::Left, way, number: 2, of: 3 };
        world.go(Place::Progress);
        tell(world, GoniometerMessage::Measure(Some(asked)));
        show(world, 1, photo("prone-er", Sides::Right));
        marked(world);
        told(world, Side::Right);
        tell(world, GoniometerMessage::Keep);
    }),
    detail("measure-remarks", |world| {
        open(world);
        show(world, 1, photo("prone-er", Sides::Right));
        for (mark, x, y) in
            [(Mark::Near, 698.0, 600.0), (Mark::Far, 620.0, 530.0), (Mark::Other, 690.0, 760.0)]
        {
            tell(world, GoniometerMessage::Put(mark, Point::new(x, y)));
        }
        told(world, Side::Right);
    }),
    scene("measure-kept", |world| {
        open(world);
        for request in 1..=2 {
            show(world, request, photo("prone-er", Sides::Right));
            marked(world);
            told(world, Side::Right);
            tell(world, GoniometerMessage::KeepPhoto(request == 2));
            tell(world, GoniometerMessage::Keep);
        }
        let path = "~/.local/share/evenhold/photos/0192f0c4-7a1e.jpg".to_owned();
        world.news(News::Photo(PhotoNews::Kept(Ok(path))));
    }),
    detail("measure-not-copied", |world| {
        open(world);
        show(world, 1, photo("prone-er", Sides::Right));
        marked(world);
        told(world, Side::Right);
        tell(world, GoniometerMessage::Keep);
        world.news(News::Photo(PhotoNews::Kept(Err(Trouble::Full))));
    }),
    detail("measure-foot", |world| {
        open(world);
        tell(world, GoniometerMessage::Line(Line::Foot));
        show(world, 1, photo("supine-rest", Sides::Both));
    }),
];

fn tell(world: &mut World, message: GoniometerMessage) {
    world.tell(Message::Goniometer(message));
}

fn open(world: &mut World) {
    world.go(Place::Progress);
    tell(world, GoniometerMessage::Measure(None));
}

fn refuse(world: &mut World, why: Refusal) {
    let path = PathBuf::from("Pictures/IMG_0412.HEIC");
    tell(world, GoniometerMessage::Open(path.clone()));
    world.news(News::Photo(PhotoNews::Read { request: 1, path, read: Err(why) }));
}

fn show(world: &mut World, request: u64, picture: Picture) {
    let path = PathBuf::from("Pictures/right-out-1.jpg");
    tell(world, GoniometerMessage::Open(path.clone()));
    world.news(News::Photo(PhotoNews::Read { request, path, read: Ok(picture) }));
}

/// The shin and the other leg of the drawn figure, as they were found on its picture.
fn marked(world: &mut World) {
    for (x, y) in [(698.0, 600.0), (440.0, 385.0), (440.0, 760.0)] {
        tell(world, GoniometerMessage::Click(Point::new(x, y)));
    }
}

fn level(world: &mut World) {
    tell(world, GoniometerMessage::Level(true));
    for (x, y) in [(230.0, 850.0), (980.0, 846.0)] {
        tell(world, GoniometerMessage::Click(Point::new(x, y)));
    }
}

fn told(world: &mut World, side: Side) {
    tell(world, GoniometerMessage::Leg(side));
    tell(world, GoniometerMessage::Watched(false));
}

/// The figure as a photo would show it.
fn photo(movement: &str, side: Sides) -> Picture {
    let pixels = [1200, 900];
    let setting = Setting { pixels, look: Look::Light, text_size: 1.0 };
    let image = camera::shoot(&setting, |ui| {
        let ground = Frame::new().fill(Palette::of(ui).raised);
        CentralPanel::default().frame(ground).show(ui, |ui| {
            let at = FigureTime::End;
            let view = FigureView { movement: Some(movement), side, at, ..FigureView::default() };
            figure_ui(ui, ui.max_rect(), &view);
        });
    });
    let [width, height] = pixels.map(|it| it as u32);
    let rgba: Vec<u8> = image.pixels.iter().flat_map(egui::Color32::to_array).collect();
    Picture { width, height, rgba: rgba.into() }
}
