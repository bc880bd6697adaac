/**
 * XML by pieces, for bank statements of a gigabyte: it makes the trees of `parse-xml.ts`, which the invoices use, in
 * little more than half the time (docs/decisions/0012), and `scan-xml.test.ts` holds the two to each other. Elements are built as small trees; those that repeat are handed over when they close and forgotten.
 * Nothing is ever expanded: a DOCTYPE is refused as such, so there is no entity to nest and no address to call.
 */

import type { Limits } from '../limits.ts';
import { Refused } from '../refused.ts';
import { countFeeds } from './decode-xml.ts';
import { localName, type XmlElement } from './parse-xml.ts';

export interface XmlScanOptions {
  limits: Limits;
  /** Called when an element opens, after its attributes are read; `depth` counts from 1 for the root. */
  onOpen?: (element: XmlElement, depth: number) => void;
  /** Called when an element closes. True says that it has been taken and is not to be kept by its parent. */
  onClose: (element: XmlElement, depth: number) => boolean;
}

const NAME = /^[\p{L}_:][\p{L}\p{N}_:.\-\u00b7]*$/u;
const SPACE = /^[ \t\r\n]*$/;
/** Characters that XML 1.0 does not know, written or as a reference. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const ATTRIBUTE = /\s+([^\s=<>"'/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** Different tags that are remembered: real messages have a few hundred. */
const TAGS_KEPT = 2_000;

interface Tag {
  name: string;
  attributes: Map<string, string>;
  empty: boolean;
  /** What opens and what closes it, as written after `<` and `</`. */
  opening: string;
  closing: string;
  /** The last two tags that opened after it: the rows of a statement are alike, and one of them mostly comes next. */
  next: Tag | undefined;
  other: Tag | undefined;
}

const NO_ATTRIBUTES: Map<string, string> = new Map();
/** Shared by every element without children, and never written to. */
const NO_CHILDREN: XmlElement[] = [];

/** Reads an XML text fed by pieces. Refuses `MalformedXml` with its line, `DoctypeForbidden` and every XML limit. */
export class XmlScanner {
  private readonly options: XmlScanOptions;
  private readonly limits: Limits;
  private readonly open: XmlElement[] = [];
  /** Their tags, to know what closes them. */
  private readonly written: Tag[] = [];
  /** Elements kept before each open one, to forget those below it when it is taken. */
  private readonly before: number[] = [];
  private readonly tags = new Map<string, Tag>();
  /** The tag that opened last, when it is one of those remembered. */
  private latest: Tag | undefined;
  private rest = '';
  /** Lines before the text at hand. */
  private lines = 1;
  private current = '';
  private place = 0;
  /** Nothing in the text at hand is a reference, or looks like the end of a CDATA: its texts are as they are written. */
  private isPlain = false;
  private elements = 0;
  private rooted = false;

  constructor(options: XmlScanOptions) {
    this.options = options;
    this.limits = options.limits;
  }

  feed(text: string): void {
    if (FORBIDDEN.test(text)) this.malformed('forbidden character', text.search(FORBIDDEN), text);
    this.current = this.rest === '' ? text : this.rest + text;
    this.place = 0;
    this.isPlain = !this.current.includes('&') && !this.current.includes(']]>');
    const done = this.scan(this.current);
    this.lines += countFeeds(done === this.current.length ? this.current : this.current.slice(0, done));
    this.rest = done === this.current.length ? '' : this.current.slice(done);
    if (this.rest.length > this.limits.xmlTextLength) this.stop('XmlTextTooLong', this.limits.xmlTextLength);
  }

  end(): void {
    this.current = this.rest;
    this.place = 0;
    if (!SPACE.test(this.rest)) this.malformed('unclosed tag');
    if (this.open.length > 0) this.malformed('unclosed element');
    if (!this.rooted) this.malformed('no element');
  }

  /** Reads all that is whole, and gives the place from which the next piece is needed. */
  private scan(source: string): number {
    let at = 0;
    for (;;) {
      const tag = source.indexOf('<', at);
      if (tag < 0) {
        // White space between elements is no reason to keep anything back.
        if (this.open.length > 0 || !SPACE.test(source.slice(at))) return at;
        return source.length;
      }
      if (tag > at) this.text(source, at, tag);
      this.place = tag;
      const next = source.charCodeAt(tag + 1);
      const end = next === 33 || next === 63 ? this.special(source, tag) : this.tag(source, tag);
      if (end < 0) return tag;
      at = end;
    }
  }

