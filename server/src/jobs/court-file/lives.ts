import type { DebtorKind } from '@acquit/law';
import type { CourtAnswers, CourtFileProcedure, ExhibitKind } from '@acquit/recovery';

/** One judicial life of the tests: who owes whom what, what was answered and added, and what its papers must say. */
export interface Life {
  name: string;
  procedure: CourtFileProcedure;
  on?: string;
  creditor?: { legalForm?: string };
  debtor?: { kind?: DebtorKind; postcode?: string; city?: string; country?: string; insolvencyOpenedOn?: string };
  claimKind?: string;
  claims: { cents: number; issuedOn: string; dueOn: string; noticeOn?: string }[];
  answers: CourtAnswers;
  exhibits: ExhibitKind[];
  /** Words that each document holds, by its name. */
  expected: Record<string, string[]>;
  ready: boolean;
  missing?: string[];
  toFallDueCents?: number;
}

export const F1 = { cents: 120_000, issuedOn: '2026-02-08', dueOn: '2026-03-10', noticeOn: '2026-06-04' };
const F2 = { cents: 345_678, issuedOn: '2026-04-01', dueOn: '2026-05-01', noticeOn: '2026-06-04' };
const BIG = { cents: 1_500_000, issuedOn: '2026-02-08', dueOn: '2026-03-10', noticeOn: '2026-06-04' };
export const PAPERS: ExhibitKind[] = ['order', 'delivery', 'invoice', 'formal-notice', 'notice-proof'];
export const KNOWN = {
  creditorBody: 'son gérant, M. Paul Béranger',
  debtorForm: 'SAS',
  claimBasis: 'Vente de bois livrée le 5 février 2026',
};
const TC = { courtName: 'Tribunal de commerce de Grenoble', courtAddress: 'Place Firmin-Gautier\n38000 Grenoble' };
const TJ = { courtName: 'Tribunal judiciaire de Grenoble', courtAddress: 'Place Firmin-Gautier\n38000 Grenoble' };
const PERSON = { debtorFirstNames: 'Jeanne', claimBasis: 'Pose de fenêtres achevée le 5 février 2026', ...TJ };
const HEARING = {
  hearingOn: '2027-01-14',
  hearingAt: '9 heures, salle 3',
  facts: 'Le débiteur a reçu les marchandises sans réserve.',
  irrepetible: '1 500',
};
const REQUEST = [
  'Atelier Béranger',
  'son gérant, M. Paul Béranger',
  'Menuiserie Vallier',
  '12 rue des Tanneurs, 69002 Lyon',
];

