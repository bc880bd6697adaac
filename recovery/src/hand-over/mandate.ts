import { type Day, euros, formatDay, frenchDate, mayClaimFixedIndemnity, mayClaimLatePenalties } from '@acquit/law';
import type { DocumentTable, LetterDocument } from '../documents/document.ts';
import type { CaseFacts, CompanyFacts } from '../model/facts.ts';
import { owedAmounts, type Parties } from '../owed/owed.ts';
import { regimeOf } from '../profile/profile.ts';
import { placeAndDate } from '../texts/letter.ts';
import {
  addressLines,
  caseReference,
  companyParty,
  groupedIban,
  identityLine,
  legalIdLine,
  statedName,
} from '../texts/parties.ts';
import { days, fr } from '../texts/typography.ts';
import type { PartnerView } from '../views/hand-overs.ts';
import { type HandOverTerms, type PartnerKind, partnerKindName } from './model.ts';

/** What a draft is made of, besides the case. */
export interface MandateFacts {
  partner: PartnerView;
  terms: HandOverTerms;
  /** His own file number. */
  reference: string | null;
  /** The procedures he is entrusted with, by name; empty: the whole case. */
  procedures: readonly string[];
  /** The claims of those procedures; empty: all that is open. */
  claimIds: readonly string[];
}

const BLANK = '……………………………………';
const DRAFT = fr`Projet, à compléter et à signer.`;

const TITLES: Readonly<Record<PartnerKind, string>> = {
  lawyer: fr`Éléments pour la convention d’honoraires`,
  commissaire: fr`Lettre d’instructions au commissaire de justice`,
  agency: fr`Mandat de recouvrement amiable`,
};

/**
 * The paper that goes with a case entrusted to somebody, as a draft: the mandate of an agency with each content of art.
 * R124-3 CPCE, the instructions to a commissaire de justice, or what a lawyer needs for his engagement letter. What was
 * not agreed is left blank, never guessed; the person completes and signs.
 */
export function composeMandate(
  mandate: MandateFacts,
  facts: CaseFacts,
  company: CompanyFacts,
  on: Day,
): LetterDocument {
  const { kind } = mandate.partner;
  const iso = formatDay(on);
  return {
    kind: 'statement',
    mode: company.mode,
    title: TITLES[kind],
    sender: companyParty(company),
    recipient: kind === 'agency' ? null : partyOf(mandate.partner),
    placeAndDate: placeAndDate(company, iso),
    on: iso,
    sentBy: null,
    subject: fr`${TITLES[kind]} – ${facts.debtor.name} (projet)`,
    references: [
      { label: 'Notre dossier', value: caseReference(facts.caseId) },
      ...(mandate.reference === null ? [] : [{ label: 'Votre dossier', value: mandate.reference }]),
    ],
    opening: [DRAFT, ...OPENINGS[kind](mandate, facts, company)],
    table: owedTable(mandate, facts, company, on),
    details: [{ title: 'Fondement de chaque somme', table: basisTable(facts, company, on) }],
    closing: CLOSINGS[kind](mandate, company),
    payment: null,
    signature: kind === 'agency' ? null : (company.settings.signatory ?? statedName(company)),
    enclosures: kind === 'agency' ? [] : ['Dossier de pièces numérotées'],
    ...(kind === 'agency' && { handwritten: signatures(mandate, company) }),
    footer: identityLine(company),
    annex: null,
  };
}

type Opening = (mandate: MandateFacts, facts: CaseFacts, company: CompanyFacts) => string[];
type Closing = (mandate: MandateFacts, company: CompanyFacts) => string[];

const debtorSentence = ({ debtor }: CaseFacts): string =>
  [
    debtor.name,
    ...(debtor.legalId === null ? [] : [legalIdLine(debtor.legalId)]),
    ...addressLines(debtor.address),
  ].join(', ');

const scope = ({ procedures }: MandateFacts): string =>
  procedures.length === 0 ? '' : fr` Sont seules confiées : ${procedures.join(', ')}.`;

const OPENINGS: Readonly<Record<PartnerKind, Opening>> = {
  agency: (mandate, facts, company) => [
    fr`Entre ${[statedName(company), ...addressLines(company.address)].join(', ')}, le créancier, et ${partnerSentence(mandate.partner)}, qui exerce l’activité de recouvrement amiable pour le compte d’autrui.`,
    fr`Débiteur : ${debtorSentence(facts)}.`,
    fr`1. Objet. Le créancier charge ${mandate.partner.name} de recouvrer amiablement les sommes ci-dessous.${scope(mandate)} ${powerSentence(mandate.terms)}`,
  ],
  commissaire: (mandate, facts) => [
    fr`Maître, nous vous confions le dossier de ${debtorSentence(facts)}.${scope(mandate)}`,
    mandate.terms.instructions ?? fr`Acte demandé : ${BLANK}`,
    fr`Les sommes ci-dessous sont arrêtées à la date de cette lettre ; elles sont à actualiser au jour de l’acte.`,
  ],
  lawyer: (mandate, facts) => [
    fr`Maître, nous vous confions le dossier de ${debtorSentence(facts)}.${scope(mandate)}`,
    mandate.terms.instructions ?? fr`Mission : ${BLANK}`,
    fr`Les sommes ci-dessous sont arrêtées à la date de cette lettre. Elles servent à rédiger la convention d’honoraires, écrite et préalable (article 10 de la loi n° 71-1130 du 31 décembre 1971).`,
  ],
};

