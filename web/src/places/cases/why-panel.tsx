import type { CaseView, ClaimStatementView } from '@acquit/recovery';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { statementQuery } from '../../api/queries.ts';
import { euros } from '../../format/money.ts';
import { t } from '../../texts/index.ts';
import { Amount, DayText, LateText } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Loaded, Notice } from '../../ui/states.tsx';
import { AsOf } from './as-of.tsx';
import { ExplanationTree } from './explanation-tree.tsx';

const text = t.cases.why;

function Statement({ statement }: { statement: ClaimStatementView }) {
  const rows = [
    [text.principal, statement.principalLeftCents],
    [text.penalty, statement.penaltyCents],
    [text.indemnity, statement.indemnityCents],
  ] as const;
  if (statement.refusal) {
    return (
      <Notice kind="warn" title={text.refused}>
        <p>{statement.refusal.message}</p>
        <p>{text.refusedText}</p>
      </Notice>
    );
  }
  return (
    <>
      <dl className="sum">
        {rows.map(([label, cents]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <Amount cents={cents} />
            </dd>
          </div>
        ))}
        <div className="sum-total">
          <dt>{text.total}</dt>
          <dd>
            <Amount cents={statement.totalDueCents} />
          </dd>
        </div>
      </dl>
      <ExplanationTree explanation={statement.explanation} key={`${statement.claimId} ${statement.on}`} />
    </>
  );
}

function OneClaim({ claimId }: { claimId: string }) {
  const { au } = useSearch({ from: '/dossiers/$caseId' });
  const statement = useQuery({ ...statementQuery(claimId, au), placeholderData: keepPreviousData });
  return (
    <Loaded from={statement} lines={8}>
      {(data) => <Statement statement={data} />}
    </Loaded>
  );
}

/** The sum of the case, each claim opening to its own calculation. */
function WholeCase({ view, onClaim }: { view: CaseView; onClaim: (claimId: string) => void }) {
  const claims = view.claims.filter((claim) => claim.status === 'open');
  return (
    <>
      <p className="soft">{text.wholeLead}</p>
      <dl className="sum">
        {claims.map((claim) => {
          const sign = claim.kind === 'credit-note' ? -1 : 1;
          const cents = sign * (claim.openCents + claim.penaltyCents + claim.indemnityCents);
          return (
            <div key={claim.claimId}>
              <dt>
                {claim.kind === 'credit-note' ? (
                  `${claim.kindName} ${claim.number}`
                ) : (
                  <button type="button" className="link-button" onClick={() => onClaim(claim.claimId)}>
                    {text.forClaim(claim.number)}
                  </button>
                )}{' '}
                <span className="small soft">
                  <DayText day={claim.dueOn} />
                  {claim.daysLate > 0 && ' · '}
                  <LateText days={claim.daysLate} />
                </span>
              </dt>
              <dd>
                <Amount cents={cents} />
              </dd>
            </div>
          );
        })}
        {view.owed.reservedCents > 0 && (
          <div>
            <dt className="soft">
              {t.cases.owed.reserved}. {t.cases.owed.reservedHint}
            </dt>
            <dd className="soft">{euros(view.owed.reservedCents)}</dd>
          </div>
        )}
        <div className="sum-total">
          <dt>{t.cases.owed.claimed}</dt>
          <dd>
            <Amount cents={view.owed.claimedCents} />
          </dd>
        </div>
      </dl>
      {view.owed.notes.length > 0 && (
        <ul className="stack-tight small soft">
          {view.owed.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** « Pourquoi ce montant ? », at the side of the case, down to the article. `claimId` is 'tout' for the whole case. */
export function WhyPanel({
  view,
  claimId,
  onClaim,
  onClose,
}: {
  view: CaseView;
  claimId: string;
  onClaim: (claimId: string) => void;
  onClose: () => void;
}) {
  const claim = view.claims.find((one) => one.claimId === claimId);
  return (
    <Dialog shape="panel" title={text.title} onClose={onClose}>
      <div className="stack-tight">
        {claim && (
          <div>
            <Button kind="quiet" small onClick={() => onClaim('tout')}>
              {text.backToCase}
            </Button>
          </div>
        )}
        <h3>{claim ? text.forClaim(claim.number) : text.wholeCase}</h3>
        <p className="soft small wrap-anywhere">{view.debtor.name}</p>
        <AsOf on={view.on} />
      </div>
      {claim ? <OneClaim claimId={claim.claimId} key={claim.claimId} /> : <WholeCase view={view} onClaim={onClaim} />}
    </Dialog>
  );
}
