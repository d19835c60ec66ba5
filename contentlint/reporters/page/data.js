// The findings, as columns of numbers; a finding is a row, its number from 0 in the report's order.

const SEVERITIES = ["error", "warning", "info"];
const SEVERITY_NAMES = ["Errors", "Warnings", "Info"];
const FIXES = [null, "safe", "unsafe"];
const CONFIDENCES = ["high", "medium", "low"];

const DATA = JSON.parse(document.getElementById("data").textContent);
const ROWS = DATA.columns.path.length;
const IS_LISTED = document.body.classList.contains("listed");

/** Each column as a typed array: a pass over 50,000 rows is then nothing. */
const COLUMNS = {};
for (const [name, values] of Object.entries(DATA.columns)) COLUMNS[name] = new Uint32Array(values);

const RULES = DATA.rules.map((rule) => {
  const summary = rule.page === null ? rule.id : rule.page.split("\n", 1)[0];
  const page = rule.page === null ? "" : rule.page.slice(summary.length).trim();
  return { id: rule.id, summary: summary.replace(/\.$/, ""), page, standard: rule.standard };
});

/** Groups of articles with something in common, where the run was asked for them. */
const GROUPS = DATA.grouped?.groups ?? [];

/**
 * The folders as a tree; articles are its leaves, with their number in `path`. `key` is what a
 * filter names: the path of a folder with a slash behind it, or of an article. The root's key is
 * empty. `TREE` has them all, each behind its parent.
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

/** The deepest folder that holds all that is below another: where charts begin. */
function below(node) {
  while (node.children.size === 1) {
    const [only] = node.children.values();
    if (only.children.size === 0) break;
    node = only;
  }
  return node;
}

/** The address of an article at a line; null where the report is read elsewhere than it lies. */
function address(path, line) {
  // Bytes of a name that are no text came as half characters; here they are bytes again.
  const encoded = [...path].map((sign) => {
    const byte = sign.codePointAt(0) - 0xdc00;
    if (byte >= 0x80 && byte <= 0xff) return "%" + byte.toString(16).toUpperCase();
    return sign === "/" ? sign : encodeURIComponent(sign.toWellFormed?.() ?? sign);
  });
  const isAbsolute = path.startsWith("/") || /^[A-Za-z]:\//.test(path);
  if (!isAbsolute) return fill(DATA.files, encoded.join(""), line);
  if (/^https?:/.test(DATA.files)) return null;
  return "file:///" + encoded.join("").replace(/^\//, "").replace("%3A", ":");
}

function fill(template, path, line) {
  return template.replace(/\{(path|line)\}/g, (_, name) => (name === "path" ? path : line));
}
