"""Whether a word goes on with the segment before it: *Kepala Dinas Kesehatan Melur* | *mengatakan*.

A segment is a stretch of a phrase without commas: a name, a role, an organization, or two or three of them run
together.  What a word may be decides which list of questions it is asked: :data:`CAPITALS`, :data:`WORDS` (small
letters), :data:`NUMBERS` or :data:`MARKS`.  A question answers ``True`` (goes on), ``False`` (the segment ends before
the word) or ``None`` (not my business); the first line of its docstring is a phrase in which ``|`` marks the cut.
"""

from __future__ import annotations

from qattr.lexicon.morphology import verb_like
from qattr.lexicon.tags import tagged
from qattr.mentions.decisions import first_answer
from qattr.mentions.joint import Joint, Question
from qattr.mentions.names import unknown_name
from qattr.mentions.single_words import contains_role, ordinal, organization_word, role_word
from qattr.mentions.small_words import LINK_WORDS, link
from qattr.mentions.workplaces import TO_WORKPLACE, to_workplace
from qattr.text.article import Article
from qattr.text.features import (
    ACRONYM,
    ADVERB,
    ALNUM,
    ALPHA,
    APART,
    CAPITAL,
    CUE,
    DAY,
    GIVEN,
    MONTH,
    NAME,
    PLACE,
    PREDICATE,
    PREPOSITION,
    STARTER,
    STOP,
    TITLES,
    UPPER,
)

_INTRODUCES_PERSON = tagged("introduces", "person")
_OPENS_CREDIT = tagged("opens", "credit")
_POINTS_BACK = tagged("refers", "back")
_ENGLISH_LINKS = tagged("english", "link")
_HUMANS = tagged("is", "human")
_EXTENDS_ROLE = tagged("extends", "role")
_NEEDS_A_NAME = tagged("needs", "name")
_NEVER_CUES = tagged("cue", "never")
_PAPERS = tagged("is", "paper")
_PARTICLES = tagged("in_name", "particle")
_SITES = tagged("is", "region", "road")

CAPITAL_WORD = CAPITAL | ALPHA
CAPITAL_MASK = CAPITAL_WORD | APART
"""A word that goes on with the capitals before it has of these bits those of :data:`CAPITAL_WORD`."""


def goes_on_with(article: Article, start: int, at: int, end: int) -> bool:
    """*Kepala Dinas* with *Kesehatan*, not with *mengatakan*: whether word ``at`` belongs to the segment that began at
    word ``start``."""
    bits = article.features[at]
    if bits & CAPITAL_WORD == CAPITAL_WORD:
        questions = CAPITALS
    elif bits & ALPHA:
        questions = WORDS
    elif at == start:
        return False  # a mark or a number begins no segment
    else:
        questions = NUMBERS if bits & ALNUM else MARKS
    return bool(first_answer(questions, Joint(article, start, at, end)))


# ------------------------------------------------------------------------------------ words with a capital


def _day(joint: Joint) -> bool | None:
    """Rahma Wulandari | Senin pagi: the day when it was said."""
    return False if joint.bits & DAY else None


def _credit(joint: Joint) -> bool | None:
    """Head of Marketing Persada | Foto:Hasan: the credit of a picture."""
    return False if joint.low in _OPENS_CREDIT and joint.next_low == ":" else None


def _first_capital(joint: Joint) -> bool | None:
    """Mei Lestari | mengatakan: a word with a capital begins a segment."""
    return True if joint.first else None


def _month(joint: Joint) -> bool | None:
    """pedagang di Pasar 23 Maret | mengatakan; Gubernur Rahma | Maret lalu: part of a site, or a date."""
    if not joint.bits & MONTH or (joint.bits & ACRONYM and joint.low in _SHORT_MONTHS):
        return None  # Lembaga Demografi FEB UI
    article, site = joint.article, joint.at - 2
    return (
        site >= joint.start
        and article.words[joint.at - 1].isdigit()
        and bool(article.features[site] & CAPITAL)
        and (organization_word(article, site) or article.lows[site] in _SITES)
    )


