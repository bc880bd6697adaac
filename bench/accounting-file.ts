/** A made accounting file (FEC): sales of three lines and payments of two, most of them lettered. */

const HEADER =
  'JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise';

const money = (cents: number) => `${Math.trunc(cents / 100)},${String(cents % 100).padStart(2, '0')}`;
const dayOf = (n: number) => `2026${String(1 + (n % 10)).padStart(2, '0')}${String(1 + (n % 28)).padStart(2, '0')}`;

/** The text of a file of about `lines` lines, of `customers` customers; three sales in four are paid and lettered. */
export function accountingFile(lines: number, customers: number): string {
  const rows = [HEADER];
  for (let n = 0; rows.length < lines; n += 1) {
    const cents = 10_000 + (n % 977) * 120;
    const net = Math.round(cents / 1.2);
    const [number, on] = [`FA${String(n).padStart(6, '0')}`, dayOf(n)];
    const customer = [`411000`, 'Clients', `C${n % customers}`, `Client numéro ${n % customers}`];
    const isPaid = n % 4 !== 0;
    const letter = isPaid ? [`L${n}`, on] : ['', ''];
    const row = (
      journal: string,
      account: readonly string[],
      label: string,
      amounts: [number, number],
      letters: readonly string[],
    ) =>
      rows.push(
        [
          journal,
          journal,
          `${journal}${n}`,
          on,
          ...account,
          number,
          on,
          label,
          money(amounts[0]),
          money(amounts[1]),
          ...letters,
          on,
          '',
          '',
        ].join('\t'),
      );
    row('VE', customer, `Facture ${number}`, [cents, 0], letter);
    row('VE', ['706000', 'Prestations', '', ''], `Facture ${number}`, [0, net], ['', '']);
    row('VE', ['445710', 'TVA collectée', '', ''], `Facture ${number}`, [0, cents - net], ['', '']);
    if (!isPaid) continue;
    row('BQ', customer, `VIR ${number}`, [0, cents], letter);
    row('BQ', ['512000', 'Banque', '', ''], `VIR ${number}`, [cents, 0], ['', '']);
  }
  return `${rows.join('\r\n')}\r\n`;
}
