import { randomUUID } from 'node:crypto';
import { addDays, type Day, day, formatDay, isJourOuvre } from '@acquit/law';
import {
  assign,
  type CallDone,
  type CallResult,
  callConfirmedMessage,
  DISPUTE_REASONS,
  type DisputeReason,
  fr,
  type MessageFacts,
} from '@acquit/recovery';
import {
  appendJournal,
  closeAction,
  loadCases,
  loadCompany,
  loadScenarios,
  noteContact,
  type OpenAction,
  RECIPIENT_EMAIL,
  type Tx,
  touchCases,
} from '../../store/index.ts';
import { enterPromise, openDispute } from '../commitments/index.ts';

/** A person reports a call that was on the worklist. */
export interface CallOrder {
  action: OpenAction;
  result: CallResult;
  /** `YYYY-MM-DD` */
  today: string;
  actor: string;
}

interface CallRefusal {
  refusal: { code: string; message: string };
}

const refused = (code: string, message: string): CallRefusal => ({ refusal: { code, message } });

/** A number to look for: its task bears this step, and no scenario's does. */
export const MISSING_PHONE = 'missing-phone';

/**
 * Records how a call ended, and what it leads to: no call is over without a next step. The promise or the dispute is
 * entered, the next call or the search for a number put on the worklist, and the confirming e-mail of the same day made
 * when asked for. The call itself is done once. Refuses `CallNeedsNext` when the next step does not fit the outcome,
 * `CallAgainInThePast`, `ConfirmedAlready` when something has already left by e-mail today, `NoEmail`, `NothingLate` when
 * a confirmation would have nothing to ask for, and what the promise and the dispute refuse.
 */
export async function recordCall(tx: Tx, order: CallOrder): Promise<CallDone | CallRefusal> {
  const { action, result, today, actor } = order;
  const fault = unfit(result, day(today));
  if (fault !== null) return fault;
  const call = await callOf(tx, action.actionId);
  if (result.confirm && (call.email ?? '').trim() === '')
    return refused(
      'NoEmail',
      'Ce débiteur n’a pas d’adresse e-mail : complétez sa fiche ou enregistrez sans confirmation.',
    );
  // Worked out before what the call leads to, which holds its claims back.
  const recalled = result.confirm ? await recalledToday(tx, order, call) : null;
  if (result.confirm && recalled === null)
    return refused(
      'NothingLate',
      'Ce dont il était question n’est plus à régler : enregistrez l’appel sans confirmation.',
    );
  await closeAction(tx, action.actionId, 'done', actor, resultCode(result), noteOf(result));
  const by = { actor, today };
  const { next } = result;
  let promisedCents: number | null = null;
  if (next.kind === 'promise') {
    const entered = await enterPromise(
      tx,
      {
        caseId: action.caseId,
        claimIds: claimsOf(call.facts),
        amountCents: next.amountCents,
        promisedOn: next.promisedOn,
        madeBy: result.spokeWith,
        channel: 'phone',
        note: result.note,
      },
      by,
    );
    if ('refusal' in entered) return { refusal: entered.refusal };
    promisedCents = entered.promise.amountCents;
  }
  if (next.kind === 'dispute') {
    const reason = DISPUTE_REASONS.find((one) => one === next.reason) as DisputeReason | undefined;
    if (reason === undefined) return refused('InvalidRequest', 'Ce motif de litige n’existe pas.');
    const claims = claimsOf(call.facts).map((claimId) => ({ claimId, contestedCents: null }));
    const { details, owner, deadlineOn } = next;
    const opened = await openDispute(tx, { caseId: action.caseId, claims, reason, details, owner, deadlineOn }, by);
    if ('refusal' in opened) return { refusal: opened.refusal };
  }
  const confirmationId = recalled === null ? null : await confirmByEmail(tx, order, call, { recalled, promisedCents });
  if (result.confirm && confirmationId === null)
    return refused(
      'ConfirmedAlready',
      'Un e-mail est déjà parti aujourd’hui à ce débiteur : la confirmation ne peut pas s’y ajouter.',
    );
  const nextActionId = await plan(tx, order, call);
  if (result.outcome !== 'wrong-number') await noteContact(tx, action, today);
  await touchCases(tx, [action.caseId], today);
  await appendJournal(tx, [
    {
      actor,
      action: 'call.recorded',
      objectKind: 'case',
      objectId: action.caseId,
      payload: { actionId: action.actionId, on: today, ...result, confirmationId, nextActionId },
    },
  ]);
  return { confirmationId, nextActionId };
}

/** A next step that the outcome cannot lead to, or a day that is none. */
function unfit({ outcome, next, confirm }: CallResult, today: Day): CallRefusal | null {
  const spoken = outcome === 'reached';
  if (!spoken && (next.kind === 'promise' || next.kind === 'dispute'))
    return refused('CallNeedsNext', 'Personne n’a été joint : il n’y a ni promesse ni contestation à noter.');
  if (spoken && next.kind === 'find-number')
    return refused('CallNeedsNext', 'Quelqu’un a répondu : ce numéro est le bon.');
  if (outcome === 'wrong-number' && next.kind === 'call-again')
    return refused('CallNeedsNext', 'Ce numéro est faux : cherchez-en un autre avant de rappeler.');
  if (confirm && !spoken) return refused('CallNeedsNext', 'Personne n’a été joint : il n’y a rien à confirmer.');
  if (next.kind === 'call-again' && day(next.on) <= today)
    return refused('CallAgainInThePast', 'Le prochain appel se prévoit à partir de demain.');
  return null;
}

