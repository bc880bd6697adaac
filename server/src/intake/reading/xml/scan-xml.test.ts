/**
 * The two parsers of the house against each other: what one takes, the other takes, with the same tree; what one
 * refuses, the other refuses. The pieces in which a text comes never change what it says.
 */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultLimits, type Limits } from '../limits.ts';
import { Refused } from '../refused.ts';
import { parseXml, type XmlElement } from './parse-xml.ts';
import { XmlScanner } from './scan-xml.ts';

const limits: Limits = { ...defaultLimits, xmlDepth: 6, xmlElements: 40, xmlAttributes: 4, xmlTextLength: 200 };

/** The tree as plain values, or the code of the refusal. */
function outcome(read: () => XmlElement | undefined): unknown {
  try {
    return plain(read());
  } catch (error) {
    if (error instanceof Refused) return error.refusal.code;
    throw error;
  }
}

const plain = (element: XmlElement | undefined): unknown =>
  element && [element.name, [...element.attributes], element.text, element.children.map(plain)];

const parsed = (xml: string) => outcome(() => parseXml(Buffer.from(xml), limits));

/** The same text, cut before each of these places. */
function scanned(xml: string, cuts: readonly number[]): unknown {
  return outcome(() => {
    let root: XmlElement | undefined;
    const scanner = new XmlScanner({
      limits,
      onOpen: (element) => {
        root ??= element;
      },
      onClose: () => false,
    });
    const places = [...new Set(cuts.map((cut) => cut % (xml.length + 1)))].sort((a, b) => a - b);
    for (const [n, place] of [...places, xml.length].entries()) scanner.feed(xml.slice(places[n - 1] ?? 0, place));
    scanner.end();
    return root;
  });
}

const name = fc.constantFrom('Ntry', 'a', 'ns:Amt', 'é', 'x-1.2');
const words = fc.constantFrom(
  '',
  ' ',
  'Facture',
  ' 12,50 €',
  'a &amp; b',
  '&#233;&#x20AC;',
  '😀',
  ']] >',
  '"\'',
  '\n\t',
);
const attribute = fc.tuple(fc.constantFrom('Ccy', 'b:id', 'c'), fc.constantFrom('', 'EUR', 'a>b', 'l&apos;x', ' / '));
const written = fc.letrec<{ element: string; inside: string }>((tie) => ({
  inside: fc
    .array(
      fc.oneof(
        words,
        tie('element'),
        fc.constantFrom('<!-- <a> & -->', '<?p >?>', '<![CDATA[<b> & ]]>', '<![CDATA[]]>'),
      ),
      { maxLength: 5 },
    )
    .map((parts) => parts.join('')),
  element: fc
    .tuple(name, fc.uniqueArray(attribute, { maxLength: 3, selector: ([key]) => key }), tie('inside'), fc.boolean())
    .map(([tag, attributes, inside, quotes]) => {
      const mark = quotes ? '"' : "'";
      const said = attributes.map(([key, value]) => ` ${key}=${mark}${value}${mark}`).join('');
      return inside === '' && quotes ? `<${tag}${said}/>` : `<${tag}${said}>${inside}</${tag} >`;
    }),
}));
const cuts = fc.array(fc.nat(2_000), { maxLength: 6 });

describe('the fast parser', () => {
  it('makes the same tree as the general one, however its text is cut', () => {
    fc.assert(
      fc.property(written.element, cuts, (xml, places) => {
        expect(scanned(xml, places)).toEqual(parsed(xml));
      }),
      { numRuns: 500 },
    );
  });

  it('takes no broken text that the general one refuses, and refuses none that it takes', () => {
    const broken = fc.tuple(
      written.element,
      fc.nat(500),
      fc.constantFrom('', '<', '>', '&', '"', '\u0001', '</a>', 'x'),
    );
    fc.assert(
      fc.property(broken, cuts, ([xml, at, put], places) => {
        const place = at % xml.length;
        const hurt = xml.slice(0, place) + put + xml.slice(place + 1);
        fc.pre(hurt.isWellFormed());
        const [fast, general] = [scanned(hurt, places), parsed(hurt)];
        // Which of several faults is met first, and so which is told, is each parser's own.
        expect(typeof fast === 'string' ? 'refused' : fast).toEqual(typeof general === 'string' ? 'refused' : general);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['a DOCTYPE', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'DoctypeForbidden'],
    ['an entity', '<a>&b;</a>', 'MalformedXml'],
    ['too deep', '<a>'.repeat(7), 'XmlTooDeep'],
    ['too many elements', `<a>${'<b/>'.repeat(40)}</a>`, 'XmlTooManyElements'],
    ['too many attributes', '<a b="" c="" d="" e="" f=""/>', 'XmlTooManyAttributes'],
    ['too long', `<a>${'x'.repeat(201)}</a>`, 'XmlTextTooLong'],
  ])('refuses what is %s as the general one does', (_name, xml, code) => {
    expect(parsed(xml)).toBe(code);
    expect(scanned(xml, [])).toBe(code);
    expect(scanned(xml, [1, 4, 9])).toBe(code);
  });
});
