import type { PayerView } from '@acquit/recovery';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { payerQuery } from '../../api/queries.ts';
import { shortDay } from '../../format/days.ts';
import { share } from '../../format/share.ts';
import { t } from '../../texts/index.ts';
import { Badge } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/states.tsx';
import { PayerPanel } from './payer-panel.tsx';
import '../../styles/prevention.css';

const text = t.prevention.payer;

/** The first payment to come, and the risk of the first invoice that is not late yet. */
function nextOf({ predictions }: PayerView): { day: string | null; risk: number | null } {
  const days = predictions.flatMap(({ predictedOn }) => predictedOn ?? []).sort();
  const notLate = predictions.find(({ lateProbability }) => lateProbability !== null && lateProbability < 1);
  return { day: days[0] ?? null, risk: notLate?.lateProbability ?? null };
}

/** Over what he owes when it passes his credit limit. */
export function ExposureNotice({ debtorId }: { debtorId: string }) {
  const payer = useQuery(payerQuery(debtorId));
  const alert = payer.data?.exposure.alert;
  return alert ? <Notice kind="warn" title={alert} /> : null;
}

/** Under the customer's name: his class, when he should pay next, how likely it is to be late, and why. */
export function PayerLine({ debtorId }: { debtorId: string }) {
  const payer = useQuery(payerQuery(debtorId));
  const [open, setOpen] = useState(false);
  if (!payer.data) return null;
  const view = payer.data;
  const { day, risk } = nextOf(view);
  const said = view.predictions.length === 0 ? text.nothingOpen : day ? text.expected(shortDay(day)) : text.noDate;
  return (
    <>
      <div className="payer-line">
        <Badge {...(view.payerClass === 'at-risk' ? { kind: 'warn' as const } : {})}>{view.payerClassName}</Badge>
        <span>
          {said}
          {risk !== null && ` · ${text.late(share(risk))}`}
        </span>
        <Button kind="quiet" small onClick={() => setOpen(true)} aria-label={text.whyLabel}>
          {text.why}
        </Button>
      </div>
      {open && <PayerPanel view={view} onClose={() => setOpen(false)} />}
    </>
  );
}
