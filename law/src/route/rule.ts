import { formatDay, frenchDate, type IsoDate } from '../calendar/index.ts';
import {
  COURT_NAMES,
  type CostFacts,
  type CostLine,
  type CourtKind,
  lawyerNode,
  PROCEDURE_NAMES,
  type Procedure,
  sheetOf,
  type UnknownCost,
} from '../court-costs/index.ts';
import { carried, derived, type Explanation, flagValue, type Outcome } from '../explain/index.ts';
import { type ArticleKey, reason, valueOn } from '../parameters/index.ts';
import { type Hearing, hearingOf } from './court.ts';
import { type GateName, type Gates, gatesOf, passes } from './gates.ts';
import { type RouteCase, type RouteInput, readCase } from './input.ts';
import { isLeaveNeeded, type Missing } from './missing.ts';
import { DEFINITIONS, type Definition } from './procedures.ts';
import { orderOf } from './situation.ts';

/** One procedure for the facts of a claim (contract §3, then additions). */
export interface Route {
  readonly procedure: Procedure;
  readonly open: boolean;
  /** French sentences: why it is open, or what closes it. */
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
  /** Day before the end of which it must have interrupted the limitation period, when that day is given. */
  readonly deadline?: IsoDate;
  readonly missing: readonly Missing[];
  /** French name of the procedure. */
  readonly name: string;
  readonly courtKind: CourtKind | null;
  readonly unknownCosts: readonly UnknownCost[];
}

export interface RouteValue {
  /** Open routes in the order of the decision guide, then the closed ones. */
  readonly routes: readonly Route[];
  /** Names of the open routes, in the same order. */
  readonly open: readonly Procedure[];
}

/** Nodes that several procedures share: each is shown whole once, then carried. */
class Shared {
  readonly definitions: Explanation[] = [];
  private readonly known = new Map<string, Explanation>();

  readonly use = (node: Explanation): Explanation => {
    const found = this.known.get(node.label);
    if (found !== undefined) return found;
    this.definitions.push(node);
    const copy = carried(node);
    this.known.set(node.label, copy);
    return copy;
  };
}

/** Everything that the routes of one case are made from. */
interface Bench {
  readonly routeCase: RouteCase;
  readonly hearing: Hearing;
  readonly gates: Gates;
  readonly conditions: Shared;
  readonly prices: Shared;
}

function costFacts(routeCase: RouteCase, court: CourtKind): CostFacts {
  const { amountCents, on, postcode, claimant } = routeCase;
  const leaveNeeded = isLeaveNeeded(routeCase);
  return { amountCents, on, court, postcode, claimant, leaveNeeded, electronicLetter: false };
}

/** The conditions of a procedure: the flag that all of them make, with the reason of each that is not met. */
function openNode(procedure: Procedure, { gates: names }: Definition, { gates, conditions }: Bench): Explanation {
  const failed = names.filter((name) => !passes(gates[name]));
  return derived('all-of', `${PROCEDURE_NAMES[procedure]}\u00a0: ouverte`, 'flag', [
    ...names.map((name) => conditions.use(gates[name].node)),
    ...failed.map((name) => reason(gates[name].closed)),
  ]);
}

/** The state of the debtor closes nearly everything: when it does, the other reasons would only hide it. */
const DECISIVE: readonly GateName[] = ['solvent', 'notOverindebted', 'registered', 'inTime'];

function closedReasons({ gates: names }: Definition, { gates }: Bench): readonly Explanation[] {
  const failed = names.filter((name) => !passes(gates[name]));
  const decisive = failed.filter((name) => DECISIVE.includes(name));
  return (decisive.length > 0 ? decisive : failed).map((name) => reason(gates[name].closed));
}

function sentences(reasons: readonly Explanation[]): string {
  return `${reasons.map(({ label }) => label).join('. ')}.`;
}

interface Made {
  readonly route: Route;
  readonly tree: Explanation;
}

