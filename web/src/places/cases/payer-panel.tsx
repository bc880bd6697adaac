import type { PayerClass, PayerView, PredictionView, ScoreReason } from '@acquit/recovery';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { lateCostQuery } from '../../api/queries.ts';
import { shortDay } from '../../format/days.ts';
import { editableEuros, euros, isSumWrong, parseEuros } from '../../format/money.ts';
import { share } from '../../format/share.ts';
import { t } from '../../texts/index.ts';
import { Amount, AmountLine } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ExplanationTree } from '../../ui/explanation-tree.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { ActError, Loaded } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';

const text = t.prevention.payer;

function WeighedReasons({ reasons }: { reasons: readonly ScoreReason[] }) {
  return (
    <ul className="weighed">
      {reasons.map((reason) => (
        <li key={reason.code}>
          <span>{reason.message}</span>
          <span className="weight">{reason.weight}</span>
        </li>
      ))}
    </ul>
  );
}

/** Where eight payments in ten fall, or why no date is given. */
function told({ basis, predictedOn, earliestOn, latestOn }: PredictionView): string {
  if (basis === 'none') return text.unknown;
  if (predictedOn === null) return text.rarely;
  if (earliestOn && latestOn) return text.between(shortDay(earliestOn), shortDay(latestOn));
  return earliestOn ? text.from(shortDay(earliestOn)) : '';
}

function OneInvoice({ one }: { one: PredictionView }) {
  const risk =
    one.lateProbability === null
      ? null
      : one.lateProbability === 1
        ? text.already
        : text.risk(share(one.lateProbability));
  return (
    <li>
      <details className="prediction">
        <summary>
          <span className="prediction-head">
            <span className="prediction-number">{one.number}</span>
            <Amount cents={one.openCents} />
          </span>
          <span className="small soft">
            {[text.due(shortDay(one.dueOn)), one.predictedOn && text.around(shortDay(one.predictedOn)), risk]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </summary>
        <p className="small first-capital">{told(one)}</p>
        <WeighedReasons reasons={one.reasons} />
      </details>
    </li>
  );
}

type Change = { payerClass: PayerClass | null } | { creditLimitCents: number | null };

function useChange(debtorId: string, said: string) {
  const say = useSay();
  return useAct(
    (body: Change, key) => change<PayerView>('PATCH', `/debtors/${debtorId}/payer`, body, key),
    () => say(said),
  );
}

function ClassChoice({ view }: { view: PayerView }) {
  const act = useChange(view.debtorId, text.changed);
  const classes = Object.entries(text.classes).map(([value, label]) => ({ value, label }));
  return (
    <>
      <SelectField
        label={text.change}
        value={view.byHand ? view.payerClass : ''}
        disabled={act.isPending}
        onValue={(value) => act.mutate({ payerClass: value === '' ? null : (value as PayerClass) })}
        options={[{ value: '', label: text.automatic }, ...classes]}
      />
      <ActError error={act.error} />
    </>
  );
}

function Limit({ view }: { view: PayerView }) {
  const { limitCents, exposureCents } = view.exposure;
  const [typed, setTyped] = useState(limitCents === null ? '' : editableEuros(limitCents));
  const act = useChange(view.debtorId, text.limitSaved);
  const cents = parseEuros(typed);
  const wrong = isSumWrong(typed);
  return (
    <form
      className="stack-tight"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!wrong) act.mutate({ creditLimitCents: cents });
      }}
    >
      <h3>{text.limit}</h3>
      <p>{text.exposure(euros(exposureCents))}</p>
      <TextField
        optional
        label={text.limit}
        hint={text.limitHint}
        suffix="€"
        inputMode="decimal"
        value={typed}
        onValue={setTyped}
        error={wrong ? text.limitWrong : null}
      />
      <ActError error={act.error} />
      <div>
        <Button small type="submit" busy={act.isPending}>
          {t.common.save}
        </Button>
      </div>
    </form>
  );
}

function Cost({ debtorId }: { debtorId: string }) {
  const cost = useQuery(lateCostQuery(debtorId));
  return (
    <section className="stack-tight">
      <h3>{text.cost}</h3>
      <Loaded from={cost} lines={3}>
        {(data) => (
          <>
            <dl className="sum">
              {data.carryingCents !== null && <AmountLine label={text.carrying} cents={data.carryingCents} />}
              <AmountLine label={text.unclaimed} cents={data.unclaimedCents} />
            </dl>
            <p className="small soft">{text.costNote}</p>
            {data.rate === null && (
              <p className="small">
                {text.noRate}{' '}
                <Link to="/prevention/$tab" params={{ tab: 'reglages' }}>
                  {text.noRateAction}
                </Link>
              </p>
            )}
            {data.explanation && data.explanation.inputs.length > 0 && (
              <ExplanationTree explanation={data.explanation} />
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}

/** « Pourquoi ? »: the class and each date with their reasons, the credit limit, and what lateness costs. */
export function PayerPanel({ view, onClose }: { view: PayerView; onClose: () => void }) {
  return (
    <Dialog shape="panel" title={text.panel} onClose={onClose}>
      <section className="stack-tight">
        <h3>
          {text.class} : {view.payerClassName}
        </h3>
        {view.byHand && <p className="small soft">{text.says(view.computedClassName)}</p>}
        <WeighedReasons reasons={view.reasons} />
        <p className="small soft">{view.source}</p>
        <ClassChoice view={view} />
      </section>
      {view.predictions.length > 0 && (
        <section className="stack-tight">
          <h3>{text.predictions}</h3>
          <ul className="predictions">
            {view.predictions.map((one) => (
              <OneInvoice key={one.claimId} one={one} />
            ))}
          </ul>
        </section>
      )}
      <Limit view={view} />
      <Cost debtorId={view.debtorId} />
    </Dialog>
  );
}
