import { type CompanyFacts, caseReference, type FirstLetter, type TextTools } from '@acquit/recovery';
import { fillTemplate } from '../../render/index.ts';
import { firstLetterOn, loadTemplates, type Tx } from '../../store/index.ts';

/**
 * How the texts of a company are filled: its own in their latest version, or in the one that was in force when the message
 * left, else those that come with the software.
 */
export async function textTools(tx: Tx, companyId: string, leftAt: string | null = null): Promise<TextTools> {
  return { fill: fillTemplate, own: await loadTemplates(tx, companyId, leftAt) };
}

/**
 * The first letter of a case, for a company whose money somebody else collects (art. R124-4 CPCE): its reference and, once
 * it has left, its day. Null for a company that collects for itself. A message is never its own first letter.
 */
export async function firstLetterOf(
  tx: Tx,
  company: CompanyFacts,
  caseId: string,
  exceptActionId?: string,
): Promise<FirstLetter | null> {
  if (!company.collector) return null;
  return { reference: caseReference(caseId), sentOn: await firstLetterOn(tx, caseId, exceptActionId) };
}
