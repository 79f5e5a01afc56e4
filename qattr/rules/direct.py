"""Who said a marked quotation: one function a rule, :data:`RULES` at the foot, strongest first.

A rule sees one quotation with its neighbourhood and answers with the cue and the words that name the source, or with
``None``.  Rules here only *find*; who the words mean is the question of :mod:`qattr.entities.links`.
Q quotation, V cue, S source.
"""

from __future__ import annotations

from collections.abc import Callable

from qattr.lexicon.morphology import verb_like
from qattr.lexicon.vocabulary import ADDRESSEE, LEADS
from qattr.mentions.read import Mention, noun_source, read
from qattr.mentions.word_questions import role_word
from qattr.quoting.marks import QuotedSpan
from qattr.rules.attribution import Match
from qattr.rules.cues import blocked, shape
from qattr.rules.subjects import openings, subject_before
from qattr.text.article import Article
from qattr.text.features import ADVERB, ALPHA, CAPITAL, CUE, LOWER


class SpanContext:
    """One quotation and what stands around it; all numbers are word indexes.

    A class with slots, because the rules read it often."""

    __slots__ = (
        "after",
        "after_quote",
        "article",
        "before",
        "cue",
        "follows",
        "limit",
        "opens",
        "quote",
        "sentence",
        "shape",
        "source",
    )  # fmt: skip

    article: Article
    quote: QuotedSpan
    opens: int
    """The first word after the opening mark."""
    before: int
    """After the last word before the opening mark."""
    after: int
    """The first word after the closing mark."""
    sentence: int
    """Where the sentence that leads to the quotation begins (not before the previous quotation's end)."""
    limit: int
    """Where the words after the quotation end: the sentence's end or the next quotation."""
    after_quote: bool
    """Whether the previous quotation ended in the same sentence, so that the words between may be its attribution."""
    follows: bool
    """Whether another quotation stands before this one in its paragraph, with nothing but its attribution between."""
    cue: int | None
    """The bare or -nya form right after the closing mark …"""
    shape: str
    """… and which of the two it is: ``post``, ``nya``, empty where there is none."""
    source: Mention | None
    """The words for the source after the bare form."""

    def __init__(
        self,
        article: Article,
        quote: QuotedSpan,
        opens: int,
        before: int,
        after: int,
        sentence: int,
        limit: int,
        after_quote: bool,
        follows: bool,
        cue: int | None,
        shape: str,
        source: Mention | None,
    ) -> None:
        self.article = article
        self.quote = quote
        self.opens = opens
        self.before = before
        self.after = after
        self.sentence = sentence
        self.limit = limit
        self.after_quote = after_quote
        self.follows = follows
        self.cue = cue
        self.shape = shape
        self.source = source


Rule = Callable[[SpanContext], Match | None]

_BETWEEN = frozenset(",.-\u2013\u2014'\"\u201d\u2019)")


def cue_after(article: Article, after: int, limit: int) -> tuple[int | None, str]:
    """The bare or -nya form right after a closing mark, before word ``limit``, and its shape."""
    words, lows, features = article.words, article.lows, article.features
    i = after
    stop = min(limit, after + 5)
    while i < stop and (words[i] in _BETWEEN or (lows[i] in LEADS and i + 1 < stop)):
        i += 1
    found = shape(article, i) if i < stop else ""
    if found not in ("post", "nya") or (features[i] & CAPITAL and i > after and words[i - 1] == "."):
        return None, ""
    return i, found


def source_after(article: Article, cue: int, limit: int) -> Mention | None:
    """The words for the source after a bare cue, before word ``limit``: *kata* | *Rahma Wulandari* | *, Senin*."""
    lows, features = article.lows, article.features
    i = cue + 1
    while (
        i < limit
        and (features[i] & ADVERB or lows[i] in ("oleh", "pula", "singkat", "lirih", "lagi"))
        and lows[i] not in ("dia", "ia")
    ):
        i += 1
    mention = read(article, i, limit)
    if mention is None and features[cue] & LOWER:
        mention = noun_source(article, i, limit)
    return mention


