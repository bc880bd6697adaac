import { RULE_NAMES } from '@acquit/law';
import { z } from '@hono/zod-openapi';
import { explanation, line, text } from './view.ts';

export const lawRule = z
  .object({
    rule: z.string().openapi({ description: 'The name to put in the address.', example: 'late-penalties' }),
    title: z.string().openapi({ description: 'What it calculates, in French.', example: 'Pénalités de retard' }),
  })
  .openapi('LawRule');

export const calculation = z
  .object({ value: z.unknown(), explanation })
  .openapi('Calculation', { description: 'The value of the rule, and the tree that made it.' });

/** Name first, then the address, a line each. */
const party = text(600);

export const statementOrder = z
  .strictObject({
    input: z.unknown().openapi({ description: 'The input of the rule, as for the calculation itself.' }),
    creditor: party.optional().openapi({ description: 'Name, then address lines; printed as typed.' }),
    debtor: party.optional(),
    reference: line(200).optional().openapi({ example: 'Facture F-2026-042' }),
    place: line(100).optional().openapi({ example: 'Lyon' }),
  })
  .openapi('CalculationStatementOrder');

interface RuleWords {
  title: string;
  description: string;
  example: object;
}

/** What each rule is called and asked. A rule that the law gains is served at once and described under its name. */
const WORDS: Record<string, RuleWords> = {
  'late-penalties': {
    title: 'Pénalités de retard',
    description:
      'Late-payment penalties and the fixed indemnity of one invoice on a day (L441-10 C. com., R2192-31 CCP): amounts, one segment per half-year and per change of base.',
    example: { amountCents: 1200000, dueOn: '2026-04-30', until: '2026-09-20' },
  },
  'legal-interest': {
    title: 'Intérêt légal',
    description:
      'Interest at the legal rate from a formal notice or a judgment (1231-6 C. civ., L313-2 and L313-3 C. mon. fin.), with its five more points and its capitalisation.',
    example: { amountCents: 1200000, from: '2026-01-15', until: '2026-09-20', creditor: 'business' },
  },
  rate: {
    title: 'Taux',
    description: 'A rate in force on a day, in percent, as a decimal string.',
    example: { kind: 'late-default', on: '2026-09-20' },
  },
  'payment-term': {
    title: 'Délai de paiement',
    description: 'Due date of an invoice, and the latest one that the law allows (L441-10 to L441-13 C. com.).',
    example: { issuedOn: '2026-03-15', term: { days: 45, endOfMonth: 'A' }, debtor: 'business' },
  },
  deadline: {
    title: 'Délai',
    description: 'Last day of a time limit (640 to 643 C. pr. civ.): days off, local holidays, distance.',
    example: { from: '2026-07-01', length: { months: 1 } },
  },
  limitation: {
    title: 'Prescription',
    description:
      'Last day to act on a claim: length by kind of claim and of debtor, events that interrupt or suspend, candidates side by side where the start is unsettled.',
    example: { claimKind: 'services', debtorKind: 'company', dueOn: '2024-03-31', on: '2026-11-21' },
  },
  allocation: {
    title: 'Imputation d’un paiement',
    description: 'Which debts a payment settles, and which part of each (1342-10 and 1343-1 C. civ.).',
    example: {
      debts: [{ id: 'F-1', dueOn: '2026-01-31', principalCents: 100000, interestCents: 1500, costsCents: 4000 }],
      receiptCents: 50000,
      on: '2026-04-01',
    },
  },
  'payment-order': {
    title: 'Injonction de payer',
    description: 'Days of a payment order: service, opposition, enforcement; the regime is that of the order’s date.',
    example: { orderedOn: '2026-03-02' },
  },
  route: {
    title: 'Voie de recouvrement',
    description:
      'Procedures open for a claim, in order, each with its reason, its court, its cost and what is missing.',
    example: {
      creditorKind: 'company',
      debtorKind: 'company',
      claimKind: 'services',
      amountCents: 480000,
      contested: 'no',
      evidence: ['invoice', 'order'],
      debtorCountry: 'FR',
      on: '2026-11-21',
    },
  },
  'insolvency-claim': {
    title: 'Déclaration de créance',
    description: 'Last day to declare a claim in an insolvency, and to ask for relief (L622-24 and L622-26 C. com.).',
    example: { openedOn: '2026-05-04', publishedOn: '2026-05-12' },
  },
  'protective-attachment': {
    title: 'Saisie conservatoire',
    description: 'Whether leave of the judge is needed, and what must follow by when (L511-2 C. pr. exéc.).',
    example: { claimKind: 'services', hasTitle: false, document: 'invoice', doneOn: '2026-05-04' },
  },
  accessories: {
    title: 'Accessoires réclamables',
    description: 'Which of the wanted additions may be asked of this debtor, before and after a title.',
    example: {
      debtorKind: 'company',
      regime: 'business',
      wanted: ['fixed-indemnity', 'reminder-fee'],
      hasTitle: false,
      on: '2026-11-21',
    },
  },
  'court-costs': {
    title: 'Frais de procédure',
    description: 'Costs of a procedure for an amount and a day, line by line, from the tariffs in force.',
    example: { procedure: 'injonction-de-payer', amountCents: 300000, on: '2026-11-21', court: 'commercial' },
  },
  'procedure-deadlines': {
    title: 'Échéances d’une procédure',
    description: 'What must be done, and by when, after the events of a procedure; each step with its article.',
    example: { procedure: 'conciliation', events: [{ kind: 'referred', on: '2026-08-31' }] },
  },
  'vat-relief': {
    title: 'TVA sur créance impayée',
    description: 'Whether the VAT of unpaid invoices may be taken back, when, how much and on what proof (272-1 CGI).',
    example: {
      on: '2026-11-21',
      vatPoint: 'delivery',
      event: { kind: 'liquidation', on: '2026-10-05' },
      duplicateSentOn: '2026-11-02',
      invoices: [{ number: 'F-101', issuedOn: '2026-03-10', netCents: 100000, vatCents: 20000 }],
    },
  },
  'invoice-mentions': {
    title: 'Mentions de la facture',
    description: 'Which payment lines that the law wants on an invoice are missing or wrong (L441-9 C. com.).',
    example: { debtor: 'company', issuedOn: '2026-08-31', totalCents: 120000 },
  },
  'terms-clauses': {
    title: 'Clauses de conditions générales',
    description: 'Clauses of general terms made from the creditor’s choices; an unlawful choice is refused.',
    example: { on: '2026-11-21', customers: 'business' },
  },
};

/** The rules that are served, each with its words. */
export const LAW_RULES: readonly (RuleWords & { rule: string })[] = RULE_NAMES.map((rule) => ({
  rule,
  ...(WORDS[rule] ?? { title: rule, description: `The rule ${rule} of the law package.`, example: {} }),
}));
