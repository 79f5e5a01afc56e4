"""From the words that point to an entity to the entity itself.

Names are gathered first: every place where the article names one of its entities is read, so that *kata Rahma* finds
*Kepala Dinas Kesehatan Rahma Wulandari* wherever that stands.  Then the attributions are gone through in order, and
each turn is taken to an entity by the first of :data:`LINKS` that knows an answer.  *-nya*, *dia* and a bare quotation
mean whoever has the floor: the last entity that spoke or was introduced as speaking.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from itertools import islice, takewhile

from qattr.entities.name_links import NAME_LINKS
from qattr.entities.table import EntityTable
from qattr.lexicon.morphology import is_abstract
from qattr.lexicon.vocabulary import COMPANY, HUMANS, PAPERS, PLURALS
from qattr.mentions.read import Mention, MentionType, noun_source, read
from qattr.mentions.word_questions import opens_predicate
from qattr.rules.attribution import Turn
from qattr.rules.dispatch import Dispatch
from qattr.rules.subjects import after_subject, narrated
from qattr.text.features import CAPITAL, NAME

__all__ = ["LINKS", "NAME_LINKS"]


Link = Callable[[EntityTable, Turn], int | None]


NO_WORDS = ""
"""Where a turn would have the form of its words if it had some: *ujarnya*, a quotation without a cue."""
_WITHOUT_NAME: tuple[MentionType, ...] = ("role", "description", "unnamed")
_WORDS: tuple[MentionType, ...] = ("name", "organization", *_WITHOUT_NAME)
_DISPATCH = Dispatch[Link]()
_at = _DISPATCH.at
"""The link below looks at turns with words of these forms."""


def links_for(form: str) -> list[Link]:
    """Those of :data:`LINKS` that look at words of a form, in the same order."""
    return _DISPATCH.among(LINKS, form)


def one(found: Iterable[int]) -> int | None:
    """The only one; ``None`` where there are several or none."""
    several = list(found)
    return several[0] if len(several) == 1 else None


@_at(*_WORDS)
def same_name(table: EntityTable, turn: Turn) -> int | None:
    """Kepala pasar Rahma Wulandari … kata Rahma Wulandari

    The name itself, a part of it, its nickname or acronym; a shared one goes to the one who has the floor."""
    mention = turn.mention
    if mention is None or mention.name is None:
        return None
    found = table.find(table.keys[mention.name])
    if len(found) == 1:
        return found[0]
    if not found:
        return None
    shared = table.sharing(table.keys[mention.name], found)
    recent = shared.group.spoke_last()
    if len(shared.first) == 1 and (shared.first[0] in table.history or not recent):
        return shared.first[0]
    if recent:
        return recent[0] if len(recent) == 1 else min(recent, key=found.index)
    if shared.group.earliest()[0] > turn.at:
        return None
    before = islice((at for at in found if table.entities[at].introduced <= turn.at), 2)
    return one(before)


@_at("organization")
def the_company(table: EntityTable, turn: Turn) -> int | None:
    """PT Persada Tbk mengumumkan … Perseroan memperkirakan …

    *perseroan, perusahaan, manajemen* are the company that the article is about."""
    mention = turn.mention
    if (
        mention is None
        or mention.name is None
        or mention.type != "organization"
        or mention.name[1] - mention.name[0] != 1
    ):
        return None
    if table.article.lows[mention.name[0]] not in COMPANY:
        return None
    if table.company[1] >= 0:
        return table.company[1]
    listed = table.only_company(turn.at, listed=True)
    if listed is not None:
        return table.add(listed)  # PT Layar Samudra Tbk: perseroan is a listed company
    introduced, at = table.companies().earliest()
    if introduced < turn.at:
        return at
    told = table.only_company(turn.at, listed=False)
    return table.add(told) if told is not None else None


@_at(*_WITHOUT_NAME)
def role_name(table: EntityTable, turn: Turn) -> int | None:
    """Bupati Sukamaju, Rahma Wulandari … ujar Bupati

    A role used as a name finds the one who has it; abbreviations are spelled out (*Menkes* = *Menteri Kesehatan*)."""
    mention = turn.mention
    if mention is None or mention.type not in ("role", "description", "unnamed"):
        return None
    if mention.type == "unnamed" and table.article.lows[mention.first] in (
        "seorang",
        "sejumlah",
        "beberapa",
        "para",
        "salah",
    ):
        return None
    wanted = table.role_words[mention.head]
    if not wanted:
        return None
    group = table.having(wanted)
    recent = group.spoke_last()
    if recent:
        return min(recent)
    if len(group.members) == 1:
        return next(iter(group.members))
    if group.earliest()[0] > turn.at:
        return None
    return max((at for at in group.members if table.entities[at].introduced <= turn.at), default=None)


@_at("description")
def someone_before(table: EntityTable, turn: Turn) -> int | None:
    """Seorang pedagang kain menangis. "Modal saya habis," kata pedagang itu.

    *N itu* is the nameless *seorang N* of the sentences before."""
    mention = turn.mention
    if mention is None or mention.type != "description" or mention.head[1] - mention.head[0] != 2:
        return None
    article = table.article
    noun, first = article.lows[mention.head[0]], mention.first
    for i in range(first - 2, max(0, first - _SOMEONE_WITHIN), -1):
        if article.lows[i] != noun:
            continue
        if article.lows[i - 1] in ("seorang", "seseorang"):
            someone = read(article, i - 1, first)
        elif noun in ("sumber", "narasumber") and article.lows[i + 1] not in ("itu", "tersebut", "ini"):
            someone = noun_source(article, i, first)  # mengutip sumber pemerintah … sumber tersebut
        else:
            continue
        if someone is not None and someone.type == "unnamed":
            return itself(table, turn.with_mention(someone))
    return None


_SOMEONE_WITHIN = 60


@_at("description")
def described(table: EntityTable, turn: Turn) -> int | None:
    """Rahma … ucap perempuan berkerudung itu

    A description that no role explains means whoever is speaking; *lembaga itu* the last organization."""
    mention = turn.mention
    if mention is None or mention.type != "description":
        return None
    article = table.article
    first, last = mention.head
    head = article.lows[first]
    if head == "sang" and first + 1 < last:
        head = article.lows[first + 1]
    if (head in PAPERS and head not in HUMANS) or head in ("sumber", "narasumber"):
        return None
    if article.lexicon.organizations.get(head) and head not in article.lexicon.roles:
        organizations = table.organizations_like(head)
        likely = organizations.spoke_last() or organizations.members
        return max(likely, key=lambda at: (-abs(table.entities[at].introduced - turn.at), at), default=None)
    if article.lexicon.roles.get(head) == "office":
        holders = (at for at in table.holders(head) if table.entities[at].kind == "person")
        holder = one(islice(holders, 2))
        if holder is not None:
            return holder  # menteri kelahiran Ambon itu
    elif head in article.lexicon.roles and table.floor is not None:
        since = table.history.get(table.floor, -1)
        new = (at for at in table.holders(head) if since < table.entities[at].introduced < turn.at)
        holder = one(islice(new, 2))
        if holder is not None:
            return holder  # … kata pelatih. Pemain Persada lainnya, Hasan, tampil bagus. … kata pemain asal Melur ini
    before = bisect_right(table.sentences, first) - 2
    person = _person_of(table, before) if before >= 0 else None
    if person is not None:
        return person
    if table.floor is not None and table.entities[table.floor].kind != "organization":
        return table.floor
    return _prominent(table, turn)


@_at("pronoun")
def previous_subject(table: EntityTable, turn: Turn) -> int | None:
    """Rahma berbicara. Hasan memasuki ruangan. Ia menyatakan sidang dibuka.

    *Ia* at the head of a sentence is the person whom the narrator's sentence before is about, if nobody spoke in it."""
    mention = turn.mention
    article = table.article
    if mention is None or mention.type != "pronoun" or article.lows[mention.first] not in ("ia", "dia", "beliau"):
        return None
    at = bisect_right(table.sentences, mention.first) - 1
    if at < 1 or mention.first - table.sentences[at] > 2:
        return None
    found = _person_of(table, at - 1)
    if found is None and at > 1 and _goes_on(table, at - 1):
        return _person_of(table, at - 2)  # Hasan ikut hadir. Ia duduk di depan. Ia berjanji …
    return found