interface Call {
  facts: MessageFacts;
  company_id: string;
  mode: 'test' | 'live';
  reasons: unknown;
  total_cents: bigint;
  email: string | null;
}

async function callOf(tx: Tx, actionId: string): Promise<Call> {
  const { rows } = await tx.query<Call>(
    `select a.facts, a.company_id, a.mode, a.reasons, a.total_cents, ${RECIPIENT_EMAIL} as email
       from action a join collection_case c on c.tenant_id = a.tenant_id and c.case_id = a.case_id
       join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
      where a.tenant_id = $1 and a.action_id = $2`,
    [tx.tenantId, actionId],
  );
  if (!rows[0]) throw new Error('A call that was locked has its action.');
  return rows[0];
}

const claimsOf = (facts: MessageFacts): string[] =>
  facts.claims.filter((claim) => claim.group !== 'upcoming').map((claim) => claim.claimId);

/** The outcome as the worklist and the story of the case name it. */
function resultCode({ outcome, next }: CallResult): string {
  if (next.kind === 'promise') return 'promised';
  if (next.kind === 'dispute') return 'disputed';
  return outcome;
}

const noteOf = ({ spokeWith, note }: CallResult): string | null =>
  [spokeWith === null ? null : fr`Interlocuteur : ${spokeWith}.`, note].filter((part) => part !== null).join(' ') ||
  null;

/** What the confirmation says with the figures of today; null when nothing of it is owed any more. */
async function recalledToday(tx: Tx, { action, today }: CallOrder, call: Call): Promise<MessageFacts | null> {
  const [loaded] = await loadCases(tx, [action.caseId]);
  const company = await loadCompany(tx, call.company_id);
  if (!loaded || !company) throw new Error('An action belongs to a case of a company.');
  const { scenario } = assign(await loadScenarios(tx, call.company_id), loaded.facts, company);
  return callConfirmedMessage(loaded.facts, company, scenario, call.facts, day(today));
}

/** The e-mail that recalls the call on its own day. Null when one has left this debtor today already. */
async function confirmByEmail(
  tx: Tx,
  { action, result, today }: CallOrder,
  call: Call,
  { recalled, promisedCents }: { recalled: MessageFacts; promisedCents: number | null },
): Promise<string | null> {
  const { next, spokeWith } = result;
  const facts: MessageFacts = {
    ...recalled,
    about: {
      kind: 'call-confirmed',
      calledOn: today,
      spokeWith,
      promisedCents,
      promisedOn: next.kind === 'promise' ? next.promisedOn : null,
    },
  };
  const reasons = [{ code: 'CallConfirmed', message: fr`Confirme l’appel du jour et demande une réponse écrite.` }];
  const { rows } = await tx.query<{ action_id: string }>(
    `insert into action (tenant_id, action_id, company_id, case_id, step, channel, mode, status, decided_on, total_cents, facts, reasons, done_at)
     values ($1, $2, $3, $4, 'call-confirmed', 'email', $5, case $5 when 'test' then 'done' else 'queued' end, $6, $7, $8, $9,
             case $5 when 'test' then now() end)
     on conflict do nothing returning action_id`,
    [
      tx.tenantId,
      randomUUID(),
      call.company_id,
      action.caseId,
      call.mode,
      today,
      facts.totalCents,
      JSON.stringify(facts),
      JSON.stringify(reasons),
    ],
  );
  const [made] = rows;
  if (!made) return null;
  await tx.query(
    `insert into outbox (tenant_id, action_id, company_id, channel, state, recipient, decided_on, total_cents)
     values ($1, $2, $3, 'email', case $4 when 'test' then 'captured' else 'due' end, $5, $6, $7)`,
    [tx.tenantId, made.action_id, call.company_id, call.mode, call.email, today, facts.totalCents],
  );
  return made.action_id;
}

/** Puts the next call, or the search for a number, on the worklist of its day. Null when neither is to be done. */
async function plan(tx: Tx, { action, result, today }: CallOrder, call: Call): Promise<string | null> {
  const { next } = result;
  if (next.kind !== 'call-again' && next.kind !== 'find-number') return null;
  const again = next.kind === 'call-again';
  // Nobody answers a telephone on a Sunday.
  const on = again ? workingDay(day(next.on)) : day(today);
  const facts: MessageFacts = again
    ? { ...call.facts, on: formatDay(on) }
    : { ...call.facts, step: MISSING_PHONE, stepName: 'Numéro à trouver', objective: 'decide' };
  const { rows } = await tx.query<{ action_id: string }>(
    `insert into action (tenant_id, action_id, company_id, case_id, step, channel, mode, status, decided_on, total_cents, facts, reasons)
     values ($1, $2, $3, $4, $5, $6, $7, 'to-do', $8, $9, $10, $11) on conflict do nothing returning action_id`,
    [
      tx.tenantId,
      randomUUID(),
      call.company_id,
      action.caseId,
      facts.step,
      again ? 'phone' : 'task',
      call.mode,
      formatDay(on),
      call.total_cents,
      JSON.stringify(facts),
      JSON.stringify([
        again
          ? { code: 'CallAgain', message: fr`À rappeler, comme convenu lors de l’appel précédent.` }
          : {
              code: 'WrongNumber',
              message: fr`Le numéro composé n’est pas le bon : trouvez celui de la personne qui règle les factures.`,
            },
      ]),
    ],
  );
  return rows[0]?.action_id ?? null;
}

function workingDay(on: Day): Day {
  let next = on;
  while (!isJourOuvre(next)) next = addDays(next, 1);
  return next;
}
