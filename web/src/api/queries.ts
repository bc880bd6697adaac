import type {
  AheadView,
  AuditView,
  BankLinesView,
  BankLineView,
  CalendarDayView,
  CalendarView,
  CardAccountView,
  CaseRow,
  CaseView,
  ClaimStatementView,
  CollectorView,
  ConsentView,
  CustomerView,
  DispatchView,
  DoublePairView,
  Explanation,
  Finding,
  ImportJobView,
  JournalRow,
  LateCostView,
  LedgerView,
  MailSettingsView,
  MatchableClaim,
  MergePreview,
  MessageRow,
  MessageView,
  Page,
  PayerClass,
  PayerRow,
  PayerView,
  PlanView,
  PortalInbox,
  PortalView,
  ProviderAccountView,
  ReceiptView,
  ReplyRow,
  ReplyView,
  ScenariosView,
  SessionView,
  SourceFileView,
  SourceView,
  TemplateKey,
  TemplateRow,
  TemplateSource,
  TemplateView,
  TimelineItem,
  TodayView,
} from '@acquit/recovery';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask, askSignedIn, query, Refused, read, rememberToken } from './client.ts';

/** Every resource the app reads, with the key it is remembered under. A change forgets all of them but the session. */

/** A list read page by page, by key, as the person scrolls. */
function pages<T>(key: readonly unknown[], path: (cursor: string | null) => string) {
  return infiniteQueryOptions({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => read<Page<T>>(path(pageParam), signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

/** All the items read so far of a list. */
export function itemsOf<T>(data: { pages: Page<T>[] } | undefined): T[] {
  return data?.pages.flatMap((page) => page.items) ?? [];
}

export const scenariosQuery = (companyId: string) =>
  queryOptions({
    queryKey: ['scenarios', companyId],
    queryFn: ({ signal }) => read<ScenariosView>(`/companies/${companyId}/scenarios`, signal),
  });

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => {
    const session = await read<SessionView>('/session', signal);
    rememberToken(session.csrfToken);
    return session;
  },
  staleTime: 5 * 60_000,
});

export const todayQuery = (companyId: string) =>
  queryOptions({
    queryKey: ['today', companyId],
    queryFn: ({ signal }) => read<TodayView>(`/companies/${companyId}/today`, signal),
  });

export const repliesQuery = (companyId: string, filter: 'waiting' | 'all') =>
  pages<ReplyRow>(
    ['replies', companyId, filter],
    (cursor) => `/companies/${companyId}/replies${query({ filter, cursor })}`,
  );

export const replyQuery = (replyId: string) =>
  queryOptions({
    queryKey: ['reply', replyId],
    queryFn: ({ signal }) => read<ReplyView>(`/replies/${replyId}`, signal),
  });

export interface CaseListSearch {
  q?: string | undefined;
  filter?: 'all' | 'overdue' | 'paused' | 'parked' | undefined;
  payerClass?: PayerClass | undefined;
  sort?: 'amount' | 'age' | 'name' | undefined;
}

export const casesQuery = (companyId: string, search: CaseListSearch) =>
  pages<CaseRow>(
    ['cases', companyId, search],
    (cursor) => `/companies/${companyId}/cases${query({ ...search, cursor })}`,
  );

/** What of the ledger is asked, in the words of the server; amounts in cents. */
export interface LedgerFilter {
  q?: string | undefined;
  state?: string | undefined;
  dueFrom?: string | undefined;
  dueTo?: string | undefined;
  minCents?: number | undefined;
  maxCents?: number | undefined;
  sort?: string | undefined;
}

export const ledgerQuery = (companyId: string, filter: LedgerFilter) =>
  infiniteQueryOptions({
    queryKey: ['ledger', companyId, filter],
    queryFn: ({ pageParam, signal }) =>
      read<LedgerView>(`/companies/${companyId}/ledger${query({ ...filter, cursor: pageParam })}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });

/** Where the browser saves the whole of a filter from. */
export const ledgerExport = (companyId: string, filter: LedgerFilter, format: 'csv' | 'xlsx') =>
  `/api/companies/${companyId}/ledger/export${query({ ...filter, format })}`;

export const caseQuery = (caseId: string, on: string | undefined) =>
  queryOptions({
    queryKey: ['case', caseId, on ?? null],
    queryFn: ({ signal }) => read<CaseView>(`/cases/${caseId}${query({ on })}`, signal),
  });

export const portalQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['portal', caseId],
    queryFn: ({ signal }) => read<PortalView>(`/cases/${caseId}/portal`, signal),
  });

export const cardAccountQuery = (companyId: string) =>
  queryOptions({
    queryKey: ['card-account', companyId],
    queryFn: ({ signal }) => read<CardAccountView>(`/companies/${companyId}/card`, signal),
  });

export const portalInboxQuery = (companyId: string) =>
  queryOptions({
    queryKey: ['portal-inbox', companyId],
    queryFn: ({ signal }) => read<PortalInbox>(`/companies/${companyId}/portal-acts`, signal),
  });

export const customerQuery = (debtorId: string) =>
  queryOptions({
    queryKey: ['customer', debtorId],
    queryFn: ({ signal }) => read<CustomerView>(`/debtors/${debtorId}`, signal),
  });

export const payerQuery = (debtorId: string) =>
  queryOptions({
    queryKey: ['payer', debtorId],
    queryFn: ({ signal }) => read<PayerView>(`/debtors/${debtorId}/payer`, signal),
  });

export const lateCostQuery = (debtorId: string) =>
  queryOptions({
    queryKey: ['late-cost', debtorId],
    queryFn: ({ signal }) => read<LateCostView>(`/debtors/${debtorId}/late-cost`, signal),
  });

export interface PayerSearch {
  class?: PayerClass | undefined;
  exposure?: 'over' | undefined;
}

export const payersQuery = (companyId: string, search: PayerSearch) =>
  pages<PayerRow>(
    ['payers', companyId, search],
    (cursor) => `/companies/${companyId}/payers${query({ ...search, cursor })}`,
  );

export const auditQuery = (companyId: string) =>
  queryOptions({
    queryKey: ['audit', companyId],
    queryFn: ({ signal }) => read<AuditView>(`/companies/${companyId}/audit`, signal),
  });

export const doublesQuery = (companyId: string) =>
  pages<DoublePairView>(['doubles', companyId], (cursor) => `/companies/${companyId}/doubles${query({ cursor })}`);

export const mergeQuery = (into: string, from: string) =>
  queryOptions({
    queryKey: ['merge', into, from],
    queryFn: ({ signal }) => read<MergePreview>(`/debtors/${into}/merge${query({ from })}`, signal),
  });

export const timelineQuery = (caseId: string) =>
  pages<TimelineItem>(['timeline', caseId], (cursor) => `/cases/${caseId}/timeline${query({ cursor })}`);

export const statementQuery = (claimId: string, on: string | undefined) =>
  queryOptions({
    queryKey: ['statement', claimId, on ?? null],
    queryFn: ({ signal }) => read<ClaimStatementView>(`/claims/${claimId}/statement${query({ on })}`, signal),
  });

export const receiptsQuery = (companyId: string) =>
  pages<ReceiptView>(['receipts', companyId], (cursor) => `/companies/${companyId}/receipts${query({ cursor })}`);

export type BankFilter = 'waiting' | 'matched' | 'set-aside' | 'outgoing' | 'all';

export const bankLinesQuery = (companyId: string, filter: BankFilter) =>
  infiniteQueryOptions({
    queryKey: ['bank-lines', companyId, filter],
    queryFn: ({ pageParam, signal }) =>
      read<BankLinesView>(`/companies/${companyId}/bank-lines${query({ filter, cursor: pageParam })}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });

export const bankLineQuery = (lineId: string) =>
  queryOptions({
    queryKey: ['bank-line', lineId],
    queryFn: ({ signal }) => read<BankLineView>(`/bank-lines/${lineId}`, signal),
  });

export const matchableQuery = (lineId: string, q: string) =>
  queryOptions({
    queryKey: ['matchable', lineId, q],
    queryFn: ({ signal }) => read<{ items: MatchableClaim[] }>(`/bank-lines/${lineId}/claims${query({ q })}`, signal),
    placeholderData: keepPreviousData,
  });

export const sourcesQuery = (companyId: string) =>
  queryOptions({
    queryKey: ['sources', companyId],
    queryFn: ({ signal }) => read<SourceView[]>(`/companies/${companyId}/sources`, signal),
    refetchInterval: 30_000,
  });

export const sourceFilesQuery = (sourceId: string) =>
  pages<SourceFileView>(['source-files', sourceId], (cursor) => `/sources/${sourceId}/files${query({ cursor })}`);

export const planQuery = (companyId: string) =>
  queryOptions({
    queryKey: ['plan', companyId],
    queryFn: ({ signal }) => read<PlanView>(`/companies/${companyId}/plan?days=14`, signal),
  });

export const calendarQuery = (companyId: string) =>
  queryOptions({
    queryKey: ['calendar', companyId],
    queryFn: ({ signal }) => read<CalendarView>(`/companies/${companyId}/calendar?days=42`, signal),
  });

export const calendarDayQuery = (companyId: string, on: string) =>
  queryOptions({
    queryKey: ['calendar-day', companyId, on],
    queryFn: ({ signal }) => read<CalendarDayView>(`/companies/${companyId}/calendar/${on}`, signal),
  });

/** Where the browser saves the calendar from. */
export const calendarExport = (companyId: string) => `/api/companies/${companyId}/calendar/export?days=60`;

export const feedQuery = (companyId: string) =>
  queryOptions({
    queryKey: ['calendar-feed', companyId],
    queryFn: ({ signal }) =>
      read<{ feed: { createdAt: string; readAt: string | null } | null }>(
        `/companies/${companyId}/calendar-feed`,
        signal,
      ),
  });

export const aheadQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['ahead', caseId],
    queryFn: ({ signal }) => read<AheadView>(`/cases/${caseId}/ahead`, signal),
  });

export type MessageFilter = 'captured' | 'in-doubt' | 'sent' | 'refused' | 'to-print' | 'printed' | 'queued';

export const messagesQuery = (companyId: string, state: MessageFilter) =>
  pages<MessageRow>(
    ['messages', companyId, state],
    (cursor) => `/companies/${companyId}/messages${query({ state, cursor })}`,
  );

export const messageQuery = (actionId: string, channel: string) =>
  queryOptions({
    queryKey: ['message', actionId, channel],
    queryFn: ({ signal }) => read<MessageView>(`/messages/${actionId}/${channel}`, signal),
  });

export const importsQuery = (companyId: string) =>
  pages<ImportJobView>(['imports', companyId], (cursor) => `/companies/${companyId}/imports${query({ cursor })}`);

export const dispatchesQuery = (companyId: string, filter: 'all' | 'under-way' | 'to-complete') =>
  pages<DispatchView>(
    ['dispatches', companyId, filter],
    (cursor) => `/companies/${companyId}/dispatches${query({ filter, cursor })}`,
  );

export const caseDispatchesQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case-dispatches', caseId],
    queryFn: ({ signal }) =>
      read<{ dispatches: DispatchView[]; consents: ConsentView[] }>(`/cases/${caseId}/dispatches`, signal),
  });

