"""Small words that may go on inside a role: *dan*, *yang juga*, *untuk* (:data:`LINKS`).

Each question answers ``True`` (the role goes on), ``False`` (it ends before the word) or ``None`` (not my business);
the first line of its docstring is a phrase in which ``|`` marks the cut.
"""

from __future__ import annotations

from qattr.lexicon.tags import tagged
from qattr.mentions.decisions import first_answer
from qattr.mentions.joint import Joint, Question
from qattr.mentions.names import strong_name
from qattr.mentions.organizations import organization_goes_on
from qattr.mentions.single_words import (
    capitals_end,
    field_word,
    no_person,
    ordinal,
    organization_word,
    role_word,
)
from qattr.mentions.workplaces import TO_WORKPLACE, name_after_comma, runs_on
from qattr.text.features import ACRONYM, CAPITAL

_INTRODUCES_PERSON = tagged("introduces", "person")
_INTRODUCES_ROLE = tagged("introduces", "role")
_HUMANS = tagged("is", "human")
_EXTENDS_ROLE = tagged("extends", "role")
_LEADS_TO_NAME = tagged("leads", "name")
_OF_STATE = tagged("of", "state")
_PAPERS = tagged("is", "paper")
_SITES = tagged("is", "region", "road")

_JOINS_ROLES = tagged("joins", "roles")
_JOINS_PARTS = tagged("joins", "parts")
_ADDS_ROLE = tagged("adds", "role")
_PRIVATE = frozenset(("trade", "kin"))
"""Classes of role nouns that are no offices."""
_HERE = tagged("place", "here")
LINK_WORDS = (
    _LEADS_TO_NAME
    | _EXTENDS_ROLE
    | _JOINS_ROLES
    | _JOINS_PARTS
    | _ADDS_ROLE
    | _HERE
    | TO_WORKPLACE
    | tagged("within", "role")
    | tagged("introduces", "role")
)
"""Small words that may go on inside a role."""


def link(joint: Joint) -> bool | None:
    """*Menteri Pekerjaan Umum* with *dan Perumahan*: whether the small word goes on inside the role; ``None`` where it
    is to be judged as any other word."""
    return first_answer(LINKS, joint)


# ------------------------------------------------------------------------------------------------- links


def _second_role(joint: Joint) -> bool | None:
    """Ketua Asosiasi Melur sekaligus pemilik kios | mengatakan: a second role of the same person."""
    return True if joint.low in _JOINS_ROLES and (joint.next_role or joint.next_capital) else None


def _yang_also(joint: Joint) -> bool | None:
    """Ketua Asosiasi Melur yang juga Wali Kota Andara | mengatakan: the same with *yang*."""
    second = joint.low == "yang" and joint.next_low in _ADDS_ROLE and joint.at + 2 < joint.end
    return True if second and role_word(joint.article, joint.at + 2) else None


def _and_also(joint: Joint) -> bool | None:
    """seorang nelayan dan juga pemilik bengkel | hadir: a second role, or the clause begins."""
    if joint.low not in _JOINS_PARTS or joint.next_low != "juga":
        return None
    return joint.at + 2 < joint.end and role_word(joint.article, joint.at + 2)


def _also_after_and(joint: Joint) -> bool | None:
    """ekonom dan juga dosen | mengatakan: the word after the *dan* that has been let in."""
    return joint.next_role if joint.low == "juga" and joint.before_low == "dan" else None


def _and(joint: Joint) -> bool | None:
    """Menteri Pekerjaan Umum dan Perumahan | mengatakan: parts of one role or organization, or two people."""
    if joint.low not in _JOINS_PARTS and not (joint.low == "and" and joint.before_low == ","):
        return None
    return bool(joint.next_low) and bool(first_answer(JOINED, joint))


def _for(joint: Joint) -> bool | None:
    """Duta Besar Inggris untuk Indonesia | mengatakan: what an office is for."""
    if joint.low != "untuk":
        return None
    article = joint.article
    named = joint.after_name and not _of_organization_for(joint) and not name_after_comma(joint, joint.at + 1)
    if joint.between_capitals and not named:
        return True
    matter = joint.next_low in _MATTERS and joint.head_class == "office"
    return True if matter and not strong_name(article, joint.start, joint.at) else None


_MATTERS = tagged("after_untuk", "role")
"""*untuk urusan Pasar*."""


def _of_organization_for(joint: Joint) -> bool:
    """*Anggota Koalisi Warna* | *untuk Demokrasi*: the name of an organization that goes on with a common noun."""
    article, after = joint.article, joint.at + 1
    within = range(joint.start, joint.at)
    return field_word(article, after) and any(organization_word(article, k) for k in within)


def _acting_as(joint: Joint) -> bool | None:
    """Direktur PT Sagara selaku Pengelola Pasar, | Rahma Wulandari, | hadir: a second role before the name."""
    if joint.low not in _INTRODUCES_ROLE or not joint.next_capital:
        return None
    return True if name_after_comma(joint, runs_on(joint) - 1) else None


def _or_short_form(joint: Joint) -> bool | None:
    """Ketua Asosiasi Pemandu atau ASPEMA, | Rahma Wulandari, | hadir: the short form of the organization."""
    if joint.low != "atau":
        return None
    return True if joint.next_bits & ACRONYM and name_after_comma(joint, joint.at + 1) else None


