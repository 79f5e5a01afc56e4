"""How far a rule looks, in words: one table, with the reason for each number.

A window keeps every step linear in the text's length and keeps a rule from answering out of another sentence.
"""

from __future__ import annotations

# ------------------------------------------------------------------------------ inside a phrase (mentions)

BRACKET_WORDS = 12
"""What stands in brackets after a name: an age, a short form, a nickname with a word or two."""
DASHED_WORDS = 14
"""A description between dashes: *Ibnu Salman –ulama kota itu–*."""
LIST_WORDS = 12
"""The further parts of a role with a list in its name: *Kepala Pusat Data* | *, Informasi, dan Komunikasi*."""
LISTED_NAMES = 30
"""A list of those who speak, from its first comma to *dan*: *Hasan (31)* | *, Karso (32), Budi (40), dan* | *Rahma*."""
PLACES_BEFORE_NAME = 4
"""Places between a role and its name: village, district, regency, province."""
PLACE_WORDS = 6
"""Words of one such place: *Kabupaten Melur Tengah*."""
ENGLISH_ROLE_WORDS = 9
"""So many words before its noun has an English role: *Water Resources & Watershed Science Senior Manager*."""
BEFORE_SECOND_ROLE = 3
"""Words between *yang juga* and the role: *menjabat sebagai*."""
BEFORE_CALLED = 6
"""Words and a comma between a name and the word that leads to its nickname: *, yang juga lebih akrab* | *disapa*."""
NICKNAME_WORDS = 3
"""A nickname has no more: *Gus Ipul*."""
RANK_WORDS = 8
"""Words that a rank can have after its first: *Komisaris Besar Polisi*, with dots between them."""
NAME_OF_PLACE = 4
"""Hardly a place in the table has more words: *Kabupaten Kepulauan Melur Selatan*."""
DESCRIPTION_WORDS = 16
"""From the noun of a description to the word that closes it: *pedagang beras yang … di pasar* | *itu*."""
NOUN_WORDS = 5
"""A common noun with its attributes after a bare cue: *ujar* | *penyintas gempa asal desa* |."""
PHRASE_WORDS = 40
"""One phrase with all its appositions: longer ones are lists."""

# ------------------------------------------------------------------------ around a quotation or cue (rules)

BEFORE_QUOTE = 30
"""Before an opening mark a cue is looked for: verb, addressee and occasion take so many at most."""
BETWEEN_QUOTE_AND_CUE = 5
"""From a closing mark to its cue stand a comma or two and *seperti*, *demikian*; further on another clause begins."""
AFTER_DASH = 20
"""After a quotation and a dash: a name with its role and organization, up to the end of the line."""
BETWEEN_QUOTES = 40
"""Between two quotations of one source in a paragraph stand the attribution and perhaps a sentence of the narrator."""
SENTENCE = 160
"""To either side of a cue: text without a full stop takes no quadratic time."""

# ------------------------------------------------------------------------------- reported clauses (rules)

ADVERBIAL = 14
"""An adverbial that a comma closes before a subject or a clause: *Dalam rapat … di balai desa Melur,*."""
ADDRESSEE = 10
"""Whom somebody speaks to, up to the comma or *agar*: *mengatakan kepada para pedagang di pasar itu,*."""
AGENT = 20
"""The agent of a passive, with role and organization, between the passive and *yang*."""
BEFORE_SUBJECT = 60
"""Words before a verb among which its subject is looked for; farther back another sentence has begun, mostly."""
CITED_FROM = 25
"""A paper with its name and date at the end of a clause: *, seperti dikutip dari Harian Pagi, Senin (3/3/2025)*."""
CLOSING_SUBJECT = 8
"""A subject with its verb that close a sentence: *…, juru bicara dinas itu menambahkan.*"""
CONNECTIVES = 4
"""Words that the connectives before a cue can have: *Akan tetapi di sisi lain*."""
DEGREES = 8
"""Words and marks that the degrees after a name can have: *, S.H., M.Si*."""
DIRECTIVE = 25
"""From a verb of asking to *agar*, *supaya*, *untuk*: who is asked stands between."""
LEADS_IN = 5
"""Words before an attribution that only the comma after it sets off: *Sampai kemarin kata Rahma, …*."""
NAME_AT_VERB = 25
"""A name with roles and degrees right before a verb."""
OCCASION = 18
"""An occasion after *menurut* and its speaker: *saat ditemui di kantornya di Solo, Kamis (2/1/2025) siang,*."""
OCCASION_BEFORE_THAT = 16
"""An addressee or occasion between a verb and *bahwa*."""
OCCASION_OPENS = 4
"""The first words of an occasion, which say whether it is one of talking: *dalam sebuah jumpa pers*."""
PRESENTS = 7
"""Words of an opening that presents somebody: *Hal yang sama juga dialami oleh* | *Hanum*."""
PURPOSE = 8
"""Words before a joined verb in which *untuk* makes it a purpose."""
SETTING = 10
"""Where somebody spoke, up to its comma: *dalam sambutannya pada pembukaan pasar itu,*."""
SHORT_OBJECT = 8
"""What follows a verb with fewer words than this and begins with an abstract noun is its object."""
MEASURED = 8
"""What is counted, before the figure: *jumlah kios di pasar itu* | *sebanyak*."""
SUBJECT_SET_IN = 14
"""A subject before an attribution that is set in with its source first: *Kenaikan harga beras di pasar itu,* | *ia*."""
TEXT = 10
"""A text with what it is about, before its verb: *laporan tahunan dinas kota Melur itu* | *menyebut*."""
WARNED = 6
"""Whom somebody warns, before *akan*: *mengingatkan para nelayan kecil* | *akan*."""
APPOSITION = 26
"""A further apposition between subject and verb, closed by a comma: *Rahma, warga Solo yang …, mengatakan*."""
ASKED = 25
"""Where and when somebody was asked, before the comma and the name: *Ditemui di kantornya di Solo, Kamis (2/1),*."""
REACTION = 7
"""Words between a reaction and where it comes from: *Kritik terhadap rencana itu antara lain* | *datang dari Rahma*."""
CHANGES_FLOOR = 6
"""Words of an opening that turns to somebody else: *Sementara itu di tempat yang sama* | *Ketua RT Budi*."""

