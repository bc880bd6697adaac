import type { ClaimView } from '@acquit/recovery';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { euros } from '../../format/money.ts';
import { t } from '../../texts/index.ts';
import { Dialog, SubmitFoot } from '../../ui/dialog.tsx';
import { ChoiceField } from '../../ui/field.tsx';
import { ActError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';

const text = t.cases.absent;
type Answer = keyof typeof text.answers;
const ANSWERS: readonly Answer[] = ['paid', 'cancelled', 'resume'];

/** Why a list casts doubt on a claim, and the way to answer. */
export function AbsentStanding({ claim, reason }: { claim: ClaimView; reason: string }) {
  const [answering, setAnswering] = useState(false);
  return (
    <>
      <div className="small warn-text">
        <span className="first-capital">{reason}</span>{' '}
        <button
          type="button"
          className="link-button"
          onClick={() => setAnswering(true)}
          aria-label={text.actionOn(claim.number)}
        >
          {text.action}
        </button>
      </div>
      {answering && (
        <AbsentDialog
          claimId={claim.claimId}
          name={text.name(claim.number)}
          openCents={claim.openCents}
          reason={reason}
          onClose={() => setAnswering(false)}
        />
      )}
    </>
  );
}

/** What became of a claim that a list no longer has: three answers, each with what follows from it. */
export function AbsentDialog({
  claimId,
  name,
  openCents,
  reason,
  onClose,
  onDone = onClose,
}: {
  claimId: string;
  /** « Facture F-2026-014 ». */
  name: string;
  openCents: number;
  reason: string;
  onClose: () => void;
  onDone?: () => void;
}) {
  const [answer, setAnswer] = useState<Answer>('paid');
  const say = useSay();
  const act = useAct(
    (given: Answer, key) => change<ClaimView>('POST', `/claims/${claimId}/absent`, { answer: given }, key),
    (_, given) => {
      say(text.answers[given].done(name));
      onDone();
    },
  );
  return (
    <Dialog
      title={text.title(name)}
      onClose={onClose}
      onSubmit={() => act.mutate(answer)}
      foot={<SubmitFoot label={text.submit} busy={act.isPending} onClose={onClose} />}
    >
      <p className="first-capital">{reason}</p>
      <p className="soft">{text.lead}</p>
      <ChoiceField
        legend={text.legend}
        value={answer}
        onValue={(value) => setAnswer(value as Answer)}
        options={ANSWERS.map((value) => ({
          value,
          label: text.answers[value].label,
          hint: text.answers[value].hint(euros(openCents)),
        }))}
      />
      <ActError error={act.error} />
    </Dialog>
  );
}
