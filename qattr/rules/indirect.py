"""Reported speech without marks: one function a rule, :data:`RULES` at the foot, strongest first.

A rule sees one cue in its sentence and answers with the reported clause and the words that name the source.
S source, V cue, Y reported clause.
"""

from __future__ import annotations

from collections.abc import Callable

from qattr.lexicon.vocabulary import (
    ADJECTIVES,
    JUDGED,
    OCCASION,
    PAPERS_SAY,
    SUMS_UP,
)
from qattr.mentions.read import Mention, read
from qattr.rules.clauses import (
    CueContext,
    Reported,
    after_source,
    agent_at,
    clause_of,
    complement_of,
    nearer_source,
    opens_clause,
    reported_clause,
    subject_of,
)
from qattr.rules.cues import blocked, has_predicate, shape
from qattr.rules.dispatch import Dispatch
from qattr.rules.inset import trailing
from qattr.rules.subjects import presents
from qattr.text.features import ADVERB, ALPHA

Rule = Callable[[CueContext], Reported | None]

_DISPATCH = Dispatch[Rule]()
_at = _DISPATCH.at
"""The rule below looks at cues of these shapes."""


def rules_for(shape: str) -> list[Rule]:
    """Those of :data:`RULES` that look at cues of a shape, in the same order."""
    return _DISPATCH.among(RULES, shape)


# ------------------------------------------------------------------------------------------ rules


@_at("prep")
def according_to_speaker(scene: CueContext) -> Reported | None:
    """Menurut Rahma, harga beras akan turun bulan depan.

    Also after a connective (*Pasalnya, menurut Rahma, …*) and with *menurut dia*."""
    article, cue = scene.article, scene.cue
    if not opens_clause(scene):
        return None
    mention = read(article, cue + 1, scene.high)
    if mention is None or mention.last >= scene.high:
        return None
    first, comma = after_source(article, mention, scene.high)
    if (
        first + 1 < scene.high
        and first == mention.last
        and shape(article, first) == "active"
        and article.lows[first + 1] in (",", "bahwa")
    ):
        first, comma = first + 2, True  # Menurut Rahma mengatakan, harga …: two attributions made one
    if not comma and mention.type in ("unnamed", "organization") and not has_predicate(article, first, scene.high):
        return None
    return reported_clause(scene, first, scene.high, mention)


@_at("prep_nya")
def according_nya(scene: CueContext) -> Reported | None:
    """Menurutnya, harga beras akan turun bulan depan."""
    article, cue = scene.article, scene.cue
    if not opens_clause(scene):
        return None
    first = cue + 1
    if first < scene.high and article.words[first] == ",":
        first += 1
    return reported_clause(scene, first, scene.high, None, "nya")


@_at("post")
def cue_speaker_clause(scene: CueContext) -> Reported | None:
    """Kata Budi, warga sudah mengungsi sejak malam.

    The bare form opens the sentence or follows a connective (*Bahkan, kata dia, …*)."""
    article, cue = scene.article, scene.cue
    if not opens_clause(scene):
        return None
    mention = agent_at(scene, cue + 1, scene.high)
    if mention is None or mention.last >= scene.high:
        return None
    first, comma = after_source(article, mention, scene.high)
    if first < scene.high and article.lows[first] == "bahwa":
        first, comma = first + 1, True
    if not comma:
        return None
    return reported_clause(scene, first, scene.high, mention)


@_at("nya", "passive_nya")
def cue_nya_clause(scene: CueContext) -> Reported | None:
    """Terlebih, tegasnya, jalan itu baru diperbaiki."""
    article, cue = scene.article, scene.cue
    if not opens_clause(scene) or article.lows[cue] in SUMS_UP:
        return None
    first = cue + 1
    if first < scene.high and article.lows[first] in ("lagi", "kembali", "pula"):
        first += 1
    if first >= scene.high or (article.words[first] != "," and article.lows[first] != "bahwa"):
        return None
    first += 1
    return reported_clause(scene, first, scene.high, None, "nya")


@_at("passive")
def passive_agent_clause(scene: CueContext) -> Reported | None:
    """Dijelaskan Rahma, pasar itu akan dibuka pekan depan.

    Also *dikatakan oleh Rahma bahwa …*."""
    article, cue = scene.article, scene.cue
    mention = agent_at(scene, cue + 1, scene.high)
    if mention is None or mention.last >= scene.high:
        return None
    first, comma = after_source(article, mention, scene.high)
    if first < scene.high and article.lows[first] == "bahwa":
        return reported_clause(scene, first + 1, scene.high, mention)
    if not comma or not opens_clause(scene) or "hal" in article.lows[scene.low : cue]:
        return None
    return reported_clause(scene, first, scene.high, mention)


