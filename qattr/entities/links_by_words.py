"""Links that read the words at a turn: a name, a role, a description, somebody without a name."""

from __future__ import annotations

from qattr.entities.discourse import Discourse, Together, looks_at, only
from qattr.entities.told import person_told, prominent_one
from qattr.lexicon.tags import tagged
from qattr.mentions import Mention, MentionType, noun_mention, read
from qattr.rules.attribution import Turn
from qattr.text import windows
from qattr.text.features import CAPITAL

_COMPANY = tagged("means", "this_company")
"""*perseroan*, *manajemen*."""
_STRANGER = tagged("introduces", "stranger")
"""*seorang menteri*, *para bupati*: nobody whom the article has named."""
_SOMEONE = tagged("introduces", "someone")
"""*seorang pedagang*."""
_INFORMANTS = tagged("is", "informant")
"""*sumber*, *narasumber*: their names are kept back."""
_REFERS_BACK = tagged("refers", "back")
"""*pedagang itu*."""
_UNCOUNTED_BEFORE_NOUN = tagged("before_noun", "uncounted")
"""*seorang warga* and *warga* are the same, *para warga* are others."""
_TEXTS = tagged("is", "paper") - tagged("is", "human")
"""*laporan itu*: no person is described."""
_PAPERS = tagged("is", "paper")
"""*putusan*, *laporan*."""
_WITHOUT_NAME: tuple[MentionType, ...] = ("role", "description", "unnamed")
WORDS: tuple[MentionType, ...] = ("name", "organization", *_WITHOUT_NAME)


@looks_at("organization")
def the_company(discourse: Discourse, turn: Turn) -> int | None:
    """PT Layar Samudra Tbk menyatakan pabriknya buka. Perseroan memperkirakan, penjualan tumbuh.

    *perseroan, perusahaan, manajemen* are the company that the article is about."""
    if turn.mention is None or not _says_company(discourse, turn.mention):
        return None
    spoke = discourse.groups.meant_by_company().spoke_last()
    if spoke:
        return max(spoke)
    companies = discourse.table.companies
    listed = companies.only_one(turn.at, listed=True)
    if listed is not None:
        return discourse.add(listed)  # PT Layar Samudra Tbk: perseroan is a listed company
    introduced, at = discourse.groups.companies().earliest()
    if introduced < turn.at:
        return at
    told = companies.only_one(turn.at, listed=False)
    return discourse.add(told) if told is not None else _organization_told(discourse, turn)


def _says_company(discourse: Discourse, mention: Mention) -> bool:
    """*perseroan*, *manajemen*: one word for the company that the article is about."""
    if mention.name is None:
        return False
    i, j = mention.name
    return j - i == 1 and discourse.article.lows[i] in _COMPANY


@looks_at(*WORDS)
def same_name(discourse: Discourse, turn: Turn) -> int | None:
    """ "Pasar aman," kata Rahma Wulandari. "Kiosnya bersih," kata Rahma Wulandari.

    The name itself, a part of it, its nickname or acronym; a shared one goes to the one who has the floor."""
    mention = turn.mention
    if mention is None or mention.name is None:
        return None
    found = discourse.named(mention)
    if len(found) == 1:
        return found[0]
    if not found:
        return None
    shared = discourse.sharing(mention, found)
    spoke = shared.group.spoke_last()
    if len(shared.first) == 1 and (shared.first[0] in discourse.floor.last or not spoke):
        return shared.first[0]
    if spoke:
        return min(spoke, key=found.index)
    if shared.group.earliest()[0] > turn.at:
        return None
    return only(at for at in found if discourse.entity(at).introduced <= turn.at)


@looks_at(*_WITHOUT_NAME)
def role_name(discourse: Discourse, turn: Turn) -> int | None:
    """Bupati Sukamaju, Rahma Wulandari, membuka pasar. "Kiosnya bersih," ujar Bupati.

    A role used as a name finds the one who has it; abbreviations are spelled out (*Menkes* = *Menteri Kesehatan*)."""
    mention = turn.mention
    if mention is None or mention.type not in _WITHOUT_NAME:
        return None
    if mention.type == "unnamed" and discourse.article.lows[mention.first] in _STRANGER:
        return None
    wanted = discourse.table.roles.words[mention.head]
    if not wanted:
        return None
    group = discourse.groups.having(wanted)
    spoke = group.spoke_last()
    if spoke:
        return min(spoke)
    if len(group.members) == 1:
        return next(iter(group.members))
    if group.earliest()[0] > turn.at:
        return None
    return max((at for at in group.members if discourse.entity(at).introduced <= turn.at), default=None)


@looks_at("description")
def someone_before(discourse: Discourse, turn: Turn) -> int | Together | None:
    """Seorang pedagang kain menangis. "Modal saya habis," kata pedagang itu.

    *N itu* is the nameless *seorang N* of the sentences before."""
    mention = turn.mention
    if mention is None or mention.type != "description" or mention.head[1] - mention.head[0] != 2:
        return None
    lows, first = discourse.article.lows, mention.first
    noun = lows[mention.head[0]]
    for i in range(first - 2, max(0, first - windows.SOMEONE_BEFORE), -1):
        someone = _without_name(discourse, i, first) if lows[i] == noun else None
        if someone is not None and someone.type == "unnamed":
            return itself(discourse, turn.with_mention(someone))
    return None


