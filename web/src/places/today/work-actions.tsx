import { isWrittenChannel, type WorkItem, type WorkKind } from '@acquit/recovery';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { tellError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';
import { AbsentDialog } from '../cases/absent-claim.tsx';
import { MessagePanel } from '../sending/message-panel.tsx';
import { CallDialog } from './call-dialog.tsx';
import { DecideDialog } from './decide-dialog.tsx';

const text = t.today;

export interface WorkDialog {
  kind: 'call' | 'decide' | 'absent' | 'read';
  item: WorkItem;
}

/** What the person may do with one line of the day, by kind of work. */
export function WorkActions({
  item,
  kind,
  onDialog,
  onHandled,
}: {
  item: WorkItem;
  kind: WorkKind;
  onDialog: (dialog: WorkDialog) => void;
  onHandled?: () => void;
}) {
  const company = useCompany();
  const say = useSay();
  const settle = useAct(
    (how: 'confirm' | 'skip', key) => change<{ ok: true }>('POST', `/actions/${item.actionId}/${how}`, {}, key),
    (_, how) => {
      if (how === 'skip') say(text.skipped(item.debtorName));
      else say((company.mode === 'test' ? text.confirmedTest : text.confirmed)(item.debtorName));
      onHandled?.();
    },
  );
  const run = (how: 'confirm' | 'skip') => settle.mutate(how, { onError: (error) => say(tellError(error).title) });
  const label = text.groups[kind].action;
  switch (kind) {
    case 'to-confirm':
      return (
        <>
          <Button
            small
            kind="quiet"
            aria-label={text.readName(item.debtorName)}
            onClick={() => onDialog({ kind: 'read', item })}
          >
            {text.read}
          </Button>
          <Button small kind="quiet" busy={settle.isPending} onClick={() => run('skip')}>
            {text.skip}
          </Button>
          <Button small data-primary busy={settle.isPending} onClick={() => run('confirm')}>
            {label}
          </Button>
        </>
      );
    case 'call':
      return (
        <Button small onClick={() => onDialog({ kind: 'call', item })}>
          {label}
        </Button>
      );
    case 'decide':
    case 'absent':
      return (
        <Button small onClick={() => onDialog({ kind, item })}>
          {label}
        </Button>
      );
    case 'in-doubt':
      return (
        <ButtonLink small to="/envois/$tab" params={{ tab: 'en-doute' }}>
          {label}
        </ButtonLink>
      );
    case 'to-print':
      return (
        <ButtonLink small to="/envois/$tab" params={{ tab: 'a-imprimer' }}>
          {label}
        </ButtonLink>
      );
    default:
      return (
        <ButtonLink small to="/dossiers/$caseId" params={{ caseId: item.caseId }}>
          {label}
        </ButtonLink>
      );
  }
}

/** The dialog that one of these actions opened, if any. */
export function WorkDialogs({
  dialog,
  onClose,
  onHandled,
}: {
  dialog: WorkDialog | null;
  onClose: () => void;
  onHandled?: () => void;
}) {
  if (!dialog) return null;
  const handled = () => {
    onClose();
    onHandled?.();
  };
  const { kind, item } = dialog;
  if (kind === 'call') return <CallDialog item={item} onClose={onClose} onDone={handled} />;
  if (kind === 'decide') return <DecideDialog item={item} onClose={onClose} onDone={handled} />;
  if (kind === 'absent' && item.claimId !== null)
    return (
      <AbsentDialog
        claimId={item.claimId}
        name={item.stepName}
        openCents={item.totalCents}
        reason={item.reasons[0]?.message ?? ''}
        onClose={onClose}
        onDone={handled}
      />
    );
  if (!item.actionId) return null;
  return (
    <MessagePanel
      actionId={item.actionId}
      channel={isWrittenChannel(item.channel) ? item.channel : 'email'}
      onClose={onClose}
    />
  );
}
