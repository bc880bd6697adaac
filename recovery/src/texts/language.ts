import { euros, frenchDate, frenchShortDate, parseDay } from '@acquit/law';
import type { ClaimFacts } from '../model/facts.ts';
import type { Language } from '../model/subject.ts';
import { kindName } from './names.ts';
import { days, enumerated, fr } from './typography.ts';

/** How one language writes what every message contains: sums, dates, delays, and the words around a table. */
export interface Writing {
  money: (cents: number) => string;
  /** « 21 novembre 2026 » */
  longDate: (iso: string) => string;
  /** « 21 nov. 2026 » */
  shortDate: (iso: string) => string;
  days: (count: number) => string;
  list: (items: readonly string[]) => string;
  labels: typeof FRENCH_LABELS;
}

const FRENCH_LABELS = {
  invoice: 'Facture',
  issuedOn: 'Émise le',
  ownPage: fr`Voir votre compte, payer, ou nous répondre en un clic`,
  dueOn: 'Échéance',
  delay: 'Retard',
  notDue: 'À échoir',
  open: 'Reste dû',
  penalties: 'Pénalités',
  interest: 'Intérêts',
  indemnity: 'Indemnité',
  principal: 'Principal',
  penaltyLine: { business: 'Pénalités de retard', public: 'Intérêts moratoires', civil: 'Intérêts au taux légal' },
  indemnityLine: 'Indemnité forfaitaire pour frais de recouvrement',
  interestNone: 'Intérêts',
  accessoriesNone: 'Accessoires',
  unallocated: 'Règlement non affecté, déduit',
  credit: (number: string): string => fr`Avoir ${number}, déduit`,
  total: 'Total à régler',
  recalled: 'Solde des factures, pour mémoire',
  missed: 'À verser maintenant',
  reference: (order: string): string => fr`réf. ${order}`,
  others: (first: string, count: number): string => fr`${first} et ${count} autres`,
  invoices: (count: number): string => `${count}\u00a0factures`,
  transfer: fr`Règlement par virement`,
  beneficiary: 'Bénéficiaire',
  toQuote: 'Référence à indiquer',
  amount: 'Montant',
  scan: fr`À scanner avec l’application de votre banque`,
  qr: fr`Code QR de virement SEPA : il reprend le bénéficiaire, l’IBAN, le montant et la référence ci-contre.`,
  subject: fr`Objet : `,
  enclosure: 'Pièce jointe',
  enclosures: 'Pièces jointes',
  statedOn: 'Arrêté au',
  yourReferences: 'Vos références',
  ourReference: 'Nos références',
  debtor: 'Débiteur',
  creditor: 'Créancier',
  attention: (name: string): string => fr`À l’attention de ${name}`,
  telephone: (number: string): string => fr`Tél. : ${number}`,
  registered: 'Par lettre recommandée avec avis de réception',
  annex: fr`Annexe : détail du calcul`,
  annexIntro: fr`Chaque montant est suivi de ce qui le compose, et chaque taux de son texte, cité la première fois qu’il sert.`,
  annexSection: (number: string): string => fr`Facture ${number}`,
  copy: (number: string): string => fr`Copie de la facture ${number}`,
  formalNotice: 'Mise en demeure',
  kind: (kind: ClaimFacts['kind']): string => kindName(kind),
};

const ENGLISH_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function englishMoney(cents: number): string {
  const whole = String(Math.trunc(Math.abs(cents) / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${cents < 0 ? '−' : ''}€${whole}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;
}

function englishDate(iso: string): string {
  const [year, month, dayOfMonth] = iso.split('-').map(Number);
  return `${dayOfMonth} ${ENGLISH_MONTHS[month! - 1]} ${year}`;
}

const FRENCH: Writing = {
  money: euros,
  longDate: (iso) => frenchDate(parseDay(iso)!),
  shortDate: (iso) => frenchShortDate(parseDay(iso)!),
  days,
  list: enumerated,
  labels: FRENCH_LABELS,
};

const ENGLISH_KINDS: Record<ClaimFacts['kind'], string> = {
  invoice: 'Invoice',
  deposit: 'Deposit invoice',
  corrective: 'Corrective invoice',
  'credit-note': 'Credit note',
  factored: 'Assigned invoice',
};

const ENGLISH: Writing = {
  money: englishMoney,
  longDate: englishDate,
  shortDate: (iso) => englishDate(iso).replace(/([A-Z][a-z]{2})[a-z]*/, '$1'),
  days: (count) => `${count}\u00a0day${count === 1 ? '' : 's'}`,
  list: (items) => (items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`),
  labels: {
    invoice: 'Invoice',
    issuedOn: 'Issued',
    ownPage: 'See your account, pay, or answer in one click',
    dueOn: 'Due',
    delay: 'Overdue',
    notDue: 'Not due yet',
    open: 'Outstanding',
    penalties: 'Late interest',
    interest: 'Interest',
    indemnity: 'Fixed sum',
    principal: 'Principal',
    penaltyLine: {
      business: 'Late payment interest',
      public: 'Late payment interest',
      civil: 'Interest at the legal rate',
    },
    indemnityLine: 'Fixed compensation for recovery costs',
    interestNone: 'Interest',
    accessoriesNone: 'Other sums',
    unallocated: 'Payment not yet allocated, deducted',
    credit: (number) => `Credit note ${number}, deducted`,
    total: 'Total to pay',
    recalled: 'Balance of the invoices, for the record',
    missed: 'To pay now',
    reference: (order) => `ref. ${order}`,
    others: (first, count) => `${first} and ${count} others`,
    invoices: (count) => `${count}\u00a0invoices`,
    transfer: 'Payment by bank transfer',
    beneficiary: 'Payee',
    toQuote: 'Reference to quote',
    amount: 'Amount',
    scan: 'Scan with your bank’s app',
    qr: 'QR code of a SEPA transfer: it holds the payee, the IBAN, the amount and the reference shown beside it.',
    subject: 'Subject: ',
    enclosure: 'Enclosure',
    enclosures: 'Enclosures',
    statedOn: 'As at',
    yourReferences: 'Your references',
    ourReference: 'Our reference',
    debtor: 'Debtor',
    creditor: 'Creditor',
    attention: (name) => `For the attention of ${name}`,
    telephone: (number) => `Tel. ${number}`,
    registered: 'By registered letter with proof of delivery',
    annex: 'Annex: how each figure is made (in French)',
    annexIntro:
      'The calculation is in French, the language of the texts it rests on. Each figure is followed by what it is made of, and each rate by its text, cited where it first serves.',
    annexSection: (number) => `Invoice ${number}`,
    copy: (number) => `Copy of invoice ${number}`,
    formalNotice: 'Formal notice (mise en demeure)',
    kind: (kind) => ENGLISH_KINDS[kind],
  },
};

/** How a customer's language is written; French when he has none. */
export function writingOf(language: Language | undefined): Writing {
  return language === 'en' ? ENGLISH : FRENCH;
}

/** The words that a printed page brings itself, in the document's language. */
export function documentLabels(language: Language | undefined) {
  const { labels } = writingOf(language);
  const { subject, enclosure, enclosures, transfer, beneficiary, toQuote, amount, scan, qr } = labels;
  return {
    language: language ?? 'fr',
    subject,
    enclosure,
    enclosures,
    transfer,
    beneficiary,
    toQuote,
    amount,
    scan,
    qr,
  };
}