_SHORT_MONTHS = frozenset(low for low in tagged("is", "month") if len(low) < len("juni")) - {"mei"}
"""*feb*, *mar*: in capitals they are no month."""


def _small_in_capitals(joint: Joint) -> bool | None:
    """KEPALA DINAS PASAR | JUGA MEMBANTAH: small words end the phrase in a line of capitals, too."""
    ends = joint.low in _POINTS_BACK or (joint.low in _AFTER_SUBJECT and not joint.bits & GIVEN)
    return False if ends else None


_AFTER_SUBJECT = tagged("after", "subject")


def _begins_with_acronym(joint: Joint) -> bool:
    """*DPRD* …, but not *RSUD Melur*: whether the segment is an organization's short form that needs no name."""
    return bool(
        joint.head_bits & ACRONYM and joint.head not in _NEEDS_A_NAME and organization_word(joint.article, joint.start)
    )


def _given_name_after_acronym(joint: Joint) -> bool | None:
    """DPRD Kota Bandung | Hasan Basri: an organization, then a person."""
    ends = (
        joint.bits & GIVEN and _begins_with_acronym(joint) and not contains_role(joint.article, joint.start, joint.at)
    )
    return False if ends else None


def _name_after_acronym(joint: Joint) -> bool | None:
    """DPRD | Rahma Wulandari: two names in a row right after the short form are a person, whoever that is."""
    right_after = joint.article.features[joint.at - 1] & ACRONYM
    return False if right_after and joint.bits & joint.next_bits & NAME and _begins_with_acronym(joint) else None


def _active_cue(joint: Joint) -> bool | None:
    """GUBERNUR RAHMA | MENGATAKAN HARGA TURUN: a verb of saying is no part of a name in capitals."""
    if not joint.bits & CUE or joint.bits & GIVEN:
        return None
    article = joint.article
    if f"{article.lows[joint.at - 1]} {joint.low}" in _NEVER_CUES:
        return None  # Dinas Keluarga Berencana
    return False if article.lexicon.cues[joint.low][2] in ("active", "prep", "prep_nya") else None


def _goes_on(joint: Joint) -> bool:
    """DPRD Kota Melur | mengatakan; kepala pasar induk | mengatakan: what nothing ends goes on."""
    return True


CAPITALS: list[Question] = [
    _day,
    _credit,
    # before _month: *Mei* is a first name, too
    _first_capital,
    _month,
    _small_in_capitals,
    _given_name_after_acronym,
    _name_after_acronym,
    _active_cue,
    _goes_on,
]
"""Asked of a word with a capital: what else than a further word of the name or role may it be?"""


# --------------------------------------------------------------------------------- words in small letters


def _first_small(joint: Joint) -> bool | None:
    """seorang pedagang | mengatakan: only some words begin a segment without a capital."""
    if not joint.first:
        return None
    low, lex = joint.low, joint.article.lexicon
    return bool(joint.bits & STARTER) and (
        low in _BEGIN_SMALL or low in lex.titles or low in lex.organizations or role_word(joint.article, joint.at)
    )


_BEGIN_SMALL = _INTRODUCES_PERSON | _HUMANS | _PAPERS


def _particle(joint: Joint) -> bool | None:
    """Hasan bin Ali | mengatakan; Head of Research Rahma | mengatakan: a small word between two capitals."""
    inside = joint.low in _BETWEEN_CAPITALS and not joint.bits & PREPOSITION
    return True if inside and joint.between_capitals else None


_BETWEEN_CAPITALS = (_PARTICLES - {"da"}) | _ENGLISH_LINKS


def _title_after_title(joint: Joint) -> bool | None:
    """Prof. Dr. dr. Rahma | mengatakan: a further title before the name, written small."""
    article, before = joint.article, joint.at - 1
    before -= before > joint.start and article.words[before] == "."
    return True if joint.bits & article.features[before] & TITLES and joint.next_low else None