def _narrated(table: EntityTable, at: int) -> Mention | None:
    """Whom sentence number ``at`` is about, if nobody speaks in it."""
    begin, end = table.sentences[at], table.sentences[at + 1]
    pointing = table.turn_starts
    k = bisect_left(pointing, begin)
    if k < len(pointing) and pointing[k] < end:
        return None
    return narrated(table.article, begin, end)


def _goes_on(table: EntityTable, at: int) -> bool:
    """Whether sentence number ``at`` tells on about *ia*, and nobody speaks in it."""
    subject = _narrated(table, at)
    return subject is not None and table.article.lows[subject.first] in ("ia", "dia", "beliau")


def _person_of(table: EntityTable, at: int) -> int | None:
    """The person whom the narrator's sentence number ``at`` is about, if nobody spoke in it."""
    article = table.article
    subject = _narrated(table, at)
    if subject is None or subject.type != "name" or subject.name is None or subject.last >= table.sentences[at + 1]:
        return None
    low = article.lows[subject.name[0]]
    found = table.find(table.keys[subject.name])
    if len(found) == 1 and table.entities[found[0]].kind == "person":
        return found[0]
    if low in article.lexicon.openers or is_abstract(low):
        return None
    given = [name in article.lexicon.given for name in article.lows[subject.name[0] : subject.name[1]]]
    proved = given[0] or bool(subject.roles) or (any(given) and article.features[subject.name[0]] & NAME)
    full = len(given) > 1 and proved
    alone = given == [True] and low not in article.vocabulary and not found
    return table.add(subject) if full or alone else None


