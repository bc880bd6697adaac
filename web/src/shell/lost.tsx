import { t } from '../texts/index.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { PlacePage } from '../ui/page.tsx';
import { ErrorNotice } from '../ui/states.tsx';

/** An address that leads nowhere. */
export function NotFound() {
  return (
    <PlacePage title={t.errors.missing.title} lead={t.errors.missing.text}>
      <div>
        <ButtonLink kind="primary" to="/">
          {t.shell.places.today}
        </ButtonLink>
      </div>
    </PlacePage>
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