def _after_yang(joint: Joint) -> bool | None:
    """Ketua Asosiasi yang juga Wali Kota Melur | mengatakan: *yang* has been let in for the second role."""
    return True if joint.before_low == "yang" and joint.low in _ALSO else None


_ALSO = tagged("adds", "role")


def _nobody(joint: Joint) -> bool | None:
    """Jembatan | gantung di Melur: a small word goes on with a role or an organization, not with a bare name."""
    return None if joint.headed() else False


def _link(joint: Joint) -> bool | None:
    """Menteri Pekerjaan Umum dan Perumahan | mengatakan: *dan*, *sekaligus*, *yang juga* (:mod:`.small_words`)."""
    return link(joint) if joint.low in LINK_WORDS else None


def _ordinal(joint: Joint) -> bool | None:
    """Presiden Andara ke-5 | mengatakan: a number of the role."""
    return True if ordinal(joint.low) else None


def _title(joint: Joint) -> bool | None:
    """Dinas Kesehatan Melur dr Rahma Wulandari | mengatakan: a title before a name, written small."""
    return True if joint.bits & TITLES and (joint.next_capital or joint.next_low == ".") else None


def _cue(joint: Joint) -> bool | None:
    """kepala pasar | ujar: a word that can be a cue, unless it is a field of work as well (*terang*)."""
    return False if joint.bits & CUE and joint.low not in joint.article.lexicon.fields else None


def _verb(joint: Joint) -> bool | None:
    """kepala pasar | memeriksa kios: a verb, unless it is a role or a title."""
    lex, low = joint.article.lexicon, joint.low
    return (
        False if joint.bits & PREDICATE and verb_like(low) and low not in lex.roles and low not in lex.titles else None
    )


def _after_source(joint: Joint) -> bool | None:
    """Bupati | beserta rombongan; pedagang beras | angkat bicara: a word that stands only after the whole phrase."""
    return False if joint.low in _AFTER_PHRASE else None


_AFTER_PHRASE = tagged("after", "source")


def _workplace(joint: Joint) -> bool | None:
    """pedagang di Pasar Induk | mengatakan: where somebody works or comes from (:mod:`.workplaces`)."""
    return to_workplace(joint) if joint.low in TO_WORKPLACE else None


def _adjective(joint: Joint) -> bool | None:
    """Hakim ketua Hasan | mengatakan: an adjective of the role right after it."""
    return True if joint.at == joint.start + 1 and joint.low in _EXTENDS_ROLE else None


def _of_two_words(joint: Joint) -> bool | None:
    """spesialis penyakit dalam | mengatakan; Penanggung jawab acara | hadir: two words that belong together."""
    return True if f"{joint.before_low} {joint.low}" in _OF_TWO_WORDS else None


_OF_TWO_WORDS = tagged("is", "field") | _NEVER_CUES


def _breaks_off(joint: Joint) -> bool | None:
    """kepala pasar | sudah pulang; pemilik kios | kami: adverbs, pronouns and predicates are no part of a role."""
    lex, low = joint.article.lexicon, joint.low
    return False if joint.bits & _BREAKS_OFF or low in lex.pronouns or low in lex.predicates else None


_BREAKS_OFF = STOP | PREPOSITION | ADVERB


def _organization_over(joint: Joint) -> bool | None:
    """Dinas Pasar | aduan: the name of an organization takes no small words after its capitals."""
    if not joint.head_bits & CAPITAL or joint.head in _HUMANS or role_word(joint.article, joint.start):
        return None
    inside = joint.article.features[joint.start + 1 : joint.at]
    return False if any(bits & CAPITAL for bits in inside) else None


def _role_over(joint: Joint) -> bool | None:
    """Kepala Dinas Rahma | beras: after a name nothing small goes on with a role that has a capital."""
    return False if joint.after_name and joint.head_bits & CAPITAL else None


def _description_over(joint: Joint) -> bool | None:
    """pedagang Hasan | beras: nor with a description, after words that are surely a name."""
    if not joint.after_name:
        return None
    article, last = joint.article, joint.article.lows[joint.at - 1]
    surely = (
        last in article.lexicon.given or last in article.short_names or unknown_name(article, joint.start, joint.at)
    )
    return False if surely else None


