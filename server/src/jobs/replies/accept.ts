import { addDays, day, euros, formatDay, frenchDate } from '@acquit/law';
import { type CommitmentRefusal, type DisputeReason, fr, refused } from '@acquit/recovery';
import {
  addContact,
  type ClaimToRead,
  closeTasks,
  findCase,
  findCustomer,
  type LockedReply,
  loadCompany,
  openClaimsToRead,
  type StoredProposal,
  setCaseStatus,
  type Tx,
  touchCases,
  withdrawActions,
} from '../../store/index.ts';
import { announcePayment, type By, enterPromise, openDispute } from '../commitments/index.ts';

/** What a person changes of a proposal before accepting it; what is left out is as it was read. */
export interface Amended {
  claimIds?: string[] | undefined;
  amountCents?: number | null | undefined;
  on?: string | undefined;
  reason?: DisputeReason | undefined;
  /** Who is to answer a dispute, and by when. */
  owner?: string | undefined;
  deadlineOn?: string | undefined;
  email?: string | undefined;
  name?: string | undefined;
}

/** A proposal being accepted. */
export interface Acceptance {
  reply: LockedReply & { caseId: string };
  proposal: StoredProposal;
  amended: Amended;
  by: By & { name: string };
}

/** What was done, in French; or why it was not. */
export type Accepted = { message: string } | { refusal: CommitmentRefusal };

/** Days a dispute is given to be answered when nobody says otherwise. */
const ANSWER_DAYS = 15;

/** Records what a reply seemed to say, as a person accepted or amended it, by the same doors as when he enters it himself. */
export async function carryOut(tx: Tx, acceptance: Acceptance): Promise<Accepted> {
  const { reply, proposal, amended } = acceptance;
  const open = await openClaimsToRead(tx, reply.caseId);
  const named = open.filter(({ number }) => proposal.numbers.includes(number));
  const chosen = amended.claimIds ? open.filter(({ claimId }) => amended.claimIds!.includes(claimId)) : named;
  if (amended.claimIds && chosen.length !== new Set(amended.claimIds).size)
    return refused(
      'ClaimNotInCase',
      'L’une des factures choisies n’est plus ouverte dans ce dossier. Choisissez à nouveau.',
      {},
    );
  switch (proposal.kind) {
    case 'promise':
      return promise(tx, acceptance, chosen);
    case 'dispute':
      return dispute(tx, acceptance, chosen.length > 0 ? chosen : open);
    case 'paid':
      return paid(tx, acceptance, chosen.length > 0 ? chosen : open);
    case 'wrong-contact':
      return contact(tx, acceptance);
    case 'instalments':
      return { message: fr`Demande d’échéancier notée : préparez-le depuis le dossier, ou répondez au client.` };
    case 'copy-asked':
      return { message: fr`Demande de facture notée : renvoyez-la au client.` };
  }
}

const amountOf = ({ proposal, amended }: Acceptance): number | null =>
  amended.amountCents === undefined ? proposal.amountCents : amended.amountCents;

async function promise(tx: Tx, acceptance: Acceptance, claims: readonly ClaimToRead[]): Promise<Accepted> {
  const { reply, proposal, amended, by } = acceptance;
  const promisedOn = amended.on ?? proposal.on;
  if (promisedOn === null)
    return refused(
      'PromiseWithoutDay',
      'Ce message ne dit pas quand il paiera : indiquez la date, ou demandez-la au client.',
      {},
    );
  const entered = await enterPromise(
    tx,
    {
      caseId: reply.caseId,
      claimIds: claims.map(({ claimId }) => claimId),
      amountCents: amountOf(acceptance),
      madeOn: earlier(reply.on, by.today),
      promisedOn,
      madeBy: reply.fromName || reply.fromAddress,
      channel: 'email',
      note: proposal.quote.slice(0, LONGEST_NOTE),
      causeId: reply.replyId,
    },
    by,
  );
  if ('refusal' in entered) return entered;
  const { promise: view } = entered;
  const more = entered.warnings.map(({ message }) => ` ${message}`).join('');
  return {
    message: fr`Promesse de ${euros(view.amountCents)} pour le ${frenchDate(day(view.promisedOn))} enregistrée : rien ne part jusque-là.${more}`,
  };
}

