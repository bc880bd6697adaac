import { day, formatDay } from '@acquit/law';
import { describe, expect, test } from 'vitest';
import type { ReaderProposal } from '../model.ts';
import { readProposals } from './read.ts';

/** Monday 2 November 2026; the case owes two invoices. */
const context = {
  on: day('2026-11-02'),
  claims: [
    { number: 'F-2026-118', openCents: 120_000 },
    { number: 'F-2026-121', openCents: 80_000 },
  ],
};

/** A proposal in short: « promise 2026-11-06 », « dispute price 30000 », « paid transfer 2026-10-30 ». */
function short(proposal: ReaderProposal): string {
  const parts: unknown[] = [proposal.kind];
  if (proposal.kind === 'promise' || proposal.kind === 'paid') {
    if (proposal.kind === 'paid') parts.push(proposal.means);
    parts.push(proposal.on && formatDay(proposal.on), proposal.amountCents);
  }
  if (proposal.kind === 'dispute') parts.push(proposal.reason, proposal.amountCents);
  if (proposal.kind === 'instalments') parts.push(proposal.count, proposal.instalmentCents);
  if (proposal.kind === 'wrong-contact') parts.push(...proposal.emails);
  parts.push(...proposal.numbers);
  return parts.filter((part) => part !== null && part !== undefined).join(' ');
}

const read = (text: string) => readProposals(text, context).map(short).join(', ');

const PROMISES: [string, string][] = [
  ['Bonjour,\n\nJe vous règle vendredi.', 'promise 2026-11-06'],
  ['Nous vous réglerons d’ici la fin du mois.', 'promise 2026-11-30'],
  ['Le virement sera effectué le 15.', 'promise 2026-11-15'],
  ['Règlement prévu le 12/11.', 'promise 2026-11-12'],
  ['Le paiement de la facture F-2026-118 interviendra le 20 novembre 2026.', 'promise 2026-11-20 F-2026-118'],
  ['Vous recevrez un chèque de 1 200 € la semaine prochaine.', 'promise 2026-11-13 120000'],
  ['Je paierai la moitié demain.', 'promise 2026-11-03 100000'],
  ['Nous procéderons au paiement sous huitaine.', 'promise 2026-11-10'],
  ['Je fais le virement ce soir', 'promise 2026-11-02'],
  ['On vous paye mardi prochain.', 'promise 2026-11-10'],
  ['La facture est en paiement, elle sera réglée à l’échéance du 10 décembre.', 'promise 2026-12-10'],
  ['Nous allons procéder au règlement dans les 10 jours.', 'promise 2026-11-12'],
  ['Votre facture sera payée fin novembre.', 'promise 2026-11-30'],
  ['Notre règlement partira début décembre.', 'promise 2026-12-10'],
  ['Le règlement est programmé pour mi-novembre.', 'promise 2026-11-15'],
  ['Nous pensons pouvoir vous régler courant du mois prochain, soit le 5 décembre au plus tard.', 'promise 2026-12-05'],
  ['Nous vous paierons courant du mois prochain.', 'promise 2026-12-31'],
  ['We will pay this invoice by Friday.', 'promise 2026-11-06'],
  ['Payment is scheduled for November 20.', 'promise 2026-11-20'],
  ['Je m’engage à régler 500 euros le 5 décembre.', 'promise 2026-12-05 50000'],
  ['Virement programmé jeudi pour la F-2026-121.', 'promise 2026-11-05 F-2026-121'],
  ['Je vous règle dès que possible.', 'promise'],
  ['Je vous règle le 20 décembre.', 'promise 2026-12-20'],
  ['On vous paye le 5.', 'promise 2026-11-05'],
];

const OTHERS: [string, string][] = [
  ['Bonjour, la facture F-2026-118 a été réglée le 30 octobre par virement.', 'paid transfer 2026-10-30 F-2026-118'],
  ['Nous avons déjà payé cette facture.', 'paid'],
  ['Réglée le 28/10.', 'paid 2026-10-28'],
  ['Virement fait ce matin.', 'paid transfer 2026-11-02'],
  ['Le chèque a été envoyé vendredi.', 'paid cheque 2026-10-30'],
  ['J’ai viré 800 € hier.', 'paid transfer 2026-11-01 80000'],
  ['We have already paid this invoice.', 'paid'],
  ['Nous contestons cette facture.', 'dispute other'],
  ['La marchandise est arrivée abîmée.', 'dispute goods-faulty'],
  ['Nous n’avons jamais reçu la marchandise.', 'dispute goods-missing'],
  ['Il manque deux palettes.', 'dispute goods-missing'],
  ['Le prix facturé ne correspond pas au devis.', 'dispute price'],
  ['Vous nous avez facturé deux fois la même prestation.', 'dispute double-invoice'],
  ['Les travaux ne sont pas terminés, nous ne paierons pas.', 'dispute service-not-done'],
  ['Nous contestons la facture F-2026-118 à hauteur de 300 €.', 'dispute other 30000 F-2026-118'],
  ['Nous sommes en attente de votre avoir.', 'dispute other'],
  ['Vous avez facturé 1 200 € au lieu de 1 000 € : erreur de prix.', 'dispute price 20000'],
  ['Nous n’avons pas commandé cela chez vous.', 'dispute order-unknown'],
  ['Est-il possible de régler en trois fois ?', 'instalments 3'],
  ['Je peux vous payer 200 € par mois.', 'instalments 20000'],
  ['Pourriez-vous nous accorder un délai supplémentaire ?', 'instalments'],
  ['Nous souhaitons mettre en place un échéancier.', 'instalments'],
  ['Merci de contacter notre comptabilité : compta@siege.example.', 'wrong-contact compta@siege.example'],
  ['Je ne m’occupe pas des factures.', 'wrong-contact'],
  ['Pouvez-vous me renvoyer la facture ?', 'copy-asked'],
  ['Je n’ai pas reçu cette facture.', 'copy-asked'],
  ['Nous contestons 300 €. Le reste sera réglé vendredi.', 'dispute other 30000, promise 2026-11-06'],
];

