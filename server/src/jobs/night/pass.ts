import { randomUUIDv7 } from 'node:crypto';
import { type Day, formatDay } from '@acquit/law';
import {
  assign,
  type CaseFacts,
  type Decision,
  decide,
  isWrittenChannel,
  type PlannedAction,
  type Scenario,
} from '@acquit/recovery';
import {
  appendJournal,
  noteOnTheirWay,
  type Store,
  stopVolume,
  type Tx,
  touchCases,
  type VolumeLimit,
  volumeLimit,
  wakeWarnedPlans,
  withdrawUnsent,
} from '../../store/index.ts';
import { linkAllWaiting } from '../einvoice/index.ts';
import { refreshCompanyPayers } from '../payers/index.ts';
import { refreshAudits } from '../prevention/index.ts';
import { refreshCompanyProcedures, refreshDueLimitations } from '../procedures/index.ts';
import { type CompanyTerms, type DueCursor, loadDueCases, loadTerms } from './load.ts';
import { type ActionRow, type Decided, recordDecisions } from './record.ts';
import { thankPromises } from './thanks.ts';

/** Cases decided in one transaction: few enough for memory and locks, enough of them for set-based writing. */
const BATCH = 1000;

export interface PassOrder {
  tenantId: string;
  companyId: string;
  on: Day;
  dryRun: boolean;
}

/** One line of a pass: what was decided for one debtor. */
export interface DecisionLine {
  caseId: string;
  debtorName: string;
  action: PlannedAction;
  decision: Decision;
}

export interface PassResult {
  passId: string | null;
  companyId: string;
  company: string;
  on: string;
  casesExamined: number;
  decisions: number;
  messages: number;
  tasks: number;
  parked: number;
  /** E-mails and text messages of a live company that leave by themselves. */
  leaving: number;
  cpuSeconds: number;
}

/**
 * The night's pass of one company for one day. Due cases are streamed by key in batches; the pure planner decides; each
 * batch is written in the transaction that read it. A repeat finds nothing due and changes nothing; a pass that was
 * missed is caught up by the next, because steps are due on or after their day. `onDecision` sees every line as it is
 * written, so that nobody has to hold a million of them.
 */
export async function runPass(
  store: Store,
  order: PassOrder,
  onDecision: (line: DecisionLine) => void = () => {},
): Promise<PassResult> {
  const startedCpu = process.cpuUsage();
  const terms = await store.inTenant(order.tenantId, (tx) => loadTerms(tx, order.companyId));
  if (!terms) throw new Error(`No company ${order.companyId} in this tenant.`);
  const result: PassResult = {
    passId: null,
    companyId: order.companyId,
    company: terms.company.name,
    on: formatDay(order.on),
    casesExamined: 0,
    decisions: 0,
    messages: 0,
    tasks: 0,
    parked: 0,
    leaving: 0,
    cpuSeconds: 0,
  };
  if (!order.dryRun) {
    await refreshCompanyPayers(store, order);
    await refreshAudits(store, order);
    await refreshCompanyProcedures(store, order);
    await refreshDueLimitations(store, order);
  }
  if (!order.dryRun)
    await store.inTenant(order.tenantId, async (tx) => {
      await linkAllWaiting(tx, { actor: 'acquit', today: result.on }, order.companyId);
      await wakeWarnedPlans(tx, order.companyId, result.on);
      const { caseIds, events } = await withdrawUnsent(tx, order.companyId, result.on);
      if (caseIds.length > 0) await touchCases(tx, caseIds, result.on, events);
      await noteOnTheirWay(tx, order.companyId, result.on);
    });
  const limit = await store.inTenant(order.tenantId, (tx) =>
    volumeLimit(tx, order.companyId, terms.company.settings, order.on),
  );
  let after: DueCursor | null = null;
  do {
    after = await store.inTenant(order.tenantId, (tx) => passBatch(tx, order, terms, limit, after, result, onDecision));
  } while (after !== null);
  await store.inTenant(order.tenantId, async (tx) => {
    const written = await thankPromises(tx, order, terms);
    await countWritten(tx, order, terms, limit, written, result, onDecision);
  });
  const cpu = process.cpuUsage(startedCpu);
  result.cpuSeconds = Math.round((cpu.user + cpu.system) / 1000) / 1000;
  if (!order.dryRun) result.passId = await store.inTenant(order.tenantId, (tx) => recordPass(tx, order, result));
  return result;
}