@_at("pronoun", NO_WORDS)
def new_subject(table: EntityTable, turn: Turn) -> int | None:
    """ "Kami siap," kata Rahma. Wakil Bupati Hasan Basuki menyambut baik rencana itu. "Kami dukung," ujarnya.

    After a sentence that brings in somebody with a role and tells what they do, the quotation is theirs."""
    mention = turn.mention
    article = table.article
    if turn.reference not in ("nya", "floor", "bare") and (mention is None or mention.type != "pronoun"):
        return None
    at = bisect_right(table.sentences, turn.at) - 1
    if at < 1 or article.words[table.sentences[at]] not in _MARKS:
        return None
    begin, end = table.sentences[at - 1], table.sentences[at]
    roles = article.lexicon.roles
    if "office" not in map(roles.get, article.lows[begin:end]):
        return None  # the sentence names none
    subject = _narrated(table, at - 1)
    if subject is None or subject.name is None or subject.type != "name" or subject.last >= end:
        return None
    if not any(roles.get(low) == "office" for i, j in subject.roles for low in article.lows[i:j]):
        return None
    after = after_subject(article, subject, end)
    if after >= end or not opens_predicate(article, after) or article.lows[after].startswith("di"):
        return None
    found = table.find(table.keys[subject.name])
    if not found:
        return table.add(subject)
    new = len(found) == 1 and found[0] not in table.history and table.entities[found[0]].kind == "person"
    return found[0] if new and table.entities[found[0]].introduced >= subject.first else None


_MARKS = frozenset("\"\u201c\u201d\u201e\u00ab\u2018\u2019'")


@_at("pronoun")
def those_before(table: EntityTable, turn: Turn) -> int | None:
    """Sejumlah nelayan berkumpul. "Solar hilang," kata Rahma. Mereka mengaku kecewa.

    *Mereka* after one person: the several whom a sentence shortly before is about, or the organization of the
    sentence right before."""
    mention = turn.mention
    article = table.article
    if mention is None or mention.type != "pronoun" or article.lows[mention.first] != "mereka":
        return None
    if table.floor is None or table.entities[table.floor].kind != "person":
        return None
    at = bisect_right(table.sentences, mention.first) - 1
    for k in range(at - 1, max(-1, at - _SEVERAL_WITHIN), -1):
        group = narrated(article, table.sentences[k], table.sentences[k + 1])
        if group is None or group.last >= table.sentences[k + 1]:
            continue
        if group.type == "unnamed" and article.lows[group.first] in PLURALS:
            return itself(table, turn.with_mention(group))
        if (
            group.type == "organization"
            and k == at - 1
            and article.features[group.head[0]] & CAPITAL
            and (opens_predicate(article, group.last) or article.words[group.last] == ",")
        ):
            return table.add(group)
    return None


_SEVERAL_WITHIN = 5


@_at("pronoun", NO_WORDS)
def speaking(table: EntityTable, turn: Turn) -> int | None:
    """Rahma mengatakan pasar aman. "Tidak ada masalah," tambahnya.

    *-nya*, *dia*, *pihaknya* and a quotation without a cue: whoever has the floor."""
    mention = turn.mention
    if mention is not None and mention.type != "pronoun":
        return None
    if (
        mention is not None
        and table.article.lows[mention.first] in ("mereka", "keduanya", "ketiganya")
        and table.floor is not None
        and table.entities[table.floor].kind == "person"
    ):
        lately = takewhile(lambda had: had[0] > turn.at - _MANY_WITHIN, reversed(table.had_floor))
        several = [(when, at) for when, at in lately if table.entities[at].kind != "person"]
        return max(several)[1] if several else None
    if turn.reference == "bare" and table.reported is not None and _sentence_before(table, turn):
        return table.reported
    return table.floor