/** Written after the first rules, which read 30 of these 40 right; what they missed was then added to them. */
const LATER: [string, string][] = [
  ['Le règlement va partir mercredi.', 'promise 2026-11-04'],
  ['Nous mettons en paiement votre facture au 15/11.', 'promise 2026-11-15'],
  ["Ok je m'en occupe, vous aurez l'argent lundi prochain.", 'promise 2026-11-09'],
  ['Votre virement partira le 5 du mois prochain.', 'promise 2026-12-05'],
  ['Comme convenu au téléphone, nous solderons le tout avant le 20 novembre.', 'promise 2026-11-20'],
  ["Désolé pour le retard, c'est prévu pour cette semaine.", 'promise 2026-11-06'],
  ['Le paiement est prévu dans notre campagne de règlement du 25.', 'promise 2026-11-25'],
  ['Je vous envoie le chèque demain.', 'promise 2026-11-03'],
  ['Nous réglons à 60 jours fin de mois, donc paiement le 31/12.', 'promise 2026-12-31'],
  ['I will transfer the money tomorrow.', 'promise 2026-11-03'],
  ['You will receive payment next week.', 'promise 2026-11-13'],
  ['Réglé par CB le 28/10.', 'paid card 2026-10-28'],
  ["C'est payé depuis mercredi !", 'paid 2026-10-28'],
  ['Vous avez dû recevoir notre virement du 29 octobre.', 'paid transfer 2026-10-29'],
  ['Chèque n° 5523 posté samedi.', 'paid cheque 2026-10-31'],
  ['Ci-joint la preuve de virement.', 'paid transfer'],
  ['The invoice was paid on October 29.', 'paid 2026-10-29'],
  ['Le compte est soldé de notre côté.', 'paid'],
  ["Votre facture comporte une erreur, la remise de 10 % n'a pas été appliquée.", 'dispute price'],
  ["On n'a reçu que 3 cartons sur 5.", 'dispute quantity'],
  ['Le matériel livré ne fonctionne pas.', 'dispute goods-faulty'],
  ['Vos ouvriers ne sont jamais venus finir le chantier.', 'dispute service-not-done'],
  ['Cette facture ne nous concerne pas.', 'dispute order-unknown'],
  ["Il n'y a pas notre numéro de bon de commande sur la facture, elle est bloquée.", 'dispute address-or-mentions'],
  ['Je refuse de payer cette facture.', 'dispute other'],
  ['La commande est arrivée en retard et incomplète.', 'dispute goods-missing'],
  ['We dispute this invoice, the goods were damaged.', 'dispute goods-faulty'],
  ["Nous avons des difficultés de trésorerie, serait-il possible d'échelonner ?", 'instalments'],
  ['Puis-je vous payer en 4 fois ?', 'instalments 4'],
  ["Je propose 300 euros par mois jusqu'à épuisement.", 'instalments 30000'],
  ['Adressez-vous désormais à finance@siege.example.', 'wrong-contact finance@siege.example'],
  ['Je ne travaille plus au service comptabilité.', 'wrong-contact'],
  ['Merci de nous renvoyer un duplicata de la F-2026-118.', 'copy-asked F-2026-118'],
  ['On a jamais eu la facture.', 'copy-asked'],
  ['Je vois ça avec mon associé.', ''],
  ['Pouvez-vous me rappeler jeudi ?', ''],
  ['Nous attendons le paiement de notre client.', ''],
  ['Bonne réception.', ''],
  ['Je ne vous dois plus rien.', 'dispute other'],
  ["Vous n'aurez rien tant que la fuite persiste.", 'dispute service-not-done'],
];

const NOTHING = [
  'Bonjour, j’ai bien reçu votre message. Cordialement.',
  'Nous n’avons pas encore réglé cette facture.',
  'Avez-vous reçu notre virement ?',
  'Je ne peux pas vous régler pour le moment.',
  'Merci, bonne journée.',
  'Je regarde et je reviens vers vous demain.',
  'Nous serons fermés du 21 décembre au 3 janvier.',
];

describe('what the reader proposes', () => {
  test.each(PROMISES)('%s', (text, expected) => expect(read(text)).toBe(expected));
  test.each(OTHERS)('%s', (text, expected) => expect(read(text)).toBe(expected));
  test.each(LATER)('%s', (text, expected) => expect(read(text)).toBe(expected));
  test.each(NOTHING)('nothing of: %s', (text) => expect(read(text)).toBe(''));

  test('each proposal quotes its sentence, where it stands', () => {
    const text = 'Bonjour Madame,\n\nMerci de votre patience. Je vous règle vendredi ! Bonne journée.';
    const [proposal] = readProposals(text, context);
    expect(proposal?.quote.text).toBe('Je vous règle vendredi !');
    expect(text.slice(proposal?.quote.start, proposal?.quote.end)).toBe('Je vous règle vendredi !');
    expect(proposal?.why).toContain('le 6 novembre 2026');
  });

  test('a text made to be slow is read at once, to its limits', () => {
    const slow = [
      `nous ${'a '.repeat(9_000)}`,
      'ne '.repeat(7_000),
      `je ${'vous '.repeat(4_000)}`,
      '1 '.repeat(10_000),
    ];
    for (const text of slow) expect(read(text)).toBe('');
  });
});
