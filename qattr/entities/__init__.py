"""Mention -> entity: who is meant, over the whole article.

In: the article, its sentences and the turns in text order.  Out: :class:`EntityTable`, everybody who is named, with
roles and organizations, and an :data:`Answer` for each turn: the entity, the link that led to it, who speaks with it.
"""

from __future__ import annotations

from qattr.entities.entity import Entity
from qattr.entities.resolution import Answer, best_role, resolve_turns
from qattr.entities.table import EntityTable

__all__ = ["Answer", "Entity", "EntityTable", "best_role", "resolve_turns"]
