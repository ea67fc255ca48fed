//! Which of the cues that were meant were heard, and when: each is looked for by its own shape, so
//! that neither a soft attack nor the end of the one before blurs its moment.

#![expect(clippy::indexing_slicing, clippy::panic, reason = "a test stops where it is wrong")]

use std::fmt;
use std::ops::Range;

use evenhold::session::score::Tone;
use evenhold::sound::{Profile, tones};

use super::null_sink::{RATE, Recording};

/// So much of a tone's beginning tells it apart.
const SHAPE: usize = RATE as usize / 8;
/// The first search looks at every so many samples' mean.
const COARSE: usize = 12;
/// Two waves of the lowest tone.
const WAVES: usize = RATE as usize / 120;
/// How far from its moment a cue is looked for.
const REACH: usize = RATE as usize * 2 / 5;

/// A cue as it was meant: a line of the program's record.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Meant {
    /// Monotonic second.
    pub(crate) at: f64,
    pub(crate) tone: Tone,
    /// How many milliseconds before its moment it was handed over; those with less than the
    /// device's latency cannot be on time.
    pub(crate) lead: f64,
}

/// The cues of a program's record (`EVENHOLD_CUE_LOG`).
pub(crate) fn meant(log: &str) -> Vec<Meant> {
    let line = |line: &str| {
        let mut words = line.split(' ');
        let at: f64 = words.next()?.parse().ok()?;
        let name = words.next()?;
        let tone = tones::TONES.into_iter().find(|it| format!("{it:?}") == name)?;
        Some(Meant { at: at / 1e9, tone, lead: words.next()?.parse().ok()? })
    };
    let parsed = log.lines().map(|it| line(it).unwrap_or_else(|| panic!("a line like {it:?}")));
    parsed.collect()
}

/// A cue as it was heard.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Heard {
    pub(crate) meant: Meant,
    /// Monotonic second.
    pub(crate) at: f64,
}

impl Heard {
    /// How much later than meant, in milliseconds.
    pub(crate) fn late(&self) -> f64 {
        (self.at - self.meant.at) * 1000.0
    }
}

/// What was found in a recording.
pub(crate) struct Found {
    /// The cues, in the order in which they were meant; those that were not heard are missing.
    pub(crate) heard: Vec<Heard>,
    /// What is left of the recording without them.
    rest: Vec<f32>,
}

/// Looks for each cue near its moment. What was found is taken out before the next is looked for, so
/// that the end of one tone is not taken for the beginning of another.
pub(crate) fn find(recording: &Recording, meant: &[Meant]) -> Found {
    /// What is less like its tone is something else.
    const ALIKE: f64 = 0.6;
    let shapes: Vec<(Tone, Vec<f32>)> = tones::TONES.map(|it| (it, shape(it))).to_vec();
    let mut found = Found { heard: Vec::new(), rest: recording.samples.clone() };
    for (i, it) in meant.iter().enumerate() {
        let others =
            || meant.iter().enumerate().filter(|(j, _)| *j != i).map(|other| other.1.at - it.at);
        let nearest = others().map(f64::abs).fold(f64::INFINITY, f64::min);
        let next = others().filter(|it| *it > 0.0).fold(f64::INFINITY, f64::min);
        let reach = ((nearest * 0.45 * f64::from(RATE)) as usize).min(REACH);
        // What comes after it may hold its notes: a bell's are in the change of sides.
        let alone = (next.min(4.0) * 0.9 * f64::from(RATE)) as usize;
        let Some((_, shape)) = shapes.iter().find(|shape| shape.0 == it.tone) else { continue };
        let around = recording.sample_at(it.at);
        let places = around.saturating_sub(reach)..around + reach;
        match search(&found.rest, shape, places, around + alone.max(SHAPE)) {
            Some((sample, likeness)) if likeness > ALIKE => {
                take_out(&mut found.rest[sample..], shape);
                found.heard.push(Heard { meant: *it, at: recording.heard(sample) });
            }
            Some(_) | None => {}
        }
    }
    found
}

impl Found {
    /// The loudest of what is left between two monotonic seconds, and its second: a sound that
    /// nobody meant.
    pub(crate) fn stray(&self, recording: &Recording, from: f64, to: f64) -> (f64, f32) {
        let range = recording.sample_at(from)..recording.sample_at(to);
        let loudest = range.max_by(|a, b| self.rest[*a].abs().total_cmp(&self.rest[*b].abs()));
        loudest.map_or((from, 0.0), |it| (recording.heard(it), self.rest[it].abs()))
    }
}

/// The middle of both channels of a tone, as the recording has it.
fn shape(tone: Tone) -> Vec<f32> {
    let samples = tones::render(tone, Profile::default(), RATE);
    samples.chunks_exact(2).map(|it| f32::midpoint(it[0], it[1])).collect()
}

