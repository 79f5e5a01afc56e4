"""Reported speech without marks: one function a rule, :data:`RULES` at the foot, strongest first.

A rule sees one cue in its sentence and answers with the reported clause and the words that name the source.
S source, V cue, Y reported clause.
"""

from __future__ import annotations

from collections.abc import Callable

from qattr.lexicon.tags import tagged
from qattr.rules.before_cue import agent_who, is_text, paper, presented, subject_after_comma, text_before
from qattr.rules.clauses import with_its_subject
from qattr.rules.cue_context import ClauseMatch, CueContext
from qattr.rules.dispatch import Dispatch
from qattr.rules.inset import (
    aside_of,
    between_object_and_judgement,
    clause_before,
    goes_on,
    is_set_off,
    lacks_its_predicate,
)

JUDGED = tagged("cue", "judges")
SUMS_UP = tagged("cue", "beside_marks")

Rule = Callable[[CueContext], ClauseMatch | None]

SPEAKING_WHILE = tagged("joins", "while")
CITING = tagged("cite", "takes")
_MAY_BE_NOUN = frozenset(("unnamed", "organization"))
_AGENTS = frozenset(("name", "pronoun", "role"))
_JUDGES = frozenset(("name", "pronoun"))
_OPENS_REPORT = frozenset(("bahwa", ","))
_CLAUSE_FOLLOWS = frozenset(("bahwa", "yang"))
"""*…, seperti diungkapkan Rahma* | *bahwa …*, *…, seperti diungkapkan Rahma,* | *yang menyebut …*."""
_SENTENCE_ENDS = frozenset(("", "."))

_DISPATCH = Dispatch[Rule]()
_at = _DISPATCH.at
"""The rule below looks at cues of these shapes."""


def rules_for(shape: str) -> list[Rule]:
    """Those of :data:`RULES` that look at cues of a shape, in the same order."""
    return _DISPATCH.among(RULES, shape)


# -------------------------------------------------------------------------- the attribution opens the clause


@_at("prep")
def according_to_speaker(context: CueContext) -> ClauseMatch | None:
    """Menurut Rahma, harga beras akan turun bulan depan.

    Also after a connective (*Pasalnya, menurut Rahma, …*) and with *menurut dia*."""
    source = context.agent
    clause = context.clause_after(source)
    if source is None or clause is None or not context.opens_clause:
        return None
    if not clause.mark:
        source, clause = with_its_subject(context.article, source, clause)
    if context.has_second_verb(clause.first):
        return None
    may_be_noun = not clause.mark and source.type in _MAY_BE_NOUN
    if may_be_noun and not context.has_predicate(clause.first, context.end):
        return None
    return context.reports(clause.first, context.end, source)


@_at("prep_nya")
def according_nya(context: CueContext) -> ClauseMatch | None:
    """Menurutnya, harga beras akan turun bulan depan."""
    if not context.opens_clause:
        return None
    return context.reports(context.clause_after_cue.first, context.end, None, "nya")


@_at("post")
def cue_speaker_clause(context: CueContext) -> ClauseMatch | None:
    """Kata Budi, warga sudah mengungsi sejak malam.

    The bare form opens the sentence or follows a connective (*Bahkan, kata dia, …*)."""
    clause = context.clause_after(context.agent)
    if clause is None or not clause.mark or not context.opens_clause:
        return None
    return context.reports(clause.first, context.end, context.agent)


@_at("nya", "passive_nya")
def cue_nya_clause(context: CueContext) -> ClauseMatch | None:
    """Terlebih, tegasnya, jalan itu baru diperbaiki."""
    clause = context.clause_after_cue
    if not clause.mark or not context.opens_clause or context.form in SUMS_UP:
        return None
    return context.reports(clause.first, context.end, None, "nya")


@_at("passive")
def document_says(context: CueContext) -> ClauseMatch | None:
    """Dalam putusan itu disebutkan bahwa terdakwa wajib membayar denda."""
    if context.word_after not in _OPENS_REPORT:
        return None
    source = paper(context)
    if source is None or (context.word_after == "," and not is_text(context, source)):
        return None
    return context.reports(context.cue + 2, context.end, source)


