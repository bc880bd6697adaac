import type { ReceiptView } from '@acquit/recovery';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { itemsOf, receiptsQuery } from '../../api/queries.ts';
import { euros } from '../../format/money.ts';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Amount, DayText } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { PlacePage } from '../../ui/page.tsx';
import { Empty, ErrorNotice, Skeleton } from '../../ui/states.tsx';
import { CancelReceipt } from './cancel-receipt.tsx';
import { methodName } from './method.ts';
import { ReceiptDialog } from './receipt-dialog.tsx';
import { ReceiptsTabs } from './receipts-tabs.tsx';
import '../../styles/receipts.css';

const text = t.receipts;

function Line({ receipt }: { receipt: ReceiptView }) {
  const amount = <Amount cents={receipt.amountCents} />;
  return (
    <tr className={receipt.cancelledAt ? 'is-cancelled' : undefined}>
      <td>
        <DayText day={receipt.receivedOn} />
      </td>
      <th scope="row">
        <Link to="/dossiers/$caseId" params={{ caseId: receipt.caseId }} className="plain-link">
          {receipt.debtorName}
        </Link>
      </th>
      <td>
        {methodName(receipt.method)}
        {receipt.reference && <div className="small soft wrap-anywhere">{receipt.reference}</div>}
      </td>
      <td>
        {receipt.allocations.map((part) => (
          <div key={part.claimId} className="small">
            {part.number} · <Amount cents={part.amountCents} />
          </div>
        ))}
        {receipt.unallocatedCents > 0 && (
          <div className="small warn-text">{text.unallocated(euros(receipt.unallocatedCents))}</div>
        )}
      </td>
      <td className="number">{receipt.cancelledAt ? <s>{amount}</s> : <strong>{amount}</strong>}</td>
      <td className="number">
        <CancelReceipt receipt={receipt} />
      </td>
    </tr>
  );
}

/** What came in, latest first. */
export function Receipts() {
  const company = useCompany();
  const list = useInfiniteQuery(receiptsQuery(company.companyId));
  const [adding, setAdding] = useState(false);
  const receipts = itemsOf(list.data);
  const add = (
    <Button kind="primary" onClick={() => setAdding(true)}>
      {text.add}
    </Button>
  );
  return (
    <PlacePage title={text.title} lead={text.lead} actions={receipts.length > 0 && add}>
      <ReceiptsTabs current="recus" />
      {list.isPending ? (
        <Skeleton lines={10} />
      ) : list.isError && receipts.length === 0 ? (
        <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      ) : receipts.length === 0 ? (
        <Empty title={text.empty.title} text={text.empty.text} action={add} />
      ) : (
        <div>
          <div className="table-wrap">
            <table className="table receipt-table stack-table" aria-label={text.label}>
              <thead>
                <tr>
                  <th scope="col">{text.columns.on}</th>
                  <th scope="col">{text.columns.debtor}</th>
                  <th scope="col">{text.columns.method}</th>
                  <th scope="col">{text.columns.allocated}</th>
                  <th scope="col" className="number">
                    {text.columns.amount}
                  </th>
                  <th scope="col">
                    <span className="hidden-visually">{text.columns.actions}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {receipts.map((receipt) => (
                  <Line key={receipt.receiptId} receipt={receipt} />
                ))}
              </tbody>
            </table>
          </div>
          <LoadMore of={list} />
        </div>
      )}
      {adding && <ReceiptDialog onClose={() => setAdding(false)} />}
    </PlacePage>
  );
}
