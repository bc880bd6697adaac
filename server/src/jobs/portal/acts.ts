import { type Day, euros, formatDay, frenchDate } from '@acquit/law';
import { type CaseFacts, type CompanyFacts, type DisputedClaim, type DisputeReason, fr } from '@acquit/recovery';
import {
  type Blobs,
  insertPortalAct,
  type JournalEvent,
  type PortalActKind,
  type Tx,
  touchCases,
} from '../../store/index.ts';
import { announcePayment } from '../commitments/index.ts';
import { askInstalments, contest, promise } from './agree.ts';

/** Whose page it is, on which day, and the identifier drawn with the form. */
export interface PortalVisit {
  companyId: string;
  caseId: string;
  company: CompanyFacts;
  facts: CaseFacts;
  today: Day;
  actId: string;
}

/** A file that came with a form. */
export interface GivenFile {
  name: string;
  mediaType: string;
  bytes: Buffer;
}

/** What a debtor says, read and checked; `details` and names are his own words. */
export type DebtorSays =
  | { kind: 'paid'; claimIds: string[]; on: Day; means: string; amountCents: number | null; reference: string }
  | { kind: 'promise'; claimIds: string[]; on: Day; name: string }
  | { kind: 'dispute'; claims: DisputedClaim[]; reason: DisputeReason; details: string; file: GivenFile | null }
  | { kind: 'instalments'; claimIds: string[]; count: number; firstOn: Day; name: string; details: string }
  | { kind: 'wrong-addressee'; name: string; email: string; details: string };

/**
 * What becomes of it: an outcome that the page words for the debtor, `known` when the same form came before, or a
 * refusal when the account no longer allows it.
 */
export type Said = { outcome: string } | 'known' | { refused: string };

/** What an act does by itself. */
export interface Effect {
  outcome: string;
  /** In words, for the creditor. */
  words: string;
  /** True when somebody has to answer. */
  waits: boolean;
  claimIds: readonly string[];
  said: Record<string, unknown>;
  file?: { sha256: Buffer; name: string } | null;
}

/** Who the journal says it was: a person holding the link of this debtor. */
export const DEBTOR = 'debtor';

/**
 * Records what a debtor says on his page and does what can be done at once, all in the caller's transaction: kept,
 * journalled, the case put before the next pass. A form sent twice is one act.
 */
export async function sayOnPage(tx: Tx, blobs: Blobs, visit: PortalVisit, says: DebtorSays): Promise<Said> {
  const { caseId, companyId, actId, today } = visit;
  const on = formatDay(today);
  // Two forms of one case at the same moment follow one another; the second sees what the first did.
  await tx.query('select from collection_case where tenant_id = $1 and case_id = $2 for update', [tx.tenantId, caseId]);
  const known = await tx.arrays('select 1 from portal_act where tenant_id = $1 and act_id = $2', [tx.tenantId, actId]);
  if (known.length > 0) return 'known';
  const effect = await effectOf(tx, blobs, visit, says);
  if ('refused' in effect) return effect;
  const act = {
    actId,
    companyId,
    caseId,
    kind: says.kind satisfies PortalActKind,
    on,
    claimIds: [...effect.claimIds],
    said: { ...effect.said, outcome: effect.outcome },
    file: effect.file ?? null,
    effect: effect.words,
    read: !effect.waits,
  };
  await insertPortalAct(tx, act);
  const event: JournalEvent = {
    actor: DEBTOR,
    action: `portal.${says.kind}`,
    objectKind: 'case',
    objectId: caseId,
    payload: {
      actId,
      ...act.said,
      claimIds: act.claimIds,
      message: effect.words,
      ...(act.file && { file: act.file.sha256.toString('hex') }),
    },
  };
  await touchCases(tx, [caseId], on, [event]);
  return { outcome: effect.outcome };
}

function effectOf(
  tx: Tx,
  blobs: Blobs,
  visit: PortalVisit,
  says: DebtorSays,
): Promise<Effect | { refused: string }> | Effect {
  switch (says.kind) {
    case 'paid':
      return announce(tx, visit, says);
    case 'promise':
      return promise(tx, visit, says);
    case 'dispute':
      return contest(tx, blobs, visit, says);
    case 'instalments':
      return askInstalments(tx, visit, says);
    case 'wrong-addressee':
      return wrongAddressee(says);
  }
}

/** A payment said to have been made: its claims wait for it to arrive; said a second time, a person looks. */
async function announce(
  tx: Tx,
  { caseId, company, actId, today }: PortalVisit,
  { claimIds, on, means, amountCents, reference }: Extract<DebtorSays, { kind: 'paid' }>,
): Promise<Effect> {
  const workingDays = company.settings.announcedPaymentWorkingDays;
  const { until, inVain } = await announcePayment(tx, {
    caseId,
    claimIds,
    causeId: actId,
    paidOn: on,
    today,
    workingDays,
  });
  const sum = amountCents === null ? '' : fr` ${euros(amountCents)}`;
  const again = inVain.length > 0;
  return {
    outcome: again ? 'paid-again' : 'paid',
    words: again
      ? fr`Dit de nouveau avoir payé${sum} le ${frenchDate(on)} : un règlement avait déjà été annoncé. À vérifier.`
      : fr`Dit avoir payé${sum} le ${frenchDate(on)} : pas de relance jusqu’au ${frenchDate(until)}.`,
    waits: again,
    claimIds,
    said: { on: formatDay(on), means, reference, ...(amountCents !== null && { amountCents }) },
  };
}

function wrongAddressee({ name, email, details }: Extract<DebtorSays, { kind: 'wrong-addressee' }>): Effect {
  const whom = [name, email].filter((part) => part !== '').join(', ');
  return {
    outcome: 'wrong-addressee',
    words: whom === '' ? fr`Dit n’être pas la bonne personne.` : fr`Dit qu’il faut écrire à ${whom}.`,
    waits: true,
    claimIds: [],
    said: { name, email, details },
  };
}
