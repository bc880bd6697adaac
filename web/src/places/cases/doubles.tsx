import type { DoublePairView, DoubleSide } from '@acquit/recovery';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { doublesQuery, itemsOf } from '../../api/queries.ts';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { PlacePage } from '../../ui/page.tsx';
import { Empty, ErrorNotice, Skeleton, tellError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';
import { MergeDialog, sideFacts } from './merge-dialog.tsx';
import '../../styles/customer.css';

const text = t.customers.doubles;

function Side({ side }: { side: DoubleSide }) {
  return (
    <div className="double-side">
      <Link to="/dossiers/$caseId" params={{ caseId: side.caseId }} className="contact-name">
        {side.name}
      </Link>
      <span className="small soft">{sideFacts(side)}</span>
    </div>
  );
}

function Pair({ pair, onMerge }: { pair: DoublePairView; onMerge: () => void }) {
  const [one, other] = pair.pair;
  const say = useSay();
  const distinct = useAct(
    (_: null, key) => change('POST', `/debtors/${one.debtorId}/distinct`, { other: other.debtorId }, key),
    () => say(text.distinctDone),
  );
  return (
    <li className="double">
      <Side side={one} />
      <Side side={other} />
      <div className="double-why">
        <span>{pair.reason}</span>
        <span className="small soft">{text.confidence(pair.confidence)}</span>
      </div>
      <div className="row double-acts">
        <Button small onClick={onMerge} aria-label={text.mergeOf(one.name, other.name)}>
          {text.merge}
        </Button>
        <Button
          kind="quiet"
          small
          busy={distinct.isPending}
          aria-label={text.distinctOf(one.name, other.name)}
          onClick={() => distinct.mutate(null, { onError: (error) => say(tellError(error).title) })}
        >
          {text.distinct}
        </Button>
      </div>
    </li>
  );
}

/** Pairs of customers who may be one, the surest first; each is merged or told apart by a person. */
export function Doubles() {
  const company = useCompany();
  const list = useInfiniteQuery(doublesQuery(company.companyId));
  const [chosen, setChosen] = useState<DoublePairView | null>(null);
  const pairs = itemsOf(list.data);
  return (
    <PlacePage
      title={text.title}
      lead={text.lead}
      above={
        <Link to="/dossiers" className="back">
          {text.back}
        </Link>
      }
    >
      {list.isPending && <Skeleton lines={10} />}
      {list.isError && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && pairs.length === 0 && (
        <Empty
          title={text.empty.title}
          text={text.empty.text}
          action={<ButtonLink to="/dossiers">{text.back}</ButtonLink>}
        />
      )}
      {pairs.length > 0 && (
        <ul className="doubles" aria-label={text.list}>
          {pairs.map((pair) => (
            <Pair key={pair.pair.map((side) => side.debtorId).join(' ')} pair={pair} onMerge={() => setChosen(pair)} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <p>
          <Button small busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {text.more}
          </Button>
        </p>
      )}
      {chosen && (
        <MergeDialog into={chosen.pair[0].debtorId} from={chosen.pair[1].debtorId} onClose={() => setChosen(null)} />
      )}
    </PlacePage>
  );
}
