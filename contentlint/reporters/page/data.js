// The findings as columns of numbers; a finding is a row, numbered from 0 in the report's order.

const SEVERITIES = ["error", "warning", "info"];
const SEVERITY_NAMES = ["Errors", "Warnings", "Info"];
const FIXES = [null, "safe", "unsafe"];
const CONFIDENCES = ["high", "medium", "low"];

const DATA = JSON.parse(document.getElementById("data").textContent);
const ROWS = DATA.columns.path.length;
const IS_LISTED = document.body.classList.contains("listed");

/** Each column as a typed array, which makes a pass over 50,000 rows fast. */
const COLUMNS = {};
for (const [name, values] of Object.entries(DATA.columns)) COLUMNS[name] = new Uint32Array(values);

const RULES = DATA.rules.map((rule) => {
  const summary = rule.page === null ? rule.id : rule.page.split("\n", 1)[0];
  const page = rule.page === null ? "" : rule.page.slice(summary.length).trim();
  return { id: rule.id, summary: summary.replace(/\.$/, ""), page, standard: rule.standard };
});

/** The groups of articles, if the run was grouped. */
const GROUPS = DATA.grouped?.groups ?? [];

/**
 * The folders as a tree; articles are its leaves, with their number in `path`. `key` is the value
 * of a filter: the path of a folder with a trailing slash, or of an article. The root's key is
 * empty. `TREE` has all nodes, each after its parent.
 */
const TREE = [];
const NODES = new Map();
const ROOT = grown(null, "", "");

function grown(parent, name, key) {
  const node = { index: TREE.length, name, key, parent, children: new Map(), path: -1 };
  TREE.push(node);
  NODES.set(key, node);
  parent?.children.set(name, node);
  return node;
}

DATA.paths.forEach((path, index) => {
  let node = ROOT;
  let end = 0;
  while (end < path.length) {
    const slash = path.indexOf("/", end + 1);
    const next = slash < 0 ? path.length : slash + 1;
    const name = path.slice(end, next);
    node = node.children.get(name) ?? grown(node, name, path.slice(0, next));
    end = next;
  }
  node.path = index;
});

/** The deepest folder that contains everything below another: where the charts start. */
function below(node) {
  while (node.children.size === 1) {
    const [only] = node.children.values();
    if (only.children.size === 0) break;
    node = only;
  }
  return node;
}

/** The URL of an article at a line; null if the server has no such file. */
function fileUrl(path, line) {
  // Undecodable bytes of a name are lone surrogates here; they become bytes again.
  const encoded = [...path].map((character) => {
    const byte = character.codePointAt(0) - 0xdc00;
    if (byte >= 0x80 && byte <= 0xff) return "%" + byte.toString(16).toUpperCase();
    return character === "/" ? character : encodeURIComponent(character.toWellFormed?.() ?? character);
  });
  const isAbsolute = path.startsWith("/") || /^[A-Za-z]:\//.test(path);
  if (!isAbsolute) return fill(DATA.files, encoded.join(""), line);
  if (/^https?:/.test(DATA.files)) return null;
  return "file:///" + encoded.join("").replace(/^\//, "").replace("%3A", ":");
}

function fill(template, path, line) {
  return template.replace(/\{(path|line)\}/g, (_, name) => (name === "path" ? path : line));
}
