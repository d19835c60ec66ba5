// Which findings are shown, and in which order.

/** What may be asked; this asks for everything. */
const ALL = Object.freeze({
  words: "",
  severities: Object.freeze([true, true, true]),
  rule: -1,
  group: -1,
  folder: "",
  fixable: false,
  sort: "path",
  reverse: false,
});

/** Whether a query leaves nothing out. */
function isWhole(query) {
  return (
    query.words.trim() === "" &&
    query.severities.every(Boolean) &&
    query.rule < 0 &&
    query.group < 0 &&
    query.folder === "" &&
    !query.fixable
  );
}

/**
 * What a query finds.
 * - `rows`: the numbers of the findings, in order
 * - `perSeverity`, `perRule`, `perPath`: how many there would be for each severity, rule and
 *   article, were that one question not asked; `perPath` has three numbers each, by severity
 * - `articles`: how many articles the rows are in
 */
function answer(query) {
  const hits = found(query.words);
  const inFolder = pathsBelow(query.folder);
  const inGroup = query.group < 0 ? null : pathsOf(GROUPS[query.group]);
  const { path, rule, severity, fix } = COLUMNS;
  const result = {
    perSeverity: new Uint32Array(SEVERITIES.length),
    perRule: new Uint32Array(RULES.length),
    perPath: new Uint32Array(DATA.paths.length * SEVERITIES.length),
    articles: 0,
    rows: null,
  };
  const rows = new Uint32Array(ROWS);
  const perArticle = new Uint32Array(DATA.paths.length);
  let length = 0;
  for (let row = 0; row < ROWS; row++) {
    if ((hits !== null && !hits[row]) || (query.fixable && fix[row] === 0)) continue;
    if (inGroup !== null && inGroup[path[row]] === 0) continue;
    const hasSeverity = query.severities[severity[row]];
    const hasRule = query.rule < 0 || query.rule === rule[row];
    const isInFolder = inFolder === null || inFolder[path[row]] === 1;
    if (hasRule && isInFolder) result.perSeverity[severity[row]]++;
    if (hasSeverity && isInFolder) result.perRule[rule[row]]++;
    if (hasSeverity && hasRule) result.perPath[path[row] * SEVERITIES.length + severity[row]]++;
    if (hasSeverity && hasRule && isInFolder) {
      rows[length++] = row;
      if (perArticle[path[row]]++ === 0) result.articles++;
    }
  }
  result.rows = ordered(rows.subarray(0, length), query, perArticle);
  return result;
}

/** The rows in the order that is asked for. */
function ordered(rows, query, perArticle) {
  const first = {
    path: () => 0,
    severity: (row) => COLUMNS.severity[row],
    rule: (row) => RULE_ORDER[COLUMNS.rule[row]],
    // The rows of an article stand together in the report, so no more is needed to keep them so.
    worst: (row) => ROWS - perArticle[COLUMNS.path[row]],
  }[query.sort];
  // One number for each row says what comes first: numbers are sorted without asking back.
  const keys = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) keys[i] = first(rows[i]) * ROWS + rows[i];
  keys.sort();
  if (query.reverse) keys.reverse();
  return Uint32Array.from(keys, (key) => key % ROWS);
}

const RULE_ORDER = new Uint32Array(RULES.length);
RULES.map((rule, index) => [rule.id, index])
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .forEach(([, index], place) => (RULE_ORDER[index] = place));

/** Which articles are in a folder; null: all. */
function pathsBelow(folder) {
  if (folder === "") return null;
  return Uint8Array.from(DATA.paths, (path) => {
    return path === folder || (folder.endsWith("/") && path.startsWith(folder)) ? 1 : 0;
  });
}

/** Which articles are in a group. */
function pathsOf(group) {
  const are = new Uint8Array(DATA.paths.length);
  for (const path of group.paths) are[path] = 1;
  return are;
}

// --- search

let lower = null; // the texts in lower case, made when something is searched for

/** Which rows have all words; null: there are none to look for. */
function found(words) {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0 || !IS_LISTED) return null;
  lower ??= {
    texts: DATA.texts.map((text) => text.toLowerCase()),
    paths: DATA.paths.map((path) => path.toLowerCase()),
    rules: RULES.map((rule) => `${rule.id} ${rule.summary}`.toLowerCase()),
  };
  const { path, rule, message, help, excerpt } = COLUMNS;
  const hits = new Uint8Array(ROWS).fill(1);
  for (const word of wanted) {
    // A text is looked at once, however many findings have it.
    const inTexts = Uint8Array.from(lower.texts, (text) => (text.includes(word) ? 1 : 0));
    const inPaths = Uint8Array.from(lower.paths, (text) => (text.includes(word) ? 1 : 0));
    const inRules = Uint8Array.from(lower.rules, (text) => (text.includes(word) ? 1 : 0));
    for (let row = 0; row < ROWS; row++) {
      hits[row] &=
        inTexts[message[row]] |
        inTexts[excerpt[row]] |
        inTexts[help[row]] |
        inPaths[path[row]] |
        inRules[rule[row]];
    }
  }
  return hits;
}

// --- in the address, so that what is shown can be kept and passed on

/** A query as what stands behind `#` in the page's address. */
function written(query) {
  const said = new URLSearchParams();
  if (query.words.trim()) said.set("words", query.words.trim());
  if (!query.severities.every(Boolean)) {
    said.set("severity", SEVERITIES.filter((_, index) => query.severities[index]).join(","));
  }
  if (query.rule >= 0) said.set("rule", RULES[query.rule].id);
  if (query.group >= 0) said.set("group", GROUPS[query.group].name);
  if (query.folder) said.set("folder", query.folder.toWellFormed?.() ?? query.folder);
  if (query.fixable) said.set("fixable", "yes");
  if (query.sort !== ALL.sort) said.set("sort", query.sort);
  if (query.reverse) said.set("reverse", "yes");
  const text = said.toString();
  return text ? `?${text}` : "";
}

/** The query that an address asks for; what it says wrongly is as if it were not said. */
function read(hash) {
  if (!hash.startsWith("#?")) return ALL;
  const said = new URLSearchParams(hash.slice(2));
  const severities = said.has("severity") ? said.get("severity").split(",") : SEVERITIES;
  const folder = said.get("folder") ?? "";
  const sort = said.get("sort") ?? ALL.sort;
  return {
    words: said.get("words") ?? "",
    severities: SEVERITIES.map((severity) => severities.includes(severity)),
    rule: RULES.findIndex((rule) => rule.id === said.get("rule")),
    group: GROUPS.findIndex((group) => group.name === said.get("group")),
    folder: NODES.has(folder) ? folder : "",
    fixable: said.get("fixable") === "yes",
    sort: ["path", "severity", "worst", "rule"].includes(sort) ? sort : ALL.sort,
    reverse: said.get("reverse") === "yes",
  };
}
