import type { ComparisonRow } from '@acquit/recovery';
import { useQuery } from '@tanstack/react-query';
import { comparisonQuery } from '../../api/hand-overs.ts';
import { share } from '../../format/share.ts';
import { handOvers } from '../../texts/fr/hand-overs.ts';
import { Amount } from '../../ui/bits.tsx';
import { Section } from '../../ui/page.tsx';
import { Loaded } from '../../ui/states.tsx';

const text = handOvers.comparison;
const WHOLE = 10_000;

function Line({ row }: { row: ComparisonRow }) {
  return (
    <tr>
      <th scope="row">
        {row.name}
        {row.way === 'own' && <div className="small soft">{text.own}</div>}
      </th>
      <td className="number">
        <span className="narrow-label">{text.count}&nbsp;: </span>
        {row.count}
        {row.running > 0 && <div className="small soft">{text.running(row.running)}</div>}
      </td>
      {(
        [
          [text.amount, row.amountCents],
          [text.received, row.receivedCents],
          [text.cost, row.costCents],
          [text.net, row.netCents],
        ] as const
      ).map(([label, cents]) => (
        <td className="number" key={label}>
          <span className="narrow-label">{label}&nbsp;: </span>
          <Amount cents={cents} />
        </td>
      ))}
      <td className="number">
        <span className="narrow-label">{text.share}&nbsp;: </span>
        {share(row.recoveredBasisPoints / WHOLE)}
      </td>
      <td className="number">
        <span className="narrow-label">{text.days}&nbsp;: </span>
        {text.daysOf(row.days)}
      </td>
    </tr>
  );
}

/** What each way cost and brought, our own procedures beside the professionals. */
export function Comparison({ companyId }: { companyId: string }) {
  const view = useQuery(comparisonQuery(companyId));
  const heads = [text.count, text.amount, text.received, text.cost, text.net, text.share, text.days];
  return (
    <Section title={text.title}>
      <p className="litigation-lead small">{text.lead}</p>
      <Loaded from={view} lines={4}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="soft">{text.empty}</p>
          ) : (
            <div className="table-wrap">
              <table className="table stack-table" aria-label={text.label}>
                <thead>
                  <tr>
                    <th scope="col">{text.way}</th>
                    {heads.map((head) => (
                      <th scope="col" className="number" key={head}>
                        {head}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <Line key={`${row.way}-${row.procedureKind}`} row={row} />
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Loaded>
    </Section>
  );
}
