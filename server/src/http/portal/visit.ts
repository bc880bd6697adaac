import { type Day, parseDay } from '@acquit/law';
import {
  type Account,
  accountOf,
  assign,
  type CaseFacts,
  type CompanyFacts,
  type Language,
  type Scenario,
} from '@acquit/recovery';
import { type PortalLink, readLink } from '../../jobs/index.ts';
import {
  caseBehindDoor,
  copiesOfCase,
  doorEpoch,
  type KeptAct,
  loadCases,
  loadCompany,
  loadScenarios,
  portalActsOf,
  type Store,
  type Tx,
} from '../../store/index.ts';
import { type PortalTexts, portalTexts } from './texts.ts';

/** Acts shown to the debtor of what he said before. */
const ACTS_SHOWN = 10;

/** A debtor on his page: whose account it is, and all that the pages are drawn from. */
export interface Visit {
  /** The link as it stands in the address. */
  token: string;
  link: PortalLink;
  today: Day;
  companyId: string;
  caseId: string;
  company: CompanyFacts;
  facts: CaseFacts;
  scenario: Scenario;
  account: Account;
  /** Claims whose invoice can be opened. */
  copies: ReadonlySet<string>;
  acts: KeptAct[];
  texts: PortalTexts;
}

/** Why a link opens nothing. Both are told alike to somebody who tries addresses at random. */
export type Closed = 'unknown' | 'expired';

/**
 * Reads a link and tells why it opens nothing. Whatever was not written by us, or was withdrawn, is unknown; an expired
 * one says so, for it takes our own key to have held it.
 */
export function openLink(
  store: Store,
  token: string,
  today: Day,
): { closed: 'unknown' } | { closed: 'expired' | null; link: PortalLink } {
  const link = readLink(store.secrets, token);
  if (link === null) return { closed: 'unknown' };
  return { closed: link.until < today ? 'expired' : null, link };
}

/** The language of the debtor whom a link of ours was written for, open or not; null when his case is gone. */
export async function languageBehind(tx: Tx, { caseId }: PortalLink): Promise<Language | null> {
  const door = await caseBehindDoor(tx, caseId);
  const [loaded] = door === null ? [] : await loadCases(tx, [door.caseId]);
  return loaded === undefined ? null : (loaded.facts.debtor.language ?? 'fr');
}

/** Loads the account behind a link, in the tenant's own transaction. */
export async function visit(tx: Tx, token: string, link: PortalLink, today: Day): Promise<Visit | { closed: Closed }> {
  const door = await caseBehindDoor(tx, link.caseId);
  if (door === null || (await doorEpoch(tx, link.caseId)) !== link.epoch) return { closed: 'unknown' };
  const company = await loadCompany(tx, door.companyId);
  const [loaded] = await loadCases(tx, [door.caseId]);
  if (!company || !loaded) throw new Error('A case belongs to a company.');
  if (!company.settings.portal.enabled && !link.preview) return { closed: 'unknown' };
  const { scenario } = assign(await loadScenarios(tx, door.companyId), loaded.facts, company);
  return {
    token,
    link,
    today,
    ...door,
    company,
    facts: loaded.facts,
    scenario,
    account: accountOf(loaded.facts, company, scenario, today),
    copies: await copiesOfCase(tx, door.caseId),
    acts: await portalActsOf(tx, door.caseId, ACTS_SHOWN),
    texts: portalTexts(loaded.facts.debtor.language ?? 'fr'),
  };
}

/** A day as a browser sends it, or as a person types it in French: « 2026-12-15 », « 15/12/2026 ». Null otherwise. */
export function typedDay(text: string): Day | null {
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim());
  const iso = french ? `${french[3]}-${french[2]!.padStart(2, '0')}-${french[1]!.padStart(2, '0')}` : text.trim();
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) ? parseDay(iso) : null;
}