const or = (text: string | null): string => text ?? BLANK;

const powerSentence = ({ receivesPayment }: HandOverTerms): string =>
  receivesPayment === false
    ? fr`Il ne lui donne pas pouvoir de recevoir paiement : l’article R124-3 du code des procédures civiles d’exécution l’exige pourtant du mandat ; à revoir avant signature.`
    : fr`Il lui donne pouvoir de recevoir paiement pour son compte (article R124-3 du code des procédures civiles d’exécution).`;

const remittance = ({ remittanceDays }: HandOverTerms): string =>
  remittanceDays === null
    ? fr`dans le délai de l’article R124-6 du code des procédures civiles d’exécution, sauf ce qui suit : ${BLANK}`
    : fr`dans un délai de ${days(remittanceDays)} à compter de l’encaissement`;

const ibanSentence = ({ iban }: CompanyFacts): string =>
  iban === null ? '' : fr`, par virement sur le compte ${groupedIban(iban)}`;

const CLOSINGS: Readonly<Record<PartnerKind, Closing>> = {
  agency: ({ terms, partner }, company) => [
    fr`2. Assurance. ${partner.name} est garanti des conséquences pécuniaires de sa responsabilité civile professionnelle par : ${or(terms.insurance)}.`,
    fr`3. Rémunération. ${or(terms.fee)}. Elle reste à la charge du créancier : les frais de recouvrement entrepris sans titre exécutoire ne peuvent être demandés au débiteur (article L111-8 du code des procédures civiles d’exécution).`,
    fr`4. Reversement. Les fonds encaissés sont reversés au créancier ${remittance(terms)}${ibanSentence(company)}. Le compte qui les reçoit est exclusivement affecté aux fonds des créanciers (article R124-2 du même code).`,
    fr`5. Compte rendu. ${partner.name} informe le créancier de tout paiement, même partiel, et de toute contestation (article R124-5 du même code) ; il n’accorde ni remise ni délai sans son accord écrit.`,
    ...(terms.instructions === null ? [] : [fr`6. Instructions. ${terms.instructions}`]),
    fr`Fait en deux originaux, un pour chaque partie.`,
  ],
  commissaire: ({ terms }, company) => [
    fr`Frais. Merci de nous indiquer votre émolument et vos débours avant tout acte qui n’est pas demandé ci-dessus.${terms.fee === null ? '' : fr` Convenu entre nous : ${terms.fee}.`}`,
    fr`Encaissements. ${terms.receivesPayment === false ? fr`Les paiements du débiteur nous sont adressés directement` : fr`Vous pouvez recevoir paiement pour notre compte et en donner quittance`}${ibanSentence(company)}.${terms.remittanceDays === null ? '' : fr` Reversement ${remittance(terms)}.`}`,
    fr`Aucun délai ni remise n’est accordé sans notre accord écrit. Merci de nous faire connaître la date de chaque acte et de nous en adresser copie.`,
  ],
  lawyer: ({ terms }, company) => [
    fr`Honoraires. ${or(terms.fee)}.`,
    fr`Fonds. ${terms.receivesPayment === false ? fr`Les paiements du débiteur nous sont adressés directement` : fr`Les fonds que vous recevez passent par votre compte CARPA`}${ibanSentence(company)}.`,
    fr`Assurance de responsabilité civile professionnelle : ${or(terms.insurance)}.`,
    fr`Identité du signataire et pouvoir de représenter la société : ${company.settings.signatory ?? BLANK}. Aucune transaction n’est conclue sans notre accord écrit.`,
  ],
};

function partnerSentence(partner: PartnerView): string {
  const parts = [
    partner.name,
    ...(partner.legalId === null ? [] : [legalIdLine(partner.legalId)]),
    ...addressLines(addressOf(partner)),
  ];
  return parts.join(', ');
}

const addressOf = ({ addressLines: lines, postcode, city }: PartnerView) => ({ lines, postcode, city, country: 'FR' });

const partyOf = (partner: PartnerView) => ({
  name: partner.name,
  lines: addressLines(addressOf(partner)),
  contact: partner.person === null ? [] : [fr`À l’attention de ${partner.person}`],
});

