"""Quotation marks -> quoted spans, before anybody knows whether they are speech."""

from qattr.quoting.spans import find_spans, merged, with_plain_marks

__all__ = ["find_spans", "merged", "with_plain_marks"]
