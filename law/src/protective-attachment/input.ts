import type { Day, IsoDate } from '../calendar/index.ts';
import { datesRefusal } from '../deadline/index.ts';
import { CLAIM_KINDS, type ClaimKind } from '../kinds/index.ts';
import { FieldReader } from '../reading/index.ts';
import { quoted, type Refusal } from '../refusal.ts';

/** What proves the claim, with its French name. */
export const DOCUMENT_NAMES = {
  'accepted-bill': 'lettre de change acceptée',
  bill: 'effet de commerce accepté ou billet à ordre',
  'promissory-note': 'billet à ordre',
  cheque: 'chèque',
  judgment: 'décision de justice pas encore exécutoire',
  lease: 'bail écrit',
  title: 'titre exécutoire',
  'unaccepted-bill': 'lettre de change non acceptée',
  acknowledgement: 'reconnaissance de dette',
  contract: 'contrat',
  delivery: 'bon de livraison',
  'formal-notice': 'mise en demeure',
  invoice: 'facture',
  order: 'commande',
  none: 'aucun document',
} as const;
export type AttachmentDocument = keyof typeof DOCUMENT_NAMES;
/** Every document that the rule knows, from those that need no leave to none at all. */
export const DOCUMENTS = Object.keys(DOCUMENT_NAMES) as AttachmentDocument[];

/** Input of `protective-attachment` (contract §3), and the dates that start or close each step. */
export interface ProtectiveAttachmentInput {
  readonly claimKind: ClaimKind;
  readonly hasTitle: boolean;
  readonly document: AttachmentDocument;
  /** Day on which the judge gave leave. */
  readonly leaveOn?: IsoDate;
  /** Day on which the attachment was executed. */
  readonly doneOn?: IsoDate;
  /** Day of the suit, or of the request for a payment order. */
  readonly suedOn?: IsoDate;
  readonly paymentOrderRefusedOn?: IsoDate;
  readonly garnisheeCopiedOn?: IsoDate;
  readonly debtorNotifiedOn?: IsoDate;
  /** Day of the new suit after a payment order was refused, and of its copy to the garnishee. */
  readonly suedAgainOn?: IsoDate;
  readonly garnisheeCopiedAgainOn?: IsoDate;
}

const DATES = [
  'leaveOn',
  'doneOn',
  'suedOn',
  'paymentOrderRefusedOn',
  'garnisheeCopiedOn',
  'debtorNotifiedOn',
  'suedAgainOn',
  'garnisheeCopiedAgainOn',
] as const;
export type DateField = (typeof DATES)[number];
const FIELDS = new Set<string>(['claimKind', 'hasTitle', 'document', ...DATES]);

/** Each pair of dates that must follow each other; a suit may come before the attachment. */
const ORDERS: readonly (readonly [DateField, DateField])[] = [
  ['leaveOn', 'doneOn'],
  ['doneOn', 'debtorNotifiedOn'],
  ['suedOn', 'paymentOrderRefusedOn'],
  ['suedOn', 'garnisheeCopiedOn'],
  ['doneOn', 'garnisheeCopiedOn'],
  ['paymentOrderRefusedOn', 'suedAgainOn'],
  ['suedAgainOn', 'garnisheeCopiedAgainOn'],
  ['doneOn', 'garnisheeCopiedAgainOn'],
];

/** Each fact that another must have preceded, whatever their days. */
const NEEDS: readonly (readonly [fact: DateField, needed: DateField])[] = [
  ['paymentOrderRefusedOn', 'suedOn'],
  ['suedAgainOn', 'paymentOrderRefusedOn'],
  ['garnisheeCopiedAgainOn', 'suedAgainOn'],
];

export interface AttachmentCase extends Record<DateField, Day | null> {
  readonly claimKind: ClaimKind;
  readonly hasTitle: boolean;
  readonly document: AttachmentDocument;
}

/** A fact without the one it follows. */
function rejectOrphans(reader: FieldReader, attachmentCase: AttachmentCase): void {
  for (const [fact, needed] of NEEDS) {
    if (attachmentCase[fact] === null || attachmentCase[needed] !== null) continue;
    const message = `Le champ ${quoted(needed)} manque\u00a0: ${quoted(fact)} en est la suite.`;
    reader.reject('MissingField', message, { field: needed, because: fact });
  }
}

/**
 * Reads and checks the input of the rule. Refuses `UnknownField`, `MissingField` (whether there is a title, for one: it
 * decides everything; a fact that another must precede), `InvalidDate`, `InvalidChoice`, `InvalidValue`,
 * `DateNotServed` and `DatesOutOfOrder`.
 */
export function readCase(input: unknown): AttachmentCase | Refusal {
  const reader = new FieldReader(input, FIELDS);
  const claimKind = reader.choice('claimKind', CLAIM_KINDS);
  if (!reader.has('hasTitle')) {
    const message = 'Le champ «\u00a0hasTitle\u00a0» manque\u00a0: dites si le créancier a un titre exécutoire.';
    reader.reject('MissingField', message, { field: 'hasTitle' });
  }
  const attachmentCase = {
    claimKind,
    hasTitle: reader.flag('hasTitle'),
    document: reader.choice('document', DOCUMENTS),
    ...Object.fromEntries(DATES.map((field) => [field, reader.optionalDay(field)])),
  } as AttachmentCase;
  rejectOrphans(reader, attachmentCase);
  return reader.refusal ?? datesRefusal(DATES, ORDERS, attachmentCase) ?? attachmentCase;
}
