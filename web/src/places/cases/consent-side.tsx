import type { CaseView, ConsentView } from '@acquit/recovery';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { caseDispatchesQuery } from '../../api/queries.ts';
import { fullDate, isDay } from '../../format/days.ts';
import { useSigned } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, SubmitFoot } from '../../ui/dialog.tsx';
import { TextAreaField, TextField } from '../../ui/field.tsx';
import { ActError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';
import { ActButton } from '../commitments/line.tsx';

const text = t.dispatches.consent;

function ConsentDialog({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const { session } = useSigned();
  const [givenOn, setGivenOn] = useState(session.today);
  const [proof, setProof] = useState('');
  const [tried, setTried] = useState(false);
  const say = useSay();
  const act = useAct(
    (body: object, key) => change<object>('POST', `/cases/${caseId}/electronic-consents`, body, key),
    () => {
      say(text.saved);
      onClose();
    },
  );
  const submit = () => {
    setTried(true);
    if (isDay(givenOn) && proof.trim()) act.mutate({ givenOn, proof: proof.trim() });
  };
  return (
    <Dialog
      title={text.add}
      onClose={onClose}
      onSubmit={submit}
      foot={<SubmitFoot label={t.common.save} busy={act.isPending} onClose={onClose} />}
    >
      <p className="soft">{text.text}</p>
      <TextField
        label={text.givenOn}
        type="date"
        max={session.today}
        value={givenOn}
        onValue={setGivenOn}
        error={tried && !isDay(givenOn) ? t.common.dayMissing : null}
      />
      <TextAreaField
        label={text.proof}
        hint={text.proofHint}
        maxLength={1000}
        value={proof}
        onValue={setProof}
        error={tried && !proof.trim() ? text.proofMissing : null}
      />
      <ActError error={act.error} />
    </Dialog>
  );
}

function Consent({ consent }: { consent: ConsentView }) {
  return (
    <li className="contact">
      <span className="contact-head">
        <span className="contact-name">{text.given(fullDate(consent.givenOn))}</span>
        {consent.withdrawnOn === null && (
          <ActButton
            path={`/electronic-consents/${consent.consentId}/withdraw`}
            label={text.withdraw}
            done={text.withdrawn}
          />
        )}
      </span>
      <span className="small soft wrap-anywhere">{consent.proof}</span>
      {consent.withdrawnOn && <span className="small soft">{text.endedOn(fullDate(consent.withdrawnOn))}</span>}
    </li>
  );
}

/** Of who is no professional: his consent to electronic registered letters, without which none may be sent (art. L100 CPCE). */
export function ConsentSide({ view }: { view: CaseView }) {
  const [open, setOpen] = useState(false);
  const { data } = useQuery({ ...caseDispatchesQuery(view.caseId), enabled: view.profile === 'consumer' });
  if (view.profile !== 'consumer' || !data) return null;
  return (
    <section>
      <div className="section-head">
        <h2>{text.title}</h2>
        <Button kind="quiet" small onClick={() => setOpen(true)}>
          {text.note}
        </Button>
      </div>
      {data.consents.length === 0 ? (
        <p className="small soft">{text.none}</p>
      ) : (
        <ul className="contacts">
          {data.consents.map((consent) => (
            <Consent key={consent.consentId} consent={consent} />
          ))}
        </ul>
      )}
      {open && <ConsentDialog caseId={view.caseId} onClose={() => setOpen(false)} />}
    </section>
  );
}
