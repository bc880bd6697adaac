import { type Day, parseDay } from '../calendar/index.ts';
import { type Decimal, formatUnits, MAX_DECIMALS, parseDecimal } from '../money/index.ts';
import { missing, quoted, type Refusal, type RefusalCode, refuse } from '../refusal.ts';
import { echoed, shortened } from './echo.ts';

/**
 * Largest amount read, in cents: a hundred billion euros. It keeps every sum of a calculation within exact integers,
 * and a bigger one is surely a mistake of the person or of the file.
 */
const MAX_AMOUNT_CENTS = 10_000_000_000_000;
const EMPTY: readonly never[] = [];
const NOTHING: Readonly<Record<string, unknown>> = Object.freeze({});
/** Longest text read: names and references are shorter. */
const MAX_TEXT = 200;

function listed(names: Iterable<string>): string {
  return [...names].join(', ');
}

/**
 * Reads the fields of a JSON object one by one. The first thing wrong is kept in `refusal` and a harmless value is
 * returned in its place, so that a rule reads its whole input in a straight line and then looks at `refusal` once.
 */
export class FieldReader {
  refusal: Refusal | null = null;
  /** The object itself. Asking it whether a field is absent, by its own name, is much faster than through `has`. */
  source: Readonly<Record<string, unknown>> = NOTHING;
  private readonly known: ReadonlySet<string>;
  private readonly parent: string;
  private index: number;

  /** `parent` is the path of the field that holds this object, empty at the top; `index` its place in a list, or -1. */
  constructor(source: unknown, known: ReadonlySet<string>, parent = '', index = -1) {
    this.known = known;
    this.parent = parent;
    this.index = index;
    this.open(source);
  }

  /** Turns to an object, whose fields must all be known. */
  private open(source: unknown): void {
    if (typeof source !== 'object' || source === null || Array.isArray(source)) {
      this.source = NOTHING;
      this.fail('InvalidValue', this.own(), `doit être un objet JSON (champs\u00a0: ${listed(this.known)})`, source);
      return;
    }
    this.source = source as Record<string, unknown>;
    for (const name in this.source) {
      if (this.known.has(name)) continue;
      const field = this.path(shortened(name));
      const message = `Le champ ${quoted(field)} n’est pas connu. Champs admis\u00a0: ${listed(this.known)}.`;
      this.keep(refuse('UnknownField', message, { field, known: [...this.known] }));
      return;
    }
  }

  private move(source: unknown, index: number): void {
    this.index = index;
    this.open(source);
  }

  /** Name of this object in messages. Built only when a message needs it. */
  private own(): string {
    if (this.parent === '') return 'input';
    return this.index < 0 ? this.parent : `${this.parent}[${this.index}]`;
  }

  /** Name of a field in messages: `receipts[0].on`. */
  private path(name: string): string {
    return this.parent === '' ? name : `${this.own()}.${name}`;
  }

  private keep(refusal: Refusal): void {
    this.refusal ??= refusal;
  }

  private fail(code: RefusalCode, field: string, what: string, value: unknown): void {
    this.keep(refuse(code, `Le champ ${quoted(field)} ${what}.`, { field, value: echoed(value) }));
  }

  /** Takes over the refusal of a reader of a nested object. */
  private include(inner: FieldReader): void {
    if (inner.refusal !== null) this.keep(inner.refusal);
  }

  /** Refuses the object for a reason of the rule's own. */
  reject(code: RefusalCode, message: string, facts: Record<string, unknown>): void {
    this.keep(refuse(code, message, facts));
  }

  /** Refuses the object for a field that is absent, which `why` (French, ends the sentence) makes necessary. */
  rejectMissing(name: string, why: string): void {
    this.keep(missing(this.path(name), why));
  }

  has(name: string): boolean {
    const value = this.source[name];
    return value !== undefined && value !== null;
  }

  /** The raw value, or undefined with a `MissingField` refusal. */
  private required(name: string): unknown {
    const value = this.source[name];
    if (value !== undefined && value !== null) return value;
    this.rejectMissing(name, 'il est nécessaire au calcul');
    return undefined;
  }

  /** A date that must be there. */
  day(name: string): Day {
    const value = this.required(name);
    if (value === undefined) return 0 as Day;
    const parsed = typeof value === 'string' ? parseDay(value) : null;
    if (parsed !== null) return parsed;
    this.fail('InvalidDate', this.path(name), 'n’est pas une date du calendrier au format AAAA-MM-JJ', value);
    return 0 as Day;
  }

  optionalDay(name: string): Day | null {
    return this.has(name) ? this.day(name) : null;
  }

