"""What browsers do with the elements of HTML (WHATWG HTML Standard, section 15, Rendering)."""

_BLOCKS = """
address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset
h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre search section summary
table tbody td tfoot th thead tr ul xmp
"""
_UNSEEN = """
applet area audio canvas datalist embed head iframe input map noembed noframes noscript object param rp script select source style
svg template textarea track video
"""

BLOCKS = frozenset(_BLOCKS.split())
"""Elements that begin and end a line; cells of tables are among them, for tables of old pages hold whole articles."""
UNSEEN = frozenset(_UNSEEN.split())
"""Elements whose text is not drawn, or is no text of the page: what a reader typed, chooses from or would see without the film."""
KEPT_BLANKS = frozenset(("pre", "listing", "xmp", "plaintext"))
"""Elements in which blanks and line ends stand as they were written."""
