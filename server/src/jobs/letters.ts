import { type Day, formatDay, frenchDate } from '@acquit/law';
import { assign, caseReference, composeLetter, draftMessage, fr } from '@acquit/recovery';
import { RenderRefusal, renderLetter } from '../render/index.ts';
import { loadCases, loadCompany, loadScenarios, type Store } from '../store/index.ts';
import { firstLetterOf, textTools } from './messages/texts.ts';

/** Cases that answer to what a person typed: an identifier, the debtor's name, or the number of one of his invoices. */
export async function findCases(
  store: Store,
  tenantId: string,
  companyIds: readonly string[],
  wanted: string,
): Promise<{ caseId: string; debtorName: string }[]> {
  return store.inTenant(tenantId, async (tx) => {
    const { rows } = await tx.query<{ case_id: string; name: string }>(
      `select distinct c.case_id, d.name
         from collection_case c join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
        where c.tenant_id = $1 and c.company_id = any($2)
          and (c.case_id::text = lower($3) or lower(d.name) = lower($3)
               or exists (select from claim k where k.tenant_id = c.tenant_id and k.company_id = c.company_id and k.case_id = c.case_id and k.number = $3))
        order by d.name limit 20`,
      [tenantId, companyIds, wanted],
    );
    return rows.map((row) => ({ caseId: row.case_id, debtorName: row.name }));
  });
}

/** What asking for a letter gives: the file, the steps there are when the one asked is none, or why there is no letter. */
export type LetterAnswer =
  | { pdf: Uint8Array }
  | { steps: string[] }
  | { refusal: { code: string; message: string; facts: Record<string, unknown> } };

/** The letter of a step for a case on a day, as it would be written then; nothing is recorded and nothing leaves. */
export async function letterOf(
  store: Store,
  tenantId: string,
  caseId: string,
  step: string,
  on: Day,
): Promise<LetterAnswer> {
  const source = await store.inTenant(tenantId, async (tx) => {
    const [loaded] = await loadCases(tx, [caseId]);
    const company = loaded && (await loadCompany(tx, loaded.companyId));
    return loaded && company
      ? {
          facts: loaded.facts,
          company,
          book: await loadScenarios(tx, loaded.companyId),
          tools: await textTools(tx, loaded.companyId),
          firstLetter: await firstLetterOf(tx, company, caseId),
        }
      : null;
  });
  if (!source) throw new Error(`No case ${caseId} in this tenant.`);
  const { facts, company } = source;
  const scenario = assign(source.book, facts, company).scenario;
  const opened = facts.debtor.insolvencyOpenedOn;
  if (opened !== null && opened <= on)
    return {
      refusal: {
        code: 'InsolvencyOpened',
        message: fr`Une procédure collective est ouverte depuis le ${frenchDate(opened)} : la créance se déclare au mandataire, elle ne se réclame plus au débiteur.`,
        facts: { caseId, openedOn: formatDay(opened) },
      },
    };
  if (!scenario.steps.some((one) => one.key === step))
    return { steps: scenario.steps.map((one) => `${one.key} (${one.name})`) };
  const draft = draftMessage(facts, company, scenario, step, on);
  if (!draft)
    return {
      refusal: {
        code: 'NothingLate',
        message: fr`Rien n’est en retard dans le dossier de ${facts.debtor.name} à cette date : il n’y a pas de lettre à écrire.`,
        facts: { caseId },
      },
    };
  try {
    return {
      pdf: await renderLetter(
        composeLetter(
          draft,
          { company, debtor: facts.debtor, reference: caseReference(caseId), firstLetter: source.firstLetter },
          { mode: company.mode, claims: facts.claims },
          source.tools,
        ),
      ),
    };
  } catch (error) {
    if (error instanceof RenderRefusal) return { refusal: { code: error.code, message: error.message, facts: {} } };
    throw error;
  }
}
