import { type DispatchView, isWrittenChannel, type ReplyView, type WorkItem } from '@acquit/recovery';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { commitmentsQuery } from '../../api/commitments.ts';
import { caseDispatchesQuery, replyQuery } from '../../api/queries.ts';
import { AbsentDialog } from '../cases/absent-claim.tsx';
import { DisputeEndDialog } from '../commitments/dispute-dialog.tsx';
import { ReplyPanel } from '../replies/reply-panel.tsx';
import { EnterEvent } from '../sending/enter-event.tsx';
import { MessagePanel } from '../sending/message-panel.tsx';
import { CallDialog } from './call-dialog.tsx';
import { DecideDialog } from './decide-dialog.tsx';
import type { Handled } from './handled.ts';

export interface WorkDialog {
  kind: 'call' | 'decide' | 'absent' | 'read' | 'reply' | 'dispute' | 'enter';
  item: WorkItem;
}

interface Props {
  item: WorkItem;
  onClose: () => void;
  onHandled: (what: Handled['what']) => void;
}

/** The reply at the side. It is handled when nothing of it waits any more. */
function Reply({ item, onClose, onHandled }: Props) {
  const client = useQueryClient();
  const replyId = item.objectId ?? '';
  const close = () => {
    const reply = client.getQueryData<ReplyView>(replyQuery(replyId).queryKey);
    onClose();
    if (reply && reply.state !== 'to-read' && reply.state !== 'to-sort') onHandled('reply');
  };
  return <ReplyPanel replyId={replyId} onClose={close} />;
}

/** How a dispute ended. It is handled when it was. */
function Dispute({ item, onClose, onHandled }: Props) {
  const { data } = useQuery(commitmentsQuery(item.caseId));
  const dispute = data?.disputes.find((one) => one.disputeId === item.objectId);
  const client = useQueryClient();
  if (!dispute) return null;
  const close = () => {
    onClose();
    void client.fetchQuery({ ...commitmentsQuery(item.caseId), staleTime: 0 }).then(({ disputes }) => {
      if (disputes.find((one) => one.disputeId === item.objectId)?.outcome) onHandled('dispute');
    });
  };
  return <DisputeEndDialog dispute={dispute} onClose={close} />;
}

/** What the post did with a registered letter: handled once its number and an event are there. */
function Enter({ item, onClose, onHandled }: Props) {
  // What the case had when it was last looked at may lack the number just entered: the form begins from what is stored.
  const query = { ...caseDispatchesQuery(item.caseId), staleTime: 0 };
  const { data, isFetchedAfterMount } = useQuery(query);
  const client = useQueryClient();
  const isDone = (all: DispatchView[]) => {
    const one = all.find(({ actionId }) => actionId === item.actionId);
    return Boolean(one?.number) && one!.events.some(({ kind }) => kind !== 'deposited');
  };
  const sending = data?.dispatches.find(({ actionId }) => actionId === item.actionId);
  if (!sending || !isFetchedAfterMount) return null;
  const close = () => {
    onClose();
    void client.fetchQuery(query).then(({ dispatches }) => {
      if (isDone(dispatches)) onHandled('enter');
    });
  };
  return <EnterEvent sending={sending} onClose={close} />;
}

/** The dialog that an action of the day opened, if any. */
export function WorkDialogs({
  dialog,
  onClose,
  onHandled,
}: {
  dialog: WorkDialog | null;
  onClose: () => void;
  onHandled?: (handled: Handled) => void;
}) {
  if (!dialog) return null;
  const { kind, item } = dialog;
  const tell = (what: Handled['what'], undo: string | null = null) => onHandled?.({ item, what, undo });
  const handled = (what: Handled['what'], undo: string | null = null) => {
    onClose();
    tell(what, undo);
  };
  const lateProps = { item, onClose, onHandled: (what: Handled['what']) => tell(what) };
  switch (kind) {
    case 'call':
      return <CallDialog item={item} onClose={onClose} onDone={() => handled('call')} />;
    case 'decide':
      return (
        <DecideDialog
          item={item}
          onClose={onClose}
          onDone={() => handled('decide', item.actionId && `/actions/${item.actionId}/undo`)}
        />
      );
    case 'reply':
      return <Reply {...lateProps} />;
    case 'dispute':
      return <Dispute {...lateProps} />;
    case 'enter':
      return <Enter {...lateProps} />;
    case 'absent':
      if (item.claimId === null) return null;
      return (
        <AbsentDialog
          claimId={item.claimId}
          name={item.stepName}
          openCents={item.totalCents}
          reason={item.reasons[0]?.message ?? ''}
          onClose={onClose}
          onDone={() => handled('absent')}
        />
      );
    case 'read':
      if (!item.actionId) return null;
      return (
        <MessagePanel
          actionId={item.actionId}
          channel={isWrittenChannel(item.channel) ? item.channel : 'email'}
          onClose={onClose}
        />
      );
  }
}
