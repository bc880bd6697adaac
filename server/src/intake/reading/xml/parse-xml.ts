/**
 * XML to a small tree, with limits. The parser never expands anything: a DOCTYPE is refused as such, so there is no
 * entity to nest, no external file to open and no address to call.
 */

import { SaxesParser } from 'saxes';
import type { Limits } from '../limits.ts';
import { Refused } from '../refused.ts';
import { xmlText } from './decode-xml.ts';

export interface XmlElement {
  /** Local name, without prefix. */
  name: string;
  attributes: Map<string, string>;
  children: XmlElement[];
  /** Its own text, trimmed. */
  text: string;
}

export interface XmlReading {
  /** Other names of the same element in older versions of a syntax. */
  aliases?: ReadonlyMap<string, string>;
  /** Elements handed to `onFolded` when they close, and then forgotten: invoice lines, of which there may be many. */
  folded?: ReadonlySet<string>;
  onFolded?: (element: XmlElement) => void;
}

/** Elements whose text is a file in base64: it is skipped, since the readers never look inside. */
const BINARY = new Set(['EmbeddedDocumentBinaryObject', 'AttachmentBinaryObject']);

/** Folded elements stand near the root; the same name deeper in the tree is an ordinary element. */
const FOLDED_DEPTH = 3;

/**
 * The root element. Refuses `MalformedXml` with its line, `DoctypeForbidden`, encodings that lie, and every XML limit.
 */
export function parseXml(bytes: Uint8Array, limits: Limits, reading: XmlReading = {}): XmlElement {
  const builder = new TreeBuilder(limits, reading);
  for (const piece of xmlText(bytes)) builder.write(piece);
  return builder.end();
}

class TreeBuilder {
  private readonly parser = new SaxesParser({ xmlns: false, position: true });
  private readonly open: XmlElement[] = [];
  private root: XmlElement | undefined;
  private elements = 0;
  private attributes = 0;
  private readonly limits: Limits;
  private readonly reading: XmlReading;

  constructor(limits: Limits, reading: XmlReading) {
    this.limits = limits;
    this.reading = reading;
    // Seven handlers and not one more: with an eighth, V8 keeps the parser's fields in a dictionary, and the same text
    // takes four times as long.
    this.parser.on('error', (error) => {
      throw new Refused('MalformedXml', {
        line: this.parser.line,
        detail: error.message.replace(/^[^ ]*\d+:\d+: /, ''),
      });
    });
    this.parser.on('doctype', () => {
      throw new Refused('DoctypeForbidden', { line: this.parser.line });
    });
    this.parser.on('opentagstart', (tag) => this.openTag(tag.name));
    this.parser.on('attribute', ({ name, value }) => this.attribute(name, value));
    this.parser.on('text', (text) => this.text(text));
    this.parser.on('cdata', (text) => this.text(text));
    this.parser.on('closetag', () => this.closeTag());
  }

  write(piece: string): void {
    this.parser.write(piece);
  }

  end(): XmlElement {
    this.parser.close();
    if (this.root === undefined) throw new Refused('MalformedXml', { line: this.parser.line, detail: 'no element' });
    return this.root;
  }

  private openTag(qualified: string): void {
    this.attributes = 0;
    this.elements += 1;
    if (this.open.length >= this.limits.xmlDepth) this.stop('XmlTooDeep', this.limits.xmlDepth);
    if (this.elements > this.limits.xmlElements) this.stop('XmlTooManyElements', this.limits.xmlElements);
    const local = localName(qualified);
    const name = this.reading.aliases?.get(local) ?? local;
    const element: XmlElement = { name, attributes: new Map(), children: [], text: '' };
    this.open.at(-1)?.children.push(element);
    this.root ??= element;
    this.open.push(element);
  }

  private attribute(qualified: string, value: string): void {
    this.attributes += 1;
    if (this.attributes > this.limits.xmlAttributes) this.stop('XmlTooManyAttributes', this.limits.xmlAttributes);
    if (!qualified.startsWith('xmlns')) this.open.at(-1)?.attributes.set(localName(qualified), value);
  }

  private text(text: string): void {
    const element = this.open.at(-1);
    if (element === undefined || BINARY.has(element.name)) return;
    if (element.text.length + text.length > this.limits.xmlTextLength)
      this.stop('XmlTextTooLong', this.limits.xmlTextLength);
    element.text += text;
  }

  private closeTag(): void {
    const element = this.open.pop();
    if (element === undefined) return;
    element.text = element.text.trim();
    if (this.open.length >= FOLDED_DEPTH || !this.reading.folded?.has(element.name)) return;
    this.open.at(-1)?.children.pop();
    this.elements -= countElements(element);
    this.reading.onFolded?.(element);
  }

  private stop(
    code: 'XmlTooDeep' | 'XmlTooManyElements' | 'XmlTooManyAttributes' | 'XmlTextTooLong',
    limit: number,
  ): never {
    throw new Refused(code, { limit, line: this.parser.line });
  }
}

/** The name without its namespace prefix. */
export function localName(qualified: string): string {
  return qualified.slice(qualified.indexOf(':') + 1);
}

function countElements(element: XmlElement): number {
  return element.children.reduce((total, child) => total + countElements(child), 1);
}
