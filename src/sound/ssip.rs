//! speech-dispatcher's line protocol (SSIP) over its socket: no library is needed for it.

use std::io::{self, BufRead as _, BufReader, ErrorKind, Write as _};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use super::Voice;
use super::speech::Engine;

/// A server that does not answer for so long is hanging.
const PATIENCE: Duration = Duration::from_secs(2);
/// The program that starts the server.
const SERVER: &str = "speech-dispatcher";

/// The server as a voice: connected when it is needed, and again when it was lost.
#[derive(Debug)]
pub(super) struct Server {
    socket: Option<PathBuf>,
    language: String,
    volume: Option<f32>,
    connection: Option<Ssip>,
}

impl Server {
    /// The server of the person who runs this program.
    pub(super) fn here() -> Self {
        Self::at(socket())
    }

    /// The server that listens there.
    pub(super) fn at(socket: Option<PathBuf>) -> Self {
        Self { socket, language: "en".to_owned(), volume: None, connection: None }
    }

    fn connected(&mut self) -> io::Result<&mut Ssip> {
        let connection = match self.connection.take() {
            Some(connection) => connection,
            None => self.connect()?,
        };
        Ok(self.connection.insert(connection))
    }

    fn connect(&self) -> io::Result<Ssip> {
        let socket = self.socket.as_deref().ok_or(ErrorKind::NotFound)?;
        let mut ssip = Ssip::connect(socket, &self.language)?;
        if let Some(volume) = self.volume {
            ssip.set_volume(volume)?;
        }
        Ok(ssip)
    }

    /// Asks something of the server if it is there; one that fails is let go of.
    fn if_connected(&mut self, ask: impl FnOnce(&mut Ssip) -> io::Result<()>) {
        if self.connection.as_mut().is_some_and(|it| ask(it).is_err()) {
            self.connection = None;
        }
    }
}

impl Engine for Server {
    fn find(&mut self) -> Voice {
        let listens = self.socket.as_deref().is_some_and(|it| UnixStream::connect(it).is_ok());
        if listens || is_installed() { Voice::SpeechDispatcher } else { Voice::Nothing }
    }

    fn prepare(&mut self) -> io::Result<bool> {
        // The server leaves by itself when nobody was connected for some seconds.
        self.if_connected(|it| it.has_voice().map(drop));
        self.connected()?.has_voice()
    }

    fn say(&mut self, text: &str) -> io::Result<()> {
        if self.connected()?.say(text).is_ok() {
            return Ok(());
        }
        self.connection = None;
        self.connected()?.say(text)
    }

    fn cancel(&mut self) -> io::Result<()> {
        // A server that is gone says nothing any more.
        self.if_connected(Ssip::cancel);
        Ok(())
    }

    fn set_language(&mut self, language: &str) {
        language.clone_into(&mut self.language);
        self.if_connected(|it| it.set_language(language));
    }

    fn set_volume(&mut self, volume: f32) -> io::Result<()> {
        self.volume = Some(volume);
        self.if_connected(|it| it.set_volume(volume));
        Ok(())
    }
}

/// A connection to the server.
#[derive(Debug)]
struct Ssip {
    reader: BufReader<UnixStream>,
    writer: UnixStream,
}

/// An answer: a code of three digits and its lines.
#[derive(Debug, PartialEq, Eq)]
struct Answer {
    code: u16,
    lines: Vec<String>,
}

impl Ssip {
    /// Connects; where nobody listens, the server is started first, as every client of it does.
    fn connect(socket: &Path, language: &str) -> io::Result<Self> {
        let stream = UnixStream::connect(socket).or_else(|_| {
            spawn()?;
            UnixStream::connect(socket)
        })?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_write_timeout(Some(PATIENCE))?;
        let mut it = Self { reader: BufReader::new(stream.try_clone()?), writer: stream };
        it.must("SET SELF CLIENT_NAME person:evenhold:coach")?;
        // Said one after another, and before what is merely read out.
        it.must("SET SELF PRIORITY MESSAGE")?;
        it.set_language(language)?;
        Ok(it)
    }

    /// In which language. One that the server does not know is no reason to be silent.
    fn set_language(&mut self, language: &str) -> io::Result<()> {
        self.ask(&format!("SET SELF LANGUAGE {language}")).map(drop)
    }

    /// Whether the server has anything to speak with; one without only plays an excuse.
    fn has_voice(&mut self) -> io::Result<bool> {
        let answer = self.ask("LIST OUTPUT_MODULES")?;
        let said = answer.lines.split_last().map_or(&[] as &[String], |it| it.1);
        Ok(answer.code / 100 == 2 && said.iter().any(|it| it != "dummy"))
    }