@_at("passive")
def passive_agent_clause(context: CueContext) -> ClauseMatch | None:
    """Dijelaskan Rahma, pasar itu akan dibuka pekan depan.

    Also *Hal itu dikatakan oleh Rahma bahwa …*, *Seperti dijelaskan Rahma, …*."""
    clause = context.clause_after(context.agent)
    if clause is None or not clause.mark or (context.compares and context.names_another_source):
        return None
    if clause.mark != "bahwa" and (not context.opens_clause or context.refers_to_a_matter):
        return None
    return context.reports(clause.first, context.end, context.agent)


# ------------------------------------------------------------------------- the attribution in or after its clause


@_at("post", "nya", "prep", "prep_nya", "passive_nya")
def inset_cue_speaker(context: CueContext) -> ClauseMatch | None:
    """Proses lelang, lanjut Rahma, dilakukan bersama kantor pajak.

    The attribution is set into the clause, which stays one."""
    aside = aside_of(context)
    if aside is None or not is_set_off(context, aside) or not goes_on(context, aside):
        return None
    return context.reports(context.start, context.end, aside.mention, aside.reference)


@_at("passive")
def inset_passive_agent(context: CueContext) -> ClauseMatch | None:
    """Proses lelang, dijelaskan Rahma, melibatkan kantor pajak.

    The same with a passive, between two commas; also *, seperti dijelaskan Rahma,*."""
    agent, comma = context.agent, context.comma_before_citation
    if comma is None or agent is None or agent.type not in _AGENTS or comma <= context.start:
        return None
    if context.compares and not _CLAUSE_FOLLOWS.isdisjoint(context.article.lows[agent.last : agent.last + 2]):
        return None
    closed = context.comma_after(agent) or (context.compares and context.has_predicate(agent.last, agent.last + 1))
    return context.reports(context.start, context.end, agent) if closed else None


@_at("active", "bare")
def inset_speaker_cue(context: CueContext) -> ClauseMatch | None:
    """Gejala lainnya, ia menambahkan, terlihat dari penjualan semen.

    The same with the source before its verb: the words before it are the subject of those after it."""
    if context.word_after != ",":
        return None
    source = subject_after_comma(context)
    if source is None or source.roles or source.type not in _JUDGES:
        return None
    if context.subject is not None and context.subject.mention.first < source.first:
        return None  # Ketua Panitia, Rahma mengatakan, …
    if not lacks_its_predicate(context, source.first - 1, context.cue + 2):
        return None
    return context.reports(context.start, context.end, source)


@_at("post", "nya", "prep", "prep_nya", "passive_nya")
def clause_cue_speaker(context: CueContext) -> ClauseMatch | None:
    """Harga beras akan turun bulan depan, kata Rahma di Solo, Senin.

    The attribution closes the sentence; only time, place and occasion follow."""
    aside = aside_of(context)
    if aside is None or context.word_before != "," or goes_on(context, aside):
        return None
    first = clause_before(context)
    if context.cue - 1 - first < 2:
        return None
    return context.reports(first, context.cue - 1, aside.mention, aside.reference)


@_at("active")
def clause_speaker_cue(context: CueContext) -> ClauseMatch | None:
    """Enam orang lainnya dirawat di rumah sakit, kementerian itu menambahkan.

    The attribution closes the sentence with its subject first, as agencies write."""
    if context.word_after not in _SENTENCE_ENDS and not context.ends_with_day:
        return None
    source = subject_after_comma(context)
    return context.reports(context.start, source.first - 1, source) if source is not None else None


# ---------------------------------------------------------------------------------- an active verb and its clause


@_at("active")
def text_says(context: CueContext) -> ClauseMatch | None:
    """Kabar itu menyebutkan bahwa pasar terbakar.

    Also in a relative clause: *Muncul laporan yang menyebut jembatan itu retak*."""
    source = text_before(context)
    clause = context.complement if source is not None else None
    return context.reports(*clause, source) if clause is not None else None


@_at("active")
def speaker_cue_clause(context: CueContext) -> ClauseMatch | None:
    """Budi Santoso mengatakan bahwa warga sudah mengungsi sejak malam.

    The main shape: *S mengatakan (bahwa|,|∅) Y*, with appositions and adverbials around the subject."""
    clause = context.reported
    if clause is None or context.subject is None or context.subject.borrowed:
        return None
    return context.reports(*clause, context.subject.mention)


