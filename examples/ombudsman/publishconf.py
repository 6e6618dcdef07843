"""What differs in production, only that: here nothing yet."""

from pelicanconf import *  # noqa: F403
