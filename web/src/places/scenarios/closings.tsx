import type { PauseView } from '@acquit/recovery';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { closingsQuery } from '../../api/commitments.ts';
import { isDay } from '../../format/days.ts';
import { useCompany, useSigned } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Section } from '../../ui/page.tsx';
import { ActError, Loaded } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';
import { PauseLine } from '../commitments/lines.tsx';
import '../../styles/commitments.css';

const text = t.scenarios.closings;

/** Days on which the company is closed: nothing of any case leaves, and all goes on by itself after. */
export function Closings() {
  const { companyId } = useCompany();
  const closings = useQuery(closingsQuery(companyId));
  return (
    <Section title={text.title}>
      <div className="stack-tight">
        <p className="soft measure">{text.lead}</p>
        <Loaded from={closings} lines={2}>
          {(list) =>
            list.length === 0 ? (
              <p>{text.none}</p>
            ) : (
              <ul className="commitments">
                {list.map((closing) => (
                  <PauseLine key={closing.pauseId} pause={closing} />
                ))}
              </ul>
            )
          }
        </Loaded>
        <ClosingForm />
      </div>
    </Section>
  );
}

function ClosingForm() {
  const { companyId } = useCompany();
  const { session } = useSigned();
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const say = useSay();
  const add = useAct(
    (body: object, key) => change<PauseView>('POST', `/companies/${companyId}/closings`, body, key),
    () => {
      say(text.saved);
      setFrom('');
      setUntil('');
      setReason('');
      setTried(false);
    },
  );
  const daysWrong = !isDay(from) || !isDay(until) || until < from;
  return (
    <form
      className="stack-tight"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!daysWrong && reason.trim()) add.mutate({ from, until, reason: reason.trim() });
      }}
    >
      <div className="form-grid">
        <TextField
          label={text.from}
          type="date"
          value={from}
          onValue={setFrom}
          error={tried && !isDay(from) ? text.daysWrong : null}
        />
        <TextField
          label={text.until}
          type="date"
          min={from || session.today}
          value={until}
          onValue={setUntil}
          error={tried && isDay(from) && daysWrong ? text.daysWrong : null}
        />
        <TextField
          wide
          label={text.reason}
          hint={text.reasonHint}
          maxLength={200}
          value={reason}
          onValue={setReason}
          error={tried && !reason.trim() ? text.reasonMissing : null}
        />
      </div>
      <ActError error={add.error} />
      <div>
        <Button type="submit" busy={add.isPending}>
          {text.add}
        </Button>
      </div>
    </form>
  );
}
