import type { CaseView, ClaimView } from '@acquit/recovery';
import { useState } from 'react';
import { euros } from '../../format/money.ts';
import { t } from '../../texts/index.ts';
import { Amount, DayText, LateText } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/page.tsx';
import { AbsentStanding } from './absent-claim.tsx';
import { ClaimDialog } from './claim-dialog.tsx';
import { EInvoiceStanding } from './e-invoice.tsx';

const text = t.cases.claims;

function ClaimDue({ claim }: { claim: ClaimView }) {
  return (
    <>
      {claim.dueOn ? <DayText day={claim.dueOn} /> : <span className="faint">{text.noDue}</span>}
      {claim.status === 'open' && (
        <div className="small">
          <LateText days={claim.daysLate} />
        </div>
      )}
      {claim.dueOnSource !== 'document' && <div className="small soft">{text.dueFrom[claim.dueOnSource]}</div>}
    </>
  );
}

/** Whether what the law adds is asked for now or kept for later, beside the sum it makes. */
function accessoriesText(claim: ClaimView, amount: string): string {
  const claimed = claim.askedByNotice || (claim.penalties === 'claimed' && claim.indemnity === 'claimed');
  return claimed ? text.plusClaimed(amount) : text.plusReserved(amount);
}

function ClaimLine({
  claim,
  onWhy,
  onEdit,
}: {
  claim: ClaimView;
  onWhy: (claimId: string) => void;
  onEdit: (claim: ClaimView) => void;
}) {
  const accessories = claim.penaltyCents + claim.indemnityCents;
  const open = claim.status === 'open';
  const credit = claim.kind === 'credit-note';
  const explained = open && !credit;
  const about = [
    claim.kind === 'invoice' ? '' : claim.kindName,
    open ? claim.levelStepName : t.words.claimStatus[claim.status],
  ];
  const sign = credit ? -1 : 1;
  return (
    <tr className={open ? undefined : 'is-over'}>
      <th scope="row" className="col-number">
        {claim.hasDocument ? (
          <a
            className="claim-number plain-link"
            href={`/api/claims/${claim.claimId}/document`}
            target="_blank"
            rel="noreferrer"
            title={text.document}
          >
            {claim.number}
          </a>
        ) : (
          <span className="claim-number">{claim.number}</span>
        )}
        <div className="small soft">{about.filter(Boolean).join(' · ')}</div>
        {claim.eInvoice && <EInvoiceStanding claim={claim} eInvoice={claim.eInvoice} />}
        {claim.absent !== null && <AbsentStanding claim={claim} reason={claim.absent} />}
        {claim.doubts.length > 0 && (
          <ul className="doubt-list">
            {claim.doubts.map((doubt) => (
              <li key={doubt.code}>{doubt.message}</li>
            ))}
          </ul>
        )}
      </th>
      <td className="col-issued">
        <DayText day={claim.issuedOn} />
      </td>
      <td className="col-due">
        <ClaimDue claim={claim} />
      </td>
      <td className="number col-total">
        <Amount cents={sign * claim.amountCents} />
        {claim.receivedCents > 0 && <div className="small soft">{text.received(euros(claim.receivedCents))}</div>}
        {claim.creditedCents > 0 && <div className="small soft">{text.credited(euros(claim.creditedCents))}</div>}
      </td>
      <td className="number col-open">
        {explained ? (
          <button
            type="button"
            className="link-button amount-door"
            onClick={() => onWhy(claim.claimId)}
            aria-label={`${euros(claim.openCents)}, ${text.why(claim.number)}`}
          >
            {euros(claim.openCents)}
          </button>
        ) : (
          <Amount cents={sign * claim.openCents} />
        )}
        {open && accessories > 0 && <div className="small soft">{accessoriesText(claim, euros(accessories))}</div>}
      </td>
      <td className="col-wide">
        <div className="claim-actions">
          {explained && (
            <Button kind="quiet" small onClick={() => onEdit(claim)} aria-label={`${text.edit} ${claim.number}`}>
              {text.edit}
            </Button>
          )}
        </div>
      </td>
    </tr>
  );
}

/** The claims of the case, oldest first, each amount opening its explanation. */
export function ClaimsTable({ view, onWhy }: { view: CaseView; onWhy: (claimId: string) => void }) {
  const [edited, setEdited] = useState<ClaimView | null>(null);
  const [all, setAll] = useState(false);
  const open = view.claims.filter((claim) => claim.status === 'open');
  const over = view.claims.filter((claim) => claim.status !== 'open');
  const shown = all || open.length === 0 ? [...open, ...over] : open;
  return (
    <Section title={text.title} count={open.length}>
      {shown.length === 0 ? (
        <p className="soft">{text.none}</p>
      ) : (
        <div className="table-wrap">
          <table className="table claim-table">
            <thead>
              <tr>
                <th scope="col">{text.number}</th>
                <th scope="col">{text.issued}</th>
                <th scope="col">{text.due}</th>
                <th scope="col" className="number">
                  {text.total}
                </th>
                <th scope="col" className="number">
                  {text.open}
                </th>
                <th scope="col">
                  <span className="hidden-visually">{text.actions}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((claim) => (
                <ClaimLine key={claim.claimId} claim={claim} onWhy={onWhy} onEdit={setEdited} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {!all && open.length > 0 && over.length > 0 && (
        <Button kind="quiet" small onClick={() => setAll(true)}>
          {text.settled(over.length)}
        </Button>
      )}
      {edited && <ClaimDialog claim={edited} onClose={() => setEdited(null)} />}
    </Section>
  );
}
