import type { BankLineView, MatchableClaim } from '@acquit/recovery';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { matchableQuery } from '../../api/queries.ts';
import { editableEuros, euros, parseEuros } from '../../format/money.ts';
import { t } from '../../texts/index.ts';
import { Amount, Badge, DayText } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, SubmitFoot } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { ActError } from '../../ui/states.tsx';
import { useTyped } from '../../ui/typed.ts';

const text = t.matching.chooser;

interface Chosen {
  claim: MatchableClaim;
  typed: string;
}

function Found({ claim, onAdd }: { claim: MatchableClaim; onAdd: () => void }) {
  return (
    <li>
      <button type="button" className="pick" aria-label={text.add(claim.number)} onClick={onAdd}>
        <span className="wrap-anywhere">
          <strong>{claim.number}</strong> {claim.fits && <Badge kind="accent">{text.fits}</Badge>}
          <span className="small soft block">
            {claim.debtorName} · <DayText day={claim.dueOn} />
          </span>
        </span>
        <Amount cents={claim.openCents} />
      </button>
    </li>
  );
}

/** What is typed for a claim, in cents, or what is wrong with it. */
function readPart({ claim, typed }: Chosen): { cents: number | null; error: string | null } {
  const cents = parseEuros(typed);
  if (cents === null) return { cents: null, error: typed.trim() === '' ? null : text.wrong };
  return { cents, error: cents > claim.openCents ? text.beyond : null };
}

/** Choosing by hand the claims that a line pays, with the amount for each and what remains, as it is typed. */
export function Chooser({
  line,
  busy,
  error,
  onMatch,
  onClose,
}: {
  line: BankLineView;
  busy: boolean;
  error: unknown;
  onMatch: (parts: { claimId: string; amountCents: number }[]) => void;
  onClose: () => void;
}) {
  const [q, setQ] = useState('');
  const [typed, setTyped] = useTyped(q, setQ);
  const [chosen, setChosen] = useState<readonly Chosen[]>([]);
  const found = useQuery(matchableQuery(line.lineId, q));
  const parts = chosen.map(readPart);
  const given = parts.reduce((sum, part) => sum + (part.cents ?? 0), 0);
  const left = line.amountCents - given;
  const ready = chosen.length > 0 && left >= 0 && parts.every((part) => part.cents !== null && part.error === null);
  const add = (claim: MatchableClaim) =>
    setChosen([...chosen, { claim, typed: left > 0 ? editableEuros(Math.min(claim.openCents, left)) : '' }]);
  const rest = (found.data?.items ?? []).filter((claim) => !chosen.some((one) => one.claim.claimId === claim.claimId));
  const submit = () => {
    if (!ready) return;
    onMatch(chosen.map(({ claim }, n) => ({ claimId: claim.claimId, amountCents: parts[n]!.cents! })));
  };
  return (
    <Dialog
      title={text.title}
      shape="wide"
      onClose={onClose}
      onSubmit={submit}
      foot={
        <>
          <p className={left < 0 ? 'grow warn-text' : 'grow'} role="status">
            {left < 0
              ? text.tooMuch(euros(-left))
              : left === 0
                ? text.leftNone
                : ready
                  ? text.leftCredit(euros(left))
                  : text.left(euros(left))}
          </p>
          <SubmitFoot
            label={given > 0 ? text.submitOne(euros(given)) : text.submit}
            busy={busy}
            disabled={!ready}
            onClose={onClose}
          />
        </>
      }
    >
      {chosen.length > 0 && (
        <section className="stack-tight">
          <h3>{text.chosen}</h3>
          <ul className="chosen-parts">
            {chosen.map(({ claim, typed: value }, n) => (
              <li key={claim.claimId}>
                <div className="wrap-anywhere">
                  <strong>{claim.number}</strong>{' '}
                  <span className="small soft">{text.open(euros(claim.openCents))}</span>
                  <div className="small soft">{claim.debtorName}</div>
                </div>
                <TextField
                  label={text.amount(claim.number)}
                  suffix="€"
                  inputMode="decimal"
                  value={value}
                  onValue={(next) => setChosen(chosen.map((one, m) => (m === n ? { ...one, typed: next } : one)))}
                  error={parts[n]?.error}
                />
                <Button
                  kind="quiet"
                  small
                  aria-label={text.remove(claim.number)}
                  onClick={() => setChosen(chosen.filter((_, m) => m !== n))}
                >
                  {text.removeShort}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <TextField
        label={text.search}
        hint={text.hint}
        type="search"
        autoComplete="off"
        autoFocus
        value={typed}
        onValue={setTyped}
      />
      <div role="status">
        {found.isSuccess && rest.length === 0 && <p className="small soft">{text.none}</p>}
        <ul className="picks">
          {rest.slice(0, 12).map((claim) => (
            <Found key={claim.claimId} claim={claim} onAdd={() => add(claim)} />
          ))}
        </ul>
      </div>
      <ActError error={error} />
    </Dialog>
  );
}
