"""Every place where the article names one of its entities, read before the attributions are gone through.

*Kata Rahma* finds *Kepala Dinas Kesehatan Rahma Wulandari* wherever that stands: before the attribution or after it.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from operator import attrgetter

from qattr.entities.body_edges import Bodies
from qattr.entities.cut_names import full_names
from qattr.entities.epithets import meant_by
from qattr.entities.introductions import Introductions
from qattr.entities.matching import add
from qattr.entities.name_edges import Edges, trimmed_turns
from qattr.entities.names import NameKey, shown_name
from qattr.entities.naming import Setting
from qattr.entities.nicknames import Nickname, nicknames
from qattr.entities.spoken_for import spoken_for
from qattr.entities.table import EntityTable
from qattr.lexicon.tags import tagged
from qattr.mentions import Mention, MentionType, read
from qattr.mentions.single_words import role_word
from qattr.rules.attribution import Turn
from qattr.rules.narrated import narrated
from qattr.text.article import Article
from qattr.text.derived import derived
from qattr.text.features import BREAKS, CAPITAL, GIVEN

_ENDS_OUTER_ROLE = tagged("ends", "outer_role")
"""*Juru Bicara* | *Presiden*, *Staf Khusus* | *Menteri*."""
_TOO_COMMON = tagged("too_common", "organization")
"""*Dinas*, *Universitas*: words of organizations by which none is found."""
_CALLED_BY_ROLE: tuple[MentionType, ...] = ("role", "description")


def gather(table: EntityTable, turns: list[Turn], introductions: Introductions) -> list[Turn]:
    """Make an entity of everybody who is named at a turn, out of all mentions in the article, the longest first.

    Returns the turns; their names are trimmed where others show that they hold words too many."""
    keys = table.keys
    at_turns = [mention for turn in turns if turn.mention is not None for mention in (turn.mention, *turn.mention.also)]
    named = [mention for mention in at_turns if mention.name is not None]
    roles = [turn.mention for turn in turns if turn.mention is not None and turn.mention.name is None]
    roles = [mention for mention in roles if mention.type in _CALLED_BY_ROLE]
    covered: set[int] = set()
    found = [*named, *_named_again(table, introductions, named, covered)]
    found.extend(full_names(introductions, keys, found, covered))
    if roles:
        heads = {word for role in roles for word in table.roles.words[role.head][:1]}
        found.extend(_with_roles(table, introductions, heads))
    meant = {name for mention in at_turns for name in meant_by(table.article, mention)}
    if meant:
        found.extend(_meant(table, introductions, meant))
    found = _without_others_roles(table.article, found)
    turns, found = spoken_for(turns, found, introductions, keys)
    setting = Setting(introductions, turns)
    bodies = Bodies(setting)
    bodies.learn(named, found)
    found = [mention for mention in map(bodies.of_this, found) if mention is not None]
    edges = Edges(setting)
    edges.learn(named, found)
    found = [edges.trimmed(mention) for mention in found]
    turns = trimmed_turns(turns, edges)
    found.sort(key=attrgetter("first"))
    keyed = [(keys[mention.name], mention) for mention in found if mention.name is not None]
    keyed.sort(key=_length, reverse=True)
    called = _called(table, named)
    nicks = {key for key, _ in called}
    later = []
    for key, mention in keyed:
        if key in nicks:
            later.append(mention)
        else:
            add(table, mention)
    if called:
        _name_by_nickname(table, introductions, called)
    for mention in later:
        add(table, mention)
    return turns


def _without_others_roles(article: Article, found: list[Mention]) -> list[Mention]:
    """*Pendiri PlayNest, Omar Reyes*: the role is that of Omar Reyes, in which PlayNest stands."""
    longest: dict[int, int] = {}
    for mention in found:
        for first, last in mention.roles:
            longest[first] = max(last, longest.get(first, 0))
    bare = {mention.first: at for at, mention in enumerate(found) if not mention.roles and mention.type == "name"}
    out = list(found)
    for at, mention in enumerate(found):
        if not mention.roles or mention.name is None:
            continue
        after = mention.name[1]
        if _ends_role(article, mention, longest):
            out[at] = mention.replace(roles=())
        elif article.features[after - 1] & BREAKS and article.words[after : after + 1] == (",",) and after + 1 in bare:
            person = bare[after + 1]
            out[person] = found[person].replace(roles=((mention.roles[0][0], after),))
            out[at] = mention.replace(roles=())
    return out


def _ends_role(article: Article, mention: Mention, longest: dict[int, int]) -> bool:
    """Whether the name is the last of a longer role with the same first word (-> where that ends), before a comma."""
    if not mention.roles or mention.name is None:
        return False
    i, j = mention.name
    if longest.get(mention.roles[0][0], 0) != j or j >= len(article.words) or article.words[j] != ",":
        return False
    return not any(kind & GIVEN for kind in article.features[i:j])


def _length(keyed: tuple[NameKey, Mention]) -> int:
    """How many words of a mention's name are compared."""
    return len(keyed[0])


