import { CLAIM_NAMES, euros, frenchDate } from '@acquit/law';
import { addressLines, legalIdLine, statedName } from '../../texts/parties.ts';
import { fr } from '../../texts/typography.ts';
import { field, paper, section, table, text } from '../blocks.ts';
import { capital, citedOrders, claimKindOf, courtLines, exhibitsSection, storyBlocks } from '../common.ts';
import type { CourtFileFacts } from '../facts.ts';
import type { Composer, Made } from '../made.ts';
import type { CourtBlock, CourtSection } from '../model.ts';
import { agentOf, answer, creditorIsPerson, debtorIsPerson } from '../parties.ts';
import { EUROPEAN_GROUNDS, EUROPEAN_HEARINGS, EUROPEAN_TRANSFERS } from '../questions/definition.ts';
import { claimTable, costBlocks, indemnityLabel, interestName, interestSentence, interestStart } from '../sums.ts';

/** The two regulations, with the article that lists what the form must hold. */
const REGULATIONS = {
  order: 'art. 7 règl. 1896/2006',
  small: 'art. 4 règl. 861/2007',
} as const;

/**
 * What is copied onto form A, heading by heading in the order of the official form: the European order for payment
 * (regulation 1896/2006, annex I) or the small claims procedure (regulation 861/2007, annex I). The form alone is filed and
 * signed, so nobody signs this sheet.
 */
export const composeEuropeanForm: Composer = (made) => {
  const { facts } = made;
  const isOrder = facts.procedure === 'european-payment-order';
  const article = isOrder ? REGULATIONS.order : REGULATIONS.small;
  return {
    ...paper(facts, {
      key: 'european-form',
      title: isOrder
        ? fr`Feuille de report : formulaire A, injonction de payer européenne`
        : fr`Feuille de report : formulaire A, petits litiges`,
      basis: isOrder
        ? fr`Règlement (CE) n° 1896/2006, article 7 et annexe I ; articles 1424-1 et suivants du code de procédure civile`
        : fr`Règlement (CE) n° 861/2007, article 4 et annexe I ; articles 1382 à 1391 du code de procédure civile`,
    }),
    draft: 'À recopier sur le formulaire officiel, seul signé et déposé',
    addressee: courtLines(made),
    lead: [
      fr`Les rubriques portent les numéros du formulaire A du portail européen e-Justice. Vérifiez-les sur le formulaire en vigueur, qui imprime aussi les codes à reporter, et remplissez-le dans la langue de la juridiction.`,
    ],
    sections: isOrder ? orderSections(made, article) : smallSections(made, article),
    ending: null,
  };
};

function orderSections(made: Made, article: string): CourtSection[] {
  const { facts, account } = made;
  return [
    section('Juridiction', courtBlocks(facts, article)),
    section('Parties et leurs représentants', [
      ...creditorBlocks(facts, article, 'Demandeur – '),
      ...debtorBlocks(facts, article, 'Défendeur – '),
    ]),
    section('Compétence de la juridiction', groundBlocks(facts, article)),
    section('Caractère transfrontalier de l’affaire', crossBorderBlocks(facts, article)),
    section('Coordonnées bancaires (facultatif)', bankBlocks(facts)),
    section('Créance principale', [
      field('Devise', 'EUR', article),
      field('Valeur totale, hors intérêts et frais', euros(account.principalCents - account.creditCents), article),
      ...causeBlocks(made, article),
      table(null, claimTable(account)),
    ]),
    section('Intérêts', interestBlocks(made, article)),
    section('Pénalités contractuelles (le cas échéant)', [
      field(
        'Montant',
        account.penaltyClauseCents === 0 ? 'Néant' : euros(account.penaltyClauseCents),
        account.penaltyClauseCents === 0 ? null : article,
      ),
    ]),
    section('Frais (le cas échéant)', costsBlocks(made)),
    exhibitsSection(facts, 'Moyens de preuve disponibles à l’appui de la créance'),
    section('Déclarations supplémentaires et autres informations', [
      ...choice('Si le défendeur forme opposition', EUROPEAN_TRANSFERS, answer(facts, 'europeanTransfer')),
      text(
        fr`En signant le formulaire, le demandeur déclare que les informations sont exactes à sa connaissance ; une fausse déclaration délibérée l’expose aux sanctions de l’État d’origine (art. 7, § 3 du règlement).`,
      ),
    ]),
  ];
}

function smallSections(made: Made, article: string): CourtSection[] {
  const { facts, account } = made;
  return [
    section('Juridiction', courtBlocks(facts, article)),
    section('Demandeur', creditorBlocks(facts, article)),
    section('Défendeur', debtorBlocks(facts, article)),
    section('Compétence', groundBlocks(facts, article)),
    section('Caractère transfrontalier du litige', crossBorderBlocks(facts, article)),
    section('Coordonnées bancaires (facultatif)', bankBlocks(facts)),
    section('Demande', [
      field('Somme d’argent, hors intérêts et frais', euros(account.principalCents - account.creditCents), article),
      ...interestBlocks(made, article),
      ...costsBlocks(made),
      table(null, claimTable(account)),
    ]),
    section('Précisions concernant la demande', [...causeBlocks(made, article), ...exhibitsSection(facts).blocks]),
    section('Audience', choice('Audience demandée', EUROPEAN_HEARINGS, answer(facts, 'europeanHearing'))),
    section('Signification ou notification des actes et communications', [
      field('Adresse électronique', facts.company.email, null),
    ]),
    section('Certificat (formulaire D)', [
      text('Demandez-le dès ce formulaire : il rend la décision exécutoire dans les autres États membres.'),
    ]),
    section('Date et signature', [text('Sur le formulaire.')]),
  ];
}

