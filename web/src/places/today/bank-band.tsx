import type { BankFreshnessView } from '@acquit/recovery';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { shortDay } from '../../format/days.ts';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Dialog, SubmitFoot } from '../../ui/dialog.tsx';
import { ActError, Notice } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';

const text = t.bank;

/** Repeats what may go wrong: a message that has left is not called back. */
function AnywayDialog({ bank, onClose }: { bank: BankFreshnessView; onClose: () => void }) {
  const company = useCompany();
  const say = useSay();
  const act = useAct(
    (_: null, key) =>
      change<BankFreshnessView>('POST', `/companies/${company.companyId}/bank/send-anyway`, { confirm: true }, key),
    () => {
      say(text.anyway.done);
      onClose();
    },
  );
  return (
    <Dialog
      title={text.anyway.title}
      onClose={onClose}
      onSubmit={() => act.mutate(null)}
      foot={<SubmitFoot label={text.anyway.submit} busy={act.isPending} onClose={onClose} />}
    >
      <p>{bank.coveredUntil ? text.anyway.text(shortDay(bank.coveredUntil)) : text.anyway.textUnknown}</p>
      <p className="soft">{text.anyway.scope}</p>
      <ActError error={act.error} />
    </Dialog>
  );
}

/** Over the day's work when the bank's data are old: nothing leaves, and the two ways out. */
export function BankBand({ bank }: { bank: BankFreshnessView }) {
  const [asking, setAsking] = useState(false);
  if (!bank.held) return bank.stale && bank.releasedToday ? <Notice title={text.released} /> : null;
  return (
    <>
      <Notice
        kind="warn"
        title={bank.coveredUntil ? text.held.title(shortDay(bank.coveredUntil)) : text.held.titleUnknown}
        actions={
          <>
            <ButtonLink kind="primary" small to="/importer">
              {text.held.import}
            </ButtonLink>
            <Button small onClick={() => setAsking(true)}>
              {text.held.anyway}
            </Button>
          </>
        }
      >
        {bank.message && <p>{bank.message}</p>}
      </Notice>
      {asking && <AnywayDialog bank={bank} onClose={() => setAsking(false)} />}
    </>
  );
}