    /// Says a text after those before it.
    fn say(&mut self, text: &str) -> io::Result<()> {
        let ready = self.ask("SPEAK")?;
        if ready.code != 230 {
            return Err(refused("SPEAK", &ready));
        }
        for line in text.lines() {
            // A line that starts with a dot would end the text.
            if line.starts_with('.') {
                self.writer.write_all(b".")?;
            }
            self.line(line)?;
        }
        self.must(".")
    }

    /// Stops what is being said and drops what waits.
    fn cancel(&mut self) -> io::Result<()> {
        self.must("CANCEL SELF")
    }

    /// How loud, 0 to 1; only for this program.
    fn set_volume(&mut self, volume: f32) -> io::Result<()> {
        let percent = (volume.clamp(0.0, 1.0) * 200.0 - 100.0).round();
        self.ask(&format!("SET SELF VOLUME {percent:.0}")).map(drop)
    }

    /// Sends a command that has to work.
    fn must(&mut self, command: &str) -> io::Result<()> {
        let answer = self.ask(command)?;
        if answer.code / 100 == 2 { Ok(()) } else { Err(refused(command, &answer)) }
    }

    fn ask(&mut self, command: &str) -> io::Result<Answer> {
        self.line(command)?;
        self.answer()
    }

    fn line(&mut self, line: &str) -> io::Result<()> {
        self.writer.write_all(format!("{line}\r\n").as_bytes())
    }

    fn answer(&mut self) -> io::Result<Answer> {
        let mut lines = Vec::new();
        loop {
            let mut line = String::new();
            if self.reader.read_line(&mut line)? == 0 {
                return Err(ErrorKind::UnexpectedEof.into());
            }
            let line = line.trim_end();
            let code = line.get(..3).and_then(|it| it.parse().ok());
            let code: u16 = code.ok_or(ErrorKind::InvalidData)?;
            lines.push(line.get(4..).unwrap_or_default().to_owned());
            if line.get(3..4) != Some("-") {
                return Ok(Answer { code, lines });
            }
        }
    }
}

fn refused(command: &str, answer: &Answer) -> io::Error {
    io::Error::other(format!("{command}: {} {}", answer.code, answer.lines.join(" ")))
}

/// Whether the server is installed. It is only looked for: running it, even for its version, would
/// cost the window's first frame a tenth of its time.
fn is_installed() -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|it| it.join(SERVER).is_file())
}

fn spawn() -> io::Result<()> {
    let status = server("--spawn")?;
    if status.success() { Ok(()) } else { Err(io::Error::other(format!("{SERVER}: {status}"))) }
}

fn server(argument: &str) -> io::Result<std::process::ExitStatus> {
    let mut command = Command::new(SERVER);
    command.arg(argument).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status()
}

