// Displaying text. All text from articles, file names and messages goes through here, and becomes
// text nodes, never markup.

/**
 * An element.
 * @param {string} name of the tag
 * @param {Object<string, string|number|boolean|null|Function>} [attributes] by name; `on...` is a
 *   listener, null and false leave the attribute out
 * @param {...(Node|string)} children
 */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== null && value !== false) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

// Characters that are invisible, move text or change its direction, except joiners between letters
// of scripts that need them or inside of emoji, and the tags of flags.
const JOINED =
  "(?!\\p{Script=Latin}|\\p{Script=Han}|\\p{Script=Hiragana}|\\p{Script=Katakana}|\\p{Script=Hangul})" +
  "[\\p{L}\\p{M}]";
const UNSEEN = new RegExp(
  `(?<=${JOINED})[\\u200c\\u200d](?=${JOINED})` +
    "|(?<=(?:\\p{Extended_Pictographic}|\\p{Emoji_Modifier})\\ufe0f?)\\u200d(?=\\p{Extended_Pictographic})" +
    "|(?<=\\u{1f3f4}[\\u{e0020}-\\u{e007f}]*)[\\u{e0020}-\\u{e007f}]" +
    "|([\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}])",
  "gu",
);

/** Text as nodes, with each invisible character shown as its code point. */
function plain(text) {
  if (/^[ -~]*$/.test(text)) return [text];
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(UNSEEN)) {
    const unseen = match[1];
    if (unseen === undefined || unseen === "\t") continue;
    if (match.index > end) nodes.push(text.slice(end, match.index));
    nodes.push(element("span", { class: "unseen" }, nameOf(unseen)));
    end = match.index + unseen.length;
  }
  if (end < text.length) nodes.push(text.slice(end));
  return nodes;
}

function nameOf(character) {
  return "U+" + character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
}

/** A sentence as nodes; text in backticks is source text. */
function prose(text) {
  return text.split(/`([^`]*)`/).flatMap((part, index) => {
    if (index % 2 === 0) return plain(part);
    return [element("code", { lang: "" }, ...plain(part))];
  });
}

/** Paragraphs, separated by empty lines, as nodes. */
function paragraphs(text) {
  return text.split(/\n\s*\n/).map((part) => element("p", {}, ...prose(part.replace(/\s+/g, " "))));
}

/** A source line as nodes, with its mark. */
function marked(text, start, end, severity) {
  const mark = element("mark", { class: severity }, ...plain(text.slice(start, end)));
  return [...plain(text.slice(0, start)), mark, ...plain(text.slice(end))];
}

const ELLIPSIS = "\u2026";
const NUMBERS = new Intl.NumberFormat("en");

/** A number for people. */
function count(number) {
  return NUMBERS.format(number);
}

/** A number with its noun. */
function counted(number, noun) {
  return `${count(number)} ${noun}${number === 1 ? "" : "s"}`;
}
