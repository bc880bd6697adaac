import type { CaseView } from '@acquit/recovery';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { caseQuery } from '../../api/queries.ts';
import { shortDay } from '../../format/days.ts';
import { t } from '../../texts/index.ts';
import { Badge } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { PlacePage } from '../../ui/page.tsx';
import { ErrorNotice, Notice, Skeleton, tellError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';
import { CaseCommitments } from '../commitments/case-commitments.tsx';
import { ReceiptDialog } from '../receipts/receipt-dialog.tsx';
import { CaseAhead } from './case-ahead.tsx';
import { CaseReceipts } from './case-receipts.tsx';
import { CaseTimeline } from './case-timeline.tsx';
import { ClaimsTable } from './claims-table.tsx';
import { ConsentSide } from './consent-side.tsx';
import { CustomerDialog } from './customer-dialog.tsx';
import { CustomerSide } from './customer-side.tsx';
import { OwedSummary } from './owed-summary.tsx';
import { PauseDialog } from './pause-dialog.tsx';
import { ExposureNotice, PayerLine } from './payer-line.tsx';
import { PortalSide } from './portal-side.tsx';
import { ScenarioSide } from './scenario-side.tsx';
import { WhyPanel } from './why-panel.tsx';
import '../../styles/case.css';

const text = t.cases;

/** Fetched once the page is drawn: most cases never go to court. */
const CaseLitigation = lazy(() =>
  import('../litigation/case-litigation.tsx').then((place) => ({ default: place.CaseLitigation })),
);

function StatusNotice({ view, onResume, busy }: { view: CaseView; onResume: () => void; busy: boolean }) {
  const resume = (
    <Button small busy={busy} onClick={onResume}>
      {text.resume}
    </Button>
  );
  if (view.status === 'paused') {
    return (
      <Notice title={text.status.paused(view.pausedUntil ? shortDay(view.pausedUntil) : '')} actions={resume}>
        {view.statusReason && <p>{view.statusReason}</p>}
        <p className="soft">{text.status.pausedText}</p>
      </Notice>
    );
  }
  if (view.status === 'parked') {
    return (
      <Notice kind="warn" title={text.status.parked} actions={resume}>
        {view.statusReason && <p>{view.statusReason}</p>}
        <p>{text.status.parkedText}</p>
      </Notice>
    );
  }
  return null;
}

type Open = 'receipt' | 'pause' | 'customer' | null;

function CaseBody({ view }: { view: CaseView }) {
  const navigate = useNavigate({ from: '/dossiers/$caseId' });
  const search = useSearch({ from: '/dossiers/$caseId' });
  const say = useSay();
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const why = (pourquoi: string | undefined) =>
    void navigate({ search: (before) => ({ ...before, pourquoi }), resetScroll: false, replace: true });
  const resume = useAct(
    (_: null, key) => change<CaseView>('POST', `/cases/${view.caseId}/resume`, {}, key),
    () => say(text.resumed),
  );
  const { debtor } = view;
  return (
    <PlacePage
      title={debtor.name}
      above={
        <Link to="/dossiers" className="back">
          {text.back}
        </Link>
      }
      lead={
        <div className="stack-tight">
          <span className="row">
            <span>{[...new Set([t.words.profile[view.profile], debtor.kindName])].join(' · ')}</span>
            {view.status !== 'open' && (
              <Badge {...(view.status === 'parked' ? { kind: 'warn' as const } : {})}>
                {t.words.caseStatus[view.status]}
              </Badge>
            )}
          </span>
          <PayerLine debtorId={debtor.debtorId} />
        </div>
      }
      actions={
        <>
          <Menu className="button" label={text.moreActions}>
            {view.status === 'open' && <MenuItem onSelect={() => setOpen('pause')}>{text.pause}</MenuItem>}
            {(view.status === 'paused' || view.status === 'parked') && (
              <MenuItem onSelect={() => resume.mutate(null, { onError: (error) => say(tellError(error).title) })}>
                {text.resume}
              </MenuItem>
            )}
            <MenuItem onSelect={() => setOpen('customer')}>{text.editContact}</MenuItem>
          </Menu>
          <Button kind="primary" onClick={() => setOpen('receipt')}>
            {text.addReceipt}
          </Button>
        </>
      }
    >
      <StatusNotice view={view} busy={resume.isPending} onResume={() => resume.mutate(null)} />
      <ExposureNotice debtorId={debtor.debtorId} />
      <OwedSummary view={view} onWhy={() => why('tout')} />
      <div className="case-grid">
        <div className="stack-loose">
          <ClaimsTable view={view} onWhy={why} />
          <CaseCommitments view={view} />
          <Suspense>
            <CaseLitigation view={view} />
          </Suspense>
          <CaseTimeline caseId={view.caseId} />
        </div>
        <div className="aside">
          <CustomerSide view={view} onEdit={() => setOpen('customer')} />
          <ScenarioSide view={view} />
          <CaseAhead caseId={view.caseId} />
          <ConsentSide view={view} />
          <PortalSide caseId={view.caseId} />
          <CaseReceipts receipts={view.receipts} />
        </div>
      </div>
      {search.pourquoi && (
        <WhyPanel view={view} claimId={search.pourquoi} onClaim={why} onClose={() => why(undefined)} />
      )}
      {open === 'receipt' && <ReceiptDialog view={view} onClose={close} />}
      {open === 'pause' && <PauseDialog view={view} onClose={close} />}
      {open === 'customer' && <CustomerDialog debtor={debtor} onClose={close} />}
    </PlacePage>
  );
}

/** Everything about one debtor: what he owes and why, what was done, what comes next. */
export function CasePage() {
  const { caseId } = useParams({ from: '/dossiers/$caseId' });
  const { au } = useSearch({ from: '/dossiers/$caseId' });
  const view = useQuery({ ...caseQuery(caseId, au), placeholderData: keepPreviousData });
  if (view.data && view.data.caseId === caseId) return <CaseBody view={view.data} key={caseId} />;
  return (
    <PlacePage
      title={text.one}
      above={
        <Link to="/dossiers" className="back">
          {text.back}
        </Link>
      }
    >
      {view.isError ? <ErrorNotice error={view.error} onRetry={() => void view.refetch()} /> : <Skeleton lines={12} />}
    </PlacePage>
  );
}