const signatures = ({ partner }: MandateFacts, company: CompanyFacts) => [
  { label: fr`Pour ${statedName(company)} : nom, qualité, date et signature`, lines: 4, narrow: true },
  {
    label: fr`Pour ${partner.name} (${partnerKindName(partner.kind).toLowerCase()}) : nom, qualité, date et signature`,
    lines: 4,
    narrow: true,
  },
];

/** The claims that are entrusted, oldest first: what is open and no credit note, or those that are named. */
const entrusted = (facts: CaseFacts, claimIds: readonly string[]) =>
  facts.claims
    .filter((claim) => claim.openCents > 0 && claim.kind !== 'credit-note' && claim.kind !== 'factored')
    .filter((claim) => claimIds.length === 0 || claimIds.includes(claim.claimId))
    .sort((a, b) => (a.dueOn ?? Number.MAX_SAFE_INTEGER) - (b.dueOn ?? Number.MAX_SAFE_INTEGER));

/** What is entrusted on a day, element by element; credit notes come off when the whole account is. */
function elements(claimIds: readonly string[], facts: CaseFacts, company: CompanyFacts, on: Day) {
  const parties: Parties = { company, debtor: facts.debtor };
  const lines = entrusted(facts, claimIds).map((claim) => ({ claim, owed: owedAmounts(claim, on, parties) }));
  const sum = (pick: (one: (typeof lines)[number]['owed']) => number) =>
    lines.reduce((total, { owed }) => total + pick(owed), 0);
  const principal = sum((owed) => owed.principalCents);
  const late = sum((owed) => owed.penaltyCents);
  const indemnity = sum((owed) => owed.indemnityCents);
  const credits = facts.claims.reduce(
    (total, { kind, openCents }) => total + (kind === 'credit-note' ? openCents : 0),
    0,
  );
  const credited = claimIds.length > 0 ? 0 : credits + (facts.unallocatedCents ?? 0);
  return { lines, principal, late, indemnity, credited, total: Math.max(principal + late + indemnity - credited, 0) };
}

/** A case as it was entrusted: the claims of some procedures, without what else the debtor owes or is owed; empty: all. */
export function entrustedFacts(claimIds: readonly string[], facts: CaseFacts): CaseFacts {
  if (claimIds.length === 0) return facts;
  return { ...facts, claims: facts.claims.filter(({ claimId }) => claimIds.includes(claimId)), unallocatedCents: 0 };
}

/** What somebody is asked to recover on a day, in cents: the total of his draft. */
export function entrustedCents(claimIds: readonly string[], facts: CaseFacts, company: CompanyFacts, on: Day): number {
  return elements(claimIds, facts, company, on).total;
}

/** Each element and its sum, claim by claim: what was waived is left out, what is kept in reserve is in it. */
function owedTable({ claimIds }: MandateFacts, facts: CaseFacts, company: CompanyFacts, on: Day): DocumentTable {
  const { lines, principal, late, indemnity, credited, total } = elements(claimIds, facts, company, on);
  return {
    columns: ['Facture', 'Échéance', 'Principal', 'Pénalités ou intérêts', 'Indemnité'].map((label, n) => ({
      label,
      align: n < 2 ? ('left' as const) : ('right' as const),
    })),
    rows: lines.map(({ claim, owed }) => ({
      cells: [
        claim.number,
        claim.dueOn === null ? '–' : frenchDate(claim.dueOn),
        euros(owed.principalCents),
        euros(owed.penaltyCents),
        euros(owed.indemnityCents),
      ],
      muted: false,
    })),
    totals: [
      { label: 'Principal', value: euros(principal), strong: false },
      { label: 'Pénalités ou intérêts', value: euros(late), strong: false },
      { label: 'Indemnités', value: euros(indemnity), strong: false },
      ...(credited === 0 ? [] : [{ label: 'Avoirs et règlements à déduire', value: euros(-credited), strong: false }]),
      {
        label: fr`Total au ${frenchDate(on)}`,
        value: euros(total),
        strong: true,
      },
    ],
  };
}

/** On what each element stands, with its article; what this debtor may not be asked for says so. */
function basisTable(facts: CaseFacts, company: CompanyFacts, on: Day): DocumentTable {
  const { kind } = facts.debtor;
  const regime = regimeOf(company.creditorKind, kind);
  const rows = [['Principal', fr`Factures émises en exécution du contrat (article 1103 du code civil)`]];
  if (regime === 'civil' || kind === null) {
    rows.push(['Intérêts', fr`Intérêt au taux légal à compter de la mise en demeure (article 1231-6 du code civil)`]);
  } else {
    const [late, indemnity] = [mayClaimLatePenalties(kind, on), mayClaimFixedIndemnity(kind, on)];
    rows.push(['Pénalités de retard', late.article], ['Indemnité forfaitaire de recouvrement', indemnity.article]);
  }
  return {
    columns: [
      { label: 'Élément', align: 'left' },
      { label: 'Fondement', align: 'left' },
    ],
    rows: rows.map((cells) => ({ cells, muted: false })),
    totals: [],
  };
}
