// The charts: rules and folders by their number of findings, and the tree map of folders.

const MOST_RANKS = 8;

/**
 * A ranking: bars in a list, each a switch.
 * @param {HTMLElement} list that they stand in
 * @param {Array<{key, name: Node[], detail: string, counts: number[], isOn: boolean}>} ranks
 *   `counts` by severity
 * @param {(key) => void} choose what a switch does
 */
function drawRanks(list, ranks, choose) {
  const kept = document.activeElement?.dataset?.key;
  const shown = list.dataset.all ? ranks : ranks.filter((r, i) => i < MOST_RANKS || r.isOn);
  const most = Math.max(1, ...ranks.map((rank) => sum(rank.counts)));
  const items = shown.map((rank) => {
    const total = sum(rank.counts);
    const bar = element("span", { class: "bar", "aria-hidden": "true" });
    rank.counts.forEach((number, index) => {
      if (number === 0) return;
      const part = element("span", { class: SEVERITIES[index] });
      part.style.inlineSize = `${(100 * number) / most}%`;
      bar.append(part);
    });
    const button = element(
      "button",
      { type: "button", "aria-pressed": String(rank.isOn), onclick: () => choose(rank.key) },
      element("span", { class: "name" }, ...rank.name),
      element("span", { class: "number" }, count(total)),
      bar,
      element("span", { class: "detail" }, ...plain(rank.detail)),
    );
    button.dataset.key = rank.key;
    return element("li", {}, button);
  });
  const others = ranks.length - shown.length;
  if (others > 0 || list.dataset.all) {
    const words = others > 0 ? `${count(others)} more` : "Fewer";
    const turn = () => {
      if (list.dataset.all) delete list.dataset.all;
      else list.dataset.all = "yes";
      drawRanks(list, ranks, choose);
      list.querySelector(".others button").focus();
    };
    const button = element("button", { type: "button", class: "plain", onclick: turn }, words);
    items.push(element("li", { class: "others" }, button));
  }
  const hadFocus = list.contains(document.activeElement);
  list.replaceChildren(...items);
  // The switch that was used is another element now; the focus stays with it.
  if (hadFocus && kept !== undefined) {
    [...list.querySelectorAll("button")].find((button) => button.dataset.key === kept)?.focus();
  }
}

/** The ranking of rules, by what an answer says. */
function ruleRanks(result, query) {
  return RULES.map((rule, index) => ({ rule, index }))
    .filter(({ index }) => result.perRule[index] > 0 || index === query.rule)
    .map(({ rule, index }) => {
      const counts = [0, 0, 0];
      counts[RULE_SEVERITY[index]] = result.perRule[index];
      const name = rule.page === "" && rule.summary === rule.id ? plain(rule.id) : prose(rule.summary);
      return { key: index, name, detail: rule.id, counts, isOn: index === query.rule };
    })
    .sort((a, b) => sum(b.counts) - sum(a.counts) || (a.detail < b.detail ? -1 : 1));
}

// The severity that a rule's findings have first; overrides may give it others elsewhere.
const RULE_SEVERITY = new Uint8Array(RULES.length);
for (let row = ROWS - 1; row >= 0; row--) {
  RULE_SEVERITY[COLUMNS.rule[row]] = COLUMNS.severity[row];
}

/** How many findings each folder and article has, by severity: a map from nodes of the tree. */
function perNode(result) {
  const counts = new Map();
  LEAVES.forEach((leaf, path) => {
    const own = result.perPath.subarray(3 * path, 3 * path + 3);
    if (sum(own) === 0) return;
    for (let node = leaf; node !== null; node = node.parent) {
      const known = counts.get(node);
      if (known === undefined) counts.set(node, [...own]);
      else own.forEach((number, index) => (known[index] += number));
    }
  });
  return counts;
}

/** The children of a folder that have findings, the most first, with their numbers. */
function childrenOf(node, counts) {
  return [...node.children.values()]
    .filter((child) => counts.has(child))
    .map((child) => ({ node: child, counts: counts.get(child), total: sum(counts.get(child)) }))
    .sort((a, b) => b.total - a.total || (a.node.key < b.node.key ? -1 : 1));
}

/** The ranking of what is in a folder. */
function folderRanks(scope, counts, query) {
  return childrenOf(scope, counts).map(({ node, counts: own }) => {
    const articles = node.path >= 0 ? 1 : articlesIn(node, counts);
    const detail = node.path >= 0 ? "" : counted(articles, "article");
    return { key: node.key, name: plain(node.name), detail, counts: own, isOn: query.folder === node.key };
  });
}

function articlesIn(node, counts) {
  let number = 0;
  const open = [node];
  while (open.length > 0) {
    for (const child of open.pop().children.values()) {
      if (!counts.has(child)) continue;
      if (child.path >= 0) number++;
      else open.push(child);
    }
  }
  return number;
}

// --- the tree map

const SMALLEST = 24; // the side in pixels below which a field is drawn, but is no button
const HEADING = 26; // the height in pixels of the name above the fields of a folder
const MOST_FIELDS = 60; // of one folder

/**
 * Draw the tree map of a folder: its children, and inside of each folder its own.
 * @param {HTMLElement} box that it fills
 * @param {(key: string) => void} choose what a field does
 */
function drawMap(box, scope, counts, choose) {
  const { clientWidth: width, clientHeight: height } = box;
  const fields = [];
  for (const field of laidOut(childrenOf(scope, counts), { x: 0, y: 0, width, height })) {
    fields.push(drawn(field, choose, field.node.path < 0));
    const inner = {
      x: field.x + 3,
      y: field.y + HEADING,
      width: field.width - 6,
      height: field.height - HEADING - 3,
    };
    const isFolder = field.node.path < 0 && inner.width > 3 * SMALLEST && inner.height > SMALLEST;
    if (!isFolder) continue;
    for (const part of laidOut(childrenOf(below(field.node), counts), inner)) {
      fields.push(drawn(part, choose, false));
    }
  }
  box.replaceChildren(...fields);
}

function drawn(field, choose, isFolder) {
  const { node, counts, total, x, y, width, height } = field;
  const isButton = width >= SMALLEST && height >= SMALLEST;
  const hasName = width >= 56 && height >= 22;
  const made = element(isButton ? "button" : "span", {
    class: isFolder ? "field-of-map folder" : "field-of-map",
    title: `${node.key}: ${count(total)}`,
    type: isButton ? "button" : null,
    "aria-label": isButton ? `${node.key}, ${counted(total, "finding")}` : null,
    "aria-hidden": isButton ? null : "true",
    onclick: () => choose(node.key),
  });
  if (hasName) {
    made.append(
      element("span", { class: "name" }, ...plain(node.name)),
      element("span", { class: "number" }, count(total)),
    );
  }
  made.style.setProperty("--heat", `${Math.round((100 * counts[0]) / total)}%`);
  Object.assign(made.style, {
    left: `${x}px`,
    top: `${y}px`,
    width: `${Math.max(0, width - 2)}px`,
    height: `${Math.max(0, height - 2)}px`,
  });
  return made;
}

/**
 * Fields in a box, each as large as its number: the squarified layout of Bruls, Huizing and van
 * Wijk (2000). Fields are put into rows along the shorter side for as long as that makes the worst
 * of them less oblong.
 */
function laidOut(children, box) {
  const shown = children.slice(0, MOST_FIELDS);
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

/** How oblong the worst field of a row is: the ratio of its sides. */
function oblong(largest, smallest, area, side) {
  const depth = area / side;
  return Math.max((depth * depth) / smallest, largest / (depth * depth));
}

function sum(numbers) {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
