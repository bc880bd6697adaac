import { addDays, type Day, day } from '@acquit/law';
import {
  type Assignment,
  allocateReceipt,
  applyDecision,
  assign,
  type CaseFacts,
  type ClaimFacts,
  type CompanyFacts,
  type CompanySettings,
  type DebtorFacts,
  type Decision,
  decide,
  defaultBook,
  defaultSettings,
  profileOf,
  withoutKept,
} from '@acquit/recovery';
import { bankOn, type StoryStatements, takeBack, type Waiting, waitingAfter } from './bank.ts';
import { backDated, commit, type Memory, newMemory, type StoryCommitments } from './commitments.ts';
import { post, type StoryLetters } from './dispatches.ts';
import { comeBack, type StoryReplies } from './replies.ts';
import { revise, type StoryScenarios } from './scenarios.ts';

/** A story as it is written in `story.yaml`: who owes what to whom, and what happens on which day. */
export interface Story extends StoryCommitments, StoryReplies, StoryLetters, StoryScenarios, StoryStatements {
  title: string;
  about: string;
  from: string;
  until: string;
  company?: Partial<CompanyFacts> & { settings?: Partial<CompanySettings> };
  debtor: Partial<DebtorFacts> & { name: string };
  claims: StoryClaim[];
  receipts?: { on: string; amountCents: number; claims?: string[] }[];
  /** What becomes known of the debtor, from a day on. */
  changes?: { on: string; debtor: Partial<DebtorFacts> & { insolvencyOpenedOn?: string } }[];
  /** A pause asked for on a day, up to another included. */
  pauses?: { on: string; from?: string; until: string }[];
  /** What a credit note takes off a claim; a gesture counts from its day, a correction from the start. */
  credits?: { on: string; claim: string; number: string; amountCents: number; effect: 'correction' | 'gesture' }[];
  /** Days on which the debtor received the formal notice. */
  noticeReceivedOn?: string;
  /** Days on which the machine was off, bounds included. */
  off?: { from: string; until: string }[];
  /** Writes the whole text of each message in the diary. */
  texts?: boolean;
  /** … its letters too. */
  letters?: boolean;
  /** For who collects for others: the day the first message left, which later ones recall. */
  firstLetterOn?: string;
}

interface StoryClaim {
  number: string;
  amountCents: number;
  issuedOn: string;
  dueOn?: string;
  kind?: ClaimFacts['kind'];
  orderReference?: string;
  /** Unknown to the system before this day. */
  importedOn?: string;
  penalties?: ClaimFacts['penalties'];
  indemnity?: ClaimFacts['indemnity'];
}

/** One day of a story: what happened, then what was decided, on the facts as they then stood. */
export interface StoryDay {
  on: Day;
  isOff: boolean;
  events: string[];
  facts: CaseFacts;
  decision: Decision | null;
  assignment: Assignment;
  /** Why nothing may leave on that day; null: it may. */
  heldBack: string | null;
  /** The day of the message that this day's pass took back, because it had not left. */
  waitedSince: Day | null;
}

export interface Told {
  company: CompanyFacts;
  days: StoryDay[];
}

const COMPANY: CompanyFacts = {
  companyId: 'company',
  name: 'Atelier Béranger',
  legalForm: 'SARL',
  legalId: '732829320',
  vat: 'FR44732829320',
  address: { lines: ['12 rue des Tanneurs'], postcode: '69002', city: 'Lyon', country: 'FR' },
  email: 'compta@atelier-beranger.example',
  phone: '04 72 00 00 00',
  iban: 'FR7630006000011234567890189',
  bic: 'AGRIFRPP',
  creditorKind: 'business',
  mode: 'live',
  settings: defaultSettings,
};

const DEBTOR: DebtorFacts = {
  debtorId: 'debtor',
  name: '',
  kind: 'company',
  legalId: null,
  email: 'direction@debiteur.example',
  phone: '04 76 00 00 00',
  contactName: null,
  address: { lines: ['3 quai Perrière'], postcode: '38000', city: 'Grenoble', country: 'FR' },
  insolvencyOpenedOn: null,
};

function claimOf(told: StoryClaim): ClaimFacts {
  return {
    claimId: told.number,
    number: told.number,
    kind: told.kind ?? 'invoice',
    issuedOn: day(told.issuedOn),
    dueOn: told.dueOn === undefined ? null : day(told.dueOn),
    totalCents: told.amountCents,
    amountCents: told.amountCents,
    receipts: [],
    credits: [],
    openCents: told.amountCents,
    penalties: told.penalties ?? 'reserved',
    indemnity: told.indemnity ?? 'reserved',
    level: -1,
    levelOn: null,
    noticeOn: null,
    orderReference: told.orderReference ?? null,
    doubts: [],
  };
}

