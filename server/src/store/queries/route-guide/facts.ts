import { type Day, formatDay, frenchDate } from '@acquit/law';
import {
  type CaseFacts,
  type CompanyFacts,
  disputeReasonName,
  fr,
  owedAmounts,
  type RouteFacts,
} from '@acquit/recovery';
import type { Tx } from '../../store.ts';
import { loadCases } from '../case-facts.ts';
import { loadCompany } from '../companies.ts';
import { storedDay } from '../stored-day.ts';

/** A case with what its route guide is made from. */
export interface LoadedRoute {
  companyId: string;
  /** The claims that are late on the day: those a suit would be for. */
  lateClaimIds: string[];
  company: CompanyFacts;
  facts: CaseFacts;
  route: RouteFacts;
}

/** What one case says of the ways to recover it on a day; null when there is no such case. */
export async function loadRouteFacts(tx: Tx, caseId: string, on: Day): Promise<LoadedRoute | null> {
  const [loaded] = await loadCases(tx, [caseId]);
  if (loaded === undefined) return null;
  const { companyId, facts } = loaded;
  const company = (await loadCompany(tx, companyId))!;
  const claims = await openClaimsOf(tx, caseId, on);
  const told = await toldOf(tx, caseId);
  const route: RouteFacts = {
    company,
    debtor: facts.debtor,
    insolvencyOpenedOn: facts.debtor.insolvencyOpenedOn === null ? null : formatDay(facts.debtor.insolvencyOpenedOn),
    ...(await noticedOf(tx, caseId)),
    claimKinds: [...new Set(claims.map((claim) => claim.claimKind))].toSorted(),
    claims: claims.length,
    oldestIssuedOn:
      claims
        .map((claim) => claim.issuedOn)
        .filter((day) => day !== null)
        .toSorted()[0] ?? null,
    ...owedNow(facts, company, on),
    limitation: limitationOf(claims, on),
    disputes: await disputesOf(tx, caseId),
    eInvoices: claims.flatMap(({ number, eInvoice }) => (eInvoice === null ? [] : [{ number, ...eInvoice }])),
    reminders: told.reminders,
    repliedOn: told.repliedOn,
    papers: [...claimPapers(claims), ...(await casePapers(tx, caseId))],
    risks: await risksOf(tx, caseId, on),
  };
  return { companyId, lateClaimIds: claims.map((claim) => claim.claimId), company, facts, route };
}

/** What the notices published about the debtor say of him. */
async function noticedOf(
  tx: Tx,
  caseId: string,
): Promise<Pick<RouteFacts, 'insolvencyPublishedOn' | 'insolvencyKind' | 'struckOffOn'>> {
  const [row] = await tx.arrays<[string | null, RouteFacts['insolvencyKind'], string | null]>(
    `select d.insolvency_published_on, d.insolvency_kind, d.struck_off_on
       from collection_case c join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
      where c.tenant_id = $1 and c.case_id = $2`,
    [tx.tenantId, caseId],
  );
  const [insolvencyPublishedOn, insolvencyKind, struckOffOn] = row!;
  return { insolvencyPublishedOn, insolvencyKind, struckOffOn };
}

/** What is late on a day, credit notes and money not yet allocated taken off the principal. */
function owedNow(facts: CaseFacts, company: CompanyFacts, on: Day) {
  const sums = { principalCents: -(facts.unallocatedCents ?? 0), interestCents: 0, indemnityCents: 0 };
  for (const claim of facts.claims) {
    if (claim.kind === 'credit-note') sums.principalCents -= claim.openCents;
    if (claim.kind === 'credit-note' || claim.kind === 'factored' || claim.dueOn === null || claim.dueOn >= on)
      continue;
    const owed = owedAmounts(claim, on, { company, debtor: facts.debtor });
    sums.principalCents += owed.principalCents;
    sums.interestCents += owed.penaltyCents;
    sums.indemnityCents += owed.indemnityCents;
  }
  return { ...sums, principalCents: Math.max(sums.principalCents, 0) };
}

