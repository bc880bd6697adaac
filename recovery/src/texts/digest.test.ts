import { expect, test } from 'vitest';
import type { DigestFacts } from '../views/digest.ts';
import { composeDigest } from './digest.ts';

const none = { count: 0, lines: [] };
const quiet: DigestFacts = {
  companyName: 'Atelier Durand',
  mode: 'live',
  on: '2026-11-23',
  received: { count: 0, cents: 0 },
  totals: { openCents: 0, overdueCents: 0, overdueClaims: 0 },
  waiting: [],
  promisesDue: none,
  promisesBroken: none,
  instalmentsDue: none,
  instalmentsMissed: none,
  disputesLate: none,
  deadlines: none,
  leaving: [],
  wholeUntil: null,
  appUrl: null,
};

test('a quiet week says so and leaves empty parts out', () => {
  const { subject, text } = composeDigest(quiet);
  expect(subject).toBe('Atelier Durand\u00a0: votre semaine au 23 novembre 2026');
  expect(text).toBe(
    [
      'Bonjour,',
      'Aucun encaissement n’a été enregistré ces sept derniers jours.',
      'Restent dus\u00a0: 0,00\u00a0€, dont 0,00\u00a0€ en retard (0 facture).',
      'Ce message est fait de ce qui était enregistré au moment de l’écrire. Vous pouvez l’arrêter ou changer son jour dans Réglages, puis Messagerie.\n',
    ].join('\n\n'),
  );
});

test('a full week: counts, the first lines of each kind, the days ahead, and hostile names inert', () => {
  const evil = '<img src=x onerror=alert(1)>\r\nBcc: a@b.c';
  const line = { on: '2026-11-25', debtorName: evil, caseId: 'c', cents: 120_000 };
  const { text, html } = composeDigest({
    ...quiet,
    mode: 'test',
    received: { count: 2, cents: 345_678 },
    waiting: [
      { title: 'Réponses à lire', count: 3, late: 1 },
      { title: 'À confirmer', count: 4, late: 0 },
    ],
    promisesDue: { count: 12, lines: [line] },
    disputesLate: { count: 1, lines: [{ ...line, cents: null }] },
    leaving: [
      {
        on: '2026-11-24',
        closed: null,
        channels: [{ channel: 'email', count: 5 }],
        count: 5,
        byHand: 2,
        cents: 500_00,
      },
      { on: '2026-11-25', closed: null, channels: [], count: 0, byHand: 0, cents: 0 },
    ],
    wholeUntil: '2026-11-24',
    appUrl: 'https://acquit.example/?a=1&b=2',
  });
  expect(text).toContain('Encaissé ces sept derniers jours\u00a0: 3\u202f456,78\u00a0€, en 2 règlements.');
  expect(text).toContain('  - Réponses à lire\u00a0: 3, dont 1 en retard\n  - À confirmer\u00a0: 4');
  expect(text).toContain('1\u202f200,00\u00a0€\n  - et 11 autres');
  expect(text).toContain('24 novembre 2026 – e-mail\u00a0: 5, dont 2 à confirmer ou à faire (500,00\u00a0€ demandés)');
  expect(text).not.toContain('25 novembre 2026 – ');
  expect(text).toContain('ce qui suit le 24 novembre 2026 n’est pas entier');
  expect(text).toContain('rien ne part vers vos clients');
  expect(text).not.toContain('\nBcc');
  expect(html).not.toContain('<img');
  expect(html).toContain('&lt;img src=x');
  expect(html).toContain('href="https://acquit.example/?a=1&amp;b=2"');
});
