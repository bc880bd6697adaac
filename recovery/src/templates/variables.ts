import type { TextKind } from './model.ts';

/** A variable of the texts: what it stands for, an example, and the texts that have it. */
export interface Variable {
  name: string;
  /** What it is, in one French line. */
  meaning: string;
  example: string | number | boolean;
  /** What else it may be, for a text to be read in all its wordings; absent: it chooses between none. */
  also?: readonly (string | number | boolean)[];
  /** The kinds of text that have it; absent: all. */
  only?: readonly TextKind[];
}

const ABOUT_CLAIMS: readonly TextKind[] = [
  'notice',
  'reminder',
  'find-the-cause',
  'get-a-date',
  'call-confirmed',
  'warning',
  'formal-notice',
  'promise-broken',
  'plan-missed',
  'suspension',
];

/** Marks where the statement of account stands; no value may contain it, because no value keeps its control codes. */
export const TABLE_MARK = '\u0001';

const variable = (
  name: string,
  meaning: string,
  example: Variable['example'],
  more: Partial<Pick<Variable, 'also' | 'only'>> = {},
): Variable => ({ name, meaning, example, ...more });

/**
 * Every variable a text may use. Names are French and without accents, because users write with them. What is not here
 * does not exist: a text that names anything else is refused by that name.
 */
