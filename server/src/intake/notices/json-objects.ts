import { fr } from '@acquit/recovery';

/** Longest record and deepest nesting taken; the largest real ones have some tens of thousands of signs. */
const LONGEST = 2_000_000;
const DEEPEST = 40;

/** A file of notices that is not read, on its way out; the door turns it into a value. */
export class NoticesRefused extends Error {
  readonly refusal: { code: string; message: string; facts: Record<string, unknown> };

  constructor(code: string, message: string, facts: Record<string, unknown> = {}) {
    super(code);
    this.refusal = { code, message, facts };
  }
}

const BEFORE = new Set([' ', '\n', '\r', '\t', ',', '[', ']', '\ufeff']);

/**
 * Cuts a text of JSON into its records, by pieces and without holding more than one: a list of objects, one object per
 * line, or the answer of the source, whose records stand in `results`. Refuses what is no JSON of records.
 */
export class JsonObjects {
  private readonly onObject: (value: unknown) => void;
  private text = '';
  private at = 0;
  private depth = 0;
  private start = -1;
  private inString = false;
  private escaped = false;
  /** Depth at which records begin: 0, or 1 inside the answer of the source. */
  private base = 0;

  constructor(onObject: (value: unknown) => void) {
    this.onObject = onObject;
  }

  feed(piece: string): void {
    this.text += piece;
    this.wrapped();
    for (; this.at < this.text.length; this.at += 1) this.sign(this.text[this.at]!);
    const keep = this.start < 0 ? this.at : this.start;
    this.text = this.text.slice(keep);
    this.at -= keep;
    if (this.start >= 0) this.start = 0;
    if (this.text.length > LONGEST)
      throw new NoticesRefused('NoticeTooLong', fr`Une annonce de ce fichier est bien trop longue : il est abîmé.`);
  }

  end(): void {
    if (this.depth > this.base || this.inString)
      throw new NoticesRefused('NoticesCut', fr`Ce fichier JSON est coupé avant sa fin : téléchargez-le à nouveau.`);
  }

  /** The answer of the source is one object; its beginning is jumped over so that its records are met one by one. */
  private wrapped(): void {
    if (this.base > 0 || this.at > 0 || this.depth > 0) return;
    const head = /^\s*\{\s*"total_count"\s*:\s*\d+\s*,\s*"results"\s*:\s*\[/.exec(this.text);
    if (head === null) return;
    this.base = 1;
    this.depth = 1;
    this.at = head[0].length;
  }

  private sign(sign: string): void {
    if (this.inString) {
      if (this.escaped) this.escaped = false;
      else if (sign === '\\') this.escaped = true;
      else if (sign === '"') this.inString = false;
      return;
    }
    if (sign === '"' && this.depth > this.base) this.inString = true;
    else if (sign === '{' || (sign === '[' && this.depth > this.base)) this.down(sign);
    else if (sign === '}' || (sign === ']' && this.depth > this.base)) this.up();
    else if (this.depth === this.base && !BEFORE.has(sign))
      throw new NoticesRefused('NotNotices', fr`Ce fichier n’est pas un export des annonces du BODACC (JSON ou CSV).`);
  }

  private down(sign: string): void {
    if (sign === '{' && this.depth === this.base) this.start = this.at;
    this.depth += 1;
    if (this.depth > DEEPEST)
      throw new NoticesRefused(
        'NoticesTooDeep',
        fr`Ce fichier imbrique bien trop de niveaux : il n’est pas un export du BODACC.`,
      );
  }

  private up(): void {
    this.depth -= 1;
    if (this.depth < this.base) this.base = this.depth;
    else if (this.depth === this.base && this.start >= 0) {
      const text = this.text.slice(this.start, this.at + 1);
      this.start = -1;
      this.onObject(parsed(text));
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new NoticesRefused('NotNotices', fr`Ce fichier JSON est abîmé : téléchargez-le à nouveau.`, {
      near: text.slice(0, 60),
    });
  }
}
