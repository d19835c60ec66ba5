/** Starts the language server of contentlint and connects it to the editor. */

import { spawnSync } from "node:child_process";
import * as vscode from "vscode";
import {
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
  State,
} from "vscode-languageclient/node";
import { type Command, reasonFault, serverCommand } from "./command";

const LANGUAGES = ["markdown", "mdx", "html"];
const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append("contentlint");
/** How long the search for an installed contentlint may take, in milliseconds. */
const SEARCH_TIME = 5000;

let client: LanguageClient | undefined;
let output: vscode.LogOutputChannel;
let status: vscode.StatusBarItem;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  output = vscode.window.createOutputChannel("contentlint", { log: true });
  status = vscode.window.createStatusBarItem("contentlint", vscode.StatusBarAlignment.Right);
  status.name = "contentlint";
  status.command = "contentlint.showOutput";
  context.subscriptions.push(
    output,
    status,
    vscode.commands.registerCommand("contentlint.restart", restart),
    vscode.commands.registerCommand("contentlint.fixAll", fixAll),
    vscode.commands.registerCommand("contentlint.showOutput", () => output.show()),
    vscode.commands.registerCommand("contentlint.askReason", askReason),
    vscode.workspace.onDidGrantWorkspaceTrust(restart),
    vscode.workspace.onDidChangeConfiguration(async (event) => {
      if (event.affectsConfiguration("contentlint")) {
        await restart();
      }
    }),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  await stop();
}

async function restart(): Promise<void> {
  await stop();
  await start();
}

async function stop(): Promise<void> {
  const running = client;
  client = undefined;
  if (running?.state === State.Running) {
    await running.stop();
  }
  await running?.dispose();
}

async function start(): Promise<void> {
  const settings = vscode.workspace.getConfiguration("contentlint");
  if (!settings.get<boolean>("enable", true)) {
    status.hide();
    return;
  }
  const found = await command(settings);
  output.info(`server from ${found.origin}: ${[found.command, ...found.args].join(" ")}`);
  show("$(sync~spin) contentlint", "starting");
  const environment = settings.get<Record<string, string>>("environment", {});
  const server: ServerOptions = {
    command: found.command,
    args: found.args,
    options: { env: { ...process.env, ...environment } },
  };
  const options: LanguageClientOptions = {
    documentSelector: LANGUAGES.flatMap((language) => [
      { scheme: "file", language },
      { scheme: "untitled", language },
    ]),
    outputChannel: output,
    initializationOptions: { trusted: vscode.workspace.isTrusted, asksReason: true },
  };
  client = new LanguageClient("contentlint", "contentlint", server, options);
  client.onDidChangeState((event) => {
    if (event.newState === State.Running) {
      show("$(check) contentlint", `server from ${found.origin}`);
    } else if (event.newState === State.Stopped) {
      show("$(circle-slash) contentlint", "server stopped");
    }
  });
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    output.error(String(error));
    show("$(error) contentlint", "server could not be started");
    await explainFailure(found);
  }
}

function show(text: string, tooltip: string): void {
  status.text = text;
  status.tooltip = `contentlint: ${tooltip}`;
  status.show();
}

async function explainFailure(found: Command): Promise<void> {
  const message =
    `contentlint could not be started from ${found.origin}. ` +
    "Install it with `pip install 'contentlint[lsp]'`, or set `contentlint.path`.";
  const chosen = await vscode.window.showErrorMessage(message, "Show Output", "Open Settings");
  if (chosen === "Show Output") {
    output.show();
  } else if (chosen === "Open Settings") {
    await vscode.commands.executeCommand("workbench.action.openSettings", "contentlint.path");
  }
}

async function command(settings: vscode.WorkspaceConfiguration): Promise<Command> {
  return serverCommand({
    path: settings.get<string[]>("path", []),
    interpreter: settings.get<string>("interpreter", ""),
    active: vscode.workspace.isTrusted ? await activeInterpreter() : undefined,
    isTrusted: vscode.workspace.isTrusted,
    hasServer: (interpreter) => {
      const test = "import contentlint, pygls";
      const run = spawnSync(interpreter, ["-P", "-c", test], { timeout: SEARCH_TIME });
      return run.status === 0;
    },
  });
}

/** The part of the Python extension's interface that is used. */
interface PythonExtension {
  readonly environments: {
    getActiveEnvironmentPath(resource?: vscode.Uri): { readonly path: string };
    resolveEnvironment(path: {
      readonly path: string;
    }): Promise<{ readonly executable: { readonly uri?: vscode.Uri } } | undefined>;
  };
}

async function activeInterpreter(): Promise<string | undefined> {
  const python = vscode.extensions.getExtension<PythonExtension>("ms-python.python");
  if (python === undefined) {
    return undefined;
  }
  try {
    const { environments } = python.isActive ? python.exports : await python.activate();
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const path = environments.getActiveEnvironmentPath(folder);
    return (await environments.resolveEnvironment(path))?.executable.uri?.fsPath;
  } catch (error) {
    output.warn(`active Python environment unknown: ${String(error)}`);
    return undefined;
  }
}

async function fixAll(): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined || client?.state !== State.Running) {
    return;
  }
  await vscode.commands.executeCommand("editor.action.codeAction", {
    kind: FIX_ALL.value,
    apply: "first",
  });
}

/** Ask for the reason of a suppression, which the server then writes. */
async function askReason(uri: string, rule: string, line: number): Promise<void> {
  const reason = await vscode.window.showInputBox({
    title: `Suppress ${rule} on this line`,
    prompt: "Why is this finding not a problem here?",
    validateInput: reasonFault,
  });
  if (reason === undefined || client === undefined) {
    return;
  }
  const fault = await client.sendRequest<string | null>("workspace/executeCommand", {
    command: "contentlint.suppress",
    arguments: [uri, rule, line, reason.trim()],
  });
  if (fault !== null) {
    await vscode.window.showWarningMessage(`contentlint: not suppressed: ${fault}`);
  }
}
