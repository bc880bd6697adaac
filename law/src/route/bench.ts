import { type CostFacts, type CourtKind, PROCEDURE_NAMES, type Procedure } from '../court-costs/index.ts';
import { carried, derived, type Explanation } from '../explain/index.ts';
import { reason } from '../parameters/index.ts';
import { type GateName, type Gates, passes } from './gates.ts';
import type { Definition, Heard } from './procedures.ts';

/** Nodes that several procedures share: each is shown whole once, then carried. */
export class Shared {
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
export interface Bench extends Heard {
  readonly gates: Gates;
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

function failedGates({ gates: names }: Definition, { gates }: Bench): readonly GateName[] {
  return names.filter((name) => !passes(gates[name]));
}

/** The conditions of a procedure: the flag that all of them make, with the reason of each that is not met. */
export function openNode(procedure: Procedure, definition: Definition, bench: Bench): Explanation {
  const { gates, conditions } = bench;
  return derived('all-of', `${PROCEDURE_NAMES[procedure]}\u00a0: ouverte`, 'flag', [
    ...definition.gates.map((name) => conditions.use(gates[name].node)),
    ...failedGates(definition, bench).map((name) => reason(gates[name].closed)),
  ]);
}

/** The state of the debtor closes nearly everything: when it does, the other reasons would only hide it. */
const DECISIVE: readonly GateName[] = ['solvent', 'notOverindebted', 'registered', 'inTime'];

/** What closes a procedure. */
export function closedReasons(definition: Definition, bench: Bench): readonly Explanation[] {
  const failed = failedGates(definition, bench);
  const decisive = failed.filter((name) => DECISIVE.includes(name));
  return (decisive.length > 0 ? decisive : failed).map((name) => reason(bench.gates[name].closed));
}
