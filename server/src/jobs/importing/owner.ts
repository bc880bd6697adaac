import { fr } from '@acquit/recovery';
import type { ReadResult } from '../../intake/index.ts';
import type { Tx } from '../../store/index.ts';
import { companiesOfIban, plainAccount } from './bank-accounts.ts';
import { createCompany, listCompanies } from './companies.ts';
import type { IncomingRefusal } from './incoming.ts';
import type { ImportOrder } from './order.ts';
import { type KnownCompany, ownerOf, type ProposedCompany } from './ownership.ts';

/** The company an import has just made, as proposed by the files. */
export type CreatedCompany = ProposedCompany & { companyId: string };

export type Owner =
  | { companyId: string; created: CreatedCompany | null; paymentTermDays: number | null }
  | { refusal: IncomingRefusal; created: CreatedCompany | null };

/** The company a file belongs to, made by the first invoice on an empty installation; or why none is. */
export async function ownerFor(
  tx: Tx,
  order: ImportOrder,
  read: ReadResult,
  proposed: ProposedCompany | null,
): Promise<Owner> {
  let companies = await listCompanies(tx, order.tenantId);
  const isFirst = companies.length === 0 && proposed !== null;
  if (isFirst) companies = [await createCompany(tx, order.tenantId, proposed)];
  const created = isFirst && companies[0] ? { ...proposed, companyId: companies[0].companyId } : null;
  if (companies.length === 0) return { created, refusal: noCompany() };
  const owner = read.document
    ? ownerOf(read.document, companies, order.companyId)
    : await ownerOfList(tx, companies, order.companyId, read);
  if ('refusal' in owner) return { ...owner, created };
  const { rows } = await tx.query<{ settings: { paymentTermDays?: number | null } }>(
    'select settings from company where tenant_id = $1 and company_id = $2',
    [order.tenantId, owner.companyId],
  );
  return { companyId: owner.companyId, created, paymentTermDays: rows[0]?.settings.paymentTermDays ?? null };
}

/** A list, a book or a statement: of the company chosen, of the only one, else of the one it names itself. */
async function ownerOfList(
  tx: Tx,
  companies: readonly KnownCompany[],
  wanted: string | null,
  read: ReadResult,
): Promise<{ companyId: string } | { refusal: IncomingRefusal }> {
  const named = await companiesNamedBy(tx, companies, read);
  const chosen = wanted ?? (companies.length === 1 ? companies[0]?.companyId : undefined);
  if (chosen !== undefined) {
    const other = read.statements && named.length > 0 && !named.includes(chosen) ? named[0] : undefined;
    if (other !== undefined)
      return { refusal: accountOfAnother(companies.find((one) => one.companyId === other)?.name ?? '') };
    if (companies.some((one) => one.companyId === chosen)) return { companyId: chosen };
  }
  const [only] = named;
  if (named.length === 1 && only !== undefined) return { companyId: only };
  return {
    refusal: {
      code: 'ChooseCompany',
      message: fr`Ce fichier ne dit pas à quelle société il appartient et vous en avez plusieurs : choisissez-la (option --company, ou le menu des sociétés).`,
      facts: { companies: companies.map((one) => one.name) },
    },
  };
}

/** Companies that the file itself points to: by the IBAN of its accounts, or the SIREN of the books. */
async function companiesNamedBy(tx: Tx, companies: readonly KnownCompany[], read: ReadResult): Promise<string[]> {
  if (read.book?.siren) {
    const { siren } = read.book;
    return companies.filter((one) => one.legalId === siren).map((one) => one.companyId);
  }
  const named = new Set<string>();
  for (const iban of new Set((read.statements ?? []).map((one) => plainAccount(one.iban))))
    if (iban !== '') for (const companyId of await companiesOfIban(tx, iban)) named.add(companyId);
  return [...named];
}

const noCompany = (): IncomingRefusal => ({
  code: 'NoCompany',
  message: fr`Acquit ne connaît pas encore votre société : importez d’abord une de vos factures (Factur-X, CII ou UBL), ou créez la société dans les réglages.`,
  facts: {},
});

const accountOfAnother = (company: string): IncomingRefusal => ({
  code: 'AccountOfAnotherCompany',
  message: fr`Ce relevé est celui d’un compte de ${company} : il n’a pas été repris. Choisissez cette société, puis importez-le de nouveau.`,
  facts: { company },
});
