import { describe, expect, it } from 'vitest';
import { type AuditedInvoice, auditInvoice } from './invoice-audit.ts';
import { type InvoiceSays, type InvoiceWords, readInvoiceWords } from './invoice-words.ts';

const words = (change: Partial<InvoiceWords> = {}): InvoiceSays =>
  readInvoiceWords({ dueOn: '2026-06-30', notes: [], paymentTerms: null, customerLegalId: '552100554', ...change });
const note = (subject: string, text: string) => ({ subject, text });

const COMPLETE = [
  note('PMD', 'En cas de retard de paiement, pénalités au taux de refinancement de la BCE majoré de 10 points.'),
  note('PMT', 'Indemnité forfaitaire pour frais de recouvrement : 40 €.'),
  note('AAB', 'Pas d’escompte pour paiement anticipé.'),
];

const audited = (says: InvoiceSays, change: Partial<AuditedInvoice> = {}) =>
  auditInvoice({ issuedOn: '2026-05-31', totalCents: 120_000, kind: 'company', issuerSize: null, says, ...change }).map(
    ({ mention, problem }) => `${problem} ${mention}`,
  );

describe('words of an invoice', () => {
  it.each([
    ['Pénalités de retard : trois fois le taux d’intérêt légal', { legalMultiple: '3' }],
    ['pénalités égales à 3 (trois) fois le taux de l’intérêt légal en vigueur', { legalMultiple: '3' }],
    ['Pénalités de retard : 12,5 % par an', { fixed: '12.5' }],
    ['Intérêts de retard au taux de 15 % l’an', { fixed: '15' }],
    ['pénalité au taux de la Banque centrale européenne majoré de dix points de pourcentage', { ecbPlus: '10' }],
    ['Pénalités : taux BCE + 10 points', { ecbPlus: '10' }],
    ['Pénalités de retard : 1,5 % par mois', 'unreadable'],
    ['Des pénalités de retard seront appliquées', 'unreadable'],
    ['Merci de votre confiance', null],
    ['2 % d’escompte à huit jours', null],
  ])('reads the rate of « %s »', (text, rate) => {
    expect(words({ paymentTerms: text }).penaltyRate).toEqual(rate);
  });

  it.each([
    ['Indemnité forfaitaire de recouvrement : 40 €', 40_00],
    ['indemnité de 40,00 EUR pour frais de recouvrement', 40_00],
    ['une indemnité forfaitaire de quarante euros est due', 40_00],
    ['indemnité forfaitaire : 1 250,50 euros', 1250_50],
    ['indemnité forfaitaire légale', 'unreadable'],
    ['Total 40 €', null],
  ])('reads the indemnity of « %s »', (text, cents) => {
    expect(words({ paymentTerms: text }).indemnityCents).toBe(cents);
  });

  it('tells the mentions of one block of text apart', () => {
    const says = words({
      paymentTerms:
        'Paiement à 30 jours. Escompte : néant. En cas de retard, pénalités de 3 fois le taux d’intérêt légal et indemnité forfaitaire de 40 €.',
    });
    expect(says).toMatchObject({
      penaltyRate: { legalMultiple: '3' },
      indemnityCents: 40_00,
      discount: 'Escompte : néant',
    });
  });
});

describe('audit of an invoice', () => {
  it('finds nothing in a complete one', () => {
    expect(audited(words({ notes: COMPLETE }))).toEqual([]);
  });

  it('finds what is missing, each with its article and the clause to add', () => {
    const faults = auditInvoice({
      issuedOn: '2026-05-31',
      totalCents: 120_000,
      kind: 'company',
      issuerSize: null,
      says: words(),
    });
    expect(faults.map(({ mention }) => mention)).toEqual(['discount', 'penalty-rate', 'fixed-indemnity']);
    for (const fault of faults) {
      expect(fault.problem).toBe('missing');
      expect(fault.article).toMatch(/L441-9|D441-5/);
      expect(fault.suggestion).not.toBeNull();
    }
  });

  it('finds a rate below the floor, two rates, a wrong indemnity and a due date that no lawful term gives', () => {
    const [, ...rest] = COMPLETE;
    const low = [note('PMD', 'Pénalités de retard : 3 % par an'), ...rest];
    expect(audited(words({ notes: low }))).toEqual(['wrong penalty-rate']);
    const two = [note('PMD', 'Pénalités : 12 % par an, ou trois fois le taux d’intérêt légal'), ...rest];
    expect(audited(words({ notes: two }))).toContain('wrong penalty-rate');
    const sixty = COMPLETE.map((one) => (one.subject === 'PMT' ? note('PMT', 'Indemnité : 60 €') : one));
    expect(audited(words({ notes: sixty }))).toEqual(['wrong fixed-indemnity']);
    expect(audited(words({ notes: COMPLETE, dueOn: '2026-08-31' }))).toEqual(['wrong due-date']);
    expect(audited(words({ notes: COMPLETE, dueOn: null }))).toEqual(['missing due-date']);
  });

  it('finds what may not be printed for a consumer, and asks nothing else of his invoice', () => {
    expect(audited(words({ notes: COMPLETE }), { kind: 'consumer' })).toEqual([
      'forbidden penalty-rate',
      'forbidden fixed-indemnity',
    ]);
    expect(audited(words(), { kind: 'consumer' })).toEqual([]);
  });

  it('never counts as missing what it could not understand, and says that it could not', () => {
    const says = words({
      notes: [note('PMD', 'Pénalités selon nos conditions'), note('PMT', 'Indemnité légale'), COMPLETE[2]!],
    });
    expect(audited(says)).toEqual(['unseen penalty-rate-unread', 'unseen fixed-indemnity-unread']);
    expect(audited(words(), { kind: null })).toEqual(['unseen kind-unknown']);
    expect(audited(words({ notes: COMPLETE }), { issuedOn: '2012-01-01' })).toEqual(['unseen not-checked']);
  });

  it('asks the SIREN of the customer of those who must print it already', () => {
    const says = words({ notes: COMPLETE, customerLegalId: null, dueOn: '2026-11-15' });
    expect(audited(says, { issuedOn: '2026-10-15', issuerSize: 'large' })).toEqual(['missing customer-siren']);
    expect(audited(says, { issuedOn: '2026-10-15', issuerSize: 'small' })).toEqual([]);
  });
});
