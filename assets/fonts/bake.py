"""Makes `Inter-tnum.ttf` from the variable Inter of npm's inter-ui.

    npm pack inter-ui@4.1.1 && tar xzf inter-ui-4.1.1.tgz
    pip install fonttools brotli
    python3 bake.py package/variable/InterVariable.woff2 package/LICENSE.txt

The interface cannot switch OpenType features on, so the tabular digits (`tnum`) become the default ones:
digits that do not jump while they count. Letters that no European language needs are left out.
"""

import pathlib
import shutil
import sys

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

# The hyphen stays as it is: it joins words more often than it marks a negative number.
TABULAR = "0123456789:−"
LETTERS = [*range(0x0020, 0x007F), *range(0x00A0, 0x0180), *range(0x0218, 0x021C), 0x1E9E]
SIGNS = [ord(it) for it in "\u2009\u202f‐‑–—‘’‚“”„†•…′″‹›€№™←↑→↓↔−≈≠≤≥✓"]


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
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl"]
    options.hinting = False
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)


def main(source, licence):
    here = pathlib.Path(__file__).parent
    font = TTFont(source)
    bake_digits(font)
    keep(font, LETTERS + SIGNS)
    font.flavor = None
    font.save(here / "Inter-tnum.ttf")
    shutil.copy(licence, here / "OFL.txt")


main(*sys.argv[1:3])
