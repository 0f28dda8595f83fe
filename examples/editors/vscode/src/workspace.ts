// "Check workspace": every article's findings under Problems.

import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import * as vscode from "vscode";
import { output } from "./program";
import { byFile, corners, type Place, type Row, split } from "./rows";

const SEVERITY = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
};

/** The findings in articles that are not open; those of open ones come from the language server. */
export class Workspace {
  private readonly found = vscode.languages.createDiagnosticCollection("newslint workspace");

  register(): vscode.Disposable {
    return vscode.Disposable.from(
      this.found,
      vscode.workspace.onDidOpenTextDocument((document) => this.found.delete(document.uri)),
    );
  }

  async check(program: string, settings: vscode.WorkspaceConfiguration): Promise<void> {
    const folders = vscode.workspace.workspaceFolders ?? [];
    if (!folders.length) {
      void vscode.window.showInformationMessage("newslint: open a folder first.");
      return;
    }
    await vscode.workspace.saveAll(false);
    this.found.clear();
    const progress = {
      location: vscode.ProgressLocation.Notification,
      title: "newslint checks the workspace",
      cancellable: true,
    };
    const count = await vscode.window.withProgress(progress, async (_, token) => {
      const stop = new AbortController();
      token.onCancellationRequested(() => stop.abort());
      let count = 0;
      for (const folder of folders) {
        try {
          const printed = await output(program, words(settings), folder.uri.fsPath, stop.signal);
          count += await this.show(JSON.parse(printed) as Row[], folder.uri.fsPath);
        } catch (error) {
          if (stop.signal.aborted) {
            return undefined;
          }
          throw error;
        }
      }
      return count;
    });
    if (count !== undefined) {
      const words = count === 0 ? "nothing to mark" : count === 1 ? "one finding" : `${count} findings`;
      void vscode.window.showInformationMessage(`newslint: ${words} in the workspace.`);
      if (count) {
        await vscode.commands.executeCommand("workbench.panel.markers.view.focus");
      }
    }
  }

  private async show(rows: Row[], folder: string): Promise<number> {
    const open = new Set(vscode.workspace.textDocuments.map((document) => document.uri.toString()));
    for (const [path, own] of byFile(rows)) {
      const file = vscode.Uri.file(resolve(folder, path));
      if (!open.has(file.toString())) {
        const lines = split(await readFile(file.fsPath, "utf8").catch(() => ""));
        this.found.set(file, own.map((row) => diagnostic(row, file, lines)));
      }
    }
    return rows.length;
  }
}

function words(settings: vscode.WorkspaceConfiguration): string[] {
  const words = ["check", "--format", "json"];
  for (const name of ["select", "ignore"]) {
    const rules = settings.get<string[]>(name, []);
    if (rules.length) {
      words.push(`--${name}`, rules.join(","));
    }
  }
  const config = settings.get("config", "");
  return config ? [...words, "--config", config, "."] : [...words, "."];
}

function diagnostic(row: Row, file: vscode.Uri, lines: string[]): vscode.Diagnostic {
  const range = (place: Place) => new vscode.Range(...corners(place, lines));
  const made = new vscode.Diagnostic(range(row), row.message, SEVERITY[row.severity]);
  made.source = "newslint";
  made.code = row.rule;
  made.relatedInformation = row.related?.map(
    (other) => new vscode.DiagnosticRelatedInformation(new vscode.Location(file, range(other)), other.message),
  );
  return made;
}
