import { typeset } from '../../texts/typography.ts';
import type { CourtFileFacts } from '../facts.ts';
import type { CourtDocumentKey, CourtFileProcedure } from '../model.ts';

/** A question asked because the case does not hold its answer; the answer is kept. */
export interface CourtQuestion {
  key: string;
  label: string;
  help: string | null;
  type: 'line' | 'text' | 'day' | 'cents' | 'choice' | 'flag';
  choices: { value: string; label: string }[];
  /** Kept with the company, and proposed in its other cases; else with this case. */
  of: 'company' | 'case';
  article: string | null;
  group: 'creditor' | 'debtor' | 'court' | 'claim' | 'amicable' | 'act';
}

/** A question with the documents that need it. */
export interface QuestionDefinition extends Omit<CourtQuestion, 'choices' | 'help' | 'article'> {
  choices?: readonly (readonly [string, string])[];
  help?: string;
  article?: string;
  /** The documents that need it. */
  in: readonly CourtDocumentKey[];
  when?: (facts: CourtFileFacts) => boolean;
}

/** Acts that bring a claim before a judge: they bear what articles 54 and 57 CPC want. */
export const ACTS_OF_COURT = [
  'request',
  'assignation',
  'refere',
  'attachment-request',
  'relief-request',
  'ad-hoc-request',
  'european-form',
] as const satisfies readonly CourtDocumentKey[];

/** What is served without a judge having decided anything. */
export const BEFORE_ANY_DECISION: readonly CourtFileProcedure[] = ['sommation-de-payer', 'cheque-title'];
/** The two writs. */
export const SUITS: readonly CourtDocumentKey[] = ['assignation', 'refere'];
/** Documents that name both parties. */
export const PARTIES: readonly CourtDocumentKey[] = [
  ...ACTS_OF_COURT,
  'insolvency-declaration',
  'administrative-claim',
  'mandatement-request',
  'conciliation-referral',
  'irrecoverability-file',
  'settlement',
  'acknowledgement',
  'power',
  'opposition-answer',
];
/** Names of a list as choices. */
export const kinds = (names: Readonly<Record<string, string>>) => Object.entries(names);

const typesetAll = (choices: readonly (readonly [string, string])[]) =>
  choices.map(([value, label]) => [value, typeset(label)] as const);

/** What was done, or what spares it, before a civil claim of small amount (art. 750-1 CPC). */
export const AMICABLE_CHOICES = typesetAll([
  ['conciliation', 'Conciliateur de justice saisi, sans accord'],
  ['mediation', 'Médiation tentée, sans accord'],
  ['participatory', 'Procédure participative tentée, sans accord'],
  ['exempt-homologation', 'Dispense : l’homologation d’un accord est demandée'],
  ['exempt-appeal', 'Dispense : un recours préalable est imposé auprès de l’auteur de la décision'],
  ['exempt-urgent', 'Dispense : urgence manifeste'],
  ['exempt-circumstances', 'Dispense : circonstances rendant la tentative impossible'],
  ['exempt-non-adversarial', 'Dispense : la décision demandée n’est pas contradictoire'],
  ['exempt-conciliator', 'Dispense : aucun conciliateur disponible dans le délai'],
  ['exempt-judge', 'Dispense : le juge doit lui-même concilier'],
  ['exempt-small-claims', 'Dispense : procédure simplifiée de recouvrement tentée en vain'],
]);

/** On what a court of the Union is competent, as form A of the two regulations lists it for contracts. */
export const EUROPEAN_GROUNDS = typesetAll([
  ['domicile', 'Domicile du défendeur'],
  ['performance', 'Lieu d’exécution de l’obligation en question'],
  ['branch', 'Lieu de la succursale ou de l’établissement dont l’exploitation est en cause'],
  ['chosen', 'Juridiction désignée par les parties'],
  ['other', 'Autre'],
]);

/** What happens when the defendant opposes a European order (art. 7, § 4 and 17 of regulation 1896/2006). */
export const EUROPEAN_TRANSFERS = typesetAll([
  ['ordinary', 'L’affaire passe à la procédure civile ordinaire'],
  ['small-claims', 'L’affaire passe à la procédure européenne de règlement des petits litiges, si elle s’y prête'],
  ['stop', 'La procédure prend fin (déclaration de l’appendice 2)'],
]);

export const EUROPEAN_HEARINGS = typesetAll([
  ['no', 'Non'],
  ['yes', 'Oui'],
]);
