import { escapeHtml } from '@acquit/recovery';
import type { Tx } from '../../store/index.ts';
import { demoCompany } from './names.ts';

interface Payer {
  name: string;
  /** His open invoices, oldest first. */
  numbers: string[];
  openCents: number[];
}

interface Entry {
  /** Below zero for money that left. */
  cents: number;
  words: string;
  name: string;
}

const OPENING_CENTS = 1_250_000;

/**
 * A bank statement to try the matching with: what some customers who owe might have paid today, said as banks say it, from
 * the transfer that names its invoice to the one that names nothing, and lines that come from no customer. Null for a
 * company that is not in test mode: nobody's books are to hold a payment that never was.
 */
export async function practiceStatement(tx: Tx, companyId: string, today: string): Promise<Uint8Array | null> {
  const { rows: companies } = await tx.query<{ iban: string | null }>(
    `select iban from company where tenant_id = $1 and company_id = $2 and mode = 'test'`,
    [tx.tenantId, companyId],
  );
  const [company] = companies;
  if (company === undefined) return null;
  const { rows: payers } = await tx.query<Payer>(
    `select d.name, array_agg(l.number order by l.due_key, l.number) as numbers,
            array_agg(l.open_cents::int order by l.due_key, l.number) as "openCents"
       from claim l
       join collection_case c on c.tenant_id = l.tenant_id and c.case_id = l.case_id
       join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
      where l.tenant_id = $1 and l.company_id = $2 and l.status = 'open' and l.kind = 'invoice' and l.open_cents > 0
        and l.due_on < $3 and d.insolvency_opened_on is null
      group by d.debtor_id, d.name order by max(l.due_key) desc, d.name limit 4`,
    [tx.tenantId, companyId, today],
  );
  return Buffer.from(camt(entriesOf(payers), today, company.iban ?? demoCompany.iban));
}

/** Capitals without accents, as a bank keeps them. */
const banked = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();

function entriesOf(payers: readonly Payer[]): Entry[] {
  const said: ((payer: Payer) => [cents: number, words: string])[] = [
    ({ numbers, openCents }) => [openCents[0]!, `VIREMENT SEPA FACTURE ${numbers[0]}`],
    ({ numbers, openCents }) => [
      openCents.slice(0, 2).reduce((sum, cents) => sum + cents, 0),
      `REGLEMENT ${numbers.slice(0, 2).join(' ET ')}`,
    ],
    ({ openCents }) => [openCents[0]!, ''],
    ({ openCents }) => [Math.ceil(openCents[0]! / 2), 'ACOMPTE'],
  ];
  const paid = payers.map((payer, n): Entry => {
    const [cents, words] = said[n]!(payer);
    // The transfer that says nothing names nobody either: a person decides.
    return words === ''
      ? { cents, words: 'VIREMENT INSTANTANE', name: '' }
      : { cents, words, name: banked(payer.name) };
  });
  return [
    ...paid,
    { cents: 18_240, words: 'REMBOURSEMENT TROP PERCU', name: 'MUTUELLE DES ARTISANS' },
    { cents: -9_612, words: 'PRLV ABONNEMENT ENERGIE', name: 'ENERGIE DU RHONE' },
  ];
}

const amount = (cents: number) => `<Amt Ccy="EUR">${(Math.abs(cents) / 100).toFixed(2)}</Amt>`;
const side = (cents: number) => `<CdtDbtInd>${cents < 0 ? 'DBIT' : 'CRDT'}</CdtDbtInd>`;

/** CAMT.053, whose balances agree with its entries. */
function camt(entries: readonly Entry[], on: string, iban: string): string {
  const closing = entries.reduce((sum, { cents }) => sum + cents, OPENING_CENTS);
  const balance = (code: string, cents: number) =>
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${amount(cents)}${side(cents)}<Dt><Dt>${on}</Dt></Dt></Bal>`;
  const line = ({ cents, words, name }: Entry, n: number) => {
    const party = cents < 0 ? 'Cdtr' : 'Dbtr';
    return `<Ntry>${amount(cents)}${side(cents)}<Sts>BOOK</Sts><BookgDt><Dt>${on}</Dt></BookgDt><ValDt><Dt>${on}</Dt></ValDt>
<AcctSvcrRef>ESSAI-${on}-${n + 1}</AcctSvcrRef><NtryDtls><TxDtls>${name === '' ? '' : `<RltdPties><${party}><Nm>${escapeHtml(name)}</Nm></${party}></RltdPties>`}
<RmtInf><Ustrd>${escapeHtml(words)}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`;
  };
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>
<GrpHdr><MsgId>ESSAI-${on}</MsgId><CreDtTm>${on}T20:00:00</CreDtTm></GrpHdr>
<Stmt><Id>ESSAI-${on}</Id><CreDtTm>${on}T20:00:00</CreDtTm><Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>EUR</Ccy></Acct>
${balance('OPBD', OPENING_CENTS)}${balance('CLBD', closing)}
${entries.map(line).join('\n')}
</Stmt></BkToCstmrStmt></Document>
`;
}
