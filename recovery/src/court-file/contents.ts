import type { ExhibitKind } from './facts.ts';
import type { CourtDocumentKey, CourtFileProcedure } from './model.ts';
import { ACTS_OF_COURT } from './questions/definition.ts';

/** What a file is made of: its documents in the order of the merged file, and the exhibits a judge looks for. */
export interface FileContents {
  documents: readonly CourtDocumentKey[];
  /** Exhibits without which the file is not ready; each line is met by any of its kinds. */
  needed: readonly (readonly ExhibitKind[])[];
  /** Exhibits that most files of this kind hold. */
  expected: readonly (readonly ExhibitKind[])[];
  /** Sent with the papers after the act, and kept out of the merged file. */
  after: readonly CourtDocumentKey[];
}

const PROOF: FileContents['needed'] = [['contract', 'order'], ['invoice']];
const BESIDE: FileContents['expected'] = [['delivery'], ['formal-notice'], ['notice-proof'], ['register']];
const suit = (act: CourtDocumentKey, after: readonly CourtDocumentKey[] = []): FileContents => ({
  documents: [act, 'statement', 'exhibit-list', 'power'],
  needed: PROOF,
  expected: BESIDE,
  after,
});
const AFTER_ORDER: readonly CourtDocumentKey[] = [
  'service-instructions',
  'non-opposition-request',
  'opposition-answer',
  'attachment-instructions',
];
const letter = (key: CourtDocumentKey, needed: FileContents['needed'] = [['invoice']]): FileContents => ({
  documents: [key, 'statement', 'exhibit-list'],
  needed,
  expected: [],
  after: [],
});
const toCommissaire = (key: CourtDocumentKey): FileContents => ({
  documents: [key, 'statement', 'exhibit-list'],
  needed: [['title']],
  expected: [['register']],
  after: [],
});

/**
 * Which documents belong to which route (procedures of the law, and what is prepared beside them). A route that is not
 * here has no file: it is begun on a platform, on an official form, or by a lawyer of another country.
 */
export const FILE_CONTENTS: Partial<Record<CourtFileProcedure, FileContents>> = {
  'injonction-de-payer': suit('request', AFTER_ORDER),
  requete: { ...suit('request'), expected: [...BESIDE, ['amicable-attempt']] },
  'refere-provision': suit('refere', ['service-instructions', 'attachment-instructions']),
  assignation: suit('assignation', ['service-instructions', 'attachment-instructions']),
  'saisie-conservatoire': suit('attachment-request', ['attachment-instructions']),
  'small-claims': { documents: ['statement', 'exhibit-list'], needed: PROOF, expected: BESIDE, after: [] },
  'uncontested-commercial': { documents: ['statement', 'exhibit-list'], needed: PROOF, expected: BESIDE, after: [] },
  'sommation-de-payer': letter('service-instructions'),
  conciliation: {
    documents: ['conciliation-referral', 'statement', 'exhibit-list', 'power'],
    needed: [['invoice']],
    expected: BESIDE,
    after: [],
  },
  mediation: { documents: ['statement', 'exhibit-list'], needed: [['invoice']], expected: BESIDE, after: [] },
  'european-payment-order': suit('european-form'),
  'european-small-claims': suit('european-form'),
  'cheque-title': { ...letter('service-instructions', [['cheque']]), expected: [['notice-proof']] },
  'saisie-attribution': toCommissaire('attachment-instructions'),
  'saisie-vente': toCommissaire('attachment-instructions'),
  'saisie-des-remunerations': toCommissaire('attachment-instructions'),
  'insolvency-claim': {
    documents: ['insolvency-declaration', 'statement', 'exhibit-list', 'power'],
    needed: [['invoice']],
    expected: [['contract', 'order'], ['delivery'], ['insolvency-notice']],
    after: ['relief-request', 'vat-duplicate', 'irrecoverability-file'],
  },
  overindebtedness: letter('statement'),
  'administrative-claim': letter('administrative-claim'),
  'mandatement-d-office': {
    ...letter('mandatement-request'),
    expected: [['formal-notice'], ['notice-proof']],
  },
  'administrative-refere': { documents: ['statement', 'exhibit-list'], needed: PROOF, expected: BESIDE, after: [] },
  'administrative-suit': { documents: ['statement', 'exhibit-list'], needed: PROOF, expected: BESIDE, after: [] },
  'ad-hoc-representative': {
    documents: ['ad-hoc-request', 'statement', 'exhibit-list'],
    needed: [['invoice'], ['register']],
    expected: [['contract', 'order']],
    after: [],
  },
  'instalment-plan': {
    documents: ['settlement', 'acknowledgement', 'statement'],
    needed: [],
    expected: [],
    after: [],
  },
  'amicable-agreement': {
    documents: ['settlement', 'acknowledgement', 'statement'],
    needed: [],
    expected: [],
    after: [],
  },
  'bad-debt': {
    documents: ['irrecoverability-file', 'vat-duplicate', 'statement', 'exhibit-list'],
    needed: [['invoice']],
    expected: [['formal-notice'], ['insolvency-notice', 'title', 'other']],
    after: [],
  },
  'supply-suspension': { documents: ['suspension-letter', 'statement'], needed: [], expected: [], after: [] },
};

/** The contents of a file; null when a route has none. */
export function contentsOf(procedure: CourtFileProcedure): FileContents | null {
  return FILE_CONTENTS[procedure] ?? null;
}

/** Whether a file holds an act that brings the claim before a judge. */
export const bringsToCourt = (procedure: CourtFileProcedure): boolean =>
  contentsOf(procedure)?.documents.some((key) => ACTS_OF_COURT.some((act) => act === key)) === true;

const ENFORCING: readonly CourtFileProcedure[] = ['saisie-attribution', 'saisie-vente', 'saisie-des-remunerations'];

/** Whether a file is for enforcing a title that is in hand. */
export const enforces = (procedure: CourtFileProcedure): boolean => ENFORCING.includes(procedure);

/** French name of each document, as a bookmark and as a file. */
export const DOCUMENT_NAMES: Record<CourtDocumentKey, string> = {
  request: 'Requête',
  assignation: 'Assignation au fond',
  refere: 'Assignation en référé-provision',
  'attachment-request': 'Requête en saisie conservatoire',
  'insolvency-declaration': 'Déclaration de créance',
  'relief-request': 'Requête en relevé de forclusion',
  'ad-hoc-request': 'Requête en désignation d’un mandataire ad hoc',
  'administrative-claim': 'Réclamation écrite à l’administration',
  'mandatement-request': 'Demande de mandatement d’office',
  'european-form': 'Feuille de report du formulaire A',
  'conciliation-referral': 'Saisine du conciliateur de justice',
  statement: 'Décompte des sommes dues',
  'exhibit-list': 'Bordereau des pièces',
  power: 'Pouvoir spécial',
  'opposition-answer': 'Réponse à l’opposition',
  'non-opposition-request': 'Demande de certificat de non-opposition',
  'service-instructions': 'Instructions au commissaire de justice : signification',
  'attachment-instructions': 'Instructions au commissaire de justice : exécution',
  settlement: 'Protocole transactionnel',
  acknowledgement: 'Reconnaissance de dette',
  'vat-duplicate': 'Duplicata de facture (récupération de la TVA)',
  'irrecoverability-file': 'Dossier d’irrécouvrabilité',
  'suspension-letter': 'Lettre de suspension des prestations',
};
