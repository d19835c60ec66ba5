// The page: its query, its content, and the events that connect them.

const find = (id) => document.getElementById(id);

let query = read(location.hash);
let result = answer(query);
const list = IS_LISTED ? new List(find("list"), detail) : null;

// --- overview

function drawTotals() {
  const perSeverity = [0, 0, 0];
  for (const severity of COLUMNS.severity) perSeverity[severity]++;
  const perFix = [0, 0, 0];
  for (const fix of COLUMNS.fix) perFix[fix]++;
  const { files, fixed } = DATA.summary;
  const affected = DATA.paths.length;
  const totals = SEVERITIES.map((severity, index) => {
    return total(SEVERITY_NAMES[index], perSeverity[index], [], perSeverity[index] ? severity : "");
  });
  const ratio = affected ? [share(affected, files)] : [];
  totals.push(total("Articles checked", files), total("Articles with findings", affected, ratio));
  if (ROWS > 0) {
    const kinds = [`${count(perFix[1])} safe`, `${count(perFix[2])} unsafe`];
    totals.push(total("Fixable", perFix[1] + perFix[2], perFix[2] > 0 ? [kinds.join(", ")] : []));
  }
  if (fixed !== null) totals.push(total("Fixed by this run", fixed));
  find("totals").replaceChildren(...totals);
}

function total(name, number, note = [], kind = "") {
  return element(
    "div",
    { class: kind || null },
    element("dt", {}, name),
    element("dd", {}, element("span", { class: "number" }, count(number)), element("span", { class: "hint" }, ...note)),
  );
}

function share(part, whole) {
  return `${Math.round((100 * part) / Math.max(1, whole))} %`;
}

/** The findings compared with the baseline: fixed, suppressed and new. */
function drawTrend() {
  const { baseline } = DATA.summary;
  const box = find("trend");
  if (baseline === null && ROWS === 0) {
    box.hidden = true;
    return;
  }
  if (baseline === null) {
    box.append(
      element("h3", {}, "Compared with the baseline"),
      element(
        "p",
        { class: "hint" },
        ...prose(
          "There is no baseline yet. Run `contentlint baseline write` to record all existing findings; " +
            "later reports then show which are fixed and which are new.",
        ),
      ),
    );
    return;
  }
  const { fixed, suppressed } = baseline;
  const parts = [
    ["fixed", "Fixed", fixed, "in the baseline, no longer found"],
    ["suppressed", "Suppressed", suppressed, "in the baseline, still found"],
    ["new", "New", ROWS, "not in the baseline, shown on this page"],
  ];
  const whole = Math.max(1, fixed + suppressed + ROWS);
  const bar = element("div", { class: "bar", "aria-hidden": "true" });
  for (const [name, , number] of parts) {
    if (number === 0) continue;
    const part = element("span", { class: name });
    part.style.inlineSize = `${(100 * number) / whole}%`;
    bar.append(part);
  }
  const words =
    ROWS > fixed
      ? `${counted(ROWS - fixed, "finding")} more than in the baseline`
      : ROWS < fixed
        ? `${counted(fixed - ROWS, "finding")} fewer than in the baseline`
        : "As many findings as in the baseline";
  box.append(
    element("h3", {}, "Compared with the baseline"),
    element("p", { class: "verdict" }, `${words}.`),
    bar,
    element(
      "dl",
      {},
      ...parts.map(([name, title, number, more]) =>
        element(
          "div",
          { class: name },
          element("dt", {}, title),
          element("dd", {}, element("span", { class: "number" }, count(number)), " ", element("span", { class: "hint" }, more)),
        ),
      ),
    ),
  );
}

// --- charts

let counts = null;

/** The folder whose content the charts show: the selected one, else the deepest common one. */
function scope() {
  let node = NODES.get(query.folder) ?? ROOT;
  if (node.path >= 0) node = node.parent;
  return below(node);
}

function drawGroups() {
  const choose = (group) => ask({ group: query.group === group ? -1 : group });
  drawRanks(find("by-group"), groupRanks(query), ROWS > 0 ? choose : null);
}