# ------------------------------------------------------------------------- the names at the turns, elsewhere


def _named_again(
    table: EntityTable, introductions: Introductions, named: list[Mention], covered: set[int]
) -> list[Mention]:
    """Where the words of these names stand elsewhere: *Rahma Wulandari* … *kata Rahma*.

    Adds to ``covered`` the words of the names themselves."""
    article = table.article
    people: set[str] = set()
    organizations: set[str] = set()
    for mention in named:
        words = organizations if mention.type == "organization" else people
        assert mention.name is not None
        for span in (mention.name, *mention.aliases):
            words.update(table.keys[span])
            covered.update(range(*span))
    people = _telling(article, people)
    found: list[Mention] = []
    if organizations:
        organizations = _telling(article, organizations - people)
        keys = [table.keys[mention.name] for mention in named if mention.type == "organization" and mention.name]
        found = [*_spelled_out(article, organizations), *_spelled_with_place(article, keys)]
    done = -1
    lows = article.lows
    wanted = people | organizations
    for i in [i for i in article.capitals if lows[i] in wanted]:
        if i <= done or i in covered or introductions.quoted(i):
            continue
        phrase = introductions.person(i) if lows[i] in people else introductions.organization(i)
        if phrase is not None and phrase.name is not None:
            found.append(phrase)
            done = phrase.name[1] - 1
    return found


def _telling(article: Article, words: set[str]) -> set[str]:
    """Those of a name's words that can stand for it: not *dari*, *pembangunan*, *sumatera* or a single letter."""
    lex = article.lexicon
    common = words & lex.stops | words & lex.prepositions | words & _TOO_COMMON
    common |= (words & lex.fields | words & lex.places) - lex.given
    return {word for word in words - common if len(word) > 1}


def _spelled_out(article: Article, organizations: set[str]) -> list[Mention]:
    """*Badan Pusat Statistik (BPS)* … *BPS mencatat*: the full names of organizations that are called by acronyms."""
    return [*_spelled_in_article(article, organizations), *_spelled_in_lexicon(article, organizations)]


def _spelled_in_article(article: Article, organizations: set[str]) -> list[Mention]:
    """Full names with their acronyms in brackets after them."""
    lows, ends = article.lows, article.ends
    found = []
    for short, (i, j) in article.acronyms.items():
        parts = short.split()
        if organizations.isdisjoint(parts) and organizations.isdisjoint(lows[i:j]):
            continue
        first = article.at(ends[j - 1] + 1) + 1
        last = first + len(parts)
        aliases = ((first, last),) if last <= len(lows) else ()
        found.append(Mention(i, j, "organization", (i, j), (i, j), aliases=aliases))
    return found


def _spelled_with_place(article: Article, keys: list[NameKey]) -> list[Mention]:
    """*Pemerintah Provinsi (Pemprov) Mandira* … *Pemprov Mandira menilai*: full names that go on behind the bracket
    as one of these does behind the acronym."""
    found = []
    for short, (i, j) in article.acronyms.items():
        parts = tuple(short.split())
        first = article.at(article.ends[j - 1] + 1) + 1
        behind = first + len(parts) + 1
        longest = 0
        for key in keys:
            rest = key[len(parts) :]
            if len(rest) > longest and key[: len(parts)] == parts and article.lows[behind : behind + len(rest)] == rest:
                longest = len(rest)
        if longest:
            last = behind + longest
            found.append(Mention(i, last, "organization", (i, last), (i, last), aliases=((first, last),)))
    return found


