/** SWIFT MT940 and MT942 to fields, by lines: `:61:` opens one, lines without a tag continue it. */

export interface SwiftField {
  tag: string;
  lines: string[];
  /** Line of the file on which it stands. */
  line: number;
}

/** Lines of one field: :86: has six by the norm, and banks write some twenty. */
const MOST_LINES = 200;

const TAG = /^:(\d{2}[A-Z]?):/;

/** Puts lines together into fields; the envelope `{1:…}{4:` and the end marks `-` and `-}` are no fields. */
export class SwiftFields {
  private readonly onField: (field: SwiftField) => void;
  private readonly onStray: (line: string, number: number) => void;
  private field: SwiftField | undefined;

  constructor(onField: (field: SwiftField) => void, onStray: (line: string, number: number) => void) {
    this.onField = onField;
    this.onStray = onStray;
  }

  line(written: string, number: number): void {
    // The envelope may stand on the line of the first tag, and its end on a line of its own.
    const line = written.replace(/^\u0001?\s*(?=[:{])(?:\{[1235]:(?:[^{}]|\{[^{}]*\})*\})*\s*(?:\{4:)?/, '').trimEnd();
    if (/^-\}?(?:\{5:.*)?\u0003?$/.test(line) || line === '\u0003') {
      this.end();
      return;
    }
    const tag = TAG.exec(line);
    if (tag !== null) {
      this.end();
      this.field = { tag: tag[1]!, lines: [line.slice(tag[0].length)], line: number };
    } else if (line !== '') {
      if (this.field === undefined) this.onStray(line, number);
      else if (this.field.lines.length < MOST_LINES) this.field.lines.push(line);
    }
  }

  end(): void {
    const { field } = this;
    this.field = undefined;
    if (field !== undefined) this.onField(field);
  }
}
