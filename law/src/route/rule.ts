import type { IsoDate } from '../calendar/index.ts';
import {
  COURT_NAMES,
  type CostLine,
  type CourtKind,
  lawyerNode,
  PROCEDURE_NAMES,
  type Procedure,
  sheetOf,
  type UnknownCost,
} from '../court-costs/index.ts';
import { type Explanation, flagValue, type Outcome } from '../explain/index.ts';
import { type ArticleKey, reason, valueOn } from '../parameters/index.ts';
import { type Bench, closingGates, closingReasons, costFacts, groupsOf, Shared } from './bench.ts';
import { hearingOf } from './court.ts';
import { type GateName, gatesOf } from './gates.ts';
import { type RouteInput, readCase } from './input.ts';
import { lastDayOf } from './last-day.ts';
import { isLeaveNeeded, type Missing } from './missing.ts';
import { durationOf, figuresOf, type PublishedFigure, type UsualDuration } from './practice.ts';
import { DEFINITIONS, type Definition } from './procedures.ts';
import { orderOf } from './situation.ts';
import { type Made, openTree, treeOf } from './tree.ts';

/** One procedure for the facts of a claim (contract §3, then additions). */
export interface Route {
  readonly procedure: Procedure;
  readonly open: boolean;
  /** French sentences, each with its article: why it is open, or what closes it. */
  readonly why: string;
  /** French type of court; null when no court hears the procedure, or when none is known for these facts. */
  readonly court: string | null;
  /** Number of the Cerfa form with its version. */
  readonly form?: string;
  /** Whether a lawyer is compulsory. */
  readonly lawyer: boolean;
  /** Sum of the lines; what has no known price is in `unknownCosts`. Zero for a closed route. */
  readonly costCents: number;
  readonly costLines: readonly CostLine[];
  /** Last day: to interrupt the limitation period, or to declare the claim; absent when no fact sets it. */
  readonly deadline?: IsoDate;
  readonly missing: readonly Missing[];
  /** French name of the procedure. */
  readonly name: string;
  readonly courtKind: CourtKind | null;
  readonly unknownCosts: readonly UnknownCost[];
  /** What it usually takes; absent when no figure is known, or when the route is closed. */
  readonly usualDuration?: UsualDuration;
  /** Published figures about it, none of which is a chance of success. Empty when it is closed. */
  readonly figures: readonly PublishedFigure[];
}

export interface RouteValue {
  /** Open routes in the order of the decision guide, then the closed ones. */
  readonly routes: readonly Route[];
  /** Names of the open routes, in the same order. */
  readonly open: readonly Procedure[];
}

/** Reasons as French sentences, each with its article, and said to be verified where one source or a reading holds it. */
function sentences(reasons: readonly Explanation[]): string {
  const doubt = (confidence: string) => (confidence === 'C' ? ', à vérifier' : '');
  return reasons
    .map(({ label, reference }) => `${label} (${reference!.article}${doubt(reference!.confidence)}).`)
    .join(' ');
}

/** What would open a condition: the only ones that something to obtain, or to await, can meet. */
const OPENED_BY: Partial<Record<GateName, Missing>> = { withTitle: 'title', uncontestedDecree: 'decree' };

/** The titles, documents and facts that a closed route lacks to be open; an open one says what its file lacks. */
function missingOf(definition: Definition, closedBy: readonly GateName[], bench: Bench): readonly Missing[] {
  const closing = closedBy.map((name) => OPENED_BY[name]).filter((missing) => missing !== undefined);
  return [...closing, ...definition.missing(bench)];
}

/** Why a lawyer is compulsory before a court. */
function lawyerKey(court: CourtKind | null): ArticleKey {
  if (court === 'administrative') return 'cost-lawyer-administrative';
  return court === 'european' ? 'cost-lawyer-abroad' : 'route-lawyer';
}

/** The need of a lawyer, with its node when the court decides it. */
function lawyerOf({ lawyer }: Definition, court: CourtKind | null, bench: Bench) {
  if (lawyer !== 'by-court' || court === null) return { isNeeded: lawyer === 'always', node: null, keys: [] };
  const node = lawyerNode(court, bench.routeCase);
  const isNeeded = flagValue(node);
  return { isNeeded, node, keys: isNeeded ? [lawyerKey(court)] : [] };
}

