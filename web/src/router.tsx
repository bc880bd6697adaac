import {
  PAYER_CLASSES,
  type PayerClass,
  PROCEDURE_KINDS,
  type ProcedureKind,
  WRITTEN_CHANNELS,
  type WrittenChannel,
} from '@acquit/recovery';
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { isDay } from './format/days.ts';
import { Gate } from './shell/gate.tsx';
import { NotFound, ScreenError } from './shell/lost.tsx';

/**
 * The places and their addresses. Addresses are French because people read and share them; what a list shows
 * (search, filter, sort) stays in the address, so that a page can be kept, sent and found again.
 */

type Search = Record<string, unknown>;

function oneOf<V extends string>(value: unknown, allowed: readonly V[]): V | undefined {
  return allowed.find((one) => one === value);
}
function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;
}
function day(value: unknown): string | undefined {
  const given = text(value);
  return isDay(given) ? given : undefined;
}
/*
 * What is not set, or cannot be read, is given as undefined and not left out: the router keeps what the address says of
 * anything left out, and would ask the server for the thirteenth month. The address itself shows nothing of it.
 */
const rootRoute = createRootRoute({ component: Gate, notFoundComponent: NotFound, errorComponent: ScreenError });

const todayRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./places/today/today.tsx'), 'Today'),
});
export interface NextSearch {
  /** One group of the day only. */
  groupe?: string | undefined;
}
const nextRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/a-la-suite',
  validateSearch: (search: Search): NextSearch => ({ groupe: text(search.groupe) }),
  component: lazyRouteComponent(() => import('./places/today/next.tsx'), 'Next'),
});

export interface CasesSearch {
  q?: string | undefined;
  filtre?: 'retard' | 'pause' | 'examen' | undefined;
  classe?: PayerClass | undefined;
  tri?: 'anciennete' | 'nom' | undefined;
  /** Set by the `/` key: put the cursor in the search field on arrival. */
  chercher?: true | undefined;
}
const casesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/dossiers',
  validateSearch: (search: Search): CasesSearch => ({
    q: text(search.q),
    filtre: oneOf(search.filtre, ['retard', 'pause', 'examen'] as const),
    classe: oneOf(search.classe, PAYER_CLASSES),
    tri: oneOf(search.tri, ['anciennete', 'nom'] as const),
    chercher: search.chercher === true ? (true as const) : undefined,
  }),
  component: lazyRouteComponent(() => import('./places/cases/case-list.tsx'), 'CaseList'),
});

const ledgerStates = ['ouvertes', 'retard', 'suspendues', 'soldees', 'avoirs', 'annulees', 'irrecouvrables'] as const;
export interface LedgerSearch {
  q?: string | undefined;
  etat?: (typeof ledgerStates)[number] | undefined;
  /** Due dates, both ends included. */
  du?: string | undefined;
  au?: string | undefined;
  /** Amounts as a person types them, « 1234,56 ». */
  min?: string | undefined;
  max?: string | undefined;
  tri?: 'montant' | 'recentes' | 'client' | undefined;
}
const ledgerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/dossiers/factures',
  validateSearch: (search: Search): LedgerSearch => ({
    q: text(search.q),
    etat: oneOf(search.etat, ledgerStates),
    du: day(search.du),
    au: day(search.au),
    min: text(search.min),
    max: text(search.max),
    tri: oneOf(search.tri, ['montant', 'recentes', 'client'] as const),
  }),
  component: lazyRouteComponent(() => import('./places/ledger/ledger.tsx'), 'Ledger'),
});

