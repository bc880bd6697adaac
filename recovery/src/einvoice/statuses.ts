import { fr } from '../texts/typography.ts';

/**
 * The statuses of the French reform of e-invoicing (XP Z12-012, MDT-105), with what each does to a claim. Two rules
 * make the table: what holds a claim back counts whoever says it; what frees it, or proves something, counts only from
 * the side that may say it.
 */

/** Who stands behind a message: the customer, ourselves, or a platform. */
export type Side = 'buyer' | 'seller' | 'platform';

/** Why an e-invoice needs something before its claim is asked for again. The gravest comes first. */
export const GROUNDS = ['rejected', 'refused', 'disputed', 'suspended', 'collected', 'announced', 'completed'] as const;
export type Ground = (typeof GROUNDS)[number];

/** What a status proves of the invoice's way to the buyer, from the weakest. */
export type Proof = 'received' | 'available' | 'taken-in-charge' | 'approved-in-part' | 'approved';

export interface StatusRule {
  /** French name, with its accents and spaces: labels in messages vary. */
  name: string;
  /** Who may say it. */
  by: Side;
  raises?: Ground;
  ends?: readonly Ground[];
  proves?: Proof;
}

/** The buyer has the invoice and works on it: what was rejected, contested or suspended before is over. */
const RESUMED: readonly Ground[] = ['rejected', 'disputed', 'suspended', 'completed'];
/** The buyer answers: the invoice has reached him, and what we sent him has too. */
const REACHED: readonly Ground[] = ['rejected', 'completed'];

export const STATUS_RULES: Readonly<Record<string, StatusRule>> = {
  200: { name: 'Déposée', by: 'platform' },
  201: { name: 'Émise par la plateforme', by: 'platform' },
  202: { name: 'Reçue par la plateforme', by: 'platform', ends: ['rejected'], proves: 'received' },
  203: { name: 'Mise à disposition', by: 'platform', ends: ['rejected'], proves: 'available' },
  204: { name: 'Prise en charge', by: 'buyer', ends: RESUMED, proves: 'taken-in-charge' },
  205: { name: 'Approuvée', by: 'buyer', ends: RESUMED, proves: 'approved' },
  206: {
    name: 'Approuvée partiellement',
    by: 'buyer',
    raises: 'disputed',
    ends: [...REACHED, 'suspended'],
    proves: 'approved-in-part',
  },
  207: { name: 'En litige', by: 'buyer', raises: 'disputed', ends: REACHED },
  208: { name: 'Suspendue', by: 'buyer', raises: 'suspended', ends: REACHED },
  209: { name: 'Complétée', by: 'seller', raises: 'completed', ends: ['suspended'] },
  210: { name: 'Refusée', by: 'buyer', raises: 'refused', ends: RESUMED },
  211: { name: 'Paiement transmis', by: 'buyer', raises: 'announced', ends: REACHED },
  212: { name: 'Encaissée', by: 'seller', raises: 'collected', ends: ['announced', 'completed'] },
  213: { name: 'Rejetée', by: 'platform', raises: 'rejected' },
  214: { name: 'Visée', by: 'buyer' },
  220: { name: 'Annulée', by: 'seller' },
  221: { name: 'Erreur de routage', by: 'platform' },
  224: { name: 'Demande de paiement direct', by: 'seller' },
  225: { name: 'Affacturée', by: 'seller' },
  226: { name: 'Affacturée (confidentiel)', by: 'seller' },
  227: { name: 'Changement de compte à payer', by: 'seller' },
  228: { name: 'Non affacturée', by: 'seller' },
  501: { name: 'Irrecevable', by: 'platform' },
};

/** Roles of UNTDID 3035 that the reform allows, by side: parties, their agents, those who pay or are paid for them. */
const SIDES: Readonly<Record<string, Side>> = {
  BY: 'buyer',
  AB: 'buyer',
  IV: 'buyer',
  PR: 'buyer',
  SE: 'seller',
  SR: 'seller',
  II: 'seller',
  PE: 'seller',
  DL: 'seller',
  WK: 'platform',
  DFH: 'platform',
};

/** The side a role speaks for; undefined when the role is none of the reform's. */
export function sideOf(role: string): Side | undefined {
  return Object.hasOwn(SIDES, role) ? SIDES[role] : undefined;
}

/** What a code does; undefined when it is unknown, and then it is a fact that changes nothing. */
export function ruleOf(code: string): StatusRule | undefined {
  return Object.hasOwn(STATUS_RULES, code) ? STATUS_RULES[code] : undefined;
}

/** The side that says a status by right; undefined for an unknown code. */
export function eInvoiceSide(code: string): Side | undefined {
  return ruleOf(code)?.by;
}

/** The French name of a code; an unknown one keeps the label of its message, without its underscores. */
export function eInvoiceStatusName(code: string, label = ''): string {
  const known = ruleOf(code)?.name;
  if (known !== undefined) return known;
  const written = label.replace(/_/g, ' ').trim();
  return written === '' || written === code ? fr`Statut ${code}` : fr`${written} (${code})`;
}
