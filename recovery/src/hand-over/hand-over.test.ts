import { day, euros } from '@acquit/law';
import { describe, expect, it } from 'vitest';
import { caseOf, claim, company, debtor } from '../testing/facts.ts';
import { composeStatement } from '../texts/statement.ts';
import type { PartnerView } from '../views/hand-overs.ts';
import { compareWays } from './comparison.ts';
import { composeMandate, entrustedCents, entrustedFacts, type MandateFacts } from './mandate.ts';
import { endRefusal, PARTNER_KINDS, toldDayRefusal } from './model.ts';

const on = day('2026-11-21');
const partner = (kind: PartnerView['kind']): PartnerView => ({
  partnerId: 'partner-1',
  kind,
  kindName: kind,
  name: 'Durand & Associés',
  person: 'Mme Petit',
  email: null,
  phone: null,
  addressLines: ['4 rue de la Barre'],
  postcode: '69003',
  city: 'Lyon',
  legalId: '552100554',
});
const mandate = (change: Partial<MandateFacts> = {}): MandateFacts => ({
  partner: partner('agency'),
  terms: { receivesPayment: null, fee: null, remittanceDays: null, insurance: null, instructions: null },
  reference: null,
  procedures: [],
  claimIds: [],
  ...change,
});
const facts = (change = {}) =>
  caseOf(
    [
      claim('2026-03-10', { number: 'F-1', penalties: 'claimed', indemnity: 'claimed' }),
      claim('2026-04-10', { number: 'F-2', penalties: 'waived', indemnity: 'waived' }),
    ],
    change,
  );
const textOf = (document: ReturnType<typeof composeMandate>) => JSON.stringify(document);

describe('the draft of a mandate', () => {
  it('of an agency has each content of R124-3, blank where nothing was agreed', () => {
    const text = textOf(composeMandate(mandate(), facts(), company(), on));
    for (const words of [
      'Projet, à compléter et à signer',
      'pouvoir de recevoir paiement',
      'R124-3',
      'Assurance',
      'Rémunération',
      'Reversement',
      'R124-6',
      'L111-8',
      'Fondement de chaque somme',
      '……',
    ])
      expect(text).toContain(words);
  });

  it('says what was agreed, and warns of a mandate without the power to receive', () => {
    const terms = {
      receivesPayment: false,
      fee: '12 % des sommes reçues',
      remittanceDays: 15,
      insurance: 'Assureur, police 42',
      instructions: null,
    };
    const text = textOf(composeMandate(mandate({ terms }), facts(), company(), on));
    for (const words of ['12 %', 'Assureur, police 42', '15 jours', 'à revoir avant signature'])
      expect(text.replaceAll('\u00a0', ' ')).toContain(words);
  });

  it('is a letter to a lawyer or a commissaire, signed by us, and a paper of two to an agency', () => {
    for (const kind of PARTNER_KINDS) {
      const paper = composeMandate(mandate({ partner: partner(kind) }), facts(), company(), on);
      expect([kind, paper.recipient === null, paper.handwritten !== undefined]).toEqual([
        kind,
        kind === 'agency',
        kind === 'agency',
      ]);
    }
  });

  it('sums what is entrusted to the cent: waived left out, credits taken off, named claims alone when named', () => {
    const paper = composeMandate(mandate(), facts(), company(), on);
    const total = entrustedCents([], facts(), company(), on);
    expect(total).toBeGreaterThan(240_000 + 4_000);
    expect(paper.table.rows[1]!.cells.slice(3)).toEqual(['0,00\u00a0€', '0,00\u00a0€']);
    expect(entrustedCents([], facts({ unallocatedCents: 10_000 }), company(), on)).toBe(total - 10_000);
    expect(entrustedCents(['claim-F-2'], facts({ unallocatedCents: 10_000 }), company(), on)).toBe(120_000);
    const many = entrustedCents([], facts({ unallocatedCents: 10_000_000 }), company(), on);
    expect(many).toBe(0);
  });

  it('states to a professional the claims he was entrusted with, and no others', () => {
    const whole = facts({ unallocatedCents: 10_000 });
    const balance = (claimIds: string[]) => composeStatement(entrustedFacts(claimIds, whole), company(), on).table;
    expect(balance(['claim-F-2']).rows.map((row) => row.cells[0])).toEqual(['F-2']);
    expect(balance(['claim-F-2']).totals.at(-1)!.value).toBe(euros(120_000));
    expect(balance([]).totals.at(-1)!.value).toBe(euros(230_000));
  });

  it('asks a consumer for legal interest and no indemnity', () => {
    const text = textOf(composeMandate(mandate(), facts({ debtor: debtor({ kind: 'consumer' }) }), company(), on));
    expect(text).toContain('1231-6');
    expect(text).not.toContain('Indemnité forfaitaire de recouvrement');
  });
});

describe('what is told', () => {
  it('is of a day that has come and not before the hand-over', () => {
    const [opened, today] = [day('2026-11-10'), on];
    expect(toldDayRefusal(day('2026-11-10'), opened, today)).toBeNull();
    expect(toldDayRefusal(today, opened, today)).toBeNull();
    expect(toldDayRefusal(day('2026-11-22'), opened, today)?.refusal.code).toBe('DayInTheFuture');
    expect(toldDayRefusal(day('2026-11-09'), opened, today)?.refusal.code).toBe('DayBeforeHandOver');
    expect(endRefusal('2026-11-10', '2026-11-10', '2026-11-21')).toBeNull();
    expect(endRefusal('2026-11-09', '2026-11-10', '2026-11-21')?.refusal.code).toBe('EndBeforeStart');
    expect(endRefusal('2026-11-22', '2026-11-10', '2026-11-21')?.refusal.code).toBe('DayInTheFuture');
  });
});

describe('the comparison', () => {
  it('puts our own ways first, and never says that more than the whole came in', () => {
    const one = { running: 0, amountCents: 1_000, costCents: 100, count: 2, totalDays: 61, procedureKind: null };
    const rows = compareWays(
      [
        { ...one, way: 'agency', receivedCents: 333 },
        { ...one, way: 'own', procedureKind: 'assignation', receivedCents: 5_000 },
      ],
      (kind) => `Voie ${kind}`,
    );
    expect(rows.map((row) => [row.name, row.netCents, row.recoveredBasisPoints, row.days])).toEqual([
      ['Voie assignation', 4_900, 10_000, 31],
      ['Société de recouvrement', 233, 3_330, 31],
    ]);
    const none = compareWays(
      [{ ...one, way: 'lawyer', amountCents: 0, receivedCents: 0, count: 0, totalDays: 0 }],
      String,
    );
    expect([none[0]!.recoveredBasisPoints, none[0]!.days]).toEqual([0, 0]);
  });
});
