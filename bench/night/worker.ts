/**
 * One night in a process of its own, as the scheduler runs it, so that memory and processor time are the pass's alone.
 *
 *     node worker.ts <home> <tenant> <company> <day> [pass | decide]
 *
 * Prints one line of JSON. `decide` measures the limit instead: the same decisions on facts already in memory, nothing
 * read and nothing written.
 */
import { parseDay } from '@acquit/law';
import { assign, decide, isWrittenChannel } from '@acquit/recovery';
import { runPass } from '../../server/src/jobs/index.ts';
import { loadCases, loadCompany, loadScenarios, openStore, type Store } from '../../server/src/store/index.ts';
import { type Cost, costOf } from '../lib/processor.ts';

export interface NightReport {
  cost: Cost;
  decisions: number;
  messages: number;
  casesExamined: number;
  claimsMoved: number;
  peakMegabytes: number;
}

const [home = '', tenantId = '', companyId = '', iso = '', mode = 'pass'] = process.argv.slice(2);
const on = parseDay(iso);
if (on === null) throw new Error('usage: worker.ts <home> <tenant> <company> <day> [pass | decide]');

async function pass(store: Store): Promise<NightReport> {
  let claimsMoved = 0;
  const { cost, result } = await costOf(store.embedded?.postmasterPid ?? null, () =>
    runPass(store, { tenantId, companyId, on: on!, dryRun: false }, ({ action }) => {
      claimsMoved += action.moves.length;
    }),
  );
  const { decisions, messages, casesExamined } = result;
  return {
    cost,
    decisions,
    messages,
    casesExamined,
    claimsMoved,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  };
}

async function decideAlone(store: Store): Promise<NightReport> {
  const { company, book, cases } = await store.inTenant(tenantId, async (tx) => {
    const due = await tx.arrays<[string]>(
      'select case_id from collection_case where tenant_id = $1 and company_id = $2 and next_action_on <= $3',
      [tenantId, companyId, iso],
    );
    const loaded = await loadCases(
      tx,
      due.map(([caseId]) => caseId),
    );
    return {
      company: (await loadCompany(tx, companyId))!,
      book: await loadScenarios(tx, companyId),
      cases: loaded.map(({ facts }) => facts),
    };
  });
  let [decisions, messages, claimsMoved] = [0, 0, 0];
  const { cost } = await costOf(null, () => {
    for (const facts of cases)
      for (const action of decide(facts, company, assign(book, facts, company).scenario, on!).actions) {
        decisions += 1;
        claimsMoved += action.moves.length;
        if (isWrittenChannel(action.channel)) messages += 1;
      }
  });
  return {
    cost,
    decisions,
    messages,
    casesExamined: cases.length,
    claimsMoved,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  };
}

const store = await openStore({ home });
const report = mode === 'decide' ? await decideAlone(store) : await pass(store);
await store.close();
process.stdout.write(`${JSON.stringify(report)}\n`);
