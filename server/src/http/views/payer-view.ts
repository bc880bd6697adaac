import { addMonths, type Day, formatDay } from '@acquit/law';
import {
  type ClaimFacts,
  exposureOf,
  type LateCostView,
  lateCost,
  PAYER_CLASS_NAMES,
  type PayerView,
  payerScore,
  predictPayment,
  SCORE_SOURCE,
  writtenPrediction,
} from '@acquit/recovery';
import {
  type CustomerHead,
  claimsOnScreen,
  creditLimitOf,
  loadCases,
  loadPayers,
  loadPeers,
  type Tx,
} from '../../store/index.ts';
import { requireTerms } from '../routes/shared.ts';

/** Open invoices predicted on one screen, and invoices whose lateness is counted. */
const PREDICTIONS_SHOWN = 100;
const CLAIMS_COUNTED = 2_000;
const COST_MONTHS = 12;

/** How a customer pays, from his facts as they are now: what the night kept may be a day old. */
export async function payerViewOf(tx: Tx, { debtorId, caseId, companyId }: CustomerHead, on: Day): Promise<PayerView> {
  const [payer] = await loadPayers(tx, companyId, [debtorId], on);
  const [loaded] = await loadCases(tx, [caseId]);
  if (!payer || !loaded) throw new Error('A customer has a case.');
  const score = payerScore(payer.invoices, payer.events, payer.standing, on, payer.byHand);
  const peers = await loadPeers(tx, companyId, payer.group, debtorId, on);
  const { claims, unallocatedCents = 0 } = loaded.facts;
  const predictions = claims
    .filter((claim) => isAsked(claim) && claim.dueOn !== null && claim.openCents > 0)
    .slice(0, PREDICTIONS_SHOWN)
    .map((claim) => {
      const { invoices: history, paymentRun } = payer;
      const dueOn = claim.dueOn!;
      const prediction = predictPayment({ dueOn, on, history, peers, paymentRun, stillOpen: true });
      const { claimId, number, openCents } = claim;
      return { claimId, number, dueOn: formatDay(dueOn), openCents, ...writtenPrediction(prediction) };
    });
  const openCents = claims.reduce(
    (sum, claim) =>
      claim.kind === 'credit-note' ? sum - claim.openCents : isAsked(claim) ? sum + claim.openCents : sum,
    0,
  );
  return {
    debtorId,
    payerClass: score.payerClass,
    payerClassName: PAYER_CLASS_NAMES[score.payerClass],
    byHand: score.byHand,
    computedClassName: PAYER_CLASS_NAMES[score.computedClass],
    reasons: score.reasons,
    source: SCORE_SOURCE,
    predictions,
    exposure: exposureOf(openCents, unallocatedCents, await creditLimitOf(tx, debtorId)),
  };
}

const isAsked = ({ kind }: ClaimFacts) => kind !== 'credit-note' && kind !== 'factored';

/** What a customer's lateness cost over the last twelve months, with the tree of its figure. */
export async function lateCostOf(tx: Tx, { caseId, companyId }: CustomerHead, on: Day): Promise<LateCostView> {
  const [loaded] = await loadCases(tx, [caseId]);
  if (!loaded) throw new Error('A customer has a case.');
  const { company } = await requireTerms(tx, companyId);
  const claims = await claimsOnScreen(tx, caseId, CLAIMS_COUNTED);
  const period = { from: addMonths(on, -COST_MONTHS), until: on };
  const rate = company.settings.financingRate;
  const cost = lateCost(
    claims.map(({ facts }) => facts),
    period,
    rate,
    { company, debtor: loaded.facts.debtor },
  );
  return { from: formatDay(period.from), until: formatDay(period.until), rate, ...cost };
}
