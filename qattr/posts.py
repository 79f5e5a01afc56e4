"""Whether two posts are the same: their words, with abbreviations spelled out."""

from __future__ import annotations

from qattr.lexer import Article
from qattr.words import Range


def role_words(article: Article, span: Range) -> list[str]:
    """The words of a post, abbreviations spelled out: *Menkes* gives *menteri kesehatan*."""
    lex = article.lexicon
    out: list[str] = []
    i, j = span
    while i < j:
        low = article.lows[i]
        two = f"{low} {article.lows[i + 1]}" if i + 1 < j else ""
        if two in lex.role_abbreviations:
            out.extend(lex.role_abbreviations[two].lower().split())
            i += 2
            continue
        if low in lex.role_abbreviations:
            out.extend(lex.role_abbreviations[low].lower().split())
        elif low in lex.acronyms and low not in lex.roles:
            out.extend(lex.acronyms[low].lower().split())
        elif low[0].isalnum() and low not in (
            "sang",
            "itu",
            "ini",
            "tersebut",
            "para",
            "si",
            "bapak",
            "pak",
            "ibu",
            "bu",
        ):
            out.append(low)
        i += 1
    return out


def same_post(wanted: list[str], have: list[str]) -> bool:
    """Whether the words of one post begin and are held by the other's."""
    if not have or not wanted:
        return False
    if wanted[0] != have[0]:
        if have[0] in ("mantan", "eks", "bekas") and len(have) > 1:
            return same_post(wanted, have[1:])
        return False
    return set(wanted) <= set(have)
