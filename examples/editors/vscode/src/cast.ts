// "Show cast": who is in the story, beside it.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, extname, join } from "node:path";
import * as vscode from "vscode";
import { output } from "./program";

const SCHEME = "newslint-cast";
const ENDINGS: Record<string, string> = { markdown: ".md", html: ".html" };

/** Shows what `newslint cast` prints in a read-only page. */
export class Cast implements vscode.TextDocumentContentProvider {
  private readonly pages = new Map<string, string>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;

  register(): vscode.Disposable {
    return vscode.Disposable.from(
      this.changed,
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
      vscode.workspace.onDidCloseTextDocument((document) => this.pages.delete(document.uri.toString())),
    );
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.pages.get(uri.toString()) ?? "";
  }

  async show(program: string, config: string): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || document.uri.scheme === SCHEME) {
      void vscode.window.showInformationMessage("newslint: open an article first.");
      return;
    }
    const page = vscode.Uri.from({ scheme: SCHEME, path: `${document.uri.path}.cast`, query: document.uri.scheme });
    this.pages.set(page.toString(), await cast(program, config, document));
    this.changed.fire(page);
    const options = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true, preview: true };
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(page), options);
  }
}

async function cast(program: string, config: string, document: vscode.TextDocument): Promise<string> {
  const words = config ? ["cast", "--config", config] : ["cast"];
  if (document.uri.scheme === "file" && !document.isDirty) {
    return output(program, [...words, document.uri.fsPath], dirname(document.uri.fsPath));
  }
  // What is not saved yet is read from a copy.
  const folder = await mkdtemp(join(tmpdir(), "newslint-"));
  try {
    const name = basename(document.uri.path) || "untitled";
    const copy = join(folder, extname(name) ? name : name + (ENDINGS[document.languageId] ?? ".txt"));
    await writeFile(copy, document.getText(), { mode: 0o600 });
    return await output(program, [...words, copy], folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
