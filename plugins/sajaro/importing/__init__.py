"""Acts from Word files and PDFs: their text as blocks, what is recognised in it, and the Markdown that an editor goes on with.

What is not sure is a `Doubt`, and stands in the text as a remark that `check` reports until the editor takes it out. Not here: where
files go and what the editor is told (`commands.import_`), and how articles are recognised (`markup.articles`).
"""
