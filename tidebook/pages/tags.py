"""What browsers do with the elements of HTML (WHATWG HTML Standard, section 15, Rendering)."""

_BLOCKS = """
address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset
h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p search section summary table tbody td tfoot th
thead tr ul
"""
_UNSEEN = """
applet area audio canvas datalist embed head iframe input map noembed noframes noscript object param script select source style
svg template textarea title track video
"""

BLOCK, UNSEEN, LINKED, PRE = 1, 2, 4, 8
"""What a tag does to the text within it: begins and ends a line, is not drawn, stands in a link, keeps its blanks."""

KINDS = (
    dict.fromkeys(_BLOCKS.split(), BLOCK)
    | dict.fromkeys(_UNSEEN.split(), UNSEEN)
    | dict.fromkeys(("pre", "listing", "xmp", "plaintext"), BLOCK | PRE)
)
"""Every tag that does something. Cells of tables are blocks, for tables of old pages hold whole articles; unseen is also what is no
text of the page: what a reader typed, chooses from or would see without the film."""
LINE_ENDS = frozenset(tag for tag, kind in KINDS.items() if kind & BLOCK) | {"br"}
"""Tags at which a line ends."""
