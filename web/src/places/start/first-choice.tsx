import type { SessionView } from '@acquit/recovery';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { t } from '../../texts/index.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { ActError } from '../../ui/states.tsx';
import { Door } from './door.tsx';

/** An empty installation: bring one's own invoices, or look around with invented ones. */
export function FirstChoice({ name, onSession }: { name: string; onSession: (session: SessionView) => void }) {
  const demo = useAct((_: null, key) => change<SessionView>('POST', '/demo', {}, key), onSession);
  const text = t.start.ways;
  return (
    <Door title={text.title(name)} lead={text.lead} wide>
      <div className="ways">
        <section className="way">
          <h2>{text.importTitle}</h2>
          <p>{text.importText}</p>
          <ButtonLink kind="primary" to="/importer">
            {text.importAction}
          </ButtonLink>
        </section>
        <section className="way">
          <h2>{text.demoTitle}</h2>
          <p>{text.demoText}</p>
          <Button busy={demo.isPending} onClick={() => demo.mutate(null)}>
            {demo.isPending ? text.demoBusy : text.demoAction}
          </Button>
          <p className="small soft" role="status" hidden={!demo.isPending}>
            {demo.isPending ? text.demoBusyHint : ''}
          </p>
        </section>
      </div>
      <ActError error={demo.error} />
    </Door>
  );
}