WORDS: list[Question] = [
    # before _nobody: before its first word a segment has no head
    _first_small,
    # before _nobody: *bin* goes on with a bare name
    _particle,
    # before _nobody: titles go on with the bare name after them
    _title_after_title,
    # before _breaks_off: *juga* is an adverb
    _after_yang,
    _nobody,
    # before _breaks_off: *yang* and *untuk* are among what breaks off
    _link,
    # before _role_over: the number may stand after a name
    _ordinal,
    # before _organization_over: a doctor may follow the organization
    _title,
    # before _cue: *jawab* is one, and before _breaks_off: *dalam* is a preposition
    _of_two_words,
    _cue,
    _verb,
    _after_source,
    # before _breaks_off: *di* and *dari* are prepositions
    _workplace,
    # before _role_over: *Hakim* may be a name
    _adjective,
    _breaks_off,
    _organization_over,
    _role_over,
    _description_over,
    _goes_on,
]
"""Asked of a word in small letters: it goes on with a role or a description, seldom with a name."""


# -------------------------------------------------------------------------------------- numbers and marks


def _number(joint: Joint) -> bool | None:
    """calon wakil bupati nomor urut 2 | mengatakan: a number goes on with a role."""
    lows, months = joint.article.lows, joint.article.lexicon.months
    goes_on = (
        joint.low[0].isdigit()
        and joint.headed()
        and (not joint.article.features[joint.at - 1] & NAME or joint.before_low in _BEFORE_NUMBER | months)
        and not (joint.at > joint.start + 1 and lows[joint.at - 1] in joint.article.lexicon.times)
    )
    return True if goes_on else None


_BEFORE_NUMBER = tagged("before", "number")


def _number_of_organization(joint: Joint) -> bool | None:
    """Sekjen Garda 28 Rahma Wulandari | mengatakan; Manager Daop 9 Melur | mengatakan: a number in the name of the
    organization of a role, with more of the phrase after it."""
    times = joint.article.lexicon.times
    if not joint.low.isdigit() or len(joint.low) > len("1998") or not joint.headed() or joint.before == joint.start:
        return None
    if joint.before_bits & (CAPITAL | DAY) != CAPITAL or joint.before_low in times:
        return None
    goes_on = joint.next_bits & (NAME | PLACE) and joint.next_capital and not joint.next_bits & (DAY | MONTH | STOP)
    return True if goes_on and joint.next_low not in times else None


NUMBERS: list[Question] = [_number, _number_of_organization]


def _full_stop(joint: Joint) -> bool | None:
    """Sara K. Lubis | mengatakan; Prof. dr. Rahma | mengatakan: the dot of an initial, a title, a short form."""
    if joint.low != ".":
        return None
    article, before = joint.article, joint.before
    if joint.before_low in _ENDS_NAME and joint.at - 1 > joint.start:
        return bool(joint.next_low)
    if not joint.next_low or not joint.before_bits & (APART | STARTER):
        return False
    word, low, lex = article.words[before], joint.before_low, article.lexicon
    shortened = (len(word) == 1 and word.isupper()) or low in lex.abbreviations or low in lex.titles
    goes_on = joint.next_bits & (UPPER | TITLES) or joint.next_low in (",", "(")
    return shortened and bool(goes_on) and joint.at + 1 not in article.starts_paragraph


_ENDS_NAME = tagged("in_name", "suffix")
"""*Luther King Jr. mengatakan*."""


def _joining_mark(joint: Joint) -> bool | None:
    """Kodam V/Melur Mayjen Hasan | mengatakan; Dinas Pasar & Jalan | mengatakan: a mark between two capitals."""
    return joint.low in _JOINING_MARKS and joint.between_capitals


_JOINING_MARKS = frozenset("/&-\u2013'\u2019")


MARKS: list[Question] = [
    # before _joining_mark: it answers for every mark
    _full_stop,
    _joining_mark,
]
