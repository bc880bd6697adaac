import type { AccessoryChoice, CaseView, ClaimStatementView, ClaimView } from '@acquit/recovery';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { statementQuery } from '../../api/queries.ts';
import { t } from '../../texts/index.ts';
import { Amount, AmountLine, DayText, LateText } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ExplanationTree } from '../../ui/explanation-tree.tsx';
import { Loaded, Notice } from '../../ui/states.tsx';
import { claimedAccessories } from './accessories.ts';
import { AsOf } from './as-of.tsx';
import '../../styles/why.css';

const text = t.cases.why;

interface Line {
  label: string;
  cents: number;
  choice: AccessoryChoice;
}

/** What adds up to the sum asked for, and what is due besides without being asked. */
function split(statement: ClaimStatementView, claim: ClaimView): { asked: Line[]; kept: Line[] } {
  const principal: Line = { label: text.principal, cents: statement.principalLeftCents, choice: 'claimed' };
  const accessories: Line[] = [
    { label: text.penalty, cents: statement.penaltyCents, choice: claim.penalties },
    { label: text.indemnity, cents: statement.indemnityCents, choice: claim.indemnity },
  ];
  const all = [principal, ...accessories];
  // A formal notice may ask for what was in reserve: the figures say so, whatever the choice was.
  if (all.reduce((sum, line) => sum + line.cents, 0) === statement.totalDueCents) return { asked: all, kept: [] };
  return {
    asked: [principal, ...accessories.filter((line) => line.choice === 'claimed')],
    kept: accessories.filter((line) => line.choice !== 'claimed' && line.cents > 0),
  };
}

function Statement({ statement, claim }: { statement: ClaimStatementView; claim: ClaimView }) {
  if (statement.refusal) {
    return (
      <Notice kind="warn" title={text.refused}>
        <p>{statement.refusal.message}</p>
        <p>{text.refusedText}</p>
      </Notice>
    );
  }
  const { asked, kept } = split(statement, claim);
  return (
    <>
      <dl className="sum">
        {asked.map(({ label, cents }) => (
          <AmountLine key={label} label={label} cents={cents} />
        ))}
        <AmountLine label={text.total} cents={statement.totalDueCents} className="sum-total" />
        {kept.map(({ label, cents, choice }) => (
          <AmountLine key={label} label={`${label}, ${text.kept[choice]}`} cents={cents} className="sum-besides" />
        ))}
      </dl>
      <ExplanationTree explanation={statement.explanation} key={`${statement.claimId} ${statement.on}`} />
    </>
  );
}

function OneClaim({ claim }: { claim: ClaimView }) {
  const { au } = useSearch({ from: '/dossiers/$caseId' });
  const statement = useQuery({ ...statementQuery(claim.claimId, au), placeholderData: keepPreviousData });
  return (
    <Loaded from={statement} lines={8}>
      {(data) => <Statement statement={data} claim={claim} />}
    </Loaded>
  );
}

/** The sum of the case, each claim opening to its own calculation. */
function WholeCase({ view, onClaim }: { view: CaseView; onClaim: (claimId: string) => void }) {
  const claims = view.claims.filter((claim) => claim.status === 'open');
  const accessories = claimedAccessories(view.owed);
  return (
    <>
      <p className="soft">{text.wholeLead}</p>
      <dl className="sum">
        {claims.map((claim) => {
          const cents = claim.kind === 'credit-note' ? -claim.openCents : claim.openCents;
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
        {accessories > 0 && <AmountLine label={text.accessories} cents={accessories} />}
        <AmountLine label={t.cases.owed.claimed} cents={view.owed.claimedCents} className="sum-total" />
        {view.owed.reservedCents > 0 && (
          <AmountLine label={text.besides} cents={view.owed.reservedCents} className="sum-besides" />
        )}
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
      {claim ? <OneClaim claim={claim} key={claim.claimId} /> : <WholeCase view={view} onClaim={onClaim} />}
    </Dialog>
  );
}
