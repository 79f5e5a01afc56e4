"use strict";
// The review page: an article beside its quotes, gone through by keyboard, pointer or screen reader.
// Everything stays in this browser; offsets of the data are code points, those of the page are UTF-16 units.

const $ = (selector, root = document) => root.querySelector(selector);
const make = (tag, props = {}, ...children) => {
  const { data = {}, aria = {}, ...rest } = props;
  const element = Object.assign(document.createElement(tag), rest);
  Object.assign(element.dataset, data);
  for (const [name, value] of Object.entries(aria)) element.setAttribute(name === "role" ? name : `aria-${name}`, value);
  element.append(...children);
  return element;
};
const TYPES = { direct: "langsung", mixed: "campuran", indirect: "tak langsung" };
const OPEN = "\"“”„‟«»‘’'", WORD = /[\p{L}\p{N}]+(?:[-'’.][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu;
const NAME = /\p{Lu}[\p{L}'’-]+(?:[ \t]+(?:bin|binti|van|de|\p{Lu}\.|\p{Lu}[\p{L}'’-]+))+/gu;
const BELOW = Number(document.body.dataset.below);
const hue = index => `--h:${Math.round(index * 137.508 + 210) % 360}`;

// ---------------------------------------------------------------------------------------- an article

class Article {
  constructor(value) {
    this.value = value;
    this.text = value.text;
    this.toUnit = [0];
    for (const char of this.text) this.toUnit.push(this.toUnit.at(-1) + char.length);
    this.toPoint = new Map(this.toUnit.map((unit, point) => [unit, point]));
    this.words = [...this.text.matchAll(WORD)].map(m => [this.point(m.index), this.point(m.index + m[0].length)]);
    this.capitalized = new Set((this.text.match(NAME) ?? []).flatMap(run => {  // Menurut Budi Santoso: also without its first word
      const words = run.split(/\s+/);
      return words.slice(1).map((_, from) => words.slice(from).join(" "));
    }));
    this.key = `qattr-review:${value.id}:${hash(this.text)}`;
    this.quotes = value.quotes.map((quote, n) => ({ ...quote, key: n, checked: false, removed: false }));
    this.undone = [];
    this.current = null;
    this.restored = this.restore();
    this.order();
    this.current = this.todo[0] ?? this.shown[0]?.key ?? null;
  }
  point(unit) {
    while (!this.toPoint.has(unit)) unit--;
    return this.toPoint.get(unit);
  }
  slice(start, end) { return this.text.slice(this.toUnit[start], this.toUnit[end]); }
  get live() { return this.quotes.filter(q => !q.removed).sort((a, b) => a.start - b.start || b.end - a.end); }
  get shown() { return this.sequence.map(key => this.get(key)); }
  get todo() { return this.sequence.filter(key => !this.get(key).checked); }
  get(key) { return this.quotes.find(q => q.key === key); }
  order() {  // what is uncertain comes first, the least certain before all; the rest as the article has it
    const doubtful = q => q.confidence < BELOW;
    const sorted = [...this.quotes].sort((a, b) => doubtful(b) - doubtful(a)
      || (doubtful(a) ? a.confidence - b.confidence : 0) || a.start - b.start);
    this.sequence = sorted.map(q => q.key);
  }
  names() {
    const found = new Map();
    for (const s of this.value.speakers) found.set(s.name, s);
    for (const q of this.quotes) if (q.speaker && !found.has(q.speaker)) found.set(q.speaker, { ...q, name: q.speaker });
    return [...found.values()];
  }
  color(name) { const at = this.names().findIndex(s => s.name === name); return at < 0 ? "--h:0;--s:0%" : hue(at); }
  change(edit) {  // every change goes through here: it can be undone, and is kept
    this.undone.push(JSON.stringify([this.quotes, this.current]));
    edit();
    this.order();
    this.keep();
  }
  undo() {
    if (!this.undone.length) return false;
    [this.quotes, this.current] = JSON.parse(this.undone.pop());
    this.order();
    this.keep();
    return true;
  }
  keep() { try { localStorage.setItem(this.key, JSON.stringify(this.quotes)); } catch { /* a full or closed store */ } }
  restore() {
    try {
      const kept = JSON.parse(localStorage.getItem(this.key));
      if (!Array.isArray(kept)) return false;
      this.quotes = kept;
      return true;
    } catch { return false; }
  }
  gold() {
    const quotes = this.live.map(q => ({
      type: q.type, start: q.start, end: q.end, text: this.slice(q.start, q.end), cue: q.cue, mention: q.mention,
      speaker: q.speaker, aliases: q.aliases ?? [], co_speakers: q.co_speakers ?? [], role: q.role,
      role_aliases: [], kind: q.kind ?? null, ...(q.context ? { context: q.context } : {}),
      fragments: q.type === "mixed" ? q.fragments : [], optional: false, checked: q.checked,
    }));
    const none = this.quotes.filter(q => q.removed && q.type === "direct");
    const marks = [...this.value.non_quotes, ...none].map(({ start, end }) => ({ start, end, text: this.slice(start, end) }));
    return { id: this.value.id, source: this.value.source, text: this.text, quotes, non_quotes: marks };
  }
}

