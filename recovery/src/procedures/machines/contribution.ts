import type { ClockRule } from '../engine/clocks.ts';
import type { MachineEvent } from '../engine/machine.ts';
import { event, state } from '../engine/parts.ts';

/** The contribution for legal aid (1635 bis Q CGI): the registry asks for it before the claim is inadmissible. */

export const INADMISSIBLE = state(
  'inadmissible',
  ['Demande irrecevable', 'La contribution n’a pas été réglée à temps : il faut former une nouvelle demande.'],
  { end: 'refused', follows: ['requete', 'assignation'] },
);

export function contributionEvents(from: readonly string[]): readonly MachineEvent[] {
  return [
    event('contribution-asked', ['court', 'Contribution de l’aide juridique demandée par le greffe'], from, {
      proof: 'L’invitation du greffe',
    }),
    event('contribution-paid', ['us', 'Contribution réglée'], [...from, 'inadmissible'], {
      proof: 'Le justificatif du timbre',
      idleIn: ['inadmissible'],
    }),
  ];
}

export const CONTRIBUTION_CLOCK: ClockRule = {
  what: 'pay-contribution',
  startedBy: 'contribution-asked',
  whose: 'ours',
  doneBy: ['contribution-paid'],
  mootBy: ['judgment', 'ordered', 'refused'],
};
