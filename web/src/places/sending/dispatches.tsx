import type { DispatchEventView, DispatchView } from '@acquit/recovery';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { dispatchesQuery, itemsOf } from '../../api/queries.ts';
import { instant, shortDay } from '../../format/days.ts';
import type { SendingSearch } from '../../router.tsx';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Amount, Badge, Facts } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, SubmitFoot } from '../../ui/dialog.tsx';
import { SelectField } from '../../ui/field.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { ActError, Empty, ErrorNotice, Skeleton } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';
import { EnterEvent } from './enter-event.tsx';

const text = t.dispatches.list;
type Filter = keyof typeof text.filters;

function WithdrawDialog({ event, onClose }: { event: DispatchEventView; onClose: () => void }) {
  const words = t.dispatches.withdraw;
  const say = useSay();
  const act = useAct(
    (_: null, key) => change<DispatchView>('POST', `/dispatch-events/${event.eventId}/withdraw`, {}, key),
    () => {
      say(words.done);
      onClose();
    },
  );
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      onSubmit={() => act.mutate(null)}
      foot={<SubmitFoot label={words.submit} busy={act.isPending} onClose={onClose} />}
    >
      <p>
        {event.name} – {shortDay(event.on)}
      </p>
      <p>{words.text}</p>
      <ActError error={act.error} />
    </Dialog>
  );
}

function Events({ of, onWithdraw }: { of: DispatchView; onWithdraw: (event: DispatchEventView) => void }) {
  if (of.events.length === 0) return <p className="small soft">{text.nothing}</p>;
  return (
    <ol className="dispatch-events">
      {of.events.map((event) => (
        <li key={event.eventId}>
          <span className="dispatch-day">{shortDay(event.on)}</span>
          <span className="dispatch-what wrap-anywhere">
            {event.name}
            {event.source === 'hand' && <span className="soft"> · {text.byHand}</span>}
            {event.label && <span className="small soft"> – {event.label}</span>}
          </span>
          <span className="row">
            {event.hasProof && (
              <a href={`/api/dispatch-events/${event.eventId}/proof`} target="_blank" rel="noreferrer">
                {text.proof}
              </a>
            )}
            <Button
              small
              kind="quiet"
              aria-label={text.withdrawOf(event.name, shortDay(event.on))}
              onClick={() => onWithdraw(event)}
            >
              {text.withdraw}
            </Button>
          </span>
        </li>
      ))}
    </ol>
  );
}

/** Registered letters and paid sendings, each with what became of it. */
export function Dispatches({ onOpen }: { onOpen: (search: SendingSearch) => void }) {
  const company = useCompany();
  const [filter, setFilter] = useState<Filter>('all');
  const [entering, setEntering] = useState<DispatchView | null>(null);
  const [withdrawing, setWithdrawing] = useState<DispatchEventView | null>(null);
  const list = useInfiniteQuery(dispatchesQuery(company.companyId, filter));
  const sendings = itemsOf(list.data);
  return (
    <>
      <p className="page-lead">{text.lead}</p>
      <SelectField
        label={text.filter}
        value={filter}
        onValue={(value) => setFilter(value as Filter)}
        options={Object.entries(text.filters).map(([value, label]) => ({ value, label }))}
      />
      {list.isPending && <Skeleton />}
      {list.isError && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && sendings.length === 0 && <Empty title={text.empty.title} text={text.empty.text} />}
      <ul>
        {sendings.map((one) => (
          <li key={one.actionId} className="doubt-row">
            <div className="row-between">
              <h2>
                <Link to="/dossiers/$caseId" params={{ caseId: one.caseId }} className="plain-link wrap-anywhere">
                  {one.debtorName}
                </Link>
              </h2>
              <strong>
                <Amount cents={one.totalCents} />
              </strong>
            </div>
            <p className="soft">
              {one.stepName} · {one.electronic ? text.electronic : t.words.channel[one.channel]} ·{' '}
              {one.providerName ?? text.posted} {one.ended && <Badge>{text.ended}</Badge>}
            </p>
            <Facts
              rows={[
                one.channel === 'registered' ? [text.number, one.number ?? text.noNumber] : null,
                one.priceCents === null ? null : [text.price, <Amount key="price" cents={one.priceCents} />],
              ]}
            />
            <p className="small soft">{text.handed(instant(one.handedAt))}</p>
            <Events of={one} onWithdraw={setWithdrawing} />
            <div className="row">
              {one.channel !== 'sms' && <Button onClick={() => setEntering(one)}>{text.enter}</Button>}
              <Button kind="quiet" onClick={() => onOpen({ acte: one.actionId, canal: one.channel })}>
                {one.channel === 'sms' ? t.sending.list.read : text.letter}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <LoadMore of={list} />
      {entering && <EnterEvent sending={entering} onClose={() => setEntering(null)} />}
      {withdrawing && <WithdrawDialog event={withdrawing} onClose={() => setWithdrawing(null)} />}
    </>
  );
}
