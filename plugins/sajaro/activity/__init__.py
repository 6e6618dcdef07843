"""What the institution published and how it met people, in numbers: by quarter, against its plan, in each territory.

Pure functions from a library to figures. Not here: words (`presenters.activity_figures`), and what duties and requests come to,
which have pages of their own.
"""
