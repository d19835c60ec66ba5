/** The command that starts the server, from the settings and what is installed. */

/** What decides about the command. */
export interface Choice {
  /** `contentlint.path`: a command with arguments; empty if not set. */
  readonly path: readonly string[];
  /** `contentlint.interpreter`; empty if not set. */
  readonly interpreter: string;
  /** The active Python environment's interpreter, if the Python extension knows one. */
  readonly active: string | undefined;
  /** Whether the workspace is trusted, so that its Python environment may run. */
  readonly isTrusted: boolean;
  /** Whether an interpreter has contentlint with the language server. */
  readonly hasServer: (interpreter: string) => boolean;
}

/** A command with its arguments, and where it is from. */
export interface Command {
  readonly command: string;
  readonly args: string[];
  readonly origin: string;
}

/**
 * The first of these that is set or installed: `contentlint.path`, `contentlint.interpreter`, the
 * active Python environment (in trusted workspaces only), `contentlint` on the PATH.
 */
export function serverCommand(choice: Choice): Command {
  const [command, ...args] = choice.path;
  if (command !== undefined) {
    return { command, args: [...args, "lsp"], origin: "contentlint.path" };
  }
  if (choice.interpreter !== "") {
    return ofInterpreter(choice.interpreter, "contentlint.interpreter");
  }
  if (choice.isTrusted && choice.active !== undefined && choice.hasServer(choice.active)) {
    return ofInterpreter(choice.active, "active Python environment");
  }
  return { command: "contentlint", args: ["lsp"], origin: "PATH" };
}

function ofInterpreter(interpreter: string, origin: string): Command {
  // -P: a file of the workspace cannot replace a module.
  return { command: interpreter, args: ["-P", "-m", "contentlint", "lsp"], origin };
}

/** Why a reason cannot be written into a suppression comment; undefined if it can. */
export function reasonFault(reason: string): string | undefined {
  if (reason.trim() === "") {
    return "a reason is required";
  }
  if (reason.includes("--") || reason.includes("*/") || reason.includes(">")) {
    return "remove `--`, `*/` and `>`, which would end the comment";
  }
  return undefined;
}
