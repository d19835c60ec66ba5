import assert from "node:assert/strict";
import { test } from "node:test";
import { createRequire } from "node:module";

const { serverCommand, reasonFault } = createRequire(import.meta.url)("../out/command.js");

const nothing = {
  path: [],
  interpreter: "",
  active: undefined,
  isTrusted: true,
  hasServer: () => true,
};

test("contentlint on the PATH is the last resort", () => {
  const found = serverCommand(nothing);
  assert.deepEqual([found.command, ...found.args], ["contentlint", "lsp"]);
});

test("the setting comes first, with its arguments", () => {
  const path = ["uvx", "--from", "contentlint[lsp]", "contentlint"];
  const found = serverCommand({ ...nothing, path, interpreter: "/py", active: "/env/py" });
  assert.deepEqual([found.command, ...found.args], [...path, "lsp"]);
});

test("an interpreter never imports modules from the workspace", () => {
  const found = serverCommand({ ...nothing, interpreter: "/py" });
  assert.deepEqual([found.command, ...found.args], ["/py", "-P", "-m", "contentlint", "lsp"]);
});

test("the active environment is used if contentlint is installed there", () => {
  const active = "/env/py";
  assert.equal(serverCommand({ ...nothing, active }).command, active);
  assert.equal(serverCommand({ ...nothing, active, hasServer: () => false }).command, "contentlint");
});

test("the environment of an untrusted workspace is never run", () => {
  const hasServer = () => assert.fail("it was run");
  const found = serverCommand({ ...nothing, active: "/env/py", isTrusted: false, hasServer });
  assert.equal(found.command, "contentlint");
});

test("a reason cannot end its comment", () => {
  assert.equal(reasonFault("quoted from a form"), undefined);
  for (const reason of ["", "  ", "a -- b", "a */ b", "a > b"]) {
    assert.notEqual(reasonFault(reason), undefined, reason);
  }
});