def _without_name(discourse: Discourse, i: int, end: int) -> Mention | None:
    """*seorang pedagang kain*, *sumber pemerintah*: the phrase of the noun at word ``i``, if it brings somebody in."""
    article = discourse.article
    lows = article.lows
    if lows[i - 1] in _SOMEONE:
        return read(article, i - 1, end)
    if lows[i] in _INFORMANTS and lows[i + 1] not in _REFERS_BACK:
        return noun_mention(article, i, end)  # mengutip sumber pemerintah … sumber tersebut
    return None


@looks_at("description")
def described(discourse: Discourse, turn: Turn) -> int | None:
    """ "Kiosnya bersih," kata Rahma Wulandari. "Atapnya baru," ucap perempuan berkerudung itu.

    A description that no role explains means whoever is speaking; *lembaga itu* the last organization."""
    mention = turn.mention
    if mention is None or mention.type != "description":
        return None
    lows, lex = discourse.article.lows, discourse.article.lexicon
    first, last = mention.head
    noun = lows[first + 1] if lows[first] == "sang" and first + 1 < last else lows[first]
    if noun in _TEXTS or noun in _INFORMANTS:
        return None
    if lex.organizations.get(noun) and noun not in lex.roles:
        return _organization_described(discourse, turn, noun)
    for question in (_office_holder, _newcomer, _told_before, _speaking_now):
        at = question(discourse, turn, noun)
        if at is not None:
            return at
    return None


def _organization_described(discourse: Discourse, turn: Turn, noun: str) -> int | None:
    """*lembaga itu*: the organization of this kind that spoke last, or else stands nearest."""
    organizations = discourse.groups.organizations_like(noun)
    likely = organizations.spoke_last() or organizations.members
    nearest = max(likely, key=lambda at: (-abs(discourse.entity(at).introduced - turn.at), at), default=None)
    return nearest if nearest is not None else _organization_told(discourse, turn)


def _organization_told(discourse: Discourse, turn: Turn) -> int | None:
    """*Lembaga Ombak menerbitkan laporan. Lembaga itu …*: the organization that the sentence before is about."""
    number = discourse.sentence_of(turn.at) - 1
    told = discourse.told_of(number) if number >= 0 else None
    if told is None or told.type != "organization" or told.name is None:
        return None
    return discourse.add(told) if discourse.article.features[told.name[0]] & CAPITAL else None


def _office_holder(discourse: Discourse, turn: Turn, noun: str) -> int | None:
    """*menteri kelahiran Ambon itu*: the only one who holds such an office."""
    if discourse.article.lexicon.roles.get(noun) != "office":
        return None
    return only(discourse.table.roles.holders(noun))


def _newcomer(discourse: Discourse, turn: Turn, noun: str) -> int | None:
    """*… kata pelatih. Pemain Persada lainnya, Hasan, tampil bagus. … kata pemain asal Melur ini*: the only one with
    such a role who was introduced since the last speaker."""
    floor = discourse.floor
    if discourse.article.lexicon.roles.get(noun, "office") == "office" or floor.holder is None:
        return None
    since = floor.last.get(floor.holder, -1)
    holders = discourse.table.roles.holders(noun)
    return only(at for at in holders if since < discourse.entity(at).introduced < turn.at)


def _told_before(discourse: Discourse, turn: Turn, noun: str) -> int | None:
    """*Rahma menggelar pameran. … kata perempuan itu*: the person whom the sentence before is about."""
    assert turn.mention is not None
    before = discourse.sentence_of(turn.mention.head[0]) - 1
    return person_told(discourse, before) if before >= 0 else None


def _speaking_now(discourse: Discourse, turn: Turn, noun: str) -> int | None:
    """*… kata perempuan itu*: whoever has the floor, if that is no organization, or else the prominent one."""
    holder = discourse.floor.holder
    if holder is not None and discourse.entity(holder).kind != "organization":
        return holder
    return prominent_one(discourse, turn)


@looks_at(*WORDS)
def itself(discourse: Discourse, turn: Turn) -> int | None:
    """ "Banjir datang tengah malam," kata seorang warga.

    An entity without a name, or a role whose holder the article never names, stands for itself."""
    mention = turn.mention
    if mention is None or mention.name is not None or mention.type == "pronoun":
        return None
    table, article = discourse.table, discourse.article
    i, j = mention.head
    lows = article.lows
    while i < j - 1 and lows[i] in _UNCOUNTED_BEFORE_NOUN:
        i += 1
    key = ("*", *[low for low in lows[i:j] if low[0].isalnum() and low not in _REFERS_BACK])
    exact = table.by_form.get(key)
    if exact:
        return exact[0]
    name = " ".join(article.slice(*mention.head).split())
    if lows[j - 1].endswith("nya") and lows[j - 1][:-3] in _PAPERS:
        name = name[:-3]  # dalam amar putusannya: amar putusan
    at = table.new(key, name, "unnamed")
    entity = table.entities[at]
    entity.mentions.setdefault(mention.head, mention)
    entity.introduced = mention.first
    for role in mention.roles:
        table.roles.hold(at, role, beside=True)
    for organization in mention.organizations:
        entity.organizations.setdefault(organization)
    return at
