import { euros, type VatReliefValue, vatRelief } from '@acquit/law';
import { fr } from '../texts/typography.ts';
import { chanceOf, lessFee, type Recoverable } from './chance.ts';
import type { Chance, GuideExit, RouteAnswers, RouteFacts } from './model.ts';

/** What a way that is no procedure is made from. */
interface Exits {
  facts: RouteFacts;
  answers: RouteAnswers;
  recoverable: Recoverable;
  successPercent: number | null;
  /** Whether the debtor may still be asked for anything at all: no insolvency, no over-indebtedness, no limitation. */
  mayAsk: boolean;
  hasTitle: boolean;
  on: string;
}

const numberOf = (answers: RouteAnswers, key: string) => {
  const value = answers[key];
  return typeof value === 'number' ? value : null;
};

/** The probability of a price that is paid at once. */
const CERTAIN = 100;

const CANNOT_ASK = 'Rien ne peut plus être demandé au débiteur : voir les voies ouvertes ci-dessus.';

/** A way whose price is a quote that is spent whatever happens. */
function quoted(exits: Exits, key: string, label: string): { chance: Chance | null; missing: string[] } {
  const cents = numberOf(exits.answers, key);
  if (cents === null) return { chance: null, missing: [fr`${label} : demander le prix`] };
  const priced = { costCents: cents, lines: [{ label, cents }], isCostPartial: false };
  return { chance: chanceOf(exits.recoverable, priced, exits.successPercent), missing: [] };
}

function agency(exits: Exits): GuideExit {
  const percent = numberOf(exits.answers, 'agencyPercent');
  const free = { costCents: 0, lines: [], isCostPartial: false };
  return {
    exit: 'agency',
    name: 'Agence de recouvrement',
    open: exits.mayAsk,
    why: exits.mayAsk
      ? 'Recouvrement amiable pour votre compte, sur convention écrite. Elle ne plaide pas et ne saisit pas.'
      : fr`${CANNOT_ASK}`,
    article: 'L124-1 et R124-3 CPCE',
    confidence: 'A',
    leadsTo: [
      'Convention qui précise le fondement et le montant réclamés, ses honoraires, son assurance et la remise des fonds.',
      fr`Ses honoraires restent à votre charge : ils ne s’ajoutent pas à la dette.`,
      'Si elle échoue, les voies de justice restent les mêmes et la prescription a continué de courir.',
    ],
    missing: percent === null ? [fr`Honoraires : demander le pourcentage`] : [],
    chance: percent === null ? null : chanceOf(lessFee(exits.recoverable, percent), free, exits.successPercent),
  };
}

function lawyer(exits: Exits): GuideExit {
  return {
    exit: 'lawyer',
    name: 'Remise à un avocat',
    open: true,
    why: 'Il qualifie la créance, choisit la voie, rédige et représente devant tout tribunal.',
    article: 'Art. 54 loi 71-1130',
    confidence: 'B',
    leadsTo: [
      fr`Convention d’honoraires écrite ; une part peut être mise à la charge du débiteur par le juge.`,
      'Le dossier, ses pièces et son journal lui sont remis ; coûts et résultats reviennent ici.',
    ],
    ...quoted(exits, 'lawyerQuoteCents', 'Convention de l’avocat'),
  };
}

function commissaire(exits: Exits): GuideExit {
  return {
    exit: 'commissaire',
    name: 'Remise à un commissaire de justice',
    open: exits.mayAsk,
    why: exits.mayAsk
      ? exits.hasTitle
        ? 'Il signifie le titre et choisit avec vous les actes d’exécution.'
        : 'Sans titre, il recouvre à l’amiable ; avec un titre, il signifie et exécute.'
      : fr`${CANNOT_ASK}`,
    article: 'L111-8 CPCE',
    confidence: 'A',
    leadsTo: [
      fr`Sans titre, ses frais restent à votre charge ; les frais d’exécution d’un titre sont en principe au débiteur.`,
      'Une sommation vaut mise en demeure et n’interrompt pas la prescription.',
    ],
    ...quoted(exits, 'commissaireQuoteCents', 'Devis du commissaire de justice'),
  };
}

