"""Which words name somebody: where a name, a role, an organization begins and ends.

In go an article and a word; out comes the :class:`Mention` that begins there, or nothing:

* :func:`read`: *Menteri Sosial Rahma Wulandari* | *mengatakan*, with its name, roles, organizations and aliases.
* :func:`noun_mention`: *ujar* | *konsorsium*, a common noun after a cue, which :func:`read` takes for nobody.
* :func:`held_organization`: the organization in a role, *Kepala* | *Dinas Kesehatan*.
* :func:`name_after_role`, :func:`after_degrees`: where a name begins, where what belongs to it ends.

What a single word can be is asked of :mod:`qattr.mentions.single_words`.  All numbers are word indexes.
"""

from __future__ import annotations

from qattr.mentions.degrees import OPENS_DEGREE, after_degrees
from qattr.mentions.mention import Mention, MentionType
from qattr.mentions.names import name_after_role
from qattr.mentions.organizations import held_organization
from qattr.mentions.readers import noun_mention, read
from qattr.mentions.segments import CAPITAL_WORD
from qattr.mentions.single_words import Range

__all__ = [
    "CAPITAL_WORD",
    "OPENS_DEGREE",
    "Mention",
    "MentionType",
    "Range",
    "after_degrees",
    "held_organization",
    "name_after_role",
    "noun_mention",
    "read",
]
