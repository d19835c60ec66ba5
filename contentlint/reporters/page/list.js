// The list: only the visible rows are elements, so that long lists stay fast.

const AHEAD = 8; // rows that are created beyond the edge of the window
const MOST_HEIGHT = 15_000_000; // pixels; the limit of browsers
const MOST_PRINTED = 1000;

/**
 * The list of findings. All rows have the same height, set by the style sheet; one of them may be
 * open, and is higher. One row, the current one, is in the tab order; the arrow keys move to the
 * others.
 */
class List {
  /**
   * @param {HTMLElement} box that contains the rows
   * @param {(row: number) => Node} detail makes the details of an open row
   */
  constructor(box, detail) {
    this.box = box;
    this.detail = detail;
    this.rows = new Uint32Array(0);
    this.made = new Map(); // elements, by index
    this.current = 0; // an index, as all below
    this.open = -1;
    this.extra = 0; // height of the open details in pixels
    this.height = 0;
    box.addEventListener("keydown", (event) => this.onKey(event));
    box.addEventListener("focusin", (event) => this.onFocus(event));
    addEventListener("scroll", () => this.later(), { passive: true });
    addEventListener("resize", () => this.measure());
    addEventListener("beforeprint", () => this.print());
    addEventListener("afterprint", () => this.renew());
  }

  /** The number of rows that can be laid out. */
  get length() {
    return Math.min(this.rows.length, Math.floor(MOST_HEIGHT / (this.height || 100)));
  }

  /** Show other rows; the open one stays open if it is among them. */
  show(rows) {
    const opened = this.open >= 0 ? this.rows[this.open] : -1;
    const chosen = this.rows[this.current];
    this.rows = rows;
    if (this.height === 0) this.measureRow();
    this.open = opened < 0 ? -1 : rows.indexOf(opened);
    if (this.open < 0) this.extra = 0;
    this.current = Math.max(0, rows.indexOf(chosen));
    if (this.current >= this.length) this.current = 0;
    this.renew();
  }

  renew() {
    const hadFocus = this.box.contains(document.activeElement);
    for (const item of this.made.values()) item.remove();
    this.made.clear();
    this.draw();
    if (hadFocus) this.made.get(this.current)?.firstChild.focus({ preventScroll: true });
  }

  /** If the list is scrolled past its start, scroll to the open row, or to the start. */
  settle() {
    const { top } = this.box.getBoundingClientRect();
    if (top >= this.covered()) return;
    const place = Math.max(0, this.open);
    scrollBy({ top: top + this.top(place) - this.covered(), behavior: "instant" });
    this.draw();
  }

  /** The height in pixels that the tools cover at the top of the window. */
  covered() {
    const item = this.made.values().next().value;
    return item === undefined ? 0 : parseFloat(getComputedStyle(item).scrollMarginBlockStart) || 0;
  }