/// Where the server listens: what its own variable says, else its place for this person.
fn socket() -> Option<PathBuf> {
    if let Some(address) = std::env::var_os("SPEECHD_ADDRESS") {
        return address.to_str()?.strip_prefix("unix_socket:").map(PathBuf::from);
    }
    let runtime = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from);
    let folder = runtime.or_else(|| Some(Path::new(&std::env::var_os("HOME")?).join(".cache")))?;
    Some(folder.join("speech-dispatcher").join("speechd.sock"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};
    use std::os::unix::net::UnixListener;
    use std::thread;

    /// Talks to a server that answers from `answers`, one for each line that ends a request, and
    /// shows what it was told.
    fn check(answers: &[&str], talk: impl FnOnce(&Path) -> String, expect: &Expect) {
        let folder = tempfile::tempdir().unwrap();
        let socket = folder.path().join("speechd.sock");
        let listener = UnixListener::bind(&socket).unwrap();
        let answers: Vec<String> = answers.iter().map(ToString::to_string).collect();
        let server = thread::spawn(move || serve(&listener, &answers));
        let outcome = talk(&socket);
        expect.assert_eq(&format!("{}=> {outcome}\n", server.join().unwrap()));
    }

    fn serve(listener: &UnixListener, answers: &[String]) -> String {
        let (stream, _) = listener.accept().unwrap();
        let mut answers = answers.iter();
        let (mut told, mut text) = (String::new(), false);
        for line in BufReader::new(stream.try_clone().unwrap()).lines() {
            let line = line.unwrap();
            assert!(!line.contains('\n'));
            told.push_str(line.trim_end_matches('\r'));
            told.push('\n');
            if text && line.trim_end() != "." {
                continue;
            }
            let Some(answer) = answers.next() else { break };
            text = answer.starts_with("230");
            (&stream).write_all(answer.replace('\n', "\r\n").as_bytes()).unwrap();
        }
        told
    }

    const HELLO: [&str; 3] =
        ["208 OK CLIENT NAME SET\n", "202 OK PRIORITY SET\n", "201 OK LANGUAGE SET\n"];

    #[test]
    fn a_text_is_spoken_line_by_line_and_its_dots_are_doubled() {
        let answers =
            [&HELLO[..], &["230 OK\n", "225-21\n225 OK MESSAGE QUEUED\n", "210 OK\n"]].concat();
        let talk = |socket: &Path| {
            let mut ssip = Ssip::connect(socket, "en").unwrap();
            ssip.say("Left leg works.\n.hidden\n.").unwrap();
            ssip.cancel().unwrap();
            "spoken".to_owned()
        };
        let expected = expect![[r"
            SET SELF CLIENT_NAME person:evenhold:coach
            SET SELF PRIORITY MESSAGE
            SET SELF LANGUAGE en
            SPEAK
            Left leg works.
            ..hidden
            ..
            .
            CANCEL SELF
            => spoken
        "]];
        check(&answers, talk, &expected);
    }

    #[test]
    fn a_server_without_a_voice_is_told_from_one_with() {
        for (modules, has) in
            [("250-dummy\n250 OK\n", false), ("250-espeak-ng\n250-dummy\n250 OK\n", true)]
        {
            let answers = [&HELLO[..], &[modules, "206 OK\n"]].concat();
            let talk = |socket: &Path| {
                let mut ssip = Ssip::connect(socket, "en").unwrap();
                assert_eq!(ssip.has_voice().unwrap(), has);
                ssip.set_volume(0.75).unwrap();
                has.to_string()
            };
            let expected = if has {
                expect![[r"
                    SET SELF CLIENT_NAME person:evenhold:coach
                    SET SELF PRIORITY MESSAGE
                    SET SELF LANGUAGE en
                    LIST OUTPUT_MODULES
                    SET SELF VOLUME 50
                    => true
                "]]
            } else {
                expect![[r"
                    SET SELF CLIENT_NAME person:evenhold:coach
                    SET SELF PRIORITY MESSAGE
                    SET SELF LANGUAGE en
                    LIST OUTPUT_MODULES
                    SET SELF VOLUME 50
                    => false
                "]]
            };
            check(&answers, talk, &expected);
        }
    }

    #[test]
    fn a_server_that_went_away_is_connected_to_again() {
        let folder = tempfile::tempdir().unwrap();
        let socket = folder.path().join("speechd.sock");
        let listener = UnixListener::bind(&socket).unwrap();
        let hello = HELLO.map(str::to_owned);
        let all = [&hello[..], &["230 OK\n".to_owned(), "225 OK\n".to_owned()]].concat();
        let again = [&all[..3], &["262 OK VOLUME SET\n".to_owned()], &all[3..]].concat();
        let server = thread::spawn(move || [serve(&listener, &all), serve(&listener, &again)]);
        let mut voice = Server::at(Some(socket));
        voice.say("First.").unwrap();
        // Nobody answers this: the first connection has said what it had to.
        voice.set_volume(1.0).unwrap();
        voice.say("Second.").unwrap();
        drop(voice);
        let told = server.join().unwrap();
        assert!(told[0].ends_with("SPEAK\nFirst.\n.\nSET SELF VOLUME 100\n"), "{}", told[0]);
        assert!(told[1].ends_with("SET SELF VOLUME 100\nSPEAK\nSecond.\n.\n"), "{}", told[1]);
    }

    #[test]
    fn a_refusal_and_nonsense_are_errors() {
        let refusal = [&HELLO[..], &["300 ERR NOT NOW\n"]].concat();
        let talk = |socket: &Path| {
            Ssip::connect(socket, "en").unwrap().say("Rest.").unwrap_err().to_string()
        };
        let expected = expect![[r"
            SET SELF CLIENT_NAME person:evenhold:coach
            SET SELF PRIORITY MESSAGE
            SET SELF LANGUAGE en
            SPEAK
            => SPEAK: 300 ERR NOT NOW
        "]];
        check(&refusal, talk, &expected);

        let talk = |socket: &Path| Ssip::connect(socket, "en").unwrap_err().to_string();
        let expected = expect![[r"
            SET SELF CLIENT_NAME person:evenhold:coach
            => invalid data
        "]];
        check(&["hello\n"], talk, &expected);
    }
}
