import { derived, type Explanation, flagValue, given, numberValue, type Outcome, once } from '../explain/index.ts';
import { parameterNode, reason, type SeriesName, uncovered, valueOn } from '../parameters/index.ts';
import { type Check, checksOf, type Mention } from './checks.ts';
import { type InvoiceMentionsInput, type MentionsCase, readCase } from './input.ts';

/** The fines that a fault is open to, at most. `null` when no text seen punishes it. */
export interface MentionFines {
  /** Administrative fine of the trade code, doubled on repetition within two years; null for a tax mention. */
  readonly administrative: { readonly individualCents: number; readonly companyCents: number } | null;
  /** Tax fine of the item, before the cap of the invoice. */
  readonly taxCents: number;
}

/** One fault of the invoice. */
export interface MentionFault {
  readonly mention: Mention;
  /** French sentence. */
  readonly why: string;
  readonly article: string;
  readonly fines: MentionFines | null;
  /** French text to print instead, when there is one. */
  readonly suggestion: string | null;
}

export interface InvoiceMentionsValue {
  readonly missing: readonly MentionFault[];
  readonly wrong: readonly MentionFault[];
  readonly forbidden: readonly MentionFault[];
  /** Lawful but better written otherwise. */
  readonly advice: readonly { readonly mention: Mention; readonly why: string; readonly article: string }[];
  /** Tax fine of all the faults of the invoice, capped by a share of its total when that is given. */
  readonly taxFineCents: number;
}

const SUBJECT = 'Les mentions de facture';
const SERIES: readonly SeriesName[] = ['invoice-fine-individual', 'invoice-fine-company', 'invoice-tax-fine'];
const PUBLIC_SERIES: readonly SeriesName[] = [...SERIES, 'public-points', 'public-fixed-indemnity'];

function centsOn(name: SeriesName, { issuedOn }: MentionsCase): Explanation {
  return parameterNode(FINE_NAMES[name as keyof typeof FINE_NAMES], valueOn(name, issuedOn)!, 'cents');
}

const FINE_NAMES = {
  'invoice-fine-individual': 'Amende administrative, personne physique, au plus',
  'invoice-fine-company': 'Amende administrative, personne morale, au plus',
  'invoice-tax-fine': 'Amende fiscale par mention',
};

function finesOf(mentions: MentionsCase, { fines }: Check): MentionFines | null {
  if (fines === 'none') return null;
  const cents = (name: SeriesName) => numberValue(centsOn(name, mentions));
  const administrative =
    fines === 'trade'
      ? { individualCents: cents('invoice-fine-individual'), companyCents: cents('invoice-fine-company') }
      : null;
  return { administrative, taxCents: cents('invoice-tax-fine') };
}

/** The tax fine of the faults: so much an item, and at most a share of the invoice (CGI 1737). */
function taxFine(mentions: MentionsCase, faults: number): Explanation {
  const label = 'Amende fiscale au plus';
  const each = centsOn('invoice-tax-fine', mentions);
  const all = derived('multiply', 'Amende fiscale de toutes les mentions', 'cents', [
    given('Mentions manquantes ou inexactes', faults, 'count'),
    each,
  ]);
  const { totalCents, issuedOn } = mentions;
  if (totalCents === null) return derived('detail', label, 'cents', [all]);
  const share = parameterNode('Plafond en part de la facture', valueOn('invoice-tax-fine-cap', issuedOn)!, 'percent');
  const exact = derived('percent-of', 'Plafond exact', 'euros', [
    given('Total de la facture', totalCents, 'cents'),
    share,
  ]);
  const cap = derived('round-half-up', 'Plafond de l’amende fiscale', 'cents', [exact]);
  return derived('least', label, 'cents', [all, cap]);
}

/**
 * What an invoice must say about payment and lateness, and does not: the mentions missing, wrong, or forbidden because
 * the customer is no business, each with its article and its fine (L441-9 I and II, D441-5 C. com.; CGI 1737, ann. II
 * 242 nonies A). A missing mention never takes the penalties away. Refuses a malformed input, `MissingField` for the
 * size of the issuer while it decides, `DateNotServed`, `RateNotPublished` for a number that no floor is known for, and
 * the refusals of `payment-term`.
 */
export function invoiceMentions(input: InvoiceMentionsInput): Outcome<InvoiceMentionsValue> {
  const mentions = readCase(input);
  if ('code' in mentions) return { refusal: mentions };
  const { issuedOn: on, client, rates } = mentions;
  const refusal = uncovered(SUBJECT, client === 'public' ? PUBLIC_SERIES : SERIES, on);
  if (refusal !== null) return { refusal };
  const checks = checksOf(mentions);
  if ('code' in checks) return { refusal: checks };
  const faults = checks.filter(({ node }) => !flagValue(node));
  const of = (problem: Check['problem']): MentionFault[] =>
    faults
      .filter((fault) => fault.problem === problem)
      .map((fault) => {
        const { label, reference } = reason(fault.why, on);
        const { mention, suggestion } = fault;
        const article = fault.article ?? reference!.article;
        return { mention, why: `${label}.`, article, fines: finesOf(mentions, fault), suggestion };
      });
  const safer = reason('mention-formula-safer', on);
  const isNumber = client === 'business' && rates.some(({ kind }) => kind === 'fixed');
  const fine = taxFine(mentions, faults.filter(({ fines }) => fines !== 'none').length);
  const administrative = derived('list', 'Amendes administratives encourues', 'text', [
    centsOn('invoice-fine-individual', mentions),
    centsOn('invoice-fine-company', mentions),
  ]);
  const isFined = faults.some(({ fines }) => fines === 'trade');
  return {
    value: {
      missing: of('missing'),
      wrong: of('wrong'),
      forbidden: of('forbidden'),
      advice: isNumber ? [{ mention: 'penalty-rate', why: `${safer.label}.`, article: safer.reference!.article }] : [],
      taxFineCents: numberValue(fine),
    },
    explanation: once(
      derived('list', 'Mentions de la facture', 'text', [
        ...checks.map(({ node }) => node),
        fine,
        ...(isFined ? [administrative] : []),
        ...(isNumber ? [safer] : []),
        ...(client === 'business' ? [reason('mention-penalties-remain')] : []),
      ]),
    ),
  };
}
