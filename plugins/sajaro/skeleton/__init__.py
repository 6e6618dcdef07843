"""What a new site begins with: texts in the interface's languages, an emblem for each kind of institution, its own commands.

`site` puts it together. Not here: where it is written and what is asked before (`commands.init`). The wheel carries here
what a checkout has at its top: tasks.py and requirements.lock.
"""
