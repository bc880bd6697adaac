import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { itemsOf, messagesQuery } from '../../api/queries.ts';
import type { SendingSearch } from '../../router.tsx';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Amount, DayText } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, SubmitFoot } from '../../ui/dialog.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { ActError, Empty, ErrorNotice, Skeleton } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';
import { HandOver } from './hand-over.tsx';

const text = t.sending.print;

function PostedDialog({ actionIds, onClose }: { actionIds: string[]; onClose: () => void }) {
  const company = useCompany();
  const say = useSay();
  const act = useAct(
    (body: { actionIds: string[] }, key) =>
      change<{ printed: number }>('POST', `/companies/${company.companyId}/print-queue/printed`, body, key),
    ({ printed }) => {
      say(text.done(printed));
      onClose();
    },
  );
  return (
    <Dialog
      title={text.confirmTitle(actionIds.length)}
      onClose={onClose}
      onSubmit={() => act.mutate({ actionIds })}
      foot={<SubmitFoot label={text.confirm(actionIds.length)} busy={act.isPending} onClose={onClose} />}
    >
      <p>{text.confirmText(actionIds.length)}</p>
      <ActError error={act.error} />
    </Dialog>
  );
}

/** The letters to print: one PDF for all, then the act that says they are in the post. */
export function PrintQueue({ onOpen }: { onOpen: (search: SendingSearch) => void }) {
  const company = useCompany();
  const list = useInfiniteQuery(messagesQuery(company.companyId, 'to-print'));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [posting, setPosting] = useState(false);
  const letters = itemsOf(list.data);
  if (list.isPending) return <Skeleton />;
  if (list.isError) return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (letters.length === 0) return <Empty title={text.empty.title} text={text.empty.text} />;
  const chosen = letters.map((letter) => letter.actionId).filter((id) => !left.has(id));
  const toggle = (id: string) =>
    setLeft((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const toggleAll = () => setLeft(chosen.length > 0 ? new Set(letters.map((letter) => letter.actionId)) : new Set());
  return (
    <>
      <p className="page-lead">{text.lead}</p>
      <div className="row">
        <a
          className="button button-primary"
          href={`/api/companies/${company.companyId}/print-queue.pdf`}
          target="_blank"
          rel="noreferrer"
        >
          {text.pdf}
        </a>
        <Button disabled={chosen.length === 0} onClick={() => setPosting(true)}>
          {text.mark(Math.max(1, chosen.length))}
        </Button>
        <HandOver actionIds={chosen} />
        <span className="small soft">{text.pdfHint(letters.length)}</span>
      </div>
      <div className="table-wrap">
        <table className="table stack-table">
          <thead>
            <tr>
              <th scope="col" className="check-cell">
                <input
                  type="checkbox"
                  aria-label={text.all}
                  checked={chosen.length === letters.length}
                  onChange={toggleAll}
                />
              </th>
              <th scope="col">{t.sending.list.columns.debtor}</th>
              <th scope="col">{t.sending.list.columns.step}</th>
              <th scope="col">{t.sending.list.columns.on}</th>
              <th scope="col" className="number">
                {t.sending.list.columns.amount}
              </th>
              <th scope="col">
                <span className="hidden-visually">{t.sending.list.read}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {letters.map((letter) => (
              <tr key={letter.actionId}>
                <td className="check-cell">
                  <input
                    type="checkbox"
                    aria-label={text.choose(letter.debtorName)}
                    checked={!left.has(letter.actionId)}
                    onChange={() => toggle(letter.actionId)}
                  />
                </td>
                <th scope="row">
                  <Link to="/dossiers/$caseId" params={{ caseId: letter.caseId }} className="plain-link">
                    {letter.debtorName}
                  </Link>
                </th>
                <td>
                  {letter.stepName}
                  {letter.channel === 'registered' && <span className="soft"> · {t.words.channel.registered}</span>}
                </td>
                <td>
                  <DayText day={letter.decidedOn} />
                </td>
                <td className="number stack-sum">
                  <Amount cents={letter.totalCents} />
                </td>
                <td className="number">
                  <Button
                    small
                    kind="quiet"
                    aria-label={`${t.sending.list.read} : ${letter.debtorName}`}
                    onClick={() => onOpen({ acte: letter.actionId, canal: letter.channel })}
                  >
                    {t.sending.list.read}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <LoadMore of={list} />
      {posting && <PostedDialog actionIds={chosen} onClose={() => setPosting(false)} />}
    </>
  );
}
