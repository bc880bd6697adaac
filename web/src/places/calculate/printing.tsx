import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { askFile } from '../../api/client.ts';
import { sessionQuery } from '../../api/queries.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextAreaField, TextField } from '../../ui/field.tsx';
import { ActError } from '../../ui/states.tsx';
import type { Calculator } from './fields.ts';
import { words } from './words.ts';

const text = words.statement;

/** Hands a file to the browser's own download, under the name the server gave it. */
function save({ name, content }: { name: string; content: Blob }): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

function PrintDialog({ rule, input, onClose }: { rule: string; input: Record<string, unknown>; onClose: () => void }) {
  const session = useQuery(sessionQuery);
  const companies = session.data?.companies ?? [];
  const [creditor, setCreditor] = useState(companies.length === 1 ? companies[0]!.name : '');
  const [debtor, setDebtor] = useState('');
  const [reference, setReference] = useState('');
  const [place, setPlace] = useState('');
  const make = useMutation({
    mutationFn: () => askFile(`/law/${rule}/statement`, { input, creditor, debtor, reference, place }),
    onSuccess(file) {
      save(file);
      onClose();
    },
  });
  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      onSubmit={() => make.mutate()}
      foot={
        <Button kind="primary" type="submit" busy={make.isPending}>
          {make.isPending ? text.making : text.make}
        </Button>
      }
    >
      <p className="soft">{text.lead}</p>
      <div className="form-grid">
        <TextAreaField optional label={text.creditor} hint={text.partyHint} value={creditor} onValue={setCreditor} />
        <TextAreaField optional label={text.debtor} hint={text.partyHint} value={debtor} onValue={setDebtor} />
        <TextField
          optional
          label={text.reference}
          hint={text.referenceHint}
          value={reference}
          onValue={setReference}
          maxLength={200}
        />
        <TextField optional label={text.place} value={place} onValue={setPlace} maxLength={100} />
      </div>
      <ActError error={make.error} />
    </Dialog>
  );
}

/** The way to the statement in PDF; what names the parties is asked only then. */
export function Printing({ calculator, input }: { calculator: Calculator; input: Record<string, unknown> }) {
  const [isOpen, setOpen] = useState(false);
  const isAccount = calculator.rule === 'late-penalties' || calculator.rule === 'legal-interest';
  return (
    <div className="calc-print">
      <Button onClick={() => setOpen(true)}>{isAccount ? text.open : text.openPage}</Button>
      {isOpen && <PrintDialog rule={calculator.rule} input={input} onClose={() => setOpen(false)} />}
    </div>
  );
}
