"""Legal acts as they stand to one another: their states on a day, the times between their changes, how they are numbered.

What an act says of itself is in `types.acts`, where its articles stand on its page in `markup.articles`; words for readers are found in
`presenters` and `outputs.acts`.
"""

from sajaro.acts.states import FORCES, WORDS, Acts, ActState

__all__ = ["FORCES", "WORDS", "ActState", "Acts"]