export const providersQuery = (companyId: string) =>
  queryOptions({
    queryKey: ['providers', companyId],
    queryFn: ({ signal }) => read<ProviderAccountView[]>(`/companies/${companyId}/providers`, signal),
  });

export const mailQuery = (companyId: string) =>
  queryOptions({
    queryKey: ['mail', companyId],
    queryFn: ({ signal }) =>
      read<MailSettingsView | null>(`/companies/${companyId}/mail`, signal).catch((error: unknown) => {
        // Nothing set yet is a beginning, not an error: the form opens empty.
        if (error instanceof Refused && error.refusal.code === 'MailNotSet') return null;
        throw error;
      }),
  });

export const journalQuery = (companyId: string) =>
  pages<JournalRow>(['journal', companyId], (cursor) => `/companies/${companyId}/journal${query({ cursor })}`);

export interface LawEntry {
  from: string;
  until: string | null;
  /** With its unit, in French. */
  written: string;
  reference: string;
  confidence: 'A' | 'B' | 'C';
}
export interface LawParameter {
  key: string;
  name: string;
  /** The day after its last known value, when one should be looked for. */
  expectedOn: string | null;
  /** The value in force first. */
  entries: LawEntry[];
}

export const lawQuery = queryOptions({
  queryKey: ['law'],
  queryFn: ({ signal }) => read<LawParameter[]>('/law/parameters', signal),
  staleTime: 60 * 60_000,
});

