// Starts `newslint lsp`, and says in the status bar how it fares.

import * as vscode from "vscode";
import { type Executable, LanguageClient, type LanguageClientOptions, State } from "vscode-languageclient/node";
import { Cast } from "./cast";
import { Manual } from "./manual";
import { find } from "./program";
import { Workspace } from "./workspace";

const INSTALL = "pipx install '.[lsp]'";
const LANGUAGES = ["plaintext", "markdown", "html"];

let desk: Desk | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  desk = new Desk(context.asAbsolutePath("program"));
  context.subscriptions.push(desk.register());
  await desk.start();
}

export async function deactivate(): Promise<void> {
  await desk?.stop();
}

class Desk {
  private readonly status = vscode.window.createStatusBarItem("newslint", vscode.StatusBarAlignment.Right);
  private readonly log = vscode.window.createOutputChannel("newslint");
  private readonly cast = new Cast();
  private readonly workspace = new Workspace();
  private readonly manual = new Manual(
    () => this.program,
    () => (settings().get("config", "") ? ["--config", settings().get("config", "")] : []),
  );
  private client: LanguageClient | undefined;
  private program: string | undefined;
  private looked: string[] = [];
  // Starts and stops follow one another, however fast the settings change.
  private queue: Promise<void> = Promise.resolve();

  /** `own`: where the program is that this extension brings, if it was packed with one. */
  constructor(private readonly own: string) {}

  register(): vscode.Disposable {
    const command = (name: string, run: () => Promise<void>) =>
      vscode.commands.registerCommand(name, () => run().catch((error: unknown) => this.complain(error)));
    this.status.name = "newslint";
    return vscode.Disposable.from(
      this.status,
      this.log,
      this.cast.register(),
      this.manual.register(),
      this.workspace.register(),
      command("newslint.cast", () => this.with((program) => this.cast.show(program, settings().get("config", "")))),
      command("newslint.checkWorkspace", () => this.with((program) => this.workspace.check(program, settings()))),
      command("newslint.restart", () => this.start()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration("newslint.path")) {
          void this.start();
        }
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => void this.start()),
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        if (!this.program) {
          void this.start();
        }
      }),
    );
  }

  /** Find newslint anew and serve with it. Never rejects: what goes wrong is shown. */
  start(): Promise<void> {
    return this.next(async () => {
      await this.end();
      const trusted = vscode.workspace.isTrusted;
      const folders = trusted ? (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri.fsPath) : [];
      const found = await find(settings().get("path", ""), folders, process.env.PATH ?? "", this.own);
      this.program = found.path;
      this.looked = found.looked;
      if (!found.path) {
        this.show("$(warning) newslint", `newslint is not installed. Looked in ${found.looked.join(", ")}.`);
        void this.explain();
        return;
      }
      this.log.appendLine(`newslint: ${found.path}`);
      await this.serve(found.path);
    });
  }

  stop(): Promise<void> {
    return this.next(() => this.end());
  }

  private async serve(program: string): Promise<void> {
    const server: Executable = { command: program, args: ["lsp"] };
    const options: LanguageClientOptions = {
      documentSelector: LANGUAGES.flatMap((language) =>
        ["file", "untitled"].map((scheme) => ({ scheme, language })),
      ),
      initializationOptions: () => ({ ...settings() }),
      synchronize: { configurationSection: "newslint" },
      outputChannel: this.log,
      middleware: this.manual.middleware,
    };
    const client = new LanguageClient("newslint", "newslint", server, options);
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) {
        this.show("$(check) newslint", `newslint serves: ${program}`);
      } else if (newState === State.Starting) {
        this.show("$(loading~spin) newslint", "newslint starts");
      } else {
        this.show("$(error) newslint", "newslint has stopped. Click to start it again.");
      }
    });
    this.client = client;
    try {
      await client.start();
    } catch (error) {
      this.complain(error);
    }
  }

  private async end(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    try {
      await client?.dispose();
    } catch (error) {
      this.log.appendLine(String(error)); // it did not start, or has died
    }
  }

  private next(job: () => Promise<void>): Promise<void> {
    this.queue = this.queue.then(job).catch((error: unknown) => this.complain(error));
    return this.queue;
  }

  private async with(job: (program: string) => Promise<void>): Promise<void> {
    await this.queue;
    if (this.program) {
      await job(this.program);
    } else {
      await this.explain();
    }
  }

  private show(text: string, tooltip: string): void {
    this.status.text = text;
    this.status.tooltip = tooltip;
    this.status.command = "newslint.restart";
    this.status.show();
  }

  private complain(error: unknown): void {
    const words = error instanceof Error ? error.message : String(error);
    this.log.appendLine(words);
    void vscode.window.showErrorMessage(words.startsWith("newslint") ? words : `newslint: ${words}`);
  }

  private async explain(): Promise<void> {
    const [copy, set, again] = ["Copy the command", "Set the path", "Try again"];
    const words = `newslint was not found in ${this.looked.join(", ")}. Install it, in a clone of newslint, with: ${INSTALL}`;
    const chosen = await vscode.window.showWarningMessage(words, copy, set, again);
    if (chosen === copy) {
      await vscode.env.clipboard.writeText(INSTALL);
    } else if (chosen === set) {
      await vscode.commands.executeCommand("workbench.action.openSettings", "newslint.path");
    } else if (chosen === again) {
      void this.start();
    }
  }
}

function settings(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration("newslint");
}
