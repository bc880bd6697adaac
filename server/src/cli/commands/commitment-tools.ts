import { parseEuros } from '@acquit/law';
import type { CommitmentRefusal } from '@acquit/recovery';
import { findCases } from '../../jobs/index.ts';
import { lockOpenClaims, type Tx } from '../../store/index.ts';
import { chosenCompanies, type Installation, UsageError } from '../context.ts';
import { print, printJson } from '../output.ts';

const ACTOR = 'cli';

/** Prints what was done, or the refusal, which makes the command end with 1. */
export function tell<T extends object>(
  { json }: Installation,
  answer: T | { refusal: CommitmentRefusal },
  said: (done: T) => string,
): void {
  if ('refusal' in answer) {
    process.exitCode = 1;
    if (json) printJson(answer);
    else print(`✗ ${answer.refusal.message}`);
    return;
  }
  if (json) printJson(answer);
  else print(said(answer as T));
}

/** The one case that the words name. Refuses as a wrong use when there is none, or several. */
export async function theCase(installation: Installation, wanted: string): Promise<string> {
  const companies = (await chosenCompanies(installation)).map((one) => one.companyId);
  const found = await findCases(installation.store, installation.tenantId, companies, wanted);
  const [only] = found;
  if (only && found.length === 1) return only.caseId;
  const { caseUnknown, caseAmbiguous } = installation.texts;
  const several = found.map((one) => `${one.caseId}  ${one.debtorName}`);
  throw new UsageError(only === undefined ? caseUnknown(wanted) : caseAmbiguous(wanted, several));
}

/** Claims of a case by their numbers; none named: all of it. Refuses an unknown number as a wrong use. */
export async function claimIds(
  tx: Tx,
  installation: Installation,
  caseId: string,
  numbers: readonly string[],
): Promise<string[]> {
  if (numbers.length === 0) return [];
  await lockOpenClaims(tx, caseId);
  const rows = await tx.arrays<[string, string]>(
    `select number, claim_id from claim where tenant_id = $1 and case_id = $2 and status = 'open' and kind <> 'credit-note'`,
    [tx.tenantId, caseId],
  );
  const known = new Map(rows);
  return numbers.map((number) => {
    const id = known.get(number);
    if (id === undefined) throw new UsageError(installation.texts.claimUnknown(number));
    return id;
  });
}

/** Who asks, and on which day. */
export const by = ({ today }: Installation) => ({ actor: ACTOR, today });
/** An option that may be repeated. */
export const more = (value: string, list: string[]) => [...list, value];

/** An amount as it is typed. Refuses a wrong use. */
export function cents(installation: Installation, value: string): number {
  const read = parseEuros(value);
  if (read === null) throw new UsageError(installation.texts.badNumber('montant', value));
  return read;
}

/** One transaction of the tenant, as every command here needs. */
export const inTenant = <T>({ store, tenantId }: Installation, work: (tx: Tx) => Promise<T>) =>
  store.inTenant(tenantId, work);

/** One of a few words. Refuses a wrong use, naming them. */
export function oneOf<V extends string>(allowed: readonly V[], value: string): V {
  const found = allowed.find((one) => one === value);
  if (found === undefined)
    throw new UsageError(`« ${value} » n’est pas reconnu. Choisissez parmi : ${allowed.join(', ')}.`);
  return found;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const isUuid = (value: string): boolean => UUID.test(value);

/** An identifier as lists print it. Refuses a wrong use. */
export function uuidOf(value: string): string {
  if (!isUuid(value)) throw new UsageError(`« ${value} » n’est pas un identifiant : prenez-le dans la liste.`);
  return value;
}
