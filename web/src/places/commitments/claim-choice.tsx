import type { CaseView } from '@acquit/recovery';
import type { ReactNode } from 'react';
import { Amount, DayText } from '../../ui/bits.tsx';

/** The claims of a case that something may still be said of. */
export const openClaims = (view: CaseView) =>
  view.claims.filter((claim) => claim.status === 'open' && claim.kind !== 'credit-note');

interface Props {
  view: CaseView;
  /** Those to choose from, when not every open one may be. */
  claims?: CaseView['claims'];
  legend: string;
  hint?: string;
  error?: string | null;
  chosen: readonly string[];
  onChosen: (ids: string[]) => void;
  /** What more is asked of a claim that is chosen. */
  more?: (claimId: string, number: string) => ReactNode;
}

/** Open claims to choose from, each with what is left of it. */
export function ClaimChoice({ view, claims = openClaims(view), legend, hint, error, chosen, onChosen, more }: Props) {
  return (
    <fieldset className="stack-tight">
      <legend className="field-label">{legend}</legend>
      {hint && <p className="field-hint">{hint}</p>}
      {error && <p className="field-error">{error}</p>}
      <div className="claim-choices">
        {claims.map((claim) => {
          const isChosen = chosen.includes(claim.claimId);
          return (
            <div key={claim.claimId}>
              <label className="choice">
                <input
                  type="checkbox"
                  checked={isChosen}
                  onChange={() =>
                    onChosen(isChosen ? chosen.filter((id) => id !== claim.claimId) : [...chosen, claim.claimId])
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
              {isChosen && more?.(claim.claimId, claim.number)}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