function drawCharts() {
  if (GROUPS.length > 0) drawGroups();
  counts = new Counts(result);
  drawRanks(find("by-rule"), ruleRanks(result, query), (rule) =>
    ask({ rule: query.rule === rule ? -1 : rule }),
  );
  drawRanks(find("by-folder"), folderRanks(scope(), counts, query), chooseFolder);
  keepingFocus(document.querySelector(".crumbs"), drawCrumbs);
  keepingFocus(find("map"), () => drawMap(find("map"), scope(), counts, chooseFolder));
}

/** Redraw the content of a box, and keep the focus in it. */
function keepingFocus(box, draw) {
  const hadFocus = box.contains(document.activeElement);
  draw();
  if (hadFocus) box.focus({ preventScroll: true });
}

function chooseFolder(key) {
  ask({ folder: query.folder === key ? parentOf(key) : key });
}

function parentOf(key) {
  const parent = NODES.get(key)?.parent;
  return parent && parent !== below(ROOT) ? parent.key : "";
}

/** The path from the root to the folder that the charts show. */
function drawCrumbs() {
  const nodes = [];
  for (let node = scope(); node !== null; node = node.parent) nodes.unshift(node);
  const box = document.querySelector(".crumbs");
  const items = nodes.map((node, index) => {
    const name = node.parent === null ? ["All folders"] : plain(node.name);
    if (index === nodes.length - 1) return element("span", { "aria-current": "location" }, ...name);
    return element(
      "button",
      { type: "button", class: "plain", onclick: () => ask({ folder: node.key }) },
      ...name,
    );
  });
  box.replaceChildren(...items);
}

// --- the query

/** Change the query, and show its result. */
function ask(changes) {
  const isTyped = Object.keys(changes).join() === "words" && changes.words !== "";
  query = { ...query, missing: "", ...changes };
  result = answer(query);
  keep(isTyped);
  show();
  list?.settle();
}

let keeping;
let wasTyped = false;

/**
 * Keep the query in the URL, as a new entry of the history, so that the back button undoes it.
 * Letters typed one after the other are one entry, and not written one by one, as browsers limit
 * the rate.
 */
function keep(isTyped) {
  clearTimeout(keeping);
  const write = () => {
    const url = `#${written(query)}`;
    const isSame = url === (location.hash || "#");
    try {
      if (isSame || (isTyped && wasTyped)) history.replaceState(null, "", url);
      else history.pushState(null, "", url);
    } catch {
      // The URL of the page cannot be changed in some embedding contexts.
    }
    wasTyped = isTyped;
  };
  if (isTyped) keeping = setTimeout(write, 300);
  else write();
}

/** Show what the URL says, after the back button or a changed URL. */
function followUrl() {
  clearTimeout(keeping);
  if (location.hash !== "" && !location.hash.startsWith("#?")) return;
  wasTyped = false;
  query = read(location.hash);
  result = answer(query);
  show();
  list?.settle();
}

function show() {
  drawCharts();
  if (!IS_LISTED) return;
  drawTools();
  list.show(result.rows);
  const number = result.rows.length;
  const articles = counted(result.articles, "article");
  find("status").textContent = isUnfiltered(query)
    ? `${counted(number, "finding")} in ${articles}`
    : `${count(number)} of ${counted(ROWS, "finding")} in ${articles}`;
  find("reset").hidden = isUnfiltered(query);
  find("none").hidden = number > 0;
  const absent = query.missing === "" ? [] : ["This report has no findings of ", ...plain(query.missing), "."];
  find("none").replaceChildren(...(absent.length > 0 ? absent : ["No findings match the filters."]));
  find("copy").hidden = number === 0;
  const left = number - list.length;
  find("more").hidden = left <= 0;
  find("more").textContent = `${count(left)} more; narrow the filters to see them.`;
  const unprinted = Math.max(0, number - MOST_PRINTED);
  find("list").dataset.unprinted = unprinted ? `${count(unprinted)} more not printed` : "";
}