/// Where among `places` the tone begins, and how like itself it is there; `until` nothing else does.
fn search(
    samples: &[f32],
    shape: &[f32],
    places: Range<usize>,
    until: usize,
) -> Option<(usize, f64)> {
    let head = shape.get(..SHAPE).unwrap_or(shape);
    let near = samples.get(places.start..places.end + head.len())?;
    let alone = samples.get(places.start..until.min(samples.len()))?;
    let coarse = most_explained(&means(alone), &means(shape), 0..places.len() / COARSE)? * COARSE;
    let fine = coarse.saturating_sub(WAVES)..coarse + WAVES;
    let at = most_explained(alone, shape, fine)?;
    let likeness = alike(near.get(at..at + head.len())?, head);
    Some((places.start + at, likeness))
}

/// From which of `places` on a tone can account for most of the samples, by least squares: the more,
/// the less is left. A wave too early or too late leaves more, however alike the waves are.
fn most_explained(samples: &[f32], shape: &[f32], places: Range<usize>) -> Option<usize> {
    let explained = |at: usize| {
        let there = samples.get(at..).unwrap_or_default();
        let (product, own) =
            there.iter().zip(shape).fold((0.0, 1e-12), |(product, own), (a, b)| {
                (product + f64::from(a * b), own + f64::from(b * b))
            });
        product.max(0.0) * product / own
    };
    places.map(|at| (at, explained(at))).max_by(|a, b| a.1.total_cmp(&b.1)).map(|it| it.0)
}

fn means(samples: &[f32]) -> Vec<f32> {
    samples.chunks_exact(COARSE).map(|it| it.iter().sum::<f32>() / COARSE as f32).collect()
}

/// How like a tone's beginning the samples are, up to 1.
fn alike(samples: &[f32], shape: &[f32]) -> f64 {
    let product =
        |a: &[f32], b: &[f32]| a.iter().zip(b).map(|(a, b)| f64::from(a * b)).sum::<f64>();
    let energies = product(samples, samples) * product(shape, shape);
    product(samples, shape) / energies.sqrt().max(1e-12)
}

/// Takes a tone out of the samples that begin with it, as loud as it is in them.
fn take_out(samples: &mut [f32], shape: &[f32]) {
    let head = samples.iter().zip(shape).take(SHAPE);
    let (product, own) = head.fold((0.0, 0.0), |it, (a, b)| (it.0 + a * b, it.1 + b * b));
    samples.iter_mut().zip(shape).for_each(|(sample, tone)| *sample -= product / own * tone);
}

/// The figures by which sound is judged.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Figures {
    pub(crate) cues: usize,
    /// How much later than meant in the middle: what is left after the latency was compensated.
    pub(crate) left: f64,
    /// Of the distances from that, in milliseconds.
    pub(crate) p50: f64,
    pub(crate) p99: f64,
    pub(crate) max: f64,
    /// How much later cues are after ten minutes.
    pub(crate) slope: f64,
}

impl Figures {
    /// Of at least two cues.
    pub(crate) fn of(heard: &[Heard]) -> Self {
        let mut late: Vec<f64> = heard.iter().map(Heard::late).collect();
        late.sort_by(f64::total_cmp);
        let left = at_share(&late, 0.5);
        let mut off: Vec<f64> = late.iter().map(|it| (it - left).abs()).collect();
        off.sort_by(f64::total_cmp);
        // The middle of the slopes between all pairs (Theil and Sen): one cue that is far off bends
        // a line of least squares, and not this one.
        let pairs = (0..heard.len()).flat_map(|i| (0..i).map(move |j| (&heard[j], &heard[i])));
        let slope = |(a, b): (&Heard, &Heard)| (b.late() - a.late()) / (b.meant.at - a.meant.at);
        let mut slopes: Vec<f64> = pairs.map(slope).collect();
        slopes.sort_by(f64::total_cmp);
        Self {
            cues: heard.len(),
            left,
            p50: at_share(&off, 0.5),
            p99: at_share(&off, 0.99),
            max: at_share(&off, 1.0),
            slope: at_share(&slopes, 0.5) * 600.0,
        }
    }
}

/// The value below which so great a share of sorted values lies.
fn at_share(sorted: &[f64], share: f64) -> f64 {
    let index = (share * sorted.len() as f64).ceil() as usize;
    sorted
        .get(index.saturating_sub(1).min(sorted.len().saturating_sub(1)))
        .copied()
        .unwrap_or(f64::NAN)
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { cues, left, p50, p99, max, slope } = self;
        write!(
            f,
            "{cues} cues, {left:+.2} ms left after compensation; off by p50 {p50:.3}, p99 {p99:.3}, \
             max {max:.3} ms; slope {slope:+.3} ms in ten minutes"
        )
    }
}
