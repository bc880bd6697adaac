import { SaxesParser } from 'saxes';
import { xmlText } from './decode-xml.ts';
import { localName } from './parse-xml.ts';

export interface XmlRoot {
  /** Local name of the root element. */
  name: string;
  /** Namespace of the root element; empty when it has none. */
  namespace: string;
  /** Local name of its first child, for files that give up their namespace. */
  firstChild?: string;
}

/** What a deep nesting or endless prologue may cost before we stop looking for a root: no real file comes close. */
const PROLOGUE_LIMIT = 1_000_000;

/**
 * Looks at the first two tags of an XML file to know what it is, whatever its size. Gives undefined when the file
 * ends, breaks or goes on for too long before its root; the full reading then says why.
 */
export function sniffRoot(bytes: Uint8Array): XmlRoot | undefined {
  const parser = new SaxesParser({ xmlns: false });
  let root: XmlRoot | undefined;
  let done = false;
  parser.on('error', () => {
    done = true;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (done) return;
    if (root === undefined) {
      const prefix = name.includes(':') ? `xmlns:${name.slice(0, name.indexOf(':'))}` : 'xmlns';
      const namespace = attributes[prefix];
      root = { name: localName(name), namespace: typeof namespace === 'string' ? namespace : '' };
    } else {
      root.firstChild = localName(name);
      done = true;
    }
  });
  try {
    for (const piece of xmlText(bytes.subarray(0, PROLOGUE_LIMIT))) {
      parser.write(piece);
      if (done) break;
    }
  } catch {
    // The full reading meets the same problem and names it.
  }
  return root;
}
