import { type Day, formatDay, PROCEDURE_NAMES } from '@acquit/law';
import {
  fr,
  limitationOf,
  type ReceiptFacts,
  type TitleFacts,
  type TitleView,
  titleAccount,
  titleClockStart,
} from '@acquit/recovery';
import type { Tx } from '../../store.ts';
import { storedDay } from '../stored-day.ts';
import type { CostRecord } from './costs.ts';
import type { LoadedProcedure } from './load.ts';

/** Money received for the claims of some procedures, by procedure, in the order of its days. */
export async function receiptsOf(tx: Tx, procedureIds: readonly string[]): Promise<Map<string, ReceiptFacts[]>> {
  const found = new Map<string, ReceiptFacts[]>(procedureIds.map((id) => [id, []]));
  for (const [procedureId, on, cents] of await tx.arrays<[string, string, bigint]>(
    `select x.procedure_id, r.received_on, sum(a.amount_cents)::int8
       from procedure_claim x
       join receipt_allocation a on a.tenant_id = x.tenant_id and a.claim_id = x.claim_id
       join receipt r on r.tenant_id = a.tenant_id and r.receipt_id = a.receipt_id and r.cancelled_at is null
      where x.tenant_id = $1 and x.procedure_id = any($2::uuid[]) group by 1, 2 order by 2`,
    [tx.tenantId, procedureIds],
  ))
    found.get(procedureId)!.push({ on: storedDay(on), amountCents: Number(cents) });
  return found;
}

/** What the title of a procedure is worth on a day, and how long it may be enforced. */
export function titleView(
  loaded: LoadedProcedure,
  title: TitleFacts,
  {
    receipts,
    costs,
    limitation,
  }: { receipts: readonly ReceiptFacts[]; costs: readonly CostRecord[]; limitation: LimitationEvents },
  on: Day,
): TitleView {
  const account = titleAccount(
    {
      title,
      origin: loaded.facts,
      baseCents: title.grantedCents ?? loaded.facts.amountCents,
      creditor: loaded.creditorKind,
      debtorKind: loaded.facts.debtorKind,
      insolvencyOpenedOn: loaded.insolvencyOpenedOn,
      receipts,
      costs: costs.filter((cost) => cost.withdrawn === null),
    },
    on,
  );
  const titleOn = titleClockStart(title);
  const clock =
    titleOn === null
      ? null
      : limitationOf(
          {
            claimKind: loaded.facts.claimKind,
            debtorKind: loaded.facts.debtorKind,
            dueOn: null,
            issuedOn: null,
            titleOn,
            events: limitation,
          },
          on,
        );
  const value = clock?.value ?? null;
  const warnings = [...account.warnings];
  if (titleOn === null)
    warnings.push(
      fr`Délai pour exécuter : il n’est pas compté tant que le titre n’est pas noté comme exécutoire et signifié (${PROCEDURE_NAMES[loaded.kind]}).`,
    );
  return {
    on: formatDay(title.on),
    servedOn: title.servedOn === null ? null : formatDay(title.servedOn),
    enforceableFrom: title.enforceableFrom === null ? null : formatDay(title.enforceableFrom),
    lateOppositionPossible: title.lateOppositionPossible,
    baseCents: title.grantedCents ?? loaded.facts.amountCents,
    baseIsGranted: title.grantedCents !== null,
    receivedCents: account.receivedCents,
    principalLeftCents: account.principalLeftCents,
    interestLeftCents: account.interestLeftCents,
    costsCents: account.costsCents,
    totalDueCents: account.totalDueCents,
    expiresOn: value?.expiresOn ?? null,
    // The start of the ten years is discussed: never shown as certain.
    expiresConfidence: value === null ? null : 'C',
    explanation: account.explanation,
    limitationExplanation: clock?.explanation ?? null,
    warnings,
  };
}

type LimitationEvents = Parameters<typeof limitationOf>[0]['events'];
