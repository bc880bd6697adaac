import { type Day, parseDay } from '@acquit/law';
import { type CompanyFacts, type ScenarioBook, WRITTEN_CHANNELS } from '@acquit/recovery';
import { z } from '@hono/zod-openapi';
import { loadCompany, loadScenarios, type Tx } from '../../store/index.ts';
import { refuse } from '../refusal.ts';
import { isoDay, uuid } from '../schemas/view.ts';

export const companyPath = z.strictObject({ companyId: uuid });
export const casePath = z.strictObject({ caseId: uuid });
export const claimPath = z.strictObject({ claimId: uuid });
export const receiptPath = z.strictObject({ receiptId: uuid });
export const actionPath = z.strictObject({ actionId: uuid });
export const stopPath = z.strictObject({ stopId: uuid });
export const messagePath = z.strictObject({ actionId: uuid, channel: z.enum(WRITTEN_CHANNELS) });

export const nothing = z.strictObject({});
export const onDay = z.strictObject({ on: isoDay.optional() });
export const paged = z.strictObject({ cursor: z.string().max(500).optional() });

export const done = z.object({ ok: z.literal(true) }).openapi('Done');

/** A company with the scenarios of its cases. Refuses: NotFound. */
export async function requireTerms(tx: Tx, companyId: string): Promise<{ company: CompanyFacts; book: ScenarioBook }> {
  const company = await loadCompany(tx, companyId);
  if (company === null) throw refuse('NotFound');
  return { company, book: await loadScenarios(tx, companyId) };
}

/** A day that passed its schema, as the core wants it. Refuses (InvalidRequest) the 30 February some readers let pass. */
export function requireDay(iso: string): Day {
  const day = parseDay(iso);
  if (day === null) throw refuse('InvalidRequest', { problems: [{ field: 'on', problem: 'not a day' }] });
  return day;
}
