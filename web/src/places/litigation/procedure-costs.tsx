import type { ProcedureCostView, ProcedureView } from '@acquit/recovery';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { isDay, shortDay } from '../../format/days.ts';
import { parseEuros } from '../../format/money.ts';
import { useSigned } from '../../shell/session.tsx';
import { litigation } from '../../texts/fr/litigation.ts';
import { Amount, AmountLine } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, SubmitFoot } from '../../ui/dialog.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { ActError, tellError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';
import { FileButton } from '../commitments/file-button.tsx';

const text = litigation.costs;
const bearers = Object.entries(text.bearers).map(([value, label]) => ({ value, label }));

function CostDialog({ procedureId, onClose }: { procedureId: string; onClose: () => void }) {
  const { session } = useSigned();
  const [what, setWhat] = useState('');
  const [amount, setAmount] = useState('');
  const [on, setOn] = useState(session.today);
  const [bearer, setBearer] = useState('creditor');
  const [invoice, setInvoice] = useState('');
  const [tried, setTried] = useState(false);
  const say = useSay();
  const cents = parseEuros(amount);
  const onWrong = !isDay(on) || on > session.today;
  const act = useAct(
    (body: object, key) => change('POST', `/procedures/${procedureId}/costs`, body, key),
    () => {
      say(text.done);
      onClose();
    },
  );
  const submit = () => {
    setTried(true);
    if (what.trim() === '' || cents === null || onWrong) return;
    act.mutate({ what: what.trim(), amountCents: cents, on, bearer, invoice: invoice.trim() || null });
  };
  return (
    <Dialog
      title={text.addTitle}
      onClose={onClose}
      onSubmit={submit}
      foot={<SubmitFoot label={text.submit} busy={act.isPending} onClose={onClose} />}
    >
      <div className="form-grid">
        <TextField
          wide
          label={text.what}
          maxLength={200}
          value={what}
          onValue={setWhat}
          error={tried && what.trim() === '' ? text.whatWrong : null}
        />
        <TextField
          label={text.amount}
          suffix="€"
          inputMode="decimal"
          value={amount}
          onValue={setAmount}
          error={tried && cents === null ? text.amountWrong : null}
        />
        <TextField
          label={text.on}
          type="date"
          max={session.today}
          value={on}
          onValue={setOn}
          error={tried && onWrong ? text.onWrong : null}
        />
        <SelectField wide label={text.bearer} value={bearer} onValue={setBearer} options={bearers} />
        <TextField optional label={text.invoice} maxLength={60} value={invoice} onValue={setInvoice} />
      </div>
      <ActError error={act.error} />
    </Dialog>
  );
}

/** One thing taken back with a press: a cost, or its bill. */
function TakeBack({ path, label, done }: { path: string; label: string; done: string }) {
  const say = useSay();
  const act = useAct(
    (_: null, key) => change('POST', path, {}, key),
    () => say(done),
  );
  return (
    <Button
      kind="quiet"
      small
      busy={act.isPending}
      onClick={() => act.mutate(null, { onError: (error) => say(tellError(error).title) })}
    >
      {label}
    </Button>
  );
}

function CostProof({ cost: { costId, procedureId, proof, withdrawn } }: { cost: ProcedureCostView }) {
  const path = `/procedure-costs/${costId}/proof`;
  return (
    <>
      {proof !== null && (
        <a
          className="small wrap-anywhere"
          href={`/api/procedures/${procedureId}/files/${proof.sha256}`}
          target="_blank"
          rel="noopener"
        >
          {text.proof(proof.name)}
        </a>
      )}
      {!withdrawn && (
        <span className="row">
          <FileButton path={path} label={proof === null ? text.addProof : text.replaceProof} done={text.proofKept} />
          {proof !== null && (
            <TakeBack path={`${path}/withdraw`} label={text.withdrawProof} done={text.proofWithdrawn} />
          )}
        </span>
      )}
    </>
  );
}

function Cost({ cost }: { cost: ProcedureCostView }) {
  return (
    <li className={cost.withdrawn ? 'faint' : undefined}>
      <div className="row-between">
        <span className="wrap-anywhere">{cost.withdrawn ? <s>{cost.what}</s> : cost.what}</span>
        <strong>
          <Amount cents={cost.amountCents} />
        </strong>
      </div>
      <div className="row-between small soft">
        <span>
          {shortDay(cost.on)} · {cost.withdrawn ? text.wasWithdrawn : cost.why}
        </span>
        {!cost.withdrawn && (
          <TakeBack path={`/procedure-costs/${cost.costId}/withdraw`} label={text.withdraw} done={text.withdrawDone} />
        )}
      </div>
      <CostProof cost={cost} />
    </li>
  );
}

/** What a procedure cost, who bears it, and what of it is asked of the debtor. */
export function ProcedureCosts({ view }: { view: ProcedureView }) {
  const [adding, setAdding] = useState(false);
  const { costs, costTotals } = view;
  return (
    <section className="stack-tight">
      <div className="section-head">
        <h2>{text.title}</h2>
        <Button small onClick={() => setAdding(true)}>
          {text.add}
        </Button>
      </div>
      {costs.length === 0 ? (
        <p className="soft">{text.none}</p>
      ) : (
        <>
          <ul className="stack">
            {costs.map((cost) => (
              <Cost key={cost.costId} cost={cost} />
            ))}
          </ul>
          <dl className="sums">
            <AmountLine label={text.asked} cents={costTotals.askedCents} />
            <AmountLine label={text.kept} cents={costTotals.keptCents} />
            <AmountLine className="sums-total" label={text.total} cents={costTotals.totalCents} />
          </dl>
        </>
      )}
      {adding && <CostDialog procedureId={view.procedureId} onClose={() => setAdding(false)} />}
    </section>
  );
}
