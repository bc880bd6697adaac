import type { TodayView } from '@acquit/recovery';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { instant, shortDay } from '../../format/days.ts';
import { euros } from '../../format/money.ts';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { BankDates } from './bank-dates.tsx';
import { RunDialog } from './run-dialog.tsx';

const { tonight: text, pass: passText } = t.today;

/** What leaves by itself, what the last pass did, and the way to start one now. */
export function Tonight({ today }: { today: TodayView }) {
  const company = useCompany();
  const [running, setRunning] = useState(false);
  const { tonight, lastPass, capturedCount } = today;
  const some = tonight.messages + tonight.letters > 0;
  return (
    <aside className="aside">
      <section className="stack-tight">
        <h2>{company.mode === 'test' ? text.titleTest : text.title}</h2>
        {some ? (
          <p>
            <strong>{text.text(tonight.messages, tonight.letters)}</strong>
            <br />
            <span className="soft">{text.asked(euros(tonight.totalCents))}</span>
          </p>
        ) : (
          <p className="soft">{text.nothing}</p>
        )}
        <p>
          <Link to="/envois">{text.plan}</Link>
        </p>
        {capturedCount > 0 && (
          <p>
            <Link to="/envois/$tab" params={{ tab: 'captures' }}>
              {text.captured(capturedCount)}
            </Link>
          </p>
        )}
      </section>
      <BankDates bank={today.bank} />
      <section className="stack-tight">
        <h2>{passText.title}</h2>
        {lastPass ? (
          <p>
            {lastPass.finishedAt ? instant(lastPass.finishedAt) : `${shortDay(lastPass.on)}, ${passText.running}`}
            <br />
            <span className="soft small">
              {passText.examined(lastPass.casesExamined)}
              {'\u202f; '}
              {passText.line(lastPass.decisions, lastPass.messages, lastPass.tasks)}
            </span>
          </p>
        ) : (
          <p className="soft">{passText.never}</p>
        )}
        <div>
          <Button onClick={() => setRunning(true)}>{passText.run}</Button>
        </div>
      </section>
      {running && <RunDialog onClose={() => setRunning(false)} />}
    </aside>
  );
}