const LONGEST_NOTE = 500;
/** A clock ahead of ours must not date what was said after today. */
const earlier = (one: string, other: string): string => (one < other ? one : other);

async function dispute(tx: Tx, acceptance: Acceptance, claims: readonly ClaimToRead[]): Promise<Accepted> {
  const { reply, proposal, amended, by } = acceptance;
  const amountCents = amountOf(acceptance);
  if (amountCents !== null && claims.length > 1)
    return refused('ClaimToChoose', 'Choisissez la facture dont une partie est contestée.', {});
  const deadlineOn = amended.deadlineOn ?? formatDay(addDays(day(by.today), ANSWER_DAYS));
  const opened = await openDispute(
    tx,
    {
      caseId: reply.caseId,
      claims: claims.map(({ claimId, openCents }) => ({
        claimId,
        // A part as large as what is owed is the whole.
        contestedCents: amountCents === null || amountCents >= openCents ? null : amountCents,
      })),
      reason: amended.reason ?? proposal.reason ?? 'other',
      details: proposal.quote.slice(0, LONGEST_NOTE),
      openedOn: earlier(reply.on, by.today),
      owner: amended.owner ?? by.name,
      deadlineOn,
      origin: 'reply',
      causeId: reply.replyId,
    },
    by,
  );
  if ('refusal' in opened) return opened;
  return {
    message: fr`Litige ouvert, à traiter avant le ${frenchDate(day(deadlineOn))} : ce qui est contesté n’est plus relancé.`,
  };
}

async function paid(
  tx: Tx,
  { reply, proposal, amended, by }: Acceptance,
  claims: readonly ClaimToRead[],
): Promise<Accepted> {
  const kase = await findCase(tx, reply.caseId);
  const company = kase && (await loadCompany(tx, kase.companyId));
  if (!company) return refused('NotFound', 'Ce dossier n’existe plus.', {});
  const on = amended.on ?? proposal.on;
  const { until, inVain } = await announcePayment(tx, {
    caseId: reply.caseId,
    claimIds: claims.map(({ claimId }) => claimId),
    causeId: reply.replyId,
    paidOn: on === null ? null : day(on),
    today: day(by.today),
    workingDays: company.settings.announcedPaymentWorkingDays,
  });
  const again =
    inVain.length === 0 ? '' : fr` Un règlement y avait déjà été annoncé sans arriver : vérifiez auprès du client.`;
  return inVain.length === claims.length
    ? { message: fr`Noté.${again}` }
    : { message: fr`Règlement annoncé : rien ne part pour ces factures jusqu’au ${frenchDate(until)}.${again}` };
}

async function contact(tx: Tx, { reply, proposal, amended, by }: Acceptance): Promise<Accepted> {
  const email = (amended.email ?? proposal.emails[0] ?? '').toLowerCase();
  if (email === '')
    return refused('AddressMissing', 'Ce message ne donne pas d’adresse : indiquez-la, ou demandez-la au client.', {});
  const kase = await findCase(tx, reply.caseId);
  const customer = kase && (await findCustomer(tx, kase.debtor.debtorId, true));
  if (!customer) return refused('NotFound', 'Ce dossier n’existe plus.', {});
  await addContact(
    tx,
    customer.debtorId,
    { role: 'accounts-payable', name: amended.name ?? null, email, phone: null, note: null },
    true,
  );
  const withdrawn = await withdrawActions(tx, [reply.caseId], 'contacts');
  const addressed = await closeTasks(tx, reply.caseId, 'missing-address', by.actor);
  if (customer.status === 'parked' && addressed) await setCaseStatus(tx, reply.caseId, 'open', null, null);
  const event = {
    actor: by.actor,
    action: 'contact.changed',
    objectKind: 'case',
    objectId: reply.caseId,
    payload: { debtorId: customer.debtorId, email, replyId: reply.replyId, message: email },
  };
  await touchCases(tx, [reply.caseId], by.today, [event, ...withdrawn]);
  return { message: fr`${email} est maintenant l’interlocuteur principal de ce client.` };
}
