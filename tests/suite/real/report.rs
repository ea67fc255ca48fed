//! The page for a professional in a real browser: on the screen, light and dark, and on paper.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use evenhold::report::Notes;
use tempfile::TempDir;

use crate::past::Past;
use crate::report::{page, today};
use crate::skip::installed;

/// What Debian and others call it.
const BROWSER: &str = "chromium";

/// A folder with a page in it.
struct Page {
    folder: TempDir,
}

impl Page {
    /// Nothing where there is no browser.
    fn new(html: &str) -> Option<Self> {
        if !installed(&[BROWSER]) {
            return None;
        }
        let page = Self { folder: TempDir::new().expect("a temporary folder") };
        fs::write(page.file("page.html"), html).expect("it can be written");
        Some(page)
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Opens the page; what the browser prints.
    fn open(&self, args: &[String]) -> String {
        let mut browser = Command::new(BROWSER);
        browser.args(["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]);
        browser.args(["--no-first-run", "--disable-background-networking", "--disable-sync"]);
        browser.args(["--disable-component-update", "--disable-dev-shm-usage"]);
        browser.arg(format!("--user-data-dir={}", self.file("profile").display()));
        browser.args(args).arg(format!("file://{}", self.file("page.html").display()));
        browser.env("HOME", self.folder.path());
        let output = browser.output().expect("the browser starts");
        assert!(output.status.success(), "{output:?}");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// A picture of the page in a window of this width.
    fn picture(&self, name: &str, width: u32, dark: bool) -> (u32, Vec<u8>) {
        let file = self.file(name);
        let scheme = u8::from(!dark);
        self.open(&[
            format!("--screenshot={}", file.display()),
            format!("--window-size={width},2400"),
            format!("--blink-settings=preferredColorScheme={scheme}"),
        ]);
        keep(&file);
        read_png(&file)
    }

    /// The page on paper; the number of sheets.
    fn print(&self, name: &str) -> usize {
        let file = self.file(name);
        self.open(&[
            "--no-pdf-header-footer".to_owned(),
            "--blink-settings=preferredColorScheme=0".to_owned(),
            format!("--print-to-pdf={}", file.display()),
        ]);
        keep(&file);
        let bytes = fs::read(&file).expect("a PDF");
        let text = String::from_utf8_lossy(&bytes);
        text.matches("/Type /Page\n").count()
    }
}

/// Puts what a browser made where `./dev shots` puts its pictures, for whoever wants to look.
fn keep(file: &Path) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/shots");
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    fs::create_dir_all(&folder).expect("a folder for pictures");
    fs::copy(file, folder.join(format!("report-{name}"))).expect("a copy");
}

/// Width and pixels.
fn read_png(file: &Path) -> (u32, Vec<u8>) {
    let file = fs::File::open(file).expect("a picture");
    let mut reader = png::Decoder::new(std::io::BufReader::new(file)).read_info().expect("a PNG");
    let mut pixels = vec![0; reader.output_buffer_size().expect("a size")];
    let info = reader.next_frame(&mut pixels).expect("pixels");
    (info.width, pixels)
}

fn quarter() -> String {
    page(&Past::journal(12, today(), 7), 84, Notes::All)
}

/// The page with a script that measures it: what stands out of the window, and what is cut off.
fn measured(html: &str) -> String {
    let (head, rest) = html.split_once("<meta http-equiv").expect("a policy");
    let rest = rest.split_once('>').expect("its end").1;
    let script = "<script>addEventListener('load', () => {
        const wide = document.documentElement.clientWidth;
        const out = [...document.querySelectorAll('body *')].filter(it => {
            const r = it.getBoundingClientRect();
            const inside = it.closest('.table') || (it.closest('svg') && it.tagName !== 'svg');
            return !inside && (r.right > wide + 1 || r.left < -1);
        }).map(it => it.tagName + '.' + (it.getAttribute('class') || ''));
        const cut = [...document.querySelectorAll('p, li, h1, h2, h3, figcaption, td, th')].filter(it =>
            it.scrollWidth > it.clientWidth + 1 && it.clientWidth > 0).map(it => it.tagName);
        document.body.innerHTML = '<p id=told>' + JSON.stringify({out, cut,
            scroll: document.documentElement.scrollWidth > wide}) + '</p>';
    })</script>";
    format!("{head}{script}<meta{rest}", rest = format_args!("{}{rest}", " name=\"m\">"))
}

#[test]
fn it_fits_into_wide_and_narrow_windows_and_nothing_is_cut_off() {
    let Some(page) = Page::new(&measured(&quarter())) else { return };
    for width in [1280, 900, 500] {
        let dom = page.open(&[format!("--window-size={width},1000"), "--dump-dom".to_owned()]);
        let told = dom.split_once("id=\"told\">").map(|it| it.1).unwrap_or_default();
        let told = told.split("</p>").next().unwrap_or_default();
        assert_eq!(told, r#"{"out":[],"cut":[],"scroll":false}"#, "{width}");
    }
}

#[test]
fn what_stands_out_would_be_seen() {
    let wide = quarter().replace("<main>", "<main><div style=\"width:3000px\">wide</div>");
    let Some(page) = Page::new(&measured(&wide)) else { return };
    let dom = page.open(&["--window-size=900,1000".to_owned(), "--dump-dom".to_owned()]);
    assert!(dom.contains(r#""out":["DIV."#) && dom.contains(r#""scroll":true"#), "{dom}");
}

#[test]
fn it_is_light_or_dark_as_the_system_is() {
    let Some(page) = Page::new(&quarter()) else { return };
    let corner = |dark| {
        let name = if dark { "dark.png" } else { "light.png" };
        let (width, pixels) = page.picture(name, 1000, dark);
        assert_eq!(width, 1000);
        [pixels[0], pixels[1], pixels[2]]
    };
    assert_eq!(corner(false), [0xFA, 0xF8, 0xF5]);
    assert_eq!(corner(true), [0x14, 0x17, 0x1A]);
}

#[test]
fn the_answer_is_one_sheet_of_either_size() {
    let html = quarter();
    let (first, rest) = html.split_once("<section aria-labelledby=\"exercises\"").expect("parts");
    let end = rest.rsplit_once("</main>").map(|it| it.1).unwrap_or_default();
    for (size, name) in [("A4", "first-a4.pdf"), ("Letter", "first-letter.pdf")] {
        let alone = format!("{first}</main>{end}")
            .replace("@page {", &format!("@page {{ size: {size};"))
            .replace(".first { break-after: page; }", "body > footer { display: none; }");
        let Some(page) = Page::new(&alone) else { return };
        assert_eq!(page.print(name), 1, "{size}");
    }
}

#[test]
fn a_quarter_of_a_year_is_a_few_sheets() {
    for (size, name) in [("A4", "a4.pdf"), ("Letter", "letter.pdf")] {
        let html = quarter().replace("@page {", &format!("@page {{ size: {size};"));
        let Some(page) = Page::new(&html) else { return };
        let sheets = page.print(name);
        assert!((4..=12).contains(&sheets), "{size}: {sheets}");
    }
}

/// The requests of the page that a log of the browser tells of.
fn requests(log: &str) -> Vec<String> {
    let found = log.split("\"url\":\"").skip(1).filter_map(|it| it.split('"').next());
    found.filter(|it| it.contains("127.0.0.1")).map(str::to_owned).collect()
}

#[test]
fn it_asks_the_network_for_nothing() {
    // A page that does, to see that it would be told; its policy has been taken away.
    let asks = measured(&quarter())
        .replace("<main>", "<main><img src=\"http://127.0.0.1:9/spy.png\" alt=\"\">");
    for (html, expected) in [(quarter(), false), (asks, true)] {
        let Some(page) = Page::new(&html) else { return };
        let log = page.file("net.json");
        page.open(&[format!("--log-net-log={}", log.display()), "--dump-dom".to_owned()]);
        let log = fs::read_to_string(&log).expect("a log");
        let own: Vec<_> = log.matches("\"initiator\":\"file://\"").collect();
        let found = requests(&log);
        assert_eq!(!found.is_empty(), expected, "{found:?}");
        if !expected {
            // Whatever the page itself started, it was no request to a server.
            let asked = log.lines().filter(|it| it.contains("\"initiator\":\"null\""));
            let asked: Vec<_> = asked.filter(|it| it.contains("\"url\":\"http")).collect();
            assert!(asked.is_empty(), "{asked:?} {}", own.len());
        }
    }
}