  later() {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = undefined;
      this.draw();
    });
  }

  // --- positions of rows

  top(place) {
    return place * this.height + (this.open >= 0 && place > this.open ? this.extra : 0);
  }

  placeAt(y) {
    if (this.open >= 0) {
      const bottom = (this.open + 1) * this.height;
      if (y >= bottom + this.extra) y -= this.extra;
      else if (y >= bottom) return this.open;
    }
    return Math.min(Math.max(0, Math.floor(y / this.height)), Math.max(0, this.length - 1));
  }

  measureRow() {
    const probe = element("li", { class: "row" }, element("button", { class: "head" }));
    this.box.append(probe);
    this.height = probe.offsetHeight;
    probe.remove();
  }

  measure() {
    const before = this.height;
    this.measureRow();
    if (this.height !== before) this.renew();
    else this.draw();
  }

  measureOpen() {
    const item = this.made.get(this.open);
    if (item === undefined) return;
    const extra = item.offsetHeight - this.height;
    if (extra === this.extra) return;
    this.extra = extra;
    this.draw();
  }

  // --- drawing

  draw() {
    if (this.height === 0) return;
    this.box.style.blockSize = `${this.length * this.height + (this.open >= 0 ? this.extra : 0)}px`;
    const start = -this.box.getBoundingClientRect().top;
    const first = Math.max(0, this.placeAt(start) - AHEAD);
    const last = Math.min(this.length - 1, this.placeAt(start + innerHeight) + AHEAD);
    const wanted = new Set();
    for (let place = first; place <= last; place++) wanted.add(place);
    // The current row, which may have the focus, is kept wherever it is.
    if (this.current < this.length) wanted.add(this.current);
    for (const [place, item] of this.made) {
      if (wanted.has(place)) continue;
      item.remove();
      this.made.delete(place);
    }
    let before = null;
    for (const place of [...wanted].sort((a, b) => b - a)) {
      let item = this.made.get(place);
      if (item === undefined) {
        item = this.row(place);
        this.made.set(place, item);
        this.box.insertBefore(item, before);
      }
      item.style.transform = `translateY(${this.top(place)}px)`;
      before = item;
    }
    this.measureOpen();
  }

  /** The element of a row. */
  row(place) {
    const row = this.rows[place];
    const isOpen = place === this.open;
    const { line, column, message, excerpt, start, end, cut } = COLUMNS;
    const severity = SEVERITIES[COLUMNS.severity[row]];
    const path = DATA.paths[COLUMNS.path[row]];
    const slash = path.lastIndexOf("/") + 1;
    const head = element(
      "button",
      {
        type: "button",
        class: "head",
        tabindex: place === this.current ? "0" : "-1",
        "aria-expanded": String(isOpen),
        onclick: () => this.toggle(place),
      },
      element("span", { class: `severity ${severity}` }, severity),
      element("span", { class: "message" }, ...prose(DATA.texts[message[row]])),
      element(
        "span",
        { class: "where", lang: "" },
        element("span", { class: "folder" }, ...plain(path.slice(0, slash))),
        element("span", { class: "file" }, ...plain(path.slice(slash))),
        element("span", { class: "line" }, `:${line[row]}:${column[row]}`),
      ),
      element("span", { class: "of-rule" }, RULES[COLUMNS.rule[row]].id),
      element(
        "span",
        { class: "excerpt", lang: "" },
        ...excerptInARow(DATA.texts[excerpt[row]], start[row], end[row], cut[row], severity),
      ),
    );
    const item = element("li", {
      class: isOpen ? "row open" : "row",
      "aria-posinset": String(place + 1),
      "aria-setsize": String(this.rows.length),
    });
    item.append(head);
    if (isOpen) item.append(this.detail(row));
    return item;
  }

  redraw(place) {
    const old = this.made.get(place);
    if (old === undefined) return;
    const hadFocus = old.contains(document.activeElement);
    const item = this.row(place);
    item.style.transform = old.style.transform;
    old.replaceWith(item);
    this.made.set(place, item);
    if (hadFocus) item.firstChild.focus({ preventScroll: true });
  }

  // --- actions

  /** Open a row, or close it. */
  toggle(place) {
    const was = this.open;
    const y = this.made.get(place)?.getBoundingClientRect().top;
    this.open = was === place ? -1 : place;
    this.extra = 0;
    this.setCurrent(place);
    if (was >= 0) this.redraw(was);
    if (this.open >= 0) this.redraw(this.open);
    this.draw();
    // An open row above was closed; the clicked row stays in place.
    const moved = this.made.get(place)?.getBoundingClientRect().top - y;
    if (moved) scrollBy({ top: moved, behavior: "instant" });
  }

  close() {
    if (this.open >= 0) this.toggle(this.open);
  }

  setCurrent(place) {
    const old = this.made.get(this.current);
    if (old !== undefined) old.firstChild.tabIndex = -1;
    this.current = place;
    const item = this.made.get(place);
    if (item !== undefined) item.firstChild.tabIndex = 0;
  }

  /** Make a row the current one, scroll it into view and focus it. */
  go(place) {
    const target = Math.min(Math.max(0, place), this.length - 1);
    if (target < 0) return;
    this.setCurrent(target);
    this.draw();
    const item = this.made.get(target);
    const { top, height } = item.firstChild.getBoundingClientRect();
    const covered = this.covered();
    let by = 0;
    if (top < covered) by = top - covered;
    else if (top + height > innerHeight) by = top + height - innerHeight + 8;
    if (by) scrollBy({ top: by, behavior: "instant" });
    item.firstChild.focus({ preventScroll: true });
    this.draw();
  }

  onFocus(event) {
    const item = event.target.closest("li");
    for (const [place, made] of this.made) {
      if (made === item && place !== this.current) this.setCurrent(place);
    }
  }

  onKey(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const isHead = event.target.classList.contains("head");
    if (event.key === "Escape" && this.open >= 0) {
      const open = this.open;
      this.close();
      this.go(open);
      event.preventDefault();
      return;
    }
    if (!isHead) return;
    const page = Math.max(1, Math.floor(innerHeight / this.height) - 2);
    const place = {
      ArrowDown: this.current + 1,
      j: this.current + 1,
      ArrowUp: this.current - 1,
      k: this.current - 1,
      PageDown: this.current + page,
      PageUp: this.current - page,
      Home: 0,
      End: this.length - 1,
    }[event.key];
    if (place !== undefined) this.go(place);
    else if (event.key === "o") openFile(this.rows[this.current]);
    else return;
    event.preventDefault();
  }

  /** For printing, put rows one below the other, up to a limit. */
  print() {
    for (const item of this.made.values()) item.remove();
    this.made.clear();
    const end = Math.min(this.rows.length, MOST_PRINTED);
    for (let place = 0; place < end; place++) {
      const item = this.row(place);
      this.made.set(place, item);
      this.box.append(item);
    }
  }
}

const NARROW = matchMedia("(max-width: 52rem)");

/** The excerpt in a row, starting shortly before the mark, so that the mark is visible. */
function excerptInARow(text, start, end, cut, severity) {
  const lead = text.length - text.trimStart().length;
  let begin = Math.min(lead, start);
  if (columns(text.slice(begin, start)) > (NARROW.matches ? 20 : 44)) {
    let room = NARROW.matches ? 12 : 32;
    for (begin = start; room > 0; begin--) room -= columns(text[begin - 1]);
    // Not in the middle of a surrogate pair.
    if (/[\udc00-\udfff]/.test(text[begin])) begin--;
  }
  const before = cut & 1 || begin > lead ? [ELLIPSIS] : [];
  const after = cut & 2 ? [ELLIPSIS] : [];
  return [...before, ...marked(text.slice(begin), start - begin, end - begin, severity), ...after];
}

/** The approximate width of a text, in Latin letters. */
function columns(text) {
  return text.length + (text.match(/[\u1100-\uffe6]/g)?.length ?? 0);
}

function openFile(row) {
  const url = fileUrl(DATA.paths[COLUMNS.path[row]], COLUMNS.line[row]);
  if (url !== null) open(url, "_blank", "noopener");
}
