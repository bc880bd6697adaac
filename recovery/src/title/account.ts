import {
  type Creditor,
  type Day,
  type DebtorKind,
  type Explanation,
  euros,
  formatDay,
  frenchDate,
  type IsoDate,
  legalInterest,
} from '@acquit/law';
import type { ReceiptFacts } from '../model/facts.ts';
import type { TitleFacts } from '../procedures/model.ts';
import { fr } from '../texts/typography.ts';
import type { ProcedureCostBearer } from '../views/procedures.ts';
import { isCondemnation, type TitleOrigin, unknownSince } from './origin.ts';

/** What is known of a title and of what happened since. Amounts are cents. */
export interface TitleAccountFacts {
  title: TitleFacts;
  /** The procedure that gave it. */
  origin: TitleOrigin;
  /** The sum that bears interest: what the title grants, or what was asked when nobody entered it. */
  baseCents: number;
  creditor: Creditor;
  debtorKind: DebtorKind | null;
  insolvencyOpenedOn: Day | null;
  /** Money received for its claims; what the title can have known of is not its business. */
  receipts: readonly ReceiptFacts[];
  /** Costs entered, whoever bears them. */
  costs: readonly { what: string; amountCents: number; bearer: ProcedureCostBearer }[];
}

export interface TitleAccount {
  receivedCents: number;
  principalLeftCents: number;
  interestLeftCents: number;
  costsCents: number;
  totalDueCents: number;
  /** Null when the rate of a half-year is not published: interest is then left out, and a sentence says so. */
  explanation: Explanation | null;
  warnings: string[];
}

/** Whether a cost is asked of the debtor, and why: never before a title (art. L111-8 CPCE, second paragraph). */
export function costStanding(bearer: ProcedureCostBearer, hasTitle: boolean): { asked: boolean; why: string } {
  if (bearer === 'creditor')
    return {
      asked: false,
      why: fr`Reste à la charge du créancier (article L111-8 du code des procédures civiles d’exécution, alinéa 2).`,
    };
  if (!hasTitle)
    return {
      asked: false,
      why: fr`Avancé par le créancier : rien n’est demandé au débiteur avant un titre exécutoire (article L111-8 du code des procédures civiles d’exécution).`,
    };
  if (bearer === 'suit')
    return {
      asked: true,
      why: fr`Dépens : à la charge de la partie perdante dans la mesure où le titre le dit (article 696 du code de procédure civile) ; à vérifier dans le titre.`,
    };
  return {
    asked: true,
    why: fr`Frais d’exécution forcée : à la charge du débiteur, sauf s’ils n’étaient manifestement pas nécessaires (article L111-8 du code des procédures civiles d’exécution, alinéa 1).`,
  };
}

const cents = (label: string, value: number, operation: Explanation['operation'], inputs: Explanation[]) =>
  ({ label, value, unit: 'cents', operation, inputs }) satisfies Explanation;

const sumOf = (receipts: readonly ReceiptFacts[]) => receipts.reduce((sum, { amountCents }) => sum + amountCents, 0);

/**
 * The sum that bears interest, less the money that came in before any interest ran and that the title cannot have known
 * of, with its tree: asking a debtor for what he has paid is never right.
 */
function baseOf({ baseCents, title, origin, receipts }: TitleAccountFacts, on: Day) {
  const since = unknownSince(origin, title);
  const early = sumOf(receipts.filter((receipt) => receipt.on >= since && receipt.on <= title.on && receipt.on <= on));
  return { early, since, left: Math.max(baseCents - early, 0) };
}

/** The tree of what is owed, with what made the sum that bears interest when it is not the sum granted. */
function withEarly(owed: Explanation, totalDueCents: number, baseCents: number, early: number): Explanation {
  if (early === 0) return owed;
  const left = cents(
    'Somme accordée, moins l’argent que le titre ne pouvait connaître',
    baseCents - early,
    'subtract',
    [cents('Somme accordée', baseCents, 'given', []), cents('Reçu avant le titre', early, 'given', [])],
  );
  return cents('Dû au titre', totalDueCents, 'detail', [owed, left]);
}

/** What the money received before the title did to its account. */
function earlyWarnings(early: number, since: Day): readonly string[] {
  if (early === 0) return [];
  return [
    fr`${euros(early)} reçus depuis le ${frenchDate(since)}, que le titre ne pouvait pas connaître, sont déduits de la somme accordée : vérifiez qu’elle n’en tient pas déjà compte.`,
  ];
}

/** The five points come with a condemnation by a court, and with nothing else. */
function upliftOf({ title, origin }: TitleAccountFacts): { enforceableOn?: IsoDate } {
  if (title.enforceableFrom === null || !isCondemnation(origin)) return {};
  return { enforceableOn: formatDay(title.enforceableFrom) };
}

