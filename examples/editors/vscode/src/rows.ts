// Rows of `newslint check --format json`, in the editor's units.

/** One finding. Lines and columns count from 1, columns in code points. */
export interface Row extends Place {
  path: string;
  rule: string;
  severity: "error" | "warning" | "info";
  message: string;
  related?: (Place & { message: string })[];
}

export interface Place {
  line: number;
  column: number;
  end_line: number;
  end_column: number;
}

/** Lines and characters from 0, characters in UTF-16 units. */
export type Corners = [line: number, character: number, endLine: number, endCharacter: number];

/** A place in a text of these lines, as an editor counts. */
export function corners(place: Place, lines: string[]): Corners {
  return [
    place.line - 1,
    units(lines[place.line - 1] ?? "", place.column - 1),
    place.end_line - 1,
    units(lines[place.end_line - 1] ?? "", place.end_column - 1),
  ];
}

/** The lines of a text, as the editor has them. */
export function split(text: string): string[] {
  return text.replace(/^\ufeff/, "").split(/\r\n|\r|\n/);
}

function units(line: string, points: number): number {
  let at = 0;
  for (; points > 0 && at < line.length; points--) {
    at += (line.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }
  return at;
}

/** The rows of each file. */
export function byFile(rows: Row[]): Map<string, Row[]> {
  const files = new Map<string, Row[]>();
  for (const row of rows) {
    const before = files.get(row.path);
    if (before) {
      before.push(row);
    } else {
      files.set(row.path, [row]);
    }
  }
  return files;
}
