"""Word lists of the rules that are no entries of the lexicon: closed classes, and what stands where.

Verbs, roles, titles, organizations and places are in `lexicon/`; here is what only the grammar of a phrase asks for.
Lower case, one blank between words; above each list stands what it is for.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# ------------------------------------------------------------------------------------------ people

# Pronouns that stand for a source: *dia*, *mereka*, *pihaknya*.
PRONOUNS = _words("keduanya ketiganya dia ia beliau mereka pihaknya dirinya")
# What stands before a noun for somebody: *seorang warga*, *para pedagang*, *sang ayah*.
ARTICLES = _words("sang si seorang para kaum sejumlah beberapa sebagian mayoritas banyak salah satu seseorang")
# Several without a name: after a comma they begin the clause (*Menurut Rahma, para pedagang …*).
PLURALS = _words("""
    puluhan ratusan ribuan belasan jutaan para kaum semua seluruh sejumlah beberapa banyak sebagian mayoritas setiap
    tiap
""")
# Several people, counted: *dua warga*.
NUMBERS = _words("dua tiga empat lima enam tujuh delapan sembilan sepuluh")
# They close a description of somebody named before: *politikus itu*.
DETERMINERS = _words("itu ini tersebut")
# Human beings by what they are rather than by their role: *pria*, *saksi*, *lulusan*.
HUMANS = _words("""
    pria wanita perempuan lelaki laki-laki gadis pemuda pemudi remaja bocah sosok tokoh bintang pelantun pemilik
    jebolan putra putri anak ibu ayah bapak istri suami kakak adik nenek kakek janda duda lulusan alumnus alumni
    pemeran pencipta penulis sutradara juara peraih orang narasumber sumber saksi sahabat rekan teman kerabat
    keluarga tamatan didikan mojang cowok cewek kolega
""")
# Right before a name it is somebody else's: *sahabat Rahma* is not Rahma.
RELATED = _words("sahabat teman rekan kerabat keluarga kekasih ayah istri suami anak nenek kakek mertua")
# Whose who: a name after one of these can be somebody else's (*kuasa hukum Arya, Rudi Muchtar*).
SOMEBODYS = _words("""
    kuasa pengacara penasihat manajer manager asisten istri suami ibu ayah kakak adik anak putra putri keluarga kerabat
    sahabat kekasih mantan ibunda ayahanda paman bibi orang orangtua pelatih rekan teman
""")

# -------------------------------------------------------------------------------- papers and media

# Papers that are a source: *laporan*, *putusan*, *siaran pers*.
PAPERS = _words("""
    laporan putusan survei studi penelitian riset data dokumen surat dakwaan pernyataan keterangan rilis siaran
    laman situs akun kajian jurnal media koran harian majalah amar maklumat edaran hasil artikel buku
""")
# Papers that report by themselves: *Dalam laporan disebutkan …*.
PAPERS_SAY = _words("""
    laporan putusan amar surat dakwaan pernyataan keterangan rilis siaran dokumen aturan survei studi penelitian
    riset maklumat edaran
""")
# What stands between *akun* and whose it is: *akun Instagram resmi Persada*, *pemilik akun @rina*.
ACCOUNTS = _words("""
    akun pemilik pengguna media sosial medsos instagram twitter x tiktok facebook youtube threads ig fb resmi milik
    pribadi bernama dengan nama unggahan
""")
# What a name after one of these is the name of, if not of an organization: *aplikasi PLN Mobile*.
PRODUCTS = _words("aplikasi layanan fitur produk")
# Where somebody says something; the source is the name after it: *pernyataan resmi Persada*.
SAID_IN = _words("""
    situs laman akun pernyataan keterangan rilis siaran unggahan cuitan postingan pengakuan penuturan kesaksian catatan
    cerita pengamatan penilaian penjelasan
