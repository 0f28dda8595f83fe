// A finding's rule is a link. Where the desk's manual is not on the web, it leads to the rule's page in the editor itself: to a
// page of HTML on this disk it would show the source.

import { tmpdir } from "node:os";
import * as vscode from "vscode";
import type { Middleware } from "vscode-languageclient/node";
import { output } from "./program";

const SCHEME = "newslint-rule";

/** Gives a rule's page as `newslint explain` prints it. */
export class Manual implements vscode.TextDocumentContentProvider {
  /** `program`: what is run; `words`: what it is told besides, such as a config. */
  constructor(
    private readonly program: () => string | undefined,
    private readonly words: () => string[],
  ) {}

  register(): vscode.Disposable {
    return vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const program = this.program();
    const rule = uri.path.replace(/\.md$/, "");
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? tmpdir();
    return program ? output(program, ["explain", ...this.words(), rule], folder) : "";
  }

  /** For the client: what comes from the server, pushed or pulled, with links that open. */
  readonly middleware: Middleware = {
    handleDiagnostics: (uri, found, next) => next(uri, found.map(linked)),
    provideDiagnostics: async (document, previous, token, next) => {
      const report = await next(document, previous, token);
      if (report && "items" in report) {
        report.items = report.items.map(linked);
      }
      return report;
    },
  };
}

function linked(found: vscode.Diagnostic): vscode.Diagnostic {
  const code = found.code;
  if (typeof code === "object" && code.target.scheme === "file") {
    found.code = { ...code, target: vscode.Uri.from({ scheme: SCHEME, path: `${code.value}.md` }) };
  }
  return found;
}