export interface CaseSearch {
  /** The day on which everything is computed; absent: today. */
  au?: string | undefined;
  /** The claim whose amount is being explained; 'tout' for the whole case. */
  pourquoi?: string | undefined;
}
const caseRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/dossiers/$caseId',
  validateSearch: (search: Search): CaseSearch => ({ au: day(search.au), pourquoi: text(search.pourquoi) }),
  component: lazyRouteComponent(() => import('./places/cases/case-page.tsx'), 'CasePage'),
});
/** Promises, disputes and plans of the whole company. */
const followedRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/suivi/$liste',
  validateSearch: (search: Search): { filtre?: string | undefined } => ({ filtre: text(search.filtre) }),
  component: lazyRouteComponent(() => import('./places/commitments/lists.tsx'), 'FollowedLists'),
});
const doublesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/dossiers/doublons',
  component: lazyRouteComponent(() => import('./places/cases/doubles.tsx'), 'Doubles'),
});
const receiptsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/encaissements',
  component: lazyRouteComponent(() => import('./places/receipts/receipts.tsx'), 'Receipts'),
});

export interface MatchingSearch {
  filtre?: 'rapprochees' | 'ecartees' | 'sorties' | 'toutes' | undefined;
  /** Lines that wait, as a list. */
  liste?: true | undefined;
  /** The line to begin with. */
  ligne?: string | undefined;
}
const matchingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/encaissements/rapprochement',
  validateSearch: (search: Search): MatchingSearch => ({
    filtre: oneOf(search.filtre, ['rapprochees', 'ecartees', 'sorties', 'toutes'] as const),
    liste: search.liste === true ? (true as const) : undefined,
    ligne: text(search.ligne),
  }),
  component: lazyRouteComponent(() => import('./places/matching/matching.tsx'), 'Matching'),
});
const sourcesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/encaissements/sources',
  component: lazyRouteComponent(() => import('./places/sources/sources.tsx'), 'Sources'),
});

export interface RepliesSearch {
  filtre?: 'toutes' | undefined;
  /** The reply opened at the side. */
  reponse?: string | undefined;
}
const repliesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reponses',
  validateSearch: (search: Search): RepliesSearch => ({
    filtre: oneOf(search.filtre, ['toutes'] as const),
    reponse: text(search.reponse),
  }),
  component: lazyRouteComponent(() => import('./places/replies/replies.tsx'), 'Replies'),
});

export interface SendingSearch {
  /** The message opened at the side. */
  acte?: string | undefined;
  /** The day of the calendar opened at the side. */
  jour?: string | undefined;
  canal?: WrittenChannel | undefined;
}
const sendingSearch = (search: Search): SendingSearch => ({
  acte: text(search.acte),
  jour: day(search.jour),
  canal: oneOf(search.canal, WRITTEN_CHANNELS),
});
const sendingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/envois',
  validateSearch: sendingSearch,
  component: lazyRouteComponent(() => import('./places/sending/sending.tsx'), 'Sending'),
});
const sendingTabRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/envois/$tab',
  validateSearch: sendingSearch,
  component: lazyRouteComponent(() => import('./places/sending/sending.tsx'), 'Sending'),
});
const importRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/importer',
  component: lazyRouteComponent(() => import('./places/imports/import-page.tsx'), 'ImportPage'),
});
const settingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reglages',
  component: lazyRouteComponent(() => import('./places/settings/settings.tsx'), 'Settings'),
});
const settingsSectionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reglages/$section',
  component: lazyRouteComponent(() => import('./places/settings/settings.tsx'), 'Settings'),
});

export interface PreventionSearch {
  classe?: PayerClass | undefined;
  encours?: 'depasse' | undefined;
}
const preventionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/prevention',
  component: lazyRouteComponent(() => import('./places/prevention/prevention.tsx'), 'Prevention'),
});
const preventionTabRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/prevention/$tab',
  validateSearch: (search: Search): PreventionSearch => ({
    classe: oneOf(search.classe, PAYER_CLASSES),
    encours: oneOf(search.encours, ['depasse'] as const),
  }),
  component: lazyRouteComponent(() => import('./places/prevention/prevention.tsx'), 'Prevention'),
});

