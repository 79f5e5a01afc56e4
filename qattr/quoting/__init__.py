"""Quotation marks -> quoted spans, before anybody knows whether they hold speech."""
