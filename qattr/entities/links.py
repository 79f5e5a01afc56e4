"""From the words that point to a source to the source itself.

Names are gathered first: every place where the article names one of its sources is read, so that *kata Rahma* finds
*Kepala Dinas Kesehatan Rahma Wulandari* wherever that stands.  Then the statements are gone through in order, and each
pointer is taken to a source by the first of :data:`LINKS` that knows an answer.  *-nya*, *dia* and a bare quotation
mean whoever has the floor: the last source that spoke or was introduced as speaking.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from itertools import islice, takewhile

from qattr.entities.entity import Pointer
from qattr.entities.name_links import NAME_LINKS
from qattr.entities.table import People
from qattr.lexicon.morphology import is_abstract
from qattr.lexicon.vocabulary import COMPANY, HUMANS, PAPERS, PLURALS
from qattr.mentions.read import Form, Mention, noun_source, read
from qattr.mentions.word_questions import opens_predicate
from qattr.rules.dispatch import Dispatch
from qattr.rules.subjects import behind_subject, narrated
from qattr.text.features import CAPITAL, NAME

__all__ = ["LINKS", "NAME_LINKS"]


Link = Callable[[People, Pointer], int | None]


NO_WORDS = ""
"""Where a pointer would have the form of its words if it had some: *ujarnya*, a quotation without a cue."""
_WITHOUT_NAME: tuple[Form, ...] = ("role", "description", "unnamed")
_WORDS: tuple[Form, ...] = ("name", "body", *_WITHOUT_NAME)
_DISPATCH = Dispatch[Link]()
_at = _DISPATCH.at
"""The link below looks at pointers with words of these forms."""


def links_for(form: str) -> list[Link]:
    """Those of :data:`LINKS` that look at words of a form, in the same order."""
    return _DISPATCH.among(LINKS, form)


def one(found: Iterable[int]) -> int | None:
    """The only one; ``None`` where there are several or none."""
    several = list(found)
    return several[0] if len(several) == 1 else None


@_at(*_WORDS)
def same_name(people: People, pointer: Pointer) -> int | None:
    """Kepala pasar Rahma Wulandari … kata Rahma Wulandari

    The name itself, a part of it, its nickname or acronym; a shared one goes to the one who has the floor."""
    mention = pointer.mention
    if mention is None or mention.name is None:
        return None
    found = people.find(people.keys[mention.name])
    if len(found) == 1:
        return found[0]
    if not found:
        return None
    shared = people.sharing(people.keys[mention.name], found)
    recent = shared.group.spoke_last()
    if len(shared.first) == 1 and (shared.first[0] in people.history or not recent):
        return shared.first[0]
    if recent:
        return recent[0] if len(recent) == 1 else min(recent, key=found.index)
    if shared.group.earliest()[0] > pointer.at:
        return None
    before = islice((at for at in found if people.sources[at].introduced <= pointer.at), 2)
    return one(before)


@_at("body")
def the_company(people: People, pointer: Pointer) -> int | None:
    """PT Persada Tbk mengumumkan … Perseroan memperkirakan …

    *perseroan, perusahaan, manajemen* are the company that the article is about."""
    mention = pointer.mention
    if mention is None or mention.name is None or mention.form != "body" or mention.name[1] - mention.name[0] != 1:
        return None
    if people.article.lows[mention.name[0]] not in COMPANY:
        return None
    if people.company[1] >= 0:
        return people.company[1]
    listed = people.only_company(pointer.at, listed=True)
    if listed is not None:
        return people.add(listed)  # PT Layar Samudra Tbk: perseroan is a listed company
    introduced, at = people.companies().earliest()
    if introduced < pointer.at:
        return at
    told = people.only_company(pointer.at, listed=False)
    return people.add(told) if told is not None else None


@_at(*_WITHOUT_NAME)
def role_name(people: People, pointer: Pointer) -> int | None:
    """Bupati Sukamaju, Rahma Wulandari … ujar Bupati

    A post used as a name finds the one who has it; abbreviations are spelled out (*Menkes* = *Menteri Kesehatan*)."""
    mention = pointer.mention
    if mention is None or mention.form not in ("role", "description", "unnamed"):
        return None
    if mention.form == "unnamed" and people.article.lows[mention.first] in (
        "seorang",
        "sejumlah",
        "beberapa",
        "para",
        "salah",
    ):
        return None
    wanted = people.post_words[mention.head]
    if not wanted:
        return None
    group = people.having(wanted)
    recent = group.spoke_last()
    if recent:
        return min(recent)
    if len(group.members) == 1:
        return next(iter(group.members))
    if group.earliest()[0] > pointer.at:
        return None
    return max((at for at in group.members if people.sources[at].introduced <= pointer.at), default=None)


@_at("description")
def someone_before(people: People, pointer: Pointer) -> int | None:
    """Seorang pedagang kain menangis. "Modal saya habis," kata pedagang itu.

    *N itu* is the nameless *seorang N* of the sentences before."""
    mention = pointer.mention
    if mention is None or mention.form != "description" or mention.head[1] - mention.head[0] != 2:
        return None
    article = people.article
    noun, first = article.lows[mention.head[0]], mention.first
    for i in range(first - 2, max(0, first - _SOMEONE_WITHIN), -1):
        if article.lows[i] != noun:
            continue
        if article.lows[i - 1] in ("seorang", "seseorang"):
            someone = read(article, i - 1, first, people.known)
        elif noun in ("sumber", "narasumber") and article.lows[i + 1] not in ("itu", "tersebut", "ini"):
            someone = noun_source(article, i, first)  # mengutip sumber pemerintah … sumber tersebut
        else:
            continue
        if someone is not None and someone.form == "unnamed":
            return itself(people, pointer.pointing(someone))
    return None


_SOMEONE_WITHIN = 60


@_at("description")
def described(people: People, pointer: Pointer) -> int | None:
    """Rahma … ucap perempuan berkerudung itu

    A description that no post explains means whoever is speaking; *lembaga itu* the last body."""
    mention = pointer.mention
    if mention is None or mention.form != "description":
        return None
    article = people.article
    first, last = mention.head
    head = article.lows[first]
    if head == "sang" and first + 1 < last:
        head = article.lows[first + 1]
    if (head in PAPERS and head not in HUMANS) or head in ("sumber", "narasumber"):
        return None
    if article.lexicon.bodies.get(head) and head not in article.lexicon.roles:
        bodies = people.bodies_like(head)
        likely = bodies.spoke_last() or bodies.members
        return max(likely, key=lambda at: (-abs(people.sources[at].introduced - pointer.at), at), default=None)
    if article.lexicon.roles.get(head) == "post":
        holders = (at for at in people.holders(head) if people.sources[at].kind == "person")
        holder = one(islice(holders, 2))
        if holder is not None:
            return holder  # menteri kelahiran Ambon itu
    elif head in article.lexicon.roles and people.floor is not None:
        since = people.history.get(people.floor, -1)
        new = (at for at in people.holders(head) if since < people.sources[at].introduced < pointer.at)
        holder = one(islice(new, 2))
        if holder is not None:
            return holder  # … kata pelatih. Pemain Persada lainnya, Hasan, tampil bagus. … kata pemain asal Melur ini
    before = bisect_right(people.sentences, first) - 2
    person = _person_of(people, before) if before >= 0 else None
    if person is not None:
        return person
    if people.floor is not None and people.sources[people.floor].kind != "organization":
        return people.floor
    return _prominent(people, pointer)


@_at("pronoun")
def previous_subject(people: People, pointer: Pointer) -> int | None:
    """Rahma berbicara. Hasan memasuki ruangan. Ia menyatakan sidang dibuka.

    *Ia* at the head of a sentence is the person whom the narrator's sentence before is about, if nobody spoke in it."""
    mention = pointer.mention
    article = people.article
    if mention is None or mention.form != "pronoun" or article.lows[mention.first] not in ("ia", "dia", "beliau"):
        return None
    at = bisect_right(people.sentences, mention.first) - 1
    if at < 1 or mention.first - people.sentences[at] > 2:
        return None
    found = _person_of(people, at - 1)
    if found is None and at > 1 and _goes_on(people, at - 1):
        return _person_of(people, at - 2)  # Hasan ikut hadir. Ia duduk di depan. Ia berjanji …
    return found


