import type { CaseView, DebtorView } from '@acquit/recovery';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField, TextAreaField, TextField } from '../../ui/field.tsx';
import { ActError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';

const text = t.cases.contactDialog;
const kinds = Object.entries(t.words.debtorKind).map(([value, label]) => ({ value, label }));

/** Empty means unknown: the server keeps null, never an empty text. */
const orNull = (value: string) => (value.trim() === '' ? null : value.trim());

export function ContactDialog({
  caseId,
  debtor,
  onClose,
}: {
  caseId: string;
  debtor: DebtorView;
  onClose: () => void;
}) {
  const [form, setForm] = useState({
    kind: debtor.kind ?? '',
    email: debtor.email ?? '',
    phone: debtor.phone ?? '',
    contactName: debtor.contactName ?? '',
    address: debtor.addressLines.join('\n'),
    postcode: debtor.postcode ?? '',
    city: debtor.city ?? '',
    insolvencyOpenedOn: debtor.insolvencyOpenedOn ?? '',
  });
  const set = (field: keyof typeof form) => (value: string) => setForm((before) => ({ ...before, [field]: value }));
  const say = useSay();
  const act = useAct(
    (body: Record<string, unknown>, key) => change<CaseView>('PATCH', `/cases/${caseId}/debtor`, body, key),
    () => {
      say(text.saved);
      onClose();
    },
  );
  const emailWrong = form.email.trim() !== '' && !/^\S+@\S+\.\S+$/.test(form.email.trim());
  const submit = () => {
    if (emailWrong) return;
    act.mutate({
      kind: orNull(form.kind),
      email: orNull(form.email),
      phone: orNull(form.phone),
      contactName: orNull(form.contactName),
      addressLines: form.address
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
      postcode: orNull(form.postcode),
      city: orNull(form.city),
      insolvencyOpenedOn: orNull(form.insolvencyOpenedOn),
    });
  };
  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      onSubmit={submit}
      foot={
        <>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button kind="primary" type="submit" busy={act.isPending}>
            {t.common.save}
          </Button>
        </>
      }
    >
      <SelectField label={text.kind} hint={text.kindHint} value={form.kind} onValue={set('kind')} options={kinds} />
      <div className="form-grid">
        <TextField
          label={text.email}
          type="email"
          value={form.email}
          onValue={set('email')}
          error={emailWrong ? text.emailWrong : null}
        />
        <TextField label={text.phone} type="tel" value={form.phone} onValue={set('phone')} />
        <TextField
          wide
          label={text.contact}
          hint={text.contactHint}
          value={form.contactName}
          onValue={set('contactName')}
        />
        <TextAreaField
          wide
          label={text.address}
          hint={text.addressHint}
          rows={2}
          value={form.address}
          onValue={set('address')}
        />
        <TextField label={text.postcode} value={form.postcode} onValue={set('postcode')} />
        <TextField label={text.city} value={form.city} onValue={set('city')} />
        <TextField
          wide
          label={text.insolvency}
          hint={text.insolvencyHint}
          optional
          type="date"
          value={form.insolvencyOpenedOn}
          onValue={set('insolvencyOpenedOn')}
        />
      </div>
      <ActError error={act.error} />
    </Dialog>
  );
}
