"""Requests for public information: when an answer falls due, what has become of each on a day, what they come to in numbers.

Terms come from the profile of duties, days off from the country's holidays and from the site. Not here: how a request is written
(`types.requests`), and how pages and tables show it (`presenters.request_words`).
"""

from __future__ import annotations

from sajaro.requests.log import Log
from sajaro.requests.terms import Terms

__all__ = ["Log", "Terms"]
