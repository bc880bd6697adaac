import { fr, type ProcedureView, type Refused } from '@acquit/recovery';
import {
  keepDeclaration,
  nextOpening,
  type OpeningToDeclare,
  releaseDeclarations,
  type Store,
  type Tx,
} from '../../store/index.ts';
import { closeProcedure, openProcedure, recordEvent } from '../procedures/index.ts';
import type { By } from './standing.ts';

/** The names that the declaration's own events give to the kinds of proceedings. */
const KINDS = { sauvegarde: 'safeguard', redressement: 'reorganisation', liquidation: 'liquidation' } as const;

/**
 * Engages the declaration of every opening that waits for one: the procedure with the judgment, the publication that
 * starts its clock and the representative to write to. Each in a transaction of its own, after the reminders have
 * stopped: what one meets is kept with its notice and stops neither the others nor the stop itself. Gives how many.
 */
export async function openDeclarations(store: Store, tenantId: string, by: By): Promise<number> {
  for (let opened = 0; ; ) {
    try {
      const found = await store.inTenant(tenantId, async (tx) => {
        const opening = await nextOpening(tx);
        if (opening !== null) await declare(tx, opening, by);
        return opening !== null;
      });
      if (!found) return opened;
      opened += 1;
    } catch (error) {
      if (!(error instanceof DeclarationRefused)) throw error;
      // What was begun is gone with its transaction: only the refusal is kept.
      const { matchId, trouble } = error;
      await store.inTenant(tenantId, (tx) => keepDeclaration(tx, matchId, { procedureId: null, trouble }));
    }
  }
}

/** A refusal on its way out of a transaction that must leave nothing. */
class DeclarationRefused extends Error {
  readonly matchId: string;
  readonly trouble: { code: string; message: string };

  constructor(matchId: string, { code, message }: { code: string; message: string }) {
    super(code);
    this.matchId = matchId;
    this.trouble = { code, message };
  }
}

async function declare(tx: Tx, opening: OpeningToDeclare, by: By): Promise<void> {
  const { matchId, caseId, noticeId, proceedings, representative, claimIds, court } = opening;
  if (claimIds.length === 0) {
    const message = fr`Aucune facture ouverte n’est née avant le jugement : il n’y a rien à déclarer.`;
    throw new DeclarationRefused(matchId, { code: 'NothingToDeclare', message });
  }
  if (proceedings === null) {
    const message = fr`L’annonce ne dit pas la nature de la procédure : ouvrez la déclaration vous-même après l’avoir lue.`;
    throw new DeclarationRefused(matchId, { code: 'ProceedingsUnknown', message });
  }
  const must = (answer: { procedure: ProcedureView } | Refused): ProcedureView => {
    if ('refusal' in answer) throw new DeclarationRefused(matchId, answer.refusal);
    return answer.procedure;
  };
  const note = fr`Annonce ${noticeId} du BODACC.`;
  const nothing = {
    courtKind: null,
    courtId: null,
    caseNumber: null,
    document: null,
    territory: null,
    heldTitleOn: null,
  };
  const order = { ...nothing, caseId, kind: 'insolvency-claim' as const, claimIds, courtName: court, note };
  const { procedureId } = must(await openProcedure(tx, order, by));
  const whom = [representative?.name, representative?.address].filter(Boolean).join(', ');
  const values = { kind: KINDS[proceedings], ...(whom !== '' && { representative: whom }) };
  must(await recordEvent(tx, { procedureId, kind: 'opened', on: opening.openedOn, values, note }, by));
  must(await recordEvent(tx, { procedureId, kind: 'published', on: opening.publishedOn, values: {}, note }, by));
  await keepDeclaration(tx, matchId, { procedureId, trouble: null });
}

/** Closes the declarations engaged for notices that count no more. */
export async function closeDeclarations(tx: Tx, caseIds: readonly string[], by: By): Promise<void> {
  for (const procedureId of await releaseDeclarations(tx, caseIds))
    await closeProcedure(tx, procedureId, { reason: fr`L’annonce du BODACC ne compte plus pour ce client.` }, by);
}
