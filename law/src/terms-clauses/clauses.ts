import { derived, type Explanation, given } from '../explain/index.ts';
import { rateWords } from '../invoice-mentions/index.ts';
import { euros, frenchDecimal } from '../money/index.ts';
import { type ArticleKey, parameterNode, reason, valueOn } from '../parameters/index.ts';
import type { TermsCase } from './input.ts';
import type { LawfulTerms } from './lawful.ts';

export type ClauseKey =
  | 'due-term'
  | 'discount'
  | 'late-penalties'
  | 'fixed-indemnity'
  | 'legal-interest'
  | 'penalty-clause'
  | 'allocation'
  | 'acceleration'
  | 'suspension'
  | 'retention-of-title'
  | 'limitation'
  | 'jurisdiction';

/** A clause ready to be printed. */
export interface Clause {
  readonly key: ClauseKey;
  readonly title: string;
  /** French, typeset. */
  readonly text: string;
  readonly articles: readonly string[];
  /** Whether the law asks that it stands out from the others. */
  readonly conspicuous: boolean;
}

interface Drafted {
  readonly clause: Clause;
  readonly node: Explanation;
}

function counted(count: number, one: string, many: string): string {
  return `${count}\u00a0${count > 1 ? many : one}`;
}

function days(count: number): string {
  return counted(count, 'jour', 'jours');
}

/** A clause with its reasons: the articles that it cites are theirs, so that the two never disagree. */
function drafted(
  terms: TermsCase,
  key: ClauseKey,
  title: string,
  sentences: readonly string[],
  reasons: readonly ArticleKey[],
  workings: readonly Explanation[] = [],
): Drafted {
  const because = reasons.map((name) => reason(name, terms.on));
  const text = sentences.join(' ');
  const articles = [...new Set(because.map(({ reference }) => reference!.article))];
  const node = derived('list', title, 'text', [
    given(`${title}\u00a0: rédaction`, text, 'text'),
    ...workings,
    ...because,
  ]);
  return { clause: { key, title, text, articles, conspicuous: key === 'jurisdiction' }, node };
}

function dueSentence({ term, customers, overseasImport, on }: TermsCase): string {
  if (term === null) {
    if (customers !== 'business')
      return 'Le prix est payable à la livraison du bien ou à l’exécution de la prestation.';
    const supplied = days(Number(valueOn('payment-term-default', on)!.value));
    return `Le prix est payable ${supplied} après la réception des marchandises ou l’exécution de la prestation.`;
  }
  const isDelivery = term.fromDelivery || overseasImport;
  const start = overseasImport
    ? 'la réception des marchandises'
    : isDelivery
      ? 'la réception des marchandises ou de l’exécution de la prestation'
      : 'l’émission de la facture';
  if (term.method === null) {
    if (term.days === 0) return `Le prix est payable comptant, le jour de ${start}.`;
    return `Le prix est payable dans un délai de ${days(term.days)} à compter de ${start}.`;
  }
  const counting =
    term.method === 'A'
      ? `ce délai se compte à partir de ${start}, et l’échéance est le dernier jour du mois où il expire`
      : `ce délai se compte à partir du dernier jour du mois de ${start}`;
  return `Le prix est payable à ${days(term.days)} fin de mois\u00a0: ${counting}.`;
}

function dueTerm(terms: TermsCase, { termCheck }: LawfulTerms): Drafted {
  const business: ArticleKey = terms.term === null ? 'payment-term-default-business' : 'terms-every-day';
  const free: ArticleKey = terms.term === null ? 'payment-term-consumer' : 'payment-term-consumer-agreed';
  const why = terms.customers === 'business' ? business : free;
  const sentences = [dueSentence(terms), 'Le paiement est réputé fait le jour où le compte du vendeur est crédité.'];
  return drafted(terms, 'due-term', 'Délai de paiement', sentences, [why], [termCheck]);
}

function discount(terms: TermsCase): Drafted[] {
  const chosen = terms.discount;
  if (chosen === null && terms.customers !== 'business') return [];
  const sentence =
    chosen === null
      ? 'Aucun escompte n’est accordé pour paiement anticipé.'
      : `Un escompte de ${frenchDecimal(chosen.percent)}\u00a0% du montant toutes taxes comprises est accordé pour tout paiement reçu dans un délai de ${days(chosen.days)} à compter de l’émission de la facture.`;
  return [drafted(terms, 'discount', 'Escompte', [sentence], ['terms-discount'])];
}

/** What lateness costs a business: one rate, and the fixed indemnity. */
function businessLateness(terms: TermsCase, { rate, rateCheck }: LawfulTerms): Drafted[] {
  const words = rateWords(rate!);
  const stated = { ecbPlus: `au ${words}`, fixed: `au taux de ${words}`, legalMultiple: `à un taux égal à ${words}` };
  const anchor =
    rate!.kind === 'ecbPlus'
      ? [
          'Le taux de la Banque centrale européenne est celui en vigueur au 1er janvier pour le premier semestre et au 1er juillet pour le second.',
        ]
      : [];
  const penalties = [
    `Toute somme non payée à l’échéance porte, sans rappel ni mise en demeure, des pénalités de retard ${stated[rate!.kind]}.`,
    ...anchor,
    'Ces pénalités se calculent sur la somme restant due, toutes taxes comprises, du lendemain de l’échéance au jour du paiement inclus.',
  ];
  const indemnity = valueOn('fixed-indemnity', terms.on)!;
  const fixed = [
    `Chaque facture payée en retard donne lieu, de plein droit, à une indemnité forfaitaire pour frais de recouvrement de ${euros(BigInt(indemnity.value))}.`,
    'Lorsque les frais exposés sont supérieurs, une indemnisation complémentaire peut être demandée sur justificatifs.',
    'Ni l’une ni l’autre n’est demandée lorsqu’une procédure collective interdit le paiement de la créance à son échéance.',
  ];
  const amount = parameterNode('Montant de l’indemnité', indemnity, 'cents');
  return [
    drafted(
      terms,
      'late-penalties',
      'Pénalités de retard',
      penalties,
      ['terms-penalty-rate', 'terms-penalty-year'],
      [rateCheck!],
    ),
    drafted(
      terms,
      'fixed-indemnity',
      'Indemnité forfaitaire',
      fixed,
      ['terms-indemnity', 'indemnity-per-late-invoice'],
      [amount],
    ),
  ];
}

