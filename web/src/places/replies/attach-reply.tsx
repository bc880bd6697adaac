import type { ReplyView } from '@acquit/recovery';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { ActError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';
import { CasePicker, type PickedCase } from '../receipts/case-picker.tsx';

const text = t.replies.panel;

/** Says which case a message belongs to: one of those it may be of, or any other. */
export function AttachReply({ reply, onDone }: { reply: ReplyView; onDone: () => void }) {
  const [picked, setPicked] = useState<PickedCase | null>(null);
  const say = useSay();
  const attach = useAct(
    ({ caseId }: PickedCase, key) => change<ReplyView>('POST', `/replies/${reply.replyId}/attach`, { caseId }, key),
    (_, { name }) => {
      say(text.attached(name));
      onDone();
    },
  );
  return (
    <section className="stack-tight">
      <h3>{text.attachTitle}</h3>
      {reply.candidates.length > 0 && (
        <>
          <p className="small soft">{text.candidates}</p>
          <div className="row">
            {reply.candidates.map(({ caseId, debtorName }) => (
              <Button
                key={caseId}
                small
                busy={attach.isPending}
                aria-label={text.attachTo(debtorName)}
                onClick={() => attach.mutate({ caseId, name: debtorName })}
              >
                {debtorName}
              </Button>
            ))}
          </div>
        </>
      )}
      <CasePicker picked={picked} onPick={setPicked} error={null} />
      {picked && (
        <div>
          <Button kind="primary" small busy={attach.isPending} onClick={() => attach.mutate(picked)}>
            {text.attach}
          </Button>
        </div>
      )}
      <ActError error={attach.error} />
    </section>
  );
}
