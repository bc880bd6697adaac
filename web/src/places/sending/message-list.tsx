import type { MessageRow } from '@acquit/recovery';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { itemsOf, type MessageFilter, messagesQuery } from '../../api/queries.ts';
import { instant } from '../../format/days.ts';
import type { SendingSearch } from '../../router.tsx';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Amount, DayText } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { Empty, ErrorNotice, Skeleton, tellError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';

const text = t.sending.list;

function SendAgain({ message }: { message: MessageRow }) {
  const say = useSay();
  const act = useAct(
    (_: null, key) =>
      change<MessageRow>('POST', `/messages/${message.actionId}/${message.channel}/send-again`, {}, key),
    () => say(t.sending.doubt.againDone(message.debtorName)),
  );
  return (
    <Button small busy={act.isPending} onClick={() => act.mutate(null, { onError: (e) => say(tellError(e).title) })}>
      {t.sending.doubt.again}
    </Button>
  );
}

function Line({ message, onOpen }: { message: MessageRow; onOpen: (search: SendingSearch) => void }) {
  const refused = message.state === 'refused';
  return (
    <tr>
      <th scope="row">
        <Link to="/dossiers/$caseId" params={{ caseId: message.caseId }} className="plain-link">
          {message.debtorName}
        </Link>
        {message.serverAnswer && (
          <div className={refused ? 'small warn-text' : 'small soft'}>
            {text.answer} {message.serverAnswer}
          </div>
        )}
      </th>
      <td>
        <span className="step-name">{message.stepName}</span>
        <div className="small soft">{t.words.channel[message.channel]}</div>
      </td>
      <td className="small wrap-anywhere">{message.recipient}</td>
      <td>
        <DayText day={message.decidedOn} />
        {message.settledAt && message.state === 'sent' && (
          <div className="small soft">{text.sentAt(instant(message.settledAt))}</div>
        )}
      </td>
      <td className="number stack-sum">
        <Amount cents={message.totalCents} />
      </td>
      <td className="number">
        <div className="claim-actions">
          {refused && <SendAgain message={message} />}
          <Button
            small
            kind="quiet"
            aria-label={`${text.read} : ${message.debtorName}, ${message.stepName}`}
            onClick={() => onOpen({ acte: message.actionId, canal: message.channel })}
          >
            {text.read}
          </Button>
        </div>
      </td>
    </tr>
  );
}

/** A list of messages in one state, latest first, each readable word for word. */
export function MessageList({
  state,
  words,
  onOpen,
}: {
  state: MessageFilter;
  words: { lead: string; empty: { title: string; text: string } };
  onOpen: (search: SendingSearch) => void;
}) {
  const company = useCompany();
  const list = useInfiniteQuery(messagesQuery(company.companyId, state));
  const messages = itemsOf(list.data);
  if (list.isPending) return <Skeleton lines={10} />;
  if (list.isError && messages.length === 0) {
    return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />;
  }
  if (messages.length === 0) return <Empty title={words.empty.title} text={words.empty.text} />;
  return (
    <>
      <p className="page-lead">{words.lead}</p>
      <div className="table-wrap">
        <table className="table stack-table">
          <thead>
            <tr>
              <th scope="col">{text.columns.debtor}</th>
              <th scope="col">{text.columns.step}</th>
              <th scope="col">{text.columns.to}</th>
              <th scope="col">{text.columns.on}</th>
              <th scope="col" className="number">
                {text.columns.amount}
              </th>
              <th scope="col">
                <span className="hidden-visually">{text.read}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {messages.map((message) => (
              <Line key={`${message.actionId} ${message.channel}`} message={message} onOpen={onOpen} />
            ))}
          </tbody>
        </table>
      </div>
      <LoadMore of={list} />
    </>
  );
}
