import { day } from '@acquit/law';
import { composeMandate, refused } from '@acquit/recovery';
import { RenderRefusal, renderLetter } from '../../render/index.ts';
import { claimsOfProcedures, findHandOver, loadCases, loadCompany, type Tx } from '../../store/index.ts';
import type { Done } from '../commitments/shared.ts';

const NAMES = { agency: 'mandat', commissaire: 'instructions', lawyer: 'convention' } as const;

/** The draft that goes with a hand-over, as a PDF to complete and sign. Refuses `NotFound`, and what the press refuses. */
export async function mandatePaper(
  tx: Tx,
  handOverId: string,
  today: string,
): Promise<Done<{ name: string; content: Uint8Array }>> {
  const found = await findHandOver(tx, handOverId);
  if (found === null) return refused('NotFound', 'Cette remise n’existe pas ou n’existe plus.', { handOverId });
  const [loaded] = await loadCases(tx, [found.caseId]);
  const company = (await loadCompany(tx, loaded!.companyId))!;
  const { partner, terms, reference, procedures } = found;
  const claimIds = await claimsOfProcedures(
    tx,
    found.caseId,
    procedures.map((one) => one.procedureId),
  );
  const mandate = {
    partner,
    terms,
    reference,
    procedures: procedures.map((one) => one.name),
    claimIds: claimIds ?? [],
  };
  try {
    const content = await renderLetter(composeMandate(mandate, loaded!.facts, company, day(today)));
    return { name: `projet-${NAMES[partner.kind]}-${today}.pdf`, content };
  } catch (error) {
    if (error instanceof RenderRefusal) return refused(error.code, error.message);
    throw error;
  }
}
