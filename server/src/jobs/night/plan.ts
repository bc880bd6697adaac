import { addDays, type Day } from '@acquit/law';
import type { PlanItem } from '@acquit/recovery';
import { planItems, type Store } from '../../store/index.ts';
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
      for (const facts of cases) items.push(...planItems(facts, terms.company, terms.book, order.from, order.days));
      after = last;
    } while (after !== null);
  });
  return items.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.debtorName.localeCompare(b.debtorName, 'fr')));
}
