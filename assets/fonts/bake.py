"""Makes the two font files of this folder from the variable Inter of npm's @fontsource-variable/inter.

    npm pack @fontsource-variable/inter@5.3.0 && tar xzf fontsource-variable-inter-5.3.0.tgz
    pip install fonttools brotli
    python3 bake.py package/files package/LICENSE

egui cannot switch OpenType features on, so the tabular digits (`tnum`) become the default ones: digits
that do not jump while they count.
"""

import pathlib
import shutil
import sys

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

TABULAR = "0123456789:.,+-−%"
# European letters beyond Latin-1, and the currency and letter-like signs: names that a person writes.
EXTENDED = [*range(0x0100, 0x0250), *range(0x1E00, 0x1F00), *range(0x20A0, 0x20C0), 0x2116]


def bake_digits(font):
    """Points the digits and their companions at their tabular forms."""
    gsub, forms = font["GSUB"].table, {}
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag != "tnum":
            continue
        for index in record.Feature.LookupListIndex:
            for table in gsub.LookupList.Lookup[index].SubTable:
                table = getattr(table, "ExtSubTable", table)
                forms.update(getattr(table, "mapping", {}))
    for table in font["cmap"].tables:
        for code, glyph in list(table.cmap.items()):
            if chr(code) in TABULAR and glyph in forms:
                table.cmap[code] = forms[glyph]


def keep(font, codes):
    """Drops every glyph that none of `codes` needs."""
    options = Options()
    options.layout_features = ["*"]
    options.hinting = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)


def main(files, licence):
    here = pathlib.Path(__file__).parent
    latin = TTFont(f"{files}/inter-latin-opsz-normal.woff2")
    bake_digits(latin)
    keep(latin, list(latin.getBestCmap()))
    extended = TTFont(f"{files}/inter-latin-ext-wght-normal.woff2")
    keep(extended, EXTENDED)
    for font, name in [(latin, "Inter-tnum.ttf"), (extended, "Inter-extended.ttf")]:
        font.flavor = None
        font.save(here / name)
    shutil.copy(licence, here / "OFL.txt")


main(*sys.argv[1:3])
