import { t } from '../texts/index.ts';
import { Button } from './button.tsx';
import { ActError } from './states.tsx';

/** The end of a form that saves: why it was refused, and the button. */
export function SaveFoot({ of, disabled = false }: { of: { error: unknown; isPending: boolean }; disabled?: boolean }) {
  return (
    <>
      <ActError error={of.error} />
      <div>
        <Button kind="primary" type="submit" busy={of.isPending} disabled={disabled}>
          {t.common.save}
        </Button>
      </div>
    </>
  );
}
