import { useInfiniteQuery } from '@tanstack/react-query';
import { itemsOf, payersQuery } from '../../api/queries.ts';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/states.tsx';

const text = t.prevention.band;
const namesShown = 3;

/** Over the day's work when customers owe more than was agreed to lend them. */
export function LimitBand() {
  const company = useCompany();
  const over = useInfiniteQuery(payersQuery(company.companyId, { exposure: 'over' }));
  const rows = itemsOf(over.data);
  if (rows.length === 0) return null;
  const names = rows.slice(0, namesShown).map((row) => row.name);
  return (
    <Notice
      title={over.hasNextPage ? text.more(rows.length) : text.title(rows.length)}
      actions={
        <ButtonLink small to="/prevention/$tab" params={{ tab: 'clients' }} search={{ encours: 'depasse' }}>
          {text.action}
        </ButtonLink>
      }
    >
      <p className="wrap-anywhere">
        {names.join(', ')}
        {rows.length > namesShown && '…'}
      </p>
    </Notice>
  );
}
