import { CLAIM_KINDS, type ClaimKind, type Day, day, formatDay } from '@acquit/law';
import {
  type CourtAnswers,
  type CourtCost,
  type CourtFacts,
  type CourtFileFacts,
  type CourtFileProcedure,
  type CourtReceipt,
  caseReference,
  contentsOf,
  madeOf,
  type TitleView,
} from '@acquit/recovery';
import {
  type Bundle,
  findBundle,
  identityOf,
  latestProcedure,
  loadCases,
  loadCompany,
  type OpenedProcedure,
  procedureViews,
  type Tx,
} from '../../store/index.ts';
import { courtFor } from '../courts/index.ts';
import { type Exhibit, exhibitsOf } from './exhibits.ts';

/** Everything a court file is made from, and where the values that nobody typed come from. */
export interface LoadedFile {
  companyId: string;
  caseId: string;
  facts: CourtFileFacts;
  bundle: Bundle | null;
  exhibits: Exhibit[];
  /** Answers that nobody typed, by key: where each comes from, in French. */
  filled: Record<string, string>;
  procedureId: string | null;
}

/** Whether a name is that of a procedure with a file. */
export function isCourtFileProcedure(name: string): name is CourtFileProcedure {
  return contentsOf(name as CourtFileProcedure) !== null;
}

/**
 * Loads a case as its court file for a procedure sees it on a day: what is open (of the procedure's claims when one was
 * opened), what was answered, what the procedure and the files of courts answer by themselves. Null for an unknown case.
 */
export async function loadCourtFile(tx: Tx, caseId: string, procedure: string, on: Day): Promise<LoadedFile | null> {
  if (!isCourtFileProcedure(procedure)) return null;
  const [loaded] = await loadCases(tx, [caseId]);
  if (loaded === undefined) return null;
  const company = (await loadCompany(tx, loaded.companyId))!;
  const bundle = await findBundle(tx, caseId, procedure);
  const opened = await latestProcedure(tx, caseId, procedure);
  const more = await claimsMore(tx, caseId);
  const chosen = opened === null || opened.claimIds.length === 0 ? null : new Set(opened.claimIds);
  const claims = loaded.facts.claims.filter(
    (claim) => claim.kind === 'credit-note' || chosen === null || chosen.has(claim.claimId),
  );
  const exhibits = await exhibitsOf(tx, { caseId, bundle, claimIds: chosen });
  const typed: CourtAnswers = { ...(await identityOf(tx, loaded.companyId)), ...bundle?.answers };
  const noticed = await noticedOf(tx, caseId);
  const told: [key: string, value: string | null, from: string][] = [
    ['claimKind', opened?.claimKind ?? null, OPENED],
    ['courtName', opened?.courtName ?? null, OPENED],
    ['orderNumber', opened?.caseNumber ?? null, OPENED],
    ['orderedOn', opened?.titleOn ?? null, OPENED],
    ['servedOn', opened?.servedOn ?? null, OPENED],
    ...toldOfInsolvency(opened),
    ['publishedOn', noticed.publishedOn, NOTICED],
    ['insolvencyKind', noticed.kind, NOTICED],
    ['representative', noticed.representative, NOTICED],
    ['struckOffOn', noticed.struckOffOn, NOTICED],
  ];
  const answers: Record<string, string> = { ...typed };
  const filled: Record<string, string> = {};
  for (const [key, value, from] of told) {
    if (value === null || value === 'other' || typed[key]) continue;
    answers[key] = value;
    filled[key] = from;
  }
  const facts: CourtFileFacts = {
    on,
    procedure,
    reference: caseReference(caseId),
    company,
    case: { ...loaded.facts, claims },
    claimKinds: more.kinds,
    receipts: await receiptsOf(tx, caseId, on),
    answers,
    court: null,
    exhibits: exhibits
      .filter((one) => one.included)
      .map(({ kind, title, on: day }) => ({ kind, title, on: day, pages: null })),
    recordedCents: opened?.amountCents ?? null,
    isDisputed: await isDisputed(tx, caseId),
    limitation: more.limitation(
      claims.map((claim) => claim.claimId),
      on,
    ),
  };
  const court = await courtOf(tx, facts, filled);
  if (court !== null && answers.courtName === undefined) answers.courtName = court.name;
  const { costs, title } = await standingOf(tx, caseId, { procedure, chosen }, on);
  const procedureId = opened?.procedureId ?? null;
  return {
    companyId: loaded.companyId,
    caseId,
    facts: { ...facts, court, costs, title },
    bundle,
    exhibits,
    filled,
    procedureId,
  };
}

