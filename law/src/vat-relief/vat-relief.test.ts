/** Laws of every bad debt, tried on random ones. The seed is printed; `LAW_SEED` runs it again. */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { disagreements } from '../explain/index.ts';
import { LOSS_EVENTS, VAT_POINTS, type VatReliefInput, vatRelief } from './index.ts';

const PATIENCE = 120_000;
const SEED = Number(process.env.LAW_SEED ?? Date.now() % 1_000_000_000);

beforeAll(() => {
  console.info(`bad debts, seed ${SEED} (LAW_SEED=${SEED} runs it again)`);
});

const anyInvoice = fc
  .record({
    netCents: fc.integer({ min: 1, max: 10_000_000_000 }),
    taxBasisPoints: fc.constantFrom(0, 210, 550, 1000, 2000),
    unpaidShare: fc.integer({ min: 1, max: 1000 }),
    lostShare: fc.integer({ min: 0, max: 1000 }),
  })
  .map(({ netCents, taxBasisPoints, unpaidShare, lostShare }) => {
    const vatCents = Math.round((netCents * taxBasisPoints) / 10_000);
    const unpaidCents = Math.max(1, Math.floor(((netCents + vatCents) * unpaidShare) / 1000));
    const receivedCents = netCents + vatCents - unpaidCents;
    return { netCents, vatCents, receivedCents, writtenOffCents: Math.floor((unpaidCents * lostShare) / 1000) };
  });

const anyCase = fc
  .record({
    invoices: fc.array(anyInvoice, { minLength: 1, maxLength: 4 }),
    kind: fc.constantFrom(...LOSS_EVENTS),
    vatPoint: fc.constantFrom(...VAT_POINTS),
    hasDuplicate: fc.boolean(),
    percent: fc.integer({ min: 0, max: 100 }),
  })
  .map(
    ({ invoices, kind, vatPoint, hasDuplicate, percent }): VatReliefInput => ({
      on: '2026-11-21',
      vatPoint,
      event: { kind, on: '2026-10-05' },
      ...(hasDuplicate ? { duplicateSentOn: '2026-11-01' } : {}),
      allowancePercent: String(percent),
      invoices: invoices.map(({ writtenOffCents, ...invoice }, i) => ({
        number: `F-${i}`,
        issuedOn: '2026-03-01',
        ...invoice,
        ...(kind === 'plan' ? { writtenOffCents } : {}),
      })),
    }),
  );

function answer(input: VatReliefInput) {
  const outcome = vatRelief(input);
  if (outcome.refusal !== undefined) throw new Error(outcome.refusal.message);
  return outcome;
}

function check(numRuns: number, law: (input: VatReliefInput) => void): void {
  fc.assert(fc.property(anyCase, law), { numRuns, seed: SEED });
}

test(
  'every entry is balanced to the cent, and no amount is below zero',
  () => {
    check(10_000, (input) => {
      for (const { lines } of answer(input).value.entries) {
        const debits = lines.reduce((sum, line) => sum + line.debitCents, 0);
        const credits = lines.reduce((sum, line) => sum + line.creditCents, 0);
        expect(debits).toBe(credits);
        expect(lines.every(({ debitCents, creditCents }) => debitCents >= 0 && creditCents >= 0)).toBe(true);
      }
    });
  },
  PATIENCE,
);

test(
  'price and tax make the loss, line by line and in all, within half a cent of the exact split',
  () => {
    check(10_000, (input) => {
      const { value } = answer(input);
      const sum = (pick: (line: (typeof value.invoices)[number]) => number) =>
        value.invoices.reduce((total, line) => total + pick(line), 0);
      expect(sum(({ lostNetCents }) => lostNetCents)).toBe(value.lostNetCents);
      expect(sum(({ lostVatCents }) => lostVatCents)).toBe(value.lostVatCents);
      for (const [i, { netCents, vatCents, receivedCents = 0, writtenOffCents }] of input.invoices.entries()) {
        const total = BigInt(netCents + vatCents);
        const lost = BigInt(writtenOffCents ?? netCents + vatCents - receivedCents);
        const line = value.invoices[i]!;
        expect(BigInt(line.lostNetCents + line.lostVatCents)).toBe(lost);
        const twiceError = 2n * (BigInt(line.lostVatCents) * total - lost * BigInt(vatCents));
        expect(twiceError <= total && twiceError > -total).toBe(true);
      }
    });
  },
  PATIENCE,
);

test(
  'nothing is recovered without tax paid, a definitive loss and a duplicate',
  () => {
    check(10_000, (input) => {
      const { value } = answer(input);
      const may =
        input.vatPoint !== 'receipts' &&
        input.event!.kind !== 'insolvency-opened' &&
        input.duplicateSentOn !== undefined;
      expect(value.recoverable).toBe(may);
      expect(value.recoverableVatCents).toBe(may ? value.lostVatCents : 0);
      expect(value.unmet.length === 0).toBe(may);
    });
  },
  PATIENCE,
);

test(
  'every tree follows from its leaves',
  () => {
    check(10_000, (input) => {
      expect(disagreements(answer(input).explanation)).toEqual([]);
    });
  },
  PATIENCE,
);
