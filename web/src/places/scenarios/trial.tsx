import type { BacktestView, PlanChange, Scenario, ScenarioPreviewView } from '@acquit/recovery';
import { useMutation, useQuery } from '@tanstack/react-query';
import { askSignedIn } from '../../api/client.ts';
import { shortDay } from '../../format/days.ts';
import { euros } from '../../format/money.ts';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { ActError } from '../../ui/states.tsx';

const text = t.scenarios.preview;
const past = t.scenarios.backtest;

/** Asks the server what a draft would change, and whether it may be saved. */
export function usePreview(scenario: Scenario, keep: boolean) {
  const { companyId } = useCompany();
  return useQuery({
    queryKey: ['scenario-preview', companyId, scenario, keep],
    queryFn: ({ signal }) =>
      askSignedIn<ScenarioPreviewView>(`/companies/${companyId}/scenarios/preview`, { scenario, keep }, signal),
    placeholderData: (before) => before,
    staleTime: 60_000,
  });
}

/** The contacts added, removed and moved in the thirty days to come. */
export function Preview({ view, busy }: { view: ScenarioPreviewView; busy: boolean }) {
  const { cases, asked, changes, truncated } = view;
  return (
    <section className="stack-tight" aria-busy={busy}>
      <h3>{text.title}</h3>
      <p className="soft small">
        {text.lead} {asked < cases ? text.sample(asked, cases) : text.cases(cases)}
      </p>
      <p role="status">{busy ? text.asking : changes.length === 0 ? text.same : text.counts(view)}</p>
      {changes.length > 0 && (
        <div className="table-wrap">
          <table className="table stack-table">
            <thead>
              <tr>
                <th scope="col">{text.columns.kind}</th>
                <th scope="col">{text.columns.when}</th>
                <th scope="col">{text.columns.who}</th>
                <th scope="col">{text.columns.what}</th>
                <th scope="col" className="number">
                  {text.columns.amount}
                </th>
              </tr>
            </thead>
            <tbody>
              {changes.map((change) => (
                <Row key={`${change.kind}/${keyOf(change.before)}/${keyOf(change.after)}`} change={change} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {truncated && <p className="soft small">{text.truncated}</p>}
    </section>
  );
}

const keyOf = (send: PlanChange['before']): string =>
  send === null ? '' : `${send.caseId} ${send.step} ${send.channel} ${send.on}`;

function Row({ change: { kind, before, after } }: { change: PlanChange }) {
  const send = (after ?? before)!;
  return (
    <tr>
      <th scope="row">{text.kinds[kind]}</th>
      <td className="nowrap">
        {kind === 'moved' ? text.moved(shortDay(before!.on), shortDay(after!.on)) : shortDay(send.on)}
      </td>
      <td className="wrap-anywhere">{send.debtorName}</td>
      <td>
        {send.stepName} · {t.words.channel[send.channel]}
      </td>
      <td className="number">{euros(send.totalCents)}</td>
    </tr>
  );
}

const ROWS = ['contacts', 'perClaim', 'emails', 'letters', 'texts', 'calls', 'formalNotices'] as const;
const decimal = (value: number): string => String(value).replace('.', ',');

/** The scenario replayed over the past year, beside what was done. */
export function Backtest({ scenario }: { scenario: Scenario }) {
  const { companyId } = useCompany();
  const test = useMutation({
    mutationFn: () => askSignedIn<BacktestView>(`/companies/${companyId}/scenarios/backtest`, { scenario }),
  });
  return (
    <section className="stack-tight">
      <h3>{past.title}</h3>
      <div>
        <Button busy={test.isPending} onClick={() => test.mutate()}>
          {past.run}
        </Button>
      </div>
      <ActError error={test.error} />
      {test.data && <Past view={test.data} />}
    </section>
  );
}

function Past({ view }: { view: BacktestView }) {
  const { claims, paidClaims, averageDaysToPay, selfPaid, firstContact, notes } = view;
  return (
    <div className="stack-tight" role="status">
      <p>
        {averageDaysToPay === null
          ? past.paidUnknown(claims)
          : past.paid(claims, paidClaims, decimal(averageDaysToPay))}
      </p>
      <div className="table-wrap">
        <table className="table">
          <thead>
            <tr>
              <td />
              <th scope="col" className="number">
                {past.columns.done}
              </th>
              <th scope="col" className="number">
                {past.columns.replayed}
              </th>
            </tr>
          </thead>
          <tbody>
            {ROWS.map((row) => (
              <tr key={row}>
                <th scope="row">{past.rows[row]}</th>
                <td className="number">{decimal(view.done[row])}</td>
                <td className="number">{decimal(view.replayed[row])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>{past.selfPaid(selfPaid.claims, selfPaid.chased)}</p>
      <p>{past.first(firstContact.sooner, firstContact.later, firstContact.same)}</p>
      {notes.map((note) => (
        <p key={note} className="soft small">
          {note}
        </p>
      ))}
    </div>
  );
}
