import type { Exit, ProcedureView, RouteAnswers, RouteChoiceView, RouteGuideView } from '@acquit/recovery';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { fullDate } from '../../format/days.ts';
import { euros } from '../../format/money.ts';
import { routeGuide as text } from '../../texts/fr/route-guide.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextAreaField } from '../../ui/field.tsx';
import { ActError, Notice } from '../../ui/states.tsx';

/** A way about to be chosen. */
export interface Chosen {
  way: RouteChoiceView['way'] | Exit;
  name: string;
}

/** Keeps a choice with the answers in use: what was shown is remembered with its day. */
export function ChoiceDialog({
  view,
  chosen,
  onClose,
  onKept,
}: {
  view: RouteGuideView;
  chosen: Chosen;
  onClose: () => void;
  onKept: () => void;
}) {
  const [note, setNote] = useState('');
  const keep = useAct(
    (body: { way: string; note: string | null; answers: RouteAnswers }, key) =>
      change<RouteGuideView>('POST', `/cases/${view.caseId}/route/choice`, body, key),
    () => {
      onKept();
      onClose();
    },
  );
  return (
    <Dialog
      title={text.choice.dialogTitle(chosen.name)}
      onClose={onClose}
      onSubmit={() => keep.mutate({ way: chosen.way, note: note.trim() || null, answers: view.answers })}
      foot={
        <>
          <Button onClick={onClose}>{text.choice.cancel}</Button>
          <Button kind="primary" type="submit" busy={keep.isPending}>
            {text.choice.validate}
          </Button>
        </>
      }
    >
      <p>{text.choice.dialogText}</p>
      <TextAreaField label={text.choice.note} optional value={note} onValue={setNote} maxLength={1000} />
      <ActError error={keep.error} />
    </Dialog>
  );
}

/** A fact that is no longer what it was. */
export function Changes({ changes }: { changes: RouteChoiceView['changes'] }) {
  return (
    <ul className="reasons">
      {changes.map(({ key, label, was, now }) => (
        <li key={key}>{text.changeLine(label, was, now)}</li>
      ))}
    </ul>
  );
}

/** The document on file that may spare the judge's leave for a protective attachment, as the procedure names it. */
const SPARING = [
  ['judgment', 'title'],
  ['bill', 'bill'],
  ['cheque', 'cheque'],
  ['lease', 'lease'],
] as const;

function sparingDocument(view: RouteGuideView): string | null {
  const evidence = view.questions.find(({ key }) => key === 'evidence')?.value;
  const found = SPARING.find(([word]) => Array.isArray(evidence) && evidence.includes(word));
  return found?.[1] ?? null;
}

/** The way chosen, what was shown that day, what changed since, and what comes next. */
export function ChoiceBand({ view, choice }: { view: RouteGuideView; choice: RouteChoiceView }) {
  const navigate = useNavigate();
  const withdraw = useAct((_: null, key) =>
    change<RouteGuideView>('POST', `/cases/${view.caseId}/route/choice/withdraw`, {}, key),
  );
  const claimKind = view.questions.find(({ key }) => key === 'claimKind')?.value;
  const open = useAct(
    (_: null, key) =>
      change<ProcedureView>(
        'POST',
        `/cases/${view.caseId}/procedures`,
        {
          kind: choice.opens,
          claimIds: view.lateClaimIds,
          courtKind: choice.shown.courtKind,
          claimKind,
          document: choice.opens === 'saisie-conservatoire' ? sparingDocument(view) : null,
          note: choice.note,
        },
        key,
      ),
    ({ procedureId }) => void navigate({ to: '/contentieux/procedures/$procedureId', params: { procedureId } }),
  );
  const { shown, changes, isOpen } = choice;
  const isStale = changes.length > 0 || isOpen === false;
  return (
    <Notice
      {...(isStale ? { kind: 'warn' as const } : {})}
      title={text.choice.title(shown.name)}
      actions={
        <>
          {choice.opens !== null && isOpen !== false && (
            <Button small kind="primary" busy={open.isPending} onClick={() => open.mutate(null)}>
              {text.choice.open}
            </Button>
          )}
          {choice.opens === null && (
            <ButtonLink small to="/dossiers/$caseId" params={{ caseId: view.caseId }}>
              {text.choice.letter}
            </ButtonLink>
          )}
          <Button small kind="quiet" busy={withdraw.isPending} onClick={() => withdraw.mutate(null)}>
            {text.choice.withdraw}
          </Button>
        </>
      }
    >
      <p>
        {text.choice.when(fullDate(choice.on), choice.by)} {choice.note}
      </p>
      <p className="small soft">
        {text.choice.figures} : {text.cost.toLowerCase()} {euros(shown.costCents)}, {text.recoverable.toLowerCase()}{' '}
        {euros(shown.recoverableCents)}
        {shown.expectedCents !== null && `, ${text.gain.toLowerCase()} ${euros(shown.expectedCents)}`}.
      </p>
      {isOpen === false && <p>{text.choice.closed}</p>}
      {changes.length > 0 && (
        <>
          <p>{text.choice.changed} :</p>
          <Changes changes={changes} />
        </>
      )}
      <ActError error={open.error ?? withdraw.error} />
    </Notice>
  );
}