/** Plays a story day by day with the real planner: each day's events, then its pass, unless the machine is off. */
export function tell(story: Story): Told {
  const company = { ...COMPANY, ...story.company, settings: { ...defaultSettings, ...story.company?.settings } };
  const debtor: DebtorFacts = { ...DEBTOR, ...story.debtor };
  let facts: CaseFacts = {
    caseId: 'case',
    profile: profileOf(debtor.kind).profile,
    status: 'open',
    pausedUntil: null,
    lastContactOn: null,
    debtor,
    claims: [],
    ...(story.payerClass && { payerClass: story.payerClass }),
  };
  let book = defaultBook;
  const days: StoryDay[] = [];
  const memory = newMemory();
  let waiting: Waiting | null = null;
  for (let on = day(story.from); on <= day(story.until); on = addDays(on, 1)) {
    const events: string[] = [];
    facts = happen(story, facts, on, events, memory);
    facts = commit(story, facts, company.settings, memory, on, events);
    facts = comeBack(story, facts, on, events);
    facts = post(story, facts, on, events);
    const isOff = (story.off ?? []).some((absence) => day(absence.from) <= on && on <= day(absence.until));
    ({ book, facts } = revise(story, { book, facts }, on, events));
    facts = takeBack(waiting, facts);
    const assignment = assign(book, facts, company);
    facts = withoutKept(facts, assignment);
    const decision = isOff ? null : decide(facts, company, assignment.scenario, on);
    const freshness = bankOn(story, company.settings, on);
    const heldBack = freshness?.held ? freshness.message : null;
    days.push({ on, isOff, events, facts, decision, assignment, heldBack, waitedSince: waiting?.since ?? null });
    waiting = waitingAfter(decision, heldBack, facts, on);
    if (decision !== null) facts = applyDecision(facts, decision);
  }
  return { company, days };
}

/** Applies the events of a day to the facts, as the shell would record them. */
function happen(story: Story, before: CaseFacts, on: Day, events: string[], memory: Memory): CaseFacts {
  let facts = before;
  for (const told of story.claims) {
    if (day(told.importedOn ?? story.from) !== on) continue;
    facts = { ...facts, claims: [...facts.claims, claimOf(told)] };
    memory.claims.set(told.number, { claimId: told.number, amountCents: told.amountCents, credits: [] });
    events.push(`Pièce importée : ${told.number}`);
  }
  for (const receipt of story.receipts ?? []) {
    if (day(receipt.on) === on) facts = receive(facts, receipt.amountCents, receipt.claims ?? [], on, events, memory);
  }
  for (const credit of story.credits ?? []) {
    if (day(credit.on) === on) facts = takeOff(facts, credit, on, events, memory);
  }
  for (const { on: from, debtor } of story.changes ?? []) {
    if (day(from) !== on) continue;
    const opened = debtor.insolvencyOpenedOn;
    const insolvencyOpenedOn = opened === undefined ? facts.debtor.insolvencyOpenedOn : day(opened);
    const status = facts.status === 'parked' ? ('open' as const) : facts.status;
    facts = { ...facts, status, debtor: { ...facts.debtor, ...debtor, insolvencyOpenedOn } };
    events.push(opened === undefined ? 'Fiche du débiteur complétée' : 'Jugement d’ouverture connu');
  }
  for (const pause of story.pauses ?? []) {
    if (day(pause.on) !== on) continue;
    facts = { ...facts, status: 'paused', pausedUntil: day(pause.until) };
    const from = day(pause.from ?? pause.on);
    events.push(from < on ? backDated(from, on, day(pause.until)) : 'Pause demandée');
  }
  if (story.noticeReceivedOn !== undefined && day(story.noticeReceivedOn) === on) {
    facts = { ...facts, claims: facts.claims.map((claim) => ({ ...claim, noticeOn: on })) };
    events.push('Mise en demeure reçue par le débiteur');
  }
  return facts;
}

function receive(
  facts: CaseFacts,
  amountCents: number,
  chosen: string[],
  on: Day,
  events: string[],
  memory: Memory,
): CaseFacts {
  const owed = facts.claims.filter((claim) => claim.kind !== 'credit-note');
  const { parts, unallocatedCents, decidedBy } = allocateReceipt(amountCents, owed, on, chosen);
  for (const part of parts) memory.money.push({ claimId: part.claimId, on, cents: part.amountCents });
  if (unallocatedCents > 0) memory.money.push({ claimId: null, on, cents: unallocatedCents });
  const claims = facts.claims.map((claim) => {
    const cents = parts.find((part) => part.claimId === claim.claimId)?.amountCents ?? 0;
    if (cents === 0) return claim;
    return { ...claim, openCents: claim.openCents - cents, receipts: [...claim.receipts, { on, amountCents: cents }] };
  });
  const shares = parts.map((part) => `${part.claimId} ${part.amountCents / 100} €`).join(', ');
  events.push(`Règlement reçu : ${amountCents / 100} € (${shares}) — ordre : ${decidedBy}`);
  const open = claims.filter((claim) => claim.openCents > 0);
  return { ...facts, claims: open, unallocatedCents: (facts.unallocatedCents ?? 0) + unallocatedCents };
}

/** Takes a credit note off the claim it corrects. */
function takeOff(
  facts: CaseFacts,
  { claim: claimId, number, amountCents, effect }: NonNullable<Story['credits']>[number],
  on: Day,
  events: string[],
  memory: Memory,
): CaseFacts {
  const known = memory.claims.get(claimId)!;
  memory.claims.set(claimId, { ...known, credits: [...known.credits, { on, cents: amountCents }] });
  events.push(`Avoir ${number} : ${amountCents / 100} € sur ${claimId}`);
  const claims = facts.claims.map((claim) =>
    claim.claimId === claimId
      ? {
          ...claim,
          openCents: Math.max(claim.openCents - amountCents, 0),
          credits: [...claim.credits, { on, amountCents, effect }],
        }
      : claim,
  );
  return { ...facts, claims: claims.filter((claim) => claim.openCents > 0) };
}
