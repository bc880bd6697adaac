import { day, euros, explanationToRows, frenchDate, frenchShortDate } from '@acquit/law';
import type { DocumentTable } from '../../documents/document.ts';
import { saidOnce } from '../../texts/annex.ts';
import { fr } from '../../texts/typography.ts';
import type { TitleView } from '../../views/procedures.ts';
import { accountTrees } from '../account.ts';
import { field, paper, section, table, text } from '../blocks.ts';
import type { Composer, Made } from '../made.ts';
import type { CourtSection } from '../model.ts';
import { debtorLine, insolvencyWords } from '../parties.ts';
import { claimTable, costBlocks, interestSentence } from '../sums.ts';

const METHODS: Record<string, string> = {
  transfer: 'Virement',
  cheque: 'Chèque',
  card: 'Carte',
  cash: 'Espèces',
  'direct-debit': 'Prélèvement',
};

/**
 * The statement of account: principal, what delay adds by period, indemnities, receipts with what they cleared, costs. It
 * is drawn from the explanation of each claim, so that its total is to the cent what is owed on the day.
 */
export const composeCourtStatement: Composer = (made) => {
  const { facts, account, found, titled } = made;
  const stopped = insolvencyWords(facts);
  return {
    ...paper(facts, {
      key: 'statement',
      title: fr`Décompte des sommes dues au ${frenchDate(facts.on)}`,
      basis: fr`Dossier ${facts.reference}`,
    }),
    draft: null,
    lead: [
      fr`Débiteur : ${debtorLine(facts)}.`,
      ...(stopped === null
        ? []
        : [
            fr`${stopped.charAt(0).toUpperCase()}${stopped.slice(1)} : les intérêts sont arrêtés à la veille du jugement.`,
          ]),
    ],
    sections:
      titled !== null
        ? titleSections(made, titled)
        : [
            section('Récapitulatif', [table(null, claimTable(account)), text(interestSentence(facts, account))]),
            receiptsSection(made),
            section('Détail par facture et par période', [
              text(
                'Chaque montant est suivi de ce qui le compose, et chaque taux de son texte, cité la première fois qu’il sert.',
              ),
              ...accountTrees(account).map(({ number, rows }) => ({
                kind: 'tree' as const,
                title: fr`Facture ${number}`,
                rows,
              })),
            ]),
            section('Dépens', costBlocks(found, facts.costs)),
            section('Total', [field('Somme demandée, hors dépens', euros(account.totalCents), null)]),
          ],
    ending: null,
  };
};

/** Once there is a title, it is what is owed: its sum, the interest it bears, the costs it puts on the debtor. */
function titleSections(made: Made, title: TitleView): CourtSection[] {
  const received =
    title.receivedCents === 0
      ? []
      : [text(fr`Déjà reçus depuis le titre, et déduits : ${euros(title.receivedCents)}.`)];
  return [
    section('Récapitulatif', [
      field('Titre du', frenchDate(day(title.on)), null),
      field(title.baseIsGranted ? 'Somme accordée' : 'Somme demandée', euros(title.baseCents), null),
      table(null, {
        columns: [
          { label: 'Dû au titre', align: 'left' },
          { label: 'Montant', align: 'right' },
        ],
        rows: [
          ['Principal restant dû', title.principalLeftCents] as const,
          ['Intérêts au taux légal', title.interestLeftCents] as const,
          ...(title.costsCents === 0 ? [] : [['Frais et dépens à la charge du débiteur', title.costsCents] as const]),
        ].map(([label, cents]) => ({ muted: false, cells: [label, euros(cents)] })),
        totals: [{ label: 'Total', value: euros(title.totalDueCents), strong: true }],
      }),
      ...received,
      ...title.warnings.map((warning) => text(warning)),
    ]),
    ...(title.explanation === null
      ? []
      : [
          section('Détail par période', [
            {
              kind: 'tree' as const,
              title: 'Somme due au titre',
              rows: saidOnce(explanationToRows(title.explanation), new Set()),
            },
          ]),
        ]),
    ...((made.facts.costs ?? []).some(({ bearer }) => bearer !== 'creditor')
      ? [section('Frais', costBlocks(null, made.facts.costs))]
      : []),
    section('Total', [field('Somme due au titre', euros(title.totalDueCents), null)]),
  ];
}

/** What came in and what of it went where; the order of each allocation is in the explanations. */
function receiptsSection({ facts }: Made): CourtSection {
  if (facts.receipts.length === 0)
    return section('Encaissements et imputation', [text('Aucun encaissement n’a été reçu sur ces factures.')]);
  return section('Encaissements et imputation', [table(null, receiptTable(facts.receipts))]);
}

function receiptTable(receipts: Made['facts']['receipts']): DocumentTable {
  const received = receipts.reduce((total, receipt) => total + receipt.amountCents, 0);
  return {
    columns: [
      { label: 'Reçu le', align: 'left' },
      { label: 'Moyen', align: 'left' },
      { label: 'Référence', align: 'left' },
      { label: 'Imputé sur', align: 'left' },
      { label: 'Montant', align: 'right' },
    ],
    rows: receipts.map((receipt) => ({
      muted: false,
      cells: [
        frenchShortDate(receipt.on),
        METHODS[receipt.method] ?? receipt.method,
        receipt.reference ?? '–',
        receipt.parts.map((part) => `${part.number} (${euros(part.amountCents)})`).join(', ') || '–',
        euros(receipt.amountCents),
      ],
    })),
    totals: [{ label: 'Total encaissé', value: euros(received), strong: true }],
  };
}