function drawTools() {
  const words = find("words");
  if (words.value.trim() !== query.words.trim()) words.value = query.words;
  SEVERITIES.forEach((severity, index) => {
    find(`severity-${severity}`).checked = query.severities[index];
    find(`number-${severity}`).textContent = count(result.perSeverity[index]);
  });
  find("fixable").checked = query.fixable;
  find("reverse").checked = query.reverse;
  find("sort").value = query.sort;
  drawOptions(
    find("rule"),
    "all rules",
    ruleRanks(result, query)
      .map(({ key, detail, number }) => [String(key), `${detail} (${number})`, detail])
      .sort((a, b) => (a[2] < b[2] ? -1 : 1)),
    query.rule < 0 ? "" : String(query.rule),
  );
  drawOptions(find("folder"), "all folders", folderOptions(), query.folder);
}

function drawOptions(select, all, options, value) {
  const made = options.map(([key, name]) => element("option", { value: key }, name));
  select.replaceChildren(element("option", { value: "" }, all), ...made);
  select.value = value;
}

const MOST_FOLDERS = 300;

/** The folders to select from, in the order of the tree; of too many, those with most findings. */
function folderOptions() {
  const chosen = NODES.get(query.folder);
  return TREE.filter((node) => node.path < 0 && node !== ROOT && node !== chosen)
    .map((node) => [node, counts.total(node)])
    .filter(([, total]) => total > 0)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_FOLDERS)
    .concat(chosen === ROOT ? [] : [[chosen, counts.total(chosen)]])
    .map(([{ key }, total]) => [key, `${key.toWellFormed?.() ?? key} (${count(total)})`])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function makeTools() {
  const turn = (index) =>
    ask({ severities: query.severities.map((isOn, other) => (other === index ? !isOn : isOn)) });
  find("severities").append(
    ...SEVERITIES.map((severity, index) =>
      element(
        "label",
        { class: `check ${severity}` },
        element("input", { type: "checkbox", id: `severity-${severity}`, onchange: () => turn(index) }),
        element("span", {}, SEVERITY_NAMES[index]),
        element("span", { class: "number", id: `number-${severity}` }),
      ),
    ),
  );
  find("words").addEventListener("input", (event) => ask({ words: event.target.value }));
  find("rule").addEventListener("change", ({ target }) =>
    ask({ rule: target.value === "" ? -1 : Number(target.value) }),
  );
  find("folder").addEventListener("change", ({ target }) => ask({ folder: target.value }));
  find("sort").addEventListener("change", ({ target }) => ask({ sort: target.value }));
  find("fixable").addEventListener("change", ({ target }) => ask({ fixable: target.checked }));
  find("reverse").addEventListener("change", ({ target }) => ask({ reverse: target.checked }));
  find("reset").addEventListener("click", () => {
    ask({ ...ALL, sort: query.sort, reverse: query.reverse });
    find("words").focus();
  });
  const title = () => `${document.querySelector("h1").textContent}: ${find("status").textContent}`;
  find("copy").append(copyButton("Copy list as text", () => textOfAll(result.rows, title())));
  find("tools").addEventListener("submit", (event) => {
    event.preventDefault();
    list.go(0);
  });
}

// --- a finding

/** The details of a finding. */
function detail(row) {
  const { line, column, message, help, excerpt, start, end, cut, confidence } = COLUMNS;
  const rule = RULES[COLUMNS.rule[row]];
  const severity = SEVERITIES[COLUMNS.severity[row]];
  const path = DATA.paths[COLUMNS.path[row]];
  const text = DATA.texts[excerpt[row]];
  const parts = [];
  if (text.trim() !== "") {
    parts.push(
      element(
        "figure",
        { class: "source" },
        element("figcaption", { class: "number" }, `line ${count(line[row])}`),
        element(
          "pre",
          { lang: "", dir: "auto" },
          cut[row] & 1 ? ELLIPSIS : "",
          ...marked(text, start[row], end[row], severity),
          cut[row] & 2 ? ELLIPSIS : "",
        ),
      ),
    );
  }
  const related = (DATA.related[row] ?? []).map(([number, atLine, atColumn]) =>
    element("li", {}, `${atLine}:${atColumn}: `, ...prose(DATA.texts[number])),
  );
  if (related.length > 0) parts.push(element("ul", { class: "related" }, ...related));
  const advice = DATA.texts[help[row]];
  if (advice) {
    parts.push(
      element(
        "p",
        { class: "advice" },
        element("strong", {}, fixWords(FIXES[COLUMNS.fix[row]])),
        " ",
        ...prose(advice),
      ),
    );
  }
  if (confidence[row] > 0) {
    const words = `Possible false positive: the confidence is ${CONFIDENCES[confidence[row]]}.`;
    parts.push(element("p", { class: "hint" }, words));
  }
  parts.push(explanation(rule), actions(row, path, rule));
  return element("div", { class: "opened", role: "group", "aria-label": "Details" }, ...parts);
}