/** What only an open route has: form, costs, last day. What is closed has no price, which a hurried reader would add. */
function openParts(procedure: Procedure, definition: Definition, court: CourtKind | null, bench: Bench) {
  const { routeCase, prices } = bench;
  const sheet = sheetOf(procedure, costFacts(bench, court), prices.use);
  const last = lastDayOf(definition.deadline, routeCase);
  const usual = durationOf(procedure, routeCase, bench.hearing);
  return {
    fields: {
      ...(definition.form === undefined ? {} : { form: valueOn(definition.form(bench), routeCase.on)!.value }),
      ...(last === null ? {} : { deadline: last.on }),
      costCents: sheet.costCents,
      costLines: sheet.lines,
      unknownCosts: sheet.unknown,
      ...(usual === null ? {} : { usualDuration: usual.duration }),
      figures: figuresOf(procedure, routeCase, bench.hearing),
    },
    nodes: [
      ...(sheet.sum.inputs.length === 0 ? [] : [sheet.sum]),
      ...(last === null ? [] : [last.node]),
      ...(usual === null ? [] : [usual.node]),
    ],
  };
}

const CLOSED_PARTS = { fields: { costCents: 0, costLines: [], unknownCosts: [], figures: [] }, nodes: [] };

/** A route as published, and what its tree is made from. */
interface MadeRoute extends Made {
  readonly route: Route;
}

function routeOf(procedure: Procedure, bench: Bench): MadeRoute {
  const definition = DEFINITIONS[procedure];
  const closedBy = closingGates(definition, bench);
  const isOpen = closedBy.length === 0;
  const courtKind = definition.court(bench);
  const lawyer = lawyerOf(definition, courtKind, bench);
  const why = isOpen
    ? [...definition.why(bench), ...lawyer.keys].map((key) => reason(key))
    : closingReasons(closedBy, bench);
  const parts = isOpen ? openParts(procedure, definition, courtKind, bench) : CLOSED_PARTS;
  const route: Route = {
    procedure,
    open: isOpen,
    why: sentences(why),
    court: courtKind === null ? null : COURT_NAMES[courtKind],
    lawyer: lawyer.isNeeded,
    ...parts.fields,
    missing: missingOf(definition, closedBy, bench),
    name: PROCEDURE_NAMES[procedure],
    courtKind,
  };
  if (!isOpen) return { route, procedure, closedBy, tree: null };
  const lawyerNodes = lawyer.node === null ? [] : [bench.conditions.use(lawyer.node)];
  const tree = openTree(procedure, definition.gates, [...why, ...lawyerNodes, ...parts.nodes], bench);
  return { route, procedure, closedBy, tree };
}

/**
 * The procedures for the facts of a claim, open ones first in the order of the decision guide, each with its reasons,
 * court, form, lawyer, costs, deadline and what the file lacks (articles in `law.md`). It computes and shows; it
 * qualifies nothing. Refuses a malformed input (see `readCase`) and a day older than the tables (`DateNotServed`).
 */
export function route(input: RouteInput): Outcome<RouteValue> {
  const routeCase = readCase(input);
  if ('code' in routeCase) return { refusal: routeCase };
  const hearing = hearingOf(routeCase);
  const gates = gatesOf(routeCase, hearing);
  const leaveNeeded = isLeaveNeeded(routeCase);
  const bench: Bench = {
    routeCase,
    hearing,
    leaveNeeded,
    gates,
    groups: groupsOf(gates),
    conditions: new Shared(),
    prices: new Shared(),
  };
  const all = orderOf(routeCase, hearing, gates).map((procedure) => routeOf(procedure, bench));
  const made = [...all.filter((one) => one.route.open), ...all.filter((one) => !one.route.open)];
  const routes = made.map((one) => one.route);
  const open = routes.filter((one) => one.open).map(({ procedure }) => procedure);
  return { value: { routes, open }, explanation: treeOf(made, bench) };
}
