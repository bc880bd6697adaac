import { hash } from 'node:crypto';

/**
 * The exact bytes that the journal's hashes are taken over. They are chosen so that a verifier needs `sha256sum` and
 * patience, nothing of ours:
 *
 * - an entry's hash is the SHA-256 of eight lines joined by a line feed: previous hash, sequence, instant, actor,
 *   action, kind of object, object, commitment. Hashes are in lower-case hexadecimal; the instant is written by
 *   PostgreSQL in ISO style and UTC (`2026-11-21 08:00:00.123+00`). No field holds a line feed, so two different
 *   entries never make the same eight lines;
 * - the hash before the first entry is the SHA-256 of `acquit journal <tenant>`;
 * - a commitment is the SHA-256 of two lines: the entry's salt in hexadecimal, and the payload's text;
 * - the payload's text is `jsonb` as PostgreSQL writes it: `", "` and `": "` between, keys by length in UTF-8 and
 *   then by bytes. Numbers are integers; anything with decimals is a string.
 */
export interface ChainedEntry {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly commitment: string;
  readonly previous: string;
}

/** The hash that stands before a tenant's first entry, so that one tenant's chain cannot be passed off as another's. */
export function genesisOf(tenantId: string): string {
  return hash('sha256', `acquit journal ${tenantId}`, 'hex');
}

/** The eight lines of an entry. */
export function linesOf(entry: ChainedEntry): string {
  const { previous, seq, at, actor, action, objectKind, objectId, commitment } = entry;
  return `${previous}\n${seq}\n${at}\n${actor}\n${action}\n${objectKind}\n${objectId}\n${commitment}`;
}

/** The hash of an entry's eight lines, which the next entry carries as its previous. */
export function entryHash(lines: string): string {
  return hash('sha256', lines, 'hex');
}

/**
 * The commitment to a payload: a hash keyed by the entry's salt. The salt is 256 random bits, so nothing can be
 * guessed back once it is erased; and no text can be lengthened unseen, because JSON says itself where it ends. The
 * longer HMAC would guard against nothing more here and doubles the time of a verification.
 */
export function commitmentOf(salt: string, text: string): string {
  return hash('sha256', `${salt}\n${text}`, 'hex');
}

/**
 * A payload's text. Cents given as `bigint` become JSON integers; values with `toJSON` (Temporal) what they give;
 * members whose value is undefined are left out. A number that is not a safe integer is a bug, hence an assertion.
 */
export function canonicalJson(value: unknown): string {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'string':
      return JSON.stringify(storable(value));
    case 'boolean':
      return String(value);
    case 'number':
    case 'bigint':
      if (!Number.isSafeInteger(Number(value))) throw new Error('A journal payload holds safe integers only.');
      return String(value);
    case 'object':
      return canonicalObject(value);
    default:
      throw new Error(`A journal payload cannot hold a ${typeof value}.`);
  }
}

function canonicalObject(value: object): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(', ')}]`;
  if ('toJSON' in value && typeof value.toJSON === 'function') return canonicalJson(value.toJSON());
  // Keys that become the same text once storable would be two members for us and one for the database.
  const members = new Map<string, unknown>();
  for (const [key, member] of Object.entries(value)) {
    if (member !== undefined) members.set(storable(key), member);
  }
  const keys = [...members.keys()].sort(byLengthThenBytes);
  return `{${keys.map((key) => `${JSON.stringify(key)}: ${canonicalJson(members.get(key))}`).join(', ')}}`;
}

function byLengthThenBytes(a: string, b: string): number {
  return Buffer.byteLength(a) - Buffer.byteLength(b) || Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** A text as PostgreSQL can hold it: NUL and halves of a surrogate pair become U+FFFD. */
export function storable(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  return whole.includes('\0') ? whole.replaceAll('\0', '\uFFFD') : whole;
}

/** A text for one of an entry's lines. */
export function storableLine(text: string): string {
  return storable(text).replaceAll('\n', ' ');
}