  /** Comment, CDATA, processing instruction or DOCTYPE; -1 when its end has not come yet. */
  private special(source: string, tag: number): number {
    if (source.startsWith('<?', tag)) {
      const end = after(source, '?>', tag + 2);
      if (end >= 0 && !NAME.test(source.slice(tag + 2, end - 2).split(/\s/, 1)[0]!)) this.malformed('instruction');
      return end;
    }
    if (source.startsWith('<!--', tag)) {
      const end = after(source, '-->', tag + 4);
      if (end >= 0 && /--|-$/.test(source.slice(tag + 4, end - 3))) this.malformed('comment');
      return end;
    }
    if (source.startsWith('<![CDATA[', tag)) {
      const end = after(source, ']]>', tag + 9);
      if (end >= 0) this.addText(source.slice(tag + 9, end - 3));
      return end;
    }
    if ('<!DOCTYPE'.startsWith(source.slice(tag, tag + 9)) && source.length - tag < 9) return -1;
    if (source.startsWith('<!DOCTYPE', tag)) throw new Refused('DoctypeForbidden', { line: this.line() });
    if ('<![CDATA['.startsWith(source.slice(tag)) || '<!--'.startsWith(source.slice(tag))) return -1;
    return this.malformed('unknown declaration');
  }

  private tag(source: string, tag: number): number {
    if (source.charCodeAt(tag + 1) === 47) return this.closeTag(source, tag);
    const { latest } = this;
    const guess = latest?.next;
    if (guess !== undefined && source.startsWith(guess.opening, tag + 1)) return this.again(guess, tag);
    const second = latest?.other;
    if (second !== undefined && source.startsWith(second.opening, tag + 1)) return this.again(second, tag);
    let end = source.indexOf('>', tag);
    if (end < 0) return -1;
    let inside = source.slice(tag + 1, end);
    const known = this.tags.get(inside);
    if (known !== undefined) {
      if (latest !== undefined) {
        latest.other = latest.next;
        latest.next = known;
      }
      return this.again(known, tag);
    }
    // A `>` may stand inside the value of an attribute: the tag goes on until its quotes are closed.
    while (hasOpenQuote(inside)) {
      end = source.indexOf('>', end + 1);
      if (end < 0) return -1;
      inside = source.slice(tag + 1, end);
    }
    this.start(this.readTag(inside));
    return end + 1;
  }

  /** A tag that came before in the same words. Gives the place after it. */
  private again(known: Tag, tag: number): number {
    this.latest = known;
    this.start(known);
    return tag + 1 + known.opening.length;
  }

  /** What stands between `<` and `>`. The same tags come again and again, so they are remembered as written. */
  private readTag(inside: string): Tag {
    const empty = inside.endsWith('/');
    const body = empty ? inside.slice(0, -1) : inside;
    const space = body.search(/\s/);
    const qualified = space < 0 ? body : body.slice(0, space);
    if (qualified.length > 200 || !NAME.test(qualified)) this.malformed('name');
    const attributes = space < 0 ? NO_ATTRIBUTES : this.attributes(body.slice(space));
    const tag: Tag = {
      name: shared(localName(qualified)),
      attributes,
      empty,
      opening: `${inside}>`,
      closing: `${qualified}>`,
      next: undefined,
      other: undefined,
    };
    const isKept = this.tags.size < TAGS_KEPT && inside.length < 200;
    if (isKept) this.tags.set(inside, tag);
    this.latest = isKept ? tag : undefined;
    return tag;
  }

  private start(tag: Tag): void {
    if (this.open.length === 0 && this.rooted) this.malformed('second root');
    if (this.open.length >= this.limits.xmlDepth) this.stop('XmlTooDeep', this.limits.xmlDepth);
    this.elements += 1;
    if (this.elements > this.limits.xmlElements) this.stop('XmlTooManyElements', this.limits.xmlElements);
    const element: XmlElement = { name: tag.name, attributes: tag.attributes, children: NO_CHILDREN, text: '' };
    const parent = this.open[this.open.length - 1];
    if (parent !== undefined) {
      if (parent.children === NO_CHILDREN) parent.children = [element];
      else parent.children.push(element);
    }
    this.rooted = true;
    this.open.push(element);
    this.written.push(tag);
    this.before.push(this.elements - 1);
    this.options.onOpen?.(element, this.open.length);
    if (tag.empty) this.finish();
  }

