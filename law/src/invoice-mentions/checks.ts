import { type Day, day, formatDay, frenchDate } from '../calendar/index.ts';
import { derived, type Explanation, flagValue, given, parameter } from '../explain/index.ts';
import { euros } from '../money/index.ts';
import { type ArticleKey, parameterNode, reason, type SeriesName, valueOn } from '../parameters/index.ts';
import { type PaymentTermInput, paymentTerm } from '../payment-term/index.ts';
import { missing, type Refusal } from '../refusal.ts';
import { type IssuerSize, type MentionFlag, type MentionsCase, termFacts } from './input.ts';
import { defaultClause, rateWords, reachesFloor } from './penalty-rate.ts';

export type Mention =
  | 'due-date'
  | 'discount'
  | 'penalty-rate'
  | 'fixed-indemnity'
  | 'billing-address'
  | 'order-number'
  | 'customer-siren'
  | 'delivery-address'
  | 'operation-nature'
  | 'vat-on-debits';

/** One thing checked: a flag that is true when the invoice is right, and what is wrong when it is not. */
export interface Check {
  readonly mention: Mention;
  readonly problem: 'missing' | 'wrong' | 'forbidden';
  readonly node: Explanation;
  readonly why: ArticleKey;
  /** The article when it depends on the case, as the cap of a trade does; that of `why` when null. */
  readonly article: string | null;
  /** Which fines a fault is open to: those of the trade code and of the tax code, of the tax code only, or none. */
  readonly fines: 'trade' | 'tax' | 'none';
  /** French text to print, when there is one. */
  readonly suggestion: string | null;
}

/** The names of the mentions, as read on a screen. */
const NAMES: Record<Mention, string> = {
  'due-date': 'Date de règlement',
  discount: 'Conditions d’escompte',
  'penalty-rate': 'Taux des pénalités',
  'fixed-indemnity': 'Indemnité forfaitaire',
  'billing-address': 'Adresse de facturation',
  'order-number': 'Numéro de commande',
  'customer-siren': 'SIREN du client',
  'delivery-address': 'Adresse de livraison',
  'operation-nature': 'Nature de l’opération',
  'vat-on-debits': 'Option pour les débits',
};

function check(
  mention: Mention,
  problem: Check['problem'],
  isRight: boolean,
  why: ArticleKey,
  on: Day,
  rest: { readonly article?: string | null } & Partial<Pick<Check, 'fines' | 'suggestion'>> = {},
): Check {
  const words = { missing: 'présente', wrong: 'exacte', forbidden: 'absente' }[problem];
  const fact = given(`${NAMES[mention]}, mention ${words}`, isRight, 'flag');
  const node = derived('all-of', `${NAMES[mention]} (${words})`, 'flag', [fact, reason(why, on)]);
  return { mention, problem, node, why, article: null, fines: 'trade', suggestion: null, ...rest };
}

function indemnityText(name: 'fixed-indemnity' | 'public-fixed-indemnity', on: Day): string {
  const amount = euros(BigInt(valueOn(name, on)!.value));
  return `Indemnité forfaitaire pour frais de recouvrement due en cas de retard\u00a0: ${amount}.`;
}

function indemnityAmount(
  mentions: MentionsCase,
  name: SeriesName & ('fixed-indemnity' | 'public-fixed-indemnity'),
  why: ArticleKey,
): Check[] {
  const { fixedIndemnityCents: printed, issuedOn } = mentions;
  if (printed === null) return [];
  const due = parameterNode('Indemnité forfaitaire du décret', valueOn(name, issuedOn)!, 'cents');
  const stated = given('Indemnité imprimée', printed, 'cents');
  const node = derived('all-of', 'Indemnité forfaitaire (exacte)', 'flag', [
    derived('at-most', 'Indemnité imprimée non supérieure', 'flag', [stated, due]),
    derived('at-most', 'Indemnité imprimée non inférieure', 'flag', [due, stated]),
    reason(why, issuedOn),
  ]);
  return [
    {
      mention: 'fixed-indemnity',
      problem: 'wrong',
      node,
      why,
      article: null,
      fines: 'trade',
      suggestion: indemnityText(name, issuedOn),
    },
  ];
}

/** A last lawful day and the article that sets it. */
interface LastLawfulDay {
  readonly node: Explanation;
  readonly article: string;
}

/** The last lawful day of a term, written out in the tree of `payment-term`. */
function lastLawfulDay(facts: PaymentTermInput): LastLawfulDay | Refusal {
  const { value, explanation, refusal } = paymentTerm(facts);
  if (refusal !== undefined) return refusal;
  const node = explanation.inputs.find(({ unit, value: on }) => unit === 'date' && on === value.latestLawfulDueOn)!;
  return { node, article: value.capArticle! };
}

