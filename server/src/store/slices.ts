/** Rows written by one statement: what goes to the database is held several times over on its way. */
export const SLICE_ROWS = 5_000;
/** The first ones are few: until they are prepared the database has nothing to do. */
const FIRST_SHARE = 10;

/** Writes rows some at a time, in their order. The next ones are prepared for the database while it writes these. */
export async function bySlices<T, Prepared>(
  rows: readonly T[],
  prepare: (slice: readonly T[]) => Prepared,
  write: (prepared: Prepared) => Promise<unknown>,
  size = SLICE_ROWS,
): Promise<void> {
  let writing: Promise<unknown> = Promise.resolve();
  let until = 0;
  for (let at = 0; at < rows.length; at = until) {
    until = at === 0 && rows.length > size ? Math.ceil(size / FIRST_SHARE) : at + size;
    // A failure of what is being written is heard below, once the next rows are ready.
    writing.catch(() => undefined);
    const prepared = prepare(rows.slice(at, until));
    await writing;
    writing = write(prepared);
  }
  await writing;
}
