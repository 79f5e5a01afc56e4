"""Word lists of the rules that are no entries of the lexicon: closed classes, and what stands where.

Verbs, roles, titles, organizations and places are in `lexicon/`; here is what only the grammar of a phrase asks for.
Lower case, one blank between words; above each list stands what it is for.
"""

from __future__ import annotations

from qattr.lexicon.tags import tagged

# ------------------------------------------------------------------------------------------ people

# Pronouns that stand for a source: *dia*, *mereka*, *pihaknya*.
PRONOUNS = tagged("refers", "person")
# Several people, counted: *dua warga*.
NUMBERS = tagged("counts", "exactly")
# They close a description of somebody named before: *politikus itu*.
DETERMINERS = tagged("refers", "back")
# Human beings by what they are rather than by their role: *pria*, *saksi*, *lulusan*.
HUMANS = tagged("is", "human")

# -------------------------------------------------------------------------------- papers and media

# Papers that are a source: *laporan*, *putusan*, *siaran pers*.
PAPERS = tagged("is", "paper")
# What stands between *akun* and whose it is: *akun Instagram resmi Persada*, *pemilik akun @rina*.
ACCOUNTS = tagged("names", "account")
# Where somebody says something; the source is the name after it: *pernyataan resmi Persada*.
SAID_IN = tagged("holds", "speech")

# ------------------------------------------------------------------------------------------- roles

# Words that lead to a role: *selaku ketua panitia*.
INTRODUCES_ROLE = tagged("introduces", "role")
# Roles and territories whose place the table of places may lack: *Camat Melur*.
TERRITORIAL = tagged("of", "unlisted_place")
# Roles of a place before a name: *Bupati Sukamaju Rahma Wulandari*.
OF_A_PLACE = tagged("of", "place")
# Those of a province, whose name the table of places has.
OF_A_PROVINCE = tagged("of", "province")
# Roles that the name of a company follows: *Direktur Persada*.
OF_A_ORGANIZATION = tagged("of", "company")
# Roles that the name of a club, party or band follows: *kiper Persada*, *vokalis Lentera*.
TEAM = tagged("of", "team")
# Roles that are one with their territory or portfolio: *Menteri Keuangan*, *Wali Kota Melur*.
WHOLE_ROLES = tagged("one_with", "territory")
# Words of English roles: *Managing Director*, *Head of Research*.
ENGLISH_ROLES = tagged("english", "role")
# English words inside a role or an organization: *Head of Research*.
ENGLISH_LINKS = tagged("english", "link")

# ------------------------------------------------------------------------------------------- names

# Small words inside a name: *Hasan bin Ali*, *Maria van Dijk*.
PARTICLES = tagged("in_name", "particle")
# Numbers of units, popes and kings: *Komisi II*, *Paku Buwono XIII*.
ROMAN = tagged("is", "roman_number")
# Letters that begin a name though they are written like an acronym: *FX Hadi*, *Tb Hasan*.
INITIALS = tagged("in_name", "initials")
# Balinese names that prove *I* and *Ni* before them to be part of the name: *I Made*, *Ni Luh*.
BALINESE = tagged("in_name", "balinese")

# ------------------------------------------------------------------------------- organizations and places

# Organizations and buildings whose name follows: *RSUD Melur*, *PT Persada*, *Hotel Nusa*.
NEEDS_A_NAME = tagged("needs", "name")
# Parts of an organization: *Komisi A*, *Fakultas Hukum*, *Fraksi Persada*.
PARTS = tagged("part", "organization")
# A part of one of these stays in the role: *Anggota Komisi A* | *DPRD Melur*.
WHOLES = tagged("has", "parts")
# Units that belong to the role before an organization: *Ketua Dewan Pimpinan* | *Partai Persada*.
UNIT_LIKE = tagged("acts_as", "unit")
# English organization nouns: the name stands before them (*Melur Watch*).
LAST_WORDS = tagged("ends", "english_name")
# Organs of an association or party: *Ketua Dewan Pimpinan Pusat* | *Ikatan Bidan*, *Ketua DPP* | *Partai Persada*.
ORGANS = tagged("organ", "association")
ORGAN_LEVELS = tagged("level", "organ")
# Roles that need no unit, so that the rest is the organization: *Direktur Utama* | *Kawasan Industri Melur*.
COMPLETE_ROLES = tagged("complete", "role")
# After one of these *bidang*, *dari* do not end an organization: *peneliti bidang energi*.
NO_ORGANIZATION_BEFORE = tagged("of", "subject_matter")
# Short forms of countries: no organization.
NO_ACRONYM = tagged("is", "country")
# Schools, which have a number and a place: *SMAN 1 Melur*.
SCHOOLS = tagged("is", "school")
# Territories and sites that are part of the role: *Kepala Desa Melur*, *Kepala Stasiun Melur*.
TERRITORY = tagged("inside", "role")

# ----------------------------------------------------------------------------------------- clauses


# ----------------------------------------------------------------------------- marks and the floor
