import type { CompanyView } from '@acquit/recovery';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../api/act.ts';
import { change } from '../api/client.ts';
import { sessionQuery } from '../api/queries.ts';
import { t } from '../texts/index.ts';
import { Dialog, SubmitFoot } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { ActError } from '../ui/states.tsx';
import { useSay } from '../ui/toasts.tsx';

/** A company made by hand, always in test mode; most are made from the seller of the first imported invoice. */
export function AddCompany({ onClose, onCreated }: { onClose: () => void; onCreated: (companyId: string) => void }) {
  const [name, setName] = useState('');
  const [siren, setSiren] = useState('');
  const [tried, setTried] = useState(false);
  const client = useQueryClient();
  const say = useSay();
  const digits = siren.replace(/\s/g, '');
  const sirenWrong = digits !== '' && !/^\d{9}$/.test(digits);
  const create = useAct(
    (body: { name: string; legalId?: string }, key) => change<CompanyView>('POST', '/companies', body, key),
    async (company) => {
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
      say(t.shell.companyAdded(company.name));
      onCreated(company.companyId);
      onClose();
    },
  );
  const submit = () => {
    setTried(true);
    if (name.trim() === '' || sirenWrong) return;
    create.mutate({ name: name.trim(), ...(digits ? { legalId: digits } : {}) });
  };
  return (
    <Dialog
      title={t.shell.addCompany}
      onClose={onClose}
      onSubmit={submit}
      foot={<SubmitFoot label={t.shell.addCompanySubmit} busy={create.isPending} onClose={onClose} />}
    >
      <TextField
        label={t.shell.addCompanyName}
        value={name}
        onValue={setName}
        error={tried && name.trim() === '' ? t.shell.addCompanyNameMissing : null}
      />
      <TextField
        label={t.shell.addCompanyId}
        hint={t.shell.addCompanyIdHint}
        optional
        inputMode="numeric"
        value={siren}
        onValue={setSiren}
        error={tried && sirenWrong ? t.shell.addCompanyIdWrong : null}
      />
      <ActError error={create.error} />
    </Dialog>
  );
}
