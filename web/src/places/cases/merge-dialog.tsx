import type { DoubleSide, MergeDone, MergePreview } from '@acquit/recovery';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { mergeQuery } from '../../api/queries.ts';
import { euros } from '../../format/money.ts';
import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ChoiceField } from '../../ui/field.tsx';
import { ActError, ErrorNotice, Notice, Skeleton, tellError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';

const text = t.customers.merge;

/** What tells one customer from another in a list: numbers, place, and what he owes. */
export function sideFacts({ legalId, account, city, openCents, openClaims }: DoubleSide): string {
  const owes =
    openClaims === 0 ? t.customers.doubles.owes(0) : `${t.customers.doubles.owes(openClaims)}, ${euros(openCents)}`;
  return [legalId, account && t.customers.doubles.account(account), city, owes].filter(Boolean).join(' · ');
}

function Moves({ preview }: { preview: MergePreview }) {
  const { into, from, claims, receipts, acts, contacts, sameClaims, fills } = preview;
  const moved = [
    claims > 0 && text.claims(claims),
    receipts > 0 && text.receipts(receipts),
    acts > 0 && text.acts(acts),
    contacts > 0 && text.contacts(contacts),
  ].filter((line) => line !== false);
  return (
    <div className="stack-tight">
      {moved.length === 0 ? (
        <p>{text.nothing}</p>
      ) : (
        <>
          <p>{text.moves(from.name, into.name)}</p>
          <ul className="reasons">
            {moved.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      {sameClaims.length > 0 && <p className="soft">{text.same(sameClaims.join(', '))}</p>}
      {fills.length > 0 && <p className="soft">{text.fills(fills.join(', '))}</p>}
      {acts > 0 && <p className="soft">{text.prepared}</p>}
    </div>
  );
}

/** Shows what merging two customers moves, lets the person choose the one to keep, and offers the way back once done. */
export function MergeDialog({ into, from, onClose }: { into: string; from: string; onClose: () => void }) {
  const [kept, setKept] = useState(into);
  const gone = kept === into ? from : into;
  const preview = useQuery({ ...mergeQuery(kept, gone), placeholderData: keepPreviousData });
  const navigate = useNavigate();
  const say = useSay();
  const name = preview.data?.from.name ?? '';
  // The toast outlives this dialog: what it says must not hang on a callback that goes away with it.
  const undo = useAct(
    (done: MergeDone, key) =>
      change<MergeDone>('POST', `/debtors/${done.debtorId}/unmerge`, { mergeId: done.mergeId }, key).catch((error) => {
        say(tellError(error).title);
        throw error;
      }),
    () => say(text.undone(name)),
  );
  const act = useAct(
    (_: null, key) => change<MergeDone>('POST', `/debtors/${kept}/merge`, { from: gone }, key),
    (done) => {
      say(text.done(name), () => undo.mutate(done));
      onClose();
      // The page of the one who is gone has nothing to show any more.
      if (window.location.pathname.endsWith(preview.data?.from.caseId ?? '/'))
        void navigate({ to: '/dossiers/$caseId', params: { caseId: done.caseId } });
    },
  );
  const { data } = preview;
  const sides = data && [data.into, data.from].sort((a, b) => (a.debtorId === into ? -1 : b.debtorId === into ? 1 : 0));
  const refused = data?.refusal ?? null;
  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      onSubmit={() => data && refused === null && !preview.isPlaceholderData && act.mutate(null)}
      foot={
        <>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          {data && refused === null && (
            <Button kind="primary" type="submit" busy={act.isPending || preview.isPlaceholderData}>
              {text.submit}
            </Button>
          )}
        </>
      }
    >
      {preview.isPending && <Skeleton lines={6} />}
      {preview.isError && <ErrorNotice error={preview.error} onRetry={() => void preview.refetch()} />}
      {data && sides && (
        <>
          <ChoiceField
            legend={text.keep}
            value={kept}
            onValue={setKept}
            options={sides.map((side) => ({ value: side.debtorId, label: side.name, hint: sideFacts(side) }))}
          />
          <p className="small soft">{text.keepHint}</p>
          {refused ? <Notice kind="warn" title={refused.message} /> : <Moves preview={data} />}
        </>
      )}
      <ActError error={act.error} />
    </Dialog>
  );
}
