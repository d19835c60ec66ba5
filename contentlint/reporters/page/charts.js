// The charts: rules and folders by number of findings, and the tree map of folders.

const FEW_RANKS = 8;
const MORE_RANKS = 40;

/**
 * Draw a ranking: bars in a list, each a toggle button.
 * @param {HTMLElement} list that contains them
 * @param {Array<{key, name: Node[], number: string, parts: Array<[string, number]>,
 *   detail: string, isOn: boolean}>} ranks with the kinds and lengths of the bar's parts
 * @param {((key) => void)|null} choose called with the key of a button; null: no buttons
 */
function drawRanks(list, ranks, choose) {
  const kept = document.activeElement?.dataset?.key;
  const limit = Number(list.dataset.limit ?? FEW_RANKS);
  const shown = ranks.filter((rank, index) => index < limit || rank.isOn);
  const length = (rank) => sum(rank.parts.map(([, number]) => number));
  const most = Math.max(1, ...ranks.map(length));
  const items = shown.map((rank) => {
    const bar = element("span", { class: "bar", "aria-hidden": "true" });
    for (const [kind, number] of rank.parts) {
      if (number === 0) continue;
      const part = element("span", { class: kind });
      part.style.inlineSize = `${(100 * number) / most}%`;
      bar.append(part);
    }
    const attributes = { type: "button", "aria-pressed": String(rank.isOn), onclick: () => choose(rank.key) };
    const button = element(
      choose === null ? "div" : "button",
      { class: "rank-of", ...(choose === null ? {} : attributes) },
      element("span", { class: "name" }, ...rank.name),
      element("span", { class: "number" }, rank.number),
      bar,
      element("span", { class: "detail" }, ...plain(rank.detail)),
    );
    button.dataset.key = rank.key;
    return element("li", {}, button);
  });
  const others = ranks.length - shown.length;
  const turn = (next) => {
    list.dataset.limit = next;
    drawRanks(list, ranks, choose);
    list.querySelector(".others button").focus();
  };
  const buttons = [];
  if (others > 0) buttons.push([`${count(others)} more`, limit + MORE_RANKS]);
  if (limit > FEW_RANKS) buttons.push(["Fewer", FEW_RANKS]);
  if (buttons.length > 0) {
    const made = buttons.map(([words, next]) =>
      element("button", { type: "button", class: "plain", onclick: () => turn(next) }, words),
    );
    items.push(element("li", { class: "others" }, ...made));
  }
  const hadFocus = list.contains(document.activeElement);
  list.replaceChildren(...items);
  // The button that was used was replaced or removed; the focus stays on or near it.
  if (hadFocus) {
    const buttons = [...list.querySelectorAll("button")];
    (buttons.find((button) => button.dataset.key === kept) ?? buttons[0])?.focus();
  }
}

/** The parts of a bar, by severity. */
function bySeverity(counts) {
  return counts.map((number, index) => [SEVERITIES[index], number]);
}

/** The ranking of groups of articles: how many are publishable. */
function groupRanks(query) {
  return GROUPS.map(({ name, articles, publishable }, key) => ({
    key,
    name: plain(name),
    number: `${count(publishable)} of ${count(articles)}`,
    parts: [
      ["publishable", publishable],
      ["unpublishable", articles - publishable],
    ],
    detail: "",
    isOn: key === query.group,
  }));
}

/** The ranking of rules, from the result of a query. */
function ruleRanks(result, query) {
  return RULES.map((rule, index) => ({ rule, index }))
    .filter(({ index }) => result.perRule[index] > 0 || index === query.rule)
    .map(({ rule, index }) => {
      const total = result.perRule[index];
      const name = rule.page === "" && rule.summary === rule.id ? plain(rule.id) : prose(rule.summary);
      return {
        key: index,
        name,
        total,
        number: count(total),
        parts: [[SEVERITIES[RULE_SEVERITY[index]], total]],
        detail: rule.id,
        isOn: index === query.rule,
      };
    })
    .sort((a, b) => b.total - a.total || (a.detail < b.detail ? -1 : 1));
}

// The severity of a rule's first finding; overrides may give others to later ones.
const RULE_SEVERITY = new Uint8Array(RULES.length);
for (let row = ROWS - 1; row >= 0; row--) {
  RULE_SEVERITY[COLUMNS.rule[row]] = COLUMNS.severity[row];
}

/** The number of findings of each folder and article, by severity, from the result of a query. */
class Counts {
  constructor(result) {
    this.numbers = new Uint32Array(3 * TREE.length);
    // Children come after their parents: from the end, each is complete before it is added.
    for (let index = TREE.length - 1; index > 0; index--) {
      const { path, parent } = TREE[index];
      for (let severity = 0; severity < 3; severity++) {
        const own = 3 * index + severity;
        if (path >= 0) this.numbers[own] += result.perPath[3 * path + severity];
        this.numbers[3 * parent.index + severity] += this.numbers[own];
      }
    }
  }

  /** The three numbers of a folder or an article. */
  of(node) {
    return [...this.numbers.subarray(3 * node.index, 3 * node.index + 3)];
  }

  total(node) {
    const first = 3 * node.index;
    return this.numbers[first] + this.numbers[first + 1] + this.numbers[first + 2];
  }

  /** The children of a folder that have findings, those with most findings first. */
  within(folder) {
    return [...folder.children.values()]
      .map((node) => ({ node, counts: this.of(node), total: this.total(node) }))
      .filter(({ total }) => total > 0)
      .sort((a, b) => b.total - a.total || (a.node.key < b.node.key ? -1 : 1));
  }

