import { addDays, type Day, formatDay } from '@acquit/law';
import { type DebtorFacts, facing, type PlanItem, type PlannedAction, planAhead, stepName } from '@acquit/recovery';
import type { Store } from '../../store/index.ts';
import { type DueCursor, loadDueCases, loadTerms } from './load.ts';

export interface PlanOrder {
  tenantId: string;
  companyId: string;
  from: Day;
  days: number;
}

const BATCH = 1000;

/**
 * What will go out in the coming days if nothing is received, one line per contact, in the order of the calendar. The
 * same planner as the pass decides, day after day; nothing is written. Only cases due in the window are read.
 */
export async function planCompany(store: Store, order: PlanOrder): Promise<PlanItem[]> {
  const items: PlanItem[] = [];
  const until = addDays(order.from, order.days - 1);
  await store.inTenant(order.tenantId, async (tx) => {
    const terms = await loadTerms(tx, order.companyId);
    if (!terms) throw new Error(`No company ${order.companyId} in this tenant.`);
    let after: DueCursor | null = null;
    do {
      const { cases, last } = await loadDueCases(tx, order.companyId, until, after, BATCH, false);
      for (const facts of cases)
        for (const { on, action, reasons } of planAhead(
          facts,
          terms.company,
          terms.scenarios[facts.profile],
          order.from,
          order.days,
        ))
          items.push({
            on: formatDay(on),
            caseId: facts.caseId,
            debtorName: facts.debtor.name,
            stepName: stepName(action.step),
            channel: action.channel,
            recipient: recipientOf(action, facts.debtor),
            release: action.status === 'queued' ? 'automatic' : action.status === 'to-confirm' ? 'confirm' : 'manual',
            totalCents: action.totalCents,
            claimNumbers: action.facts.claims.map((claim) => claim.number),
            reasons,
          });
      after = last;
    } while (after !== null);
  });
  return items.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.debtorName.localeCompare(b.debtorName, 'fr')));
}

function recipientOf({ channel, facts }: PlannedAction, debtor: DebtorFacts): string | null {
  const { email, phone } = facing(debtor, facts.to);
  return channel === 'email' ? email : channel === 'phone' ? phone : null;
}
