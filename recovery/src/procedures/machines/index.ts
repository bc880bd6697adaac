import type { Machine } from '../engine/machine.ts';
import type { ProcedureKind } from '../model.ts';
import { PAYMENT_ORDER } from './payment-order.ts';

/** Every procedure by its kind. */
const MACHINES: Readonly<Partial<Record<ProcedureKind, Machine>>> = {
  'injonction-de-payer': PAYMENT_ORDER,
};

/** The machine of a kind of procedure. */
export function machineOf(kind: ProcedureKind): Machine {
  const machine = MACHINES[kind];
  if (machine === undefined) throw new Error(`no machine for ${kind}`);
  return machine;
}
