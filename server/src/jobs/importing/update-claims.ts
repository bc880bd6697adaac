import { type ClaimVerdict, type FieldChange, SUPPLIED_DUE_DATE_DOUBTS } from '@acquit/recovery';
import type { JournalEvent, Tx } from '../../store/index.ts';
import { changing } from './changes.ts';
import type { ImportContext } from './context.ts';
import type { KeyedClaim } from './from-book.ts';
import type { ToldClaims } from './sync-claims.ts';

/** A claim of the book that a file completed or brought back. */
export interface UpdatedClaim {
  claimId: string;
  caseId: string;
  events: JournalEvent[];
}

const COLUMNS = [
  'issued_on',
  'due_on',
  'due_on_source',
  'order_reference',
  'payment_reference',
  'iban',
  'document_sha256',
  'doubts',
  'status',
  'import_id',
] as const;

const newValue = <F extends FieldChange['field']>({ changes }: ClaimVerdict, field: F) =>
  (changes.find((change) => change.field === field)?.to ?? null) as Extract<FieldChange, { field: F }>['to'] | null;

/**
 * Completes known claims with what the file adds, brings back those that an undone import had cancelled, and notes for all
 * the day on which a list had them open. The document of an invoice known from a list gives its references too.
 */
export async function updateClaims(
  tx: Tx,
  context: ImportContext,
  verdicts: readonly ClaimVerdict[],
  told: ToldClaims,
  listedOn: string,
): Promise<UpdatedClaim[]> {
  const { importId, actor, sha256 } = context;
  const claims = new Map<string, KeyedClaim>(told.claims.map((claim) => [claim.key, claim]));
  const moved = verdicts.filter((one) => one.action === 'update' || one.action === 'revive');
  const written = await changing(tx, importId, {
    table: 'claim',
    id: 'claim_id',
    columns: COLUMNS,
    ids: moved.map((one) => one.claimId),
  });
  if (moved.length > 0)
    await tx.query(
      `update claim k
          set issued_on = coalesce(u.issued_on, k.issued_on), due_on = coalesce(u.due_on, k.due_on),
              due_on_source = case when u.due_on is null then k.due_on_source else 'document' end,
              doubts = case when u.due_on is null then k.doubts
                            else coalesce((select jsonb_agg(x) from jsonb_array_elements(k.doubts) x where x ->> 'code' <> all($4::text[])), '[]') end,
              order_reference = coalesce(u.order_reference, k.order_reference),
              payment_reference = case when u.own_document then coalesce(u.payment_reference, k.payment_reference) else k.payment_reference end,
              iban = case when u.own_document then coalesce(u.iban, k.iban) else k.iban end,
              document_sha256 = case when u.own_document then $3::bytea else k.document_sha256 end,
              status = case when not u.revived then k.status
                            when k.amount_cents <= k.received_cents + k.credited_cents then 'settled' else 'open' end,
              import_id = case when u.revived then $2 else k.import_id end
         from unnest($5::uuid[], $6::date[], $7::date[], $8::text[], $9::text[], $10::text[], $11::bool[], $12::bool[])
           as u(claim_id, issued_on, due_on, order_reference, payment_reference, iban, own_document, revived)
        where k.tenant_id = $1 and k.claim_id = u.claim_id`,
      [
        tx.tenantId,
        importId,
        sha256,
        SUPPLIED_DUE_DATE_DOUBTS,
        moved.map((one) => one.claimId),
        moved.map((one) => newValue(one, 'issuedOn')),
        moved.map((one) => newValue(one, 'dueOn')),
        moved.map((one) => newValue(one, 'orderReference')),
        moved.map((one) => claims.get(one.listed.key)?.paymentReference ?? null),
        moved.map((one) => claims.get(one.listed.key)?.iban ?? null),
        moved.map((one) => newValue(one, 'document') === true),
        moved.map((one) => one.action === 'revive'),
      ],
    );
  await written();
  if (told.source !== 'document' && !told.older) await noteListed(tx, verdicts, listedOn);
  return moved.map(({ claimId, known, listed, number, action, changes }) => ({
    claimId,
    caseId: known?.caseId ?? listed.caseId,
    events: [
      {
        actor,
        action: 'claim.completed',
        objectKind: 'claim',
        objectId: claimId,
        payload: { number, changes, revived: action === 'revive', importId },
      },
    ],
  }));
}

/** The day of the latest list that has a claim open; it is a note about lists, which no undo needs to take back. */
async function noteListed(tx: Tx, verdicts: readonly ClaimVerdict[], listedOn: string): Promise<void> {
  const ids = verdicts.flatMap(({ known, action, listed }) =>
    known?.status === 'open' && action !== 'conflict' && listed.openCents !== 0 && (known.listedOn ?? '') < listedOn
      ? [known.claimId]
      : [],
  );
  if (ids.length === 0) return;
  await tx.query('update claim set listed_on = $3 where tenant_id = $1 and claim_id = any($2::uuid[])', [
    tx.tenantId,
    ids,
    listedOn,
  ]);
}
