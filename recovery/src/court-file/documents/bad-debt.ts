import { euros, formatDay, frenchDate, frenchShortDate, parseDay, type VatReliefValue, vatRelief } from '@acquit/law';
import type { DocumentTable } from '../../documents/document.ts';
import { addressLines } from '../../texts/parties.ts';
import { fr } from '../../texts/typography.ts';
import { centsOf } from '../account.ts';
import { DRAFT, field, paper, section, table, text } from '../blocks.ts';
import { exhibitsSection, storyBlocks } from '../common.ts';
import type { Composer, Made } from '../made.ts';
import { answer, answeredDay, creditorSection, debtorSection, insolvencyWords } from '../parties.ts';
import { vatKey } from '../questions/index.ts';

/** Invoices whose tax was told: what is lost of each, by the rule of the law. Null while a fact is missing. */
function reliefOf({ facts, account }: Made): VatReliefValue | null {
  const vatPoint = answer(facts, 'vatPoint');
  const kind = answer(facts, 'lossKind');
  const on = parseDay(answer(facts, 'lossOn') ?? '');
  const invoices = account.due.flatMap(({ claim }) => {
    const vatCents = centsOf(facts.answers[vatKey(claim.claimId)]);
    if (vatCents === null || claim.issuedOn === null || vatCents >= claim.amountCents) return [];
    const receivedCents = claim.amountCents - claim.openCents;
    return [
      {
        number: claim.number,
        issuedOn: formatDay(claim.issuedOn),
        netCents: claim.amountCents - vatCents,
        vatCents,
        receivedCents,
      },
    ];
  });
  if (
    vatPoint === null ||
    kind === null ||
    on === null ||
    invoices.length < account.due.length ||
    invoices.length === 0
  )
    return null;
  const outcome = vatRelief({
    on: formatDay(facts.on),
    vatPoint: vatPoint as 'delivery' | 'debits' | 'receipts',
    event: { kind: kind as 'liquidation', on: formatDay(on) },
    duplicateSentOn: formatDay(facts.on),
    invoices,
  });
  return outcome.refusal === undefined ? outcome.value : null;
}

function lossTable(relief: VatReliefValue): DocumentTable {
  return {
    columns: [
      { label: 'Facture', align: 'left' },
      { label: 'Émise le', align: 'left' },
      { label: 'Impayé TTC', align: 'right' },
      { label: 'Perte hors taxe', align: 'right' },
      { label: 'TVA correspondante', align: 'right' },
    ],
    rows: relief.invoices.map((line) => ({
      muted: false,
      cells: [
        line.number,
        frenchShortDate(parseDay(line.issuedOn)!),
        euros(line.unpaidCents),
        euros(line.lostNetCents),
        euros(line.lostVatCents),
      ],
    })),
    totals: [{ label: 'TVA à récupérer', value: euros(relief.recoverableVatCents), strong: true }],
  };
}

/**
 * The duplicate that goes to the debtor before the tax is taken back: each invoice with the statutory statement in bold
 * (art. 272-1 CGI). No credit note: the debt survives.
 */
export const composeVatDuplicate: Composer = (made) => {
  const { facts } = made;
  const relief = reliefOf(made);
  return {
    ...paper(facts, {
      key: 'vat-duplicate',
      title: relief?.document === 'summary-list' ? 'État récapitulatif des factures impayées' : 'Duplicata de facture',
      basis: fr`Article 272-1 du code général des impôts`,
    }),
    // It is sent as it is, with the invoice: nobody completes nor signs it.
    draft: relief === null ? DRAFT : null,
    addressee: [facts.case.debtor.name, ...addressLines(facts.case.debtor.address)],
    lead: [
      'Duplicata adressé pour la récupération de la taxe sur la valeur ajoutée, avec la copie de la facture d’origine. La dette n’est pas éteinte : cette facture reste due.',
    ],
    sections:
      relief === null
        ? [
            section('Factures impayées', [
              field('Montant hors taxe et TVA de chaque facture', null, 'art. 272-1 CGI'),
              field('Événement qui rend la créance irrécouvrable', answer(facts, 'lossKind'), null),
            ]),
          ]
        : relief.invoices.map((line) =>
            section(fr`Facture ${line.number} du ${frenchDate(parseDay(line.issuedOn)!)}`, [
              field('Montant impayé TTC', euros(line.unpaidCents), null),
              field('Prix hors taxe impayé', euros(line.lostNetCents), null),
              field('TVA correspondante', euros(line.lostVatCents), null),
              text(
                line.statement ??
                  'TVA exigible à l’encaissement : elle n’a pas été versée à l’État, rien n’est à récupérer.',
                true,
              ),
            ]),
          ),
    ending: null,
  };
};

/** What shows that a claim is lost: the event, the steps taken, the tax and the entries. Kept with the accounts. */
export const composeIrrecoverability: Composer = (made) => {
  const { facts, account } = made;
  const relief = reliefOf(made);
  return {
    ...paper(facts, {
      key: 'irrecoverability-file',
      title: 'Dossier d’irrécouvrabilité',
      basis: fr`Article 272-1 du code général des impôts ; plan comptable général`,
    }),
    lead: [],
    sections: [
      creditorSection(facts, 'Créancier', null),
      debtorSection(facts, 'Débiteur', false),
      section('Événement', [
        field('Ce qui rend la créance irrécouvrable', insolvencyWords(facts) ?? answer(facts, 'lossKind'), null),
        field('À la date du', answeredDay(facts, 'lossOn'), null),
        ...storyBlocks(facts),
      ]),
      section('Montants', [
        field('Principal impayé', euros(account.principalCents), null),
        ...(relief === null
          ? [field('TVA récupérable', null, 'art. 272-1 CGI')]
          : [
              table(null, lossTable(relief)),
              ...relief.unmet.map((unmet) => text(fr`Condition non remplie : ${unmet.why}`)),
            ]),
      ]),
      ...(relief === null
        ? []
        : [
            section(
              'Écritures comptables',
              relief.entries.map((entry) =>
                table(entry.label, {
                  columns: [
                    { label: 'Compte', align: 'left' },
                    { label: 'Débit', align: 'right' },
                    { label: 'Crédit', align: 'right' },
                  ],
                  rows: entry.lines.map((line) => ({
                    muted: false,
                    cells: [
                      line.account,
                      line.debitCents === 0 ? '' : euros(line.debitCents),
                      line.creditCents === 0 ? '' : euros(line.creditCents),
                    ],
                  })),
                  totals: [],
                }),
              ),
            ),
          ]),
      exhibitsSection(facts, 'Pièces'),
    ],
  };
};
