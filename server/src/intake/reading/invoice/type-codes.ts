import type { InvoiceKind } from '../result.ts';

/**
 * UNTDID 1001 codes an invoice may carry (EN 16931 BT-3, with the codes the French extension adds), by what they mean
 * for a recovery. A self-billed invoice (389) is written by the buyer for the seller: the seller is still the creditor.
 */
const codes: Record<InvoiceKind, readonly string[]> = {
  invoice: [
    '71',
    '80',
    '82',
    '84',
    '102',
    '130',
    '202',
    '203',
    '204',
    '211',
    '218',
    '219',
    '295',
    '325',
    '326',
    '331',
    '380',
    '382',
    '383',
    '385',
    '387',
    '388',
    '389',
    '390',
    '395',
    '527',
    '553',
    '575',
    '623',
    '633',
    '751',
    '780',
    '817',
    '870',
    '875',
    '876',
    '877',
    '935',
  ],
  'credit-note': ['81', '83', '261', '262', '296', '308', '381', '396', '420', '458', '502', '503', '532'],
  deposit: ['386', '500'],
  corrective: ['384', '471', '472', '473'],
  factored: ['393', '501'],
};

const kinds = new Map<string, InvoiceKind>(
  Object.entries(codes).flatMap(([kind, list]) => list.map((code) => [code, kind as InvoiceKind] as const)),
);

/** What a type code means; undefined for a code that is not in the list. */
export function kindOf(typeCode: string): InvoiceKind | undefined {
  return kinds.get(typeCode);
}
