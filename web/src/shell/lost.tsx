import { t } from '../texts/index.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Empty, ErrorNotice } from '../ui/states.tsx';

/** An address that leads nowhere. */
export function NotFound() {
  return (
    <div className="page">
      <Empty
        title={t.errors.missing.title}
        text={t.errors.missing.text}
        action={
          <ButtonLink kind="primary" to="/">
            {t.shell.places.today}
          </ButtonLink>
        }
      />
    </div>
  );
}

/** A screen that failed to draw, which is our fault: says that nothing is lost and how to go on. */
export function ScreenError({ error, reset }: { error: unknown; reset?: () => void }) {
  return (
    <div className="page page-narrow">
      <ErrorNotice error={error} onRetry={() => (reset ? reset() : location.reload())} />
      <div className="row">
        <Button onClick={() => location.reload()}>{t.common.reload}</Button>
      </div>
    </div>
  );
}