def _spelled_in_lexicon(article: Article, organizations: set[str]) -> list[Mention]:
    """Full names, as the lexicon knows them, of the acronyms among these words."""
    found = []
    for word in organizations:
        spelled = article.lexicon.acronyms.get(word)
        at = article.text.find(spelled) if spelled else -1
        if at >= 0 and spelled:
            i, j = article.at(at), article.at(at + len(spelled) - 1) + 1
            found.append(Mention(i, j, "organization", (i, j), (i, j)))
    return found


# ------------------------------------------------------------------------------------ those who are called by a role


def _with_roles(table: EntityTable, introductions: Introductions, heads: set[str]) -> list[Mention]:
    """Those introduced with a role that stands for them (*Bupati Melur, Rahma, membuka …* … *kata Bupati*), by the
    first words of such roles."""
    article = table.article
    abbreviated = derived(article.lexicon).role_heads
    for head in tuple(heads):
        heads.update(abbreviated.get(head, ()))
    found = []
    end = 0
    lows = article.lows
    for i in [i for i in article.capitals if lows[i] in heads]:
        if i < end or not role_word(article, i) or _part_of_role(article, i) or introductions.quoted(i):
            continue
        mention = read(article, i, introductions.sentence(i)[1])
        if mention is not None and mention.name is not None and mention.roles:
            found.append(mention)
            end = mention.name[1]
    return found


def _meant(table: EntityTable, introductions: Introductions, names: set[NameKey]) -> list[Mention]:
    """Where the article names those for whom an epithet stands: *KPK* … *lembaga antirasuah itu*."""
    article = table.article
    heads = {name[0] for name in names}
    found = _with_roles(table, introductions, heads & article.lexicon.roles.keys())
    found.extend(_spelled_out(article, {name[0] for name in names if len(name) == 1}))
    for i in [i for i in article.capitals if article.lows[i] in heads and not introductions.quoted(i)]:
        phrase = introductions.organization(i)
        if phrase is None or phrase.type != "organization" or phrase.name is None:
            continue
        key = table.keys[phrase.name]
        if any(key[: len(name)] == name for name in names):
            found.append(phrase)
    return found


def _part_of_role(article: Article, i: int) -> bool:
    """Whether a longer role holds the one at word ``i``: *Wakil* | *Bupati*, *Juru Bicara* | *Presiden*."""
    if not i or not article.features[i - 1] & CAPITAL:
        return False
    return role_word(article, i - 1) or article.lows[i - 1] in _ENDS_OUTER_ROLE


# ----------------------------------------------------------------------------------------------------- nicknames


def _called(table: EntityTable, named: list[Mention]) -> list[tuple[NameKey, Nickname]]:
    """The nicknames by which somebody is named at a turn."""
    called = nicknames(table.article)
    if not called:
        return []
    wanted = {table.keys[m.name] for m in named if m.name is not None and m.type == "name"}
    return [(key, nickname) for nickname in called if (key := table.keys[nickname.nick]) in wanted]


def _name_by_nickname(table: EntityTable, introductions: Introductions, called: list[tuple[NameKey, Nickname]]) -> None:
    """Give the nicknames to those who are called so."""
    told = sorted((span[0], at) for at, entity in enumerate(table.entities) for span in entity.mentions)
    for key, nickname in called:
        if key in table.nicknames:
            continue
        subject = nickname.name or _subject_before(introductions, nickname.nick[0])
        if subject is not None:
            whose = add(table, subject)
            if whose is not None and subject.name is not None:
                insort(told, (subject.name[0], whose))
        else:
            whose = _last_told(table, told, nickname.nick[0])
        if whose is not None and key not in table.by_form:
            table.nicknamed(whose, key)
            table.entities[whose].aliases.setdefault(shown_name(table.article, nickname.nick))


def _subject_before(introductions: Introductions, i: int) -> Mention | None:
    """The person whom the narrator's sentence before word ``i`` is about."""
    article = introductions.article
    before = introductions.sentence_before(i)
    subject = narrated(article, *before) if before is not None else None
    if subject is None or subject.type != "name" or subject.name is None:
        return None
    size = subject.name[1] - subject.name[0]
    full = size > 1 or subject.roles or article.lows[subject.name[0]] in article.lexicon.given
    return subject if full else None


def _last_told(table: EntityTable, told: list[tuple[int, int]], i: int) -> int | None:
    """The last person with a full name before word ``i``; ``told``: where who is named, in text order."""
    for _, at in reversed(told[: bisect_left(told, (i, 0))]):
        entity = table.entities[at]
        if entity.kind == "person" and len(entity.key) > 1:
            return at
    return None
