/** Rows written by one statement: what goes to the database is held several times over on its way. */
const ROWS = 5_000;

/** Writes rows some at a time, in their order. */
export async function bySlices<T>(
  rows: readonly T[],
  write: (slice: readonly T[]) => Promise<unknown>,
  size = ROWS,
): Promise<void> {
  for (let at = 0; at < rows.length; at += size) await write(rows.slice(at, at + size));
}