def quote_cue_pronoun(view: SpanContext) -> Match | None:
    """ "Jalan itu rusak sejak lama," kata dia.

    The pronoun names whoever is speaking."""
    mention = view.source
    if mention is None or mention.type != "pronoun":
        return None
    return Match(view.cue, mention)


def quote_cue_description(view: SpanContext) -> Match | None:
    """ "Kami tidak gentar," ujar politikus senior itu.

    A description with *itu, ini, tersebut, sang* points to somebody named before."""
    mention = view.source
    if mention is None or mention.type != "description":
        return None
    return Match(view.cue, mention)


def quote_cue_speaker(view: SpanContext) -> Match | None:
    """ "Harga beras turun," kata Rahma Wulandari, kepala pasar, kepada wartawan."""
    mention = view.source
    if mention is None or mention.type not in ("name", "role", "organization", "unnamed"):
        return None
    return Match(view.cue, mention)


def quote_cue_nya(view: SpanContext) -> Match | None:
    """ "Kami masih mendata korban," tambahnya."""
    cue = view.cue
    if cue is None or view.shape != "nya":
        return None
    return Match(cue, None, "nya")


def quote_cue_alone(view: SpanContext) -> Match | None:
    """ "Semua sudah selesai," ujar saat dihubungi, Senin.

    The source was dropped, or the words after the cue name none."""
    article = view.article
    cue = view.cue
    if cue is None or view.shape != "post" or cue > view.after + 1:
        return None
    i = cue + 1
    if i < view.limit and article.lows[i] not in article.lexicon.stops and article.features[i] & ALPHA:
        return None
    return Match(cue, None, "floor")


def quote_speaker_cue(view: SpanContext) -> Match | None:
    """ "Kami menunggu hasil uji," Budi menambahkan."""
    article = view.article
    words, features = article.words, article.features
    i = view.after
    while i < view.limit and words[i] in _BETWEEN:
        i += 1
    if i >= view.limit:
        return None
    mention = read(article, i, view.limit)
    if mention is None or mention.type == "unnamed" or mention.last >= view.limit:
        return None
    cue = mention.last
    while cue < view.limit and article.lows[cue] in article.lexicon.subject_adverbs:
        cue += 1
    if cue >= view.limit or shape(article, cue) != "active" or features[cue] & CAPITAL or blocked(article, cue):
        return None
    # a reported clause of its own after the verb makes this the next sentence
    if cue + 1 < view.limit and words[cue + 1] not in ",.:(" and article.lows[cue + 1] not in ADDRESSEE:
        return None
    if (cue + 1 < view.limit and article.lows[cue + 1] == "bahwa") or (
        cue + 2 < view.limit and words[cue + 1] == "," and article.lows[cue + 2] not in ADDRESSEE
    ):
        return None
    return Match(cue, mention)


def speaker_cue_quote(view: SpanContext) -> Match | None:
    """Budi mengatakan, "Harga beras sudah turun."

    Also with a colon, or with nothing between the verb and the mark."""
    article = view.article
    words, lows = article.words, article.lows
    cue = _cue_before(view, ("active", "cite") if view.before and words[view.before - 1] == ":" else ("active",))
    if cue is None or blocked(article, cue):
        return None
    found = subject_before(article, view.sentence, cue)
    if found is None:
        if lows[cue - 1] in ("sambil", "seraya", "sembari", "dan", "lalu", "kemudian", "serta") if cue else False:
            return Match(cue, None, "floor")
        if cue == view.sentence or words[view.before - 1] == ":":
            return Match(cue, None, "floor")
        return None
    return Match(cue, found[0])


def cue_speaker_quote(view: SpanContext) -> Match | None:
    """Kata Budi, "Harga beras sudah turun."

    Also *Menurut Budi, "…"*, *Dikatakan Budi, "…"*."""
    article = view.article
    cue = _cue_before(view, ("post", "prep", "passive"))
    if cue is None:
        return None
    if shape(article, cue) == "post" and not (
        cue == view.sentence
        or article.features[cue] & CAPITAL
        or article.lows[cue - 1] in article.lexicon.connectives
        or article.words[cue - 1] == ","
    ):
        return None
    mention = source_after(article, cue, view.before)
    if mention is None:
        return None
    return Match(cue, mention)


