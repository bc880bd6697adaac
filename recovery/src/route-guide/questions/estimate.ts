import { LOSS_EVENTS, type LossEvent, VAT_POINTS } from '@acquit/law';
import { fr } from '../../texts/typography.ts';
import { VAT_POINT_NAMES } from '../../write-off/index.ts';
import type { RouteAnswers, RouteFacts, RouteQuestion } from '../model.ts';
import { type Asked, ask, choicesOf, rule } from '../question.ts';

const OURS = (text: string) => rule(text, null);
const CONTRIBUTION = rule(
  'Devant un tribunal des activités économiques, un grand demandeur verse une contribution au-dessus d’un seuil.',
  'Art. 27 loi 2023-1059',
  'B',
);

/** What only some cases need, by name: the guide asks for it when an answer would change a court or a cost. */
export const FOLLOW_UPS = {
  commercialCourtTown: {
    key: 'commercialCourtTown',
    group: 'parties',
    kind: 'text',
    label: 'Ville du tribunal de commerce du débiteur',
    hint: 'Certains tribunaux de commerce ont changé de nom ; ce code postal ne suffit pas à le dire.',
    rule: rule(
      'Douze tribunaux de commerce sont devenus tribunaux des activités économiques.',
      'Art. 26 loi 2023-1059',
    ),
    status: 'optional',
  },
  uncontestedDecreeSeen: {
    key: 'uncontestedDecreeSeen',
    group: 'claim',
    kind: 'flag',
    label: 'Vous avez lu le décret des créances commerciales incontestées',
    hint: 'La voie reste fermée tant que ce décret n’est pas connu du logiciel. Cochez si vous l’avez vu au Journal officiel.',
    rule: rule('La procédure entre commerçants attend son décret d’application.', 'L126-1 CPCE', 'B'),
    known: false,
    from: 'Décret non relevé',
    status: 'assumed',
  },
  employees: {
    key: 'employees',
    group: 'parties',
    kind: 'count',
    label: 'Votre effectif',
    hint: 'Nombre de salariés.',
    rule: CONTRIBUTION,
    status: 'unknown',
  },
  turnoverCents: {
    key: 'turnoverCents',
    group: 'parties',
    kind: 'cents',
    label: 'Votre chiffre d’affaires annuel moyen',
    hint: 'Moyenne des trois dernières années.',
    rule: CONTRIBUTION,
    status: 'unknown',
  },
  profitCents: {
    key: 'profitCents',
    group: 'parties',
    kind: 'cents',
    label: 'Votre bénéfice annuel moyen',
    hint: 'Moyenne des trois dernières années ; zéro pour une perte.',
    rule: CONTRIBUTION,
    status: 'unknown',
  },
} as const satisfies Record<string, Asked>;
export type FollowUpName = keyof typeof FOLLOW_UPS;

/** The user’s own estimates: none has an official figure, and none is ever filled in for him but « tout ». */
export function estimateQuestions(answers: RouteAnswers): RouteQuestion[] {
  return [
    ask(
      {
        key: 'recoverablePercent',
        group: 'estimate',
        kind: 'percent',
        label: 'Part que le débiteur peut payer',
        hint: 'D’après ce que vous savez de lui : comptes publiés, autres impayés, biens. 100 % tant que vous ne dites rien.',
        rule: OURS('Un titre contre quelqu’un qui n’a rien ne rapporte rien : la somme récupérable est la vôtre.'),
        known: 100,
        from: 'Toute la somme, faute d’élément',
        status: 'assumed',
      },
      answers,
    ),
    ask(
      {
        key: 'debtorStateNote',
        group: 'estimate',
        kind: 'text',
        label: 'Vos éléments sur son état',
        hint: 'Gardés avec vos réponses : ils expliqueront la part choisie.',
        rule: OURS('Ces mots ne sortent pas de votre dossier.'),
        status: 'optional',
      },
      answers,
    ),
    ask(
      {
        key: 'successPercent',
        group: 'estimate',
        kind: 'percent',
        label: 'Vos chances de réussite, selon vous',
        hint: 'Sans réponse, chaque voie indique la probabilité à partir de laquelle elle vaut son coût.',
        rule: OURS(
          fr`Aucun taux officiel de réussite n’a été trouvé : gain espéré = chances × somme récupérable − coût.`,
        ),
        status: 'optional',
      },
      answers,
    ),
  ];
}

