import type { BankAccountView, BankFreshnessView } from '@acquit/recovery';
import { Link } from '@tanstack/react-router';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { t } from '../../texts/index.ts';
import { DayText } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { useSay } from '../../ui/toasts.tsx';

const text = t.bank;

/** One account: the last day the bank told about, and a way to say that it is closed when it lags behind. */
function Account({ account, late }: { account: BankAccountView; late: boolean }) {
  const say = useSay();
  const act = useAct(
    (retired: boolean, key) =>
      change<BankFreshnessView>('PATCH', `/bank-accounts/${account.bankAccountId}`, { retired }, key),
    (_, retired) => {
      if (retired) say(text.retiredSay(account.label), () => act.mutate(false));
    },
  );
  return (
    <div className="bank-account">
      <dt className="wrap-anywhere">{account.label}</dt>
      <dd>
        {account.retired ? (
          <>
            <span className="faint">{text.retired}</span>{' '}
            <Button kind="quiet" small onClick={() => act.mutate(false)}>
              {text.use}
            </Button>
          </>
        ) : account.coveredUntil ? (
          <>
            <span className="small soft">{text.until}</span> <DayText day={account.coveredUntil} />
          </>
        ) : (
          <span className="faint">{text.silent}</span>
        )}
        {late && !account.retired && (
          <Button kind="quiet" small onClick={() => act.mutate(true)}>
            {text.retire}
          </Button>
        )}
      </dd>
    </div>
  );
}

/** The bank's last date, account by account. */
export function BankDates({ bank }: { bank: BankFreshnessView }) {
  return (
    <section className="stack-tight">
      <h2>{text.title}</h2>
      {bank.accounts.length === 0 ? (
        <>
          <p className="soft">{text.none}</p>
          <p className="small soft">{text.noneText}</p>
          <p>
            <Link to="/importer">{text.importOne}</Link>
          </p>
        </>
      ) : (
        <dl className="bank-accounts">
          {bank.accounts.map((account) => (
            <Account
              key={account.bankAccountId}
              account={account}
              late={bank.stale && bank.accounts.length > 1 && account.coveredUntil === bank.coveredUntil}
            />
          ))}
        </dl>
      )}
    </section>
  );
}