def cue_nya_quote(view: SpanContext) -> Match | None:
    """Menurutnya, "Tidak ada yang perlu dikhawatirkan."

    Also *Katanya: "…"*."""
    cue = _cue_before(view, ("nya", "prep_nya", "passive_nya"))
    if cue is None or (cue != view.sentence and view.after_quote):
        return None
    return Match(cue, None, "nya")


def speaker_colon_quote(view: SpanContext) -> Match | None:
    """Budi: "Saya tidak tahu apa-apa." """
    article = view.article
    words, features = article.words, article.features
    i = view.before - 1
    if i <= view.sentence or words[i] != ":":
        return None
    for at in range(view.sentence, i):
        if at > view.sentence and not (
            features[at] & CAPITAL and role_word(article, at) and not features[at - 1] & CAPITAL
        ):
            continue
        mention = read(article, at, i)
        if mention is not None and mention.type in ("name", "role", "organization") and mention.last == i:
            return Match(None, mention)
    return None


def quote_according_to(view: SpanContext) -> Match | None:
    """ "Korban sudah dievakuasi," demikian keterangan Rahma.

    Also *…," menurut Rahma*, *…," demikian Rahma*, *…," begitu isi surat itu*."""
    article = view.article
    words, lows = article.words, article.lows
    i = view.after
    while i < view.limit and words[i] in _BETWEEN:
        i += 1
    if i >= view.limit:
        return None
    cue: int | None = None
    if shape(article, i) == "prep":
        cue = i
        i += 1
    elif lows[i] in ("demikian", "begitu", "begitulah"):
        i += 1
        while i < view.limit and lows[i] in (
            "isi",
            "bunyi",
            "keterangan",
            "penjelasan",
            "pernyataan",
            "pengakuan",
            "ungkapan",
            "pesan",
            "disampaikan",
            "dikatakan",
            "oleh",
            "yang",
        ):
            if shape(article, i) == "passive":
                cue = i
            i += 1
    elif shape(article, i) == "passive" and lows[i].endswith("kan"):
        cue = i
        i += 1
        if i < view.limit and lows[i] == "oleh":
            i += 1
    else:
        return None
    mention = read(article, i, view.limit) if i < view.limit else None
    return Match(cue, mention) if mention is not None else None


def quote_cited_from(view: SpanContext) -> Match | None:
    """ "Saya bangga dengan tim ini," seperti dikutip dari Harian Pagi.

    Only where no nearer source is named; the paper is then the source."""
    article = view.article
    words, lows = article.words, article.lows
    i = view.after
    while i < view.limit and (words[i] in _BETWEEN or lows[i] in ("seperti", "sebagaimana", "yang")):
        i += 1
    if i >= view.limit or shape(article, i) != "cite":
        return None
    cue = i
    i += 1
    while i < view.limit and lows[i] in ("dari", "oleh", "laman", "situs", "resmi"):
        i += 1
    mention = read(article, i, view.limit)
    if mention is None:
        return None
    return Match(cue, mention)


def speaker_fragment(view: SpanContext) -> Match | None:
    """Pemerintah Andara "mengutuk keras" serangan itu.

    The marks hold the predicate of the narrator's sentence, in the words of its subject (a mixed quote)."""
    article = view.article
    text = article.text[view.quote.start : view.quote.end]
    if (
        view.after_quote
        or view.before <= view.sentence
        or not text[:1].islower()
        or not verb_like(article.lows[view.opens])
    ):
        return None
    for at in openings(article, view.sentence, view.before):
        mention = read(article, at, view.before) if at < view.before else None
        if (
            mention is not None
            and mention.last == view.before
            and mention.type in ("name", "organization", "role", "pronoun", "description")
        ):
            return Match(None, mention)
    return None