interface OpenClaim {
  claimId: string;
  number: string;
  claimKind: string;
  issuedOn: string | null;
  hasDocument: boolean;
  order: string | null;
  noticeOn: string | null;
  expiresOn: string | null;
  eInvoice: { code: string; label: string; ground: RouteFacts['eInvoices'][number]['ground'] } | null;
}

/** Claims that are late on the day, the oldest due first, with their limitation and the status of their e-invoice. */
async function openClaimsOf(tx: Tx, caseId: string, on: Day): Promise<OpenClaim[]> {
  const rows = await tx.arrays<
    [
      string,
      string,
      string,
      string | null,
      boolean,
      string | null,
      string | null,
      string | null,
      string | null,
      string,
      never,
    ]
  >(
    `select k.claim_id, k.number, k.claim_kind, k.issued_on, k.document_sha256 is not null, k.order_reference, k.notice_on, coalesce(l.expires_on, l.fallback_on),
            e.code, e.label, e.ground
       from claim k
       left join claim_limitation l on l.tenant_id = k.tenant_id and l.claim_id = k.claim_id
       left join einvoice_standing e on e.tenant_id = k.tenant_id and e.claim_id = k.claim_id
      where k.tenant_id = $1 and k.case_id = $2 and k.status = 'open' and k.kind not in ('credit-note', 'factored') and k.due_on < $3
      order by k.due_on, k.number, k.claim_id`,
    [tx.tenantId, caseId, formatDay(on)],
  );
  return rows.map(
    ([claimId, number, claimKind, issuedOn, hasDocument, order, noticeOn, expiresOn, code, label, ground]) => ({
      claimId,
      number,
      claimKind,
      issuedOn,
      hasDocument,
      order,
      noticeOn,
      expiresOn,
      eInvoice: code === null ? null : { code, label, ground },
    }),
  );
}

/** The soonest end of limitation; null as soon as that of one claim is not known, which could be sooner. */
function limitationOf(claims: readonly OpenClaim[], on: Day): RouteFacts['limitation'] {
  const [first] = claims
    .filter((claim) => claim.expiresOn !== null)
    .toSorted((a, b) => (a.expiresOn! < b.expiresOn! ? -1 : 1));
  if (first === undefined || claims.some((claim) => claim.expiresOn === null)) return null;
  return { expiresOn: first.expiresOn!, number: first.number, isExpired: storedDay(first.expiresOn!) < on };
}

const SHOWN = 3;

/** « F-1, F-2, F-3 et 4 autres » */
function named(numbers: readonly string[]): string {
  const more = numbers.length - SHOWN;
  const first = numbers.slice(0, SHOWN).join(', ');
  return more > 0 ? `${first} et ${more} autre${more > 1 ? 's' : ''}` : first;
}

/** Documents that the claims themselves hold: their files, the orders they cite, the formal notice of all of them. */
function claimPapers(claims: readonly OpenClaim[]): RouteFacts['papers'] {
  const filed = claims.filter((claim) => claim.hasDocument).map((claim) => claim.number);
  const ordered = claims.filter((claim) => claim.order !== null);
  const notices = claims.map((claim) => claim.noticeOn);
  const allNoticed = claims.length > 0 && notices.every((day) => day !== null);
  return [
    ...(filed.length > 0 ? [{ evidence: 'invoice' as const, from: fr`Fichier de ${named(filed)}` }] : []),
    ...(ordered.length > 0
      ? [
          {
            evidence: 'order' as const,
            from: fr`Commande ${ordered[0]!.order!} citée sur ${named(ordered.map((claim) => claim.number))}, à produire`,
          },
        ]
      : []),
    ...(allNoticed
      ? [
          {
            evidence: 'formal-notice' as const,
            from: fr`Mise en demeure présentée le ${frenchDate(storedDay(notices.toSorted().at(-1)!))}`,
          },
        ]
      : []),
  ];
}

