import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { casesQuery, itemsOf } from '../../api/queries.ts';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Amount } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';

const text = t.receipts.dialog;

export interface PickedCase {
  caseId: string;
  name: string;
}

/** Finds the debtor who paid, by name or by invoice number, asking the server for the few that fit. */
export function CasePicker({
  picked,
  onPick,
  error,
}: {
  picked: PickedCase | null;
  onPick: (picked: PickedCase | null) => void;
  error: string | null;
}) {
  const company = useCompany();
  const [typed, setTyped] = useState('');
  const q = typed.trim();
  const found = useInfiniteQuery({ ...casesQuery(company.companyId, { q, filter: 'all' }), enabled: q.length >= 2 });
  if (picked) {
    return (
      <div className="row-between">
        <p>
          <span className="field-label">{text.case}</span>
          <br />
          <strong className="wrap-anywhere">{picked.name}</strong>
        </p>
        <Button kind="quiet" small onClick={() => onPick(null)}>
          {text.change}
        </Button>
      </div>
    );
  }
  const rows = itemsOf(found.data).slice(0, 6);
  return (
    <div className="stack-tight">
      <TextField
        label={text.case}
        hint={text.caseHint}
        type="search"
        autoComplete="off"
        value={typed}
        onValue={setTyped}
        error={error}
      />
      <div role="status">
        {found.isSuccess && rows.length === 0 && <p className="small soft">{text.caseNone}</p>}
        <ul className="picks">
          {rows.map((row) => (
            <li key={row.caseId}>
              <button
                type="button"
                className="pick"
                onClick={() => onPick({ caseId: row.caseId, name: row.debtorName })}
              >
                <span className="wrap-anywhere">{row.debtorName}</span>
                <span className="soft">
                  <Amount cents={row.openCents} />
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
