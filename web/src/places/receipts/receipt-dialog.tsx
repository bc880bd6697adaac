import type { CaseView, ReceiptView } from '@acquit/recovery';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { caseQuery } from '../../api/queries.ts';
import { isDay } from '../../format/days.ts';
import { editableEuros, euros, parseEuros } from '../../format/money.ts';
import { useSigned } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Amount, DayText } from '../../ui/bits.tsx';
import { Dialog, SubmitFoot } from '../../ui/dialog.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { ActError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';
import { CasePicker, type PickedCase } from './case-picker.tsx';

const text = t.receipts.dialog;
const methods = Object.entries(t.words.receiptMethod).map(([value, label]) => ({ value, label }));

interface NewReceipt {
  caseId: string;
  receivedOn: string;
  amountCents: number;
  method: string;
  reference?: string;
  claimIds?: string[];
}

function ClaimChoice({
  view,
  chosen,
  onChosen,
}: {
  view: CaseView;
  chosen: readonly string[];
  onChosen: (ids: string[]) => void;
}) {
  const claims = view.claims.filter((claim) => claim.status === 'open' && claim.kind !== 'credit-note');
  if (claims.length < 2) return null;
  return (
    <fieldset className="stack-tight">
      <legend className="field-label">{text.claims}</legend>
      <p className="field-hint">{text.claimsHint}</p>
      <div className="claim-choices">
        {claims.map((claim) => (
          <label className="choice" key={claim.claimId}>
            <input
              type="checkbox"
              checked={chosen.includes(claim.claimId)}
              onChange={(event) =>
                onChosen(
                  event.target.checked ? [...chosen, claim.claimId] : chosen.filter((id) => id !== claim.claimId),
                )
              }
            />
            <span className="row-between">
              <span className="wrap-anywhere">
                {claim.number}{' '}
                <span className="small soft">
                  <DayText day={claim.dueOn} />
                </span>
              </span>
              <Amount cents={claim.openCents} />
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A sum received, entered by hand. From a case the debtor is known; from the list he is searched. */
export function ReceiptDialog({ view: given, onClose }: { view?: CaseView; onClose: () => void }) {
  const { session } = useSigned();
  const [picked, setPicked] = useState<PickedCase | null>(
    given ? { caseId: given.caseId, name: given.debtor.name } : null,
  );
  const fetched = useQuery({ ...caseQuery(picked?.caseId ?? '', undefined), enabled: !given && picked !== null });
  const view = given ?? (picked ? fetched.data : undefined);
  const [receivedOn, setReceivedOn] = useState(session.today);
  const [amount, setAmount] = useState('');
  const [method, setMethod] = useState('transfer');
  const [reference, setReference] = useState('');
  const [claimIds, setClaimIds] = useState<string[]>([]);
  const [tried, setTried] = useState(false);
  const say = useSay();
  const act = useAct(
    (body: NewReceipt, key) => change<ReceiptView>('POST', '/receipts', body, key),
    (_, body) => {
      say(text.done(euros(body.amountCents)));
      onClose();
    },
  );
  const cents = parseEuros(amount);
  const dayWrong = !isDay(receivedOn) || receivedOn > session.today;
  const submit = () => {
    setTried(true);
    if (!picked || cents === null || dayWrong) return;
    act.mutate({
      caseId: picked.caseId,
      receivedOn,
      amountCents: cents,
      method,
      ...(reference.trim() ? { reference: reference.trim() } : {}),
      ...(claimIds.length > 0 ? { claimIds } : {}),
    });
  };
  const balance = view?.owed.claimedCents ?? 0;
  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      onSubmit={submit}
      foot={<SubmitFoot label={text.submit} busy={act.isPending} onClose={onClose} />}
    >
      {given ? (
        <p className="soft wrap-anywhere">{text.forCase(given.debtor.name)}</p>
      ) : (
        <CasePicker
          picked={picked}
          onPick={(next) => {
            setPicked(next);
            setClaimIds([]);
          }}
          error={tried && !picked ? text.caseMissing : null}
        />
      )}
      <div className="form-grid">
        <TextField
          label={text.amount}
          suffix="€"
          inputMode="decimal"
          value={amount}
          onValue={setAmount}
          error={tried && cents === null ? text.amountWrong : null}
          hint={
            balance > 0 && (
              <button type="button" className="link-button" onClick={() => setAmount(editableEuros(balance))}>
                {text.amountAll(euros(balance))}
              </button>
            )
          }
        />
        <SelectField label={text.method} value={method} onValue={setMethod} options={methods} />
        <TextField
          wide
          label={text.on}
          hint={text.onHint}
          type="date"
          max={session.today}
          value={receivedOn}
          onValue={setReceivedOn}
          error={tried && dayWrong ? text.onWrong : null}
        />
        <TextField
          wide
          optional
          label={text.reference}
          maxLength={140}
          hint={text.referenceHint}
          value={reference}
          onValue={setReference}
        />
      </div>
      {view && <ClaimChoice view={view} chosen={claimIds} onChosen={setClaimIds} />}
      <ActError error={act.error} />
    </Dialog>
  );
}