/** The last day that any lawful term could give: net or « fin de mois »; for a public buyer, that of the code. */
function latestOfAnyTerm(mentions: MentionsCase): LastLawfulDay | Refusal {
  const facts = termFacts(mentions);
  if (mentions.client === 'public') return lastLawfulDay(facts);
  const ends: LastLawfulDay[] = [];
  for (const term of [{ days: 0 }, { days: 0, endOfMonth: 'unknown' }] as const) {
    const end = lastLawfulDay({ ...facts, term });
    if ('code' in end) return end;
    ends.push(end);
  }
  const days = ends.map(({ node }) => node);
  const node = derived('latest', 'Dernier jour qu’un délai licite puisse donner', 'date', days);
  return { article: ends[0]!.article, node };
}

/** The printed due date against the agreed term: the same day, and a lawful one. */
function agreedDateChecks(mentions: MentionsCase, printed: Explanation): Check[] | Refusal {
  const on = mentions.issuedOn;
  const { value, explanation, refusal } = paymentTerm(termFacts(mentions));
  if (refusal !== undefined) return refusal;
  const same = derived('all-of', 'Date de règlement (exacte)', 'flag', [
    derived('at-most', 'Date imprimée non postérieure', 'flag', [printed, explanation]),
    derived('at-most', 'Date imprimée non antérieure', 'flag', [explanation, printed]),
    reason('mention-due-date-differs', on),
  ]);
  const suggestion = `Date de règlement\u00a0: ${frenchDate(day(value.dueOn))}.`;
  const checks: Check[] = [
    {
      mention: 'due-date',
      problem: 'wrong',
      node: same,
      why: 'mention-due-date-differs',
      article: null,
      fines: 'trade',
      suggestion,
    },
  ];
  const article = value.capArticle;
  if (!value.lawful) checks.push(check('due-date', 'wrong', false, 'mention-due-date-unlawful', on, { article }));
  return checks;
}

/**
 * The printed due date: that of the agreed term when it is given, and otherwise no later than any term could lawfully
 * give, net or « fin de mois ». For a public buyer it is checked only when the receipt of the request is known.
 */
function dueDateChecks(mentions: MentionsCase): Check[] | Refusal {
  const { dueOn, issuedOn: on, client } = mentions;
  const { term, receivedOn } = termFacts(mentions);
  if (dueOn === null || (client === 'public' && receivedOn === undefined)) return [];
  const printed = given('Date de règlement imprimée', formatDay(dueOn), 'date');
  if (term !== undefined) return agreedDateChecks(mentions, printed);
  const latest = latestOfAnyTerm(mentions);
  if ('code' in latest) return latest;
  const node = derived('at-most', 'Date de règlement (licite)', 'flag', [
    printed,
    latest.node,
    reason('mention-due-date-unlawful', on),
  ]);
  const why = 'mention-due-date-unlawful';
  const { article } = latest;
  return [{ mention: 'due-date', problem: 'wrong', node, why, article, fines: 'trade', suggestion: null }];
}

/** One rate, which reaches the floor. */
function rateChecks({ rates, issuedOn: on }: MentionsCase): Check[] | Refusal {
  const checks: Check[] = [];
  const suggestion = `Pénalités de retard exigibles dès le lendemain de l’échéance, au ${rateWords(defaultClause(on))}.`;
  const { length } = rates;
  checks.push(check('penalty-rate', 'missing', length > 0, 'mention-penalty-rate', on, { suggestion }));
  if (length > 1) checks.push(check('penalty-rate', 'wrong', false, 'mention-single-rate', on, { suggestion }));
  for (const rate of rates) {
    const reaches = reachesFloor(rate, on);
    if ('code' in reaches) return reaches;
    const node = derived('all-of', 'Taux des pénalités (exact)', 'flag', [reaches, reason('mention-rate-floor', on)]);
    checks.push({
      mention: 'penalty-rate',
      problem: 'wrong',
      node,
      why: 'mention-rate-floor',
      article: null,
      fines: 'trade',
      suggestion,
    });
  }
  return checks;
}

function businessChecks(mentions: MentionsCase): Check[] | Refusal {
  const { issuedOn: on, dueOn, fixedIndemnityCents, discountConditions, flags } = mentions;
  const rates = rateChecks(mentions);
  if ('code' in rates) return rates;
  const dates = dueDateChecks(mentions);
  if ('code' in dates) return dates;
  return [
    check('due-date', 'missing', dueOn !== null, 'mention-due-date', on),
    ...dates,
    check('discount', 'missing', discountConditions !== null, 'mention-discount', on, {
      suggestion: 'Pas d’escompte pour paiement anticipé.',
    }),
    ...rates,
    check('fixed-indemnity', 'missing', fixedIndemnityCents !== null, 'mention-fixed-indemnity', on, {
      suggestion: indemnityText('fixed-indemnity', on),
    }),
    ...indemnityAmount(mentions, 'fixed-indemnity', 'mention-indemnity-amount'),
    ...whenNeeded('billing-address', 'billingAddressDiffers', 'billingAddressStated', flags, on, 'trade'),
    ...whenNeeded('order-number', 'customerOrderExists', 'orderNumberStated', flags, on, 'trade'),
  ];
}

