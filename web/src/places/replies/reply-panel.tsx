import type { ReplyView } from '@acquit/recovery';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { replyQuery } from '../../api/queries.ts';
import { instant, shortDay } from '../../format/days.ts';
import { t } from '../../texts/index.ts';
import { Facts } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Loaded, Notice, tellError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';
import { AttachReply } from './attach-reply.tsx';
import { Proposals } from './proposals.tsx';
import { QuotedText } from './quoted-text.tsx';
import '../../styles/replies.css';

const text = t.replies.panel;

function Head({ reply }: { reply: ReplyView }) {
  const author = [reply.fromName, reply.fromAddress && `<${reply.fromAddress}>`].filter(Boolean).join(' ');
  const { bounce, absence } = reply;
  return (
    <div className="stack-tight">
      <h3 className="wrap-anywhere">{reply.debtorName ?? t.replies.toSort}</h3>
      <Facts
        rows={[
          [
            text.from,
            <span key="from" className="wrap-anywhere">
              {author || t.replies.unknownSender}
            </span>,
          ],
          [
            text.subject,
            <strong key="subject" className="wrap-anywhere">
              {reply.subject || t.replies.noSubject}
            </strong>,
          ],
          [text.received, instant(reply.receivedAt)],
          bounce && bounce.recipients.length > 0 ? [text.unreached, bounce.recipients.join(', ')] : null,
          bounce?.diagnostic
            ? [
                text.server,
                <span key="said" className="small wrap-anywhere">
                  {bounce.diagnostic}
                </span>,
              ]
            : null,
          absence?.returnOn ? [text.back, shortDay(absence.returnOn)] : null,
          absence && absence.insteadOf.length > 0 ? [text.instead, absence.insteadOf.join(', ')] : null,
          reply.ticket ? [text.ticket, reply.ticket] : null,
        ]}
      />
      {reply.kind !== 'human' && (
        <Notice kind={reply.state === 'to-read' ? 'warn' : 'info'}>{reply.why.message}</Notice>
      )}
      {reply.joined && <p className="small soft">{reply.joined.message}</p>}
      {reply.readAt && <p className="small soft">{text.readBy(reply.readBy ?? '', instant(reply.readAt))}</p>}
    </div>
  );
}

function Words({ reply }: { reply: ReplyView }) {
  const base = `/api/replies/${reply.replyId}`;
  return (
    <section className="stack-tight">
      {reply.text !== '' && (
        <>
          <h3>{text.words}</h3>
          <QuotedText reply={reply} />
        </>
      )}
      {reply.text === '' && reply.kind === 'human' && <p className="soft">{text.noWords}</p>}
      {reply.kind === 'human' && <p className="small soft">{text.quoted}</p>}
      {reply.isKept ? (
        <p className="small">
          <a href={`${base}/message`} download>
            {text.original}
          </a>
        </p>
      ) : (
        <p className="small soft">{text.notKept}</p>
      )}
      {reply.files.length > 0 && (
        <>
          <h3>{text.files}</h3>
          <p className="small soft">{text.filesHint}</p>
          <ul className="reply-files">
            {reply.files.map((file) => (
              <li key={file.n}>
                <a href={`${base}/files/${file.n}`} download className="wrap-anywhere">
                  {file.name}
                </a>{' '}
                <span className="small soft">{text.bytes(Math.max(1, Math.round(file.bytes / 1024)))}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** An address that came back: nothing more is sent there, unless somebody knows better. */
function RefusedAddress({ reply, onDone }: { reply: ReplyView; onDone: () => void }) {
  const say = useSay();
  const trust = useAct(
    (_: null, key) => change<ReplyView>('POST', `/replies/${reply.replyId}/trust`, {}, key),
    () => {
      say(text.trusted);
      onDone();
    },
  );
  if (reply.refusedAddresses.length === 0) return null;
  return (
    <section className="stack-tight">
      {reply.refusedAddresses.map((address) => (
        <p key={address} className="wrap-anywhere">
          {text.refusedAddress(address)}
        </p>
      ))}
      <div className="row">
        {reply.caseId && (
          <Link to="/dossiers/$caseId" params={{ caseId: reply.caseId }}>
            {text.giveAddress}
          </Link>
        )}
        <Button
          small
          busy={trust.isPending}
          onClick={() => trust.mutate(null, { onError: (error) => say(tellError(error).title) })}
        >
          {text.trust}
        </Button>
      </div>
    </section>
  );
}

function Content({ reply, onClose }: { reply: ReplyView; onClose: () => void }) {
  const [moving, setMoving] = useState(false);
  const sorting = reply.caseId === null || moving;
  return (
    <>
      <Head reply={reply} />
      {sorting && <AttachReply reply={reply} onDone={() => setMoving(false)} />}
      <Proposals
        reply={reply}
        onDone={(view) => {
          if (view.state === 'read') onClose();
        }}
      />
      <RefusedAddress reply={reply} onDone={onClose} />
      <Words reply={reply} />
      {reply.caseId && !moving && (
        <div className="row">
          <Link to="/dossiers/$caseId" params={{ caseId: reply.caseId }}>
            {text.openCase}
          </Link>
          <Button kind="quiet" small onClick={() => setMoving(true)}>
            {text.move}
          </Button>
        </div>
      )}
    </>
  );
}

/** One message, to be read: its own words as text, what they seem to say, and what to do with it. */
export function ReplyPanel({ replyId, onClose }: { replyId: string; onClose: () => void }) {
  const reply = useQuery(replyQuery(replyId));
  const say = useSay();
  const read = useAct(
    (_: null, key) => change<ReplyView>('POST', `/replies/${replyId}/read`, {}, key),
    () => {
      say(text.readDone);
      onClose();
    },
  );
  const waits = reply.data?.state === 'to-read' || reply.data?.state === 'to-sort';
  return (
    <Dialog
      shape="panel"
      title={reply.data?.kindName ?? text.title}
      onClose={onClose}
      foot={
        waits && (
          <Button
            busy={read.isPending}
            onClick={() => read.mutate(null, { onError: (error) => say(tellError(error).title) })}
          >
            {text.read}
          </Button>
        )
      }
    >
      <Loaded from={reply} lines={10}>
        {(data) => <Content reply={data} onClose={onClose} />}
      </Loaded>
    </Dialog>
  );
}
