import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { noticesQuery } from '../../api/notices.ts';
import { useCompany } from '../../shell/session.tsx';
import { notices as text } from '../../texts/fr/notices.ts';
import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { Empty, ErrorNotice, Skeleton } from '../../ui/states.tsx';
import { LitigationPage } from '../litigation/frame.tsx';
import { NoticeLine } from './notice-line.tsx';
import { WatchBand } from './watch-band.tsx';
import '../../styles/notices.css';

/** Legal notices that name a customer: what they do, what is left of their periods, and the watch that finds them. */
export function Notices() {
  const { companyId } = useCompany();
  const [waiting, setWaiting] = useState(false);
  const list = useInfiniteQuery(noticesQuery(companyId, waiting));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const first = list.data?.pages[0];
  const empty = waiting ? text.allSeen : text.empty;
  return (
    <LitigationPage tab="annonces">
      <p className="litigation-lead">{text.lead}</p>
      {list.isPending && <Skeleton lines={10} />}
      {list.isError && items.length === 0 && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {first && (
        <>
          <WatchBand companyId={companyId} watch={first.watch} />
          {(items.length > 0 || waiting) && (
            <fieldset className="notices-filter">
              <legend className="hidden-visually">{text.filter}</legend>
              <Button small aria-pressed={!waiting} onClick={() => setWaiting(false)}>
                {text.all}
              </Button>
              <Button small aria-pressed={waiting} onClick={() => setWaiting(true)}>
                {text.waiting(first.waiting)}
              </Button>
            </fieldset>
          )}
          {items.length === 0 ? (
            <Empty title={empty.title} text={empty.text} />
          ) : (
            <ul className="notices" aria-label={text.label}>
              {items.map((notice) => (
                <NoticeLine key={notice.matchId} notice={notice} />
              ))}
            </ul>
          )}
          {list.hasNextPage && (
            <div>
              <Button small busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {t.common.more}
              </Button>
            </div>
          )}
        </>
      )}
    </LitigationPage>
  );
}
