import type { EventDefinition, ProcedureEventView, ProcedureView } from '@acquit/recovery';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { isDay, shortDay } from '../../format/days.ts';
import { euros } from '../../format/money.ts';
import { litigation } from '../../texts/fr/litigation.ts';
import { DayText, Facts } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, SubmitFoot } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { Section } from '../../ui/page.tsx';
import { ActError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';
import { FileButton } from '../commitments/file-button.tsx';

const text = litigation.procedure;

function WithdrawDialog({ event, onClose }: { event: ProcedureEventView; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const say = useSay();
  const act = useAct(
    (body: object, key) => change('POST', `/procedure-events/${event.eventId}/withdraw`, body, key),
    () => {
      say(text.withdrawDone);
      onClose();
    },
  );
  return (
    <Dialog
      title={text.withdrawTitle}
      onClose={onClose}
      onSubmit={() => act.mutate({ reason: reason.trim() || null })}
      foot={<SubmitFoot label={text.withdraw} busy={act.isPending} onClose={onClose} />}
    >
      <p>
        <strong>{event.label}</strong>, {shortDay(event.on)}
      </p>
      <p className="soft">{text.withdrawText}</p>
      <TextField optional label={text.withdrawReason} maxLength={500} value={reason} onValue={setReason} />
      <ActError error={act.error} />
    </Dialog>
  );
}

/** A value as a person reads it, by the definition of its field. */
function written(definition: EventDefinition | undefined, name: string, value: string | number | boolean): string {
  const field = definition?.fields.find((one) => one.name === name);
  if (typeof value === 'boolean') return value ? litigation.event.yes : litigation.event.no;
  if (field?.type === 'cents') return euros(Number(value));
  if (field?.type === 'day' && isDay(String(value))) return shortDay(String(value));
  return field?.choices?.find((one) => one.value === value)?.label ?? String(value);
}

function EventLine({ view, event }: { view: ProcedureView; event: ProcedureEventView }) {
  const [withdrawing, setWithdrawing] = useState(false);
  const { withdrawn, proof } = event;
  const definition = view.definitions.find((one) => one.kind === event.kind);
  const values = Object.entries(event.values);
  return (
    <li className={withdrawn ? 'procedure-event faint' : 'procedure-event'}>
      <DayText day={event.on} />
      <div className="stack-tight">
        <strong className="wrap-anywhere">{withdrawn ? <s>{event.label}</s> : event.label}</strong>
        {values.length > 0 && (
          <Facts
            rows={values.map(([name, value]) => [
              definition?.fields.find((one) => one.name === name)?.label ?? name,
              written(definition, name, value),
            ])}
          />
        )}
        {event.note && <p className="small wrap-anywhere">{event.note}</p>}
        <span className="small soft">
          {text.enteredBy(event.enteredBy)}, {shortDay(event.enteredOn)}
        </span>
        {proof && (
          <a
            className="small wrap-anywhere"
            href={`/api/procedures/${view.procedureId}/files/${proof.sha256}`}
            target="_blank"
            rel="noopener"
          >
            {text.proof} : {proof.name}
          </a>
        )}
        {withdrawn ? (
          <span className="small">
            {text.wasWithdrawn(withdrawn.by, shortDay(withdrawn.on))} {withdrawn.reason}
          </span>
        ) : (
          <>
            {!proof && event.expectedProof && (
              <span className="small warn-text">{text.expected(event.expectedProof)}</span>
            )}
            <span className="row">
              <FileButton
                path={`/procedure-events/${event.eventId}/proof`}
                label={proof ? text.replaceProof : text.addProof}
                done={text.proofKept}
              />
              <Button kind="quiet" small onClick={() => setWithdrawing(true)}>
                {text.withdraw}
              </Button>
            </span>
          </>
        )}
      </div>
      {withdrawing && <WithdrawDialog event={event} onClose={() => setWithdrawing(false)} />}
    </li>
  );
}

/** What happened in a procedure, in the order of the days; what was taken back stays, struck out. */
export function ProcedureEvents({ view }: { view: ProcedureView }) {
  return (
    <Section title={text.events}>
      {view.events.length === 0 ? (
        <p className="soft">{text.noEvents}</p>
      ) : (
        <ol className="procedure-events">
          {view.events.map((event) => (
            <EventLine key={event.eventId} view={view} event={event} />
          ))}
        </ol>
      )}
    </Section>
  );
}