""")

# ------------------------------------------------------------------------------------------- roles

# Adjectives that belong to the role before them: *duta besar*, *direktur utama*.
IN_ROLES = _words("besar utama muda senior junior umum tinggi ketua anggota")
# Ranks that end a role when they are written small: *pelatih kepala*, *bek muda*.
LOWER_IN_ROLES = _words("kepala muda utama madya")
# Words that lead to a role: *selaku ketua panitia*.
INTRODUCES_ROLE = _words("selaku sebagai")
# Names of work whose last word looks like a reporting verb.
NO_CUES = frozenset(["keluarga berencana"])
# They open the credit of a picture: *Foto: …*.
CREDITS = _words("foto dok sumber ilustrasi")
# What can begin a source phrase without a capital, besides the entries of the lexicon: *seorang*, *mereka*, *sumber*.
SMALL_STARTERS = PRONOUNS | ARTICLES | INTRODUCES_ROLE | HUMANS | PAPERS | SAID_IN
# Roles and territories whose place the table of places may lack: *Camat Melur*.
TERRITORIAL = _words("camat lurah kades kuwu kapolsek danramil desa kelurahan kecamatan dusun kampung nagari")
# Roles of a place before a name: *Bupati Sukamaju Rahma Wulandari*.
OF_A_PLACE = _words("""
    bupati kota walikota gubernur wagub wabup wawali kapolres kapolresta kapolda dandim kabupaten desa kecamatan
    kelurahan kapolsek danramil
""")
# Those of a province, whose name the table of places has.
OF_A_PROVINCE = _words("gubernur wagub")
# Roles that the name of a company follows: *Direktur Persada*.
OF_A_ORGANIZATION = _words(
    "direktur komisaris manajer general manager ceo pendiri peneliti ekonom analis head chief dirut"
)
# Roles that the name of a club, party or band follows: *kiper Persada*, *vokalis Lentera*.
TEAM = _words("""
    ketua sekretaris bendahara anggota koordinator pelatih asisten pemain bek striker kiper kapten gelandang
    penyerang karyawan pegawai dosen rektor jubir humas vokalis gitaris drummer basis personel presiden kader
    politikus politisi peneliti pengurus bos penasihat legenda bintang mantan eks
""")
# Roles that are one with their territory or portfolio: *Menteri Keuangan*, *Wali Kota Melur*.
WHOLE_ROLES = _words("""
    menteri menko gubernur bupati walikota wali camat lurah kades kuwu panglima kapolri raja ratu sultan perdana
""")
# Roles only in capitals throughout: *ART Rina*, but *Art Gallery*.
UPPER_ONLY = _words("art pm")
# Offices that are nobody's branch: *kata Presiden dari Istana*.
OFFICES = _words("presiden wapres menteri gubernur bupati kapolri panglima")
# Words of English roles: *Managing Director*, *Head of Research*.
ENGLISH_ROLES = _words("""
    ceo cfo coo cto chief head senior vice president managing director manager partner analyst founder co-founder
    officer chairman general country product marketing commissioner executive associate research strategist
    economist
""")
# English words that are part of a role only with a capital: *Product Manager*.
CAPITAL_ONLY = _words("""
    program product country research marketing group project lead public basis host center model creative digital
    business development human capital corporate communication
""")
# English words inside a role or an organization: *Head of Research*.
ENGLISH_LINKS = _words("of on for and the in at")

# ------------------------------------------------------------------------------------------- names

# Small words inside a name: *Hasan bin Ali*, *Maria van Dijk*.
PARTICLES = _words("bin binti van von de der den del della di da dos al el ibn ben le la st")
# Honorifics that stay where one word alone follows: *Gus Ipul*, *Buya Yahya*.
PART_OF_NAME = _words("""
    buya gus cak mbah bung bang kang neng teh aa ning abah mak mang cik encik wak opung ompung tuan emak
""")
# Numbers of units, popes and kings: *Komisi II*, *Paku Buwono XIII*.
ROMAN = _words("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv")
# Letters that begin a name though they are written like an acronym: *FX Hadi*, *Tb Hasan*.
INITIALS = _words("fx tb rr ra rm kgpaa gph krt oc bj ws am")
# Balinese names that prove *I* and *Ni* before them to be part of the name: *I Made*, *Ni Luh*.
BALINESE = _words("made wayan ketut nyoman gede putu komang kadek gusti dewa nengah kade luh ayu gst wy")
# Cues only beside marks: *"Belum tahu," singkatnya*, but *Singkatnya, pasar sepi*.
SUMS_UP = _words("singkatnya")
# *seorang warga bernama Rahma*.
NAMED = _words("bernama berinisial")
# They lead to a nickname: *akrab disapa Emil*.
CALLED = _words("disapa dipanggil dikenal disebut")
# A name right after one of these is a nickname: *alias Emil*, *sapaan Emil*.
BEFORE_NICKNAME = _words("disapa dipanggil dikenal alias atau sapaan panggilan")
# They say that a nickname stands near: *sapaan akrab*, *yang disapa*.
NICKNAMED = _words("sapaan panggilan sapaannya panggilannya disapa dipanggil")
# Words between one of them and the nickname: *sapaan akrabnya Emil*, *biasa disapa dengan Emil*.
CALLED_AS = _words("""
    akrab akrabnya karib karibnya sehari-hari sehari-harinya dari untuk bagi biasa kerap sering lebih dengan sebagai
    nama panggilan sapaan juga