/** Public buyers owe other interest: what is printed must be theirs. Nothing has to be, so no fine is put on it. */
function publicChecks(mentions: MentionsCase): Check[] | Refusal {
  const { rates, issuedOn: on } = mentions;
  const dates = dueDateChecks(mentions);
  if ('code' in dates) return dates;
  const points = valueOn('public-points', on)!.value;
  const isPublicRate = rates.every(({ kind, value }) => kind === 'ecbPlus' && value === points);
  const suggestion = `Intérêts moratoires au ${rateWords({ kind: 'ecbPlus', value: points })}.`;
  const checks: Check[] = [
    ...dates,
    ...(rates.length > 0
      ? [check('penalty-rate', 'wrong', isPublicRate, 'mention-public-rate', on, { suggestion })]
      : []),
    ...indemnityAmount(mentions, 'public-fixed-indemnity', 'mention-public-indemnity'),
  ];
  return checks.map((one) => ({ ...one, fines: 'none' }));
}

/** A consumer owes neither the penalties nor the indemnity between businesses: printing them misleads him. */
function consumerChecks({ rates, fixedIndemnityCents, issuedOn: on }: MentionsCase): Check[] {
  const fines = 'none' as const;
  return [
    check('penalty-rate', 'forbidden', rates.length === 0, 'mention-consumer-rate', on, { fines }),
    check('fixed-indemnity', 'forbidden', fixedIndemnityCents === null, 'mention-consumer-indemnity', on, { fines }),
  ];
}

function whenNeeded(
  mention: 'billing-address' | 'order-number' | 'delivery-address' | 'vat-on-debits',
  needed: MentionFlag,
  stated: MentionFlag,
  flags: MentionsCase['flags'],
  on: Day,
  fines: Check['fines'],
): Check[] {
  return flags[needed] ? [check(mention, 'missing', flags[stated], `mention-${mention}`, on, { fines })] : [];
}

const SIREN = /^\d{3}\s?\d{3}\s?\d{3}$/;

/** The day from which an issuer of that size prints the mentions of electronic invoices, and whether it has come. */
function electronicStart(size: IssuerSize, on: Day): Explanation {
  const isSmall = size === 'small';
  const { value, reference } = valueOn(`e-invoice-mentions-from/${isSmall ? 'small' : 'large'}`, on)!;
  return derived('at-most', 'Mentions de la facture électronique dues', 'flag', [
    parameter('Début des mentions nouvelles', value, 'date', reference),
    given('Date de la facture', formatDay(on), 'date'),
    reason(isSmall ? 'mention-e-invoice-small' : 'mention-e-invoice-large'),
  ]);
}

/** The mentions of electronic invoices, due by the size of the issuer (CGI ann. II 242 nonies A). */
function electronicChecks(mentions: MentionsCase): Check[] | Refusal {
  const { issuedOn: on, issuerSize, customerSiren, operationNature, flags } = mentions;
  const starts = (['large', 'small'] as const).map((size) => flagValue(electronicStart(size, on)));
  if (issuerSize === null && starts[0] !== starts[1]) {
    return missing('issuerSize', 'les mentions de la facture électronique dépendent de la taille de l’émetteur');
  }
  const start = electronicStart(issuerSize ?? 'small', on);
  if (!flagValue(start)) return [];
  const tax = { fines: 'tax' as const };
  const checks = [
    check('customer-siren', 'missing', customerSiren !== null, 'mention-customer-siren', on, tax),
    ...(customerSiren === null
      ? []
      : [check('customer-siren', 'wrong', SIREN.test(customerSiren), 'mention-siren-shape', on, tax)]),
    check('operation-nature', 'missing', operationNature !== null, 'mention-operation-nature', on, tax),
    ...whenNeeded('delivery-address', 'deliveryAddressDiffers', 'deliveryAddressStated', flags, on, 'tax'),
    ...whenNeeded('vat-on-debits', 'vatOnDebits', 'vatOnDebitsStated', flags, on, 'tax').map((one) => ({
      ...one,
      suggestion: 'Option pour le paiement de la taxe d’après les débits.',
    })),
  ];
  return checks.map((one) => ({ ...one, node: derived('detail', one.node.label, 'flag', [one.node, start]) }));
}

/** Everything that the regime of the customer asks to check, in the order of the invoice. */
export function checksOf(mentions: MentionsCase): readonly Check[] | Refusal {
  if (mentions.client === 'non-business') return consumerChecks(mentions);
  const first = mentions.client === 'business' ? businessChecks(mentions) : publicChecks(mentions);
  if ('code' in first) return first;
  const electronic = electronicChecks(mentions);
  return 'code' in electronic ? electronic : [...first, ...electronic];
}
