"""Text -> words with their features, sentences, noise, acronyms: :func:`scan` makes the :class:`Article`."""