""")
# What stands in brackets after a rank: *Brigjen (Purn)*.
RANK_BRACKETS = _words("purn pol tni ret mar")
# Words before a name that no comparison of names counts: *manajemen Persada*, *almarhum Hasan*.
HOUSE = _words("""
    manajemen pihak direksi kantor jajaran sang si para seorang almarhum almarhumah the akun situs laman resmi
""")
# Words of organizations that are too common to find an organization by.
WEAK = _words("""
    indonesia republik pt bank the dewan badan dinas kementerian kota kabupaten polres polda polsek universitas
    komisi partai tim nasional news
""")

# ------------------------------------------------------------------------------- organizations and places

# Common nouns before the name of an organization that are no part of it: *emiten perbankan PT Bank Nusa*.
DESCRIBES = _words("""
    emiten perusahaan maskapai produsen operator startup platform pengembang media kantor stasiun koran harian
    majalah situs laman portal manajemen pihak jajaran penyedia bursa raksasa aplikasi grup lembaga organisasi klub
    rumah
""")
# Organizations and buildings whose name follows: *RSUD Melur*, *PT Persada*, *Hotel Nusa*.
NEEDS_A_NAME = _words("""
    rsud rsup rsu stadion gedung bandara perumda dusun rsj ruang pt cv ud universitas bank partai yayasan institut
    sekolah smp sma smk sd rumah rs klub grup hotel koperasi kampus stie ponpes uin iain stain
""")
# Parts of an organization: *Komisi A*, *Fakultas Hukum*, *Fraksi Persada*.
PARTS = _words("komisi badan majelis gugus fraksi dewan fakultas")
# A part of one of these stays in the role: *Anggota Komisi A* | *DPRD Melur*.
WHOLES = _words("partai dpp dpr dprd universitas university")
# Units that belong to the role before an organization: *Ketua Dewan Pimpinan* | *Partai Persada*.
UNIT_LIKE = frozenset(
    (
        "komisi",
        "dewan pimpinan",
        "dewan komisioner",
        "dewan pengurus",
        "majelis hakim",
        "dewan direksi",
        "dewan komisaris",
    )
)
# English organization nouns: the name stands before them (*Melur Watch*).
LAST_WORDS = _words("""
    association university group watch institute center centre foundation club society network forum company
""")
# Organs of an association or party: *Ketua Dewan Pimpinan Pusat* | *Ikatan Bidan*, *Ketua DPP* | *Partai Persada*.
ORGANS = frozenset(
    (
        "dpp",
        "dpw",
        "dpc",
        "dpd",
        "presidium",
        "dewan pimpinan",
        "dewan pengurus",
        "dewan perwakilan",
        "pengurus besar",
        "pengurus pusat",
        "pengurus daerah",
        "pengurus wilayah",
        "pengurus cabang",
        "pimpinan pusat",
        "pimpinan daerah",
        "pimpinan wilayah",
        "pimpinan cabang",
        "sekretariat nasional",
    )
)
# Units somebody can be from, as from an organization: *Rahma dari Humas Pasar Melur*.
UNITS = _words("humas seksi bagian divisi bidang subdit direktorat tim")
ORGAN_LEVELS = _words("pusat daerah wilayah cabang nasional provinsi")
# Ends of a role that another role follows: *Juru Bicara Presiden*, *Staf Khusus Menteri*.
BEFORE_A_ROLE = _words("bicara khusus pribadi ahli")
# Roles that need no unit, so that the rest is the organization: *Direktur Utama* | *Kawasan Industri Melur*.
COMPLETE_ROLES = frozenset(
    (
        "direktur utama",
        "direktur eksekutif",
        "presiden direktur",
        "komisaris utama",
        "ketua umum",
        "sekretaris jenderal",
        "sekretaris umum",
        "kepala ekonom",
    )
)
# After one of these *bidang*, *dari* do not end an organization: *peneliti bidang energi*.
NO_ORGANIZATION_BEFORE = _words("peneliti pengamat pakar ahli dosen pengajar akademisi politikus politisi")
# Short forms of countries: no organization.
NO_ACRONYM = _words("ri as")
# A capitalized word after one of these is a place's name: *di Melur*, *tanggul Melur*.
BEFORE_PLACES = _words("""
    di sungai kali danau gunung pulau teluk pantai desa kelurahan kecamatan kabupaten kota dusun kampung nagari jalan
    jl taman kawasan terminal bandara pelabuhan pasar bendungan waduk tanggul perumahan kebun hutan wilayah distrik