function fixWords(safety) {
  if (safety === "safe") return "Safe fix:";
  if (safety === "unsafe") return "Unsafe fix:";
  return "Help:";
}

function explanation(rule) {
  const box = element("section", { class: "why" });
  box.append(element("h3", {}, ...prose(rule.summary)));
  if (rule.page) box.append(...paragraphs(rule.page));
  if (rule.standard?.startsWith("https://")) {
    box.append(element("p", {}, link(rule.standard, "Standard")));
  } else if (rule.standard) {
    box.append(element("p", { class: "hint" }, `Standard: ${rule.standard}`));
  }
  return box;
}

function actions(row, path, rule) {
  const url = fileUrl(path, COLUMNS.line[row]);
  const items = [];
  if (url !== null) {
    const name = element("bdi", { lang: "" }, ...plain(path));
    items.push(link(url, "Open ", name));
  }
  const only = (words, changes) =>
    element("button", { type: "button", class: "plain", onclick: () => ask(changes) }, words);
  const index = COLUMNS.rule[row];
  if (query.rule !== index) items.push(only(`Only ${rule.id}`, { rule: index }));
  if (query.folder !== path) items.push(only("Only this article", { folder: path }));
  items.push(copyButton("Copy as text", () => textOf(row)));
  return element("p", { class: "actions" }, ...items);
}

function link(url, ...content) {
  return element("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, ...content);
}

// --- keys

const SINGLE_KEYS = "contentlint-single-keys";

function makeKeys() {
  const box = find("single-keys");
  try {
    box.checked = localStorage.getItem(SINGLE_KEYS) !== "off";
    box.addEventListener("change", () => localStorage.setItem(SINGLE_KEYS, box.checked ? "on" : "off"));
  } catch {
    // Without local storage, the setting lasts until the page is closed.
  }
  find("help-open").addEventListener("click", () => find("help").showModal());
  find("words").addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target.value !== "") {
      event.preventDefault();
      event.target.value = "";
      ask({ words: "" });
    } else if (event.key === "ArrowDown") {
      event.preventDefault();
      list.go(list.current);
    }
  });
  addEventListener("keydown", (event) => {
    const isTyped = event.target.closest("input:not([type=checkbox]), select, textarea, dialog");
    if (isTyped || event.altKey || event.ctrlKey || event.metaKey || !box.checked) return;
    if (event.key === "/") find("words").focus();
    else if (event.key === "?") find("help").showModal();
    else return;
    event.preventDefault();
  });
}

// --- start

function start() {
  const ended = find("ended");
  if (ended !== null) {
    const form = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short" });
    ended.textContent = form.format(new Date(ended.dateTime));
  }
  document.querySelector(".overview").hidden = false;
  drawTotals();
  drawTrend();
  if (GROUPS.length > 0) {
    document.querySelector(".groups").hidden = false;
    find("groups-title").textContent = `Publishable, by ${DATA.grouped.by}`;
    drawGroups();
  }
  if (ROWS === 0) return;
  document.querySelector(".charts").hidden = false;
  if (IS_LISTED) {
    find("findings").hidden = false;
    makeTools();
    makeKeys();
  }
  show();
  new ResizeObserver(() => drawMap(find("map"), scope(), counts, chooseFolder)).observe(find("map"));
  addEventListener("hashchange", followUrl);
  // A fragment of its own would replace the query in the URL.
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    find("findings").focus();
  });
}

start();
