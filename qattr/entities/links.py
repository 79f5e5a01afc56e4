"""From the words that point to an entity to the entity itself.

Names are gathered first: every place where the article names one of its entities is read, so that *kata Rahma* finds
*Kepala Dinas Kesehatan Rahma Wulandari* wherever that stands.  Then the attributions are gone through in order, and
each turn is taken to an entity by the first of :data:`LINKS` that knows an answer.  *-nya*, *dia* and a bare quotation
mean whoever has the floor: the last entity that spoke or was introduced as speaking.
"""

from __future__ import annotations

from qattr.entities.discourse import DISPATCH, Link
from qattr.entities.links_by_epithet import epithet
from qattr.entities.links_by_floor import (
    agent_before,
    new_subject,
    next_speaker,
    previous_subject,
    prominent,
    reported_before,
    several_speaking,
    those_before,
)
from qattr.entities.links_by_holder import (
    guest_gone,
    speaking,
    speaking_brought_in,
    speaking_far,
    speaking_reported,
)
from qattr.entities.links_by_number import named_together, spoke_together, with_team
from qattr.entities.links_by_protagonist import protagonist
from qattr.entities.links_by_words import described, itself, role_name, same_name, someone_before, the_company
from qattr.entities.name_links import NAME_LINKS

__all__ = ["LINKS", "NAME_LINKS", "links_for"]


def links_for(form: str) -> list[Link]:
    """Those of :data:`LINKS` that look at mentions of a type, in the same order."""
    return DISPATCH.among(LINKS, form)


LINKS: list[Link] = [
    epithet,
    with_team,
    the_company,
    same_name,
    role_name,
    someone_before,
    described,
    previous_subject,
    new_subject,
    spoke_together,
    named_together,
    those_before,
    several_speaking,
    reported_before,
    protagonist,
    guest_gone,
    speaking_far,
    speaking_brought_in,
    speaking_reported,
    speaking,
    next_speaker,
    prominent,
    agent_before,
    itself,
]
