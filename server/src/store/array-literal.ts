/** What PostgreSQL reads of an element without quotes: numbers, days, UUIDs; never the word NULL, nor nothing. */
const BARE = /^[0-9a-f.-]+$/;
const SPECIAL = /["\\]/;

/**
 * A parameter as the driver is given it. A list of plain values becomes the text of a PostgreSQL array at once: a bulk
 * statement carries hundreds of thousands of them, and the driver quotes and escapes each, UUIDs and numbers included.
 * Any other value, and a list of anything else (bytes, lists), is left to the driver.
 */
export function asParameter(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const elements: string[] = [];
  for (const element of value as unknown[]) {
    const text = elementText(element);
    if (text === null) return value;
    elements.push(text);
  }
  return `{${elements.join(',')}}`;
}

function elementText(element: unknown): string | null {
  switch (typeof element) {
    case 'string':
      if (BARE.test(element)) return element;
      return `"${SPECIAL.test(element) ? element.replace(/["\\]/g, '\\$&') : element}"`;
    case 'number':
    case 'bigint':
    case 'boolean':
      return String(element);
    case 'undefined':
      return 'NULL';
    default:
      return element === null ? 'NULL' : null;
  }
}
