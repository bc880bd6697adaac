import { addDays, type Day, daysBetween } from '@acquit/law';
import type { PayerClass } from '../model/payer.ts';
import { days, fr, s } from '../texts/typography.ts';
import { type DelaySummary, knownOn, summaryOf } from './history.ts';
import type { PaidInvoice, PayerEvents, PayerScore, PayerStanding, ScoreReason } from './model.ts';

/** What parts the classes. Choices of ours, not of the law: they are told on screen with each class. */
const RULES = {
  yearDays: 365,
  /** Fewest due invoices from which a delay says something. */
  leastInvoices: 3,
  atRisk: { lateShare: 0.5, meanDelayDays: 30, openDelayDays: 90, promisesBroken: 2, rejects: 2, trendDays: 20 },
  goodPayer: { invoices: 5, knownDays: 180, lateShare: 0.2, longestDelayDays: 30 },
  largeAccount: { share: 0.1, customers: 20 },
  /** Each side of a trend: half a year against the half before it. */
  trend: { recentDays: 182, invoices: 3 },
} as const;

/** What a class is decided from, on a day. */
interface Facts {
  standing: PayerStanding;
  events: PayerEvents;
  /** Invoices due in the last twelve months; null without any. */
  year: DelaySummary | null;
  /** Change of the mean delay between the two last half-years; null when one of them has too few invoices. */
  trendDays: number | null;
  knownDays: number;
}

/**
 * The class of a customer and why, from what was known on the day: who he is first (consumer, public body), then how
 * much of the business he is, then how he pays. What a person said prevails, and what the history says stays told.
 */
export function payerScore(
  invoices: readonly PaidInvoice[],
  events: PayerEvents,
  standing: PayerStanding,
  on: Day,
  byHand: PayerClass | null,
): PayerScore {
  const facts = factsOn(invoices, events, standing, on);
  const [computedClass, reasons] = computed(facts);
  if (byHand === null) return { payerClass: computedClass, byHand: false, computedClass, reasons };
  const said = { code: 'ByHand', message: fr`Classe choisie à la main.`, weight: fr`décisif` };
  return { payerClass: byHand, byHand: true, computedClass, reasons: [said, ...reasons] };
}

function factsOn(invoices: readonly PaidInvoice[], events: PayerEvents, standing: PayerStanding, on: Day): Facts {
  const known = knownOn(invoices, on);
  const year = known.filter((one) => daysBetween(one.dueOn, on) <= RULES.yearDays || one.settledOn === null);
  const { recentDays, invoices: least } = RULES.trend;
  const turn = addDays(on, -recentDays);
  const recent = summaryOf(
    known.filter((one) => one.dueOn > turn),
    on,
  );
  const before = summaryOf(
    known.filter((one) => one.dueOn <= turn && one.dueOn > addDays(turn, -recentDays)),
    on,
  );
  const trendDays =
    recent && before && recent.invoices >= least && before.invoices >= least
      ? Math.round(recent.meanDelayDays - before.meanDelayDays)
      : null;
  const since = standing.knownSince;
  return {
    standing,
    events,
    year: summaryOf(year, on),
    trendDays,
    knownDays: since === null || since > on ? 0 : daysBetween(since, on),
  };
}

const decisive = fr`décisif`;
const percent = (share: number) => fr`${Math.round(share * 100)} %`;

function computed(facts: Facts): [PayerClass, ScoreReason[]] {
  const { standing } = facts;
  if (standing.profile === 'public')
    return ['public-body', [one('PublicBody', fr`Acheteur public : son circuit de paiement est fixé par la loi.`)]];
  if (standing.profile === 'consumer')
    return [
      'consumer',
      [
        standing.kindKnown
          ? one('Consumer', fr`Particulier : les égards dus à un consommateur passent avant ses habitudes.`)
          : one(
              'KindUnknown',
              fr`Qualité inconnue : traité comme un particulier par prudence. Précisez-la dans sa fiche.`,
            ),
      ],
    ];
  const large = largeAccount(standing);
  if (large) return ['large-account', [large, ...paying(facts)]];
  const risks = risksOf(facts);
  if (risks.length > 0) return ['at-risk', risks];
  const good = goodPayer(facts);
  if (good) return ['good-payer', good];
  return ['ordinary', paying(facts)];
}

function one(code: string, message: string, weight = decisive): ScoreReason {
  return { code, message, weight };
}

function largeAccount({ billedCents, companyBilledCents, companyCustomers }: PayerStanding): ScoreReason | null {
  const { share, customers } = RULES.largeAccount;
  if (companyCustomers < customers || billedCents < companyBilledCents * share || billedCents === 0) return null;
  const part = percent(billedCents / companyBilledCents);
  return one('LargeAccount', fr`${part} de ce que vous avez facturé sur douze mois.`, part);
}