""")
# Schools, which have a number and a place: *SMAN 1 Melur*.
SCHOOLS = _words("sman smpn sdn smkn man mtsn min sma smp sd smk negeri")
# Territories between a role and a name: *Lurah Karang, Kecamatan Melur, Rahma*.
REGIONS = _words("kecamatan kabupaten kota desa kelurahan provinsi dusun distrik")
REGIONS_AND_ROADS = REGIONS | _words("jalan pasar kampung kawasan perumahan")
# Territories and sites that are part of the role: *Kepala Desa Melur*, *Kepala Stasiun Melur*.
TERRITORY = _words("""
    desa kelurahan kecamatan dusun kampung kota kabupaten provinsi nagari lanud bandara pelabuhan stasiun
""")
# Words for the company that the article is about.
COMPANY = _words("perseroan perusahaan manajemen emiten")
# Words for an organization of whatever kind: *lembaga itu*.
ANY_ORGANIZATION = _words("lembaga organisasi perusahaan perseroan badan klub partai kementerian institusi")

# ----------------------------------------------------------------------------------------- clauses

# A cue after one of these reports nothing: *belum mengatakan*.
NEGATIONS = _words("""
    tidak belum tak bukan enggan menolak tanpa jangan gagal batal ogah urung enggak nggak gak ketika saat
""")
# A cue after one of these has not been spoken yet: *untuk menyampaikan*, *akan menjelaskan*.
PURPOSE = _words("""
    untuk akan bisa dapat ingin harus mau hendak agar supaya perlu guna mampu boleh wajib berani mulai siap bersedia
    sulit mudah cara demi bakal berhak lupa diminta dipersilakan sebelum setelah usai seusai dalam
""")
# *… ialah dengan mengatakan*: what follows is a means, no report.
EQUATES = _words("ialah adalah yaitu yakni")
# What is no source after *salah satu*: *salah satu cara*.
THINGS = _words("""
    cara alasan penyebab faktor solusi langkah upaya syarat bentuk contoh tujuan masalah kendala hal poin isu fokus
    tantangan bukti dampak program kasus hasil
""")
# What is asked for and not told: *meminta maaf*.
ASKED_FOR = _words("maaf izin restu doa waktu keterangan penjelasan klarifikasi pertanggungjawaban konfirmasi")
# They take the verb after them, which is then no predicate: *yang datang*, *untuk membeli*.
CONSUMERS = _words("""
    yang untuk guna agar supaya dalam dengan setelah usai seusai saat ketika oleh sebelum tanpa hingga selama sejak
    sambil seraya demi karena tentang soal mengenai terkait selain hasil cara upaya rencana
""")
# They can be a predicate but stand inside a noun phrase at least as often: *dampak buruk*.
ADJECTIVES = _words("""
    penting mudah sulit susah jelas benar salah baik buruk bagus aman rawan tinggi rendah besar kecil banyak sedikit
    baru lama cepat lambat berat ringan mahal murah hilang luka selamat hidup mati kurang lebih terus hanya cuma
    berbeda bersama tinggal masuk terbuka tertutup
""")
# A predicate at the end of a clause, part of a noun phrase before another noun: *jalan macet*.
STATES = _words("""
    habis penuh kosong rusak lancar kondusif gratis lunas kandas macet padam pulih normal lengkap jebol ambruk roboh
    longgar sepi ramai sehat sakit kritis stabil terkendali sukses tuntas beres gelap keruh kering
""")
# A state before one of these is a predicate: *pasar sepi karena hujan*.
AFTER_STATES = _words("dan karena sejak akibat setelah saat jika kalau di pada")
# Objects of a cue that is no report: *mengajukan banding*, *menyampaikan dukungan*.
TAKES_A_NOUN = _words("""
    banding kasasi kondisi momen alasan diri tempat permohonan permintaan ucapan penyebab kabar situasi maaf minta
    prestasi hal pesan keprihatinan dukungan rasa pertanyaan contoh nama angka sejumlah beberapa kronologi apresiasi
    terima selamat duka belasungkawa pentingnya adanya kisah pendapat pandangan usulan gagasan aspirasi jawaban salam
