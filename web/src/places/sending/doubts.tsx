import type { MessageRow } from '@acquit/recovery';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { itemsOf, messagesQuery } from '../../api/queries.ts';
import { shortDay } from '../../format/days.ts';
import type { SendingSearch } from '../../router.tsx';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Amount, Facts } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, SubmitFoot } from '../../ui/dialog.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { ActError, Empty, ErrorNotice, Skeleton } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';

const text = t.sending.doubt;
type Verdict = 'arrived' | 'send-again';

/** Neither verdict can be taken back, so the consequence is said again before it is. */
function VerdictDialog({ message, verdict, onClose }: { message: MessageRow; verdict: Verdict; onClose: () => void }) {
  const say = useSay();
  const again = verdict === 'send-again';
  const act = useAct(
    (_: null, key) =>
      change<MessageRow>('POST', `/messages/${message.actionId}/${message.channel}/${verdict}`, {}, key),
    () => {
      say((again ? text.againDone : text.arrivedDone)(message.debtorName));
      onClose();
    },
  );
  return (
    <Dialog
      title={again ? text.againTitle : text.arrivedTitle}
      onClose={onClose}
      onSubmit={() => act.mutate(null)}
      foot={<SubmitFoot label={again ? text.again : text.arrived} busy={act.isPending} onClose={onClose} />}
    >
      <p>{(again ? text.againText : text.arrivedText)(message.debtorName)}</p>
      <ActError error={act.error} />
    </Dialog>
  );
}

/** Messages that may or may not have arrived: what is known, and the two ways out. */
export function Doubts({ onOpen }: { onOpen: (search: SendingSearch) => void }) {
  const company = useCompany();
  const list = useInfiniteQuery(messagesQuery(company.companyId, 'in-doubt'));
  const [asked, setAsked] = useState<{ message: MessageRow; verdict: Verdict } | null>(null);
  const messages = itemsOf(list.data);
  if (list.isPending) return <Skeleton />;
  if (list.isError) return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (messages.length === 0) return <Empty title={text.empty.title} text={text.empty.text} />;
  return (
    <>
      <p className="page-lead">{text.lead}</p>
      <ul>
        {messages.map((message) => (
          <li key={message.actionId} className="doubt-row">
            <div className="row-between">
              <h2>
                <Link to="/dossiers/$caseId" params={{ caseId: message.caseId }} className="plain-link">
                  {message.debtorName}
                </Link>
              </h2>
              <strong>
                <Amount cents={message.totalCents} />
              </strong>
            </div>
            <p className="soft">
              {message.stepName} · {message.recipient} · {shortDay(message.decidedOn)}
            </p>
            <Facts
              rows={[
                [text.attempts, message.attempts],
                [text.lastAnswer, message.serverAnswer ?? text.noAnswer],
              ]}
            />
            <p className="small soft measure">{text.advice}</p>
            <div className="row">
              <Button onClick={() => setAsked({ message, verdict: 'arrived' })}>{text.arrived}</Button>
              <Button onClick={() => setAsked({ message, verdict: 'send-again' })}>{text.again}</Button>
              <Button kind="quiet" onClick={() => onOpen({ acte: message.actionId, canal: message.channel })}>
                {t.cases.timeline.message}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <LoadMore of={list} />
      {asked && <VerdictDialog {...asked} onClose={() => setAsked(null)} />}
    </>
  );
}