def _narrated(people: People, at: int) -> Mention | None:
    """Whom sentence number ``at`` is about, if nobody speaks in it."""
    begin, end = people.sentences[at], people.sentences[at + 1]
    pointing = people.pointing
    k = bisect_left(pointing, begin)
    if k < len(pointing) and pointing[k] < end:
        return None
    return narrated(people.article, begin, end, people.known)


def _goes_on(people: People, at: int) -> bool:
    """Whether sentence number ``at`` tells on about *ia*, and nobody speaks in it."""
    subject = _narrated(people, at)
    return subject is not None and people.article.lows[subject.first] in ("ia", "dia", "beliau")


def _person_of(people: People, at: int) -> int | None:
    """The person whom the narrator's sentence number ``at`` is about, if nobody spoke in it."""
    article = people.article
    subject = _narrated(people, at)
    if subject is None or subject.form != "name" or subject.name is None or subject.last >= people.sentences[at + 1]:
        return None
    low = article.lows[subject.name[0]]
    found = people.find(people.keys[subject.name])
    if len(found) == 1 and people.sources[found[0]].kind == "person":
        return found[0]
    if low in article.lexicon.openers or is_abstract(low):
        return None
    given = [name in article.lexicon.given for name in article.lows[subject.name[0] : subject.name[1]]]
    proved = given[0] or bool(subject.roles) or (any(given) and article.kinds[subject.name[0]] & NAME)
    full = len(given) > 1 and proved
    alone = given == [True] and low not in article.vocabulary and not found
    return people.add(subject) if full or alone else None


