import { isPostal, isWrittenChannel, type WorkItem } from '@acquit/recovery';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { commitmentsQuery } from '../../api/commitments.ts';
import { caseQuery, itemsOf, messageQuery, timelineQuery } from '../../api/queries.ts';
import { shortDay } from '../../format/days.ts';
import { euros } from '../../format/money.ts';
import { t } from '../../texts/index.ts';
import { Amount, DayText, LateText } from '../../ui/bits.tsx';
import { ErrorNotice, Skeleton } from '../../ui/states.tsx';
import { messageChannel } from '../cases/message-channel.ts';

const text = t.today.next;
const CLAIMS_SHOWN = 5;
const MOMENTS_SHOWN = 4;

/** The message that would leave, as plain text: the whole of it, to be read before it is agreed to. */
export function MessageText({ item }: { item: WorkItem }) {
  const channel = isWrittenChannel(item.channel) ? item.channel : 'email';
  const message = useQuery(messageQuery(item.actionId ?? '', channel));
  const { data } = message;
  if (message.isError && !data) return <ErrorNotice error={message.error} onRetry={() => void message.refetch()} />;
  if (!data) return <Skeleton lines={6} />;
  return (
    <section className="stack-tight">
      <h3>{text.message}</h3>
      {data.subject && (
        <p className="small">
          <span className="soft">{text.subject}</span> <strong>{data.subject}</strong>
        </p>
      )}
      {isPostal(item.channel) && (
        <p className="small">
          <a href={`/api/messages/${item.actionId}/letter.pdf`} target="_blank" rel="noreferrer">
            {t.sending.message.letterPdf}
          </a>
        </p>
      )}
      <pre className="mail-text one-message">{data.text}</pre>
    </section>
  );
}

function Claims({ caseId }: { caseId: string }) {
  const { data } = useQuery(caseQuery(caseId, undefined));
  if (!data) return <Skeleton lines={4} />;
  const open = data.claims.filter((claim) => claim.status === 'open' && claim.kind !== 'credit-note');
  const hidden = open.length - CLAIMS_SHOWN;
  return (
    <section className="stack-tight">
      <h3>{text.claims}</h3>
      <ul className="one-list">
        {open.slice(0, CLAIMS_SHOWN).map((claim) => (
          <li key={claim.claimId}>
            <span className="wrap-anywhere">
              {claim.number} <span className="small">{claim.daysLate > 0 && <LateText days={claim.daysLate} />}</span>
            </span>
            <Amount cents={claim.openCents} />
          </li>
        ))}
      </ul>
      {hidden > 0 && <p className="small soft">{text.moreClaims(hidden)}</p>}
    </section>
  );
}

/** What is promised, contested or paid by instalments at this moment. */
function Agreed({ caseId }: { caseId: string }) {
  const { data } = useQuery(commitmentsQuery(caseId));
  if (!data) return null;
  const lines = [
    ...data.promises
      .filter(({ state }) => state === 'running' || state === 'broken')
      .map(({ promiseId, amountCents, promisedOn, state }) => ({
        key: promiseId,
        said: `${text.promised(euros(amountCents), shortDay(promisedOn))} – ${t.commitments.promise.states[state]}`,
      })),
    ...data.disputes
      .filter(({ outcome }) => outcome === null)
      .map(({ disputeId, frozenCents, reasonName }) => ({
        key: disputeId,
        said: `${text.contested(euros(frozenCents))} – ${reasonName}`,
      })),
    ...data.plans
      .filter(({ status, state }) => status === 'signed' && state !== 'kept' && state !== 'broken')
      .map(({ planId, receivedCents, totalCents }) => ({
        key: planId,
        said: text.plan(euros(receivedCents), euros(totalCents)),
      })),
  ];
  if (lines.length === 0) return null;
  return (
    <section className="stack-tight">
      <h3>{text.agreed}</h3>
      <ul className="one-list">
        {lines.map(({ key, said }) => (
          <li key={key}>{said}</li>
        ))}
      </ul>
    </section>
  );
}

function LastMoments({ caseId }: { caseId: string }) {
  const timeline = useInfiniteQuery(timelineQuery(caseId));
  if (timeline.isPending) return <Skeleton lines={3} />;
  const moments = itemsOf(timeline.data).slice(0, MOMENTS_SHOWN);
  return (
    <section className="stack-tight">
      <h3>{text.last}</h3>
      {moments.length === 0 && <p className="small soft">{text.noLast}</p>}
      <ul className="one-list">
        {moments
          .map((moment) => ({ moment, channel: messageChannel(moment) }))
          .map(({ moment, channel }) => (
            <li key={moment.id} className="one-moment">
              <span>
                <span className="small soft">
                  <DayText day={moment.on} /> · {t.cases.timeline.from[moment.side]}
                </span>
                <br />
                {moment.title}
                {channel && <span className="soft"> · {t.words.channel[channel]}</span>}
              </span>
              {moment.amountCents !== null && <Amount cents={moment.amountCents} />}
            </li>
          ))}
      </ul>
    </section>
  );
}

/** What there is to know before deciding, beside what there is to decide. */
export function CaseFacts({ caseId }: { caseId: string }) {
  return (
    <div className="one-facts">
      <Agreed caseId={caseId} />
      <Claims caseId={caseId} />
      <LastMoments caseId={caseId} />
    </div>
  );
}
