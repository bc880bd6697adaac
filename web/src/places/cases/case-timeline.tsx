import type { MatchedBy, TimelineItem } from '@acquit/recovery';
import { useInfiniteQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { itemsOf, timelineQuery } from '../../api/queries.ts';
import { monthName } from '../../format/days.ts';
import { t } from '../../texts/index.ts';
import { Amount, DayText, Reasons } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/page.tsx';
import { ErrorNotice, Skeleton } from '../../ui/states.tsx';
import { confidenceWords } from '../matching/confidence.ts';
import { messageChannel } from './message-channel.ts';

const text = t.cases.timeline;
const MessagePanel = lazy(() =>
  import('../sending/message-panel.tsx').then((module) => ({ default: module.MessagePanel })),
);

const ReplyPanel = lazy(() => import('../replies/reply-panel.tsx').then((module) => ({ default: module.ReplyPanel })));

/** The journal keeps the outcome of an act as a code before its note; a reader gets the words. */
function told(detail: string): string {
  const [code = '', ...note] = detail.split(' — ');
  const words = t.words.result[code];
  return words ? [words, ...note].join(' — ') : detail;
}

/** Who put the bank's line with the invoices, on what ground, and how sure it was; a person's own choice needs no measure. */
function matchedWords({ rule, confidence, by }: MatchedBy): string {
  const who = by === null ? text.matched.itself : text.matched.by(by);
  const said = [who, text.matched.rule[rule]].filter(Boolean).join(' ');
  return rule === 'user' ? said : `${said} · ${confidenceWords(confidence)}`;
}

/** The reply that a moment is about; null for anything else. */
function replyOf({ id }: TimelineItem): string | null {
  return id.startsWith('reply:') ? id.slice('reply:'.length) : null;
}

function Moment({ item, onRead }: { item: TimelineItem; onRead: (item: TimelineItem) => void }) {
  const channel = messageChannel(item);
  return (
    <li className={`moment moment-${item.side}`}>
      <div className="moment-head">
        <span className="moment-title">
          <span className="hidden-visually">{text.from[item.side]} : </span>
          {item.title}
          {channel && <span className="moment-channel"> · {t.words.channel[channel]}</span>}
          {item.side === 'center' && (
            <span className="faint">
              {' '}
              · <DayText day={item.on} />
            </span>
          )}
        </span>
        {item.amountCents !== null && <Amount cents={item.amountCents} />}
      </div>
      {item.detail && <p className="small soft wrap-anywhere">{told(item.detail)}</p>}
      {item.exhibits.map((exhibit) => (
        <p key={exhibit.href} className="small wrap-anywhere">
          <a href={exhibit.href} target="_blank" rel="noreferrer">
            {exhibit.name}
          </a>
        </p>
      ))}
      {item.match && <p className="small soft">{matchedWords(item.match)}</p>}
      {item.side !== 'center' && (
        <p className="moment-meta">
          <DayText day={item.on} />
          {item.mode === 'test' && <> · {text.test}</>}
        </p>
      )}
      {replyOf(item) && (
        <div>
          <Button kind="quiet" small onClick={() => onRead(item)}>
            {text.reply}
          </Button>
        </div>
      )}
      {(channel || item.reasons.length > 0) && (
        <div className="row">
          {channel && (
            <Button kind="quiet" small onClick={() => onRead(item)}>
              {text.message}
            </Button>
          )}
          {item.reasons.length > 0 && (
            <details className="reasons-fold">
              <summary>{t.common.why}</summary>
              <Reasons reasons={item.reasons} />
            </details>
          )}
        </div>
      )}
    </li>
  );
}

/** What happened, latest first: the debtor on the left, us on the right, plain facts between. */
export function CaseTimeline({ caseId }: { caseId: string }) {
  const timeline = useInfiniteQuery(timelineQuery(caseId));
  const [read, setRead] = useState<TimelineItem | null>(null);
  const items = itemsOf(timeline.data);
  let month = '';
  return (
    <Section title={text.title}>
      {timeline.isPending && <Skeleton lines={6} />}
      {timeline.isError && <ErrorNotice error={timeline.error} onRetry={() => void timeline.refetch()} />}
      {timeline.isSuccess && items.length === 0 && <p className="soft">{text.empty}</p>}
      <ol className="timeline">
        {items.flatMap((item) => {
          const its = monthName(item.on);
          const heads = its !== month;
          month = its;
          return [
            ...(heads
              ? [
                  <li className="timeline-month" key={`${its} ${item.id}`}>
                    {its}
                  </li>,
                ]
              : []),
            <Moment key={item.id} item={item} onRead={setRead} />,
          ];
        })}
      </ol>
      {timeline.hasNextPage && (
        <p className="timeline-more">
          <Button small busy={timeline.isFetchingNextPage} onClick={() => void timeline.fetchNextPage()}>
            {text.older}
          </Button>
        </p>
      )}
      {read && replyOf(read) && (
        <Suspense>
          <ReplyPanel replyId={replyOf(read)!} onClose={() => setRead(null)} />
        </Suspense>
      )}
      {read?.actionId && (
        <Suspense>
          <MessagePanel
            actionId={read.actionId}
            channel={messageChannel(read) ?? 'email'}
            onClose={() => setRead(null)}
          />
        </Suspense>
      )}
    </Section>
  );
}