/** How a kind of proof is told with its day. */
const PAPER_NAMES = {
  plan: (on: string) => fr`Échéancier signé le ${on}`,
  acknowledgement: (on: string) => fr`Reconnaissance du ${on}`,
  attempt: (on: string) => fr`Tentative amiable close le ${on}`,
  refusal: (on: string) => fr`Procédure simplifiée refusée le ${on}`,
  title: (on: string) => fr`Titre du ${on}`,
} as const;
const PAPER_EVIDENCE = {
  plan: 'acknowledgement',
  acknowledgement: 'acknowledgement',
  attempt: 'amicable-attempt',
  refusal: 'small-claims-refusal',
  title: 'judgment',
} as const satisfies Record<keyof typeof PAPER_NAMES, RouteFacts['papers'][number]['evidence']>;

/** Documents that something of the case left: a signed plan, an acknowledgement, an attempt that failed, a title. */
async function casePapers(tx: Tx, caseId: string): Promise<RouteFacts['papers']> {
  const rows = await tx.arrays<[keyof typeof PAPER_NAMES, string]>(
    `select what, max(on_day) from (
       select 'plan' as what, signed_on as on_day from payment_plan
        where tenant_id = $1 and case_id = $2 and status = 'signed' and signed_on is not null
       union all
       select 'acknowledgement', on_day from limitation_event
        where tenant_id = $1 and case_id = $2 and kind = 'acknowledgement' and withdrawn_at is null
       union all
       select case when kind = 'small-claims' then 'refusal' else 'attempt' end, state_since from procedure
        where tenant_id = $1 and case_id = $2 and kind in ('small-claims', 'conciliation', 'mediation') and ended in ('refused', 'lapsed')
       union all
       select 'title', title_on from procedure where tenant_id = $1 and case_id = $2 and title_on is not null
     ) found where on_day is not null group by what order by what`,
    [tx.tenantId, caseId],
  );
  return rows.map(([what, on]) => ({
    evidence: PAPER_EVIDENCE[what],
    from: PAPER_NAMES[what](frenchDate(storedDay(on))),
  }));
}

async function disputesOf(tx: Tx, caseId: string): Promise<RouteFacts['disputes']> {
  const rows = await tx.arrays<[Parameters<typeof disputeReasonName>[0], string]>(
    'select reason, opened_on from dispute where tenant_id = $1 and case_id = $2 and outcome is null order by opened_on, dispute_id',
    [tx.tenantId, caseId],
  );
  return rows.map(([reason, openedOn]) => ({ reason: disputeReasonName(reason), openedOn }));
}

/** How many messages reached the debtor, and his last answer by any way. */
async function toldOf(tx: Tx, caseId: string): Promise<{ reminders: number; repliedOn: string | null }> {
  const [row] = await tx.arrays<[bigint, string | null]>(
    `select (select count(*) from action where tenant_id = $1 and case_id = $2 and status = 'done' and channel in ('email', 'letter', 'registered', 'sms')),
            (select max(on_day) from (
               select on_day from reply where tenant_id = $1 and case_id = $2 and kind = 'human'
               union all
               select on_day from portal_act where tenant_id = $1 and case_id = $2) answers)`,
    [tx.tenantId, caseId],
  );
  const [reminders, repliedOn] = row!;
  return { reminders: Number(reminders), repliedOn };
}

/** Signs that the debtor may not pay, as the case shows them. */
async function risksOf(tx: Tx, caseId: string, on: Day): Promise<string[]> {
  const [row] = await tx.arrays<[bigint, bigint, string | null]>(
    `select (select count(*) from promise where tenant_id = $1 and case_id = $2 and ended is null and kept_on is null and not moot and until_on < $3),
            (select count(*) from payment_plan where tenant_id = $1 and case_id = $2 and broken_on is not null),
            (select s.payer_class from payer_score s join collection_case c on c.tenant_id = s.tenant_id and c.debtor_id = s.debtor_id
              where c.tenant_id = $1 and c.case_id = $2)`,
    [tx.tenantId, caseId, formatDay(on)],
  );
  const [promises, plans, payerClass] = row!;
  return [
    ...(promises > 0n
      ? [fr`${Number(promises)} promesse${promises > 1n ? 's' : ''} non tenue${promises > 1n ? 's' : ''}`]
      : []),
    ...(plans > 0n ? ['échéancier rompu'] : []),
    ...(payerClass === 'at-risk' ? ['payeur à risque d’après son historique'] : []),
  ];
}
