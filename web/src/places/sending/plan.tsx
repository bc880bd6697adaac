import { isPostal, isWrittenChannel, type PlanItem } from '@acquit/recovery';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { planQuery } from '../../api/queries.ts';
import { fullDay } from '../../format/days.ts';
import { euros } from '../../format/money.ts';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Amount, Reasons } from '../../ui/bits.tsx';
import { Empty, Loaded, Notice } from '../../ui/states.tsx';

const text = t.sending.plan;

function byDay(items: readonly PlanItem[]): [day: string, items: PlanItem[]][] {
  return [...Map.groupBy(items, (item) => item.on)];
}

/** A few invoice numbers in full, then how many more there are. */
function listed(numbers: readonly string[]): string {
  if (numbers.length <= 4) return numbers.join(', ');
  return text.andMore(numbers.slice(0, 3).join(', '), numbers.length - 3);
}

/** An « automatic » letter still needs hands: it waits in the print queue. */
function release(item: PlanItem): string {
  return isPostal(item.channel) && item.release === 'automatic' ? text.toPost : t.words.release[item.release];
}

/** The sum asked for on a day. A letter and its e-mail ask for the same money, which counts once. */
function asked(items: readonly PlanItem[]): number {
  const cases = new Map(items.map((item) => [`${item.caseId} ${item.stepName}`, item.totalCents]));
  return [...cases.values()].reduce((sum, cents) => sum + cents, 0);
}

/** One act of a plan: to whom, what, by which channel and why. */
export function PlanLine({ item }: { item: PlanItem }) {
  const reaches = isWrittenChannel(item.channel);
  return (
    <li className="plan-row">
      <div>
        <Link to="/dossiers/$caseId" params={{ caseId: item.caseId }} className="work-name plain-link">
          <strong>{item.debtorName}</strong>
        </Link>
        <div className="small soft wrap-anywhere">{listed(item.claimNumbers)}</div>
      </div>
      <div>
        {item.stepName}
        {item.reasons.length > 0 && (
          <details className="reasons-fold">
            <summary>{t.common.why}</summary>
            <Reasons reasons={item.reasons} />
          </details>
        )}
      </div>
      <div className="small">
        <div>
          {t.words.channel[item.channel]} · {release(item)}
        </div>
        {reaches && (
          <div className={item.recipient ? 'soft wrap-anywhere' : 'warn-text'}>
            {item.recipient ?? text.noRecipient}
          </div>
        )}
      </div>
      <div className="plan-amount">
        <Amount cents={item.totalCents} />
      </div>
    </li>
  );
}

/** The fourteen days to come, day by day. */
export function Plan() {
  const company = useCompany();
  const plan = useQuery(planQuery(company.companyId));
  return (
    <>
      <div className="page-lead">
        <p>
          {company.mode === 'test' ? text.leadTest : text.lead} {text.stop}
        </p>
      </div>
      <Loaded from={plan} lines={10}>
        {(data) =>
          data.items.length === 0 ? (
            <Empty title={text.empty.title} text={text.empty.text} />
          ) : (
            <>
              {byDay(data.items).map(([day, items]) => (
                <section key={day}>
                  <div className="day-head">
                    <h2 className="first-capital">{fullDay(day)}</h2>
                    <span className="soft small">
                      {text.day(items.length)} · {euros(asked(items))}
                    </span>
                  </div>
                  <ul className="plan-list">
                    {items.map((item) => (
                      <PlanLine key={`${item.caseId} ${item.stepName} ${item.channel}`} item={item} />
                    ))}
                  </ul>
                </section>
              ))}
              {data.truncated && <Notice>{text.truncated}</Notice>}
            </>
          )
        }
      </Loaded>
    </>
  );
}