  /** A whole number of cents, zero or more. */
  cents(name: string): number {
    const value = this.required(name);
    if (value === undefined) return 0;
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_AMOUNT_CENTS) return value;
    const most = `doit être un nombre entier de centimes, entre 0 et ${MAX_AMOUNT_CENTS}`;
    this.fail('InvalidAmount', this.path(name), most, value);
    return 0;
  }

  /** One of a list of words; `fallback` when absent, or a refusal when there is none. */
  choice<C extends string>(name: string, allowed: readonly C[], fallback?: C): C {
    if (fallback !== undefined && !this.has(name)) return fallback;
    const value = this.required(name);
    if (allowed.includes(value as C)) return value as C;
    if (value !== undefined) {
      this.fail('InvalidChoice', this.path(name), `doit être l’une des valeurs ${listed(allowed)}`, value);
    }
    return allowed[0]!;
  }

  /** One of a list of words, or null when the field is absent. */
  optionalChoice<C extends string>(name: string, allowed: readonly C[]): C | null {
    return this.has(name) ? this.choice(name, allowed) : null;
  }

  /** A list of words among those allowed, each once, in the order given; an absent list is empty. */
  choices<C extends string>(name: string, allowed: readonly C[]): readonly C[] {
    if (!this.has(name)) return [];
    const value = this.source[name];
    if (!Array.isArray(value)) {
      this.fail('InvalidValue', this.path(name), 'doit être une liste', value);
      return [];
    }
    for (const [i, item] of value.entries()) {
      if (!allowed.includes(item)) {
        const words = `doit être l’une des valeurs ${listed(allowed)}`;
        this.fail('InvalidChoice', `${this.path(name)}[${i}]`, words, item);
      }
    }
    return [...new Set(value as C[])];
  }

  /** A text that is not empty: a name, an identifier, a postcode. */
  text(name: string): string {
    const value = this.required(name);
    if (typeof value === 'string' && value.trim() !== '' && value.length <= MAX_TEXT) return value.trim();
    if (value !== undefined) {
      this.fail('InvalidValue', this.path(name), `doit être un texte de 1 à ${MAX_TEXT} caractères`, value);
    }
    return '';
  }

  optionalText(name: string): string | null {
    return this.has(name) ? this.text(name) : null;
  }

  /** A list of texts that are not empty, in the order given; an absent list is empty. */
  texts(name: string): readonly string[] {
    if (!this.has(name)) return [];
    const value = this.source[name];
    if (Array.isArray(value) && value.every((item) => typeof item === 'string' && item.trim() !== '')) return value;
    this.fail('InvalidValue', this.path(name), 'doit être une liste de textes', value);
    return [];
  }

  /** A whole number within bounds, both included. */
  whole(name: string, least: number, most: number): number {
    const value = this.required(name);
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
    if (value !== undefined) {
      this.fail('InvalidValue', this.path(name), `doit être un nombre entier entre ${least} et ${most}`, value);
    }
    return least;
  }

  optionalWhole(name: string, least: number, most: number): number | null {
    return this.has(name) ? this.whole(name, least, most) : null;
  }

  optionalCents(name: string): number | null {
    return this.has(name) ? this.cents(name) : null;
  }

  flag(name: string): boolean {
    if (!this.has(name)) return false;
    const value = this.source[name];
    if (typeof value !== 'boolean') this.fail('InvalidValue', this.path(name), 'doit être true ou false', value);
    return value === true;
  }

  /** A rate or multiple as a decimal string: `"12.40"`. */
  decimal(name: string): Decimal {
    const value = this.required(name);
    if (value === undefined) return { units: 0, decimals: 0 };
    const parsed = typeof value === 'string' ? parseDecimal(value) : null;
    if (parsed !== null) return parsed;
    const shape = `doit être un nombre décimal donné en texte, comme ${quoted('12.40')}, avec ${MAX_DECIMALS}\u00a0décimales au plus`;
    this.fail('InvalidRate', this.path(name), shape, value);
    return { units: 0, decimals: 0 };
  }

  /** A rate or multiple in its shortest writing: `"12.4"` for `"12.40"`. */
  decimalText(name: string): string {
    const { units, decimals } = this.decimal(name);
    return formatUnits(units, decimals, 0);
  }

  /** Reads each object of a list, in order; an absent list is empty. One reader goes from object to object. */
  list<T>(name: string, known: ReadonlySet<string>, read: (item: FieldReader) => T): readonly T[] {
    const value = this.source[name];
    if (value === undefined || value === null) return EMPTY;
    if (!Array.isArray(value)) {
      this.fail('InvalidValue', this.path(name), 'doit être une liste', value);
      return EMPTY;
    }
    if (value.length === 0) return EMPTY;
    const item = new FieldReader(value[0], known, this.path(name), 0);
    const results: T[] = new Array(value.length);
    for (let i = 0; i < value.length; i++) {
      if (i > 0) item.move(value[i], i);
      results[i] = read(item);
    }
    this.include(item);
    return results;
  }

  /** Reads a nested object, or null when it is absent. */
  object<T>(name: string, known: ReadonlySet<string>, read: (item: FieldReader) => T): T | null {
    if (!this.has(name)) return null;
    const item = new FieldReader(this.source[name], known, this.path(name));
    const result = read(item);
    this.include(item);
    return result;
  }
}