const EVENT_NAMES: Readonly<Record<LossEvent, string>> = {
  liquidation: 'liquidation judiciaire',
  plan: 'plan qui efface une part de la dette',
  'failed-pursuits': 'poursuites restées vaines',
  'debtor-gone': 'débiteur disparu',
  'stolen-cheque': 'chèque volé',
  'insolvency-opened': 'sauvegarde ou redressement qui commence',
};

/** What a notice of the debtor's insolvency says of the loss: a liquidation is one, what has only begun is not yet. */
function lossKnown({ insolvencyKind, insolvencyOpenedOn }: RouteFacts): { known?: LossEvent; from?: string } {
  if (insolvencyOpenedOn === null || insolvencyKind === null) return {};
  return { known: insolvencyKind === 'liquidation' ? 'liquidation' : 'insolvency-opened', from: 'Annonce du BODACC' };
}

const TAX = rule(
  'La TVA d’une créance définitivement perdue se récupère ; celle qui n’est due qu’à l’encaissement n’a jamais été versée.',
  '272 CGI',
);

/** What selling, giving up or handing over would need to be counted. */
export function exitQuestions(facts: RouteFacts, answers: RouteAnswers): RouteQuestion[] {
  const drafts: Omit<Asked, 'group' | 'status'>[] = [
    {
      key: 'agencyPercent',
      kind: 'percent',
      label: 'Honoraires de l’agence',
      hint: 'En pourcentage de ce qu’elle encaisse, taxes comprises.',
      rule: rule('Ces honoraires restent à votre charge.', 'L111-8 CPCE'),
    },
    {
      key: 'lawyerQuoteCents',
      kind: 'cents',
      label: 'Convention de l’avocat',
      hint: 'Pour tout le dossier, taxes comprises.',
      rule: rule('L’honoraire se fixe par convention écrite.', 'Art. 10 loi 71-1130', 'B'),
    },
    {
      key: 'commissaireQuoteCents',
      kind: 'cents',
      label: 'Devis du commissaire de justice',
      hint: 'Pour le recouvrement amiable, taxes comprises.',
      rule: rule('Sans titre, ces frais restent à votre charge.', 'L111-8 CPCE'),
    },
    {
      key: 'saleOfferCents',
      kind: 'cents',
      label: 'Prix proposé pour la créance',
      rule: rule('La cession se fait par écrit.', '1322 C. civ.', 'B'),
    },
    {
      key: 'vatCents',
      kind: 'cents',
      label: 'TVA comprise dans le principal',
      rule: TAX,
    },
    {
      key: 'vatPoint',
      kind: 'choice',
      label: 'Votre TVA est due',
      rule: TAX,
      choices: choicesOf(VAT_POINTS, VAT_POINT_NAMES),
    },
    {
      key: 'lossEvent',
      kind: 'choice',
      label: 'Ce qui rend la créance perdue',
      rule: TAX,
      choices: choicesOf(LOSS_EVENTS, EVENT_NAMES),
      ...lossKnown(facts),
    },
    {
      key: 'lossEventOn',
      kind: 'day',
      label: 'Jour où elle l’est devenue',
      rule: TAX,
      known: facts.insolvencyOpenedOn,
      ...(facts.insolvencyOpenedOn === null ? {} : { from: 'Jugement d’ouverture' }),
    },
  ];
  return drafts.map((draft) => ask({ group: 'exits', status: 'optional', ...draft }, answers));
}
