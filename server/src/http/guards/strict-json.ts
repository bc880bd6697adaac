/** What makes a JSON text unacceptable, or null. `JSON.parse` itself decides about syntax afterwards. */
export type JsonProblem = 'too-deep' | 'duplicate-key' | 'forbidden-key' | null;

/** No body of this API nests more than five levels; 32 leaves room and stops a stack overflow well before it. */
const DEEPEST = 32;

/** Names that would reach an object's prototype if any later code merged the body into another object. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Walks over a JSON text once, without building anything, and names what `JSON.parse` would swallow in silence:
 * a key given twice (two readers would then see two different requests), a key that reaches a prototype, a depth
 * that serves only to hurt. Keys are compared after decoding, so that an escaped `\u005f_proto__` is seen too.
 */
export function problemOfJson(text: string): JsonProblem {
  const open: (Set<string> | null)[] = [];
  let expectsKey = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === QUOTE) {
      const end = endOfString(text, at);
      const keys = open.at(-1);
      if (expectsKey && keys) {
        const key = decoded(text.slice(at, end + 1));
        if (FORBIDDEN.has(key)) return 'forbidden-key';
        if (keys.has(key)) return 'duplicate-key';
        keys.add(key);
        expectsKey = false;
      }
      at = end;
    } else if (sign === OPEN_OBJECT || sign === OPEN_ARRAY) {
      open.push(sign === OPEN_OBJECT ? new Set() : null);
      if (open.length > DEEPEST) return 'too-deep';
      expectsKey = sign === OPEN_OBJECT;
    } else if (sign === CLOSE_OBJECT || sign === CLOSE_ARRAY) {
      open.pop();
      expectsKey = false;
    } else if (sign === COMMA) {
      expectsKey = open.at(-1) instanceof Set;
    }
  }
  return null;
}

const [QUOTE, OPEN_OBJECT, CLOSE_OBJECT, OPEN_ARRAY, CLOSE_ARRAY, COMMA, BACKSLASH] = [34, 123, 125, 91, 93, 44, 92];

/** Index of the quote that ends the string begun at `start`, or the text's end when it never ends. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === BACKSLASH) at += 1;
    else if (sign === QUOTE) return at;
  }
  return text.length;
}

function decoded(literal: string): string {
  try {
    return String(JSON.parse(literal));
  } catch {
    // Not a JSON string: the parser will refuse the whole text right after.
    return literal;
  }
}
