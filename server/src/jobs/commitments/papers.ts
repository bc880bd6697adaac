import { day } from '@acquit/law';
import { composeAcknowledgement, composePlanDocument, refused } from '@acquit/recovery';
import { RenderRefusal, renderLetter } from '../../render/index.ts';
import { findPlan, loadCases, loadCompany, type Tx } from '../../store/index.ts';
import type { Done } from './shared.ts';

/** The papers of a plan: the plan itself, and an acknowledgement of debt for the debtor to write in his own hand. */
export type PlanPaper = 'plan' | 'acknowledgement';

/** A paper of a plan as a PDF to sign. Refuses `NotFound`, and what the press refuses. */
export async function planPaper(
  tx: Tx,
  planId: string,
  paper: PlanPaper,
  today: string,
): Promise<Done<{ name: string; content: Uint8Array }>> {
  const plan = await findPlan(tx, planId, day(today));
  if (plan === null) return refused('NotFound', 'Cet échéancier n’existe pas ou n’existe plus.', { planId });
  const [loaded] = await loadCases(tx, [plan.caseId]);
  const company = (await loadCompany(tx, plan.companyId))!;
  const parties = { company, debtor: loaded!.facts.debtor };
  const on = plan.signedOn ?? plan.madeOn;
  const document =
    paper === 'plan' ? composePlanDocument(plan, parties, on) : composeAcknowledgement(plan, parties, on);
  try {
    const name = paper === 'plan' ? 'echeancier' : 'reconnaissance-de-dette';
    return { name: `${name}-${on}.pdf`, content: await renderLetter(document) };
  } catch (error) {
    if (error instanceof RenderRefusal) return refused(error.code, error.message);
    throw error;
  }
}
