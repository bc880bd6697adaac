import type { EventDefinition, ProcedureView } from '@acquit/recovery';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { isDay } from '../../format/days.ts';
import { useSigned } from '../../shell/session.tsx';
import { litigation } from '../../texts/fr/litigation.ts';
import { Dialog, SubmitFoot } from '../../ui/dialog.tsx';
import { Field, SelectField, TextField } from '../../ui/field.tsx';
import { ActError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';
import { EventFields, fieldFault, type TypedValues, valuesOf } from './event-fields.tsx';

const text = litigation.event;

/** The event just entered: identifiers bear the moment they were drawn. */
const latest = ({ events }: ProcedureView) =>
  events
    .map((one) => one.eventId)
    .sort()
    .at(-1);

interface Entered {
  kind: string;
  on: string;
  values: object;
  note: string | null;
}

/** Tells what happened: the form follows the act, and its proof may come with it. */
export function EventDialog({
  view,
  kind: asked,
  onClose,
}: {
  view: ProcedureView;
  /** The act to begin with; absent: one is chosen among all. */
  kind: string | null;
  onClose: () => void;
}) {
  const { session } = useSigned();
  const [kind, setKind] = useState(asked ?? view.next[0]?.kind ?? view.definitions[0]?.kind ?? '');
  const [on, setOn] = useState(session.today);
  const [typed, setTyped] = useState<TypedValues>({});
  const [note, setNote] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [tried, setTried] = useState(false);
  const say = useSay();
  const definition: EventDefinition | undefined = view.definitions.find((one) => one.kind === kind);
  const act = useAct(
    async (order: Entered, key) => {
      const after = await change<ProcedureView>('POST', `/procedures/${view.procedureId}/events`, order, key);
      const eventId = latest(after);
      if (file === null || eventId === undefined) return true;
      const form = new FormData();
      form.append('file', file);
      // The act is entered by now: a proof that does not come through is said, and joined later.
      return change('POST', `/procedure-events/${eventId}/proof`, form).then(
        () => true,
        () => false,
      );
    },
    (proven) => {
      say(proven ? text.done : text.proofFailed);
      onClose();
    },
  );
  if (!definition) return null;
  const { fields } = definition;
  const onWrong = !isDay(on) || on > session.today;
  const submit = () => {
    setTried(true);
    if (onWrong || fields.some((field) => fieldFault(field, typed[field.name] ?? ''))) return;
    act.mutate({ kind, on, values: valuesOf(fields, typed), note: note.trim() || null });
  };
  return (
    <Dialog
      title={asked === null ? litigation.procedure.enter : text.title(definition.label)}
      onClose={onClose}
      onSubmit={submit}
      foot={<SubmitFoot label={text.submit} busy={act.isPending} onClose={onClose} />}
    >
      <div className="form-grid">
        {asked === null && (
          <SelectField
            wide
            label={text.which}
            value={kind}
            onValue={(value) => {
              setKind(value);
              setTyped({});
            }}
            options={view.definitions.map((one) => ({ value: one.kind, label: one.label }))}
          />
        )}
        <TextField
          label={text.on}
          type="date"
          max={session.today}
          value={on}
          onValue={setOn}
          error={tried && onWrong ? text.onWrong : null}
        />
        <EventFields key={kind} fields={fields} typed={typed} onTyped={setTyped} tried={tried} />
        <TextField wide optional label={text.note} maxLength={2000} value={note} onValue={setNote} />
        <Field
          wide
          optional
          label={text.proof}
          hint={definition.proof === null ? text.proofPlain : text.proofHint(definition.proof)}
        >
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              type="file"
              onChange={(event) => setFile(event.target.files?.[0] ?? null)}
            />
          )}
        </Field>
      </div>
      <ActError error={act.error} />
    </Dialog>
  );
}
