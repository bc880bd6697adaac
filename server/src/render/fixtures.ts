import type { AnnexRow, LetterDocument } from '@acquit/recovery';

/** Documents for the tests of render: made-up parties, texts typeset as recovery writes them. */

/** « 1 234,56 € » as letters print it: narrow no-break spaces by thousands, a no-break space before the sign. */
export function euros(cents: number): string {
  const whole = String(Math.trunc(cents / 100)).replace(/\B(?=(\d{3})+$)/g, '\u202f');
  return `${whole},${String(cents % 100).padStart(2, '0')}\u00a0€`;
}

/** A formal notice for `claims` invoices with its annex, that holds on one page and its annex when they are few. */
export function formalNotice(claims = 3, changes: Partial<LetterDocument> = {}): LetterDocument {
  const invoices = Array.from({ length: claims }, (_, i) => ({
    number: `FA-2026-${String(i + 1).padStart(4, '0')}`,
    openCents: 124_050 + i * 3_711,
    penaltyCents: 4_312 + i * 77,
  }));
  const principal = invoices.reduce((sum, it) => sum + it.openCents, 0);
  const penalties = invoices.reduce((sum, it) => sum + it.penaltyCents, 0);
  const indemnities = claims * 4_000;
  const total = principal + penalties + indemnities;
  return {
    kind: 'mise-en-demeure',
    mode: 'live',
    title: 'Mise en demeure — Boulangerie Fournier',
    sender: {
      name: 'Atelier Lumière SARL',
      lines: ['14 RUE DES CAPUCINS', '69001 LYON'],
      contact: ['comptabilite@atelier-lumiere.example', '04\u00a072\u00a000\u00a000\u00a000'],
    },
    recipient: {
      name: 'BOULANGERIE FOURNIER SAS',
      lines: ['Service comptabilité', '27 AVENUE DE LA RÉPUBLIQUE', 'CS 20115', '38000 GRENOBLE'],
      contact: [],
    },
    placeAndDate: 'Lyon, le 21 novembre 2026',
    on: '2026-11-21',
    sentBy: 'Par lettre recommandée avec accusé de réception',
    subject: `mise en demeure de payer ${euros(total)}`,
    references: [
      { label: 'Nos références', value: 'dossier D-0042' },
      { label: 'Vos références', value: 'commande n°\u00a08841' },
    ],
    opening: [
      'Madame, Monsieur,',
      'Malgré nos relances du 14 juin et du 26 juin 2026, les factures ci-dessous, échues, demeurent impayées à ce jour.',
      'Nous vous mettons en demeure de nous régler la somme totale indiquée au bas de ce tableau dans un délai de quinze jours à compter de la réception de la présente lettre.',
    ],
    table: {
      columns: [
        { label: 'Facture', align: 'left' },
        { label: 'Émise le', align: 'left' },
        { label: 'Échéance', align: 'left' },
        { label: 'Retard', align: 'right' },
        { label: 'Restant dû', align: 'right' },
        { label: 'Pénalités', align: 'right' },
        { label: 'Indemnité', align: 'right' },
      ],
      rows: invoices.map((it) => ({
        muted: false,
        cells: [
          it.number,
          '12 mai 2026',
          '11 juin 2026',
          '163\u00a0jours',
          euros(it.openCents),
          euros(it.penaltyCents),
          euros(4_000),
        ],
      })),
      totals: [
        { label: 'Principal', value: euros(principal), strong: false },
        { label: 'Pénalités de retard au 21 novembre 2026', value: euros(penalties), strong: false },
        { label: 'Indemnité forfaitaire pour frais de recouvrement', value: euros(indemnities), strong: false },
        { label: 'Total à régler', value: euros(total), strong: true },
      ],
    },
    details: [],
    closing: [
      'À défaut de règlement dans ce délai, nous nous réservons d’engager toute procédure utile au recouvrement de notre créance, sans autre avis.',
      'Si votre règlement nous est parvenu entre-temps, nous vous prions de ne pas tenir compte de cette lettre.',
      'Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.',
    ],
    payment: {
      beneficiary: 'Atelier Lumière SARL',
      iban: 'FR7630006000011234567890189',
      bic: 'AGRIFRPP',
      reference: 'D-0042',
      amount: euros(total),
      amountCents: total,
    },
    signature: 'Claire Martin, comptabilité clients',
    enclosures: ['Copie des factures', 'Détail du calcul'],
    footer:
      'Atelier Lumière SARL au capital de 10\u202f000\u00a0€ — SIREN 732\u00a0829\u00a0320 RCS Lyon — TVA FR\u00a044\u00a0732829320 — 14 rue des Capucins, 69001 Lyon',
    annex: {
      title: 'Détail du calcul',
      intro: 'Sommes arrêtées au 21 novembre 2026. Chaque montant est suivi de ce qui le compose et de sa source.',
      sections: invoices.map((it) => ({
        title: `Facture n°\u00a0${it.number}, échue le 11 juin 2026`,
        rows: explanation(it.openCents, it.penaltyCents),
      })),
    },
    ...changes,
  };
}

function explanation(openCents: number, penaltyCents: number): AnnexRow[] {
  const first = Math.trunc(penaltyCents / 8);
  const source = 'Taux de la Banque centrale européenne majoré de dix points';
  return [
    { depth: 0, label: 'Total dû au 21 novembre 2026', value: euros(openCents + penaltyCents + 4_000), source: null },
    { depth: 1, label: 'Principal restant dû', value: euros(openCents), source: null },
    {
      depth: 1,
      label: 'Pénalités de retard',
      value: euros(penaltyCents),
      source: 'Code de commerce, art. L441-10, II',
    },
    { depth: 2, label: 'Du 12 juin au 30 juin 2026, 19\u00a0jours', value: euros(first), source },
    {
      depth: 2,
      label: 'Du 1er juillet au 21 novembre 2026, 144\u00a0jours',
      value: euros(penaltyCents - first),
      source,
    },
    {
      depth: 1,
      label: 'Indemnité forfaitaire pour frais de recouvrement',
      value: euros(4_000),
      source: 'Code de commerce, art. D441-5',
    },
  ];
}