""")
# What is told as a whole, never the beginning of a clause: *menceritakan detik-detik kejadian itu*.
STORIES = _words("detik-detik kronologi kronologis suka-duka")
# What somebody feels, with a clause or with a noun: *curiga suratnya palsu*, *curiga dengan surat itu*.
FEELINGS = _words("curiga yakin percaya khawatir kuatir cemas optimis optimistis ragu heran takut")
FELT_AT = _words("dengan pada kepada terhadap atas")
# After *akan* they make it a preposition: *mengingatkan warga akan bahaya banjir*.
THREATS = _words(
    "ancaman bahaya risiko resiko dampak potensi akibat pentingnya adanya hak kewajiban janji jasa masa nasib"
)
# Words that are built like a verb and are none: *berbagai*, *direksi*, *terakhir*.
NO_VERB = _words("""
    menteri media mesin merek mereka meter medis menit menu metode mental melalui mengenai menurut menjelang
    mengingat meja medan merah merdeka merpati meskipun meski melainkan melawan menko mendagri menkes menkeu menlu
    menag menhub mensos medsos mei melayu mekanisme mewah megah berita beras berkas besar bersama berikut berbagai
    beragam berdasarkan berupa berat bersih berapa beranda bersamaan berkat berlian bernama berinisial terhadap
    terkait tersebut terutama termasuk ternyata teratas terlalu terus terang teror terapi terbaru terbaik terbesar
    tertentu terakhir tertinggi terendah terminal terlebih dia dinas diri dimana diskusi direktur direksi digital
    dinamika diabetes diagnosis dialog diesel divisi diskon dimensi dini dirinya dipo diplomasi diplomat disiplin
    berprestasi berpengalaman berbakat berpengaruh
    distribusi dirjen direktorat distrik dilema diet ditjen berjudul bertajuk bertema terpisah terdekat terpercaya
    terpadu tertulis dividen diskriminasi divestasi diplomat dispensasi disertasi diare dinasti diskresi diversi
    diaspora terigu terumbu teripang tersangka terdakwa terpidana terduga terlapor tergugat berandal beruang berhala
    berkah menara mentega mendung melati melon mentimun mertua meterai meteorologi
    terkenal ternama terkemuka tersohor tertib teratur
""")
# They join a second verb to the subject of the sentence: *Budi datang dan mengatakan*.
VERB_JOINS = _words("dengan dan lalu kemudian serta sambil seraya sembari sekaligus namun tetapi tapi")
# A new clause, and so a new subject, begins after one of these.
OPENS_CLAUSE = _words("""
    bahwa dan namun sedangkan sementara tetapi tapi karena sehingga lalu kemudian ketika saat setelah jika
""")
# They open an adverbial between subject and verb: *Budi, dalam rapat di Solo, menyatakan*.
ADVERBIAL = _words("""
    dalam di pada saat ketika usai seusai setelah kepada melalui lewat dari sebelum selepas sebagaimana seperti yang
    ditemui dihubungi dikonfirmasi ditanya menanggapi merespons didampingi bersama selaku sebagai secara dengan kala
    di-sela sela disela terkait soal
""")
# They open an adverbial before the subject of a sentence: *Tak lama, Budi …*, *Sejauh ini Budi …*.
OPENS_ADVERBIAL = ADVERBIAL | _words("""
    tak tidak sejauh hingga sampai untuk demi guna sejak selama selain atas akibat karena meski meskipun walau walaupun
    kendati berkat sepanjang menjelang begitu sambil
""")
# After one of these a name is no subject: *Senada dengan Persada, juru bicara …*.
GOVERNS = _words("dengan dari di ke pada kepada oleh bagi terhadap untuk dalam tentang soal antara bersama")
# Words before the subject at the head of a sentence: *Sementara itu, Budi …*.
SKIPPED = _words("sementara selain lebih oleh karena itu hal di sisi lain dengan demikian begitu")
# Passives of judging whose agent stands inside the clause: *dinilai Budi terlalu berat*.
JUDGED = _words("dinilai dianggap dipandang diyakini diklaim diakui")
# Bare verbs that only say: *Beruntung kata dia, tidak ada korban*.
SAYS = _words("kata katanya ujar ujarnya tutur tuturnya ucap ucapnya")
# They open the occasion of the talk, no reported clause: *saat ditemui*, *dalam rapat*.
OCCASION = _words("""
    kepada dalam di pada saat ketika usai seusai setelah melalui lewat dengan secara sambil seraya sembari yang
    seperti sebagaimana dikutip dilansir ditulis dihubungi ditemui menanggapi merespons terkait terpisah via kala
    dari