function courtBlocks(facts: CourtFileFacts, article: string): CourtBlock[] {
  const { court } = facts;
  return [
    field('Nom', court?.name ?? null, article),
    field('Adresse', court === null || court.lines.length === 0 ? null : court.lines.join(', '), null),
    field('État membre', answer(facts, 'europeanCourtCountry'), article),
  ];
}

function creditorBlocks(facts: CourtFileFacts, article: string, of = ''): CourtBlock[] {
  const { company } = facts;
  const person = creditorIsPerson(facts);
  const names = person
    ? [
        field(`${of}Nom`, answer(facts, 'creditorSurname'), article),
        field(`${of}Prénom`, answer(facts, 'creditorFirstNames'), article),
      ]
    : [field(`${of}Dénomination`, statedName(company), article)];
  return [
    ...names,
    field(`${of}Adresse`, addressLines(company.address).join(', ') || null, article),
    field(`${of}Pays`, company.address.country || null, article),
    field(`${of}Numéro d’identification`, company.legalId === null ? null : legalIdLine(company.legalId), null),
    ...(person ? [] : [field(`${of}Représentant légal`, answer(facts, 'creditorBody'), article)]),
    field(`${of}Mandataire`, agentOf(facts) ?? 'Néant', null),
  ];
}

function debtorBlocks(facts: CourtFileFacts, article: string, of = ''): CourtBlock[] {
  const { debtor } = facts.case;
  return [
    field(debtorIsPerson(facts) ? `${of}Nom` : `${of}Dénomination`, debtor.name, article),
    ...(debtorIsPerson(facts) ? [field(`${of}Prénom`, answer(facts, 'debtorFirstNames'), article)] : []),
    field(`${of}Adresse`, addressLines(debtor.address).join(', ') || null, article),
    field(`${of}Pays`, debtor.address.country || null, article),
    ...(debtor.legalId === null ? [] : [field(`${of}Numéro d’identification`, debtor.legalId, null)]),
    ...(debtor.email === null ? [] : [field(`${of}Adresse électronique`, debtor.email, null)]),
  ];
}

/** A consumer is sued in his own country only (art. 18 of regulation 1215/2012), whatever was answered. */
function groundBlocks(facts: CourtFileFacts, article: string): CourtBlock[] {
  if (facts.case.debtor.kind === 'consumer')
    return [
      field('Critère', 'Domicile du consommateur', article),
      text(
        fr`Le défendeur est un consommateur : seuls les juges de l’État de son domicile sont compétents (art. 18 règl. 1215/2012 ; art. 6, § 2 règl. 1896/2006).`,
      ),
    ];
  return choice('Critère', EUROPEAN_GROUNDS, answer(facts, 'europeanGround'), article);
}

function crossBorderBlocks(facts: CourtFileFacts, article: string): CourtBlock[] {
  return [
    field('État du demandeur', facts.company.address.country || null, article),
    field('État du défendeur', facts.case.debtor.address.country || null, article),
    field('État de la juridiction', answer(facts, 'europeanCourtCountry'), article),
  ];
}

function bankBlocks(facts: CourtFileFacts): CourtBlock[] {
  return [
    field('Compte sur lequel le défendeur peut payer (IBAN)', facts.company.iban ?? 'Non indiqué', null),
    field('Titulaire', statedName(facts.company), null),
  ];
}

function causeBlocks(made: Made, article: string): CourtBlock[] {
  const { facts, account } = made;
  const kind = claimKindOf(facts);
  return [
    field('Cause de la créance', kind === null ? null : capital(CLAIM_NAMES[kind]), article),
    field('Circonstances', 'Défaut de paiement', article),
    field('Faits', answer(facts, 'claimBasis'), article),
    ...citedOrders(account),
    ...storyBlocks(facts),
  ];
}

function interestBlocks({ facts, account }: Made, article: string): CourtBlock[] {
  const start = interestStart(account);
  return [
    field(
      fr`${interestName(account)}, au ${frenchDate(facts.on)}`,
      euros(account.penaltyCents),
      start === null ? null : article,
    ),
    ...(start === null ? [] : [field('À compter du', start, article)]),
    field('Taux', interestSentence(facts, account), null),
    field('Jusqu’au', start === null ? 'Sans objet' : 'Jour du paiement de la créance principale', null),
  ];
}

/** The lump sum for recovery costs is of the costs: it comes from directive 2011/7 and from no clause. */
function costsBlocks({ facts, account, found }: Made): CourtBlock[] {
  return [
    ...(account.regime === 'civil' || account.indemnityCents === 0
      ? []
      : [field(indemnityLabel(account), euros(account.indemnityCents), 'art. L441-10 C. com.')]),
    ...costBlocks(found, facts.costs),
  ];
}

/** Boxes to tick, and the line that says one is missing. */
function choice(
  label: string,
  options: readonly (readonly [string, string])[],
  said: string | null,
  article: string | null = null,
): CourtBlock[] {
  const chosen = options.find(([value]) => value === said);
  return [
    { kind: 'choice', label, options: options.map(([value, name]) => ({ label: name, chosen: value === said })) },
    ...(chosen === undefined && article !== null ? [field(label, null, article)] : []),
  ];
}