  private attributes(text: string): Map<string, string> {
    const found = new Map<string, string>();
    if (SPACE.test(text)) return NO_ATTRIBUTES;
    ATTRIBUTE.lastIndex = 0;
    for (let at = 0; at < text.length; at = ATTRIBUTE.lastIndex) {
      const one = ATTRIBUTE.exec(text);
      if (one === null) {
        if (SPACE.test(text.slice(at))) break;
        this.malformed('attribute');
      }
      const [, qualified = '', double, single] = one;
      if (!NAME.test(qualified)) this.malformed('attribute');
      if (found.has(qualified)) this.malformed('repeated attribute');
      if (found.size >= this.limits.xmlAttributes) this.stop('XmlTooManyAttributes', this.limits.xmlAttributes);
      found.set(localName(qualified), this.plain(double ?? single ?? ''));
    }
    return found;
  }

  private closeTag(source: string, tag: number): number {
    const closing = this.written[this.written.length - 1]?.closing;
    if (closing !== undefined && source.startsWith(closing, tag + 2)) {
      this.finish();
      return tag + 2 + closing.length;
    }
    const end = source.indexOf('>', tag);
    if (end < 0) return -1;
    const qualified = source.slice(tag + 2, end).trimEnd();
    if (`${qualified}>` !== closing) this.malformed(`unexpected </${qualified.slice(0, 60)}>`);
    this.finish();
    return end + 1;
  }

  private finish(): void {
    const depth = this.open.length;
    const element = this.open.pop()!;
    if (element.text !== '') element.text = trimmed(element.text);
    this.written.pop();
    const before = this.before.pop()!;
    if (!this.options.onClose(element, depth)) return;
    this.elements = before;
    this.open[depth - 2]?.children.pop();
  }

  private text(source: string, from: number, to: number): void {
    const written = source.slice(from, to);
    // Much text is the white space between two tags, and white space before any words is trimmed away in the end.
    if (source.charCodeAt(from) <= 32 && (this.open.at(-1)?.text ?? '') === '' && SPACE.test(written)) return;
    if (!this.isPlain && written.includes(']]>')) this.malformed(']]> in a text');
    this.addText(this.isPlain ? written : this.plain(written));
  }

  private addText(text: string): void {
    const element = this.open.at(-1);
    if (element === undefined) {
      if (!SPACE.test(text)) this.malformed('text outside the root');
      return;
    }
    if (element.text.length + text.length > this.limits.xmlTextLength)
      this.stop('XmlTextTooLong', this.limits.xmlTextLength);
    element.text = element.text === '' ? text : element.text + text;
  }

  /** Text with its references replaced: the five of XML and those by number. Any other one is not declared. */
  private plain(text: string): string {
    if (!text.includes('&')) return text;
    return text.replace(/&([^;&\s]{0,32};)?/g, (_whole, reference: string | undefined) => {
      const name = reference?.slice(0, -1) ?? '';
      const number = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name);
      if (number === null) return Object.hasOwn(NAMED, name) ? NAMED[name]! : this.malformed('undeclared entity');
      const code = number[1] === undefined ? Number(number[2]) : Number.parseInt(number[1], 16);
      const character = code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '\0' : String.fromCodePoint(code);
      return FORBIDDEN.test(character) ? this.malformed('forbidden character') : character;
    });
  }

  private line(): number {
    return this.lines + countFeeds(this.current.slice(0, this.place));
  }

  private malformed(detail: string, place?: number, text?: string): never {
    const line = place === undefined ? this.line() : this.lines + countFeeds(this.rest + (text ?? '').slice(0, place));
    throw new Refused('MalformedXml', { line, detail });
  }

  private stop(
    code: 'XmlTooDeep' | 'XmlTooManyElements' | 'XmlTooManyAttributes' | 'XmlTextTooLong',
    limit: number,
  ): never {
    throw new Refused(code, { limit, line: this.line() });
  }
}

function after(source: string, end: string, from: number): number {
  const found = source.indexOf(end, from);
  return found < 0 ? -1 : found + end.length;
}

function hasOpenQuote(tag: string): boolean {
  let quote = 0;
  for (let at = 0; at < tag.length; at += 1) {
    const code = tag.charCodeAt(at);
    if (quote === 0) {
      if (code === 34 || code === 39) quote = code;
    } else if (code === quote) quote = 0;
  }
  return quote !== 0;
}

/**
 * A name as the one copy that the program's own words are too: two of them are then told apart without looking at their
 * letters, as a statement has done some hundred times for each of its lines.
 */
function shared(name: string): string {
  for (const key in { [name]: 0 }) return key;
  return name;
}

/** Most texts need no trim, and a trim that changes nothing still makes a string. */
function trimmed(text: string): string {
  return text.charCodeAt(0) <= 32 || text.charCodeAt(text.length - 1) <= 32 ? text.trim() : text;
}