""")
# After one of these an attribution opens the second of two clauses.
CLAUSE_JOINS = _words("maka namun tetapi tapi sedangkan sebab karena apalagi sementara bahwa")
# They take the clause up again after an attribution: *Sampai kemarin, menurutnya sudah …*.
GOES_ON = _words("sudah telah akan belum tidak masih sedang bisa dapat harus bukan karena sebab agar supaya sehingga")
# They lead to a cue after a quotation: *demikian kata Budi*.
LEADS = _words("demikian begitu begitulah itulah seperti sebagaimana itu kembali")
# After cue and source they open addressee or occasion: *ujarnya kepada wartawan*.
ADDRESSEE = _words("""
    kepada pada saat ketika dalam di melalui lewat usai seusai setelah dengan sambil seraya sembari secara soal
    terkait mengenai tentang bahwa
""")

# ----------------------------------------------------------------------------- marks and the floor

# What a word before the marks says of what is between them: no speech, but this.
NO_SPEECH = {
    "title": _words("""
        film buku lagu album novel single serial sinetron drama judul berjudul bertajuk bertema tema tajuk artikel
        video acara program pameran konser kampanye rubrik puisi cerpen lukisan karya episode podcast tayangan film-
        webinar seminar diskusi workshop tur
    """),
    "name": _words("""
        alias bernama nama julukan dijuluki berjuluk sebutan panggilan disapa dipanggil akun grup kelompok operasi
        merek brand kapal aplikasi band kafe restoran jersey tim kode sandi tagar hashtag inisial laman situs
        bertuliskan bertulisan bertulis
    """),
    "term": _words("""
        istilah kata frasa frase kalimat tulisan disebut disebutnya dikenal dinamai tanda predikat kategori label
        status gelar slogan tagline jargon motto moto semboyan bertanda suara sebagai digadang-gadang kampung
        fenomena soal
    """),
}
# Marks after one of these hold a term or a name: *istilah "tilang"*.
TERM_BEFORE = _words("""
    mengenai soal adanya istilah kata bernama tentang nama dari dengan suara tema bertajuk berjudul bertema
""")
# A sentence that begins with one of these names the next speaker: *Ditemui di kantornya, Budi …*.
ASKED = _words("""
    dikonfirmasi dihubungi ditemui ditanya ditanyai dimintai disinggung menanggapi merespons menyikapi
""")
# Speeches: *memberi sambutan*, *dalam sambutannya*.
ADDRESSES = _words("""
    sambutan sambutannya arahan arahannya pidato pidatonya orasi orasinya paparan paparannya
""")
# Where somebody speaks: *dalam amanatnya*, *dalam jumpa pers*, *saat rapat*.
SETTINGS = ADDRESSES | _words("""
    amanat amanatnya keterangan keterangannya pernyataan pernyataannya rilis rilisnya rapat acara konferensi jumpa pers
    berbincang
""")
# Passives whose agent has the floor: *Massa ditemui oleh Sekretaris Dinas Hasan*.
MET = _words("ditemui disambut diterima ditanggapi direspons dijawab dibenarkan diamini")
# A sentence that begins with one of these turns to somebody else: *Sementara itu, Budi …*.
CHANGES_FLOOR = _words("sementara terpisah senada adapun sedangkan serupa")
# Words of an opening that presents somebody: *Begitu pula halnya dengan Budi*, *Salah satunya adalah Budi*.
PRESENTS = _words("""
    kembali
    begitu demikian sama serupa pula juga halnya dengan ada adalah ialah yakni yaitu salah satunya satu
    seorang seorangnya hal yang senada seperti dialami dirasakan dilakukan oleh ia dia namanya bernama kondisi nasib
    keluhan pengalaman kekhawatiran keresahan kesulitan menimpa turut
""")
# What several people share: *Hal serupa dialami Budi*, *Nasib serupa menimpa Budi*.
SHARED = _words("hal seperti kondisi nasib keluhan pengalaman kekhawatiran keresahan kesulitan")
