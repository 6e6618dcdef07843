"""Markdown → safe HTML, with what others need to know of it: links, pictures, headings, a summary.

`convert` is a pure function of one body. It knows no other document: links and pictures stay numbered places in the HTML,
which `fill` replaces when a page is made. Whether a target exists is checked in `check`.
"""

from sajaro.markup.body import Body, Fault, Heading, Target, Words
from sajaro.markup.conversion import convert
from sajaro.markup.places import fill

__all__ = ["Body", "Fault", "Heading", "Target", "Words", "convert", "fill"]
