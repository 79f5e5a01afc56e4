"""Quotation marks -> quoted spans, before anybody knows whether they are speech.

:func:`find_spans` takes an article and gives its outermost :class:`QuotedSpan` objects in order, and those that lie in
its noise; :func:`merged` puts ranges that overlap together.
"""

from qattr.quoting.marks import QuotedSpan
from qattr.quoting.spans import find_spans, merged

__all__ = ["QuotedSpan", "find_spans", "merged"]