# ------------------------------------------------------------------------------------ who is meant (entities)

DESCRIPTION = 6
"""A description with its nickname, before *yang akrab disapa*: *Atlet muda asal Melur* | *yang akrab disapa Amah*."""
FLOOR_FAR = 4
"""Sentences since the holder of the floor was heard, from which on *-nya* is less sure."""
NAME_BEFORE_NICKNAME = 7
"""Words between a name and its nickname: *Rahma, yang sejak kecil akrab disapa* | *Amah*."""
NICKNAME_RUN = 4
"""Capitals of a name or a nickname on either side of *sapaan akrab*."""
OFFICE_BEFORE_ORGANIZATION = 8
"""An office noun and its unit before an organization: *Kepala Seksi (Kasi) Logistik* | *BPBD Melur*."""
PROMINENT_SENTENCES = 12
"""Sentences before the first quotation among which somebody is looked for who the article is about."""
ROLE_BEFORE_NAME = 24
"""The longest role with its organization and place before a name."""
ROLES_BEFORE_NAME = 6
"""Role nouns before a name at which its role can begin; the farthest of them are tried."""
SCENE = 3
"""Sentences before a quotation in which the narrator may have brought in the one who speaks."""
SEVERAL_SENTENCES = 5
"""Sentences before *mereka* in which several were told of; farther back the article is about others."""
SEVERAL_SPOKE = 150
"""Words after which *mereka* no longer means the organization that spoke."""
SOMEONE_BEFORE = 60
"""Words before *pedagang itu* in which *seorang pedagang* stands: two or three sentences."""
TEAM_SENTENCES = 12
"""Sentences in which a team was told of that *tim ini* means."""
TURNS_BACK = 40
"""Turns among which it is looked for whether somebody names himself in his own words."""
WORDS_TO_NICKNAME = 3
"""Words between *sapaan* or *yang*, *disapa* and the nickname: *sapaan akrab sehari-harinya*."""

# ------------------------------------------------------------------------------- marks that are missing (quoting)

BARE_PARAGRAPHS = 2
"""Paragraphs without a mark that one quotation may run through."""
ATTRIBUTION_BEFORE_MARK = 300
"""Characters before a mark in which the attribution of the quotation before it stands."""
UNOPENED = 3000
"""Characters that a quotation without an opening mark may reach back."""

# ------------------------------------------------------------------------------------ the text itself (text)

DATELINE = 12
"""Place, outlet and date before the dash that ends a dateline: *Melur, Provinsi Sari, Warta Melur -*."""
HEADLINE = 160
"""Characters of a line that can be a headline."""
LINK = 30
"""Words of a related link inside a paragraph."""
LISTED = 4
"""Words before a bracket; *dan* among them: commas belong to the name (*Badan Klimatologi, dan Geofisika (BKG)*)."""
SPELLED_OUT = 12
"""Words of the longest name of an organization before its short form in brackets."""
SUBHEAD = 6
"""Words of a subhead that no line break divides from the sentence after it."""

# ----------------------------------------------------------------------------------- of the saying

LONGEST_CIRCUMSTANCE = 40
"""*dalam diskusi bertajuk "…" yang digelar …*: an occasion with its theme; longer is another sentence run on."""
LONGEST_PLACE_PART = 6
"""*Kabupaten Melur Tengah Bagian Barat*: the words of one part of a place between commas."""

# ----------------------------------------------------------------------------- roles given elsewhere

WORDS_TO_ROLE = 9
"""*Rahma mulai dikenal luas sejak terjun sebagai | kreator konten*: from a name to what its bearer becomes."""
INSERTION = 7
"""*Rahma, demikian ia akrab disapa, | adalah guru*: between the commas."""
PHRASE_BEFORE_NAMELY = 10
"""*satu dari dua penumpang kapal yang selamat, yakni | Rahma*."""
EPITHET = 9
"""*Ketua DPC Partai Melur Kota Andara | itu*."""
NAME_TO_EPITHET = 60
"""Words between a name and the epithet that stands for it: one or two sentences."""
