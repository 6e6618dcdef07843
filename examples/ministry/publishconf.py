"""What differs where the site is published, only that: here nothing, for the demonstration says its address already."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from pelicanconf import *  # noqa: F403