function hash(text) {
  let value = 5381;
  for (let i = 0; i < text.length; i++) value = (value * 33 ^ text.charCodeAt(i)) >>> 0;
  return value.toString(36) + text.length.toString(36);
}

const articles = [...document.querySelectorAll("script.article")].map(s => new Article(JSON.parse(s.textContent)));
let here = articles[0];
const current = () => here.get(here.current);

// -------------------------------------------------------------------------------------- what is done

const move = by => {  // behind the last quote comes the next article, behind the last of all the first
  const at = here.sequence.indexOf(here.current) + by;
  if (at >= 0 && at < here.sequence.length) return show(here.sequence[at]);
  const other = articles.at((articles.indexOf(here) + by) % articles.length);
  open(other, other.sequence.at(by < 0 ? -1 : 0));
};
const next = () => {
  const rest = here.sequence.slice(here.sequence.indexOf(here.current) + 1).find(key => !here.get(key).checked);
  const key = rest ?? here.todo[0];
  if (key !== undefined) return show(key);
  const other = articles.find(a => a.todo.length);
  if (other) return open(other);
  show(here.current);
  say("Semua kutipan sudah diperiksa. Simpan hasilnya.");
};
const edit = (change, message) => {
  const quote = current();
  if (!quote) return;
  here.change(() => { change(quote); quote.checked = true; });
  draw();
  if (message) say(message);
};
const name = who => edit(quote => {
  const known = here.names().find(s => s.name === who);
  quote.speaker = who || null;
  quote.aliases = known?.aliases ?? [];
  quote.kind = who ? known?.kind ?? "person" : null;
  quote.role = known?.role ?? null;
  quote.co_speakers = (quote.co_speakers ?? []).filter(other => other !== who);
}, `Narasumber: ${who || "tidak diketahui"}`);
const role = words => edit(quote => {  // a role belongs to the speaker, so it is that of all quotes of the speaker
  for (const q of here.quotes) if (q === quote || (q.speaker && q.speaker === quote.speaker)) q.role = words || null;
}, `Jabatan: ${words || "tidak ada"}`);
const type = kind => edit(quote => {
  quote.type = kind;
  quote.fragments = kind === "mixed" ? fragments(quote.start, quote.end) : [];
}, `Jenis: ${TYPES[kind]}`);
const span = (start, end) => {
  const quote = current();
  if (!quote || start >= end || (start === quote.start && end === quote.end)) return;
  edit(q => {
    Object.assign(q, { start, end });
    q.fragments = (q.fragments ?? []).filter(f => f.start >= start && f.end <= end);
  }, `Rentang: ${short(here.slice(start, end), 90)}`);
};
function fragments(start, end) {  // what stands between marks inside a span
  const found = [];
  let from = null;
  for (let i = start; i < end; i++) {
    if (!"\"“”„«»".includes(here.slice(i, i + 1))) continue;
    if (from === null) from = i + 1;
    else { found.push({ text: here.slice(from, i), start: from, end: i }); from = null; }
  }
  return found;
}
function stretch(edge, by) {  // one word further or less, at either end
  const quote = current();
  if (!quote) return;
  const places = here.words.map(w => w[edge === "start" ? 0 : 1]);
  const at = by > 0 ? places.find(p => p > quote[edge]) : places.findLast(p => p < quote[edge]);
  if (at === undefined) return;
  edge === "start" ? span(at, quote.end) : span(quote.start, at);
}
function selected() {  // the selection in the article, in code points
  const selection = getSelection(), text = $("#text");
  if (!selection.rangeCount || selection.isCollapsed || !text.contains(selection.anchorNode)) return null;
  const range = selection.getRangeAt(0), before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const from = before.toString().length, words = range.toString();
  const start = here.point(from + words.length - words.trimStart().length);
  const end = here.point(from + words.trimEnd().length);
  return start < end ? [start, end] : null;
}
function add() {
  const quote = current();
  const after = here.words.find(w => w[0] >= (quote?.end ?? 0)) ?? here.words[0];
  const [start, end] = selected() ?? after ?? [0, 0];
  if (start >= end) return;
  const marked = OPEN.includes(here.slice(start - 1, start) || " ") && OPEN.includes(here.slice(end, end + 1) || " ");
  const key = Math.max(-1, ...here.quotes.map(q => q.key)) + 1;
  here.change(() => {
    here.quotes.push({
      key, start, end, type: marked ? "direct" : "indirect", fragments: [], cue: null, mention: null, speaker: null,
      aliases: [], co_speakers: [], role: null, kind: null, confidence: 1, rule: "by hand", checked: true, removed: false,
    });
    here.current = key;
  });
  getSelection().removeAllRanges();
  draw();
  $("#other").focus();
  say("Kutipan ditambahkan. Pilih atau ketik narasumbernya; Shift dan panah mengubah rentangnya.");
}
const actions = {
  next: () => move(1),
  previous: () => move(-1),
  right: () => { if (current()) { here.change(() => { current().checked = true; }); next(); } },
  wrong: () => {
    if (!current()) return;
    $("#form [name=speaker]:checked").focus();
    say("Pilih narasumber lain dengan angka atau panah, atau tekan Tab lalu ketik namanya.");
  },
  remove: () => {
    if (!current()) return;
    here.change(() => { const q = current(); q.removed = !q.removed; q.checked = true; });
    current().removed ? next() : draw();
  },
  undo: () => { const done = here.undo(); draw(); say(done ? "Diurungkan." : "Tidak ada yang dapat diurungkan."); },
  add,
  "use-span": () => { const found = selected(); if (found) { getSelection().removeAllRanges(); span(...found); } },
  "use-cue": () => {
    const found = selected();
    if (!found) return say("Sorot dahulu kata penandanya di dalam artikel.");
    getSelection().removeAllRanges();
    edit(q => { q.cue = { text: here.slice(...found), start: found[0], end: found[1] }; }, "Kata penanda diubah.");
  },
  role: () => $("#role")?.focus(),
  type: () => { const all = Object.keys(TYPES); if (current()) type(all[(all.indexOf(current().type) + 1) % 3]); },
  "start-less": () => stretch("start", -1), "start-more": () => stretch("start", 1),
  "end-less": () => stretch("end", -1), "end-more": () => stretch("end", 1),
  "article-next": () => open(articles[articles.indexOf(here) + 1]),
  "article-previous": () => open(articles[articles.indexOf(here) - 1]),
  save, help: () => $("#help").showModal(),
};
const KEYS = {
  n: "next", ArrowDown: "next", p: "previous", ArrowUp: "previous", b: "right", Enter: "right", s: "wrong", x: "remove",
  u: "undo", a: "add", r: "use-span", c: "use-cue", j: "role", t: "type", m: "save", "?": "help",
  "]": "article-next", "[": "article-previous",
};

