import { useState } from 'react';
import { t } from '../../texts/index.ts';
import { Dialog, SubmitFoot } from '../../ui/dialog.tsx';
import { ChoiceField, TextField } from '../../ui/field.tsx';
import { ActError } from '../../ui/states.tsx';

const text = t.matching.aside;
const OTHER = text.reasons.at(-1)!;

/** Why a line is from no customer; the words are kept with it. */
export function SetAsideDialog({
  busy,
  error,
  onAside,
  onClose,
}: {
  busy: boolean;
  error: unknown;
  onAside: (reason: string) => void;
  onClose: () => void;
}) {
  const [reason, setReason] = useState(text.reasons[0]!);
  const [other, setOther] = useState('');
  const [tried, setTried] = useState(false);
  const written = reason === OTHER ? other.trim() : reason;
  const submit = () => {
    setTried(true);
    if (written) onAside(written);
  };
  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      onSubmit={submit}
      foot={<SubmitFoot label={text.submit} busy={busy} onClose={onClose} />}
    >
      <p className="soft">{text.text}</p>
      <ChoiceField
        legend={text.reason}
        value={reason}
        onValue={setReason}
        options={text.reasons.map((one) => ({ value: one, label: one }))}
      />
      {reason === OTHER && (
        <TextField
          label={text.other}
          maxLength={200}
          value={other}
          onValue={setOther}
          autoFocus
          error={tried && !written ? text.missing : null}
        />
      )}
      <ActError error={error} />
    </Dialog>
  );
}