def _sentence_before(table: EntityTable, turn: Turn) -> bool:
    """Whether the organization that was reported last stands in the sentence right before a quotation without a cue."""
    when = table.history[table.reported] if table.reported is not None else -1
    return bisect_right(table.sentences, turn.at) - bisect_right(table.sentences, when) <= 1


_MANY_WITHIN = 150
"""Words after which *mereka* no longer means the organization that spoke."""


@_at(NO_WORDS)
def next_speaker(table: EntityTable, turn: Turn) -> int | None:
    """ "Kami tidak tahu apa-apa." / "Kami hanya petani," kata Rahma.

    A quotation before anybody has spoken belongs to whoever speaks next."""
    if turn.mention is not None or turn.reference != "bare":
        return None
    coming = table.coming(turn.at)
    if coming is None:
        return None
    for link in (same_name, role_name, itself):
        at = link(table, coming)
        if at is not None:
            return at
    return None


@_at("pronoun", NO_WORDS)
def prominent(table: EntityTable, turn: Turn) -> int | None:
    """Rahma Wulandari kini menjadi sorotan. "Saya hanya berbagi cerita," ujarnya.

    Nobody has spoken yet: the person whom the sentences before are about."""
    mention = turn.mention
    if mention is not None and mention.type not in ("pronoun",):
        return None
    return _prominent(table, turn)


def _prominent(table: EntityTable, turn: Turn) -> int | None:
    article = table.article
    at = bisect_right(table.sentences, turn.at) - 1
    for k in range(at, max(-1, at - 12), -1):
        begin = table.sentences[k]
        end = table.sentences[k + 1] if k + 1 < len(table.sentences) else len(article.words)
        mention = narrated(article, begin, end) if begin < turn.at else None
        several = article.lows[turn.mention.first] if turn.mention is not None else ""
        many = several == "mereka"
        if several in ("keduanya", "ketiganya"):
            return None
        if mention is None or mention.name is None or mention.type != ("organization" if many else "name"):
            continue
        if "." in article.lows[mention.name[0]]:
            continue  # MELUR.id - …: the paper
        if many:
            if not article.features[mention.name[0]] & CAPITAL:
                continue  # kampung suaminya
            return table.add(mention)
        named = table.find(table.keys[mention.name])
        if len(named) == 1 and table.entities[named[0]].kind == "person":
            return named[0]
        low = article.lows[mention.name[0]]
        size = mention.name[1] - mention.name[0]
        if low in article.lexicon.openers and low not in article.lexicon.given:
            continue
        if (
            low in article.lexicon.given
            or (size > 1 and low not in article.lexicon.fields)
            or mention.rank
            or mention.roles
        ):
            return table.add(mention)
    return None


@_at(*_WORDS)
def itself(table: EntityTable, turn: Turn) -> int | None:
    """ "Banjir datang tengah malam," kata seorang warga.

    An entity without a name, or a role whose holder the article never names, stands for itself."""
    mention = turn.mention
    if mention is None or mention.name is not None or mention.type == "pronoun":
        return None
    i, j = mention.head
    lows = table.article.lows
    while (
        i < j - 1
        and lows[i] in ("seorang", "sang", "salah", "satu", "para", "sejumlah", "beberapa")
        and lows[i] != "para"
    ):
        i += 1
    key = tuple(low for low in lows[i:j] if low[0].isalnum() and low not in ("itu", "ini", "tersebut"))
    exact = table.by_form.get(("*", *key))
    if exact:
        return exact[0]
    name = " ".join(table.article.slice(*mention.head).split())
    if lows[j - 1].endswith("nya") and lows[j - 1][:-3] in PAPERS:
        name = name[:-3]  # dalam amar putusannya: amar putusan
    at = table.new(("*", *key), name, "unnamed")
    table.entities[at].mentions.setdefault(mention.head)
    table.entities[at].introduced = mention.first
    for span in mention.roles:
        table.hold(at, span, beside=True)
    for span in mention.organizations:
        table.entities[at].organizations.setdefault(span)
    return at


LINKS: list[Link] = [
    the_company,
    same_name,
    role_name,
    someone_before,
    described,
    previous_subject,
    new_subject,
    those_before,
    speaking,
    next_speaker,
    prominent,
    itself,
]