function save() {
  const all = articles.map(a => a.gold());
  const one = all.length === 1;
  const content = one ? JSON.stringify(all[0], null, 1) + "\n" : all.map(g => JSON.stringify(g) + "\n").join("");
  const link = make("a", {
    href: URL.createObjectURL(new Blob([content], { type: "application/json" })),
    download: one ? `${all[0].id.replace(/[^\p{L}\p{N}._-]+/gu, "_")}.json` : "review.jsonl",
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  say("Disimpan.");
}

// -------------------------------------------------------------------------------------- what is shown

const say = message => { $("#live").textContent = message; };
const short = (text, most) => (text = text.replace(/\s+/g, " ").trim()).length > most ? `${text.slice(0, most)}…` : text;
const button = (action, label, key, more = {}) => make("button", { type: "button", data: { action }, ...more },
  label, ...(key ? [" ", make("kbd", { textContent: key })] : []));

function open(article, key) {
  if (!article) return;
  here = article;
  show(key ?? here.todo[0] ?? here.sequence[0] ?? null);
  $("#text").scrollTop = 0;
  say(`${here.value.source ?? here.value.id}: ${here.live.length} kutipan${here.restored ? "; kemajuan dipulihkan" : ""}`);
}
function show(key) {
  here.current = key;
  draw();
  const quote = current();
  $("#text mark.now")?.scrollIntoView({ block: "center" });
  $("aside").scrollTop = 0;
  if (quote) say(`Kutipan ${here.sequence.indexOf(key) + 1} dari ${here.sequence.length}, ${TYPES[quote.type]}, `
    + `${quote.speaker ?? "narasumber tidak diketahui"}: ${short(here.slice(quote.start, quote.end), 200)}`);
}
function draw() {
  const held = place(document.activeElement);
  drawText();
  drawForm();
  drawList();
  drawArticles();
  if (held) $(held)?.focus({ preventScroll: true });
  const all = articles.flatMap(a => a.quotes), done = all.filter(q => q.checked).length;
  Object.assign($("#progress"), { max: all.length || 1, value: done });
  $("#count").textContent = `${done} dari ${all.length} diperiksa`;
}
function place(element) {  // how to find an element again that is drawn anew
  if (element.id) return `#${element.id}`;
  if (element.type === "radio") return `#form [name=${element.name}][value="${CSS.escape(element.value)}"]`;
  const [key, value] = Object.entries(element.dataset ?? {})[0] ?? [];
  return key && element.closest("[id]") ? `#${element.closest("[id]").id} [data-${key}="${value}"]` : null;
}
function drawText() {  // the text in one piece, so that a selection's length is an offset; numbers stand in attributes
  const live = here.live, now = current();
  const cuts = new Set([0, here.toUnit.length - 1]);
  for (const q of live) { cuts.add(q.start); cuts.add(q.end); }
  if (now?.cue) { cuts.add(now.cue.start); cuts.add(now.cue.end); }
  const places = [...cuts].sort((a, b) => a - b), parts = [];
  const over = now && !now.removed ? [now, ...live.filter(q => q !== now)] : live;
  for (let i = 0; i + 1 < places.length; i++) {
    const [a, b] = [places[i], places[i + 1]], words = here.slice(a, b);
    const quote = over.find(q => q.start <= a && b <= q.end);
    if (!quote) {
      const cue = now?.cue && now.cue.start <= a && b <= now.cue.end;
      parts.push(cue ? make("span", { className: "cue", textContent: words }) : words);
      continue;
    }
    const mark = make("mark", { textContent: words, className: `q ${quote.type}${quote === now ? " now" : ""}`, data: { key: quote.key } });
    mark.style.cssText = here.color(quote.speaker);
    if (quote === now && a === quote.start) parts.push(handle("start"));
    parts.push(mark);
    if (quote === now && b === quote.end) parts.push(handle("end"));
  }
  $("#text").replaceChildren(...parts);
}
const handle = edge => make("span", { className: `handle ${edge}`, data: { edge }, aria: { hidden: true } });

function drawForm() {
  const quote = current(), form = $("#form");
  if (!quote) return form.replaceChildren(make("p", { textContent: "Tidak ada kutipan. Sorot teksnya lalu tambahkan." }));
  const place = here.sequence.indexOf(quote.key) + 1;
  const state = quote.removed ? "bukan kutipan" : quote.checked ? "sudah diperiksa" : "belum diperiksa";
  const sure = quote.rule === "by hand" ? "dengan tangan" : `keyakinan ${quote.confidence.toFixed(2).replace(".", ",")}, aturan ${quote.rule}`;
  form.replaceChildren(
    make("h2", { textContent: `Kutipan ${place} dari ${here.sequence.length}` }),
    make("p", { className: "state", textContent: `${state}; ${sure}` }),
    make("blockquote", { textContent: short(here.slice(quote.start, quote.end), 400), className: quote.removed ? "gone" : "" }),
    make("div", { className: "row main" }, button("right", "Benar", "b"), button("wrong", "Salah", "s"),
      button("remove", quote.removed ? "Kembalikan" : "Bukan kutipan", "x"), button("next", "Berikutnya", "n")),
    speakerField(quote), roleField(quote), typeField(quote), spanField(quote));
}
function speakerField(quote) {
  const names = here.names();
  const options = [...names.map(s => s.name), null].map((who, at) => make("label", { className: "choice" },
    make("input", { type: "radio", name: "speaker", value: who ?? "", checked: quote.speaker === who, onchange: () => name(who) }),
    make("span", { className: "dot", style: who ? here.color(who) : "--h:0;--s:0%" }), who ?? "tidak diketahui",
    ...(who === null ? [make("kbd", { textContent: "0" })] : at < 9 ? [make("kbd", { textContent: at + 1 })] : [])));
  const other = make("input", { id: "other", placeholder: "nama lain", autocomplete: "off", aria: { label: "Narasumber lain" } });
  other.setAttribute("list", "others");
  other.onchange = () => { if (other.value.trim()) name(other.value.trim()); };
  return make("fieldset", {}, make("legend", { textContent: "Narasumber" }), ...options, other,
    suggestions("others", here.capitalized));
}
function roleField(quote) {
  const field = make("input", { id: "role", value: quote.role ?? "", autocomplete: "off", placeholder: "tidak ada" });
  field.onchange = () => role(field.value.trim());
  field.setAttribute("list", "roles");
  return make("label", { className: "field" }, make("span", {}, "Jabatan ", make("kbd", { textContent: "j" })), field,
    suggestions("roles", new Set(here.names().map(s => s.role).filter(Boolean))));
}
const suggestions = (id, values) => make("datalist", { id }, ...[...values].map(value => make("option", { value })));
function typeField(quote) {
  const options = Object.entries(TYPES).map(([kind, label]) => make("label", { className: "choice" },
    make("input", { type: "radio", name: "type", value: kind, checked: quote.type === kind, onchange: () => type(kind) }), label));
  return make("fieldset", { className: "types" }, make("legend", {}, "Jenis ", make("kbd", { textContent: "t" })), ...options);
}
function spanField(quote) {
  const step = (action, sign, label) => make("button", { type: "button", data: { action }, textContent: sign, aria: { label } });
  return make("fieldset", { className: "span" }, make("legend", {}, "Rentang"),
    make("span", {}, "awal ", step("start-less", "←", "Awal satu kata ke kiri"), step("start-more", "→", "Awal satu kata ke kanan")),
    make("span", {}, "akhir ", step("end-less", "←", "Akhir satu kata ke kiri"), step("end-more", "→", "Akhir satu kata ke kanan")),
    make("small", {}, "kata penanda: ", make("b", { textContent: quote.cue?.text ?? "tidak ada" })));
}
function drawList() {
  const items = here.shown.map(quote => {
    const now = quote.key === here.current;
    const entry = make("button", { type: "button", data: { key: quote.key }, aria: now ? { current: true } : {} },
      make("span", { className: "dot", style: here.color(quote.speaker) }),
      make("b", { textContent: quote.removed ? "bukan kutipan" : quote.speaker ?? "tidak diketahui" }),
      make("span", { className: "words", textContent: short(here.slice(quote.start, quote.end), 70) }),
      make("span", { className: "sign", textContent: quote.checked ? "✓" : quote.confidence < BELOW ? "?" : "",
        aria: { role: "img", label: quote.checked ? "sudah diperiksa" : quote.confidence < BELOW ? "tidak pasti" : "belum diperiksa" } }));
    return make("li", { className: quote.removed ? "gone" : "" }, entry);
  });
  $("#list").replaceChildren(...items);
}
function drawArticles() {
  const box = $("#articles");
  box.hidden = articles.length < 2;
  if (box.hidden) return;
  $("summary", box).textContent = `Artikel ${articles.indexOf(here) + 1} dari ${articles.length}`;
  $("ol", box).replaceChildren(...articles.map((article, at) => make("li", {},
    make("button", { type: "button", data: { article: at }, aria: article === here ? { current: true } : {} },
      make("span", { className: "words", textContent: article.value.source ?? article.value.id }),
      make("small", { textContent: `${article.quotes.length - article.todo.length}/${article.quotes.length}` })))));
}

// --------------------------------------------------------------------------------- keys and pointers

document.addEventListener("keydown", event => {
  if ($("#help").open) return;
  const typing = event.target.matches("input:not([type=radio]), textarea");
  if (typing) {
    if (event.key === "Enter" || event.key === "Escape") {
      if (event.key === "Escape") event.target.value = event.target.defaultValue;
      event.target.blur();
      event.preventDefault();
    }
    return;
  }
  if ((event.ctrlKey || event.metaKey) && event.key === "z") { event.preventDefault(); return actions.undo(); }
  if ((event.ctrlKey || event.metaKey) && event.key === "s") { event.preventDefault(); return actions.save(); }
  if (event.ctrlKey || event.metaKey) return;
  if (event.shiftKey && /^Arrow(Left|Right)$/.test(event.key)) {
    event.preventDefault();
    return stretch(event.altKey ? "start" : "end", event.key === "ArrowLeft" ? -1 : 1);
  }
  if (event.altKey) return;
  if (/^[0-9]$/.test(event.key)) {
    const who = here.names()[Number(event.key) - 1]?.name;
    return event.key === "0" ? name(null) : who && name(who);
  }
  if (event.key === "Enter" && event.target.matches("button, summary")) return;
  if (event.key.startsWith("Arrow") && event.target.matches("[type=radio]")) return;
  const action = KEYS[event.key];
  if (action) { event.preventDefault(); actions[action](); }
});
document.addEventListener("click", event => {
  const target = event.target.closest("[data-action], [data-key], [data-article]");
  if (!target) return;
  if (target.dataset.action) actions[target.dataset.action]();
  else if (target.dataset.article) open(articles[target.dataset.article]);
  else if (getSelection().isCollapsed) show(Number(target.dataset.key));
});
document.addEventListener("mousedown", event => {  // a press on these buttons must not lose the selection
  if (event.target.closest("#chosen")) event.preventDefault();
});
document.addEventListener("selectionchange", () => {
  const found = !dragged && selected(), box = $("#chosen");
  box.hidden = !found;
  if (!found) return;
  const edge = getSelection().getRangeAt(0).getBoundingClientRect();
  box.style.left = `${Math.max(8, Math.min(edge.left, innerWidth - box.offsetWidth - 8))}px`;
  box.style.top = `${Math.min(edge.bottom + 8, innerHeight - box.offsetHeight - 8)}px`;
});
let dragged = null;
const pointed = event => {  // the word under the pointer, as its place in code points
  const found = document.caretPositionFromPoint?.(event.clientX, event.clientY);
  const range = found ? null : document.caretRangeFromPoint?.(event.clientX, event.clientY);
  const [node, offset] = found ? [found.offsetNode, found.offset] : range ? [range.startContainer, range.startOffset] : [];
  if (!node || !$("#text").contains(node)) return null;
  const before = document.createRange();
  before.setStart($("#text"), 0);
  before.setEnd(node, offset);
  return here.point(before.toString().length);
};
$("#text").addEventListener("pointerdown", event => {
  if (!event.target.dataset.edge) return;
  dragged = event.target.dataset.edge;
  event.preventDefault();
});
document.addEventListener("pointermove", event => { if (dragged) event.preventDefault(); }, { passive: false });
document.addEventListener("pointerup", event => {
  if (!dragged) return;
  const at = pointed(event), edge = dragged, quote = current();
  dragged = null;
  if (at === null || !quote) return;
  const word = edge === "start" ? here.words.find(w => w[1] > at) : here.words.findLast(w => w[0] < at);
  if (word) edge === "start" ? span(word[0], quote.end) : span(quote.start, word[1]);
});

document.documentElement.classList.add("ready");
if (here) open(here);