export interface RadarSearch {
  /** Claims within so many days of their limitation, or past it. */
  delai?: '15' | '60' | '180' | 'expired' | undefined;
  /** The claim whose limitation is opened at the side. */
  facture?: string | undefined;
}
const litigationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/contentieux',
  validateSearch: (search: Search): RadarSearch => ({
    delai: oneOf(text(search.delai), ['15', '60', '180', 'expired'] as const),
    facture: text(search.facture),
  }),
  component: lazyRouteComponent(() => import('./places/litigation/radar.tsx'), 'Radar'),
});

export interface ProceduresSearch {
  q?: string | undefined;
  voie?: ProcedureKind | undefined;
  etat?: 'ended' | 'closed' | 'all' | undefined;
}
const proceduresRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/contentieux/procedures',
  validateSearch: (search: Search): ProceduresSearch => ({
    q: text(search.q),
    voie: oneOf(search.voie, PROCEDURE_KINDS),
    etat: oneOf(search.etat, ['ended', 'closed', 'all'] as const),
  }),
  component: lazyRouteComponent(() => import('./places/litigation/procedures.tsx'), 'Procedures'),
});
const procedureRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/contentieux/procedures/$procedureId',
  component: lazyRouteComponent(() => import('./places/litigation/procedure-page.tsx'), 'ProcedurePage'),
});

export interface DeadlinesSearch {
  /** The month shown, by any of its days. */
  mois?: string | undefined;
  qui?: 'ours' | 'theirs' | 'wait' | undefined;
}
const deadlinesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/contentieux/echeances',
  validateSearch: (search: Search): DeadlinesSearch => ({
    mois: day(search.mois),
    qui: oneOf(search.qui, ['ours', 'theirs', 'wait'] as const),
  }),
  component: lazyRouteComponent(() => import('./places/litigation/deadlines.tsx'), 'Deadlines'),
});
const noticesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/contentieux/annonces',
  component: lazyRouteComponent(() => import('./places/notices/notices.tsx'), 'Notices'),
});
const handedOverRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/contentieux/confies',
  validateSearch: (search: Search): { filtre?: 'ended' | 'all' | undefined } => ({
    filtre: oneOf(search.filtre, ['ended', 'all'] as const),
  }),
  component: lazyRouteComponent(() => import('./places/litigation/handed-over.tsx'), 'HandedOver'),
});
const handOverRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/contentieux/confies/$handOverId',
  component: lazyRouteComponent(() => import('./places/litigation/hand-over-page.tsx'), 'HandOverPage'),
});
const routeGuideRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/contentieux/voie/$caseId',
  component: lazyRouteComponent(() => import('./places/route-guide/route-guide.tsx'), 'RouteGuide'),
});
const courtFileRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/contentieux/dossier/$procedureId',
  component: lazyRouteComponent(() => import('./places/court-file/court-file.tsx'), 'CourtFile'),
});

const calculateRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/calculer',
  beforeLoad: () => {
    throw redirect({ to: '/calculer/$calcul', params: { calcul: 'penalites' }, search: {}, replace: true });
  },
});
const calculationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/calculer/$calcul',
  /** Each calculator reads its own fields; whatever is neither a text nor a number says nothing. */
  validateSearch: (search: Search): Record<string, string | number> =>
    Object.fromEntries(
      Object.entries(search).filter((entry): entry is [string, string | number] =>
        ['string', 'number'].includes(typeof entry[1]),
      ),
    ),
  component: lazyRouteComponent(() => import('./places/calculate/calculate.tsx'), 'Calculate'),
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    todayRoute,
    nextRoute,
    casesRoute,
    ledgerRoute,
    caseRoute,
    followedRoute,
    doublesRoute,
    receiptsRoute,
    matchingRoute,
    sourcesRoute,
    repliesRoute,
    sendingRoute,
    sendingTabRoute,
    importRoute,
    preventionRoute,
    preventionTabRoute,
    litigationRoute,
    proceduresRoute,
    procedureRoute,
    deadlinesRoute,
    noticesRoute,
    handedOverRoute,
    handOverRoute,
    routeGuideRoute,
    courtFileRoute,
    calculateRoute,
    calculationRoute,
    settingsRoute,
    settingsSectionRoute,
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: ScreenError,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
