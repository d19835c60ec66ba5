// Filtering and sorting the findings.

/** The parts of a query; this one matches all findings. */
const ALL = Object.freeze({
  words: "",
  severities: Object.freeze([true, true, true]),
  rule: -1,
  group: -1,
  folder: "",
  fixable: false,
  sort: "path",
  reverse: false,
  missing: "", // a rule or group in the URL that has no findings; then nothing matches
});

/** Whether a query matches all findings. */
function isUnfiltered(query) {
  return (
    query.words.trim() === "" &&
    query.severities.every(Boolean) &&
    query.rule < 0 &&
    query.group < 0 &&
    query.folder === "" &&
    query.missing === "" &&
    !query.fixable
  );
}

/**
 * The result of a query.
 * - `rows`: the numbers of the findings, in order
 * - `perSeverity`, `perRule`, `perPath`: the number of findings for each severity, rule and
 *   article, ignoring the filter on it; `perPath` has three numbers each, by severity
 * - `articles`: the number of articles with these findings
 */
function answer(query) {
  const hits = query.missing === "" ? found(query.words) : new Uint8Array(ROWS);
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

/** The rows in the order of the query. */
function ordered(rows, query, perArticle) {
  const first = {
    path: () => 0,
    severity: (row) => COLUMNS.severity[row],
    rule: (row) => RULE_ORDER[COLUMNS.rule[row]],
    // The rows of an article are adjacent in the report, and stay so within equal keys.
    worst: (row) => ROWS - perArticle[COLUMNS.path[row]],
  }[query.sort];
  // One number per row as its sort key: numbers are sorted without a comparison function.
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

/** The articles in a folder; null: all. */
function pathsBelow(folder) {
  if (folder === "") return null;
  return Uint8Array.from(DATA.paths, (path) => {
    return path === folder || (folder.endsWith("/") && path.startsWith(folder)) ? 1 : 0;
  });
}

/** The articles in a group. */
function pathsOf(group) {
  const inGroup = new Uint8Array(DATA.paths.length);
  for (const path of group.paths) inGroup[path] = 1;
  return inGroup;
}

// --- search

let lower = null; // the texts in lower case, made on the first search

/** The rows that contain all words; null: there are no words. */
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
    // Each text is searched once, however many findings have it.
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

// --- the query in the URL, so that a selection can be bookmarked and shared

/** A query as the fragment of the page's URL. */
function written(query) {
  const parameters = new URLSearchParams();
  if (query.words.trim()) parameters.set("words", query.words.trim());
  if (!query.severities.every(Boolean)) {
    parameters.set("severity", SEVERITIES.filter((_, index) => query.severities[index]).join(","));
  }
  if (query.rule >= 0) parameters.set("rule", RULES[query.rule].id);
  if (query.group >= 0) parameters.set("group", GROUPS[query.group].name);
  if (query.folder) parameters.set("folder", query.folder.toWellFormed?.() ?? query.folder);
  if (query.fixable) parameters.set("fixable", "yes");
  if (query.sort !== ALL.sort) parameters.set("sort", query.sort);
  if (query.reverse) parameters.set("reverse", "yes");
  const text = parameters.toString();
  return text ? `?${text}` : "";
}

/** The query in a URL's fragment; invalid parts are ignored. */
function read(hash) {
  if (!hash.startsWith("#?")) return ALL;
  const parameters = new URLSearchParams(hash.slice(2));
  const severities = parameters.has("severity") ? parameters.get("severity").split(",") : SEVERITIES;
  const sort = parameters.get("sort") ?? ALL.sort;
  const [rule, group, folder] = ["rule", "group", "folder"].map((name) => parameters.get(name) ?? "");
  const query = {
    words: parameters.get("words") ?? "",
    severities: SEVERITIES.map((severity) => severities.includes(severity)),
    rule: RULES.findIndex(({ id }) => id === rule),
    group: GROUPS.findIndex(({ name }) => name === group),
    folder: NODES.has(folder) ? folder : "",
    fixable: parameters.get("fixable") === "yes",
    sort: ["path", "severity", "worst", "rule"].includes(sort) ? sort : ALL.sort,
    reverse: parameters.get("reverse") === "yes",
  };
  // A link from another report: all findings would be the wrong answer.
  const absent = [
    [rule, query.rule >= 0],
    [group, query.group >= 0],
    [folder, NODES.has(folder)],
  ].filter(([name, isKnown]) => name !== "" && !isKnown);
  return { ...query, missing: absent.map(([name]) => name).join(", ") };
}
