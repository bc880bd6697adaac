import {
  CLAIM_NAMES,
  type ClaimKind,
  COURT_NAMES,
  type CourtKind,
  type Day,
  frenchDate,
  frenchShortDate,
} from '@acquit/law';
import type { DocumentTable } from '../documents/document.ts';
import { enumerated, fr, s } from '../texts/typography.ts';
import { field, section, TO_COMPLETE, table, text } from './blocks.ts';
import type { CourtFileFacts, ExhibitKind } from './facts.ts';
import type { Made } from './made.ts';
import type { CourtBlock, CourtSection } from './model.ts';
import { answer, answeredDay } from './parties.ts';
import { AMICABLE_CHOICES } from './questions/definition.ts';

/** Whom an act is handed to: the bench, its president where one sits alone, or the registry. */
type Office = 'bench' | 'president' | 'registry';

/** The court as it is written to; its kind alone while none was chosen. */
export function courtLines({ facts, found }: Made, office: Office = 'bench'): string[] {
  const { court } = facts;
  const kind = found?.courtKind ?? null;
  const plain = court === null ? fr`${kind === null ? 'tribunal' : COURT_NAMES[kind]} de ${TO_COMPLETE}` : court.name;
  const within = kind === null ? undefined : WITHIN[kind];
  const name =
    court !== null && within && /^tribunal (judiciaire|de proximit)/i.test(plain)
      ? `${within} du ${uncapital(plain)}`
      : plain;
  return [capital(held(name, office)), ...(court?.lines ?? [])];
}

/** People name the house: who hears the claim in it is a chamber (Alsace-Moselle, art. L731-1 C. com.) or a judge. */
const WITHIN: Partial<Record<CourtKind, string>> = {
  'commercial-chamber': 'chambre commerciale',
  protection: COURT_NAMES.protection,
  enforcement: COURT_NAMES.enforcement,
};

/** « président de la chambre commerciale… », « greffe du tribunal… »; a judge who sits by his own title has no president. */
function held(name: string, office: Office): string {
  const of = `${/^chambre/i.test(name) ? 'de la ' : 'du '}${uncapital(name)}`;
  if (office === 'registry') return `greffe ${of}`;
  const isPresided = /^(tribunal|chambre)/i.test(name) && !/^tribunal de proximit/i.test(name);
  return office === 'president' && isPresided ? `président ${of}` : name;
}

const uncapital = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** What the claims are for: the user's word, else what the invoices say when they all say the same. */
export function claimKindOf(facts: CourtFileFacts): ClaimKind | null {
  const said = answer(facts, 'claimKind');
  if (said !== null && said in CLAIM_NAMES) return said as ClaimKind;
  const kinds = new Set(facts.case.claims.map((claim) => facts.claimKinds[claim.claimId] ?? 'other'));
  const [only] = kinds;
  return kinds.size === 1 && only !== undefined && only !== 'other' ? only : null;
}

/** On what the claim rests: its nature, what the user says, the orders that the invoices name, and what was done since. */
export function basisSection({ facts, account }: Made, title = 'Fondement de la créance'): CourtSection {
  const kind = claimKindOf(facts);
  return section(title, [
    field('Nature de la créance', kind === null ? null : capital(CLAIM_NAMES[kind]), 'art. 1405 CPC'),
    field('Fondement', answer(facts, 'claimBasis'), 'art. 1407 CPC'),
    ...citedOrders(account),
    ...storyBlocks(facts),
  ]);
}

/** The orders that the invoices name, each once. */
export function citedOrders({ due }: Made['account']): CourtBlock[] {
  const orders = [...new Set(due.map(({ claim }) => claim.orderReference).filter((one) => one !== null))];
  return orders.length === 0 ? [] : [field('Commandes citées par les factures', enumerated(orders), null)];
}

/** The number that an exhibit of a kind bears in the list; null when there is none. */
export function exhibitNumber(facts: CourtFileFacts, kind: ExhibitKind): number | null {
  const at = facts.exhibits.findIndex((exhibit) => exhibit.kind === kind);
  return at < 0 ? null : at + 1;
}