/** The costs of the procedures that the file goes on with, and the latest title for its claims, as they stand on the day. */
async function standingOf(
  tx: Tx,
  caseId: string,
  { procedure, chosen }: { procedure: string; chosen: ReadonlySet<string> | null },
  on: Day,
): Promise<{ costs: CourtCost[]; title: TitleView | null }> {
  const ofClaims = (await procedureViews(tx, caseId, on)).filter(
    (one) => chosen === null || one.claims.some(({ claimId }) => chosen.has(claimId)),
  );
  const title = ofClaims
    .flatMap((one) => one.title ?? [])
    .toSorted((a, b) => (a.on < b.on ? 1 : -1))
    .at(0);
  const costs = ofClaims
    .filter((one) => one.kind === procedure || title !== undefined)
    .flatMap((one) => one.costs)
    .filter((cost) => cost.withdrawn === null && cost.on <= formatDay(on))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .map(({ on: paidOn, what, amountCents, bearer }) => ({ on: day(paidOn), what, amountCents, bearer }));
  return { costs, title: title ?? null };
}

const OPENED = 'la procédure ouverte';
const NOTICED = 'les annonces du BODACC';

/** The kinds of proceedings, as the events of a declaration and the questions of a court file name them. */
const PROCEEDINGS: Readonly<Record<string, string>> = {
  safeguard: 'sauvegarde',
  reorganisation: 'redressement',
  liquidation: 'liquidation',
};

/** What the events of a declaration say of the proceedings; the notices, when there are some, say it better. */
function toldOfInsolvency(opened: OpenedProcedure | null): [key: string, value: string | null, from: string][] {
  const last = (kind: string) => opened?.told.findLast((event) => event.kind === kind);
  const { kind, representative } = last('opened')?.values ?? {};
  const named = typeof representative === 'string' && representative.trim() !== '' ? representative : null;
  return [
    ['publishedOn', last('published')?.on ?? null, OPENED],
    ['insolvencyKind', PROCEEDINGS[String(kind)] ?? null, OPENED],
    ['representative', named, OPENED],
  ];
}

/** What the notices say of the debtor's proceedings; the address of a site that a notice prints is never copied. */
async function noticedOf(tx: Tx, caseId: string) {
  const { rows } = await tx.query<{
    publishedOn: string | null;
    kind: string | null;
    struckOffOn: string | null;
    representative: { role: string; name: string; address: string | null } | null;
  }>(
    `select d.insolvency_published_on as "publishedOn", d.insolvency_kind as kind, d.struck_off_on as "struckOffOn",
            d.insolvency_representative as representative
       from collection_case c join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
      where c.tenant_id = $1 and c.case_id = $2`,
    [tx.tenantId, caseId],
  );
  const [row] = rows;
  const person = row?.representative ?? null;
  const representative = person && [person.name, person.address].filter((line) => line !== null).join('\n');
  return {
    publishedOn: row?.publishedOn ?? null,
    kind: row?.kind ?? null,
    struckOffOn: row?.struckOffOn ?? null,
    representative,
  };
}

