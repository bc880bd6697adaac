/** Rows of a list per page. */
export const PAGE_SIZE = 50;

/**
 * A cursor is the sort key of the last row seen, not a count of rows to skip: a page costs the same at any depth, and
 * rows added meanwhile neither repeat nor hide others. It is opaque to clients and worth nothing but its place.
 */
export function writeCursor(key: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The key of a cursor when it has the expected shape ('s' text, 'n' number, '?' either or null); null otherwise. */
export function readCursor(cursor: string | undefined, shape: string): (string | number | null)[] | null {
  if (cursor === undefined) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(key) || key.length !== shape.length) return null;
    const fits = key.every((part, n) =>
      shape[n] === 'n' ? Number.isSafeInteger(part) : typeof part === 'string' || (shape[n] === '?' && part === null),
    );
    return fits ? key : null;
  } catch {
    return null;
  }
}

/** A page out of one row more than it shows: the extra row only says that there is a next page. */
export function pageOf<R, V>(
  rows: readonly R[],
  view: (row: R) => V,
  key: (row: R) => readonly (string | number | null)[],
): { items: V[]; nextCursor: string | null } {
  const shown = rows.slice(0, PAGE_SIZE);
  const last = shown.at(-1);
  return {
    items: shown.map(view),
    nextCursor: rows.length > PAGE_SIZE && last !== undefined ? writeCursor(key(last)) : null,
  };
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** What came from a client inside a cursor is checked before it reaches a typed parameter. */
export const isDayText = (part: unknown): part is string =>
  typeof part === 'string' && DAY.test(part) && !Number.isNaN(Date.parse(part));
export const isUuidText = (part: unknown): part is string => typeof part === 'string' && UUID.test(part);
export const isInstantText = (part: unknown): part is string =>
  typeof part === 'string' && INSTANT.test(part) && !Number.isNaN(Date.parse(part));
