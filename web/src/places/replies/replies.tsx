import type { ReplyRow } from '@acquit/recovery';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { itemsOf, repliesQuery } from '../../api/queries.ts';
import { shortDay } from '../../format/days.ts';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Badge, DayText } from '../../ui/bits.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { PlacePage } from '../../ui/page.tsx';
import { Empty, ErrorNotice, Skeleton } from '../../ui/states.tsx';
import { ReplyPanel } from './reply-panel.tsx';
import '../../styles/case-list.css';
import '../../styles/replies.css';

const text = t.replies;

/** Who wrote, as he calls himself, or by his address. */
export function senderName({ fromName, fromAddress }: Pick<ReplyRow, 'fromName' | 'fromAddress'>): string {
  return fromName || fromAddress || text.unknownSender;
}

function Line({ reply, onOpen }: { reply: ReplyRow; onOpen: () => void }) {
  const who = senderName(reply);
  return (
    <tr data-reply={reply.replyId}>
      <th scope="row" className="wrap-anywhere">
        {reply.caseId ? (
          <Link to="/dossiers/$caseId" params={{ caseId: reply.caseId }} className="plain-link">
            {reply.debtorName}
          </Link>
        ) : (
          <Badge kind="warn">{text.toSort}</Badge>
        )}
        <div className="small soft">{who}</div>
      </th>
      <td className="wrap-anywhere">
        <span className={reply.kind === 'human' ? 'reply-words' : 'reply-words soft'}>{reply.excerpt}</span>
        <div className="reply-marks">
          {reply.kind !== 'human' && <Badge>{reply.kindName}</Badge>}
          {reply.proposed.map((what) => (
            <Badge kind="accent" key={what}>
              {what}
            </Badge>
          ))}
        </div>
      </td>
      <td>
        <DayText day={reply.on} />
      </td>
      <td className="number">
        <Button small kind="quiet" aria-label={text.openName(who, shortDay(reply.on))} onClick={onOpen}>
          {text.open}
        </Button>
      </td>
    </tr>
  );
}

function Filters() {
  return (
    <nav className="filters" aria-label={text.filters}>
      {([undefined, 'toutes'] as const).map((filtre) => (
        <Link
          key={filtre ?? 'a-lire'}
          to="/reponses"
          search={filtre ? { filtre } : {}}
          activeOptions={{ exact: true, includeSearch: true }}
        >
          {filtre ? text.filter.all : text.filter.waiting}
        </Link>
      ))}
    </nav>
  );
}

/** What debtors answered: first what waits for somebody, oldest first. */
export function Replies() {
  const company = useCompany();
  const search = useSearch({ from: '/reponses' });
  const navigate = useNavigate();
  const waiting = search.filtre !== 'toutes';
  const list = useInfiniteQuery(repliesQuery(company.companyId, waiting ? 'waiting' : 'all'));
  const items = itemsOf(list.data);
  const show = (reponse: string | undefined) =>
    void navigate({
      to: '/reponses',
      search: { ...(search.filtre ? { filtre: search.filtre } : {}), ...(reponse ? { reponse } : {}) },
      resetScroll: false,
    });
  return (
    <PlacePage title={text.title}>
      <p className="page-lead">{text.lead}</p>
      <Filters />
      {list.isPending && <Skeleton lines={8} />}
      {list.isError && items.length === 0 && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && items.length === 0 && (
        <Empty
          title={waiting ? text.empty.title : text.none.title}
          text={waiting ? text.empty.text : text.none.text}
          action={<ButtonLink to="/encaissements/sources">{text.empty.action}</ButtonLink>}
        />
      )}
      {items.length > 0 && (
        <div className="table-wrap">
          <table className="table stack-table">
            <thead>
              <tr>
                <th scope="col">{text.columns.from}</th>
                <th scope="col">{text.columns.what}</th>
                <th scope="col">{text.columns.on}</th>
                <th scope="col">
                  <span className="hidden-visually">{text.open}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((reply) => (
                <Line key={reply.replyId} reply={reply} onOpen={() => show(reply.replyId)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <LoadMore of={list} />
      {search.reponse && <ReplyPanel replyId={search.reponse} onClose={() => show(undefined)} />}
    </PlacePage>
  );
}