/** Judicial lives, from the simplest to the file that may not be called ready. */
export const LIVES: readonly Life[] = [
  {
    name: 'payment order between companies, order of before 1 September 2026',
    procedure: 'injonction-de-payer',
    on: '2026-08-15',
    claims: [F1, F2],
    answers: { ...KNOWN, ...TC, orderedOn: '2026-08-31', orderNumber: '2026/123' },
    exhibits: PAPERS,
    expected: {
      Requête: [
        ...REQUEST,
        'Président du tribunal',
        'Cerfa n° 12946*02',
        'Vente de bois livrée le 5 février 2026',
        '2 factures',
      ],
      'Instructions au commissaire de justice : signification': ['28 février 2027', '2026/123'],
    },
    ready: true,
  },
  {
    name: 'payment order, order of 1 September 2026, served and not opposed',
    procedure: 'injonction-de-payer',
    claims: [F1],
    answers: { ...KNOWN, ...TC, orderedOn: '2026-09-01', servedOn: '2026-10-02' },
    exhibits: PAPERS,
    expected: {
      'Instructions au commissaire de justice : signification': ['1er décembre 2026'],
      'Demande de certificat de non-opposition': ['2 octobre 2026', '1er septembre 2026'],
    },
    ready: true,
  },
  {
    name: 'payment order opposed',
    procedure: 'injonction-de-payer',
    claims: [F1],
    answers: {
      ...KNOWN,
      ...TC,
      orderedOn: '2026-09-01',
      servedOn: '2026-10-02',
      opposedOn: '2026-10-20',
      oppositionReasons: 'Aucun défaut n’a été signalé à la livraison.',
    },
    exhibits: PAPERS,
    expected: {
      'Réponse à l’opposition': ['20 octobre 2026', 'Aucun défaut n’a été signalé à la livraison.', '1418 CPC'],
    },
    ready: true,
  },
  {
    name: 'interim payment before the commercial court',
    procedure: 'refere-provision',
    claims: [F1],
    answers: { ...KNOWN, ...TC, ...HEARING },
    exhibits: PAPERS,
    expected: {
      'Assignation en référé-provision': [
        '873, al. 2',
        '14 janvier 2027',
        'à titre de provision',
        '861-2',
        '1 500,00 €',
      ],
    },
    ready: true,
  },
  {
    name: 'suit on the merits before the commercial court',
    procedure: 'assignation',
    claims: [F1],
    answers: { ...KNOWN, ...TC, ...HEARING },
    exhibits: PAPERS,
    expected: {
      'Assignation au fond': [
        'art. 855',
        'Faute pour vous de comparaître',
        'toute personne de votre choix',
        'demande incidente tendant à l’octroi d’un délai de paiement',
      ],
    },
    ready: true,
  },
  {
    name: 'suit above the limit, with a lawyer',
    procedure: 'assignation',
    claims: [BIG],
    answers: { ...KNOWN, ...TC, ...HEARING },
    exhibits: PAPERS,
    expected: { 'Assignation au fond': ['Vous devez constituer avocat', 'Avocat du demandeur'] },
    ready: false,
    missing: ['field-Comparution-Avocat du demandeur'],
  },
  {
    name: 'consumer, suit after a conciliator',
    procedure: 'assignation',
    debtor: { kind: 'consumer' },
    claimKind: 'works',
    claims: [F1],
    answers: {
      ...KNOWN,
      ...PERSON,
      ...HEARING,
      amicable: 'conciliation',
      amicableDetail: 'Conciliateur saisi le 1er juin 2026',
    },
    exhibits: [...PAPERS, 'amicable-attempt'],
    expected: { 'Assignation au fond': ['art. 753', 'Jeanne', 'Conciliateur saisi le 1er juin 2026', '446-1'] },
    ready: true,
  },
  {
    name: 'consumer, payment order without any attempt',
    procedure: 'injonction-de-payer',
    debtor: { kind: 'consumer' },
    claimKind: 'works',
    claims: [F1],
    answers: { ...KNOWN, ...PERSON },
    exhibits: PAPERS,
    expected: { Requête: ['Cerfa n° 12948*06', 'Tentative préalable de résolution amiable'] },
    ready: false,
    missing: ['amicable'],
  },
  {
    name: 'small claim refused by silence, then payment order',
    procedure: 'injonction-de-payer',
    debtor: { kind: 'consumer' },
    claimKind: 'works',
    claims: [F1],
    answers: {
      ...KNOWN,
      ...PERSON,
      amicable: 'exempt-small-claims',
      amicableDetail: 'Silence gardé un mois sur l’invitation du 2 septembre 2026',
    },
    exhibits: PAPERS,
    expected: { Requête: ['procédure simplifiée de recouvrement', 'Silence gardé un mois'] },
    ready: true,
  },
  {
    name: 'liberal profession in a town whose court was renamed',
    procedure: 'injonction-de-payer',
    debtor: { kind: 'civil-professional', postcode: '75001', city: 'Paris' },
    claims: [BIG],
    answers: { ...KNOWN, courtName: 'Tribunal judiciaire de Paris', courtAddress: 'Parvis du Tribunal\n75017 Paris' },
    exhibits: PAPERS,
    expected: { Requête: ['Tribunal judiciaire de Paris', 'Cerfa n° 12948*06'] },
    ready: true,
  },
  {
    name: 'a court that is not competent',
    procedure: 'injonction-de-payer',
    debtor: { kind: 'civil-professional', postcode: '75001', city: 'Paris' },
    claims: [BIG],
    answers: {
      ...KNOWN,
      courtName: 'Tribunal des activités économiques de Paris',
      courtAddress: '1 quai de la Corse\n75004 Paris',
    },
    exhibits: PAPERS,
    expected: { Requête: ['Tribunal des activités économiques de Paris'.replace('Tribunal', 'tribunal')] },
    ready: false,
    missing: ['court'],
  },
  {
    name: 'Alsace-Moselle, commercial chamber',
    procedure: 'injonction-de-payer',
    debtor: { postcode: '67000', city: 'Strasbourg' },
    claims: [F1],
    answers: {
      ...KNOWN,
      courtName: 'Tribunal judiciaire de Strasbourg',
      courtAddress: 'Quai Finkmatt\n67000 Strasbourg',
    },
    exhibits: PAPERS,
    expected: { Requête: ['judiciaire de Strasbourg', 'Cerfa n° 12946*02'] },
    ready: true,
  },
  {
    name: 'natural person who trades, his identity missing',
    procedure: 'injonction-de-payer',
    creditor: { legalForm: 'EI' },
    claims: [F1],
    answers: {
      ...TC,
      debtorForm: 'SAS',
      claimBasis: 'Vente de bois',
      creditorQuality: 'trader',
      creditorSurname: 'Béranger',
    },
    exhibits: PAPERS,
    expected: { Requête: ['Nationalité', '« à compléter »', 'Béranger'] },
    ready: false,
    missing: ['field-Demandeur-Nationalité', 'field-Demandeur-Date et lieu de naissance'],
  },
  {
    name: 'natural person who trades, whole',
    procedure: 'injonction-de-payer',
    creditor: { legalForm: 'EI' },
    claims: [F1],
    answers: {
      ...TC,
      debtorForm: 'SAS',
      claimBasis: 'Vente de bois',
      creditorQuality: 'trader',
      creditorSurname: 'Béranger',
      creditorFirstNames: 'Paul, Marie',
      creditorProfession: 'Négociant en bois',
      creditorNationality: 'Française',
      creditorBornOn: '1980-05-12',
      creditorBornAt: 'Lyon',
      agentName: 'Mme Anne Roux, comptable, 3 rue Sala, 69002 Lyon',
    },
    exhibits: [...PAPERS, 'power'],
    expected: {
      Requête: [
        'Paul, Marie',
        'Négociant en bois',
        'Française',
        '12 mai 1980, à Lyon',
        'Mme Anne Roux',
        'Pouvoir joint',
      ],
      'Pouvoir spécial': ['Mme Anne Roux', 'Donne pouvoir spécial'],
    },
    ready: true,
  },
  {
    name: 'public body, written claim',
    procedure: 'administrative-claim',
    debtor: { kind: 'public-body' },
    claims: [F1],
    answers: {
      ...KNOWN,
      orderingParty: 'Commune de Grenoble\nService des finances',
      accountant: 'Trésorerie de Grenoble',
    },
    exhibits: ['invoice'],
    expected: {
      'Réclamation écrite à l’administration': [
        'Commune de Grenoble',
        'Trésorerie de Grenoble',
        'prescription quadriennale',
      ],
    },
    ready: true,
  },
  {
    name: 'public body, payment asked of the prefect',
    procedure: 'mandatement-d-office',
    debtor: { kind: 'public-body' },
    claims: [F1],
    answers: { ...KNOWN, prefect: 'Préfet de l’Isère', claimedOn: '2026-09-01' },
    exhibits: ['invoice', 'formal-notice', 'notice-proof'],
    expected: { 'Demande de mandatement d’office': ['Préfet de l’Isère', '1er septembre 2026', 'L1612-15'] },
    ready: true,
  },
  {
    name: 'insolvency, declared in time',
    procedure: 'insolvency-claim',
    on: '2026-10-20',
    debtor: { insolvencyOpenedOn: '2026-09-15' },
    claims: [F1, { cents: 90_000, issuedOn: '2026-08-20', dueOn: '2026-09-30' }],
    answers: {
      ...KNOWN,
      insolvencyKind: 'redressement',
      publishedOn: '2026-09-25',
      representative: 'Me Durand\n2 rue de Bonne\n38000 Grenoble',
      security: 'Chirographaire',
      ...TC,
    },
    exhibits: ['invoice'],
    expected: {
      'Déclaration de créance': [
        'Me Durand',
        '25 novembre 2026',
        'redressement judiciaire ouvert le 15 septembre 2026',
        'Chirographaire',
        'certifie sincère',
        'Total déclaré',
        '900,00 €',
      ],
    },
    ready: true,
    toFallDueCents: 90_000,
  },
  {
    name: 'insolvency, too late: relief is asked',
    procedure: 'insolvency-claim',
    on: '2026-12-20',
    debtor: { insolvencyOpenedOn: '2026-09-15' },
    claims: [F1],
    answers: {
      ...KNOWN,
      insolvencyKind: 'liquidation',
      publishedOn: '2026-09-25',
      representative: 'Me Durand',
      reliefReason: 'Omis de la liste du débiteur',
      ...TC,
    },
    exhibits: ['invoice'],
    expected: {
      'Requête en relevé de forclusion': ['Omis de la liste du débiteur', '25 mars 2027', '25 novembre 2026'],
    },
    ready: false,
    missing: ['declare-before'],
  },
  {
    name: 'protective attachment',
    procedure: 'saisie-conservatoire',
    claims: [F1],
    answers: {
      ...KNOWN,
      courtName: 'Juge de l’exécution de Grenoble',
      courtAddress: 'Place Firmin-Gautier',
      recoveryThreat: 'Le débiteur a fermé son atelier et vend son matériel.',
      attachedAssets: 'Comptes bancaires',
      debtorBank: 'Banque des Alpes',
    },
    exhibits: PAPERS,
    expected: {
      'Requête en saisie conservatoire': [
        'Le débiteur a fermé son atelier',
        'Comptes bancaires',
        'R511-4',
        'Banque des Alpes',
      ],
    },
    ready: true,
  },
  {
    name: 'attachment with a title',
    procedure: 'saisie-attribution',
    claims: [F1],
    answers: {
      ...KNOWN,
      commissaire: 'SELARL Dupuis\n4 rue Thiers',
      orderedOn: '2026-07-01',
      servedOn: '2026-07-20',
      courtName: 'Tribunal de commerce de Grenoble',
    },
    exhibits: ['title'],
    expected: {
      'Instructions au commissaire de justice : exécution': [
        'SELARL Dupuis',
        '1er juillet 2026',
        'Saisie-attribution',
        'recherche auprès des administrations',
      ],
    },
    ready: true,
  },
  {
    name: 'debtor abroad: the French payment order is closed',
    procedure: 'injonction-de-payer',
    debtor: { postcode: '10115', city: 'Berlin', country: 'DE' },
    claims: [F1],
    answers: { ...KNOWN, ...TC },
    exhibits: PAPERS,
    expected: { Requête: ['10115 Berlin'] },
    ready: false,
    missing: ['route'],
  },
  {
    name: 'debtor struck off the register',
    procedure: 'ad-hoc-representative',
    claims: [F1],
    answers: { ...KNOWN, ...TC, struckOffOn: '2026-05-02' },
    exhibits: ['invoice', 'register', 'order'],
    expected: { 'Requête en désignation d’un mandataire ad hoc': ['2 mai 2026', 'Désigner un mandataire ad hoc'] },
    ready: true,
  },
  {
    name: 'bad debt: the tax comes back',
    procedure: 'bad-debt',
    debtor: { insolvencyOpenedOn: '2026-09-15' },
    claims: [F1],
    answers: {
      ...KNOWN,
      vatPoint: 'delivery',
      lossKind: 'liquidation',
      lossOn: '2026-09-15',
      insolvencyKind: 'liquidation',
    },
    exhibits: ['invoice', 'formal-notice', 'insolvency-notice'],
    expected: {
      'Duplicata de facture (récupération de la TVA)': ['1 000,00 €', '200,00 €', 'ne peut'],
      'Dossier d’irrécouvrabilité': ['654', 'TVA à récupérer', 'liquidation judiciaire ouverte le 15 septembre 2026'],
    },
    ready: true,
  },
  {
    name: 'settlement and acknowledgement, the sum left to the hand',
    procedure: 'amicable-agreement',
    claims: [F1],
    answers: {
      ...KNOWN,
      settlementCreditor: 'Abandonne les pénalités',
      settlementDebtor: 'Renonce à toute contestation',
      settlementCents: '1200',
      settlementOn: '2026-12-31',
    },
    exhibits: [],
    expected: {
      'Protocole transactionnel': ['Abandonne les pénalités', 'mille deux cents euros', '31 décembre 2026'],
      'Reconnaissance de dette': ['Mention manuscrite', 'Je reconnais devoir la somme de', '1376 C. civ.'],
    },
    ready: true,
  },
  {
    name: 'demand by an officer: no decision is named',
    procedure: 'sommation-de-payer',
    claims: [F1],
    answers: { ...KNOWN, commissaire: 'SELARL Dupuis\n4 rue Thiers' },
    exhibits: ['invoice'],
    expected: {
      'Instructions au commissaire de justice : signification': ['Sommation de payer', 'SELARL Dupuis', 'L111-8 CPCE'],
    },
    ready: true,
  },
  {
    name: 'services suspended on one contract',
    procedure: 'supply-suspension',
    claims: [F1],
    answers: {
      ...KNOWN,
      supply: 'services',
      sameContract: 'yes',
      suspendedContract: 'Contrat C-12',
      suspendedOn: '2026-12-05',
    },
    exhibits: [],
    expected: { 'Lettre de suspension des prestations': ['Contrat C-12', 'Les prestations', '5 décembre 2026'] },
    ready: true,
  },
  {
    name: 'water of a main home is never cut',
    procedure: 'supply-suspension',
    debtor: { kind: 'consumer' },
    claims: [F1],
    answers: {
      ...KNOWN,
      supply: 'water',
      mainHome: 'yes',
      sameContract: 'yes',
      suspendedOn: '2027-06-05',
    },
    exhibits: [],
    expected: {},
    ready: false,
    missing: ['suspension-WaterNeverCut'],
  },
];
