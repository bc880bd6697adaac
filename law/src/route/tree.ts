import { frenchDate } from '../calendar/index.ts';
import { PROCEDURE_NAMES, type Procedure } from '../court-costs/index.ts';
import { derived, type Explanation } from '../explain/index.ts';
import { type Bench, closingReasons } from './bench.ts';
import type { GateName } from './gates.ts';

/** What the tree says of one procedure. */
export interface Made {
  readonly procedure: Procedure;
  /** The conditions that close it; none when it is open. */
  readonly closedBy: readonly GateName[];
  /** Its own tree; null when it is closed. */
  readonly tree: Explanation | null;
}

/** The conditions of an open procedure, those of a group as one. */
function conditionNodes(names: readonly GateName[], { gates, groups, conditions }: Bench): readonly Explanation[] {
  const group = groups.find((one) => one.names.every((name) => names.includes(name)));
  const rest = group === undefined ? names : names.filter((name) => !group.names.includes(name));
  const nodes = rest.map((name) => conditions.use(gates[name].node));
  return group === undefined ? nodes : [conditions.use(group.node), ...nodes];
}

/** The tree of an open procedure: its conditions, then what follows from its being open. */
export function openTree(
  procedure: Procedure,
  names: readonly GateName[],
  nodes: readonly Explanation[],
  bench: Bench,
): Explanation {
  const name = PROCEDURE_NAMES[procedure];
  const open = derived('all-of', `${name}\u00a0: ouverture`, 'flag', conditionNodes(names, bench));
  return derived('list', name, 'text', [open, ...nodes]);
}

/** The names of procedures as one sentence begins. */
function listOf(procedures: readonly Procedure[]): string {
  const [first, ...others] = procedures.map((procedure) => PROCEDURE_NAMES[procedure]);
  return [first!, ...others.map((name) => `${name[0]!.toLowerCase()}${name.slice(1)}`)].join(', ');
}

/** The flag that procedures closed by the same conditions are not open; `list` names them. */
function closedNode(list: string, names: readonly GateName[], bench: Bench): Explanation {
  const label = `${list}\u00a0: ouverture`;
  const failed = names.map((name) => bench.conditions.use(bench.gates[name].node));
  return derived('all-of', label, 'flag', [...failed, ...closingReasons(names, bench)]);
}

/** The closed procedures, those that the same conditions close in one node. Some always are: no debtor is both public and private. */
function closedTree(made: readonly Made[], bench: Bench): Explanation {
  const byGates = new Map<string, Made[]>();
  for (const one of made.filter(({ tree }) => tree === null)) {
    const key = one.closedBy.join();
    byGates.set(key, [...(byGates.get(key) ?? []), one]);
  }
  const nodes = [...byGates.values()].map((group) => {
    const list = byGates.size === 1 ? 'Toutes les autres voies' : listOf(group.map(({ procedure }) => procedure));
    return closedNode(list, group[0]!.closedBy, bench);
  });
  return derived('list', 'Voies fermées', 'text', nodes);
}

/** The open procedures, then what closes the others, then the conditions and the prices that all of these mention. */
export function treeOf(made: readonly Made[], bench: Bench): Explanation {
  return derived('list', `Voies le ${frenchDate(bench.routeCase.on)}`, 'text', [
    ...made.map(({ tree }) => tree).filter((tree) => tree !== null),
    closedTree(made, bench),
    ...bench.conditions.annex('Conditions examinées'),
    ...bench.prices.annex('Calcul des frais'),
  ]);
}
