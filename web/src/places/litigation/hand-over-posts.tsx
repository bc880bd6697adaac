import type { HandOverPostView } from '@acquit/recovery';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { shortDay } from '../../format/days.ts';
import { handOvers } from '../../texts/fr/hand-overs.ts';
import { Amount, Badge, DayText } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, SubmitFoot } from '../../ui/dialog.tsx';
import { TextAreaField, TextField } from '../../ui/field.tsx';
import { ActError, tellError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';

const text = handOvers.page;

function WithdrawDialog({ post, onClose }: { post: HandOverPostView; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const say = useSay();
  const act = useAct(
    (body: object, key) => change('POST', `/hand-over-posts/${post.postId}/withdraw`, body, key),
    () => {
      say(text.withdrawDone);
      onClose();
    },
  );
  return (
    <Dialog
      title={text.withdrawTitle}
      onClose={onClose}
      onSubmit={() => act.mutate({ reason: reason.trim() || null })}
      foot={<SubmitFoot label={text.withdrawPost} busy={act.isPending} onClose={onClose} />}
    >
      <p>{text.withdrawText}</p>
      <TextField optional label={text.withdrawReason} maxLength={500} value={reason} onValue={setReason} />
      <ActError error={act.error} />
    </Dialog>
  );
}

function Acts({ post }: { post: HandOverPostView }) {
  const [withdrawing, setWithdrawing] = useState(false);
  const say = useSay();
  const tell = { onError: (error: Error) => say(tellError(error).title) };
  const read = useAct(
    (_: null, key) => change('POST', `/hand-over-posts/${post.postId}/read`, {}, key),
    () => say(text.readDone),
  );
  const record = useAct(
    (_: null, key) => change('POST', `/hand-over-posts/${post.postId}/receipt`, {}, key),
    () => say(text.recorded),
  );
  return (
    <span className="row">
      {post.kind === 'receipt' && post.receiptId === null && (
        <Button small busy={record.isPending} onClick={() => record.mutate(null, tell)}>
          {text.record}
        </Button>
      )}
      {!post.isRead && (
        <Button kind="quiet" small busy={read.isPending} onClick={() => read.mutate(null, tell)}>
          {text.read}
        </Button>
      )}
      <Button kind="quiet" small onClick={() => setWithdrawing(true)}>
        {text.withdrawPost}
      </Button>
      {withdrawing && <WithdrawDialog post={post} onClose={() => setWithdrawing(false)} />}
    </span>
  );
}

function Post({ post }: { post: HandOverPostView }) {
  const { withdrawn } = post;
  const by = post.by === 'us' ? text.youSaid(post.author) : text.toldBy(post.author);
  return (
    <li className={withdrawn ? 'told-post faint' : 'told-post'}>
      <div className="row-between">
        <span className="row">
          <strong>{withdrawn ? <s>{post.title}</s> : post.title}</strong>
          {!post.isRead && !withdrawn && <Badge kind="warn">{text.unread}</Badge>}
        </span>
        {post.amountCents !== null && (
          <strong>
            <Amount cents={post.amountCents} />
          </strong>
        )}
      </div>
      <span className="small soft">
        <DayText day={post.on} /> · {by}
        {post.bearer !== null && ` · ${text.bearers[post.bearer]}`}
        {post.receiptId !== null && ` · ${text.isRecorded}`}
      </span>
      {post.details && <p className="wrap-anywhere pre-line">{post.details}</p>}
      {post.fileName && (
        <a
          className="small wrap-anywhere"
          href={`/api/hand-over-posts/${post.postId}/file`}
          target="_blank"
          rel="noopener"
        >
          {post.fileName}
        </a>
      )}
      {withdrawn ? (
        <span className="small">
          {text.wasWithdrawn(withdrawn.by, shortDay(withdrawn.on))} {withdrawn.reason}
        </span>
      ) : (
        <Acts post={post} />
      )}
    </li>
  );
}

/** Everything told of a hand-over, latest first, each line with who told it and its undo. */
export function PostList({ posts }: { posts: readonly HandOverPostView[] }) {
  if (posts.length === 0) return <p className="soft">{text.toldNone}</p>;
  return (
    <ul className="told-posts">
      {posts.map((post) => (
        <Post key={post.postId} post={post} />
      ))}
    </ul>
  );
}

/** A message to the professional, on the page he opens. */
export function WriteForm({ handOverId }: { handOverId: string }) {
  const [message, setMessage] = useState('');
  const [tried, setTried] = useState(false);
  const say = useSay();
  const act = useAct(
    (body: object, key) => change('POST', `/hand-overs/${handOverId}/messages`, body, key),
    () => {
      setMessage('');
      setTried(false);
      say(text.sent);
    },
  );
  const wrong = message.trim() === '';
  return (
    <form
      className="stack-tight"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!wrong) act.mutate({ text: message.trim() });
      }}
    >
      <TextAreaField
        label={text.write}
        hint={text.writeHint}
        rows={2}
        maxLength={4000}
        value={message}
        onValue={setMessage}
        error={tried && wrong ? text.writeWrong : null}
      />
      <div>
        <Button small type="submit" busy={act.isPending}>
          {text.send}
        </Button>
      </div>
      <ActError error={act.error} />
    </form>
  );
}