function lateness(terms: TermsCase, lawful: LawfulTerms): Drafted[] {
  if (terms.customers === 'business') return businessLateness(terms, lawful);
  const sentence = 'Toute somme non payée à l’échéance porte intérêt au taux légal à compter de la mise en demeure.';
  return [drafted(terms, 'legal-interest', 'Retard de paiement', [sentence], ['terms-consumer-interest'])];
}

function penaltyClause(terms: TermsCase): Drafted[] {
  if (terms.penaltyClause === null) return [];
  const { percent, mutual } = terms.penaltyClause;
  const amount = `${frenchDecimal(percent)}\u00a0%`;
  const sentences = [
    `Le client qui ne paie pas après une mise en demeure restée sans effet doit, à titre de clause pénale, une somme égale à ${amount} du prix restant dû.`,
    ...(mutual
      ? [
          `Le vendeur qui n’exécute pas son obligation dans les mêmes conditions doit au client une somme égale à ${amount} du prix de la part non exécutée.`,
        ]
      : []),
    'Le juge peut modérer cette somme si elle est manifestement excessive.',
  ];
  const mutualReason: readonly ArticleKey[] = terms.customers === 'business' ? [] : ['terms-penalty-clause-mutual'];
  return [drafted(terms, 'penalty-clause', 'Clause pénale', sentences, ['terms-penalty-clause', ...mutualReason])];
}

function allocation(terms: TermsCase): Drafted[] {
  if (terms.allocation === null) return [];
  const isLegal = terms.allocation === 'legal';
  // Costs before the principal rest on case law between businesses: a consumer owes none before a title.
  const withCosts = isLegal && terms.customers === 'business';
  const order = isLegal
    ? `${withCosts ? 'sur les intérêts et l’indemnité de recouvrement' : 'sur les intérêts'}, puis sur le principal`
    : 'sur le principal, puis sur les intérêts';
  const sentence = `Tout paiement partiel s’impute d’abord ${order}.`;
  const reasons: readonly ArticleKey[] = isLegal
    ? ['terms-allocation-legal', ...(withCosts ? (['terms-allocation-costs'] as const) : [])]
    : ['terms-allocation-choice'];
  return [drafted(terms, 'allocation', 'Imputation des paiements', [sentence], reasons)];
}

function acceleration(terms: TermsCase): Drafted[] {
  if (terms.accelerationDays === null) return [];
  const sentence = `Lorsque le prix est payable en plusieurs échéances, le défaut de paiement de l’une d’elles rend le solde exigible ${days(terms.accelerationDays)} après une mise en demeure restée sans effet et rappelant la présente clause.`;
  const reasons = ['terms-acceleration', 'terms-acceleration-notice'] as const;
  return [drafted(terms, 'acceleration', 'Déchéance du terme', [sentence], reasons)];
}

function suspension(terms: TermsCase): Drafted[] {
  if (terms.suspensionDays === null) return [];
  const sentence = `Si une facture échue reste impayée ${days(terms.suspensionDays)} après une mise en demeure, le vendeur peut suspendre les livraisons et les prestations en cours jusqu’au paiement, dès lors que le défaut est suffisamment grave.`;
  return [drafted(terms, 'suspension', 'Suspension de l’exécution', [sentence], ['terms-suspension'])];
}

function retentionOfTitle(terms: TermsCase): Drafted[] {
  if (!terms.retentionOfTitle) return [];
  const sentences = [
    'Le vendeur reste propriétaire des biens livrés jusqu’au paiement complet de leur prix, en principal et accessoires.',
    'La remise d’un titre créant une obligation de payer, telle qu’une traite, ne vaut pas paiement.',
  ];
  const reasons = ['terms-retention-of-title', 'terms-retention-insolvency'] as const;
  return [drafted(terms, 'retention-of-title', 'Réserve de propriété', sentences, reasons)];
}

function limitation(terms: TermsCase): Drafted[] {
  if (terms.limitation === null) return [];
  const years = counted(terms.limitation.years, 'an', 'ans');
  const sentence = `Les actions en paiement nées du contrat se prescrivent par ${years}.`;
  return [drafted(terms, 'limitation', 'Prescription', [sentence], ['terms-limitation'])];
}

function jurisdiction(terms: TermsCase): Drafted[] {
  if (terms.jurisdiction === null) return [];
  const sentence = `Tout litige né du contrat est porté devant la juridiction suivante\u00a0: ${terms.jurisdiction.court}.`;
  return [drafted(terms, 'jurisdiction', 'Juridiction compétente', [sentence], ['terms-jurisdiction'])];
}

/** The clauses of the choices, in the order in which they are read. */
export function draftClauses(terms: TermsCase, lawful: LawfulTerms): readonly Drafted[] {
  return [
    dueTerm(terms, lawful),
    ...discount(terms),
    ...lateness(terms, lawful),
    ...penaltyClause(terms),
    ...allocation(terms),
    ...acceleration(terms),
    ...suspension(terms),
    ...retentionOfTitle(terms),
    ...limitation(terms),
    ...jurisdiction(terms),
  ];
}
