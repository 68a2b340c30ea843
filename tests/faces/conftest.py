"""The command line takes its language from the terminal when it is first imported; here it is English."""

from __future__ import annotations

import os

os.environ["TIDEBOOK_LANGUAGE"] = "en"
