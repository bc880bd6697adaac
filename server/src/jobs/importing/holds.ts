import { randomUUID } from 'node:crypto';
import { euros, frenchShortDate, parseDay } from '@acquit/law';
import { fr } from '@acquit/recovery';
import type { Tx } from '../../store/index.ts';
import { changing } from './changes.ts';
import type { ImportContext } from './context.ts';

export interface HoldToMake {
  claimId: string;
  caseId: string;
  reason: string;
}

const shown = (iso: string) => {
  const day = parseDay(iso);
  return day === null ? iso : frenchShortDate(day);
};

/** Sentences that end « Facture F-1 : … », each for a claim that is asked of nobody until a person has looked. */
export const holdReasons = {
  absent: (fileName: string) =>
    fr`absente de la liste complète « ${fileName} » ; elle est peut-être payée ou annulée : dites-le, ou reprenez la relance.`,
  letteredAlone: (on: string) =>
    fr`lettrée dans la comptabilité le ${shown(on)} avec une écriture que le fichier ne montre pas ; elle est sans doute payée : vérifiez-la.`,
  listAlone: (cents: number, until: string) =>
    fr`une liste du ${shown(until)} la disait réglée de ${euros(cents)} que la comptabilité ne montre pas : dites laquelle a raison.`,
  clearedElsewhere: () =>
    fr`la comptabilité la dit payée par un règlement qu’Acquit a imputé sur une autre facture : vérifiez l’imputation.`,
};

/** Holds claims back because a list casts doubt on them; one already held for that is not held twice. */
export async function holdClaims(tx: Tx, context: ImportContext, holds: readonly HoldToMake[]): Promise<void> {
  if (holds.length === 0) return;
  await tx.query(
    `insert into claim_hold (tenant_id, hold_id, claim_id, case_id, kind, cause_id, reason, since_on)
     select $1, u.hold_id, u.claim_id, u.case_id, 'absent-from-ledger', $2, u.reason, $3
       from unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::text[]) as u(hold_id, claim_id, case_id, reason)
      where not exists (select from claim_hold h where h.tenant_id = $1 and h.case_id = u.case_id and h.claim_id = u.claim_id
                           and h.kind = 'absent-from-ledger' and h.ended_at is null)`,
    [
      tx.tenantId,
      context.importId,
      context.today,
      holds.map(() => randomUUID()),
      holds.map((one) => one.claimId),
      holds.map((one) => one.caseId),
      holds.map((one) => one.reason),
    ],
  );
}

/** Ends the holds of claims that the list has again. */
export async function releaseClaims(tx: Tx, context: ImportContext, claimIds: readonly string[]): Promise<void> {
  if (claimIds.length === 0) return;
  const rows = await tx.arrays<[string]>(
    `select h.hold_id from claim k join claim_hold h on h.tenant_id = k.tenant_id and h.case_id = k.case_id and h.claim_id = k.claim_id
      where k.tenant_id = $1 and k.claim_id = any($2::uuid[]) and h.kind = 'absent-from-ledger' and h.ended_at is null`,
    [tx.tenantId, claimIds],
  );
  const ids = rows.map(([holdId]) => holdId);
  const ended = await changing(tx, context.importId, {
    table: 'claim_hold',
    id: 'hold_id',
    columns: ['ended_at', 'ended_by'],
    ids,
  });
  await tx.query(
    `update claim_hold set ended_at = now(), ended_by = 'acquit' where tenant_id = $1 and hold_id = any($2::uuid[])`,
    [tx.tenantId, ids],
  );
  await ended();
}
