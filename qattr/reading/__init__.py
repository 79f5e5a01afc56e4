"""Files, folders and streams -> articles.

``files.tasks(paths, reading)`` cuts what was named into tasks, one an article; ``loading.load(task, reading)`` makes
the :class:`~qattr.reading.types.Article` of one.  A kind of file is one line in ``kinds.READERS`` and one module here.
"""
