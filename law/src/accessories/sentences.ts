import type { RefusalCode } from '../refusal.ts';

/** What each refusal says after the name of the accessory, and what to do. */
const SENTENCES = {
  CapitalisationNotAgainstConsumer:
    'elle n’est pas admise contre un consommateur sans texte spécial. Calculez des intérêts simples',
  EnforcementNeedsTitle: 'aucune exécution n’est possible sans titre exécutoire. Obtenez d’abord un titre',
  EnforcementNotAgainstPublicBody:
    'les biens d’une personne publique sont insaisissables. Demandez le mandatement d’office',
  FeeForbiddenBeforeTitle:
    'sans titre exécutoire, cette dépense reste à la charge du créancier, même si une clause dit le contraire. Retirez-la de la demande',
  FeeForbiddenToConsumer:
    'demander cette dépense à un consommateur sans titre exécutoire, ou l’encaisser, est un délit. Retirez-la',
  FeeKeptByCreditor: 'la loi laisse cette dépense à la charge du créancier. Retirez-la de la demande',
  IndemnityNotInForce: 'elle n’existait pas encore à cette date. Retirez-la de la demande',
  IndemnityNotOwedByConsumer: 'un consommateur ne la doit jamais. Retirez-la de la demande',
  IndemnityNotOwedUnderCivilLaw:
    'elle n’est due qu’entre professionnels et par les acheteurs publics. Retirez-la de la demande',
  IndemnityStoppedByInsolvency:
    'l’ouverture de la procédure collective interdisait de payer à l’échéance. Retirez-la de la demande',
  InterestNotCumulative:
    'les pénalités de retard sont déjà demandées et ne s’y ajoutent pas. Choisissez l’un ou l’autre pour chaque jour',
  InterestStoppedByInsolvency:
    'la procédure collective était ouverte à l’échéance et aucun intérêt ne court. Déclarez le principal au passif',
  LawyerFeesNeedJudge: 'le juge seul peut les mettre à la charge du débiteur. Demandez-les au juge',
  NotLateYet: 'l’échéance n’est pas passée. Attendez le lendemain de l’échéance',
  PenaltyClauseNotForPublicBuyer:
    'le retard d’un acheteur public est compensé par les intérêts moratoires et l’indemnité. Demandez-les à la place',
  PenaltyNotOwedByConsumer:
    'un consommateur ne les doit pas. Demandez l’intérêt au taux légal depuis la mise en demeure',
  PenaltyNotOwedUnderCivilLaw:
    'elles ne sont dues qu’entre professionnels et par les acheteurs publics. Demandez l’intérêt au taux légal depuis la mise en demeure',
} satisfies Partial<Record<RefusalCode, string>>;

/** The refusals that the table may give: each has its sentence, or the table does not compile. */
export type BarCode = keyof typeof SENTENCES;

/** The French sentence of a refusal: the accessory, why it is refused, what to do. */
export function refusalSentence(accessoryName: string, code: BarCode): string {
  return `${accessoryName}\u00a0: ${SENTENCES[code]}.`;
}