/** The titles, documents and facts that a closed route lacks to be open; an open one says what its file lacks. */
function missingOf(definition: Definition, bench: Bench): readonly Missing[] {
  const { gates } = bench;
  const closing: readonly Missing[] = [
    ...(definition.gates.includes('withTitle') && !passes(gates.withTitle) ? (['title'] as const) : []),
    ...(definition.gates.includes('uncontestedDecree') && !passes(gates.uncontestedDecree)
      ? (['decree'] as const)
      : []),
  ];
  return [...closing, ...definition.missing(bench)];
}

/** Why a lawyer is compulsory before a court. */
function lawyerKey(court: CourtKind | null): ArticleKey {
  if (court === 'administrative') return 'cost-lawyer-administrative';
  return court === 'european' ? 'cost-lawyer-abroad' : 'route-lawyer';
}

function routeOf(procedure: Procedure, bench: Bench): Made {
  const definition = DEFINITIONS[procedure];
  const { routeCase } = bench;
  const open = openNode(procedure, definition, bench);
  const isOpen = flagValue(open);
  const courtKind = definition.court(bench);
  const facts = costFacts(routeCase, courtKind ?? bench.hearing.court ?? 'enforcement');
  // What is closed has no price: its amounts would be added up by a reader in a hurry.
  const sheet = isOpen ? sheetOf(procedure, facts, bench.prices.use) : null;
  const lawyer = definition.lawyer === 'by-court' && courtKind !== null ? lawyerNode(courtKind, facts) : null;
  const isLawyerNeeded = lawyer === null ? definition.lawyer === 'always' : flagValue(lawyer);
  const workings = [lawyer === null ? null : bench.conditions.use(lawyer), sheet?.sum ?? null].filter(
    (node) => node !== null,
  );
  const lawyerKeys: readonly ArticleKey[] = isLawyerNeeded && lawyer !== null ? [lawyerKey(courtKind)] : [];
  const why = isOpen
    ? [...definition.why(bench), ...lawyerKeys].map((key) => reason(key))
    : closedReasons(definition, bench);
  const name = PROCEDURE_NAMES[procedure];
  const form = isOpen && definition.form !== undefined ? valueOn(definition.form(bench), routeCase.on)!.value : null;
  const deadline = isOpen && definition.interrupts === true ? routeCase.limitationExpiresOn : null;
  const route: Route = {
    procedure,
    open: isOpen,
    why: sentences(why),
    court: courtKind === null ? null : COURT_NAMES[courtKind],
    ...(form === null ? {} : { form }),
    lawyer: isLawyerNeeded,
    costCents: sheet?.costCents ?? 0,
    costLines: sheet?.lines ?? [],
    ...(deadline === null ? {} : { deadline: formatDay(deadline) }),
    missing: missingOf(definition, bench),
    name,
    courtKind,
    unknownCosts: sheet?.unknown ?? [],
  };
  return { route, tree: derived('list', name, 'text', [open, ...workings, ...(isOpen ? why : [])]) };
}

function treeOf(made: readonly Made[], { routeCase, conditions, prices }: Bench): Explanation {
  return derived('list', `Voies le ${frenchDate(routeCase.on)}`, 'text', [
    derived('list', 'Conditions examinées', 'text', conditions.definitions),
    derived('list', 'Frais connus', 'text', prices.definitions),
    ...made.map(({ tree }) => tree),
  ]);
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
  const bench: Bench = { routeCase, hearing, gates, conditions: new Shared(), prices: new Shared() };
  const all = orderOf(routeCase, hearing, gates).map((procedure) => routeOf(procedure, bench));
  const made = [...all.filter((one) => one.route.open), ...all.filter((one) => !one.route.open)];
  const routes = made.map((one) => one.route);
  const open = routes.filter((one) => one.open).map(({ procedure }) => procedure);
  return { value: { routes, open }, explanation: treeOf(made, bench) };
}
