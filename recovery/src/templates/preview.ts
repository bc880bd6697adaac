import { addDays, type Day, formatDay } from '@acquit/law';
import type { MessageFacts } from '../model/decision.ts';
import type { CaseFacts, CompanyFacts, DebtorFacts } from '../model/facts.ts';
import type { Objective, Scenario, Step } from '../model/scenario.ts';
import type { MessageSubject } from '../model/subject.ts';
import { draftMessage } from '../planner/draft.ts';
import { messageName } from '../texts/template-names.ts';
import { fr } from '../texts/typography.ts';
import type { TemplateKey, TextKind } from './model.ts';

/** Days given by a formal notice, as the default scenarios do; a real step has its own. */
const GRACE_DAYS = 8;

const OBJECTIVES: Partial<Record<TextKind, Objective>> = {
  notice: 'inform',
  'find-the-cause': 'find-the-cause',
  'get-a-date': 'get-a-date',
  'call-confirmed': 'confirm-call',
  warning: 'warn',
  'formal-notice': 'warn',
};

/** The step that a text would be the text of. */
function stepOf(key: TemplateKey): Step {
  const isHeavy = key.tone === 'firm' || key.tone === 'grave';
  const isFormal = key.tone === 'formal';
  return {
    key: 'preview',
    rank: 0,
    name: messageName(key),
    offsetDays: key.kind === 'notice' ? -1 : 1,
    countedFrom: 'due-date',
    channels: [key.channel],
    tone: key.tone,
    objective: OBJECTIVES[key.kind] ?? 'remind',
    accessories: isFormal ? 'claimed' : isHeavy && key.profile !== 'consumer' ? 'mentioned' : 'none',
    release: 'confirm',
    graceDays: isFormal ? GRACE_DAYS : null,
  };
}

/** What the message would be about, told from the sums of the case. */
function subjectOf(kind: TextKind, facts: MessageFacts, on: Day): MessageSubject | undefined {
  const cents = facts.principalCents;
  const part = Math.max(1, Math.trunc(cents / 5));
  const iso = (days: number) => formatDay(addDays(on, days));
  switch (kind) {
    case 'thanks':
      return { kind, receivedCents: cents, receivedOn: iso(0) };
    case 'promise-broken':
      return { kind, madeOn: iso(-12), promisedOn: iso(-3), promisedCents: cents };
    case 'plan-missed':
      return {
        kind,
        signedOn: iso(-80),
        missedOn: iso(-16),
        missedCents: part,
        balanceCents: cents,
        noticeDays: GRACE_DAYS,
      };
    case 'suspension':
      return { kind, suspendedOn: iso(15), what: 'les livraisons', contract: null };
    case 'call-confirmed':
      return { kind, calledOn: iso(0), spokeWith: null, promisedCents: cents, promisedOn: iso(10) };
    default:
      return undefined;
  }
}

/**
 * What a text would be filled with for a case on a day, whatever the calendar: every claim that is late, or that is to
 * come for a notice. Null when the case has nothing that the text could be about. Nothing is decided.
 */
export function previewFacts(facts: CaseFacts, company: CompanyFacts, key: TemplateKey, on: Day): MessageFacts | null {
  const step = stepOf(key);
  const asked =
    key.kind === 'notice'
      ? { ...facts, claims: facts.claims.map((claim) => ({ ...claim, dueOn: addDays(on, 5) })) }
      : facts;
  const scenario: Scenario = { key: 'preview', profile: key.profile, name: '', version: 0, steps: [step] };
  const drafted =
    draftMessage({ ...asked, profile: key.profile }, company, scenario, step.key, on) ??
    (key.kind === 'notice' ? upcoming(asked, key, step, on) : null);
  if (drafted === null) return null;
  const about = subjectOf(key.kind, drafted, on);
  return { ...drafted, profile: key.profile, ...(about && { about }) };
}

/** A notice before the due date: nothing is late, and what is to come is named. */
function upcoming(facts: CaseFacts, key: TemplateKey, step: Step, on: Day): MessageFacts | null {
  const claims = facts.claims.filter(
    (claim) => claim.kind !== 'credit-note' && claim.openCents > 0 && claim.dueOn !== null,
  );
  if (claims.length === 0) return null;
  const principalCents = claims.reduce((sum, claim) => sum + claim.openCents, 0);
  return {
    step: step.key,
    stepName: step.name,
    tone: step.tone,
    objective: step.objective,
    accessories: 'none',
    profile: key.profile,
    regime: 'civil',
    on: formatDay(on),
    claims: claims.map((claim) => ({
      claimId: claim.claimId,
      number: claim.number,
      issuedOn: claim.issuedOn === null ? null : formatDay(claim.issuedOn),
      dueOn: formatDay(claim.dueOn!),
      orderReference: claim.orderReference,
      amountCents: claim.amountCents,
      openCents: claim.openCents,
      daysLate: 0,
      penaltyCents: 0,
      indemnityCents: 0,
      group: 'main',
      step: step.key,
      rank: 0,
    })),
    credits: [],
    principalCents,
    penaltyCents: 0,
    indemnityCents: 0,
    creditCents: 0,
    totalCents: principalCents,
    rateSentence: null,
    graceDays: null,
    payBefore: null,
  };
}

const KINDS: Record<TemplateKey['profile'], DebtorFacts['kind']> = {
  business: 'company',
  consumer: 'consumer',
  public: 'public-body',
};
const NAMES: Record<TemplateKey['profile'], string> = {
  business: 'Boulangerie Fournier SARL',
  consumer: 'Claire Martin',
  public: fr`Commune de Saint-Martin`,
};

/** A made-up case, for a text that is looked at without one: two invoices, the first paid in part. */
export function exampleCase(key: TemplateKey, on: Day): CaseFacts {
  const claim = (number: string, daysLate: number, amountCents: number, receivedCents: number) => ({
    claimId: number,
    number,
    kind: 'invoice' as const,
    issuedOn: addDays(on, -daysLate - 30),
    dueOn: addDays(on, -daysLate),
    totalCents: amountCents,
    amountCents,
    receipts: receivedCents === 0 ? [] : [{ on: addDays(on, -3), amountCents: receivedCents }],
    credits: [],
    openCents: amountCents - receivedCents,
    penalties: 'claimed' as const,
    indemnity: 'claimed' as const,
    level: -1,
    levelOn: null,
    noticeOn: null,
    orderReference: 'BC-8841',
    doubts: [],
  });
  return {
    caseId: 'example-4f2a81c0',
    profile: key.profile,
    status: 'open',
    pausedUntil: null,
    lastContactOn: null,
    debtor: {
      debtorId: 'example',
      name: NAMES[key.profile],
      kind: KINDS[key.profile],
      legalId: key.profile === 'consumer' ? null : '552100554',
      email: 'client@exemple.fr',
      phone: null,
      contactName: null,
      address: { lines: ['3 quai Perrière'], postcode: '38000', city: 'Grenoble', country: 'FR' },
      insolvencyOpenedOn: null,
      language: key.language,
    },
    claims: [claim('F-2026-118', 41, 184_000, 60_000), claim('F-2026-131', 20, 126_050, 0)],
    unallocatedCents: 0,
  };
}
