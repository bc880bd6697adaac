import type { ReceiptView } from '@acquit/recovery';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { shortDay } from '../../format/days.ts';
import { euros } from '../../format/money.ts';
import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { tellError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';

/** The undo of a receipt: it stays in the journal and on the list, struck through. */
export function CancelReceipt({ receipt }: { receipt: ReceiptView }) {
  const say = useSay();
  const act = useAct(
    (_: null, key) => change<ReceiptView>('POST', `/receipts/${receipt.receiptId}/cancel`, {}, key),
    () => say(t.receipts.cancelledSay(euros(receipt.amountCents))),
  );
  if (receipt.cancelledAt) return <span className="nowrap">{t.receipts.cancelled}</span>;
  return (
    <Button
      kind="quiet"
      small
      busy={act.isPending}
      aria-label={`${t.receipts.cancel} ${euros(receipt.amountCents)}, ${shortDay(receipt.receivedOn)}`}
      onClick={() => act.mutate(null, { onError: (error) => say(tellError(error).title) })}
    >
      {act.isPending ? t.receipts.cancelling : t.receipts.cancel}
    </Button>
  );
}