function sell(exits: Exits): GuideExit {
  const offer = numberOf(exits.answers, 'saleOfferCents');
  const sure: Recoverable | null =
    offer === null
      ? null
      : {
          cents: offer,
          tree: { label: 'Prix proposé', value: offer, unit: 'cents', operation: 'given', inputs: [] },
        };
  return {
    exit: 'sell',
    name: 'Vendre la créance',
    open: true,
    why: 'Un acheteur paie une partie de la somme et poursuit à votre place.',
    article: '1321 à 1326 C. civ.',
    confidence: 'B',
    leadsTo: [
      'Cession écrite, notifiée au débiteur ; vous garantissez que la créance existe.',
      'La différence entre la créance et le prix est une perte ; le sort de sa TVA est à vérifier avec votre expert-comptable.',
      'Le dossier se ferme ici une fois le prix reçu.',
    ],
    missing: offer === null ? [fr`Prix : demander une offre`] : [],
    chance:
      sure === null
        ? null
        : {
            ...chanceOf(sure, { costCents: 0, lines: [], isCostPartial: false }, CERTAIN),
            sentence: fr`Prix certain : ${euros(BigInt(sure.cents))}, sans autre suite.`,
          },
  };
}

/** What the law says of the VAT, for the whole of the case taken as one invoice. */
function relief({ facts, answers, on }: Exits): VatReliefValue | string | null {
  const vatCents = numberOf(answers, 'vatCents');
  const { vatPoint, lossEvent, lossEventOn } = answers;
  if (vatCents === null || typeof vatPoint !== 'string') return null;
  if (vatCents >= facts.principalCents) return 'La TVA indiquée dépasse le principal : corrigez-la.';
  const event =
    typeof lossEvent === 'string' && typeof lossEventOn === 'string' ? { kind: lossEvent, on: lossEventOn } : undefined;
  const { value, refusal } = vatRelief({
    on,
    vatPoint,
    ...(event === undefined ? {} : { event }),
    invoices: [
      {
        number: 'Ensemble des créances',
        issuedOn: facts.oldestIssuedOn ?? on,
        netCents: facts.principalCents - vatCents,
        vatCents,
        // A plan says what it writes off; without its figure all that is unpaid is taken as lost.
        ...(event?.kind === 'plan' ? { writtenOffCents: facts.principalCents } : {}),
      },
    ],
  } as never);
  return value ?? refusal.message;
}

function writeOff(exits: Exits): GuideExit {
  const found = relief(exits);
  const unmet = typeof found === 'object' && found !== null ? found.unmet : [];
  const vat =
    found === null
      ? [fr`TVA : indiquez-la, avec ce qui rend la créance perdue, pour savoir ce qui se récupère.`]
      : typeof found === 'string'
        ? [found]
        : found.recoverable
          ? [fr`TVA à récupérer : ${euros(BigInt(found.recoverableVatCents))}.`]
          : [fr`TVA : pas encore récupérable, ${euros(BigInt(found.lostVatCents))} en jeu.`];
  return {
    exit: 'write-off',
    name: 'Abandonner et passer en perte',
    open: true,
    why: 'La somme est perdue ; la perte et sa TVA se traitent en comptabilité.',
    article: '272 CGI',
    confidence: 'A',
    leadsTo: [
      'Plus aucune relance, le dossier se ferme avec son motif.',
      ...vat,
      ...unmet.map(({ why, article }) => fr`${why} (${article})`),
    ],
    missing:
      found === null
        ? ['TVA comprise dans le principal', 'quand votre TVA est due', 'ce qui rend la créance perdue']
        : [],
    chance: null,
  };
}

/** The ways that are no procedure, in a fixed order: hand over, sell, give up. */
export function exitsOf(exits: Exits): GuideExit[] {
  return [commissaire, lawyer, agency, sell, writeOff].map((exit) => exit(exits));
}
