"""The preview for people who write: builds at every save, and shows browsers the site and what is wrong with it.

`saves` waits for changes, `builder` builds in a process of its own, `shown` is what browsers get, `server` gives it to
them. Only pages on their way to a browser are touched, never files. Not here: the command (`commands.serve`).
"""
