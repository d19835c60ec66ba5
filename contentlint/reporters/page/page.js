// The page: what is asked, what is shown, and how the one follows from the other.

const find = (id) => document.getElementById(id);

let query = read(location.hash);
let result = answer(query);
const list = IS_LISTED ? new List(find("list"), detail) : null;

// --- at a glance

function drawTotals() {
  const perSeverity = [0, 0, 0];
  for (const severity of COLUMNS.severity) perSeverity[severity]++;
  const perFix = [0, 0, 0];
  for (const fix of COLUMNS.fix) perFix[fix]++;
  const { files, fixed } = DATA.summary;
  const faulty = DATA.paths.length;
  const totals = SEVERITIES.map((severity, index) => {
    return total(SEVERITY_NAMES[index], perSeverity[index], [], perSeverity[index] ? severity : "");
  });
  totals.push(total("Articles checked", files), total("With findings", faulty, faulty ? [share(faulty, files)] : []));
  if (ROWS > 0) {
    const kinds = [`${count(perFix[1])} safe`, `${count(perFix[2])} unsafe`];
    totals.push(total("With a fix", perFix[1] + perFix[2], perFix[2] > 0 ? [kinds.join(", ")] : []));
  }
  if (fixed !== null) totals.push(total("Mended by this run", fixed));
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

/** How the findings stand against the baseline: mended, known and new. */
function drawTrend() {
  const { known, mended } = DATA.summary;
  const box = find("trend");
  if (known === null && ROWS === 0) {
    box.hidden = true;
    return;
  }
  if (known === null) {
    box.append(
      element("h3", {}, "Against the baseline"),
      element(
        "p",
        { class: "hint" },
        ...prose(
          "There is none, so nothing says what is new. `contentlint baseline write` records today's " +
            "findings; later pages then show what was mended and what was added.",
        ),
      ),
    );
    return;
  }
  const parts = [
    ["mended", "Mended", mended, "in the baseline, and no longer there"],
    ["known", "Known", known, "in the baseline, held back"],
    ["new", "New", ROWS, "not in the baseline: what this page shows"],
  ];
  const whole = Math.max(1, mended + known + ROWS);
  const bar = element("div", { class: "bar", "aria-hidden": "true" });
  for (const [name, , number] of parts) {
    if (number === 0) continue;
    const part = element("span", { class: name });
    part.style.inlineSize = `${(100 * number) / whole}%`;
    bar.append(part);
  }
  const words =
    ROWS > mended
      ? `${counted(ROWS - mended, "finding")} more than the baseline has`
      : ROWS < mended
        ? `${counted(mended - ROWS, "finding")} fewer than the baseline has`
        : "As many findings as the baseline has";
  box.append(
    element("h3", {}, "Against the baseline"),
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

/** The folder whose content the charts show: the one that is chosen, or what holds everything. */
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

/** Draw what is in a box anew; the focus does not get lost where its element does. */
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

/** The way from the top to the folder that the charts show. */
function drawCrumbs() {
  const way = [];
  for (let node = scope(); node !== null; node = node.parent) way.unshift(node);
  const box = document.querySelector(".crumbs");
  const items = way.map((node, index) => {
    const name = node.parent === null ? ["All folders"] : plain(node.name);
    if (index === way.length - 1) return element("span", { "aria-current": "location" }, ...name);
    return element(
      "button",
      { type: "button", class: "plain", onclick: () => ask({ folder: node.key }) },
      ...name,
    );
  });
  box.replaceChildren(...items);
}

// --- asking

/** Ask something else, and show the answer. */
function ask(changes) {
  query = { ...query, ...changes };
  result = answer(query);
  keep();
  show();
  list?.settle();
}

let keeping;

/** Keep what is asked in the address; not at every letter, which browsers forbid. */
function keep() {
  clearTimeout(keeping);
  keeping = setTimeout(() => {
    try {
      history.replaceState(null, "", `#${written(query)}`);
    } catch {
      // Where the page lies, its address cannot be changed.
    }
  }, 300);
}

function show() {
  drawCharts();
  if (!IS_LISTED) return;
  drawTools();
  list.show(result.rows);
  const number = result.rows.length;
  const articles = counted(result.articles, "article");
  find("status").textContent = isWhole(query)
    ? `${counted(number, "finding")} in ${articles}`
    : `${count(number)} of ${counted(ROWS, "finding")}, in ${articles}`;
  find("reset").hidden = isWhole(query);
  find("none").hidden = number > 0;
  const left = number - list.length;
  find("more").hidden = left <= 0;
  find("more").textContent = `${counted(left, "finding")} more: ask for less to see them.`;
  const unprinted = Math.max(0, number - MOST_PRINTED);
  find("list").dataset.unprinted = unprinted ? `${counted(unprinted, "finding")} more` : "";
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

/** Folders to choose from, in the order of the tree; where there are too many, the fullest. */
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
  find("tools").addEventListener("submit", (event) => {
    event.preventDefault();
    list.go(0);
  });
}

// --- a finding

/** All that there is to say of a finding. */
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
    const words = `This may be wrong: the confidence is ${CONFIDENCES[confidence[row]]}.`;
    parts.push(element("p", { class: "hint" }, words));
  }
  parts.push(explanation(rule), actions(row, path, rule));
  return element("div", { class: "opened", role: "group", "aria-label": "Details" }, ...parts);
}

function fixWords(safety) {
  if (safety === "safe") return "A safe fix:";
  if (safety === "unsafe") return "An unsafe fix:";
  return "What to do:";
}

function explanation(rule) {
  const box = element("section", { class: "why" });
  box.append(element("h3", {}, ...prose(rule.summary)));
  if (rule.page) box.append(...paragraphs(rule.page));
  if (rule.standard?.startsWith("https://")) {
    box.append(element("p", {}, link(rule.standard, "The standard")));
  } else if (rule.standard) {
    box.append(element("p", { class: "hint" }, `In the standard: ${rule.standard}`));
  }
  return box;
}

function actions(row, path, rule) {
  const url = address(path, COLUMNS.line[row]);
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
    // Nothing is kept where the page lies; the switch holds until it is closed.
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

// --- all of it

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
  addEventListener("hashchange", () => {
    if (!location.hash.startsWith("#?")) return;
    query = read(location.hash);
    result = answer(query);
    show();
  });
}

start();