def split_quote(view: SpanContext) -> Match | None:
    """ "Kami siap," kata Budi, "tetapi kami butuh waktu."

    The second part has the first one's source."""
    article = view.article
    if not view.after_quote or view.before <= view.sentence:
        return None
    if (
        article.words[view.before - 1] not in ",:"
        and not article.text[view.quote.start : view.quote.start + 1].islower()
    ):
        return None
    return Match(None, None, "same")


def same_paragraph(view: SpanContext) -> Match | None:
    """ "Kami siap," kata Budi. "Semua alat sudah diperiksa."

    A quotation without a cue in the paragraph of another quotation goes on with its source."""
    if not view.follows:
        return None
    return Match(None, None, "bare")


def sentence_before(view: SpanContext) -> Match | None:
    """Budi membantah tudingan itu. "Saya tidak pernah menerima apa pun."

    A quotation without a cue after a sentence of the narrator: whoever that sentence lets speak."""
    if view.before in view.article.starts_paragraph or view.before == 0:
        return None
    return Match(None, None, "bare")


def paragraph_before(view: SpanContext) -> Match | None:
    """Budi menjelaskan alasannya kepada warga.
    "Jembatan itu sudah tua dan berbahaya."

    A quotation without a cue that fills its paragraph: whoever has the floor."""
    return Match(None, None, "bare")


def _cue_before(view: SpanContext, shapes: tuple[str, ...]) -> int | None:
    """The last cue before the opening mark with nothing but a name, an addressee or a comma after it."""
    article = view.article
    words, lows, features = article.words, article.lows, article.features
    last = view.before - 1
    if last < view.sentence or (view.after_quote and shape(article, view.sentence) in ("post", "nya")):
        return None
    colon = words[last] == ":"
    comma = words[last] == ","
    for i in range(last, max(view.sentence, last - 30) - 1, -1):
        if not features[i] & CUE:
            continue
        kind = shape(article, i)
        if kind == "noun":
            continue
        if kind not in shapes:
            if kind == "active" and not colon and i < last:
                return None
            continue
        if kind in ("active", "cite"):
            if features[i] & CAPITAL and i > view.sentence:
                return None
            if colon or i == last:
                return i
            j = i + 1
            if (
                j < last
                and (lows[j] in ADDRESSEE or words[j] == "," or lows[j] in article.lexicon.subject_adverbs)
                and (comma or lows[last] == "bahwa" or _only_addressee(article, j, last + 1))
            ):
                return i
            return i if j == last and (comma or lows[j] == "bahwa") else None
        if kind in ("nya", "prep_nya", "passive_nya"):
            return i if i >= last - 1 else None
        mention = read(article, i + 1, view.before)
        if mention is None:
            continue
        gap = view.before - mention.last
        if (gap <= 1 and (colon or comma)) or gap == 0 or ((colon or comma) and lows[mention.last] in ADDRESSEE):
            return i
        return None
    return None


def _only_addressee(article: Article, i: int, j: int) -> bool:
    return article.lows[i] in ("kepada", "pada") and j - i <= 4


RULES: list[Rule] = [
    # after the quotation: what is written there nearly always names the source
    quote_cue_pronoun,  # before quote_cue_speaker, so that "kata dia Senin" is no name
    quote_cue_description,  # before quote_cue_speaker, so that "ujar Menteri Keuangan itu" is nobody new
    quote_cue_speaker,
    quote_cue_nya,
    quote_according_to,
    quote_speaker_cue,
    # before the quotation
    split_quote,  # before speaker_cue_quote, which would take the attribution of the first part for a new one
    speaker_cue_quote,
    cue_speaker_quote,
    cue_nya_quote,
    speaker_colon_quote,
    speaker_fragment,
    # weak: the cue says that somebody speaks, not who
    quote_cited_from,
    quote_cue_alone,
    # bare quotations: context alone
    same_paragraph,
    sentence_before,
    paragraph_before,
]
BARE = (same_paragraph, sentence_before, paragraph_before)
"""They answer for a quotation without a cue; :mod:`qattr.rules.speech` asks the others whether it is speech at all."""
