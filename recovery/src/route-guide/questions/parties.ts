import { DEBTOR_KINDS, DEBTOR_NAMES } from '@acquit/law';
import { kindOfForm } from '../../profile/legal-form.ts';
import { fr } from '../../texts/typography.ts';
import type { RouteAnswers, RouteFacts, RouteQuestion } from '../model.ts';
import { ask, choicesOf, rule } from '../question.ts';

const KINDS = choicesOf(DEBTOR_KINDS, DEBTOR_NAMES);
const BY_KIND = rule(
  fr`La qualité des deux parties choisit le tribunal et ouvre ou ferme plusieurs voies. Les sociétés SARL, SA, SAS, SNC, SCS et SCA sont commerciales par leur forme.`,
  'L721-3 et L210-1 C. com.',
  'B',
);
const BY_PLACE = rule(
  'La demande se porte au tribunal du débiteur, à son siège ou à son domicile. À l’étranger, les voies sont européennes ou étrangères.',
  '42, 43 et 1406 CPC',
);

/** Who the creditor is: his form may say it, a sole trader’s never does. */
function creditorKind({ company }: RouteFacts, answers: RouteAnswers): RouteQuestion {
  const kind = company.creditorKind === 'individual' ? 'consumer' : kindOfForm(company.legalForm);
  const form = company.legalForm ?? 'forme non renseignée';
  const from =
    company.creditorKind === 'individual'
      ? 'Fiche de votre société : particulier'
      : fr`Fiche de votre société : ${form}`;
  return ask(
    {
      key: 'creditorKind',
      group: 'parties',
      kind: 'choice',
      label: 'Vous êtes',
      rule: BY_KIND,
      choices: KINDS,
      known: kind,
      from,
      status: kind === null ? 'unknown' : 'known',
    },
    answers,
  );
}

function debtorKind({ debtor }: RouteFacts, answers: RouteAnswers): RouteQuestion {
  return ask(
    {
      key: 'debtorKind',
      group: 'parties',
      kind: 'choice',
      label: 'Votre débiteur est',
      hint: 'Pour un entrepreneur individuel, c’est l’activité qui compte : commerce, métier artisanal ou profession libérale.',
      rule: BY_KIND,
      choices: KINDS,
      known: debtor.kind,
      from: debtor.kind === null ? 'Fiche du débiteur : qualité non renseignée' : 'Fiche du débiteur',
      status: debtor.kind === null ? 'unknown' : 'known',
    },
    answers,
  );
}

function country({ debtor }: RouteFacts, answers: RouteAnswers): RouteQuestion {
  return ask(
    {
      key: 'debtorCountry',
      group: 'parties',
      kind: 'text',
      label: 'Pays du débiteur',
      hint: 'Deux lettres : FR, BE, DE…',
      rule: BY_PLACE,
      known: debtor.address.country,
      from: 'Adresse du débiteur',
      status: 'known',
    },
    answers,
  );
}

function postcode({ debtor }: RouteFacts, answers: RouteAnswers): RouteQuestion {
  const known = debtor.address.postcode;
  return ask(
    {
      key: 'debtorPostcode',
      group: 'parties',
      kind: 'text',
      label: 'Code postal de son siège ou de son domicile',
      rule: BY_PLACE,
      known,
      from: known === null ? 'Adresse du débiteur : code postal absent' : 'Adresse du débiteur',
      status: known === null ? 'unknown' : 'known',
    },
    answers,
  );
}

/** Who the two parties are, and where the debtor is. */
export function partiesQuestions(facts: RouteFacts, answers: RouteAnswers): RouteQuestion[] {
  return [creditorKind, debtorKind, country, postcode].map((question) => question(facts, answers));
}