async function passBatch(
  tx: Tx,
  order: PassOrder,
  terms: CompanyTerms,
  limit: VolumeLimit | null,
  after: DueCursor | null,
  result: PassResult,
  onDecision: (line: DecisionLine) => void,
): Promise<DueCursor | null> {
  const { cases, last } = await loadDueCases(tx, order.companyId, order.on, after, BATCH, !order.dryRun);
  if (cases.length === 0) return null;
  const batch = cases.map((facts) => decideOrPark(facts, terms, order.on));
  const written = order.dryRun
    ? batch.flatMap((decided) => decided.decision.actions.map((action) => ({ decided, action })))
    : await recordDecisions(tx, order.tenantId, order.companyId, terms.company.mode, batch);
  result.casesExamined += cases.length;
  result.parked += batch.filter(({ decision }) => decision.parked !== null).length;
  await countWritten(tx, order, terms, limit, written, result, onDecision);
  return last;
}

/** Counts what was written, stops the day when too much of it would leave, and tells each line. */
async function countWritten(
  tx: Tx,
  order: PassOrder,
  terms: CompanyTerms,
  limit: VolumeLimit | null,
  written: readonly Pick<ActionRow, 'decided' | 'action'>[],
  result: PassResult,
  onDecision: (line: DecisionLine) => void,
): Promise<void> {
  result.leaving += written.filter(({ action }) => leavesByItself(action, terms)).length;
  const leaving = (limit?.already ?? 0) + result.leaving;
  if (limit !== null && leaving > limit.allowed && !order.dryRun) {
    const events = await stopVolume(tx, order.companyId, order.on, limit, leaving);
    if (events.length > 0) await appendJournal(tx, events);
  }
  for (const { decided, action } of written) {
    result.decisions += 1;
    if (isWrittenChannel(action.channel)) result.messages += 1;
    else result.tasks += 1;
    onDecision({
      caseId: decided.facts.caseId,
      debtorName: decided.facts.debtor.name,
      action,
      decision: decided.decision,
    });
  }
}

/** What leaves without anybody's hand, and is counted against the limit of a day: paper waits for somebody anyway. */
function leavesByItself({ status, channel }: PlannedAction, { company }: CompanyTerms): boolean {
  return company.mode === 'live' && status === 'queued' && (channel === 'email' || channel === 'sms');
}

/** A failed assertion parks its case, with its words for the person who will look; it never stops the pass. */
function decideOrPark(facts: CaseFacts, terms: CompanyTerms, on: Day): Decided {
  const { scenario, isKept } = assign(terms.book, facts, terms.company);
  return { facts, scenarioKey: scenario.key, isKept, decision: safely(facts, terms, scenario, on) };
}

function safely(facts: CaseFacts, terms: CompanyTerms, scenario: Scenario, on: Day): Decision {
  try {
    return decide(facts, terms.company, scenario, on);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return {
      caseId: facts.caseId,
      on,
      actions: [],
      contact: false,
      resumes: false,
      moves: [],
      nextActionOn: null,
      nextStep: null,
      reasons: [],
      parked: {
        code: 'PlannerFailed',
        message: `Ce dossier n’a pas pu être décidé et attend votre regard (${detail}).`,
      },
    };
  }
}

async function recordPass(tx: Tx, order: PassOrder, result: PassResult): Promise<string> {
  const passId = randomUUIDv7();
  await tx.query(
    `insert into pass (tenant_id, pass_id, company_id, on_day, started_at, finished_at, cases_examined, decisions, messages, tasks, parked, cpu_seconds, leaving)
     values ($1, $2, $3, $4, now(), now(), $5, $6, $7, $8, $9, $10, $11)`,
    [
      order.tenantId,
      passId,
      order.companyId,
      result.on,
      result.casesExamined,
      result.decisions,
      result.messages,
      result.tasks,
      result.parked,
      result.cpuSeconds,
      result.leaving,
    ],
  );
  return passId;
}
