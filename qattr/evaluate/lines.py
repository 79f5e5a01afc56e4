"""What is wrong, as lines to read: one a disagreement, grep-able by its first word behind the article's name."""

from __future__ import annotations

from collections.abc import Iterator

from qattr.evaluate.verdicts import Judged, Verdict, context_of, span_text


def error_lines(article: Judged) -> Iterator[str]:
    """``berita: SPEAKER want 'Rahma Wulandari' got 'Budi' rule=… 'Kami siap'`` and so on, for one article."""
    for line in article.bad_offsets:
        yield f"{article.name}: {line}"
    for verdict in article.verdicts:
        for line in _of(verdict):
            yield f"{article.name}: {line}"


def _of(verdict: Verdict) -> Iterator[str]:
    """``SPEAKER want 'Rahma' got 'Siti' rule=quote_cue_nya …``: what is wrong in one pair, a line each."""
    want, got = verdict.want, verdict.got
    if want is None:
        assert got is not None
        yield f"SPURIOUS {got['type']} [{got.get('speaker')}] {got['text'][:90]!r} rule={got.get('rule')}"
    elif got is None:
        yield f"MISSED {want['type']} [{want['speaker']}] {want['text'][:90]!r}"
    else:
        for field, given, guess, right in context_of(want, got):
            if (given or guess) and not right:
                yield f"CONTEXT {field} want {given!r} got {guess!r} {want['text'][:40]!r}"
        if not verdict.speaker:
            names = f"want {want['speaker']!r} got {got.get('speaker')!r}"
            yield f"SPEAKER {names} rule={got.get('rule')} {want['text'][:70]!r}"
        elif not verdict.role:
            yield f"ROLE want {want.get('role')!r} got {got.get('role')!r} [{want['speaker']}]"
        if not verdict.cue:
            cues = f"want {span_text(want.get('cue'))!r} got {span_text(got.get('cue'))!r}"
            yield f"CUE {cues} {want['text'][:50]!r}"
        if not verdict.exact:
            yield f"SPAN want {want['text'][:90]!r} got {got['text'][:90]!r}"
        if not verdict.type:
            yield f"TYPE want {want['type']} got {got['type']} {want['text'][:70]!r}"