function risksOf({ standing, events, year, trendDays }: Facts): ScoreReason[] {
  const { atRisk, leastInvoices } = RULES;
  const reasons: ScoreReason[] = [];
  if (standing.insolvent) reasons.push(one('Insolvency', fr`Procédure collective ouverte.`));
  if (events.promisesBroken >= atRisk.promisesBroken)
    reasons.push(one('PromisesBroken', fr`${events.promisesBroken} promesses de paiement non tenues sur douze mois.`));
  if (events.rejects >= atRisk.rejects)
    reasons.push(one('Rejects', fr`${events.rejects} paiements repris par sa banque sur douze mois.`));
  if (year === null) return reasons;
  if (year.openDelayDays > atRisk.openDelayDays)
    reasons.push(one('LongOpen', fr`Une facture est due depuis ${days(year.openDelayDays)}.`));
  if (year.invoices < leastInvoices) return reasons;
  if (year.lateShare >= atRisk.lateShare && year.meanDelayDays >= atRisk.meanDelayDays)
    reasons.push(
      one(
        'LateOften',
        fr`${percent(year.lateShare)} des sommes échues en douze mois payées en retard, ${days(Math.round(year.meanDelayDays))} de retard en moyenne.`,
      ),
    );
  if (trendDays !== null && trendDays >= atRisk.trendDays && year.meanDelayDays > 0)
    reasons.push(
      one('Worsening', fr`Ses délais se sont allongés de ${days(trendDays)} en six mois.`, fr`+ ${days(trendDays)}`),
    );
  return reasons;
}

/** Why he is a good payer; null when he is not, or when too little is known to say so. */
function goodPayer({ events, year, knownDays }: Facts): ScoreReason[] | null {
  const { goodPayer: rule } = RULES;
  if (year === null || year.invoices < rule.invoices || knownDays < rule.knownDays) return null;
  if (year.lateShare > rule.lateShare || year.longestDelayDays > rule.longestDelayDays) return null;
  if (events.promisesBroken > 0 || events.rejects > 0) return null;
  return [
    one(
      'PaysOnTime',
      fr`${percent(1 - year.lateShare)} des sommes échues en douze mois payées à temps, sur ${year.invoices} factures.`,
    ),
    one(
      'NeverVeryLate',
      fr`Jamais plus de ${days(rule.longestDelayDays)} de retard, aucune promesse manquée, aucun rejet.`,
      percent(1),
    ),
  ];
}

/** How he pays, said without deciding anything. */
function paying({ events, year, trendDays }: Facts): ScoreReason[] {
  const { leastInvoices } = RULES;
  if (year === null || year.invoices < leastInvoices) {
    const known = year?.invoices ?? 0;
    return [
      one(
        'ThinHistory',
        fr`${known} facture${s(known)} échue${s(known)} en douze mois : trop peu pour le dire bon payeur ou à risque.`,
      ),
    ];
  }
  const reasons = [
    one(
      'Delays',
      fr`${percent(year.lateShare)} des sommes échues en douze mois payées en retard ; délai moyen : ${signed(year.meanDelayDays)} par rapport à l’échéance.`,
      percent(year.lateShare),
    ),
  ];
  if (trendDays !== null && trendDays !== 0)
    reasons.push(one('Trend', fr`Ses délais ont changé de ${signed(trendDays)} en six mois.`, signed(trendDays)));
  if (events.promisesBroken > 0)
    reasons.push(
      one('PromiseBroken', fr`Une promesse de paiement non tenue sur douze mois.`, fr`écarte « bon payeur »`),
    );
  if (events.rejects > 0)
    reasons.push(one('Reject', fr`Un paiement repris par sa banque sur douze mois.`, fr`écarte « bon payeur »`));
  if (events.promisesKept > 0)
    reasons.push(
      one(
        'PromisesKept',
        fr`${events.promisesKept} promesse${s(events.promisesKept)} de paiement tenue${s(events.promisesKept)}.`,
        fr`favorable`,
      ),
    );
  if (events.disputes > 0)
    reasons.push(
      one('Disputes', fr`${events.disputes} contestation${s(events.disputes)} sur douze mois.`, fr`à savoir`),
    );
  if (events.partPayments > 0)
    reasons.push(
      one(
        'PartPayments',
        fr`${events.partPayments} facture${s(events.partPayments)} payée${s(events.partPayments)} en plusieurs fois.`,
        fr`à savoir`,
      ),
    );
  return reasons;
}

/** « + 12 jours », « − 3 jours » */
function signed(value: number): string {
  const whole = Math.round(value);
  return fr`${whole < 0 ? '−' : '+'} ${days(Math.abs(whole))}`;
}

/** Said wherever a class or a prediction is shown: no data of third parties come in (CNIL, délibération 2021-130). */
export const SCORE_SOURCE = fr`Calculé à partir de l’historique de ce client avec vous et de celui de vos autres clients, et de rien d’autre : aucune donnée d’un tiers.`;

/** The class as it is read. */
export const PAYER_CLASS_NAMES: Record<PayerClass, string> = {
  'good-payer': 'Bon payeur',
  ordinary: 'Ordinaire',
  'at-risk': 'À risque',
  'large-account': 'Grand compte',
  consumer: 'Particulier',
  'public-body': 'Acheteur public',
};
