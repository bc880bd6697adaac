import { CLAIM_KINDS, CLAIM_NAMES } from '@acquit/law';
import type { LimitationAct, LimitationView } from '@acquit/recovery';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { limitationQuery } from '../../api/litigation.ts';
import { fullDate } from '../../format/days.ts';
import { litigation } from '../../texts/fr/litigation.ts';
import { Badge } from '../../ui/bits.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ExplanationTree } from '../../ui/explanation-tree.tsx';
import { SelectField } from '../../ui/field.tsx';
import { ActError, Loaded, Notice } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';
import { LimitationFacts } from './limitation-facts.tsx';

const text = litigation.limitation;

function Acts({ title, acts }: { title: string; acts: readonly LimitationAct[] }) {
  if (acts.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul className="law-acts">
        {acts.map((one) => (
          <li key={one.act}>
            <strong>{one.act}</strong>
            <span>{one.effect}</span>
            <span className="small soft">{one.article}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const natures = CLAIM_KINDS.map((value) => ({
  value,
  label: CLAIM_NAMES[value].charAt(0).toUpperCase() + CLAIM_NAMES[value].slice(1),
}));

/** What the claim is of: saved by a button, since a slip on a list would move a last day. */
function Nature({ view }: { view: LimitationView }) {
  const [claimKind, setKind] = useState<string>(view.claimKind);
  const say = useSay();
  const act = useAct(
    (body: object, key) => change<LimitationView>('PUT', `/claims/${view.row.claimId}/nature`, body, key),
    () => say(text.natureDone),
  );
  return (
    <form
      className="nature-form"
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate({ claimKind });
      }}
    >
      <SelectField label={text.nature} hint={text.natureHint} value={claimKind} onValue={setKind} options={natures} />
      {claimKind !== view.claimKind && (
        <Button small kind="primary" type="submit" busy={act.isPending}>
          {text.natureSave}
        </Button>
      )}
      <ActError error={act.error} />
    </form>
  );
}

function Body({ view }: { view: LimitationView }) {
  const say = useSay();
  const { row } = view;
  const seen = useAct(
    (_: null, key) => change('POST', `/claims/${row.claimId}/limitation/seen`, {}, key),
    () => say(text.seenDone),
  );
  const day = row.expiresOn ?? row.fallbackOn;
  return (
    <div className="stack-loose">
      <div className="stack-tight">
        {row.blocked && <Notice kind="warn" title={row.blocked.message} />}
        {day && (
          <p>
            <span className="soft">{row.expiresOn === null ? text.suspendedUntil : text.lastDay}</span>
            <br />
            <strong className="limit-day">{fullDate(day)}</strong>{' '}
            {row.confidence === 'C' && <Badge kind="warn">{litigation.toCheck}</Badge>}
          </p>
        )}
        {row.article && <p className="small soft">{row.article}</p>}
        {row.readings > 1 && <p className="small">{litigation.radar.readings(row.readings)}</p>}
        {row.missing.length > 0 && <p className="small">{litigation.radar.missing(row.missing.join(', '))}</p>}
        <div className="row">
          <ButtonLink small kind="primary" to="/contentieux/voie/$caseId" params={{ caseId: row.caseId }}>
            {text.route}
          </ButtonLink>
          <ButtonLink small to="/dossiers/$caseId" params={{ caseId: row.caseId }}>
            {text.case}
          </ButtonLink>
          {row.stage !== null && !row.seen && (
            <Button small busy={seen.isPending} onClick={() => seen.mutate(null)}>
              {text.seen}
            </Button>
          )}
        </div>
        <ActError error={seen.error} />
      </div>
      <Nature key={view.claimKind} view={view} />
      <LimitationFacts view={view} />
      <Acts title={text.interrupts} acts={view.interrupts} />
      <Acts title={text.doesNot} acts={view.doesNot} />
      {view.explanation && (
        <section>
          <h3>{text.how}</h3>
          <ExplanationTree explanation={view.explanation} />
        </section>
      )}
    </div>
  );
}

/** Until when a claim may be sued for, down to its article; what would stop the period and what would not. */
export function LimitationPanel({ claimId, onClose }: { claimId: string; onClose: () => void }) {
  const view = useQuery(limitationQuery(claimId));
  return (
    <Dialog shape="panel" title={text.title(view.data?.row.number ?? '…')} onClose={onClose}>
      <Loaded from={view} lines={8}>
        {(data) => <Body view={data} />}
      </Loaded>
    </Dialog>
  );
}
