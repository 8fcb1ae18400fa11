// Finds pages in the index that the build wrote to search/. Knows nothing of any form: search-page.js and the palette
// ask it. Files of the index are scripts, because a page that is opened from disk may load nothing else.
//
//   fieldbookSearch.open("../../").then((index) => index.query("norrvik ledger", { limit: 8, facets: { kind: ["Deal"] } }))
//
// gives [{ title, titleParts, url, kind, owner, heading, context, facets }], best first; titleParts and context are
// lists of { text, mark }, never markup. `total` of the list says how many pages have all the words.

const STOP = new Set(
  "a about also an and any are as at be been but by can could did do does for from had has have he her his how i if in into is it its me more my no not of on or our she should so such than that the their them then there these they this to us was we were what when where which who whom whose why with would you your".split(" "));
const SIGNS = "!#$%&'()+,./:;<>?@[]^`{}";
const VALUES = new Int8Array(128).fill(-1);
[..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"].forEach((sign, value) => {
  VALUES[sign.charCodeAt(0)] = value;
});
const WEIGHTS = Array.from(SIGNS, (_, level) => 2 ** ((level - 6) / 3));
const SPECIAL = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ħ: "h", ŧ: "t", ŋ: "n", ĸ: "k", ſ: "s", ς: "σ" };
const WORD = /\d+(?:,\d{3})+(?!\d)|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]|[\p{L}\p{Nd}\p{M}]+(?:['’][\p{L}\p{Nd}\p{M}]+)*/gu;
const ENDING = /^(s|es?|ed?|d|i|ing?|io|ions?|ly?)$/;

// Words as the index has them: without case and marks.
const fold = (word) => {
  const lower = word.toLowerCase();
  if (/^[a-z0-9]*$/.test(lower)) return lower;
  return lower.replace(/[\u00c0-\u024f\u0370-\u052f\u1e00-\u1fff]/g, (letter) => {
    const plain = letter.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
    return SPECIAL[plain] || plain;
  }).replace(/[\u0300-\u036f]/g, "");
};

const wordsOf = (text) => {
  const words = [];
  for (const match of text.matchAll(WORD)) {
    const written = match[0].replace(/['’]s$/i, "");
    words.push({ word: fold(written.replace(/[,'’]/g, "")), start: match.index, end: match.index + written.length });
  }
  return words;
};

// A text with its words, worked out once an entry.
const analysed = (written) => {
  const text = written.normalize("NFC");
  const words = wordsOf(text);
  return { text, words, phrase: ` ${words.map(({ word }) => word).join(" ")} ` };
};

// The rules of Stemmer.swift.
const stem = (word) => {
  if (word.length < 4 || /[^a-z]/.test(word)) return word;
  if (/s$/.test(word) && !/(ss|us|is)$/.test(word)) {
    if (/ies$/.test(word) && word.length > 4) word = word.slice(0, -3) + "y";
    else word = word.slice(0, /(sses|xes|ches|shes)$/.test(word) ? -2 : -1);
  }
  const single = (rest) => (rest.length > 3 && /([^aeiouls])\1$/.test(rest) ? rest.slice(0, -1) : rest);
  if (/[aeiouy].*ing$/.test(word) && word.length > 5) word = single(word.slice(0, -3));
  else if (/[aeiouy].*ed$/.test(word) && word.length > 4) word = single(word.slice(0, -2));
  else if (/ly$/.test(word) && word.length > 5) word = word.slice(0, -2);
  if (word.length > 6 && /[ts]ion$/.test(word)) word = word.slice(0, -3);
  if (word.length > 4 && /e$/.test(word)) word = word.slice(0, -1);
  return word.length > 3 ? word.replace(/y$/, "i") : word;
};

// Edits between a word and a term (two neighbours that changed places are one), or a beginning of it; none over `most`.
const distance = (word, term, most, prefix) => {
  if (!prefix && Math.abs(word.length - term.length) > most) return 9;
  const width = Math.min(term.length, word.length + most);
  let [before, last] = [[], Array.from({ length: width + 1 }, (_, place) => place)];
  for (let row = 1; row <= word.length; row++) {
    const line = [row];
    let least = row;
    for (let column = 1; column <= width; column++) {
      const same = word[row - 1] === term[column - 1];
      let edits = Math.min(last[column] + 1, line[column - 1] + 1, last[column - 1] + (same ? 0 : 1));
      if (row > 1 && column > 1 && word[row - 1] === term[column - 2] && word[row - 2] === term[column - 1]) {
        edits = Math.min(edits, before[column - 2] + 1);
      }
      line.push(edits);
      least = Math.min(least, edits);
    }
    if (least > most) return 9;
    [before, last] = [last, line];
  }
  return prefix ? Math.min(...last) : last[width];
};

// "^AbC!D" → [[page, weight], …]; see PostingCode.swift.
const decode = (text) => {
  const pages = [];
  let [weight, next, number, shift] = [1, 0, 0, 0];
  for (let place = 0; place < text.length; place++) {
    const digit = VALUES[text.charCodeAt(place)];
    if (digit < 0) {
      weight = WEIGHTS[SIGNS.indexOf(text[place])];
      next = 0;
      continue;
    }
    number |= (digit & 31) << shift;
    shift += 5;
    if (digit < 32) {
      next += number;
      pages.push([next++, weight]);
      number = shift = 0;
    }
  }
  return pages;
};

const parseShard = (text) => {
  const shard = { best: null, terms: new Map(), gaps: [] };
  let last = "";
  for (const line of (text || "").split("\n")) {
    if (line[0] === "|") {
      shard.best = line.slice(1);
      continue;
    }
    let end = 1;
    while (end < line.length && /[\p{L}\p{N}\p{M}]/u.test(line[end])) end++;
    if (!line) continue;
    last = last.slice(0, VALUES[line.charCodeAt(0)]) + line.slice(1, end);
    if (line[end] === "=") {
      const place = Number(line[end + 1]);
      shard.gaps.push(last.slice(0, place) + line.slice(end + 2) + last.slice(place));
      continue;
    }
    const isName = line[end] === "*";
    const [head, tail] = line.slice(end + (isName ? 1 : 0)).split("~");
    let more = 0;
    for (let place = 0; tail && place < tail.length; place++) more |= (VALUES[tail.charCodeAt(place)] & 31) << (5 * place);
    shard.terms.set(last, { term: last, isName, head, more });
  }
  return shard;
};

const safe = (text) => text.replace(/[^a-z0-9]/gu, (sign) => `_${sign.codePointAt(0).toString(16)}_`);

const waiting = new Map();
const loaded = new Map();
const policy = window.trustedTypes && trustedTypes.createPolicy("fieldbook-search", { createScriptURL: (url) => url });

// The content of a file of the index; nothing when there is no such file.
const load = (root, name) => {
  const key = root + name;
  if (!loaded.has(key)) {
    loaded.set(key, new Promise((resolve) => {
      if (!/^[a-z0-9_-]+$/.test(name)) return resolve(null);
      waiting.set(name, resolve);
      const url = `${root}search/${name}.js`;
      const script = document.createElement("script");
      script.onload = script.onerror = () => {
        resolve(null);
        script.remove();
      };
      script.src = policy ? policy.createScriptURL(url) : url;
      document.head.append(script);
    }));
  }
  return loaded.get(key);
};

// Whether a word of a text is one that a word of the query stands for.
const isMeant = (token, word) => token.terms.has(word) || (token.prefix && word.startsWith(token.prefix));

class Index {
  #root;
  #core;
  #shards;
  #parsed = new Map();
  #found = new Map();
  #entries = new Map();

  constructor(root, core) {
    this.#root = root;
    this.#core = core;
    this.#shards = new Set(core.shards.split(" "));
  }

  /** Names of facets and, for each, its values with how many pages have them. */
  get facets() {
    return Object.fromEntries(Object.entries(this.#core.facets).map(([name, values]) =>
      [name, values.map(([value, , count]) => ({ value, count }))]));
  }

  /** How many things can be found. */
  get size() { return this.#core.pages; }

  /** The best pages for some words, only those that have one of the values of each facet given. */
  async query(text, { limit = 10, facets = {} } = {}) {
    const asked = wordsOf(text.normalize("NFC").slice(0, 200)).map((word) => word.word).slice(0, 12);
    const open = asked.length > 0 && !/[\s.,;:!?]$/.test(text);
    let words = asked.map((word, place) => ({ word, isLast: open && place === asked.length - 1 }));
    const telling = words.filter(({ word, isLast }) => !STOP.has(word) || (isLast && words.length === 1));
    if (telling.length) words = telling;
    const [tokens, allowed] = await Promise.all([
      Promise.all(words.map(({ word, isLast }) => this.#expand(word, isLast))), this.#allowed(facets)]);
    if (!tokens.length) return Object.assign([], { total: 0 });
    let ranked = this.#rank(tokens, allowed);
    const isUnsure = tokens.every((token) => token.more);
    if (tokens.some((token) => token.more) && ranked.full < limit && (isUnsure && tokens.length > 1 || allowed)) {
      await Promise.all(tokens.map((token) => this.#complete(token)));
      ranked = this.#rank(tokens, allowed);
    }
    const extra = tokens.some((token) => token.more) && tokens.length > 1 ? 4 : 0;
    const top = ranked.list.slice(0, limit + extra);
    const entries = await Promise.all(top.map((item) => this.#entry(item.page)));
    const phrase = asked.join(" ");
    const results = top.map((item, place) => entries[place] && this.#weigh(item, entries[place], tokens, phrase))
      .filter(Boolean).sort((one, other) => other.score - one.score).slice(0, limit)
      .map((item) => this.#result(item, tokens));
    return Object.assign(results, { total: ranked.full });
  }

  /** The pages that the chosen facets leave; all when none is chosen. */
  async #allowed(facets) {
    let allowed = null;
    for (const [name, values] of Object.entries(facets)) {
      if (!values.length) continue;
      const files = (this.#core.facets[name] || []).filter(([value]) => values.includes(value)).map(([, file]) => file);
      const lists = await Promise.all(files.map((file) => load(this.#root, file)));
      const pages = new Set(lists.flatMap((list) => decode(list || "").map(([page]) => page)));
      allowed = allowed ? new Set([...allowed].filter((page) => pages.has(page))) : pages;
    }
    return allowed;
  }

  /** The prefix whose file has a word. */
  #home(word) {
    for (let length = word.length; length > 0; length--) {
      if (this.#shards.has(word.slice(0, length))) return word.slice(0, length);
    }
    return null;
  }

  #shard(prefix) {
    if (!this.#parsed.has(prefix)) {
      this.#parsed.set(prefix, load(this.#root, "t-" + safe(prefix)).then(parseShard));
    }
    return this.#parsed.get(prefix);
  }

  async #shardsOf(words) {
    const homes = new Set(words.map((word) => this.#home(word)).filter((home) => home !== null));
    return Promise.all(Array.from(homes, (home) => this.#shard(home)));
  }

  /** What a word of a query stands for: words of the index and how well each fits. */
  #expand(word, isLast) {
    const key = (isLast ? "…" : "") + word;
    if (!this.#found.has(key)) this.#found.set(key, this.#expanded(word, isLast));
    return this.#found.get(key);
  }

  async #expanded(word, isLast) {
    const root = stem(word);
    const shards = await this.#shardsOf([word, root]);
    const fits = new Map();
    const take = (info, weight) => {
      if (!(fits.get(info.term)?.weight > weight)) fits.set(info.term, { info, weight });
    };
    let isExact = false;
    for (const shard of shards) {
      for (const info of shard.terms.values()) {
        const { term, isName } = info;
        if (term === word) {
          take(info, 1);
          isExact = true;
        } else if (term[0] !== word[0]) {
          continue;
        } else if (!isName && term.length > 3 && word.length > 3 && stem(term) === root) {
          take(info, 0.8);
          isExact = true;
        } else if (term.startsWith(word)) {
          if (isLast || word.length > 2) take(info, (isLast ? 0.75 : 0.4) * Math.sqrt(word.length / term.length));
        } else if (!isName && term.length > 3 && word.startsWith(term) && ENDING.test(word.slice(term.length))) {
          take(info, 0.5);
        }
      }
    }
    const token = { word, terms: new Map(), pages: new Map(), more: 0, tails: [] };
    const best = isLast && this.#shards.has(word) && (await this.#shard(word)).best;
    if (best) {
      token.prefix = word;
      for (const [page, weight] of decode(best)) token.pages.set(page, 0.6 * weight);
    }
    if (!isExact && !best && ![...fits.values()].some((fit) => fit.weight >= 0.3)) await this.#guess(word, isLast, take);
    const list = Array.from(fits.values()).sort((one, other) => other.weight - one.weight).slice(0, 60);
    for (const { info, weight } of list) {
      token.terms.set(info.term, weight);
      for (const [page, value] of info.pages ||= decode(info.head)) {
        if (!(token.pages.get(page) >= weight * value)) token.pages.set(page, weight * value);
      }
      if (info.more) {
        token.more += info.more;
        token.tails.push({ info, weight });
      }
    }
    token.idf = Math.log2(1 + this.#core.pages / Math.max(1, Math.min(token.pages.size + token.more, this.#core.pages)));
    return token;
  }

  /** Words that were meant, perhaps: one slip from four letters on, two from eight. */
  async #guess(word, isLast, take) {
    const most = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
    if (!most) return;
    const wrong = [word, word[1] + word[0] + word.slice(2)];
    for (let place = 0; place < 3; place++) wrong.push(word.slice(0, place) + word.slice(place + 1));
    const meant = new Map();
    const look = (term) => {
      let edits = distance(word, term, most, false);
      let weight = edits > most ? 0 : edits === 1 ? 0.5 : 0.3;
      if (!weight && isLast && word.length > 4) {
        edits = distance(word, term, most === 2 && word.length > 9 ? 2 : 1, true);
        weight = edits > 2 ? 0 : edits === 1 ? 0.3 : 0.2;
      }
      if (weight) meant.set(term, weight);
    };
    for (const shard of await this.#shardsOf(wrong)) {
      for (const term of shard.terms.keys()) look(term);
      shard.gaps.forEach(look);
    }
    const best = Math.max(0, ...meant.values());
    const terms = [...meant.keys()].filter((term) => meant.get(term) >= best * 0.6).slice(0, 12);
    const homes = await this.#shardsOf(terms);
    for (const term of terms) {
      for (const shard of homes) {
        if (shard.terms.has(term)) take(shard.terms.get(term), meant.get(term));
      }
    }
  }

  /** Loads the pages of a word that its line had no room for. */
  async #complete(token) {
    for (const { info, weight } of token.tails) {
      for (let [part, left] = [0, info.more]; left > 0 && part < 8; part++) {
        const pages = decode(await load(this.#root, `x-${safe(info.term)}-${part}`) || "");
        if (!pages.length) break;
        left -= pages.length;
        for (const [page, value] of pages) {
          if (!(token.pages.get(page) >= weight * value)) token.pages.set(page, weight * value);
        }
      }
    }
    token.more = 0;
    token.tails = [];
  }

  /** Pages by how many of the words they have, and how much those count there. */
  #rank(tokens, allowed) {
    const all = tokens.reduce((sum, token) => sum + token.idf, 0);
    const sums = new Map();
    for (const token of tokens) {
      for (const [page, value] of token.pages) {
        if (allowed && !allowed.has(page)) continue;
        let item = sums.get(page);
        if (!item) sums.set(page, item = { page, score: 0, found: 0, count: 0 });
        item.score += token.idf * value;
        item.found += token.idf;
        item.count++;
      }
    }
    const list = Array.from(sums.values());
    let full = 0;
    for (const item of list) {
      if (item.count === tokens.length) full++;
      // A word with more pages than its line names may be on this one as well.
      else for (const token of tokens) if (token.more && !token.pages.has(item.page)) item.found += token.idf / 2;
      item.score *= (item.found / all) ** 2;
    }
    list.sort((one, other) => other.score - one.score || one.page - other.page);
    return { list, full };
  }

  async #entry(page) {
    if (!this.#entries.has(page)) {
      const block = await load(this.#root, "p-" + (page >>> 3).toString(36));
      const entry = block && block[page & 7];
      if (!entry) return null;
      const [title, kind, address, owner, aliases, facets, sections] = entry;
      this.#entries.set(page, {
        kind, address, owner, facets, title: analysed(title), names: analysed([owner, ...aliases].join(" · ")),
        aliases: aliases.map(analysed),
        sections: sections.map(([heading, anchor, text]) => ({ anchor, heading: analysed(heading), body: analysed(text) })),
      });
    }
    return this.#entries.get(page);
  }

  /** What only the entry itself can tell: whether the words stand in its title as they were typed. */
  #weigh(item, entry, tokens, phrase) {
    let score = item.score;
    const [exact, begun] = [` ${phrase} `, ` ${phrase}`];
    if (entry.title.phrase === exact) score *= 3;
    else if (entry.aliases.some((alias) => alias.phrase === exact)) score *= 2.2;
    else {
      // Of names that begin so, the one of which the most is typed.
      const begins = [entry.title, ...entry.aliases].filter(({ phrase: name }) => name.startsWith(begun))
        .map(({ phrase: name }) => begun.length / name.length);
      if (begins.length) score *= 1.5 + 0.5 * Math.max(...begins);
    }
    if (tokens.length > 1) {
      const words = [...entry.title.words, ...entry.names.words];
      if (tokens.every((token) => words.some(({ word }) => isMeant(token, word)))) score *= 1.6;
      if (entry.title.phrase.includes(exact)) score *= 1.4;
      else if (entry.sections.some(({ heading }) => heading.phrase.includes(exact))) score *= 1.35;
      else if (entry.sections.some(({ body }) => body.phrase.includes(exact))) score *= 1.15;
    }
    for (const token of tokens) {
      if (!token.more || token.pages.has(item.page)) continue;
      const isThere = entry.sections.some(({ heading, body }) =>
        heading.words.some(({ word }) => token.terms.has(word)) || body.words.some(({ word }) => token.terms.has(word)));
      score *= isThere ? 1.2 : 0.4;
    }
    return { ...item, score, entry };
  }

  #result({ entry }, tokens) {
    const matches = (word) => tokens.findIndex((token) => isMeant(token, word));
    const found = (...texts) => new Set(texts.flatMap(({ words }) => words.map(({ word }) => matches(word))));
    const named = found(entry.title, entry.names);
    const open = tokens.map((_, place) => place).filter((place) => !named.has(place));
    let best = { gain: 0, section: entry.sections.find(({ body }) => body.text) };
    for (const section of open.length ? entry.sections : []) {
      const [heading, body] = [found(section.heading), found(section.body)];
      const gain = open.reduce((sum, place) =>
        sum + tokens[place].idf * (heading.has(place) ? 2.5 : body.has(place) ? 1 : 0), 0);
      if (gain > best.gain) best = { gain, section };
    }
    const { anchor, heading, body } = best.section || { anchor: "", body: analysed("") };
    const isWithin = best.gain > 0 && anchor;
    const [path, own] = entry.address.split("#");
    const fragment = isWithin ? anchor : own;
    const facets = {};
    for (const [name, value] of entry.facets) (facets[name] ||= []).push(value);
    return {
      title: entry.title.text, titleParts: this.#parts(entry.title, matches),
      url: this.#root + encodeURI(path.slice(1)) + "index.html" + (fragment ? "#" + encodeURIComponent(fragment) : ""),
      kind: entry.kind, owner: entry.owner, heading: isWithin ? heading.text : "",
      context: this.#parts(body, matches, 170), facets,
    };
  }

  /** A text with the words found marked; of a long one the stretch with the most of them. */
  #parts({ text, words }, matches, limit = Infinity) {
    const marks = words.map((word) => ({ ...word, token: matches(word.word) })).filter(({ token }) => token >= 0);
    let [start, most] = [0, -1];
    if (text.length > limit) {
      for (const mark of marks.slice(0, 80)) {
        const within = marks.filter((other) => other.start >= mark.start && other.end <= mark.start + limit - 40);
        const gain = new Set(within.map((other) => other.token)).size * 10 + Math.min(within.length, 5);
        if (gain > most) [start, most] = [mark.start, gain];
      }
      start = start < 60 ? 0 : text.indexOf(" ", start - 50) + 1;
    }
    let end = text.length;
    if (end > start + limit) end = Math.max(text.lastIndexOf(" ", start + limit), start + limit / 2);
    const parts = [];
    let place = start;
    const put = (to, mark) => {
      if (to > place) parts.push({ text: text.slice(place, to), mark });
      place = Math.max(place, to);
    };
    if (start > 0) parts.push({ text: "… ", mark: false });
    for (const mark of marks) {
      if (mark.start < place || mark.end > end) continue;
      put(mark.start, false);
      put(mark.end, true);
    }
    put(end, false);
    if (end < text.length) parts.push({ text: " …", mark: false });
    return parts;
  }
}

const opened = new Map();
globalThis.fieldbookSearch = {
  /** Loads the core of the index of the site whose root lies there, once. */
  open(root) {
    if (!opened.has(root)) {
      opened.set(root, load(root, "core").then((core) => {
        if (core) return new Index(root, core);
        throw new Error("the index of this site could not be loaded");
      }));
    }
    return opened.get(root);
  },

  /** Called by the files of the index. */
  put(name, content) { waiting.get(name)?.(content); },
};
