"""A decision with many cases is a list of small questions about one case: the first that answers decides.

*Does the phrase go on with this word?*  Each question knows one shape, answers yes or no, or ``None`` where the word is
not its business.  To add a case means to write one question and to find its place in the list; where the order matters,
the list says why and ``tests/test_phrases.py`` shows a phrase that is cut otherwise when two change places.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

Case = TypeVar("Case")
Answer = TypeVar("Answer")


def first_answer(questions: Iterable[Callable[[Case], Answer | None]], case: Case) -> Answer | None:
    """The first answer that is not ``None``; ``None`` where no question has one.

    >>> first_answer([lambda n: None if n % 2 else "even", lambda n: "large" if n > 9 else None], 11)
    'large'
    """
    for question in questions:
        answer = question(case)
        if answer is not None:
            return answer
    return None
