import type { TodayView } from '@acquit/recovery';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { todayQuery } from '../../api/queries.ts';
import { fullDay, monthName } from '../../format/days.ts';
import { integer, wholeEuros } from '../../format/money.ts';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { PlacePage, Section } from '../../ui/page.tsx';
import { Empty, Loaded, Notice } from '../../ui/states.tsx';
import { BankBand } from './bank-band.tsx';
import { Counters } from './counters.tsx';
import { DigestOffer } from './digest-offer.tsx';
import { LimitBand } from './limit-band.tsx';
import { StopBand } from './stop-band.tsx';
import { Tonight } from './tonight.tsx';
import { WorkList } from './work-list.tsx';
import '../../styles/today.css';

const text = t.today;

function Totals({ today }: { today: TodayView }) {
  const { totals, on } = today;
  const month = monthName(on).split(' ')[0] ?? '';
  return (
    <dl className="totals" aria-label={text.totals}>
      <div className="total">
        <dt>{text.open}</dt>
        <dd>
          <Link to="/dossiers/factures" search={{ etat: 'ouvertes' }}>
            <span className="total-figure">{wholeEuros(totals.openCents)}</span>
          </Link>
          <div className="small soft">{text.openHint(totals.openClaims)}</div>
        </dd>
      </div>
      <div className="total">
        <dt>{text.overdue}</dt>
        <dd>
          <Link to="/dossiers/factures" search={{ etat: 'retard' }}>
            <span className={totals.overdueCents > 0 ? 'total-figure late' : 'total-figure'}>
              {wholeEuros(totals.overdueCents)}
            </span>
          </Link>
          <div className="small soft">{text.overdueHint(totals.overdueClaims)}</div>
        </dd>
      </div>
      <div className="total">
        <dt>{text.received(month)}</dt>
        <dd>
          <Link to="/encaissements">
            <span className="total-figure">{wholeEuros(totals.receivedThisMonthCents)}</span>
          </Link>
          <div className="small soft">{text.receivedHint}</div>
        </dd>
      </div>
      <div className="total">
        <dt>{text.debtors}</dt>
        <dd>
          <Link to="/dossiers">
            <span className="total-figure">{integer(totals.debtors)}</span>
          </Link>
          <div className="small soft">{text.debtorsHint}</div>
        </dd>
      </div>
    </dl>
  );
}

const linesToCheck = (bank: TodayView['bank']) => bank.accounts.reduce((sum, account) => sum + account.waiting, 0);

/** Receipts that Acquit found doubtful: one line of the day, since they are no debtor's yet. */
function ToCheck({ waiting }: { waiting: number }) {
  if (waiting === 0) return null;
  return (
    <Section
      title={t.bank.toCheck(waiting)}
      aside={
        <ButtonLink small to="/encaissements/rapprochement">
          {t.bank.toCheckAction}
        </ButtonLink>
      }
    >
      <p className="work-group-text">{t.bank.toCheckText}</p>
    </Section>
  );
}

/** The day's work: where we are, what waits for a person, what leaves by itself. */
export function Today() {
  const company = useCompany();
  const today = useQuery(todayQuery(company.companyId));
  const waiting = today.data?.groups.some((group) => group.count > 0) ?? false;
  const toDo = today.data?.groups.some((group) => group.kind !== 'coming' && group.count > 0) ?? false;
  return (
    <PlacePage
      title={text.title}
      lead={today.data && <span className="first-capital">{fullDay(today.data.on)}</span>}
      actions={toDo && <ButtonLink to="/a-la-suite">{text.oneByOne}</ButtonLink>}
    >
      <Loaded from={today} lines={9}>
        {(data) =>
          data.totals.openClaims === 0 && !waiting ? (
            <Empty
              title={text.empty.title}
              text={text.empty.text}
              action={
                <ButtonLink kind="primary" to="/importer">
                  <Icon name="import" /> {t.shell.import}
                </ButtonLink>
              }
            />
          ) : (
            <>
              <Totals today={data} />
              <div className="with-aside">
                <div className="stack-loose">
                  {waiting && <Counters counters={data.counters} />}
                  <BankBand bank={data.bank} />
                  {data.volumeStop && <StopBand stop={data.volumeStop} />}
                  <LimitBand />
                  <ToCheck waiting={linesToCheck(data.bank)} />
                  {data.repliesToSort > 0 && (
                    <Notice title={text.toSort.title(data.repliesToSort)}>
                      <Link to="/reponses">{text.toSort.action}</Link>
                    </Notice>
                  )}
                  {data.importDoubtCount > 0 && (
                    <Notice title={text.importDoubts(data.importDoubtCount)}>
                      <Link to="/importer">{text.importDoubtsLink}</Link>
                    </Notice>
                  )}
                  {waiting && <WorkList groups={data.groups} />}
                  {!toDo && linesToCheck(data.bank) === 0 && (
                    <Empty
                      title={text.nothing.title}
                      text={text.nothing.text}
                      action={<ButtonLink to="/envois">{text.nothing.action}</ButtonLink>}
                    />
                  )}
                  <DigestOffer />
                </div>
                <Tonight today={data} />
              </div>
            </>
          )
        }
      </Loaded>
    </PlacePage>
  );
}
