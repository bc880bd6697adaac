import { type Day, daysBetween } from '@acquit/law';
import { isPostal } from '../model/channel.ts';
import type { CaseFacts, Channel, CompanyFacts } from '../model/facts.ts';
import type { Scenario } from '../model/scenario.ts';
import { fr } from '../texts/typography.ts';
import type { BacktestView, PastContacts } from '../views/scenarios.ts';
import { boundsOf, replay, settledOn } from './replay.ts';

/** A contact that was really made: on a day, by a channel, about some claims. */
export interface DoneContact {
  on: Day;
  channel: Channel;
  isNotice: boolean;
  claimIds: readonly string[];
}

/** A case with all its claims of a period, settled ones included, and what was done about them. */
export interface PastCase {
  facts: CaseFacts;
  contacts: readonly DoneContact[];
}

interface Tally extends PastContacts {
  /** First contact of each claim. */
  first: Map<string, Day>;
  contacted: Set<string>;
  about: number;
}

const emptyTally = (): Tally => ({
  contacts: 0,
  emails: 0,
  letters: 0,
  texts: 0,
  calls: 0,
  formalNotices: 0,
  perClaim: 0,
  first: new Map(),
  contacted: new Set(),
  about: 0,
});

/** Adds the contacts of one case: two channels of a day are one contact. */
function tally(total: Tally, contacts: readonly DoneContact[]): void {
  const days = new Map<Day, Set<string>>();
  const notices = new Set<Day>();
  for (const { on, channel, isNotice, claimIds } of contacts) {
    if (channel === 'task') continue;
    if (channel === 'email') total.emails += 1;
    else if (channel === 'sms') total.texts += 1;
    else if (channel === 'phone') total.calls += 1;
    else if (isPostal(channel)) total.letters += 1;
    if (isNotice) notices.add(on);
    const about = days.get(on) ?? new Set();
    for (const claimId of claimIds) about.add(claimId);
    days.set(on, about);
  }
  total.contacts += days.size;
  total.formalNotices += notices.size;
  for (const [on, about] of days) {
    total.about += about.size;
    for (const claimId of about) {
      total.contacted.add(claimId);
      const first = total.first.get(claimId);
      if (first === undefined || on < first) total.first.set(claimId, on);
    }
  }
}

/** What a scenario would have done about a case, in the form of what was done. */
function replayedContacts(
  past: PastCase,
  company: CompanyFacts,
  scenario: Scenario,
  from: Day,
  until: Day,
): DoneContact[] {
  return replay(past.facts, company, scenario, from, until).map(({ on, action }) => ({
    on,
    channel: action.channel,
    isNotice: action.facts.graceDays !== null,
    claimIds: action.facts.claims
      .filter(({ group }) => group !== 'upcoming' || action.facts.claims.every((one) => one.group === 'upcoming'))
      .map(({ claimId }) => claimId),
  }));
}

/** Gathers the replay of case after case, so that no book has to be held in memory. */
export class Backtest {
  readonly #company: CompanyFacts;
  readonly #scenario: Scenario;
  readonly #from: Day;
  readonly #until: Day;
  readonly #done = emptyTally();
  readonly #replayed = emptyTally();
  #asked = 0;
  #claims = 0;
  #paid = 0;
  #daysToPay = 0;
  #selfPaid = 0;
  #selfChased = 0;

  constructor(company: CompanyFacts, scenario: Scenario, from: Day, until: Day) {
    this.#company = company;
    this.#scenario = scenario;
    this.#from = from;
    this.#until = until;
  }

  add(past: PastCase): void {
    const replayed = replayedContacts(past, this.#company, this.#scenario, this.#from, this.#until);
    tally(this.#done, past.contacts);
    tally(this.#replayed, replayed);
    this.#asked += 1;
    for (const claim of past.facts.claims) {
      if (claim.kind === 'credit-note' || claim.dueOn === null) continue;
      this.#claims += 1;
      const paidOn = settledOn(claim);
      if (paidOn === null || paidOn >= this.#until) continue;
      this.#paid += 1;
      this.#daysToPay += daysBetween(claim.dueOn, paidOn);
      const before = (first: Day | undefined): boolean => first !== undefined && first <= paidOn;
      if (before(this.#done.first.get(claim.claimId))) continue;
      this.#selfPaid += 1;
      if (before(this.#replayed.first.get(claim.claimId))) this.#selfChased += 1;
    }
  }

  /** The comparison, for a past of so many cases. */
  view(cases: number): BacktestView {
    const shifts: number[] = [];
    for (const [claimId, on] of this.#replayed.first) {
      const done = this.#done.first.get(claimId);
      if (done !== undefined) shifts.push(daysBetween(done, on));
    }
    shifts.sort((a, b) => a - b);
    return {
      ...boundsOf(this.#from, this.#until),
      cases,
      asked: this.#asked,
      claims: this.#claims,
      paidClaims: this.#paid,
      averageDaysToPay: this.#paid === 0 ? null : tenths(this.#daysToPay / this.#paid),
      done: contactsOf(this.#done),
      replayed: contactsOf(this.#replayed),
      selfPaid: { claims: this.#selfPaid, chased: this.#selfChased },
      firstContact: {
        sooner: shifts.filter((shift) => shift < 0).length,
        later: shifts.filter((shift) => shift > 0).length,
        same: shifts.filter((shift) => shift === 0).length,
        medianDays: shifts.length === 0 ? null : shifts[Math.floor(shifts.length / 2)]!,
      },
      notes: [
        fr`Les jours de paiement sont ceux qui ont eu lieu : on ne peut pas savoir ce que d’autres relances y auraient changé.`,
        fr`Sont comparés les contacts qui seraient partis, leur nombre et leurs jours, d’après les factures et l’argent reçu à leur date ; pauses, litiges et promesses ne sont pas rejoués.`,
        ...(this.#asked < cases
          ? [fr`${this.#asked} dossiers sur ${cases} ont été rejoués, tirés toujours de la même façon.`]
          : []),
      ],
    };
  }
}

const tenths = (value: number): number => Math.round(value * 10) / 10;

function contactsOf({ contacts, emails, letters, texts, calls, formalNotices, about, contacted }: Tally): PastContacts {
  const perClaim = contacted.size === 0 ? 0 : tenths(about / contacted.size);
  return { contacts, emails, letters, texts, calls, formalNotices, perClaim };
}
