import type { WriteOffAccounting } from '@acquit/recovery';
import { writeOffs as text } from '../../texts/fr/write-offs.ts';
import { Amount, AmountLine } from '../../ui/bits.tsx';
import { ExplanationTree } from '../../ui/explanation-tree.tsx';

type Entry = WriteOffAccounting['entries'][number];

function EntryTable({ entry }: { entry: Entry }) {
  const { columns } = text;
  const side = (cents: number) => (cents === 0 ? '' : <Amount cents={cents} />);
  return (
    <table className="table entry-table">
      <caption>{entry.label}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.account}</th>
          <th scope="col" className="number">
            {columns.debit}
          </th>
          <th scope="col" className="number">
            {columns.credit}
          </th>
        </tr>
      </thead>
      <tbody>
        {entry.lines.map((line) => (
          <tr key={`${line.account} ${line.debitCents}`}>
            <th scope="row">{line.account}</th>
            <td className="number">{side(line.debitCents)}</td>
            <td className="number">{side(line.creditCents)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the law says of the VAT of claims given up, what the accountant enters, and the sentence their duplicate bears. */
export function AccountingShown({ accounting }: { accounting: WriteOffAccounting }) {
  return (
    <div className="stack">
      <dl className="sums">
        <AmountLine label={text.lostNet} cents={accounting.lostNetCents} />
        <AmountLine label={text.lostVat} cents={accounting.lostVatCents} />
        <AmountLine label={text.vatBack} cents={accounting.recoverableVatCents} className="sums-total" />
      </dl>
      {accounting.recoverable ? (
        <p className="small">{text.isBack}</p>
      ) : (
        <div className="small">
          <p>{text.isNotBack}</p>
          <ul className="reasons">
            {accounting.unmet.map((why) => (
              <li key={why}>{why}</li>
            ))}
          </ul>
        </div>
      )}
      <section className="stack-tight">
        <h4>{text.entries}</h4>
        {accounting.entries.map((entry) => (
          <EntryTable key={entry.label} entry={entry} />
        ))}
      </section>
      {accounting.statements.length > 0 && (
        <section className="stack-tight">
          <h4>{text.statements[accounting.document]}</h4>
          {accounting.statements.map((one) => (
            <blockquote key={one.number} className="statutory wrap-anywhere">
              {one.statement}
            </blockquote>
          ))}
        </section>
      )}
      <details>
        <summary>{text.how}</summary>
        <ExplanationTree explanation={accounting.explanation} />
      </details>
    </div>
  );
}
