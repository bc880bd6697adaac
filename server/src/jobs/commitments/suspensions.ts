import { randomUUIDv7 } from 'node:crypto';
import { day, type Supply, supplySuspension } from '@acquit/law';
import {
  announceSuspension,
  assign,
  type CaseFacts,
  type CompanyFacts,
  caseReference,
  composeLetter,
  fr,
  type Refused,
  refused,
  type Scenario,
  type SuspensionView,
  supplyName,
  suspensionMessage,
} from '@acquit/recovery';
import { RenderRefusal, renderLetter } from '../../render/index.ts';
import {
  appendJournal,
  attachLetter,
  findSuspension,
  insertSuspension,
  liftSuspension,
  loadCases,
  loadCompany,
  loadScenarios,
  type Tx,
  touchCases,
} from '../../store/index.ts';
import { firstLetterOf, textTools } from '../messages/texts.ts';
import { recordDecisions } from '../night/index.ts';
import { type By, type Done, dayOf, isRefused, lockCase } from './shared.ts';

/** A decision to stop delivering, with what the person declares of it. Days are `YYYY-MM-DD`. */
export interface SuspensionOrder {
  caseId: string;
  supply: Supply;
  mainHome: boolean;
  effectiveOn: string;
  sameContract: boolean;
  /** The contract or the order, as the letter names it. */
  contract: string | null;
  /** Warnings already given in writing; the letter of this decision counts as the first when none was. */
  firstNoticeOn: string | null;
  secondNoticeOn: string | null;
  isHelped: boolean;
  fundAskedOn: string | null;
  minimumPowerSince: string | null;
  reason: string;
  owner: string;
  /** Its announcement is put in the queues at once, when nothing stands in the way. */
  announce: boolean;
}

/**
 * Records a decision to stop delivering, once nothing in the law stands in its way. Refuses with the first obstacle of
 * `supplySuspension`, its article in the sentence, the others in the facts; `NotFound`, `CaseClosed`, `InvalidDay`,
 * `DateInThePast` for a day that is over, and `NothingLate` when its letter would have nothing to ask for.
 */
export async function suspendDeliveries(
  tx: Tx,
  order: SuspensionOrder,
  by: By,
): Promise<Done<{ suspension: SuspensionView }>> {
  const kase = await lockCase(tx, order.caseId);
  if (isRefused(kase)) return kase;
  if (order.effectiveOn < by.today)
    return refused(
      'DateInThePast',
      'La suspension ne peut pas commencer dans le passé : choisissez une date à venir.',
      {
        effectiveOn: order.effectiveOn,
      },
    );
  const grounds = await groundsOf(tx, kase);
  const refusal = obstacle(order, by, grounds, kase.debtor.insolvencyOpenedOn);
  if (refusal) return refusal;
  const suspensionId = randomUUIDv7();
  const { caseId, supply, mainHome, effectiveOn, reason, owner, announce, ...declared } = order;
  const noticeOn = order.firstNoticeOn ?? by.today;
  await insertSuspension(tx, {
    suspensionId,
    companyId: kase.companyId,
    caseId,
    supply,
    mainHome,
    declared: { ...declared, what: supplyName(supply) },
    noticeOn,
    effectiveOn,
    reason,
    owner,
    enteredBy: by.actor,
  });
  await touchCases(tx, [caseId], by.today, [
    {
      actor: by.actor,
      action: 'suspension.decided',
      objectKind: 'case',
      objectId: caseId,
      payload: { suspensionId, ...order },
    },
  ]);
  if (announce) {
    // What stands in its way is no obstacle to the decision: the case shows that the announcement is still to be sent.
    const sent = await sendSuspension(tx, suspensionId, by);
    if (!isRefused(sent)) return sent;
  }
  return { suspension: (await findSuspension(tx, suspensionId, by.today))! };
}

/** What a suspension rests on: the facts of its case, and the scenario by which its letter is written. */
interface Grounds {
  facts: CaseFacts;
  company: CompanyFacts;
  scenario: Scenario;
  isKept: boolean;
}

async function groundsOf(tx: Tx, { caseId, companyId }: { caseId: string; companyId: string }): Promise<Grounds> {
  const [loaded] = await loadCases(tx, [caseId]);
  const company = (await loadCompany(tx, companyId))!;
  const { facts } = loaded!;
  return { facts, company, ...assign(await loadScenarios(tx, companyId), facts, company) };
}

function obstacle(
  order: SuspensionOrder,
  by: By,
  { facts, company, scenario }: Grounds,
  openedOn: string | null,
): Refused | null {
  const days: Record<string, ReturnType<typeof day> | null> = {};
  for (const name of ['effectiveOn', 'firstNoticeOn', 'secondNoticeOn', 'fundAskedOn', 'minimumPowerSince'] as const) {
    const given = order[name];
    const read = given === null ? null : dayOf(given);
    if (read !== null && typeof read === 'object') return read;
    days[name] = read;
  }
  const today = day(by.today);
  const obstacles = supplySuspension({
    supply: order.supply,
    mainHome: order.mainHome,
    on: days.effectiveOn!,
    sameContract: order.sameContract,
    isDue: facts.claims.some(
      ({ kind, dueOn, openCents }) => kind !== 'credit-note' && dueOn !== null && dueOn < today && openCents > 0,
    ),
    firstNoticeOn: days.firstNoticeOn ?? today,
    secondNoticeOn: days.secondNoticeOn!,
    isHelped: order.isHelped,
    fundAskedOn: days.fundAskedOn!,
    minimumPowerSince: days.minimumPowerSince!,
    insolvencyOpenedOn: openedOn === null ? null : day(openedOn),
  });
  const [first] = obstacles;
  if (first !== undefined) return refused(first.code, `${first.message} (${first.article})`, { obstacles });
  const { effectiveOn, contract } = order;
  const announced = { effectiveOn: day(effectiveOn), what: supplyName(order.supply), contract };
  return suspensionMessage(facts, company, scenario, announced, today) === null ? whyNot('nothing-late') : null;
}

