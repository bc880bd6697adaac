import { addDays, type Day, day, formatDay } from '@acquit/law';
import type { EventField, EventValues, ProcedureEvent, ProcedureFacts, ProcedureKind } from './model.ts';

/** Facts for the tests of procedures: a company in metropolitan France, a commercial court, no title. */
export function procedureFacts(kind: ProcedureKind, change: Partial<ProcedureFacts> = {}): ProcedureFacts {
  return {
    kind,
    court: 'commercial',
    claimKind: 'services',
    debtorKind: 'company',
    debtorPlace: 'metropole',
    creditorPlace: 'metropole',
    amountCents: 480_000,
    document: 'contract',
    hasTitle: false,
    events: [],
    ...change,
  };
}

/** An event on an ISO day. */
export function told(kind: string, on: string, values: EventValues = {}): ProcedureEvent {
  return { eventId: `${kind}-${on}`, kind, on: day(on), values };
}

/** The facts under which each kind of procedure may be opened, several where they change its life. */
export function variantsOf(kind: ProcedureKind): readonly ProcedureFacts[] {
  const titled = { hasTitle: true, debtorKind: 'trader' } as const;
  const byKind: Partial<Record<ProcedureKind, readonly Partial<ProcedureFacts>[]>> = {
    'injonction-de-payer': [{}, { court: 'judicial', debtorKind: 'consumer' }, { court: null }],
    assignation: [{}, { court: 'judicial', debtorKind: 'consumer' }, { court: null }],
    requete: [{ court: 'judicial', debtorKind: 'civil-professional' }],
    'saisie-conservatoire': [{}, { document: 'accepted-bill', claimKind: 'bill-of-exchange' }],
    'saisie-attribution': [titled],
    'saisie-vente': [titled],
    'saisie-des-remunerations': [titled],
    'insolvency-claim': [{ claimKind: 'goods' }, { creditorPlace: 'overseas' }],
    overindebtedness: [{ debtorKind: 'consumer', court: null }],
    'administrative-claim': [{ debtorKind: 'public-body' }],
    'mandatement-d-office': [{ debtorKind: 'public-body' }],
    'administrative-refere': [{ debtorKind: 'public-body', court: 'administrative' }],
    'administrative-suit': [{ debtorKind: 'public-body', court: 'administrative' }],
  };
  return (byKind[kind] ?? [{}]).map((change) => procedureFacts(kind, change));
}

/** A value that a field accepts: the choice of a given rank, an amount, a day some weeks after the event or its eve. */
export function valueFor(
  { type, choices = [], earlier = false }: EventField,
  on: Day,
  rank: number,
): string | number | boolean {
  if (type === 'cents') return 400_000;
  if (type === 'flag') return rank % 2 === 1;
  if (type === 'day') return formatDay(addDays(on, earlier ? -1 : 40));
  return choices.length === 0 ? 'texte' : choices[rank % choices.length]!.value;
}

/** Every required field, and the others when asked: a form filled in by rank. */
export function filled(fields: readonly EventField[], on: Day, rank: number): EventValues {
  const kept = fields.filter(({ required, type }) => required || type !== 'flag' || rank % 2 === 1);
  return Object.fromEntries(kept.map((field) => [field.name, valueFor(field, on, rank)]));
}
