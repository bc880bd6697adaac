import { randomUUIDv7 } from 'node:crypto';
import { day, type Supply, supplySuspension } from '@acquit/law';
import {
  assign,
  caseReference,
  composeLetter,
  draftMessage,
  type Refused,
  refused,
  type SuspensionView,
  supplyName,
} from '@acquit/recovery';
import { RenderRefusal, renderLetter } from '../../render/index.ts';
import {
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
}

/**
 * Records a decision to stop delivering, once nothing in the law stands in its way. Refuses with the first obstacle of
 * `supplySuspension`, its article in the sentence, the others in the facts; `NotFound`, `CaseClosed`, `InvalidDay`, and
 * `DateInThePast` for a day that is over.
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
  const refusal = await obstacle(tx, order, by, kase.debtor.insolvencyOpenedOn);
  if (refusal) return refusal;
  const suspensionId = randomUUIDv7();
  const { caseId, supply, mainHome, effectiveOn, reason, owner, ...declared } = order;
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
  return { suspension: (await findSuspension(tx, suspensionId, by.today))! };
}

async function obstacle(tx: Tx, order: SuspensionOrder, by: By, openedOn: string | null): Promise<Refused | null> {
  const days: Record<string, ReturnType<typeof day> | null> = {};
  for (const name of ['effectiveOn', 'firstNoticeOn', 'secondNoticeOn', 'fundAskedOn', 'minimumPowerSince'] as const) {
    const given = order[name];
    const read = given === null ? null : dayOf(given);
    if (read !== null && typeof read === 'object') return read;
    days[name] = read;
  }
  const [loaded] = await loadCases(tx, [order.caseId]);
  const today = day(by.today);
  const obstacles = supplySuspension({
    supply: order.supply,
    mainHome: order.mainHome,
    on: days.effectiveOn!,
    sameContract: order.sameContract,
    isDue: loaded!.facts.claims.some(
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
  if (first === undefined) return null;
  return refused(first.code, `${first.message} (${first.article})`, { obstacles });
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

/** The letter that announces a suspension, as a PDF to send. Refuses `NotFound`, `NothingLate` and what the press refuses. */
export async function suspensionLetter(
  tx: Tx,
  suspensionId: string,
  today: string,
): Promise<Done<{ name: string; content: Uint8Array }>> {
  const found = await findSuspension(tx, suspensionId, today);
  if (found === null) return refused('NotFound', 'Cette suspension n’existe pas ou n’existe plus.', { suspensionId });
  const [loaded] = await loadCases(tx, [found.caseId]);
  const company = (await loadCompany(tx, found.companyId))!;
  const { facts } = loaded!;
  const { scenario } = assign(await loadScenarios(tx, found.companyId), facts, company);
  const step = scenario.steps.find(({ tone }) => tone === 'firm' || tone === 'grave') ?? scenario.steps[0]!;
  const draft = draftMessage(facts, company, scenario, step.key, day(today));
  if (draft === null)
    return refused('NothingLate', 'Rien n’est en retard dans ce dossier : il n’y a pas de lettre à écrire.');
  const message = {
    ...draft,
    step: 'suspension',
    stepName: 'Annonce de suspension',
    about: { kind: 'suspension' as const, suspendedOn: found.effectiveOn, what: found.what, contract: found.contract },
  };
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
