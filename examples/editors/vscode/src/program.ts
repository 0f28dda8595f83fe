// Where newslint is, and how it is run.

import { execFile } from "node:child_process";
import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { delimiter, isAbsolute, join } from "node:path";

const WINDOWS = process.platform === "win32";
const NAME = WINDOWS ? "newslint.exe" : "newslint";
// A page of news makes kilobytes; a workspace of a hundred thousand findings must pass too.
const MOST_OUTPUT = 256 * 1024 * 1024;

export interface Found {
  /** The program's path; undefined where there is none. */
  path?: string;
  /** Where we looked, in words, in order. */
  looked: string[];
}

/**
 * The program of the setting; where that is empty, of a workspace folder's .venv, then of the PATH, then the one that this
 * extension brings in the folder `own`, if it was packed with one.
 */
export async function find(setting: string, folders: string[], searchPath: string, own?: string): Promise<Found> {
  if (setting) {
    const named = setting.replace(/^~(?=[/\\])/, homedir()).replaceAll("${workspaceFolder}", folders[0] ?? "");
    const places = isAbsolute(named) ? [named] : folders.map((folder) => join(folder, named));
    return first(places, [`the setting newslint.path (${setting})`]);
  }
  const looked = [...folders.map((folder) => join(folder, ".venv")), "the PATH"];
  const places = folders.map((folder) => join(folder, ".venv", WINDOWS ? "Scripts" : "bin", NAME));
  // A relative entry of the PATH would mean the workspace, which need not be trusted.
  const path = searchPath.split(delimiter).filter(isAbsolute);
  const brought = own ? [join(own, NAME)] : [];
  return first([...places, ...path.map((folder) => join(folder, NAME)), ...brought], looked);
}

async function first(places: string[], looked: string[]): Promise<Found> {
  for (const place of places) {
    if (await runs(place)) {
      return { path: place, looked };
    }
  }
  return { looked };
}

async function runs(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

/** What newslint prints. Rejects with its own words where it is broken (exit code 2), and when aborted. */
export function output(program: string, words: string[], folder: string, signal?: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { cwd: folder, maxBuffer: MOST_OUTPUT, signal, encoding: "utf8" as const };
    execFile(program, words, options, (error, printed, complaint) => {
      if (error && error.code !== 1) {
        reject(new Error(complaint.trim() || error.message));
      } else {
        resolve(printed);
      }
    });
  });
}
