//! What a file is, by its first bytes: its name may lie.

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Can be read.
    Png,
    /// Can be read.
    Jpeg,
    /// What iPhones write unless they are told otherwise.
    Heic,
    /// A picture of another kind.
    Avif,
    /// A picture of another kind.
    Gif,
    /// A picture of another kind.
    WebP,
    /// A picture of another kind; also what many cameras call raw.
    Tiff,
    /// A picture of another kind.
    Bmp,
    /// A drawing.
    Svg,
    /// A page.
    Pdf,
    /// A film.
    Film,
    /// Something else.
    Unknown,
}

impl Kind {
    /// By the first bytes.
    pub fn of(bytes: &[u8]) -> Self {
        const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
        const STARTS: [(&[u8], Kind); 9] = [
            (PNG, Kind::Png),
            (b"\xFF\xD8\xFF", Kind::Jpeg),
            (b"GIF8", Kind::Gif),
            (b"II*\0", Kind::Tiff),
            (b"MM\0*", Kind::Tiff),
            (b"%PDF", Kind::Pdf),
            (b"<svg", Kind::Svg),
            (b"\x1A\x45\xDF\xA3", Kind::Film),
            (b"BM", Kind::Bmp),
        ];
        let known = STARTS.iter().find(|(start, _)| bytes.starts_with(start));
        let known = known.map(|it| it.1);
        known.or_else(|| boxed(bytes)).or_else(|| riff(bytes)).unwrap_or(Self::Unknown)
    }

    /// Whether it can be read.
    pub const fn is_read(self) -> bool {
        matches!(self, Self::Png | Self::Jpeg)
    }

    /// What it is called; nothing for what is not known.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Png => "PNG",
            Self::Jpeg => "JPEG",
            Self::Heic => "HEIC",
            Self::Avif => "AVIF",
            Self::Gif => "GIF",
            Self::WebP => "WebP",
            Self::Tiff => "TIFF",
            Self::Bmp => "BMP",
            Self::Svg => "SVG",
            Self::Pdf => "PDF",
            Self::Film | Self::Unknown => "",
        }
    }
}

/// The brands of HEIC.
const HEIC: [&[u8]; 8] = [b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"];

/// Files made of boxes, the first of which names its brands (ISO/IEC 14496-12): HEIC, AVIF, films.
fn boxed(bytes: &[u8]) -> Option<Kind> {
    let (size, rest) = bytes.split_at_checked(4)?;
    let size = u32::from_be_bytes(size.try_into().ok()?) as usize;
    let brands = rest.strip_prefix(b"ftyp")?;
    let brands = brands.get(..size.saturating_sub(8)).unwrap_or(brands);
    let mut all = brands.chunks_exact(4).enumerate().filter(|it| it.0 != 1).map(|it| it.1);
    // A picture may name the general brand first and its own after it.
    if all.clone().any(|it| matches!(it, b"avif" | b"avis")) {
        return Some(Kind::Avif);
    }
    Some(if all.any(|it| HEIC.contains(&it)) { Kind::Heic } else { Kind::Film })
}

fn riff(bytes: &[u8]) -> Option<Kind> {
    let kind = bytes.strip_prefix(b"RIFF")?.get(4..8)?;
    match kind {
        b"WEBP" => Some(Kind::WebP),
        b"AVI " => Some(Kind::Film),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_its_first_bytes() {
        for (bytes, kind) in [
            (b"\x89PNG\r\n\x1a\n\0\0".as_slice(), Kind::Png),
            (b"\xFF\xD8\xFF\xE1", Kind::Jpeg),
            (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", Kind::Heic),
            (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", Kind::Heic),
            (b"\0\0\0\x1Cftypmif1\0\0\0\0mif1avifmiaf", Kind::Avif),
            (b"\0\0\0\x14ftypqt  \0\0\0\0qt  ", Kind::Film),
            (b"\0\0\0\x08ftypheic", Kind::Film),
            (b"GIF89a", Kind::Gif),
            (b"RIFF\x10\0\0\0WEBPVP8 ", Kind::WebP),
            (b"RIFF\x10\0\0\0WAVEfmt ", Kind::Unknown),
            (b"II*\0", Kind::Tiff),
            (b"%PDF-1.7", Kind::Pdf),
            (b"hello", Kind::Unknown),
            (b"", Kind::Unknown),
        ] {
            assert_eq!(Kind::of(bytes), kind, "{}", String::from_utf8_lossy(bytes));
        }
    }
}
