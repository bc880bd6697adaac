import type { SourceSettings, SourceView } from '@acquit/recovery';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { instant } from '../../format/days.ts';
import { t } from '../../texts/index.ts';
import { Badge } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, SubmitFoot } from '../../ui/dialog.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { ActError, Notice, tellError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';

const text = t.sources;

/** Where it looks, in one line. */
function placeOf(settings: SourceSettings): string {
  switch (settings.kind) {
    case 'folder':
      return settings.pattern ? `${settings.path}, ${settings.pattern}` : settings.path;
    case 'imap':
      return `${settings.username}, ${settings.mailbox}, ${settings.host}`;
    case 'sftp':
      return `${settings.username}@${settings.host}:${settings.path}`;
    default:
      return '';
  }
}

function Health({ source }: { source: SourceView }) {
  const kind = { well: 'accent', late: 'warn', failing: 'warn' }[source.state as string] as
    | 'accent'
    | 'warn'
    | undefined;
  return (
    <Badge {...(kind ? { kind } : {})}>
      {source.kind === 'push' && source.state === 'never-checked' ? text.pushWaits : text.state[source.state]}
    </Badge>
  );
}

function Facts({ source }: { source: SourceView }) {
  const { recent } = source;
  const counts = text.recent(recent.imported, recent.duplicate, recent.refused, recent.setAside);
  return (
    <div className="small soft">
      <p>
        {source.kind !== 'push' && (
          <>
            {source.checkedAt ? text.checkedAt(instant(source.checkedAt)) : text.neverChecked},{' '}
            {[text.every(source.everyMinutes), source.beforeSending ? text.beforeSending : '']
              .filter(Boolean)
              .join(' ')}
            {' · '}
          </>
        )}
        {source.lastFileAt ? text.lastFile(instant(source.lastFileAt)) : text.noFile}
      </p>
      <p>{counts ? `${text.recentLabel}\u00a0: ${counts}` : text.recentNone}</p>
    </div>
  );
}

function RemoveDialog({ source, onClose }: { source: SourceView; onClose: () => void }) {
  const say = useSay();
  const act = useAct(
    (_: null, key) => change<{ ok: true }>('POST', `/sources/${source.sourceId}/remove`, {}, key),
    () => {
      say(text.removed(source.name));
      onClose();
    },
  );
  return (
    <Dialog
      title={text.removeDialog.title}
      onClose={onClose}
      onSubmit={() => act.mutate(null)}
      foot={<SubmitFoot label={text.removeDialog.submit} busy={act.isPending} onClose={onClose} />}
    >
      <p className="wrap-anywhere">{text.removeDialog.text(source.name)}</p>
      <ActError error={act.error} />
    </Dialog>
  );
}

/** One source: how it is, what is wrong and what to do, what came from it, and what may be done with it. */
export function SourceRow({
  source,
  onEdit,
  onFiles,
  onToken,
}: {
  source: SourceView;
  onEdit: () => void;
  onFiles: () => void;
  onToken: (token: string) => void;
}) {
  const say = useSay();
  const [removing, setRemoving] = useState(false);
  const onError = (error: unknown) => say(tellError(error).title);
  const check = useAct(
    (_: null, key) => change<SourceView>('POST', `/sources/${source.sourceId}/check`, {}, key),
    // A source that is broken says so in its place, with what to do.
    (after) => after.state === 'failing' || say(text.checked(source.name)),
  );
  const pause = useAct((active: boolean, key) =>
    change<SourceView>('PATCH', `/sources/${source.sourceId}`, { active }, key),
  );
  const renew = useAct(
    (_: null, key) =>
      change<{ source: SourceView; token: string }>('POST', `/sources/${source.sourceId}/token`, {}, key),
    ({ token }) => onToken(token),
  );
  const place = placeOf(source.settings);
  return (
    <li className="source">
      <div className="row-between">
        <div>
          <h2 className="wrap-anywhere">
            {source.name} <Health source={source} />
          </h2>
          <p className="small soft wrap-anywhere">
            {text.kind[source.kind]}
            {place && ` : ${place}`}
          </p>
        </div>
        <div className="row">
          <Button small kind="quiet" aria-label={text.filesName(source.name)} onClick={onFiles}>
            {text.files}
          </Button>
          {source.kind !== 'push' && (
            <Button
              small
              busy={check.isPending}
              aria-label={text.checkName(source.name)}
              onClick={() => check.mutate(null, { onError })}
            >
              {text.check}
            </Button>
          )}
          <Menu className="button button-small" label={text.more} name={`${text.more} : ${source.name}`}>
            <MenuItem onSelect={onEdit}>{text.edit}</MenuItem>
            <MenuItem onSelect={() => pause.mutate(!source.active, { onError })}>
              {source.active ? text.pause : text.resume}
            </MenuItem>
            {source.kind === 'push' && (
              <MenuItem onSelect={() => renew.mutate(null, { onError })}>{text.newToken}</MenuItem>
            )}
            <MenuItem onSelect={() => setRemoving(true)}>{text.remove}</MenuItem>
          </Menu>
        </div>
      </div>
      {source.trouble && (
        <Notice
          kind="warn"
          title={source.trouble.message}
          actions={
            <Button small aria-label={text.editName(source.name)} onClick={onEdit}>
              {text.edit}
            </Button>
          }
        />
      )}
      <Facts source={source} />
      {removing && <RemoveDialog source={source} onClose={() => setRemoving(false)} />}
    </li>
  );
}
