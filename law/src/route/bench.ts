import type { CostFacts, CourtKind } from '../court-costs/index.ts';
import { carried, derived, type Explanation, once } from '../explain/index.ts';
import { reason } from '../parameters/index.ts';
import { type GateName, type Gates, passes } from './gates.ts';
import { ALIVE, type Definition, type Heard, SUIT } from './procedures.ts';

/** Nodes that several procedures share: each is written out once, in an annex of the tree, and carried everywhere else. */
export class Shared {
  private readonly definitions: Explanation[] = [];
  private readonly known = new Map<string, Explanation>();

  readonly use = (node: Explanation): Explanation => {
    const found = this.known.get(node.label);
    if (found !== undefined) return found;
    // A plain fact is as short as a mention of it.
    if (node.inputs.length === 0) return node;
    this.definitions.push(node);
    const copy = carried(node);
    this.known.set(node.label, copy);
    return copy;
  };

  /** The annex, empty when nothing was shared. */
  annex(title: string): readonly Explanation[] {
    const { inputs } = once(derived('list', title, 'text', this.definitions));
    const written = inputs.filter(({ operation }) => operation !== 'carried');
    return written.length === 0 ? [] : [derived('list', title, 'text', written)];
  }
}

/** Everything that the routes of one case are made from. */
export interface Bench extends Heard {
  readonly gates: Gates;
  readonly groups: readonly Group[];
  readonly conditions: Shared;
  readonly prices: Shared;
}

/** The facts that prices depend on, for a procedure brought before a court. */
export function costFacts({ routeCase, hearing, leaveNeeded }: Bench, court: CourtKind | null): CostFacts {
  const { amountCents, on, postcode, claimant } = routeCase;
  return {
    amountCents,
    on,
    court: court ?? hearing.court ?? 'enforcement',
    postcode,
    claimant,
    leaveNeeded,
    electronicLetter: false,
  };
}

/** Conditions that many procedures share, shown as one. */
interface Group {
  readonly names: readonly GateName[];
  readonly node: Explanation;
}

/** The groups of conditions of a case, the largest first. */
export function groupsOf(gates: Gates): readonly Group[] {
  const nodes = (names: readonly GateName[]) => names.map((name) => gates[name].node);
  const alive = derived('all-of', 'Recouvrement possible', 'flag', nodes(ALIVE));
  const others = SUIT.filter((name) => !(ALIVE as readonly GateName[]).includes(name));
  const suit = derived('all-of', 'Action en France possible', 'flag', [alive, ...nodes(others)]);
  return [
    { names: SUIT, node: suit },
    { names: ALIVE, node: alive },
  ];
}

/**
 * Conditions that make the others idle, strongest first: the state of the debtor, then who he is and where, then a
 * procedure that is for traders alone. When one of a rank closes a procedure, reasons of a lower rank would only hide it.
 */
const DECISIVE: readonly (readonly GateName[])[] = [
  ALIVE,
  ['notPublicBody', 'publicBody', 'inFrance', 'inUnion', 'boundByEurope', 'near'],
  ['traders'],
];

/** The conditions that close a procedure; none when it is open. */
export function closingGates({ gates: names }: Definition, { gates }: Bench): readonly GateName[] {
  const failed = names.filter((name) => !passes(gates[name]));
  const ranks = DECISIVE.map((rank) => failed.filter((name) => rank.includes(name)));
  return ranks.find(({ length }) => length > 0) ?? failed;
}

/** Why procedures are closed: each condition that closes them, with its reason. */
export function closingReasons(names: readonly GateName[], { gates }: Bench): readonly Explanation[] {
  return names.map((name) => reason(gates[name].closed));
}
