import { frenchShortDate, parseDay } from '@acquit/law';
import {
  type ClaimVerdict,
  type FieldChange,
  fr,
  type KnownClaim,
  type MoneyPlan,
  type SyncLine,
} from '@acquit/recovery';
import type { LifecycleMessage } from '../../intake/index.ts';
import type { Retold } from '../../store/index.ts';
import type { KeyedClaim } from './from-book.ts';

/** Lines of a file that a screen or a result shows; the counts are of the whole file. */
export const LINES_SHOWN = 200;

interface ClaimLines {
  verdicts: readonly ClaimVerdict[];
  claims: readonly KeyedClaim[];
  plan: MoneyPlan;
  /** What lists alone now tell of claims, and what something else tells in their place. */
  byLists: readonly Retold[];
  absent: readonly KnownClaim[];
  /** The customers of absent claims, by case. */
  debtors: ReadonlyMap<string, string>;
  cleared: ReadonlyMap<string, { receivedCents: number; creditedCents: number }>;
  closes: (claim: KnownClaim | null) => boolean;
  book: readonly KnownClaim[];
}

/** What became of each line of a file, changes before what is known, the first ones only; money after the claims. */
export function linesOf(said: ClaimLines): SyncLine[] {
  const names = new Map<string, string>();
  const numbers = new Map(said.book.map((claim) => [claim.claimId, claim.number]));
  said.verdicts.forEach(({ listed, claimId, number }, index) => {
    const name = said.claims[index]?.debtor.name;
    if (name) names.set(listed.caseId, name);
    if (claimId !== '') numbers.set(claimId, number);
  });
  const lines = said.verdicts.map((verdict, index) => claimLine(verdict, said.claims[index], said));
  for (const { caseId, on, amountCents, parts, reference } of said.plan.add)
    lines.push({
      ...blank('receipt'),
      number: parts.map(({ claimId }) => numbers.get(claimId) ?? '').join(', ') || null,
      debtorName: names.get(caseId) ?? null,
      on,
      amountCents,
      changes: reference ? [reference] : [],
    });
  for (const { claimId, caseId, on, beforeCents, afterCents } of said.byLists)
    if (afterCents > beforeCents)
      lines.push({
        ...blank('receipt'),
        number: numbers.get(claimId) ?? null,
        debtorName: names.get(caseId) ?? null,
        on,
        amountCents: afterCents - beforeCents,
        changes: ['selon la liste'],
      });
  for (const { claimId, creditId, amountCents, on } of said.plan.credits)
    lines.push({
      ...blank('credit'),
      number: numbers.get(claimId) ?? null,
      on,
      amountCents,
      changes: [fr`avoir ${numbers.get(creditId) ?? ''}`],
    });
  for (const claim of said.absent)
    lines.push({
      ...blank('absent'),
      number: claim.number,
      debtorName: said.debtors.get(claim.caseId) ?? null,
      on: claim.issuedOn,
      dueOn: claim.dueOn,
      amountCents: claim.amountCents - claim.receivedCents - claim.creditedCents,
    });
  return lines;
}

const RANK: Record<SyncLine['action'], number> = {
  conflict: 0,
  absent: 1,
  close: 2,
  update: 3,
  add: 4,
  credit: 5,
  receipt: 6,
  'bank-line': 7,
  status: 8,
  known: 9,
};

/** The lines to show: what changes before what is known, each kind in the order of the file. */
export function shownFirst(lines: readonly SyncLine[]): SyncLine[] {
  return [...lines].sort((a, b) => RANK[a.action] - RANK[b.action]).slice(0, LINES_SHOWN);
}

const blank = (action: SyncLine['action']): SyncLine => ({
  action,
  line: null,
  number: null,
  debtorName: null,
  on: null,
  dueOn: null,
  amountCents: null,
  currency: 'EUR',
  changes: [],
  doubts: [],
});

function claimLine(verdict: ClaimVerdict, claim: KeyedClaim | undefined, said: ClaimLines): SyncLine {
  const { listed, action, changes, known, number } = verdict;
  const closed = said.closes(known);
  return {
    action: closed ? 'close' : action === 'revive' ? 'add' : action,
    line: claim?.line ?? null,
    number,
    debtorName: claim?.debtor.name ?? null,
    on: listed.issuedOn,
    dueOn: listed.dueOn,
    amountCents: listed.kind === 'credit-note' ? -listed.amountCents : listed.amountCents,
    currency: claim?.currency ?? null,
    changes:
      claim?.isPast && known === null ? ['déjà soldée dans ce fichier : rien à recouvrer'] : changes.map(changeText),
    // A document of one invoice has its doubts above; a list has them line by line.
    doubts: claim && claim.line !== null ? claim.doubts : [],
  };
}

const shown = (iso: string | null) => {
  const day = iso === null ? null : parseDay(iso);
  return day === null ? 'aucune' : frenchShortDate(day);
};

/** One change of a known claim, in words. */
function changeText(change: FieldChange): string {
  if (change.field === 'dueOn') return fr`échéance : ${shown(change.from)} → ${shown(change.to)}`;
  if (change.field === 'issuedOn') return fr`date de facture : ${shown(change.to)}`;
  if (change.field === 'orderReference') return fr`référence de commande : ${change.to}`;
  return 'document joint';
}

/** The statuses a lifecycle message tells of. */
export function statusLines({ references }: LifecycleMessage): SyncLine[] {
  return references.map(({ invoice, status, label, at, amountCents }) => ({
    ...blank('status'),
    number: invoice,
    on: at.slice(0, 10),
    amountCents: amountCents ?? null,
    changes: [`${status} ${label}`.trim()],
  }));
}