@_at("active")
def attribution_joined_cue_clause(context: CueContext) -> ClauseMatch | None:
    """Harga beras turun, kata Rahma sembari menekankan bahwa stok aman.

    The verb is joined to an attribution, and reports what its source says next."""
    clause = context.reported
    if clause is None or context.joined_by not in SPEAKING_WHILE or not context.follows_attribution:
        return None
    return context.reports(*clause, None, "floor")


@_at("active")
def speaker_verb_cue_clause(context: CueContext) -> ClauseMatch | None:
    """Budi datang ke balai desa dan mengatakan bahwa warga sudah mengungsi.

    The verb borrows the subject of the verb before it."""
    clause = context.reported
    if clause is None or context.is_purpose or context.subject is None or not context.subject.borrowed:
        return None
    return context.reports(*clause, context.subject.mention)


@_at("active")
def dropped_subject_clause(context: CueContext) -> ClauseMatch | None:
    """Dan menambahkan bahwa jembatan itu aman.

    The sentence names nobody: the verb is joined to what was quoted before it."""
    clause = context.reported
    if clause is None or context.is_purpose or context.subject is not None or not context.joined_by:
        return None
    return context.reports(*clause, None, "floor")


@_at("active")
def presented_who_cue(context: CueContext) -> ClauseMatch | None:
    """Begitu pula dengan Rahma yang mengaku jaringnya robek.

    The sentence presents somebody, and what they say is in a relative clause."""
    source = presented(context)
    clause = context.complement if source is not None else None
    return context.reports(*clause, source) if clause is not None else None


@_at("active")
def passive_agent_who_cue(context: CueContext) -> ClauseMatch | None:
    """Hal senada diungkapkan Rahma yang berharap dermaga diperbaiki.

    The agent of a passive, and what they say is in a relative clause."""
    source = agent_who(context)
    clause = context.complement if source is not None else None
    return context.reports(*clause, source) if clause is not None else None


@_at("passive")
def judged_by_speaker(context: CueContext) -> ClauseMatch | None:
    """Aturan itu dinilai Rahma terlalu berat.

    Also *dianggap Rahma sebagai beban*: the agent stands inside the clause, which stays one."""
    agent = context.agent
    if context.form not in JUDGED or agent is None or agent.type not in _JUDGES:
        return None
    if context.is_blocked or not between_object_and_judgement(context, agent):
        return None
    return context.reports(context.start, context.end, agent)


# --------------------------------------------------------------------------------- taken from a paper or a site


@_at("cite")
def cited_clause(context: CueContext) -> ClauseMatch | None:
    """Dikutip dari Harian Pagi, gempa itu merusak puluhan rumah.

    Only where the sentence names no nearer source."""
    source = context.cited
    clause = context.clause_after(source)
    if source is None or source.type == "pronoun" or clause is None or not clause.mark:
        return None
    if not context.opens_clause or context.names_another_source:
        return None
    return context.reports(clause.first, context.end, source)


@_at("cite")
def clause_cited_from(context: CueContext) -> ClauseMatch | None:
    """Gempa itu merusak puluhan rumah, seperti dilansir dari situs Badan Gempa.

    Only where the sentence names no nearer source."""
    source, comma = context.cited, context.comma_before_citation
    if source is None or source.type == "pronoun" or comma is None:
        return None
    if context.form in CITING or context.names_another_source:
        return None
    return context.reports(context.start, comma, source)


RULES: list[Rule] = [
    according_to_speaker,
    according_nya,
    cue_speaker_clause,
    cue_nya_clause,
    document_says,
    passive_agent_clause,
    inset_cue_speaker,
    inset_passive_agent,
    clause_cue_speaker,
    clause_speaker_cue,
    inset_speaker_cue,  # before speaker_cue_clause, for which what follows is the whole clause
    text_says,
    speaker_cue_clause,
    attribution_joined_cue_clause,
    speaker_verb_cue_clause,
    dropped_subject_clause,
    presented_who_cue,
    passive_agent_who_cue,
    judged_by_speaker,
    # only where nobody nearer is named
    cited_clause,
    clause_cited_from,
]
