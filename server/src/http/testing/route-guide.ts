import type { Book } from './book.ts';

/** Answers that let a guide be made for the book: what neither the company nor its claims say. */
const GUIDED = { creditorKind: 'company', claimKind: 'services', contested: 'no', successPercent: 60 };
const TRIED = encodeURIComponent(JSON.stringify(GUIDED));

/** A call of each route of the route guide that does its work for the owner of the case. */
export const ROUTE_GUIDE_CALLS: Record<string, (n: Book) => { path: string; body?: unknown }> = {
  'GET /api/cases/{caseId}/route': (n) => ({
    path: `/api/cases/${n.caseId}/route?explain=assignation&answers=${TRIED}`,
  }),
  'PUT /api/cases/{caseId}/route/answers': (n) => ({
    path: `/api/cases/${n.caseId}/route/answers`,
    body: { answers: GUIDED },
  }),
  'POST /api/cases/{caseId}/route/choice': (n) => ({
    path: `/api/cases/${n.caseId}/route/choice`,
    body: { way: 'assignation', note: 'Après relecture', answers: GUIDED },
  }),
  'POST /api/cases/{caseId}/route/choice/withdraw': (n) => ({ path: `/api/cases/${n.caseId}/route/choice/withdraw` }),
  'GET /api/cases/{caseId}/route/paper': (n) => ({ path: `/api/cases/${n.caseId}/route/paper` }),
};
