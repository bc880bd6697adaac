import type { ReplyProposal, ReplyView } from '@acquit/recovery';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { t } from '../../texts/index.ts';
import { Badge } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { ActError, tellError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';
import { type Amended, AmendForm, isComplete } from './amend-form.tsx';

const text = t.replies.panel;

function Proposal({
  reply,
  proposal,
  onDone,
}: {
  reply: ReplyView;
  proposal: ReplyProposal;
  onDone: (view: ReplyView) => void;
}) {
  const [amending, setAmending] = useState(false);
  const say = useSay();
  const path = `/replies/${reply.replyId}/proposals/${proposal.n}`;
  const accept = useAct(
    (body: Amended, key) => change<{ message: string; reply: ReplyView }>('POST', `${path}/accept`, body, key),
    ({ message, reply: view }) => {
      say(message);
      setAmending(false);
      onDone(view);
    },
  );
  const refuse = useAct(
    (_: null, key) => change<ReplyView>('POST', `${path}/refuse`, {}, key),
    () => say(text.refused),
  );
  const what = proposal.kindName;
  return (
    <li className="reply-proposal" data-proposal={proposal.kind}>
      <div className="row-between">
        <h4>{what}</h4>
        {proposal.state !== 'open' && <Badge>{text.state[proposal.state]}</Badge>}
      </div>
      <p className="small">{proposal.why}</p>
      {proposal.state === 'open' && reply.caseId && !amending && (
        <div className="row">
          <Button
            kind="primary"
            small
            busy={accept.isPending}
            aria-label={text.acceptName(what)}
            // What the message does not say has to be written before it can be recorded.
            onClick={() => (isComplete(proposal) ? accept.mutate({}) : setAmending(true))}
          >
            {text.accept}
          </Button>
          {proposal.kind !== 'instalments' && proposal.kind !== 'copy-asked' && (
            <Button small aria-label={text.amendName(what)} onClick={() => setAmending(true)}>
              {text.amend}
            </Button>
          )}
          <Button
            small
            kind="quiet"
            busy={refuse.isPending}
            aria-label={text.refuseName(what)}
            onClick={() => refuse.mutate(null, { onError: (error) => say(tellError(error).title) })}
          >
            {text.refuse}
          </Button>
        </div>
      )}
      {amending && (
        <AmendForm
          reply={reply}
          proposal={proposal}
          busy={accept.isPending}
          onCancel={() => setAmending(false)}
          onSubmit={(amended) => accept.mutate(amended)}
        />
      )}
      <ActError error={accept.error} />
    </li>
  );
}

/** What the reader understood of a message, each thing to accept, amend or refuse. */
export function Proposals({ reply, onDone }: { reply: ReplyView; onDone: (view: ReplyView) => void }) {
  if (reply.proposals.length === 0) return null;
  return (
    <section className="stack-tight">
      <h3>{text.proposals}</h3>
      <ul className="reply-proposals">
        {reply.proposals.map((proposal) => (
          <Proposal key={proposal.n} reply={reply} proposal={proposal} onDone={onDone} />
        ))}
      </ul>
    </section>
  );
}
