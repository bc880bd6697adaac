import type { PortalActView, PortalLinkView, PortalView } from '@acquit/recovery';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { portalQuery } from '../../api/queries.ts';
import { shortDay } from '../../format/days.ts';
import { t } from '../../texts/index.ts';
import { Badge, DayText, Facts } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { tellError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';

const text = t.portal.side;

function Act({ act, onRead, busy }: { act: PortalActView; onRead: () => void; busy: boolean }) {
  return (
    <li className="contact">
      <div className="contact-head">
        <span className="contact-name">{text.kind[act.kind]}</span>
        {!act.isRead && <Badge kind="warn">{text.waiting}</Badge>}
        {!act.isRead && (
          <Button kind="quiet" small busy={busy} onClick={onRead}>
            {text.read}
          </Button>
        )}
      </div>
      <span className="small soft">
        <DayText day={act.on} />
        {act.numbers.length > 0 && ` · ${text.numbers(act.numbers.length, act.numbers.join(', '))}`}
      </span>
      {act.effect && <span className="small">{act.effect}</span>}
      {act.hasFile && (
        <a href={`/api/portal-acts/${act.actId}/file`} target="_blank" rel="noreferrer">
          {text.file}
        </a>
      )}
      {act.details && <blockquote className="small soft">{act.details}</blockquote>}
    </li>
  );
}

function Links({ caseId, view }: { caseId: string; view: PortalView }) {
  const say = useSay();
  const [shown, setShown] = useState<string | null>(null);
  const tell = { onError: (error: Error) => say(tellError(error).title) };
  const make = useAct(
    (_: null, key) => change<PortalLinkView>('POST', `/cases/${caseId}/portal/links`, {}, key),
    async ({ url, until }) => {
      // A page that is not served over TLS may not write to the clipboard: the link is then shown to be copied.
      const copied = await navigator.clipboard?.writeText(url).then(
        () => true,
        () => false,
      );
      if (copied) say(text.copied(shortDay(until)));
      else setShown(url);
    },
  );
  const withdraw = useAct(
    (_: null, key) => change('POST', `/cases/${caseId}/portal/withdraw`, {}, key),
    () => {
      setShown(null);
      say(text.withdrawn);
    },
  );
  return (
    <>
      <Menu className="button button-quiet button-small" label={text.menu}>
        <MenuItem onSelect={() => window.open(view.previewPath, '_blank', 'noopener')}>{text.preview}</MenuItem>
        {view.enabled && view.address !== null && (
          <MenuItem onSelect={() => make.mutate(null, tell)}>{text.copy}</MenuItem>
        )}
        <MenuItem onSelect={() => withdraw.mutate(null, tell)}>{text.withdraw}</MenuItem>
      </Menu>
      {shown && <p className="small wrap-anywhere">{text.copyByHand(shown)}</p>}
    </>
  );
}

/** The debtor's own page as the creditor governs it: look at it, give it, close it, and read what was said there. */
export function PortalSide({ caseId }: { caseId: string }) {
  const say = useSay();
  const { data: view } = useQuery(portalQuery(caseId));
  const read = useAct(
    (actId: string, key) => change('POST', `/portal-acts/${actId}/read`, {}, key),
    () => say(text.readDone),
  );
  if (!view) return null;
  return (
    <section>
      <div className="section-head">
        <h2>{text.title}</h2>
        <Links caseId={caseId} view={view} />
      </div>
      {view.enabled ? (
        <Facts
          rows={[[text.lastOpened, view.lastOpenedOn ? <DayText key="on" day={view.lastOpenedOn} /> : text.never]]}
        />
      ) : (
        <p className="soft">
          {text.off}{' '}
          <Link to="/reglages/$section" params={{ section: 'page-client' }}>
            {text.open}
          </Link>
        </p>
      )}
      {view.acts.length > 0 && (
        <ul className="contacts">
          {view.acts.map((act) => (
            <Act
              key={act.actId}
              act={act}
              busy={read.isPending}
              onRead={() => read.mutate(act.actId, { onError: (error) => say(tellError(error).title) })}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
