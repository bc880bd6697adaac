import pg from 'pg';

/**
 * How a database value reads in the program, decided once:
 *
 * - `int8` is a `bigint`: amounts are cents, and a count written `count(*)::int` stays a number;
 * - `date` is the string `YYYY-MM-DD`: a day has no hour and no zone, so it must never become a `Date`;
 * - `timestamptz` is the ISO string `YYYY-MM-DDThh:mm:ss.ffffffZ`, with all its microseconds
 *   (`Temporal.Instant.from` reads it);
 * - `numeric` is a decimal string: rates are exact;
 * - `jsonb` is the parsed value, `bytea` a Buffer, `uuid` a string, and arrays are arrays of these.
 *
 * The table belongs to our connections only; the driver's global one is left as it is.
 */
type Parse = (text: string) => unknown;

const { builtins } = pg.types;

/** Our sessions run in UTC, so the text ends in `+00`. */
const instant: Parse = (text) => text.replace(' ', 'T').replace(/\+00$/, 'Z');
const same: Parse = (text) => text;

const scalars = new Map<number, Parse>([
  [builtins.INT8, BigInt],
  [builtins.DATE, same],
  [builtins.NUMERIC, same],
  [builtins.TIMESTAMPTZ, instant],
  [builtins.TIMESTAMP, same],
]);

/** Array types that the driver would read element by element in its own way, with the parser of their elements. */
const arrays = new Map<number, Parse>([
  [1016, BigInt],
  [1182, same],
  [1231, same],
  [1185, instant],
  [1115, same],
]);

/** The driver reads these arrays as texts when asked by their plain text array type. */
const TEXT_ARRAY = 1009;

const driverParser = pg.types.getTypeParser as (oid: number, format: 'text' | 'binary') => Parse;
const textArray = driverParser(TEXT_ARRAY, 'text');

function readElements(value: unknown, parse: Parse): unknown {
  if (Array.isArray(value)) return value.map((element) => readElements(element, parse));
  return typeof value === 'string' ? parse(value) : value;
}

function parserOf(oid: number, format?: 'text' | 'binary'): unknown {
  if (format === 'binary') return driverParser(oid, 'binary');
  const element = arrays.get(oid);
  if (element) return (text: string) => readElements(textArray(text), element);
  return scalars.get(oid) ?? driverParser(oid, 'text');
}

/** Give it to a `Pool` or `Client` as `types`. */
export const columnTypes = { getTypeParser: parserOf } as pg.CustomTypesConfig;
