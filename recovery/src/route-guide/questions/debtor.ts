import { day, frenchDate } from '@acquit/law';
import { fr } from '../../texts/typography.ts';
import type { RouteAnswers, RouteFacts, RouteQuestion } from '../model.ts';
import { type Asked, ask, rule } from '../question.ts';

type Draft = Omit<Asked, 'group'>;

function insolvency({ insolvencyOpenedOn: known }: RouteFacts): Draft {
  return {
    key: 'insolvencyOpenedOn',
    kind: 'day',
    label: 'Jugement de sauvegarde, redressement ou liquidation',
    hint: 'Laissez vide s’il n’y en a pas. Le BODACC le publie.',
    rule: rule(
      'Le jugement d’ouverture arrête toute poursuite pour les créances antérieures : il reste la déclaration.',
      'L622-21 et L622-24 C. com.',
      'B',
    ),
    known,
    from: known === null ? 'Aucun jugement au dossier' : 'Fiche du débiteur',
    status: known === null ? 'assumed' : 'known',
  };
}

function publication({ insolvencyPublishedOn: known }: RouteFacts): Draft {
  return {
    key: 'insolvencyPublishedOn',
    kind: 'day',
    label: 'Publication du jugement au BODACC',
    rule: rule('Le délai pour déclarer part de la publication, non du jugement.', 'R622-24 C. com.', 'B'),
    known,
    from: known === null ? 'Aucune annonce au dossier' : 'Annonce du BODACC',
    status: known === null ? 'unknown' : 'known',
  };
}

const OVER_INDEBTED: Draft = {
  key: 'overindebtednessAdmittedOn',
  kind: 'day',
  label: 'Surendettement déclaré recevable',
  hint: 'Jour de la décision de la commission. Laissez vide s’il n’y en a pas.',
  rule: rule(
    'La recevabilité suspend et interdit les poursuites ; aucun intérêt ne court.',
    'L722-2 et L722-14 C. conso.',
  ),
  from: 'Aucune décision au dossier',
  status: 'assumed',
};

const struckOff = ({ struckOffOn }: RouteFacts): Draft => ({
  key: 'struckOff',
  kind: 'flag',
  label: 'Débiteur radié du registre',
  hint: 'À vérifier sur l’annuaire des entreprises.',
  rule: rule('Une société radiée n’a plus de représentant : un mandataire ad hoc d’abord.', 'L237-2 C. com.', 'B'),
  known: struckOffOn !== null,
  from:
    struckOffOn === null
      ? 'Rien au dossier ne dit qu’il l’est'
      : fr`Annonce du BODACC : radié le ${frenchDate(day(struckOffOn))}`,
  status: struckOffOn === null ? 'assumed' : 'known',
});

function atRisk({ risks }: RouteFacts): Draft {
  return {
    key: 'recoveryAtRisk',
    kind: 'flag',
    label: 'Recouvrement menacé',
    hint: 'Ventes d’actifs, autres impayés, comptes vidés : ce que vous pourriez montrer à un juge.',
    rule: rule(
      'La saisie conservatoire suppose une créance fondée en son principe et un recouvrement menacé.',
      'L511-1 CPCE',
    ),
    known: false,
    from: risks.length === 0 ? 'Aucun signe au dossier' : risks.join(fr` ; `),
    status: risks.length === 0 ? 'assumed' : 'doubtful',
  };
}

function limitation({ limitation: found }: RouteFacts): Draft {
  return {
    key: 'limitationExpiresOn',
    kind: 'day',
    label: 'Dernier jour avant prescription',
    rule: rule(
      'Après ce jour, plus d’action en justice, et il ne faut pas en annoncer. Une mise en demeure ne l’interrompt pas.',
      '2219 et 2241 C. civ.',
    ),
    known: found?.expiresOn ?? null,
    from:
      found === null
        ? 'Prescription non calculée pour ce dossier'
        : fr`La plus proche : ${found.number}, jusqu’au ${frenchDate(day(found.expiresOn))}`,
    status: found === null ? 'unknown' : 'known',
  };
}

/** The state of the debtor and of the time: the gates that come before every route. */
export function debtorQuestions(facts: RouteFacts, answers: RouteAnswers, mayBeOverIndebted: boolean): RouteQuestion[] {
  const put = (draft: Draft) => ask({ group: 'debtor', ...draft }, answers);
  const opened = put(insolvency(facts));
  return [
    opened,
    ...(opened.value === null ? [] : [put(publication(facts))]),
    ...(mayBeOverIndebted ? [put(OVER_INDEBTED)] : []),
    put(struckOff(facts)),
    put(atRisk(facts)),
    put(limitation(facts)),
  ];
}
