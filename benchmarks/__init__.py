"""Sajaro's speed beside that of other generators, on documents made for it. `run` is the command."""
