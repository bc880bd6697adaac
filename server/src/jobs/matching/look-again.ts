import type { Tx } from '../../store/index.ts';
import { matchLines } from './match-lines.ts';
import type { Decided, PersonOrder } from './person.ts';

/** A person waits for the answer: a book larger than this is looked at again with the next import. */
const [MOST_CLAIMS, MOST_LINES] = [10_000, 500];

/**
 * A person's decision followed, in the same transaction, by another look at the company's other waiting lines: those that
 * were thought to pay what he gave to this one, that may now pay what he freed, or whose payer he has just made known. What is
 * then sure is applied by Acquit itself, not in his name.
 */
export function lookingAgain<A extends unknown[]>(
  decide: (tx: Tx, id: string, ...rest: [...A, PersonOrder]) => Promise<Decided>,
): (tx: Tx, id: string, ...rest: [...A, PersonOrder]) => Promise<Decided> {
  return async (tx, id, ...rest) => {
    const decided = await decide(tx, id, ...rest);
    if ('refused' in decided) return decided;
    const companyId = await companyToLookAt(tx, decided.lineId);
    const { today } = rest.at(-1) as PersonOrder;
    if (companyId !== null) await matchLines(tx, { companyId, today, actor: 'acquit', besides: decided.lineId });
    return decided;
  };
}

/** The company of a line, when other lines of money wait beside it and its book is small enough; else null. */
async function companyToLookAt(tx: Tx, lineId: string): Promise<string | null> {
  const [row] = await tx.arrays<[string, number, number]>(
    `select l.company_id,
            (select count(*)::int from (select 1 from bank_line o where o.tenant_id = $1 and o.company_id = l.company_id
                and o.state in ('to-match', 'proposed') and o.line_id <> l.line_id and o.amount_cents > 0 limit ${MOST_LINES + 1}) lines),
            (select count(*)::int from (select 1 from claim k where k.tenant_id = $1 and k.company_id = l.company_id
                and k.ledger_state = 'open' limit ${MOST_CLAIMS + 1}) claims)
       from bank_line l where l.tenant_id = $1 and l.line_id = $2`,
    [tx.tenantId, lineId],
  );
  if (!row) return null;
  const [companyId, lines, claims] = row;
  return lines > 0 && lines <= MOST_LINES && claims <= MOST_CLAIMS ? companyId : null;
}
