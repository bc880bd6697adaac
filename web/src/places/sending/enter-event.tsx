import { DISPATCH_EVENTS, type DispatchEventKind, type DispatchView, dispatchEventName } from '@acquit/recovery';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { t } from '../../texts/index.ts';
import { Dialog, SubmitFoot } from '../../ui/dialog.tsx';
import { Field, SelectField, TextField } from '../../ui/field.tsx';
import { ActError, Notice } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';

const text = t.dispatches.enter;
const PROOF_BYTES = 5 * 1024 * 1024;

interface Proof {
  mediaType: string;
  base64: string;
}

async function proofOf(file: File): Promise<Proof> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { mediaType: file.type, base64: bytes.toBase64() };
}

/** What the post did with a letter, as its slips tell it. */
export function EnterEvent({ sending, onClose }: { sending: DispatchView; onClose: () => void }) {
  const [kind, setKind] = useState<DispatchEventKind | ''>('');
  const [on, setOn] = useState('');
  const [number, setNumber] = useState(sending.number ?? '');
  const [label, setLabel] = useState('');
  const [proof, setProof] = useState<Proof | null>(null);
  const [tooBig, setTooBig] = useState(false);
  const [tried, setTried] = useState(false);
  const say = useSay();
  const act = useAct(
    (body: Record<string, unknown>, key) =>
      change<DispatchView>('POST', `/dispatches/${sending.actionId}/events`, body, key),
    () => {
      say(text.done);
      onClose();
    },
  );
  const submit = () => {
    setTried(true);
    if (kind === '' || on === '' || tooBig) return;
    act.mutate({
      kind,
      on,
      ...(label.trim() ? { label: label.trim() } : {}),
      ...(sending.channel === 'registered' && number.trim() ? { number: number.trim() } : {}),
      ...(proof ? { proof } : {}),
    });
  };
  const choose = (file: File | undefined) => {
    setTooBig((file?.size ?? 0) > PROOF_BYTES);
    setProof(null);
    if (file && file.size <= PROOF_BYTES) void proofOf(file).then(setProof);
  };
  return (
    <Dialog
      title={text.title(sending.debtorName)}
      onClose={onClose}
      onSubmit={submit}
      foot={<SubmitFoot label={text.submit} busy={act.isPending} onClose={onClose} />}
    >
      <SelectField
        label={text.kind}
        value={kind}
        onValue={(value) => setKind(value as DispatchEventKind)}
        options={[
          { value: '', label: '–' },
          ...DISPATCH_EVENTS.map((value) => ({ value, label: dispatchEventName(value, sending) })),
        ]}
      />
      <TextField label={text.on} type="date" value={on} onValue={setOn} />
      {sending.channel === 'registered' && (
        <TextField
          optional
          label={text.number}
          hint={text.numberHint}
          value={number}
          onValue={setNumber}
          maxLength={40}
        />
      )}
      <TextField optional label={text.label} value={label} onValue={setLabel} maxLength={500} />
      <Field optional label={text.proof} hint={text.proofHint} error={tooBig ? text.proofTooBig : null}>
        {(wiring) => (
          <input
            {...wiring}
            type="file"
            accept="application/pdf,image/jpeg,image/png"
            onChange={(event) => choose(event.target.files?.[0])}
          />
        )}
      </Field>
      {tried && (kind === '' || on === '') && <Notice kind="warn">{text.missing}</Notice>}
      <ActError error={act.error} />
    </Dialog>
  );
}
