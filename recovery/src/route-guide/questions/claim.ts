import {
  CLAIM_KINDS,
  CLAIM_NAMES,
  CONTEST_NAMES,
  CONTESTS,
  type Contest,
  day,
  EVIDENCE,
  EVIDENCE_NAMES,
  frenchDate,
} from '@acquit/law';
import { ruleOf } from '../../einvoice/statuses.ts';
import { fr } from '../../texts/typography.ts';
import type { RouteAnswers, RouteFacts, RouteQuestion } from '../model.ts';
import { ask, choicesOf, rule } from '../question.ts';

function claimKind({ claimKinds, claims }: RouteFacts, answers: RouteAnswers): RouteQuestion {
  const told = claimKinds.filter((kind) => kind !== 'other');
  const isSure = told.length === 1 && claimKinds.length === 1;
  return ask(
    {
      key: 'claimKind',
      group: 'claim',
      kind: 'choice',
      label: 'Ce qui est dû',
      rule: rule('La nature de la créance choisit le juge, la prescription et certaines voies.', 'L213-4-4 COJ'),
      choices: choicesOf(CLAIM_KINDS, CLAIM_NAMES),
      known: told.length === 1 ? told[0]! : null,
      from:
        told.length > 1
          ? fr`Les ${claims} créances ouvertes sont de natures différentes : dites celle que vous poursuivez`
          : told.length === 1
            ? 'Créances ouvertes du dossier'
            : 'Nature non renseignée sur les créances',
      status: isSure ? 'known' : told.length === 1 ? 'doubtful' : 'unknown',
    },
    answers,
  );
}

function sum(
  key: string,
  label: string,
  cents: number,
  about: RouteQuestion['rule'],
  from: string,
): (answers: RouteAnswers) => RouteQuestion {
  return (answers) =>
    ask({ key, group: 'claim', kind: 'cents', label, rule: about, known: cents, from, status: 'known' }, answers);
}

/** What is known of a contest: a dispute, a status of the platform, an answer, or silence, the strongest first. */
function contestKnown(facts: RouteFacts): { known: Contest; from: string; status: RouteQuestion['status'] } {
  const [dispute] = facts.disputes;
  if (dispute !== undefined) {
    const on = frenchDate(day(dispute.openedOn));
    const from = fr`Litige ouvert le ${on} : ${dispute.reason}. Dites s’il est sérieux ou s’il sert à gagner du temps`;
    return { known: 'serious', from, status: 'doubtful' };
  }
  const refused = facts.eInvoices.find(
    ({ ground }) => ground === 'disputed' || ground === 'refused' || ground === 'rejected',
  );
  if (refused !== undefined) {
    const from = fr`Facture électronique ${refused.number} : ${refused.label}`;
    return { known: 'serious', from, status: 'doubtful' };
  }
  if (facts.repliedOn !== null) {
    const from = fr`Réponse du ${frenchDate(day(facts.repliedOn))}, sans litige ouvert : relisez-la`;
    return { known: 'no', from, status: 'doubtful' };
  }
  const approved = facts.eInvoices.find(({ code }) => ruleOf(code)?.proves === 'approved');
  if (approved !== undefined) {
    return { known: 'no', from: fr`Facture électronique ${approved.number} approuvée par l’acheteur`, status: 'known' };
  }
  if (facts.reminders === 0) {
    return { known: 'silent', from: 'Aucune relance n’est partie : rien ne dit ce qu’il répond', status: 'doubtful' };
  }
  const from = fr`${facts.reminders} message${facts.reminders > 1 ? 's' : ''} sans réponse`;
  return { known: 'silent', from, status: 'known' };
}

function contested(facts: RouteFacts, answers: RouteAnswers): RouteQuestion {
  return ask(
    {
      key: 'contested',
      group: 'claim',
      kind: 'choice',
      label: 'Contestation de la dette',
      hint: 'Mineure : un point de détail soulevé pour gagner du temps. Sérieuse : le juge devra trancher.',
      rule: rule(
        'Une contestation sérieuse ferme ce qui se décide sans le débiteur et réduit le référé à la part non contestée.',
        '1405, 835 et 873 CPC',
      ),
      choices: choicesOf(CONTESTS, CONTEST_NAMES),
      ...contestKnown(facts),
    },
    answers,
  );
}

function evidence({ papers }: RouteFacts, answers: RouteAnswers): RouteQuestion {
  const found = [...new Set(papers.map((paper) => paper.evidence))];
  const from = papers.map((paper) => paper.from).join(fr` ; `);
  return ask(
    {
      key: 'evidence',
      group: 'claim',
      kind: 'choices',
      label: 'Pièces que vous avez',
      hint: 'Cochez ce que vous pouvez produire. Rien n’est pris pour acquis.',
      rule: rule('Celui qui réclame l’exécution d’une obligation doit la prouver.', '1353 C. civ.'),
      choices: choicesOf(EVIDENCE, EVIDENCE_NAMES),
      known: found,
      from: from === '' ? 'Aucune pièce trouvée au dossier' : from,
      status: 'doubtful',
    },
    answers,
  );
}

/** What is owed, whether it is contested, and what proves it. */
export function claimQuestions(facts: RouteFacts, answers: RouteAnswers): RouteQuestion[] {
  const owed = 'Échu à ce jour, avoirs déduits';
  const principal = rule(
    'Le montant de la demande décide de l’avocat, de la requête et de la tentative amiable.',
    '35 à 37 CPC',
  );
  const interest = rule('La limite de la procédure simplifiée compte le principal et les intérêts.', 'R125-1 CPCE');
  const indemnity = rule(
    'Par facture, entre professionnels seulement ; jamais à un particulier.',
    'D441-5 C. com.',
    'B',
  );
  return [
    claimKind(facts, answers),
    sum('amountCents', 'Principal demandé', facts.principalCents, principal, owed)(answers),
    sum('interestCents', 'Intérêts ou pénalités demandés', facts.interestCents, interest, owed)(answers),
    sum('indemnityCents', 'Indemnité forfaitaire demandée', facts.indemnityCents, indemnity, owed)(answers),
    contested(facts, answers),
    evidence(facts, answers),
  ];
}
