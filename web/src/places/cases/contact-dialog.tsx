import type { ContactView, CustomerView } from '@acquit/recovery';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, SubmitFoot } from '../../ui/dialog.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { ActError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';

const text = t.customers.contact;
const roles = Object.entries(t.customers.role).map(([value, label]) => ({ value, label }));

const orNull = (value: string) => (value.trim() === '' ? null : value.trim());

/** Adds somebody at the customer's, or corrects or removes him. */
export function ContactDialog({
  debtorId,
  contact,
  isFirst,
  onClose,
}: {
  debtorId: string;
  contact: ContactView | null;
  isFirst: boolean;
  onClose: () => void;
}) {
  const [form, setForm] = useState({
    role: contact?.role ?? 'accounts-payable',
    name: contact?.name ?? '',
    email: contact?.email ?? '',
    phone: contact?.phone ?? '',
    note: contact?.note ?? '',
  });
  const fixedMain = contact?.isMain ?? isFirst;
  const [isMain, setMain] = useState(fixedMain);
  const [tried, setTried] = useState(false);
  const set = (field: keyof typeof form) => (value: string) => setForm((before) => ({ ...before, [field]: value }));
  const say = useSay();
  const base = `/debtors/${debtorId}/contacts`;
  const save = useAct(
    (body: Record<string, unknown>, key) =>
      contact
        ? change<CustomerView>('PATCH', `${base}/${contact.contactId}`, body, key)
        : change<CustomerView>('POST', base, body, key),
    () => {
      say(text.saved);
      onClose();
    },
  );
  const remove = useAct(
    (_: null, key) => change<CustomerView>('POST', `${base}/${contact?.contactId}/remove`, {}, key),
    () => {
      say(text.removed);
      onClose();
    },
  );
  const emailWrong = form.email.trim() !== '' && !/^\S+@\S+\.\S+$/.test(form.email.trim());
  const isEmpty = [form.name, form.email, form.phone].every((value) => value.trim() === '');
  const submit = () => {
    setTried(true);
    if (emailWrong || isEmpty) return;
    save.mutate({
      role: form.role,
      name: orNull(form.name),
      email: orNull(form.email),
      phone: orNull(form.phone),
      note: orNull(form.note),
      ...(isMain && !contact?.isMain ? { isMain: true } : {}),
    });
  };
  return (
    <Dialog
      title={contact ? text.edit : text.add}
      onClose={onClose}
      onSubmit={submit}
      foot={
        <>
          {contact && (
            <>
              <Button kind="quiet" busy={remove.isPending} onClick={() => remove.mutate(null)}>
                {text.remove}
              </Button>
              <span className="grow" />
            </>
          )}
          <SubmitFoot label={t.common.save} busy={save.isPending} onClose={onClose} />
        </>
      }
    >
      <div className="form-grid">
        <SelectField label={text.role} value={form.role} onValue={set('role')} options={roles} />
        <TextField
          label={text.name}
          maxLength={120}
          value={form.name}
          onValue={set('name')}
          error={tried && isEmpty ? text.empty : null}
        />
        <TextField
          label={text.email}
          type="email"
          maxLength={254}
          value={form.email}
          onValue={set('email')}
          error={tried && emailWrong ? text.emailWrong : null}
        />
        <TextField label={text.phone} type="tel" maxLength={40} value={form.phone} onValue={set('phone')} />
        <TextField wide label={text.note} optional maxLength={500} value={form.note} onValue={set('note')} />
      </div>
      <label className="choice">
        <input
          type="checkbox"
          checked={isMain}
          disabled={fixedMain}
          onChange={(event) => setMain(event.target.checked)}
        />
        <span>{text.main}</span>
        <span className="field-hint">{text.mainHint}</span>
      </label>
      <ActError error={save.error ?? remove.error} />
    </Dialog>
  );
}
