import { useNavigate, useSearch } from '@tanstack/react-router';
import { useId } from 'react';
import { isDay } from '../../format/days.ts';
import { useSigned } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';

/** The day on which everything of the case is computed; kept in the address. */
export function AsOf({ on }: { on: string }) {
  const navigate = useNavigate({ from: '/dossiers/$caseId' });
  const { au } = useSearch({ from: '/dossiers/$caseId' });
  const { session } = useSigned();
  const id = useId();
  const choose = (day: string | undefined) =>
    void navigate({
      search: (before) => ({ ...before, au: day === session.today ? undefined : day }),
      resetScroll: false,
      replace: true,
    });
  return (
    <div className="as-of">
      <label htmlFor={id}>{t.cases.asOf}</label>
      <input
        id={id}
        className="input"
        type="date"
        key={on}
        defaultValue={on}
        onChange={(event) => isDay(event.target.value) && choose(event.target.value)}
      />
      {au && (
        <Button kind="quiet" small onClick={() => choose(undefined)}>
          {t.cases.backToToday}
        </Button>
      )}
    </div>
  );
}
