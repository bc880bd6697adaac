import type { CaseView } from '@acquit/recovery';
import { daysBetween } from '../../format/days.ts';
import { euros } from '../../format/money.ts';
import { t } from '../../texts/index.ts';
import { Amount, AmountLine, DayText, LateText, Reasons } from '../../ui/bits.tsx';
import { claimedAccessories } from './accessories.ts';
import { AsOf } from './as-of.tsx';

const text = t.cases.owed;

/** What is owed on the day, in one figure that opens to its reasons, with its parts and what comes next. */
export function OwedSummary({ view, onWhy }: { view: CaseView; onWhy: () => void }) {
  const { owed } = view;
  const late = view.oldestDueOn ? daysBetween(view.oldestDueOn, view.on) : 0;
  const credits = owed.creditCents > 0 ? ([[text.credits, -owed.creditCents]] as const) : [];
  const reserved = owed.reservedCents > 0;
  // With nothing asked besides the invoices, penalties beside the sum would read as part of it.
  const allReserved = reserved && claimedAccessories(owed) === 0;
  const parts = allReserved
    ? ([[text.principal, owed.principalCents], ...credits] as const)
    : ([
        [text.principal, owed.principalCents],
        ...(owed.penaltyCents > 0 ? ([[text.penalties, owed.penaltyCents]] as const) : []),
        ...(owed.indemnityCents > 0 ? ([[text.indemnities, owed.indemnityCents]] as const) : []),
        ...credits,
        ...(reserved ? ([[text.partlyReserved, owed.reservedCents]] as const) : []),
      ] as const);
  return (
    <section className="owed" aria-label={text.title}>
      <div className="owed-main">
        <p className="small soft">{text.claimed}</p>
        <p className="owed-figure figure nowrap">{euros(owed.claimedCents)}</p>
        <p>
          <button type="button" className="link-button" onClick={onWhy}>
            {text.why}
          </button>
        </p>
        <AsOf on={view.on} />
      </div>
      <dl className="owed-parts">
        {parts.map(([label, cents]) => (
          <AmountLine key={label} label={label} cents={cents} />
        ))}
        {allReserved && (
          <div>
            <dt>{text.reserved}</dt>
            <dd>
              <Amount cents={owed.reservedCents} />
              <p className="small soft">{text.reservedParts(euros(owed.penaltyCents), euros(owed.indemnityCents))}</p>
            </dd>
          </div>
        )}
        <div>
          <dt>{text.oldest}</dt>
          <dd>
            <DayText day={view.oldestDueOn} />
            <br />
            <LateText days={late} />
          </dd>
        </div>
        <div className="owed-next">
          <dt>{t.cases.next.title}</dt>
          <dd>
            {view.nextStepName ?? <span className="faint">{t.cases.next.none}</span>}
            {view.nextStepName && view.nextActionOn && (
              <span className="nowrap">
                {' '}
                {t.cases.next.on} <DayText day={view.nextActionOn} />
              </span>
            )}
            <Reasons reasons={view.nextReasons} />
          </dd>
        </div>
      </dl>
      {owed.notes.length > 0 && (
        <ul className="owed-notes">
          {[...new Set(owed.notes)].map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
