import type { Machine } from '../engine/machine.ts';
import type { ProcedureKind } from '../model.ts';
import { AD_HOC_REPRESENTATIVE } from './ad-hoc.ts';
import { CONCILIATION, MEDIATION, SOMMATION } from './amicable.ts';
import { EUROPEAN_PAYMENT_ORDER, EUROPEAN_SMALL_CLAIMS } from './european.ts';
import { INSOLVENCY_CLAIM } from './insolvency.ts';
import { REFERE_PROVISION } from './interim.ts';
import { CHEQUE_TITLE, SMALL_CLAIMS, UNCONTESTED_COMMERCIAL } from './out-of-court.ts';
import { OVERINDEBTEDNESS } from './overindebtedness.ts';
import { PAYMENT_ORDER } from './payment-order.ts';
import { SAISIE_CONSERVATOIRE } from './protective.ts';
import { ADMINISTRATIVE_CLAIM, ADMINISTRATIVE_REFERE, ADMINISTRATIVE_SUIT, MANDATEMENT_D_OFFICE } from './public.ts';
import { SAISIE_ATTRIBUTION, SAISIE_VENTE } from './seizures.ts';
import { ASSIGNATION, REQUETE } from './suit.ts';
import { SAISIE_DES_REMUNERATIONS } from './wages.ts';

/** Every procedure by its kind. */
const MACHINES: Readonly<Record<ProcedureKind, Machine>> = {
  conciliation: CONCILIATION,
  mediation: MEDIATION,
  'small-claims': SMALL_CLAIMS,
  'uncontested-commercial': UNCONTESTED_COMMERCIAL,
  'sommation-de-payer': SOMMATION,
  'injonction-de-payer': PAYMENT_ORDER,
  'european-payment-order': EUROPEAN_PAYMENT_ORDER,
  'european-small-claims': EUROPEAN_SMALL_CLAIMS,
  'refere-provision': REFERE_PROVISION,
  requete: REQUETE,
  assignation: ASSIGNATION,
  'saisie-conservatoire': SAISIE_CONSERVATOIRE,
  'cheque-title': CHEQUE_TITLE,
  'saisie-attribution': SAISIE_ATTRIBUTION,
  'saisie-vente': SAISIE_VENTE,
  'saisie-des-remunerations': SAISIE_DES_REMUNERATIONS,
  'insolvency-claim': INSOLVENCY_CLAIM,
  overindebtedness: OVERINDEBTEDNESS,
  'ad-hoc-representative': AD_HOC_REPRESENTATIVE,
  'administrative-claim': ADMINISTRATIVE_CLAIM,
  'mandatement-d-office': MANDATEMENT_D_OFFICE,
  'administrative-refere': ADMINISTRATIVE_REFERE,
  'administrative-suit': ADMINISTRATIVE_SUIT,
};

/** The machine of a kind of procedure. */
export function machineOf(kind: ProcedureKind): Machine {
  return MACHINES[kind];
}
