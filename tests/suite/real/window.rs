//! The window as a person meets it.
use super::display::Display;
use super::program::Home;

#[test]
fn tryout() {
    let display = Display::start(1280, 800);
    let home = Home::new();
    let t = std::time::Instant::now();
    let mut opened = home.open(&display, &[]);
    println!("window {:?}", t.elapsed());
    let mut i = opened.inspector();
    println!("{}", i.wait_for("Start"));
    println!("{:?}", i.outline());
    println!("{:?}", i.focused());
    opened.press("Space");
    println!("{}", i.wait_for("pressed 1"));
    opened.press("?");
    println!("{}", i.wait_for("pressed 11"));
    display.watch(opened.window);
    std::thread::sleep(std::time::Duration::from_secs(3));
    println!("frames {}", display.frames());
    opened.press("Space");
    std::thread::sleep(std::time::Duration::from_secs(1));
    println!("frames {}", display.frames());
    let p = display.pixels(opened.window);
    println!("pixels {} {:?}", p.len(), p[640 * 20]);
    display.resize(opened.window, 900, 600);
    std::thread::sleep(std::time::Duration::from_secs(1));
    println!("frames {} {}", display.frames(), display.pixels(opened.window).len());
    display.close(opened.window);
    println!("{:?} {:?}", opened.ended(), opened.complaints());
}
