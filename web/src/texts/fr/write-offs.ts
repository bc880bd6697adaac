import { typesetAll } from '../typeset.ts';

const s = (count: number) => (count > 1 ? 's' : '');

/** Claims given up as irrecoverable. Fetched with the section « Contentieux » of a case. */
export const writeOffs = typesetAll({
  open: 'Passer en perte…',
  title: 'Passer des factures en perte',
  text: 'Ce que la loi permet et ce que le comptable passe, facture par facture, avant que rien ne soit enregistré.',
  claims: 'Factures abandonnées',
  claimsMissing: 'Cochez au moins une facture.',
  vat: (number: string) => `TVA de la facture ${number}`,
  vatHint: 'Celle de la facture entière ; 0 sans TVA. Sans elle, pas d’écritures.',
  amountWrong: 'Écrivez un montant, par exemple 1 234,56.',
  reason: 'Pourquoi',
  reasonMissing: 'Dites pourquoi ces factures sont abandonnées.',
  reasonOn: 'Jour de ce qui établit la perte',
  reasonOnHint: 'Jugement, constat de carence, certificat…',
  dayWrong: 'Indiquez un jour passé ou aujourd’hui.',
  vatPoint: 'Votre TVA est due',
  vatPointMissing: 'Dites quand votre TVA est due : elle ne revient que si elle a été versée.',
  duplicateSentOn: 'Duplicata envoyé le',
  duplicateHint: 'Au client, avec la mention ci-dessous.',
  note: 'Note',
  preview: 'Ce que cela fait',
  waiting:
    'Choisissez les factures, la raison et la TVA : les écritures s’affichent ici, rien n’est encore enregistré.',
  lost: 'Abandonné',
  vatBack: 'TVA récupérable',
  lostNet: 'Perte hors taxe',
  lostVat: 'TVA de la perte',
  isBack: 'La TVA peut être récupérée.',
  isNotBack: 'La TVA ne peut pas être récupérée à ce jour :',
  entries: 'Écritures',
  columns: { account: 'Compte', debit: 'Débit', credit: 'Crédit' },
  statements: {
    duplicate: 'Mention à porter sur le duplicata',
    'summary-list': 'Mentions à porter sur l’état récapitulatif',
  },
  how: 'Comment la TVA est comptée',
  consequence: (count: number) =>
    `${count > 1 ? `Ces ${count} factures ne seront plus demandées` : 'Cette facture ne sera plus demandée'} à personne. Rien n’est envoyé au client. Cela s’annule depuis le dossier.`,
  submit: 'Passer en perte',
  submitFor: (amount: string) => `Passer ${amount} en perte`,
  done: (count: number) => `${count} facture${s(count)} passée${s(count)} en perte.`,
  line: (amount: string) => `Passé en perte : ${amount}`,
  by: (name: string) => `par ${name}`,
  later: (amount: string) =>
    `${amount} reçus depuis. Annulez la perte, enregistrez de nouveau cette somme sur la facture, puis passez en perte ce qui reste.`,
  dueAgain: (amount: string) => `TVA à reverser sur cette somme si elle a été récupérée : ${amount}.`,
  undo: 'Annuler',
  undoLabel: (amount: string) => `Annuler la perte de ${amount}`,
  undone: 'Perte annulée : ses factures sont de nouveau ouvertes.',
  wasUndone: (day: string) => `annulée le ${day}`,
  shown: 'Écritures et mention',
});
