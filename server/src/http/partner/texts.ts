import { fr } from '@acquit/recovery';

/** Why a form of a professional comes back: the field it is about is said beside it. */
export type PartnerFault = 'date' | 'amount' | 'title' | 'details' | 'file-large' | 'field';

/** The words of the professional's page; he reads French. */
export const PARTNER_TEXTS = {
  lang: 'fr' as const,
  form: { optional: 'facultatif' },
  faults: {
    date: 'Indiquez une date, par exemple 15/12/2026.',
    amount: 'Indiquez un montant, par exemple 1 234,56.',
    title: 'Dites en quelques mots de quoi il s’agit.',
    details: 'Écrivez votre message.',
    'file-large': 'Cette pièce dépasse 10 Mo : envoyez-en une plus légère.',
    field: 'Ce renseignement manque, ou ne se lit pas.',
  } satisfies Record<PartnerFault, string>,
  closed: {
    unknown: {
      title: 'Ce lien ne s’ouvre pas',
      text: 'Il est incomplet, a été retiré, ou la mission a pris fin. Demandez-en un autre au créancier.',
    },
    expired: { title: 'Ce lien a expiré', text: 'Demandez-en un autre au créancier.' },
    busy: {
      title: 'Un instant',
      text: 'Le service est occupé. Rien n’a été enregistré : recommencez dans une minute.',
    },
    tooMany: {
      title: 'Trop de demandes',
      text: 'Beaucoup de demandes viennent d’être faites pour ce dossier. Rien de plus n’a été enregistré : recommencez plus tard.',
    },
  },
  choices: {
    event: {
      title: fr`Indiquer un acte de procédure`,
      hint: fr`Ordonnance, signification, opposition… à sa date, avec sa pièce. Les échéances sont recalculées.`,
    },
    fact: { title: fr`Indiquer un autre fait`, hint: fr`Mise en demeure, rendez-vous, réponse du débiteur…` },
    cost: { title: fr`Indiquer des frais`, hint: fr`Honoraires, émolument, débours, avec la facture.` },
    receipt: { title: fr`Indiquer un paiement du débiteur`, hint: fr`Reçu pour le compte du créancier.` },
    message: { title: fr`Écrire au créancier`, hint: fr`Une question, un avis, une pièce.` },
  },
};

/** The address of each form, in words that a person who reads it understands. */
export const PARTNER_PAGES = {
  event: 'acte',
  fact: 'fait',
  cost: 'frais',
  receipt: 'paiement',
  message: 'message',
} as const;
export type PartnerChoice = keyof typeof PARTNER_PAGES;
