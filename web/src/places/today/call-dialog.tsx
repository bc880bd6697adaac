import type { WorkItem } from '@acquit/recovery';
import { Link } from '@tanstack/react-router';
import { shortDay } from '../../format/days.ts';
import { t } from '../../texts/index.ts';
import { Amount, Reasons } from '../../ui/bits.tsx';
import { Dialog, SubmitFoot } from '../../ui/dialog.tsx';
import { useSay } from '../../ui/toasts.tsx';
import { useCallResult } from './call-result.tsx';

const text = t.today.call;

/** The number to call, what to say by objective, and what came out of the call. */
export function CallDialog({ item, onClose, onDone }: { item: WorkItem; onClose: () => void; onDone: () => void }) {
  const say = useSay();
  const { fields, submit, busy } = useCallResult(item, ({ confirmationId }, next) => {
    const after =
      next.kind === 'promise'
        ? text.promisedOn(shortDay(next.promisedOn))
        : next.kind === 'call-again'
          ? text.callAgainOn(shortDay(next.on))
          : '';
    say(text.recorded(item.debtorName, after + (confirmationId === null ? '' : text.confirmed)));
    onDone();
  });
  return (
    <Dialog
      title={text.title(item.debtorName)}
      onClose={onClose}
      onSubmit={submit}
      foot={<SubmitFoot label={text.submit} busy={busy} onClose={onClose} />}
    >
      <CallSheet item={item} />
      {fields}
    </Dialog>
  );
}

/** The number and the script alone, for the dialog and for the one-by-one screen. */
export function CallSheet({ item }: { item: WorkItem }) {
  return (
    <>
      <div className="stack-tight">
        {item.phone ? (
          <a className="phone" href={`tel:${item.phone.replace(/\s/g, '')}`}>
            {item.phone}
          </a>
        ) : (
          <p>
            {text.noPhone}{' '}
            <Link to="/dossiers/$caseId" params={{ caseId: item.caseId }}>
              {text.addPhone}
            </Link>
          </p>
        )}
        <p className="soft">
          {item.stepName} · <Amount cents={item.totalCents} />
        </p>
        <Reasons reasons={item.reasons} />
      </div>
      {item.script.length > 0 && (
        <section className="stack-tight">
          <h3>{text.script}</h3>
          <ul className="script">
            {item.script.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
