"""Write qattr/lexicon/everyday.txt: forms that the press writes in small letters, with how many articles do.

    python tools/everyday.py

Read are the articles of rounds 31-60 of ../shared/reading, which are set aside for counting words: nobody judges them.
A form is kept that stands in small letters in two articles at least, and in more than have it with a capital inside a
sentence. Forms and counts are facts; no sentence is copied.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

HERE = Path(__file__).resolve().parent
SOURCE = HERE.parent.parent / "shared" / "reading" / "articles.jsonl.gz"
TARGET = HERE.parent / "qattr" / "lexicon" / "everyday.txt"
FIRST = 30 * 40
"""The articles before it belong to rounds that are judged."""
FEWEST = 2
WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*|\S")
OPENS = frozenset('.!?:"\u201c\u201d\u2018\u2019-\u2013\u2014(')
"""After one of these a capital says nothing."""


def main() -> int:
    """Write the file; the exit code is 0."""
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    with gzip.open(SOURCE, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines][FIRST:]
    for text in texts:
        words = WORD.findall(text)
        small.update({word for word in words if word.islower() and word[0].isalpha() and len(word) > 1})
        inside = (word for before, word in pairwise(words) if before not in OPENS)
        large.update({word.lower() for word in inside if word[0].isupper()})
    kept = sorted((word, count) for word, count in small.items() if count >= FEWEST and count > large[word])
    head = (
        "# Forms that the press writes in small letters, and in how many articles.  Written by tools/everyday.py;\n"
        f"# do not edit.  Counted over {len(texts)} articles of eleven outlets that are set aside for it.\n\n"
    )
    TARGET.write_text(head + "".join(f"{word} {count}\n" for word, count in kept), "utf-8")
    print(f"{TARGET}: {len(kept)} forms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