/** Takes deliveries up again. Refuses `NotFound` and `SuspensionOver`. */
export async function resumeDeliveries(
  tx: Tx,
  suspensionId: string,
  by: By,
): Promise<Done<{ suspension: SuspensionView }>> {
  const found = await findSuspension(tx, suspensionId, by.today);
  if (found === null) return refused('NotFound', 'Cette suspension n’existe pas ou n’existe plus.', { suspensionId });
  await lockCase(tx, found.caseId);
  if (!(await liftSuspension(tx, suspensionId, by.today, by.actor)))
    return refused('SuspensionOver', 'Cette suspension est déjà levée.', { suspensionId });
  await touchCases(tx, [found.caseId], by.today, [
    {
      actor: by.actor,
      action: 'suspension.lifted',
      objectKind: 'case',
      objectId: found.caseId,
      payload: { suspensionId },
    },
  ]);
  return { suspension: (await findSuspension(tx, suspensionId, by.today))! };
}

type FoundSuspension = NonNullable<Awaited<ReturnType<typeof findSuspension>>>;
const announced = ({ effectiveOn, what, contract }: FoundSuspension) => ({
  effectiveOn: day(effectiveOn),
  what,
  contract,
});

const WHY_NOT = {
  'nothing-late': [
    'NothingLate',
    fr`Rien n’est à réclamer aujourd’hui dans ce dossier : ce qui est contesté, promis ou échelonné ne compte pas. Réglez d’abord la contestation, ou attendez le jour convenu : la suspension s’annonce ensuite.`,
  ],
  'contacted-today': [
    'ContactedToday',
    'Ce client a déjà été contacté aujourd’hui, et il ne l’est qu’une fois par jour. Envoyez l’annonce demain.',
  ],
  'no-address': [
    'MissingAddress',
    'Ce client n’a ni adresse postale complète ni adresse e-mail. Complétez sa fiche, puis envoyez l’annonce.',
  ],
} as const;

function whyNot(why: keyof typeof WHY_NOT): Refused {
  const [code, message] = WHY_NOT[why];
  return refused(code, message);
}

/**
 * Puts the announcement of a suspension where messages leave from: a registered letter in the print queue and an e-mail, as
 * far as he can be reached. Refuses `NotFound`, `SuspensionOver`, `AlreadyAnnounced`, `NothingLate`, `ContactedToday` and
 * `MissingAddress`.
 */
export async function sendSuspension(
  tx: Tx,
  suspensionId: string,
  by: By,
): Promise<Done<{ suspension: SuspensionView }>> {
  const found = await findSuspension(tx, suspensionId, by.today);
  if (found === null) return refused('NotFound', 'Cette suspension n’existe pas ou n’existe plus.', { suspensionId });
  if (found.state === 'lifted') return refused('SuspensionOver', 'Cette suspension est déjà levée.', { suspensionId });
  await lockCase(tx, found.caseId);
  const suspension = (await findSuspension(tx, suspensionId, by.today))!;
  if (suspension.letterActionId !== null)
    return refused('AlreadyAnnounced', 'L’annonce de cette suspension est déjà partie ou en file d’envoi.');
  const { facts, company, scenario, isKept } = await groundsOf(tx, found);
  const decision = announceSuspension(facts, company, scenario, announced(suspension), day(by.today));
  if (typeof decision === 'string') return whyNot(decision);
  const written = await recordDecisions(tx, tx.tenantId, found.companyId, company.mode, [
    { facts, scenarioKey: scenario.key, isKept, decision },
  ]);
  const [first] = written;
  if (first === undefined) return whyNot('contacted-today');
  await attachLetter(tx, suspensionId, first.actionId);
  await appendJournal(tx, [
    {
      actor: by.actor,
      action: 'suspension.queued',
      objectKind: 'case',
      objectId: found.caseId,
      payload: { suspensionId, actionIds: written.map(({ actionId }) => actionId) },
    },
  ]);
  return { suspension: (await findSuspension(tx, suspensionId, by.today))! };
}

/** The letter that announces a suspension, as a PDF to send. Refuses `NotFound`, `NothingLate` and what the press refuses. */
export async function suspensionLetter(
  tx: Tx,
  suspensionId: string,
  today: string,
): Promise<Done<{ name: string; content: Uint8Array }>> {
  const found = await findSuspension(tx, suspensionId, today);
  if (found === null) return refused('NotFound', 'Cette suspension n’existe pas ou n’existe plus.', { suspensionId });
  const { facts, company, scenario } = await groundsOf(tx, found);
  const message = suspensionMessage(facts, company, scenario, announced(found), day(today));
  if (message === null) return whyNot('nothing-late');
  try {
    const letter = composeLetter(
      message,
      {
        company,
        debtor: facts.debtor,
        reference: caseReference(found.caseId),
        firstLetter: await firstLetterOf(tx, company, found.caseId),
      },
      { mode: company.mode, claims: facts.claims },
      await textTools(tx, found.companyId),
    );
    return { name: `suspension-${found.effectiveOn}.pdf`, content: await renderLetter(letter) };
  } catch (error) {
    if (error instanceof RenderRefusal) return refused(error.code, error.message);
    throw error;
  }
}
