import type { WorkItem, WorkKind } from '@acquit/recovery';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { tellError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';
import { type Handled, useUndo } from './handled.ts';
import type { WorkDialog } from './work-dialogs.tsx';

const text = t.today;

type Act = 'confirm' | 'skip' | 'done' | 'portal-act';

const PATHS: Record<Act, (item: WorkItem) => string> = {
  confirm: (item) => `/actions/${item.actionId}/confirm`,
  skip: (item) => `/actions/${item.actionId}/skip`,
  done: (item) => `/actions/${item.actionId}/done`,
  'portal-act': (item) => `/portal-acts/${item.objectId}/read`,
};

/** Does one thing with a line of the day, says so, and offers to take it back where that can be. */
function useWork(item: WorkItem, onHandled?: (handled: Handled) => void) {
  const company = useCompany();
  const say = useSay();
  const undo = useUndo(({ item: { debtorName } }) => say(text.undone(debtorName)));
  const failed = { onError: (error: Error) => say(tellError(error).title) };
  const said: Record<Act, (name: string) => string> = {
    confirm: company.mode === 'test' ? text.confirmedTest : text.confirmed,
    skip: text.skipped,
    done: text.sentByHand,
    'portal-act': text.answered,
  };
  const settle = useAct(
    (act: Act, key) => change<{ ok: true }>('POST', PATHS[act](item), act === 'done' ? { result: 'sent' } : {}, key),
    (_, act) => {
      const handled: Handled = {
        item,
        what: act,
        undo: act === 'portal-act' ? null : `/actions/${item.actionId}/undo`,
      };
      // One screen that follows what is done tells it itself, with its own way back.
      const words = said[act](item.debtorName);
      if (onHandled || handled.undo === null) say(words);
      else say(words, () => undo.mutate(handled, failed));
      onHandled?.(handled);
    },
  );
  return { run: (act: Act) => settle.mutate(act, failed), busy: settle.isPending };
}

/**
 * What the person may do with one line of the day, by kind of work. The button marked `data-primary` is what Enter does,
 * the one marked `data-skip` what passes the line.
 */
export function WorkActions({
  item,
  kind,
  onDialog,
  onHandled,
}: {
  item: WorkItem;
  kind: WorkKind;
  onDialog: (dialog: WorkDialog) => void;
  onHandled?: (handled: Handled) => void;
}) {
  const { run, busy } = useWork(item, onHandled);
  const label = text.groups[kind].action;
  switch (kind) {
    case 'to-confirm':
    case 'to-send':
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
          <Button small kind="quiet" data-skip busy={busy} onClick={() => run('skip')}>
            {text.skip}
          </Button>
          <Button small data-primary busy={busy} onClick={() => run(kind === 'to-confirm' ? 'confirm' : 'done')}>
            {label}
          </Button>
        </>
      );
    case 'portal-act':
      return (
        <>
          <ButtonLink small kind="quiet" to="/dossiers/$caseId" params={{ caseId: item.caseId }}>
            {text.next.openCase}
          </ButtonLink>
          <Button small data-primary busy={busy} onClick={() => run('portal-act')}>
            {label}
          </Button>
        </>
      );
    case 'call':
    case 'decide':
    case 'absent':
    case 'reply':
    case 'dispute':
      return (
        <Button small data-primary onClick={() => onDialog({ kind, item })}>
          {label}
        </Button>
      );
    case 'registered':
      return (
        <Button small data-primary onClick={() => onDialog({ kind: 'enter', item })}>
          {label}
        </Button>
      );
    case 'deadline':
    case 'opening':
    case 'procedure':
      return (
        <ButtonLink
          small
          data-primary
          to="/contentieux/procedures/$procedureId"
          params={{ procedureId: item.objectId! }}
        >
          {label}
        </ButtonLink>
      );
    case 'limitation':
      return (
        <ButtonLink small data-primary to="/contentieux">
          {label}
        </ButtonLink>
      );
    case 'partner':
      return (
        <ButtonLink small data-primary to="/contentieux/confies/$handOverId" params={{ handOverId: item.objectId! }}>
          {label}
        </ButtonLink>
      );
    case 'notice':
      return (
        <ButtonLink small data-primary to="/contentieux/annonces">
          {label}
        </ButtonLink>
      );
    case 'in-doubt':
      return (
        <ButtonLink small data-primary to="/envois/$tab" params={{ tab: 'en-doute' }}>
          {label}
        </ButtonLink>
      );
    case 'to-print':
      return (
        <ButtonLink small data-primary to="/envois/$tab" params={{ tab: 'a-imprimer' }}>
          {label}
        </ButtonLink>
      );
    default:
      return (
        <ButtonLink small data-primary to="/dossiers/$caseId" params={{ caseId: item.caseId }}>
          {label}
        </ButtonLink>
      );
  }
}