@_at("cite")
def cited_clause(scene: CueContext) -> Reported | None:
    """Dikutip dari Harian Pagi, gempa itu merusak puluhan rumah.

    Only where the sentence names no nearer source."""
    article, cue = scene.article, scene.cue
    if not opens_clause(scene) or nearer_source(scene):
        return None
    i = cue + 1
    while i < scene.high and article.lows[i] in ("dari", "oleh"):
        i += 1
    mention = read(article, i, scene.high)
    if mention is None or mention.last >= scene.high or mention.type == "pronoun":
        return None
    first, comma = after_source(article, mention, scene.high)
    if not comma:
        return None
    return reported_clause(scene, first, scene.high, mention)


@_at("cite")
def clause_cited_from(scene: CueContext) -> Reported | None:
    """Gempa itu merusak puluhan rumah, seperti dilansir dari situs Badan Gempa.

    Only where the sentence names no nearer source."""
    article, cue = scene.article, scene.cue
    lows, words = article.lows, article.words
    if lows[cue] in ("mengutip", "melansir", "menukil") or nearer_source(scene):
        return None
    last = cue
    while last > scene.low and lows[last - 1] in ("seperti", "sebagaimana", "yang"):
        last -= 1
    if last <= scene.low or words[last - 1] != ",":
        return None
    i = cue + 1
    while i < scene.high and lows[i] in ("dari", "oleh"):
        i += 1
    mention = read(article, i, scene.high) if i < scene.high else None
    if mention is None or mention.type == "pronoun":
        return None
    return reported_clause(scene, scene.low, last - 1, mention)


@_at("post", "nya", "prep", "prep_nya", "passive_nya")
def clause_cue_speaker(scene: CueContext) -> Reported | None:
    """Harga beras akan turun bulan depan, kata Rahma di Solo, Senin.

    The attribution closes the sentence; only time, place and occasion follow."""
    return trailing(scene, inset=False)


@_at("post", "nya", "prep", "prep_nya", "passive", "passive_nya")
def inset_cue_speaker(scene: CueContext) -> Reported | None:
    """Proses lelang, lanjut Rahma, dilakukan bersama kantor pajak.

    The attribution is set into the clause, which stays one."""
    return trailing(scene, inset=True)


@_at("active")
def speaker_cue_clause(scene: CueContext) -> Reported | None:
    """Budi Santoso mengatakan bahwa warga sudah mengungsi sejak malam.

    The main shape: *S mengatakan (bahwa|,|∅) Y*, with appositions and adverbials around the subject."""
    clause = clause_of(scene)
    if clause is None:
        return None
    found = subject_of(scene)
    if found is None or found[1]:
        return None
    return reported_clause(scene, *clause, found[0])


@_at("active")
def dropped_subject_clause(scene: CueContext) -> Reported | None:
    """Budi datang ke balai desa dan mengatakan bahwa warga sudah mengungsi.

    The verb borrows the subject of the verb before it; after a direct quotation, its source
    (*… sembari menekankan bahwa Y*)."""
    clause = clause_of(scene)
    if clause is None:
        return None
    article, cue = scene.article, scene.cue
    borrowed = any(article.lows[i] in ("sambil", "seraya", "sembari") for i in range(max(scene.low, cue - 2), cue))
    if borrowed and any(
        shape(article, i) in ("post", "nya") and i > 0 and not article.features[i - 1] & ALPHA
        for i in range(scene.low, cue)
    ):
        return reported_clause(scene, *clause, None, "floor")  # kata Rahma sembari menekankan bahwa Y
    if (
        "untuk" in article.lows[max(scene.low, cue - _PURPOSE_WORDS) : cue - 1]
        and "bahwa" not in article.lows[cue : cue + 3]
    ):
        return None  # Budi datang untuk melihat pasar sekaligus memastikan stok aman: what he came for
    found = subject_of(scene)
    if found is not None:
        return reported_clause(scene, *clause, found[0]) if found[1] else None
    joined = any(
        article.lows[i] in ("sambil", "seraya", "sembari", "dan", "lalu", "serta", "sekaligus")
        for i in range(max(scene.low, cue - 2), cue)
    )
    if joined:
        return reported_clause(scene, *clause, None, "floor")
    return None


_PURPOSE_WORDS = 8
"""Words before a joined verb in which *untuk* makes it a purpose."""