def _field(joint: Joint) -> bool | None:
    """Wakil Ketua Umum Kadin Andara bidang Pasar | hadir: whose field it is."""
    if joint.low != "bidang":
        return None
    within = range(joint.start + 1, joint.before)
    unit = not joint.after_name or any(organization_word(joint.article, k) for k in within)
    return joint.next_capital and unit


def _here(joint: Joint) -> bool | None:
    """tokoh masyarakat setempat | mengatakan: somebody of that place."""
    return True if joint.low in _HERE and not joint.after_name else None


def _named(joint: Joint) -> bool | None:
    """seorang pedagang bernama Rahma | mengatakan: the name comes after the word."""
    return True if joint.low in _LEADS_TO_NAME and joint.next_capital else None


LINKS: list[Question] = [
    _second_role,
    _yang_also,
    # before _and: *juga* would be taken for what is joined
    _and_also,
    _also_after_and,
    _and,
    _for,
    _acting_as,
    _or_short_form,
    _field,
    _here,
    _named,
]
"""Asked of a small word that may join two parts of a role."""


# ------------------------------------------------------------------------------------------------ dan


def _both_small(joint: Joint) -> bool:
    """Whether the words on both sides of *dan* begin with a small letter."""
    return joint.article.words[joint.before][0].islower() and joint.article.words[joint.at + 1][0].islower()


def _end_of_list(joint: Joint) -> bool | None:
    """Kepala Dinas Pasar, Jalan, dan Jembatan | mengatakan: the list has been looked at before its first comma."""
    return joint.next_capital if joint.before_low == "," else None


def _ordinals(joint: Joint) -> bool | None:
    """Wakil Presiden ke-10 dan ke-12 | mengatakan: two numbers of one role."""
    return True if ordinal(joint.before_low) and ordinal(joint.next_low) else None


def _and_place(joint: Joint) -> bool | None:
    """legenda sepak bola dunia dan Italia | mengatakan: a place goes on with a description."""
    small = joint.article.words[joint.before][0].islower() and not joint.head_bits & CAPITAL
    return True if small and joint.next_low in joint.article.lexicon.places else None


def _two_trades(joint: Joint) -> bool | None:
    """ketua dan wakil ketua | hadir: two roles in small letters are one person's."""
    words, article = joint.article.words, joint.article
    small = words[joint.at + 1][0].islower() and (words[joint.before][0].islower() or joint.before == joint.start)
    return True if small and joint.next_role and role_word(article, joint.start) else None


def _two_fields(joint: Joint) -> bool | None:
    """peneliti hukum dan agraria | mengatakan: two fields of work of one trade."""
    if joint.head_class != "trade" or not _both_small(joint):
        return None
    return field_word(joint.article, joint.before) and field_word(joint.article, joint.at + 1)


def _both_capital(joint: Joint) -> bool | None:
    """Gubernur Melur | dan istrinya: all questions below ask about two capitals."""
    return None if joint.between_capitals else False


def _two_officials(joint: Joint) -> bool | None:
    """Gubernur Melur Rahma Wulandari | dan Gubernur Andara Hasan: an office after a name is the next person's."""
    roles = joint.article.lexicon.roles
    next_person = roles.get(joint.next_low) == "office" and strong_name(joint.article, joint.start, joint.at)
    return False if next_person else None


def _long_name(joint: Joint) -> bool | None:
    """Kepala Badan Sasmaka dan Wirdana Melur | hadir: nobody's name on either side, and several words after."""
    article = joint.article
    role = no_person(article, joint.before) and no_person(article, joint.at + 1)
    return True if role and capitals_end(article, joint.at + 1, joint.end) > joint.at + 2 else None


def _known_field(joint: Joint) -> bool | None:
    """Menteri Koperasi dan Usaha | mengatakan: a field of work on either side, unless a person is called so."""
    fields = field_word(joint.article, joint.before) or field_word(joint.article, joint.at + 1)
    return True if fields and joint.next_low not in joint.article.short_names else None


def _two_before_name(joint: Joint) -> bool | None:
    """Eks gelandang Sagara dan Wirdana, | Rahma Wulandari, | hadir: two clubs or firms of a role whose name comes after
    the comma."""
    if not role_word(joint.article, joint.start) or joint.next_role:
        return None
    return True if name_after_comma(joint, joint.at + 1) else None


def _organization(joint: Joint) -> bool | None:
    """Badan Sasmaka dan Wirdana | mengatakan: the name of an organization that goes on."""
    article = joint.article
    return True if joint.head in article.lexicon.organizations and organization_goes_on(article, joint.start) else None


JOINED: list[Question] = [
    # before _both_capital: a comma has no capital
    _end_of_list,
    # before _both_capital: numbers have none
    _ordinals,
    # before _both_capital: nor has *dunia*
    _and_place,
    # before _both_capital: trades are written small
    _two_trades,
    # before _both_capital: so are their fields
    _two_fields,
    # before _known_field: one word alone may be a field
    _both_capital,
    # before _known_field: *Gubernur Bali* is a field of work by its place
    _two_officials,
    _long_name,
    _known_field,
    _organization,
    _two_before_name,
]
"""Asked of *dan*: parts of one role or organization, rather than two people?  Where nobody says so, no."""
