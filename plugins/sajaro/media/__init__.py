"""What the files beside a document are, and what becomes of them on the way to the public.

`inspect` says what a file is or why it cannot be published; `images`, `svg` and `icons` make what is published.
Nothing here knows of documents, sites or languages: a reason is a code, and whoever reports it has the words.
"""
