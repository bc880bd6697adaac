import { day, formatDay } from '@acquit/law';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountsIn } from './amounts.ts';
import { daysIn, type Side } from './dates.ts';
import { fold } from './fold.ts';
import { htmlText } from './html-text.ts';
import { ownText } from './own-text.ts';
import { sentencesOf } from './sentences.ts';

test('folding keeps each character in its place, whatever the text', () => {
  expect(fold('L’Été, Œuvre\u00a0!')).toBe("l'ete, ouvre !");
  const units = fc.uint16Array({ maxLength: 60 });
  fc.assert(fc.property(units, (codes) => fold(String.fromCharCode(...codes)).length === codes.length));
});

describe('the days that a text names', () => {
  const on = (text: string, from: string, side: Side = 'ahead') =>
    daysIn(fold(text), day(from), side)
      .map((one) => formatDay(one.on))
      .join(' ');

  test.each([
    ['vendredi', '2026-11-06', '2026-11-13'],
    ['demain', '2026-12-31', '2027-01-01'],
    ['le 30', '2026-02-10', '2026-03-30'],
    ['le 31', '2026-11-02', '2026-12-31'],
    ['le 15', '2026-11-15', '2026-11-15'],
    ['fin février', '2027-12-01', '2028-02-29'],
    ['le 29 février 2027', '2026-11-02', ''],
    ['fin de mois', '2026-11-30', '2026-11-30'],
    ['le 3 janvier', '2026-12-20', '2027-01-03'],
    ['lundi 9 novembre', '2026-11-02', '2026-11-09'],
    ['lundi en huit', '2026-11-02', '2026-11-09'],
    ['mardi prochain', '2026-11-02', '2026-11-10'],
    ['dans deux semaines', '2026-11-02', '2026-11-16'],
    ['d’ici 3 mois', '2026-11-30', '2027-02-28'],
    ['le 32/13/2026', '2026-11-02', ''],
    ['facture 12/2026-4', '2026-11-02', ''],
    ['cette semaine', '2026-11-08', '2026-11-08'],
  ])('%s, written on %s', (text, from, expected) => expect(on(text, from)).toBe(expected));

  test.each([
    ['vendredi', '2026-11-06', '2026-10-30'],
    ['hier', '2026-11-01', '2026-10-31'],
    ['le 30', '2026-11-02', '2026-10-30'],
    ['le 28 décembre', '2026-01-05', '2025-12-28'],
    ['il y a 3 jours', '2026-11-02', '2026-10-30'],
  ])('%s, past on %s', (text, from, expected) => expect(on(text, from, 'behind')).toBe(expected));
});

test('sums are read as people write them', () => {
  const cents = (text: string) => amountsIn(fold(text)).map((one) => one.cents);
  expect(cents('1 200,50 €, 1.200 euros et 300€')).toEqual([120_050, 120_000, 30_000]);
  expect(cents('EUR 99,9 ; 12 k€ ; 20 % ; 0 €')).toEqual([9_990]);
});

test('sentences end where they end, not at a shortened word, a decimal or a broken line', () => {
  const texts = sentencesOf(
    'M. Roux a payé 12.50 € le 3 nov. dernier. Merci !\nNous vous réglerons la somme qui reste due le\n15 novembre.\n\nPaul',
  ).map((one) => one.text.replaceAll('\n', ' '));
  expect(texts).toEqual([
    'M. Roux a payé 12.50 € le 3 nov. dernier.',
    'Merci !',
    'Nous vous réglerons la somme qui reste due le 15 novembre.',
    'Paul',
  ]);
});

describe('the author’s own words', () => {
  const quoted = [
    'Le lun. 2 nov. 2026 à 08:12, Atelier <a@b.example> a écrit :\n> Bonjour',
    'Le lun. 2 nov. 2026 à 08:12, Atelier Béranger, service de la comptabilité\n<a@b.example> a écrit :\n\n> Bonjour',
    'On Mon, Nov 2, 2026 at 8:12 AM Atelier <a@b.example> wrote:\n> Hello',
    '________________________________\nDe : Atelier <a@b.example>\nEnvoyé : lundi\nObjet : Facture',
    '-----Message d’origine-----\nDe : Atelier',
    '---------- Forwarded message ---------\nFrom: Atelier',
    'De : Atelier <a@b.example>\nDate : lundi 2 novembre 2026\nÀ : Paul\nObjet : Facture\n\nBonjour',
    '-- \nPaul Henry\nDirecteur',
    'Envoyé de mon iPhone',
    'Ce message et ses pièces jointes sont confidentiels et réservés à leurs destinataires.',
    '> Je vous règle vendredi',
  ];
  test.each(quoted)('stop before: %s', (rest) =>
    expect(ownText(`Bonjour,\n\nC’est réglé.\n\n${rest}`)).toBe('Bonjour,\n\nC’est réglé.'),
  );

  test('of a helpdesk’s message stand below its own first line', () =>
    expect(ownText('##- Répondez au-dessus de cette ligne -##\n\nC’est réglé.')).toBe('C’est réglé.'));

  test('answers written between quoted lines are kept', () =>
    expect(ownText('> Payez-vous ?\nOui, vendredi.\n> Merci')).toBe('Oui, vendredi.'));

  test('a colon after a date or a name cuts nothing', () =>
    expect(ownText('Le 15 novembre : règlement.\nDe : notre part, rien.')).toBe(
      'Le 15 novembre : règlement.\nDe : notre part, rien.',
    ));
});

describe('the text of an HTML message', () => {
  test('has its words and lines, and none of its scripts, styles or comments', () =>
    expect(
      htmlText(
        '<html><head><title>x</title><style>p{}</style></head><body><!-- no --><p>Bonjour&nbsp;!<br>Payé&hellip; l&#39;ami</p><script>alert(1)</script><blockquote>hier<br>encore</blockquote>fin</body>',
      ),
    ).toBe("Bonjour\u00a0!\nPayé… l'ami\n\n> hier\n> encore\nfin"));

  test('of any characters whatever is some text, without a tag left open for ever', () =>
    fc.assert(fc.property(fc.string(), (html) => typeof htmlText(html) === 'string')));
});