/** A decision as it is named: who gave it, when, under which number. */
export function orderFields({ facts }: Made): CourtBlock[] {
  return [
    field('Juridiction', facts.court?.name ?? answer(facts, 'courtName'), null),
    field('Décision du', answeredDay(facts, 'orderedOn'), null),
    field('Numéro', answer(facts, 'orderNumber'), null),
  ];
}

/** What the case tells by itself: due dates, the notice and its presentation, what was paid since. */
export function storyBlocks(facts: CourtFileFacts): CourtBlock[] {
  const { claims } = facts.case;
  const charges = claims.filter((claim) => claim.kind !== 'credit-note');
  const notices = [...new Set(charges.map((claim) => claim.noticeOn).filter((on) => on !== null))].sort(
    (a, b) => a - b,
  );
  const sent = [...new Set(charges.map((claim) => claim.noticeSentOn).filter((on) => on != null))].sort(
    (a, b) => a - b,
  );
  const number = exhibitNumber(facts, 'formal-notice');
  const cited = number === null ? '' : fr` (pièce n°\u00a0${number})`;
  const blocks: CourtBlock[] = [];
  if (notices.length > 0)
    blocks.push(
      text(fr`Une mise en demeure a été présentée ${dates(notices)}${cited} et est restée sans paiement complet.`),
    );
  else if (sent.length > 0) blocks.push(text(fr`Une mise en demeure a été adressée ${dates(sent)}${cited}.`));
  if (facts.receipts.length > 0)
    blocks.push(
      text(
        fr`${facts.receipts.length} encaissement${s(facts.receipts.length)} ${facts.receipts.length > 1 ? 'sont déduits' : 'est déduit'} des sommes demandées : voir le décompte.`,
      ),
    );
  return blocks;
}

const dates = (list: readonly Day[]): string => enumerated(list.map((on) => fr`le ${frenchDate(on)}`));

const NOT_ASKED = fr`Non exigée pour cette demande, au regard de l’article 750-1 CPC.`;

/** What was tried first, or what spares it (art. 54, 5° and 750-1 CPC). */
export function amicableSection({ facts, found }: Made): CourtSection {
  const said = answer(facts, 'amicable');
  const isSpared = said === null && found !== null && !found.missing.includes('amicable-attempt');
  const number = exhibitNumber(facts, 'amicable-attempt');
  // Boxes that nobody has to tick would only be read as forgotten.
  const boxes: CourtBlock[] = isSpared
    ? []
    : [
        {
          kind: 'choice',
          label: fr`Démarches ou dispense (art. 54, 5° et 750-1 CPC)`,
          options: AMICABLE_CHOICES.map(([value, label]) => ({ label, chosen: value === said })),
        },
      ];
  return section('Tentative préalable de résolution amiable', [
    ...boxes,
    field(
      'Démarches',
      answer(facts, 'amicableDetail') ?? (isSpared ? NOT_ASKED : said === null ? null : 'Voir la case cochée.'),
      'art. 54, 5° CPC',
    ),
    ...(number === null ? [] : [field('Preuve', fr`Pièce n°\u00a0${number}`, null)]),
  ]);
}

/** The list of exhibits, which the act bears or that follows it. */
export function exhibitsSection(facts: CourtFileFacts, title = 'Documents justificatifs'): CourtSection {
  if (facts.exhibits.length === 0) return section(title, [field('Pièces', null, 'art. 57 CPC')]);
  return section(title, [table(null, exhibitTable(facts))]);
}

/** Exhibits with their number, day and pages. */
export function exhibitTable(facts: CourtFileFacts): DocumentTable {
  return {
    columns: [
      { label: 'Pièce', align: 'left' },
      { label: 'Désignation', align: 'left' },
      { label: 'Date', align: 'left' },
      { label: 'Pages', align: 'right' },
    ],
    rows: facts.exhibits.map((exhibit, n) => ({
      muted: false,
      cells: [
        fr`n°\u00a0${n + 1}`,
        exhibit.title,
        exhibit.on === null ? '–' : frenchShortDate(exhibit.on),
        exhibit.pages === null ? '–' : String(exhibit.pages),
      ],
    })),
    totals: [],
  };
}