@_at("pronoun", NO_WORDS)
def new_subject(people: People, pointer: Pointer) -> int | None:
    """ "Kami siap," kata Rahma. Wakil Bupati Hasan Basuki menyambut baik rencana itu. "Kami dukung," ujarnya.

    Behind a sentence that brings in somebody with a post and tells what they do, the quotation is theirs."""
    mention = pointer.mention
    article = people.article
    if pointer.how not in ("nya", "floor", "bare") and (mention is None or mention.form != "pronoun"):
        return None
    at = bisect_right(people.sentences, pointer.at) - 1
    if at < 1 or article.words[people.sentences[at]] not in _MARKS:
        return None
    begin, end = people.sentences[at - 1], people.sentences[at]
    posts = article.lexicon.roles
    if "post" not in map(posts.get, article.lows[begin:end]):
        return None  # the sentence names none
    subject = _narrated(people, at - 1)
    if subject is None or subject.name is None or subject.form != "name" or subject.last >= end:
        return None
    if not any(posts.get(low) == "post" for i, j in subject.roles for low in article.lows[i:j]):
        return None
    behind = behind_subject(article, subject, end)
    if behind >= end or not opens_predicate(article, behind) or article.lows[behind].startswith("di"):
        return None
    found = people.find(people.keys[subject.name])
    if not found:
        return people.add(subject)
    new = len(found) == 1 and found[0] not in people.history and people.sources[found[0]].kind == "person"
    return found[0] if new and people.sources[found[0]].introduced >= subject.first else None


_MARKS = frozenset("\"\u201c\u201d\u201e\u00ab\u2018\u2019'")


@_at("pronoun")
def those_before(people: People, pointer: Pointer) -> int | None:
    """Sejumlah nelayan berkumpul. "Solar hilang," kata Rahma. Mereka mengaku kecewa.

    *Mereka* behind one person: the several whom a sentence shortly before is about, or the body of the sentence right
    before."""
    mention = pointer.mention
    article = people.article
    if mention is None or mention.form != "pronoun" or article.lows[mention.first] != "mereka":
        return None
    if people.floor is None or people.sources[people.floor].kind != "person":
        return None
    at = bisect_right(people.sentences, mention.first) - 1
    for k in range(at - 1, max(-1, at - _SEVERAL_WITHIN), -1):
        group = narrated(article, people.sentences[k], people.sentences[k + 1], people.known)
        if group is None or group.last >= people.sentences[k + 1]:
            continue
        if group.form == "unnamed" and article.lows[group.first] in PLURALS:
            return itself(people, pointer.pointing(group))
        if (
            group.form == "body"
            and k == at - 1
            and article.kinds[group.head[0]] & CAPITAL
            and (opens_predicate(article, group.last) or article.words[group.last] == ",")
        ):
            return people.add(group)
    return None


_SEVERAL_WITHIN = 5


