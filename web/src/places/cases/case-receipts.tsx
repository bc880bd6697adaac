import type { ReceiptView } from '@acquit/recovery';
import { t } from '../../texts/index.ts';
import { Amount, DayText } from '../../ui/bits.tsx';
import { CancelReceipt } from '../receipts/cancel-receipt.tsx';
import { methodName } from '../receipts/method.ts';

const text = t.cases.receipts;

/** The money received in this case, each line with its undo. */
export function CaseReceipts({ receipts }: { receipts: readonly ReceiptView[] }) {
  return (
    <section>
      <h2>{text.title}</h2>
      {receipts.length === 0 ? (
        <p className="soft">{text.none}</p>
      ) : (
        <ul className="stack">
          {receipts.map((receipt) => (
            <li key={receipt.receiptId} className={receipt.cancelledAt ? 'faint' : undefined}>
              <div className="row-between">
                <span>
                  <DayText day={receipt.receivedOn} /> · {methodName(receipt.method)}
                </span>
                <strong>
                  {receipt.cancelledAt ? (
                    <s>
                      <Amount cents={receipt.amountCents} />
                    </s>
                  ) : (
                    <Amount cents={receipt.amountCents} />
                  )}
                </strong>
              </div>
              <div className="row-between small soft">
                <span className="wrap-anywhere">{receipt.allocations.map((part) => part.number).join(', ')}</span>
                <CancelReceipt receipt={receipt} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