/** The court as somebody named it; else the one that the imported files leave, with its address. */
async function courtOf(tx: Tx, facts: CourtFileFacts, filled: Record<string, string>): Promise<CourtFacts | null> {
  const named = facts.answers.courtName?.trim() ?? '';
  const lines = (facts.answers.courtAddress ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (named !== '' && lines.length > 0) return { name: named, lines, kind: null };
  const { found, account } = madeOf(facts);
  const { postcode, city, country } = facts.case.debtor.address;
  if (found?.courtKind == null || country !== 'FR') return named === '' ? null : { name: named, lines, kind: null };
  const answer = await courtFor(tx, {
    courtKind: found.courtKind,
    on: facts.on,
    amountCents: account.totalCents,
    postcode,
    city,
  });
  const [only] = answer.courts;
  if (answer.status !== 'found' || only === undefined) return named === '' ? null : { name: named, lines, kind: null };
  if (named !== '' && named.toLowerCase() !== only.name.toLowerCase()) return { name: named, lines, kind: null };
  if (named === '') filled.courtName = 'les fichiers des tribunaux';
  return { name: only.name, lines: only.address === null ? lines : [only.address], kind: only.kind };
}

/** What the planner does not need of a claim and a judge does: its kind, and the end of its limitation. */
async function claimsMore(tx: Tx, caseId: string) {
  const rows = await tx.arrays<[string, string, string, string | null]>(
    `select k.claim_id, k.number, k.claim_kind, nullif(l.watched_on, 'infinity')
       from claim k left join claim_limitation l on l.tenant_id = k.tenant_id and l.claim_id = k.claim_id
      where k.tenant_id = $1 and k.case_id = $2 and k.status = 'open' and k.kind not in ('credit-note', 'factored')`,
    [tx.tenantId, caseId],
  );
  const kinds: Record<string, ClaimKind> = {};
  for (const [claimId, , kind] of rows)
    if ((CLAIM_KINDS as readonly string[]).includes(kind)) kinds[claimId] = kind as ClaimKind;
  /** The soonest end; null as soon as that of one claim is not known, which could be sooner. */
  const limitation = (claimIds: readonly string[], on: Day): CourtFileFacts['limitation'] => {
    const of = rows.filter(([claimId]) => claimIds.includes(claimId));
    const ends = of.map(([, , , end]) => end);
    if (ends.length === 0 || ends.some((end) => end === null)) return null;
    const first = ends.toSorted()[0]!;
    const numbers = of.filter(([, , , end]) => end === first).map(([, number]) => number);
    return { expiresOn: day(first), expired: first < formatDay(on), numbers };
  };
  return { kinds, limitation };
}

async function receiptsOf(tx: Tx, caseId: string, on: Day): Promise<CourtReceipt[]> {
  const { rows } = await tx.query<{
    received_on: string;
    method: string;
    reference: string | null;
    amount_cents: bigint;
    parts: CourtReceipt['parts'];
  }>(
    `select r.received_on, r.method, r.reference, r.amount_cents,
            json_agg(json_build_object('number', k.number, 'amountCents', a.amount_cents) order by k.due_on, k.number) as parts
       from receipt r join receipt_allocation a on a.tenant_id = r.tenant_id and a.receipt_id = r.receipt_id
       join claim k on k.tenant_id = a.tenant_id and k.claim_id = a.claim_id and k.status in ('open', 'irrecoverable')
      where r.tenant_id = $1 and r.case_id = $2 and r.cancelled_at is null and r.received_on <= $3
      group by r.received_on, r.method, r.reference, r.amount_cents, r.receipt_id order by r.received_on, r.receipt_id`,
    [tx.tenantId, caseId, formatDay(on)],
  );
  return rows.map((row) => ({
    on: day(row.received_on),
    method: row.method,
    reference: row.reference,
    amountCents: Number(row.amount_cents),
    parts: row.parts,
  }));
}

async function isDisputed(tx: Tx, caseId: string): Promise<boolean> {
  const rows = await tx.arrays<[boolean]>(
    'select exists (select from dispute where tenant_id = $1 and case_id = $2 and outcome is null)',
    [tx.tenantId, caseId],
  );
  return rows[0]?.[0] === true;
}