/**
 * What a title is worth on a day: what it grants, legal interest since, five points more from two months after it became
 * enforceable when a court condemned the debtor (rule `legal-interest`, art. L313-3 C. mon. fin.), costs the debtor
 * bears, less what came in since.
 */
export function titleAccount(facts: TitleAccountFacts, on: Day): TitleAccount {
  const { title } = facts;
  const { early, since, left: baseCents } = baseOf(facts, on);
  const receipts = facts.receipts.filter((receipt) => receipt.on > title.on && receipt.on <= on);
  const asked = facts.costs.filter(({ bearer }) => costStanding(bearer, true).asked);
  const costsCents = asked.reduce((sum, cost) => sum + cost.amountCents, 0);
  const receivedSince = sumOf(receipts);
  const receivedCents = early + receivedSince;
  const warnings = [...warningsOf(facts, receivedSince), ...earlyWarnings(early, since)];
  const outcome =
    on < title.on
      ? null
      : legalInterest({
          amountCents: baseCents,
          from: formatDay(title.on),
          until: formatDay(on),
          creditor: facts.creditor,
          start: 'judgment',
          receipts: receipts.map((receipt) => ({ on: formatDay(receipt.on), amountCents: receipt.amountCents })),
          ...upliftOf(facts),
          ...(facts.debtorKind !== null && { debtor: facts.debtorKind }),
          ...(facts.insolvencyOpenedOn !== null && { insolvencyOpenedOn: formatDay(facts.insolvencyOpenedOn) }),
        });
  if (outcome === null || outcome.refusal !== undefined) {
    if (outcome?.refusal) warnings.push(fr`Intérêts non comptés : ${outcome.refusal.message}`);
    const principalLeftCents = Math.max(baseCents - receivedSince, 0);
    const totalDueCents = principalLeftCents + costsCents;
    return {
      receivedCents,
      principalLeftCents,
      interestLeftCents: 0,
      costsCents,
      totalDueCents,
      explanation: null,
      warnings,
    };
  }
  const { principalLeftCents, interestLeftCents, totalDueCents } = outcome.value;
  const costNodes = asked.map((cost) => cents(cost.what, cost.amountCents, 'given', []));
  const owed = withEarly(outcome.explanation, totalDueCents, facts.baseCents, early);
  const explanation =
    costNodes.length === 0
      ? owed
      : cents('Dû au titre, frais compris', totalDueCents + costsCents, 'sum', [owed, ...costNodes]);
  return {
    receivedCents,
    principalLeftCents,
    interestLeftCents,
    costsCents,
    totalDueCents: totalDueCents + costsCents,
    explanation,
    warnings,
  };
}

function warningsOf({ title, origin }: TitleAccountFacts, received: number) {
  const { enforceableFrom, servedOn, grantedCents, lateOppositionPossible } = title;
  const warnings: string[] = [
    fr`Le compte ne porte que l’intérêt légal depuis le titre : les intérêts ou pénalités d’avant, ou d’un autre taux, s’y ajoutent si le titre les accorde. À vérifier dans le titre.`,
  ];
  if (grantedCents === null)
    warnings.push(fr`La somme accordée n’est pas notée : le compte part de la somme demandée. Complétez l’événement.`);
  if (!isCondemnation(origin))
    warnings.push(
      fr`Titre sans condamnation par un tribunal : les cinq points de plus ne sont pas comptés (article L313-3 du code monétaire et financier).`,
    );
  else if (enforceableFrom === null)
    warnings.push(
      fr`Le jour où le titre devient exécutoire n’est pas connu : les cinq points de plus ne sont pas comptés.`,
    );
  if (servedOn === null)
    warnings.push(fr`Le titre n’est pas noté comme signifié : rien ne peut être exécuté contre le débiteur.`);
  if (lateOppositionPossible)
    warnings.push(
      fr`Signifié à une autre personne que le débiteur : l’opposition reste possible même après un premier acte d’exécution (article 1416 du code de procédure civile).`,
    );
  if (received > 0)
    warnings.push(fr`Les sommes reçues ont été imputées d’abord sur les intérêts (article 1343-1 du code civil).`);
  warnings.push(
    fr`Dix ans pour exécuter : le point de départ du délai est discuté, la date la plus proche est à vérifier.`,
  );
  return warnings;
}

/** The day the ten years run from: when the title was both enforceable and served; null while one is missing. */
export function titleClockStart({ enforceableFrom, servedOn }: TitleFacts): Day | null {
  return enforceableFrom === null || servedOn === null ? null : (Math.max(enforceableFrom, servedOn) as Day);
}
