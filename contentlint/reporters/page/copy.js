// Findings as text, for a message or a ticket.

/** The text of one finding: its place and message, the source line, and what to do. */
function textOf(row) {
  const path = asText(DATA.paths[COLUMNS.path[row]]);
  const lines = [`${path}:${lineOf(row)}`];
  const { excerpt, cut, help } = COLUMNS;
  const source = asText(DATA.texts[excerpt[row]]).trim();
  if (source !== "") {
    lines.push(`    ${cut[row] & 1 ? ELLIPSIS : ""}${source}${cut[row] & 2 ? ELLIPSIS : ""}`);
  }
  const advice = DATA.texts[help[row]];
  if (advice) lines.push(`    ${fixWords(FIXES[COLUMNS.fix[row]])} ${asText(advice)}`);
  return lines.join("\n") + "\n";
}

/** The text of a list: the articles in its order, each with its findings, a line each. */
function textOfAll(rows, title) {
  const lines = [title];
  let before = -1;
  for (const row of rows) {
    const path = COLUMNS.path[row];
    if (path !== before) lines.push("", asText(DATA.paths[path]));
    before = path;
    lines.push(`  ${lineOf(row)}`);
  }
  return lines.join("\n") + "\n";
}

/** `line:column: severity[rule]: message`, as in the text report. */
function lineOf(row) {
  const { line, column, severity, rule, message } = COLUMNS;
  const label = `${SEVERITIES[severity[row]]}[${RULES[rule[row]].id}]`;
  return `${line[row]}:${column[row]}: ${label}: ${asText(DATA.texts[message[row]])}`;
}

/** Text with each invisible character as its code point, and tabs as spaces. */
function asText(text) {
  return plain(text)
    .map((part) => (typeof part === "string" ? part : part.textContent))
    .join("")
    .replaceAll("\t", " ");
}

/** A button that copies a text, which is made when it is clicked. */
function copyButton(words, makeText) {
  const button = element("button", { type: "button", class: "plain" }, words);
  button.addEventListener("click", async () => {
    const isCopied = await copied(makeText());
    const result = isCopied ? "Copied" : "The browser does not allow copying";
    button.textContent = result;
    find("copied").textContent = result;
    setTimeout(() => {
      button.textContent = words;
      find("copied").textContent = "";
    }, 2000);
  });
  return button;
}

/** Copy a text; whether that worked. */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Not available for local files in every browser; an event is.
    let isCopied = false;
    const put = (event) => {
      event.clipboardData.setData("text/plain", text);
      event.preventDefault();
      isCopied = true;
    };
    addEventListener("copy", put, { once: true });
    document.execCommand("copy");
    removeEventListener("copy", put);
    return isCopied;
  }
}