export const VARIABLES: readonly Variable[] = [
  variable('societe', 'Le nom du créancier.', 'Atelier Béranger'),
  variable('client', 'Le nom du client.', 'Boulangerie Fournier'),
  variable('date', 'La date du message.', '21 novembre 2026'),
  variable('dossier', 'La référence du dossier, à rappeler dans une réponse.', 'D-4F2A81C0'),
  variable(
    'appel',
    'La formule d’appel qui convient au ton et au canal : « Bonjour, » ou « Madame, Monsieur, ».',
    'Bonjour,',
  ),
  variable('salutation', 'La formule de politesse qui convient au ton et au canal.', 'Cordialement,'),
  variable('ce_message', '« ce message », ou « cette lettre » dans une lettre.', 'ce message'),
  variable('tableau', 'Le décompte : une ligne par facture, puis le total. Seul dans son paragraphe.', TABLE_MARK),
  variable('societe_courte', 'Le nom du créancier, raccourci pour un SMS.', 'Atelier Béranger'),
  variable(
    'repondre',
    'Comment répondre, en quelques mots : « Répondez au 04 72 00 00 00. Merci. ».',
    'Répondez au 04 72 00 00 00. Merci.',
  ),
  variable('premiere', 'Le numéro de la facture, ou de la plus ancienne.', 'F-1', { only: ABOUT_CLAIMS }),
  variable('echeance_courte', 'La même échéance, en court.', '21 oct. 2026', { only: ABOUT_CLAIMS }),
  variable('nombre', 'Le nombre de factures dont parle le message.', 2, { also: [1], only: ABOUT_CLAIMS }),
  variable('plusieurs', 'Vrai s’il y a plusieurs factures : {% if plusieurs %}elles{% else %}elle{% endif %}.', true, {
    also: [false],
    only: ABOUT_CLAIMS,
  }),
  variable('numeros', 'Les numéros des factures ; au-delà de trois, leur nombre.', 'F-1 et F-2', {
    only: ABOUT_CLAIMS,
  }),
  variable('factures', '« la facture ci-dessous » ou « les factures ci-dessous ».', 'les factures ci-dessous', {
    only: ABOUT_CLAIMS,
  }),
  variable('des_factures', '« de la facture ci-dessous » ou « des factures ci-dessous ».', 'des factures ci-dessous', {
    only: ABOUT_CLAIMS,
  }),
  variable('objet', 'Les factures nommées, pour un objet : « factures F-1 et F-2 ».', 'factures F-1 et F-2', {
    only: ABOUT_CLAIMS,
  }),
  variable('total', 'Ce que le message demande.', '2 450,00 €', { only: ABOUT_CLAIMS }),
  variable('echeance', 'L’échéance la plus ancienne.', '21 octobre 2026', { only: ABOUT_CLAIMS }),
  variable('retard', 'Le plus long retard.', '31 jours', { only: ABOUT_CLAIMS }),
  variable(
    'accessoires',
    'La phrase qui nomme le taux et son article ; vide s’il n’y a rien à en dire.',
    'Les pénalités de retard courent de plein droit au taux de 12,15 % par an (article L441-10 du code de commerce).',
    {
      also: [''],
      only: ABOUT_CLAIMS,
    },
  ),
  variable('principal_seul', 'Vrai si le total ne contient que le principal.', true, {
    also: [false],
    only: ABOUT_CLAIMS,
  }),
  variable('taux', 'Le taux d’intérêt ou de pénalités en vigueur ce jour, ou les mots de la loi.', '12,15 %', {
    only: ABOUT_CLAIMS,
  }),
  variable('delai', 'Le délai laissé pour régler, à compter de la réception.', '8 jours', {
    only: ['formal-notice', 'plan-missed'],
  }),
  variable(
    'date_limite',
    'Le dernier jour pour régler d’un e-mail reçu ce jour ; vide dans une lettre.',
    '29 novembre 2026',
    {
      also: [''],
      only: ['formal-notice'],
    },
  ),
  variable('recu_montant', 'La somme reçue.', '1 200,00 €', { only: ['thanks'] }),
  variable('recu_le', 'Le jour où elle a été reçue.', '20 novembre 2026', { only: ['thanks'] }),
  variable('promesse_faite_le', 'Le jour où le règlement a été annoncé.', '9 novembre 2026', {
    only: ['promise-broken'],
  }),
  variable('promesse_date', 'Le jour annoncé pour le règlement.', '18 novembre 2026', { only: ['promise-broken'] }),
  variable('promesse_montant', 'La somme annoncée.', '1 200,00 €', { only: ['promise-broken'] }),
  variable('plan_signe_le', 'Le jour de la signature de l’échéancier.', '1er septembre 2026', {
    only: ['plan-missed'],
  }),
  variable('plan_manquee_le', 'La date de la première mensualité non reçue.', '5 novembre 2026', {
    only: ['plan-missed'],
  }),
  variable('plan_manquee', 'Ce qui aurait dû être versé et ne l’a pas été.', '400,00 €', { only: ['plan-missed'] }),
  variable('plan_solde', 'Tout ce que l’échéancier laisse à payer.', '2 000,00 €', { only: ['plan-missed'] }),
  variable('suspension_le', 'Le jour de la suspension.', '7 décembre 2026', { only: ['suspension'] }),
  variable('suspension_objet', 'Ce qui sera suspendu.', 'les livraisons', { only: ['suspension'] }),
  variable(
    'suspension_contrat',
    'Le contrat ou la commande concernés ; vide si rien n’est précisé.',
    'votre commande n° 8841',
    {
      also: [''],
      only: ['suspension'],
    },
  ),
  variable('appel_le', 'Le jour de l’appel.', '21 novembre 2026', { only: ['call-confirmed'] }),
  variable('appel_avec', 'La personne jointe ; vide si elle ne s’est pas nommée.', 'Mme Lefort', {
    also: [''],
    only: ['call-confirmed'],
  }),
  variable('appel_montant', 'La somme convenue ; vide si rien n’a été convenu.', '1 200,00 €', {
    also: [''],
    only: ['call-confirmed'],
  }),
  variable('appel_date', 'La date convenue ; vide si rien n’a été convenu.', '30 novembre 2026', {
    also: [''],
    only: ['call-confirmed'],
  }),
];

const BY_NAME = new Map(VARIABLES.map((one) => [one.name, one]));

export function variableOf(name: string): Variable | undefined {
  return BY_NAME.get(name);
}

/** The variables that a kind of text has. */
export function variablesOf(kind: TextKind): Variable[] {
  return VARIABLES.filter((one) => one.only === undefined || one.only.includes(kind));
}
