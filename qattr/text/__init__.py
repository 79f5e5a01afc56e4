"""Text -> words with their features, sentences, noise, acronyms.

:func:`scan` takes a text and a lexicon and gives the :class:`Article`, which all later stages read: its words as
parallel columns, what each can be by itself, its paragraphs, and what on the page is not the article.
:func:`sentence_starts` takes the article and the spans in which no sentence ends, and gives the words that open one.
"""

from qattr.text.article import Article
from qattr.text.scanner import scan
from qattr.text.sentences import sentence_starts

__all__ = ["Article", "scan", "sentence_starts"]