/** The value of a rule of law, by its fields of the contract, and the tree that made it. */
export interface Calculation {
  value: Record<string, unknown>;
  explanation: Explanation;
}

/** A calculation of the law by the server; the same facts give the same answer for as long as the page is open. */
export const calculationQuery = (rule: string, input: Record<string, unknown>) =>
  queryOptions({
    queryKey: ['law', rule, input],
    queryFn: ({ signal }) => ask<Calculation>(`/law/${rule}`, input, signal),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });

/** A text's key as the address of a request takes it. */
const keyOf = ({ kind, tone, profile, language, channel }: TemplateKey) => ({ kind, tone, profile, language, channel });

export const templatesQuery = (companyId: string, filter: Pick<TemplateKey, 'profile' | 'language' | 'channel'>) =>
  queryOptions({
    queryKey: ['templates', companyId, filter],
    queryFn: ({ signal }) => read<TemplateRow[]>(`/companies/${companyId}/templates${query(filter)}`, signal),
  });

export const templateQuery = (companyId: string, key: TemplateKey) =>
  queryOptions({
    queryKey: ['template', companyId, keyOf(key)],
    queryFn: ({ signal }) => read<TemplateView>(`/companies/${companyId}/templates/one${query(keyOf(key))}`, signal),
    // What is being written must not be replaced under the writer.
    refetchOnWindowFocus: false,
  });

/** What the checker says of a text as it is typed. */
export const findingsQuery = (companyId: string, key: TemplateKey, source: TemplateSource) =>
  queryOptions({
    queryKey: ['findings', companyId, keyOf(key), source],
    queryFn: ({ signal }) =>
      askSignedIn<Finding[]>(`/companies/${companyId}/templates/check`, { ...keyOf(key), source }, signal),
    placeholderData: keepPreviousData,
  });

export const collectorQuery = () =>
  queryOptions({ queryKey: ['collector'], queryFn: ({ signal }) => read<CollectorView | null>('/collector', signal) });
