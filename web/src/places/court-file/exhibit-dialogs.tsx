import {
  type CourtBundleView,
  type CourtExhibitView,
  EXHIBIT_KINDS,
  EXHIBIT_NAMES,
  type ExhibitKind,
} from '@acquit/recovery';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change, query } from '../../api/client.ts';
import { courtFilePath } from '../../api/court-file.ts';
import { courtFile as text } from '../../texts/fr/court-file.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, SelectField, TextField } from '../../ui/field.tsx';
import { ActError } from '../../ui/states.tsx';

/** What the case gathers by itself is added by nobody. */
const ADDED = EXHIBIT_KINDS.filter((kind) => kind !== 'journal' && kind !== 'e-invoice');

/** Adds a file: what it is, how it is called, and the file itself. */
export function AddExhibit({ view, onClose }: { view: CourtBundleView; onClose: () => void }) {
  const [kind, setKind] = useState<ExhibitKind>('contract');
  const [name, setName] = useState('');
  const [day, setDay] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [error, setError] = useState<string | null>(null);
  const title = name.trim() || EXHIBIT_NAMES[kind];
  const add = useAct(
    (form: FormData, key) =>
      change<CourtBundleView>('POST', `${courtFilePath(view)}/files${query({ kind, title, on: day })}`, form, key),
    onClose,
  );
  const submit = () => {
    if (file === null) return setError(text.choiceOfFile);
    const form = new FormData();
    form.append('file', file);
    add.mutate(form);
  };
  return (
    <Dialog
      title={text.add}
      onClose={onClose}
      onSubmit={submit}
      foot={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button kind="primary" type="submit" busy={add.isPending}>
            {text.keep}
          </Button>
        </>
      }
    >
      <SelectField
        label={text.kind}
        value={kind}
        options={ADDED.map((one) => ({ value: one, label: EXHIBIT_NAMES[one] }))}
        onValue={(value) => setKind(value as ExhibitKind)}
      />
      <TextField
        label={text.name}
        optional
        value={name}
        onValue={setName}
        maxLength={200}
        placeholder={EXHIBIT_NAMES[kind]}
      />
      <TextField label={text.day} optional type="date" value={day} onValue={setDay} />
      <Field label={text.file} hint={text.addText} error={error}>
        {(wiring) => (
          <input
            {...wiring}
            className="input"
            type="file"
            accept="application/pdf,image/jpeg,image/png"
            onChange={({ target }) => {
              setFile(target.files?.[0] ?? null);
              setError(null);
            }}
          />
        )}
      </Field>
      <ActError error={add.error} />
    </Dialog>
  );
}

/** Another name for an exhibit, as the list and its pages bear it. */
export function RenameExhibit({
  exhibit,
  onName,
  onClose,
}: {
  exhibit: CourtExhibitView;
  onName: (title: string) => void;
  onClose: () => void;
}) {
  const [name, setName] = useState(exhibit.title);
  return (
    <Dialog
      title={text.renameWhat(exhibit.title)}
      onClose={onClose}
      onSubmit={() => {
        if (name.trim() !== '') onName(name.trim());
        onClose();
      }}
      foot={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button kind="primary" type="submit">
            {text.save}
          </Button>
        </>
      }
    >
      <TextField label={text.name} value={name} onValue={setName} maxLength={200} />
    </Dialog>
  );
}
