import decodeQR from 'qr/decode.js';
import { describe, expect, test } from 'vitest';
import { epcPayload, type PaymentOrder } from './epc.ts';
import { paymentQrSvg, qrRaster } from './qr.ts';

const order: PaymentOrder = {
  beneficiary: 'Atelier Lumière SARL',
  iban: 'FR76 3000 6000 0112 3456 7890 189',
  bic: 'AGRIFRPP',
  reference: 'D-0042 — été',
  amountCents: 123_456,
};

function refusedField(change: Partial<PaymentOrder>): string | null {
  const result = epcPayload({ ...order, ...change });
  return 'refusal' in result ? result.refusal.facts.field : null;
}

/** The raster as a camera would see it: RGBA, four pixels to a module. */
function asPicture(raster: { size: number; luma: Uint8Array }) {
  const side = raster.size * 4;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      data.fill(raster.luma[(y >> 2) * raster.size + (x >> 2)]!, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  }
  return { width: side, height: side, data };
}

describe('the SEPA credit transfer code', () => {
  test('is the eleven elements of EPC069-12 version 002', () => {
    expect(epcPayload(order)).toEqual({
      payload:
        'BCD\n002\n1\nSCT\nAGRIFRPP\nAtelier Lumière SARL\nFR7630006000011234567890189\nEUR1234.56\n\n\nD-0042 — été',
    });
  });

  test('ends with the last element used, and goes without a BIC', () => {
    expect(epcPayload({ ...order, bic: null, reference: '', amountCents: 5 })).toEqual({
      payload: 'BCD\n002\n1\nSCT\n\nAtelier Lumière SARL\nFR7630006000011234567890189\nEUR0.05',
    });
  });

  test('refuses what the guideline does not carry, at the limit exactly', () => {
    expect(refusedField({ beneficiary: 'é'.repeat(70) })).toBeNull();
    expect(refusedField({ beneficiary: 'é'.repeat(71) })).toBe('beneficiary');
    expect(refusedField({ beneficiary: '  ' })).toBe('beneficiary');
    expect(refusedField({ reference: 'r'.repeat(140) })).toBeNull();
    expect(refusedField({ reference: 'r'.repeat(141) })).toBe('reference');
    expect(refusedField({ amountCents: 0 })).toBe('amount');
    expect(refusedField({ amountCents: 1 })).toBeNull();
    expect(refusedField({ amountCents: 99_999_999_999 })).toBeNull();
    expect(refusedField({ amountCents: 100_000_000_000 })).toBe('amount');
    expect(refusedField({ amountCents: 1.5 })).toBe('amount');
    expect(refusedField({ iban: 'FR7630006000011234567890188' })).toBe('iban');
    expect(refusedField({ bic: 'AGRI' })).toBe('bic');
    expect(refusedField({ beneficiary: '€'.repeat(70), reference: '€'.repeat(140) })).toBe('size');
  });

  test('keeps a line feed in a name from becoming another element', () => {
    const result = epcPayload({ ...order, beneficiary: 'Atelier\nDE00 0000' });
    expect('payload' in result && result.payload.split('\n')[5]).toBe('Atelier DE00 0000');
  });

  test('is read back as it was written', () => {
    const result = epcPayload(order);
    if ('refusal' in result) throw new Error(result.refusal.message);
    expect(decodeQR(asPicture(qrRaster(result.payload)))).toBe(result.payload);
  });

  test('has the same black modules in SVG', () => {
    const result = epcPayload(order);
    const drawn = paymentQrSvg(order);
    if ('refusal' in result || 'refusal' in drawn) throw new Error('refused');
    const raster = qrRaster(result.payload);
    const luma = new Uint8Array(raster.luma.length).fill(255);
    for (const [, x, y, width] of drawn.svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
      const start = Number(y) * raster.size + Number(x);
      luma.fill(0, start, start + Number(width));
    }
    expect(luma).toEqual(raster.luma);
    expect('refusal' in paymentQrSvg({ ...order, iban: 'FR00' })).toBe(true);
  });
});