  /** The number of articles with findings below a folder. */
  articles(folder) {
    let number = 0;
    const open = [folder];
    while (open.length > 0) {
      const node = open.pop();
      if (this.total(node) === 0) continue;
      if (node.path >= 0) number++;
      open.push(...node.children.values());
    }
    return number;
  }
}

/** The ranking of the children of a folder. */
function folderRanks(scope, counts, query) {
  return counts.within(scope).map(({ node, counts: own, total }) => ({
    key: node.key,
    name: plain(node.name),
    number: count(total),
    parts: bySeverity(own),
    detail: node.path >= 0 ? "" : counted(counts.articles(node), "article"),
    isOn: query.folder === node.key,
  }));
}

// --- the tree map

const SMALLEST = 24; // minimum side in pixels of a field that is a button
const HEADING = 26; // height in pixels of the name above the fields of a folder
const ROOM = 64; // minimum side in pixels of a folder that shows its own fields
const MOST_FIELDS = 60; // maximum number of fields of one folder

/**
 * Draw the tree map of a folder: its children, and in each of them its own children, as long as
 * there is room. A folder shows articles if it is the root of the map or has subfolders.
 * @param {HTMLElement} box that it fills
 * @param {(key: string) => void} choose called with the key of a field
 */
function drawMap(box, scope, counts, choose) {
  const fields = [];
  const fillWith = (folder, space) => {
    for (const field of laidOut(counts.within(folder), space)) {
      const within = field.node === null ? null : below(field.node);
      const inner = {
        x: field.x + 4,
        y: field.y + HEADING,
        width: field.width - 8,
        height: field.height - HEADING - 4,
      };
      const hasRoom = inner.width > ROOM && inner.height > ROOM;
      const isFolder = hasRoom && hasFolders(within);
      fields.push(drawn(field, box, choose, isFolder));
      if (isFolder) fillWith(within, inner);
    }
  };
  fillWith(scope, { x: 0, y: 0, width: box.clientWidth, height: box.clientHeight });
  box.replaceChildren(...fields);
}

function hasFolders(node) {
  return node !== null && [...node.children.values()].some((child) => child.path < 0);
}

/** The element of a field: a button, or plain if it is too small to click. */
function drawn(field, box, choose, isFolder) {
  const { node, counts, total, x, y, width, height } = field;
  const name = node?.key ?? `${count(field.others)} more`;
  const isButton = node !== null && width >= SMALLEST && height >= SMALLEST;
  const hasName = width >= 56 && height >= 22;
  const made = element(isButton ? "button" : "span", {
    class: isFolder ? "field-of-map folder" : "field-of-map",
    title: `${name}: ${count(total)}`,
    type: isButton ? "button" : null,
    "aria-label": isButton ? `${name}, ${counted(total, "finding")}` : null,
    "aria-hidden": isButton ? null : "true",
    onclick: () => choose(node.key),
  });
  if (hasName) {
    made.classList.add("named");
    made.append(
      element("span", { class: "name" }, ...plain(node?.name ?? name)),
      element("span", { class: "number" }, count(total)),
    );
  }
  // The square root makes a small share of errors visible, too.
  made.style.setProperty("--heat", `${Math.round(100 * Math.sqrt(counts[0] / total))}%`);
  // In percentages of the box, so that the map also fits on paper.
  const share = (part, whole) => `${(100 * part) / whole}%`;
  Object.assign(made.style, {
    left: share(x, box.clientWidth),
    top: share(y, box.clientHeight),
    width: `calc(${share(width, box.clientWidth)} - 2px)`,
    height: `calc(${share(height, box.clientHeight)} - 2px)`,
  });
  return made;
}

/**
 * Fields in a box, with areas in proportion to their numbers: the squarified layout of Bruls,
 * Huizing and van Wijk (2000). Fields are added to a row along the shorter side as long as this
 * makes its worst field less oblong.
 */
function laidOut(children, box) {
  const shown = children.slice(0, MOST_FIELDS);
  const others = children.slice(MOST_FIELDS);
  if (others.length > 0) {
    const counts = [0, 1, 2].map((severity) => sum(others.map((child) => child.counts[severity])));
    shown.push({ node: null, others: others.length, counts, total: sum(counts) });
    shown.sort((a, b) => b.total - a.total);
  }
  const total = sum(shown.map((child) => child.total));
  let { x, y, width, height } = box;
  if (total === 0 || width <= 0 || height <= 0) return [];
  const scale = (width * height) / total;
  const fields = [];
  let next = 0;
  while (next < shown.length) {
    const side = Math.min(width, height);
    let end = next + 1;
    let area = shown[next].total * scale;
    const largest = area;
    let worst = oblong(largest, largest, area, side);
    while (end < shown.length) {
      const smallest = shown[end].total * scale;
      const changed = oblong(largest, smallest, area + smallest, side);
      if (changed > worst) break;
      worst = changed;
      area += smallest;
      end++;
    }
    const depth = area / side;
    let offset = 0;
    for (const child of shown.slice(next, end)) {
      const length = (child.total * scale) / depth;
      const place = width >= height ? { x, y: y + offset } : { x: x + offset, y };
      const size = width >= height ? { width: depth, height: length } : { width: length, height: depth };
      fields.push({ ...child, ...place, ...size });
      offset += length;
    }
    if (width >= height) [x, width] = [x + depth, width - depth];
    else [y, height] = [y + depth, height - depth];
    next = end;
  }
  return fields;
}

/** The aspect ratio of the worst field of a row. */
function oblong(largest, smallest, area, side) {
  const depth = area / side;
  return Math.max((depth * depth) / smallest, largest / (depth * depth));
}

function sum(numbers) {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