@_at("pronoun", NO_WORDS)
def speaking(people: People, pointer: Pointer) -> int | None:
    """Rahma mengatakan pasar aman. "Tidak ada masalah," tambahnya.

    *-nya*, *dia*, *pihaknya* and a quotation without a cue: whoever has the floor."""
    mention = pointer.mention
    if mention is not None and mention.form != "pronoun":
        return None
    if (
        mention is not None
        and people.article.lows[mention.first] in ("mereka", "keduanya", "ketiganya")
        and people.floor is not None
        and people.sources[people.floor].kind == "person"
    ):
        lately = takewhile(lambda turn: turn[0] > pointer.at - _MANY_WITHIN, reversed(people.turns))
        several = [(when, at) for when, at in lately if people.sources[at].kind != "person"]
        return max(several)[1] if several else None
    if pointer.how == "bare" and people.reported is not None and _sentence_before(people, pointer):
        return people.reported
    return people.floor


def _sentence_before(people: People, pointer: Pointer) -> bool:
    """Whether the body that was reported last stands in the sentence right before a quotation without a cue."""
    when = people.history[people.reported] if people.reported is not None else -1
    return bisect_right(people.sentences, pointer.at) - bisect_right(people.sentences, when) <= 1


_MANY_WITHIN = 150
"""Words behind which *mereka* no longer means the body that spoke."""


@_at(NO_WORDS)
def next_speaker(people: People, pointer: Pointer) -> int | None:
    """ "Kami tidak tahu apa-apa." / "Kami hanya petani," kata Rahma.

    A quotation before anybody has spoken belongs to whoever speaks next."""
    if pointer.mention is not None or pointer.how != "bare":
        return None
    coming = people.coming(pointer.at)
    if coming is None:
        return None
    for link in (same_name, role_name, itself):
        at = link(people, coming)
        if at is not None:
            return at
    return None


@_at("pronoun", NO_WORDS)
def prominent(people: People, pointer: Pointer) -> int | None:
    """Rahma Wulandari kini menjadi sorotan. "Saya hanya berbagi cerita," ujarnya.

    Nobody has spoken yet: the person whom the sentences before are about."""
    mention = pointer.mention
    if mention is not None and mention.form not in ("pronoun",):
        return None
    return _prominent(people, pointer)


def _prominent(people: People, pointer: Pointer) -> int | None:
    article = people.article
    at = bisect_right(people.sentences, pointer.at) - 1
    for k in range(at, max(-1, at - 12), -1):
        begin = people.sentences[k]
        end = people.sentences[k + 1] if k + 1 < len(people.sentences) else len(article.words)
        mention = narrated(article, begin, end, people.known) if begin < pointer.at else None
        several = article.lows[pointer.mention.first] if pointer.mention is not None else ""
        many = several == "mereka"
        if several in ("keduanya", "ketiganya"):
            return None
        if mention is None or mention.name is None or mention.form != ("body" if many else "name"):
            continue
        if "." in article.lows[mention.name[0]]:
            continue  # MELUR.id - …: the paper
        if many:
            if not article.kinds[mention.name[0]] & CAPITAL:
                continue  # kampung suaminya
            return people.add(mention)
        named = people.find(people.keys[mention.name])
        if len(named) == 1 and people.sources[named[0]].kind == "person":
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
            return people.add(mention)
    return None


@_at(*_WORDS)
def itself(people: People, pointer: Pointer) -> int | None:
    """ "Banjir datang tengah malam," kata seorang warga.

    A source without a name, or a post whose holder the article never names, stands for itself."""
    mention = pointer.mention
    if mention is None or mention.name is not None or mention.form == "pronoun":
        return None
    i, j = mention.head
    lows = people.article.lows
    while (
        i < j - 1
        and lows[i] in ("seorang", "sang", "salah", "satu", "para", "sejumlah", "beberapa")
        and lows[i] != "para"
    ):
        i += 1
    key = tuple(low for low in lows[i:j] if low[0].isalnum() and low not in ("itu", "ini", "tersebut"))
    exact = people.by_form.get(("*", *key))
    if exact:
        return exact[0]
    name = " ".join(people.article.slice(*mention.head).split())
    if lows[j - 1].endswith("nya") and lows[j - 1][:-3] in PAPERS:
        name = name[:-3]  # dalam amar putusannya: amar putusan
    at = people.new(("*", *key), name, "unnamed")
    people.sources[at].mentions.setdefault(mention.head)
    people.sources[at].introduced = mention.first
    for span in mention.roles:
        people.hold(at, span, beside=True)
    for span in mention.bodies:
        people.sources[at].bodies.setdefault(span)
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