@_at("passive")
def judged_by_speaker(scene: CueContext) -> Reported | None:
    """Aturan itu dinilai Rahma terlalu berat.

    Also *dianggap Rahma sebagai beban*: the agent stands inside the clause, which stays one."""
    article, cue = scene.article, scene.cue
    lows, features = article.lows, article.features
    if lows[cue] not in JUDGED or cue - scene.low < 2 or not features[cue - 1] & ALPHA or blocked(article, cue):
        return None
    mention = agent_at(scene, cue + 1, scene.high)
    if mention is None or mention.type not in ("name", "pronoun") or mention.first > cue + 2:
        return None
    i = mention.last
    if i + 1 >= scene.high or not features[i] & ALPHA:
        return None
    if lows[i] != "sebagai" and not has_predicate(article, i, i + 2) and lows[i] not in ADJECTIVES:
        return None
    return reported_clause(scene, scene.low, scene.high, mention)


@_at("active")
def presented_who_cue(scene: CueContext) -> Reported | None:
    """Hal senada diungkapkan Rahma yang berharap dermaga diperbaiki.

    Also *Seperti Rahma yang mengaku kaget*: the sentence presents somebody, and what they say is in a relative
    clause."""
    article, cue = scene.article, scene.cue
    words, lows, features = article.words, article.lows, article.features
    who = cue - 1
    while who > scene.low and features[who] & ADVERB:
        who -= 1
    if who <= scene.low or lows[who] != "yang":
        return None
    end = who - 1 if words[who - 1] == "," else who
    begin = presents(article, scene.low, who)
    mention = read(article, begin, who) if begin is not None and begin < who else None
    if mention is None or mention.last != end:
        passive = next(
            (i for i in range(end - 1, max(scene.low, end - _AGENT_WORDS), -1) if shape(article, i) == "passive"), None
        )
        mention = agent_at(scene, passive + 1, who) if passive is not None else None
    if mention is None or mention.type != "name" or mention.last not in (end, who):
        return None
    clause = complement_of(scene)
    return reported_clause(scene, *clause, mention) if clause is not None else None


_AGENT_WORDS = 20


@_at("active")
def clause_speaker_cue(scene: CueContext) -> Reported | None:
    """Enam orang lainnya dirawat di rumah sakit, kementerian itu menambahkan.

    The attribution closes the sentence with its subject first, as agencies write."""
    article, cue = scene.article, scene.cue
    words = article.words
    if (cue + 1 < scene.high and words[cue + 1] != ".") or cue - scene.low < 4:
        return None
    comma = next((i for i in range(cue - 1, max(scene.low, cue - 9), -1) if words[i] == ","), None)
    if comma is None or comma - scene.low < 2 or article.lows[scene.low] in OCCASION:
        return None
    mention = read(article, comma + 1, cue)
    if mention is None or mention.last != cue:
        return None
    return reported_clause(scene, scene.low, comma, mention)


@_at("passive")
def document_says(scene: CueContext) -> Reported | None:
    """Dalam putusan itu disebutkan bahwa terdakwa wajib membayar denda."""
    article, cue = scene.article, scene.cue
    lows, words = article.lows, article.words
    if cue + 1 >= scene.high or lows[cue + 1] != "bahwa":
        return None
    i = scene.low
    while i < cue and lows[i] not in ("dalam", "pada", "di"):
        i += 1
    if i >= cue - 1:
        return None
    mention = read(article, i + 1, cue)
    end = cue - 1 if words[cue - 1] == "," else cue
    if lows[i + 1] in PAPERS_SAY and i + 2 < cue:  # Dalam laporan ketua panitia, Rahma, disampaikan bahwa …
        writer = read(article, i + 2, cue)
        if writer is not None and writer.type == "name":
            mention = writer.replace(first=i + 1)
    if mention is None:
        mention = (
            Mention(i + 1, end, "unnamed", (i + 1, end)) if lows[i + 1].removesuffix("nya") in PAPERS_SAY else None
        )
    if mention is None:
        return None
    return reported_clause(scene, cue + 2, scene.high, mention)


RULES: list[Rule] = [
    according_to_speaker,
    according_nya,
    cue_speaker_clause,
    cue_nya_clause,
    document_says,  # before passive_agent_clause, which would read "bahwa" as no agent
    passive_agent_clause,
    inset_cue_speaker,  # before clause_cue_speaker: what goes on after the attribution is part of the clause
    clause_cue_speaker,
    clause_speaker_cue,
    speaker_cue_clause,
    dropped_subject_clause,
    presented_who_cue,
    judged_by_speaker,
    # only where nobody nearer is named
    cited_clause,
    clause_cited_from,
]
