import type { HandOverView } from '@acquit/recovery';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { handOverQuery } from '../../api/hand-overs.ts';
import { shortDay } from '../../format/days.ts';
import { handOvers } from '../../texts/fr/hand-overs.ts';
import { Amount, DayText, Facts } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { PlacePage, Section } from '../../ui/page.tsx';
import { ErrorNotice, Notice, Skeleton } from '../../ui/states.tsx';
import { AccessSide } from './hand-over-access.tsx';
import { AmendDialog, EndDialog } from './hand-over-end.tsx';
import { PostList, WriteForm } from './hand-over-posts.tsx';
import '../../styles/litigation.css';

const text = handOvers.page;

function Body({ view }: { view: HandOverView }) {
  const [open, setOpen] = useState<'end' | 'edit' | null>(null);
  const close = () => setOpen(null);
  const { partner, ended } = view;
  const address = [...partner.addressLines, [partner.postcode, partner.city].filter(Boolean).join(' ')].filter(Boolean);
  return (
    <PlacePage
      title={view.debtorName}
      above={
        <Link to="/contentieux/confies" className="back">
          {text.back}
        </Link>
      }
      lead={<span className="wrap-anywhere">{text.confided(partner.name, shortDay(view.openedOn))}</span>}
      actions={
        ended === null && (
          <>
            <Button onClick={() => setOpen('edit')}>{text.edit}</Button>
            <Button onClick={() => setOpen('end')}>{text.end}</Button>
          </>
        )
      }
    >
      {ended && (
        <Notice title={text.wasEnded(ended.outcomeName, shortDay(ended.on))}>
          {ended.note && <p>{ended.note}</p>}
        </Notice>
      )}
      <div className="with-aside">
        <Section title={text.told}>
          <div className="stack">
            {ended === null && <WriteForm handOverId={view.handOverId} />}
            <PostList posts={view.posts} />
          </div>
        </Section>
        <div className="aside aside-first">
          <section>
            <Facts
              rows={[
                [text.amount, <Amount key="a" cents={view.amountCents} />],
                [text.received, <Amount key="r" cents={view.receivedCents} />],
                [text.cost, <Amount key="c" cents={view.costCents} />],
                [
                  text.procedures,
                  view.procedures.length === 0 ? text.whole : view.procedures.map((one) => one.name).join(', '),
                ],
                view.reference === null ? null : [text.reference, view.reference],
                [text.by, view.enteredBy],
              ]}
            />
            <p>
              <Link to="/dossiers/$caseId" params={{ caseId: view.caseId }}>
                {text.case}
              </Link>
            </p>
          </section>
          <section>
            <h2 className="wrap-anywhere">{partner.name}</h2>
            <p className="soft">{[partner.kindName, partner.person].filter(Boolean).join(' · ')}</p>
            {address.map((line) => (
              <p key={line}>{line}</p>
            ))}
            {partner.email && (
              <p className="wrap-anywhere">
                <a href={`mailto:${partner.email}`}>{partner.email}</a>
              </p>
            )}
            {partner.phone && <p>{partner.phone}</p>}
            <p>
              <a href={`/api/hand-overs/${view.handOverId}/mandate`} target="_blank" rel="noopener">
                {text.mandate[partner.kind]}
              </a>
            </p>
            <p className="small soft">{text.draft}</p>
          </section>
          {ended === null && <AccessSide view={view} />}
          {view.lastOpenedOn !== null && ended !== null && (
            <p className="small soft">
              <DayText day={view.lastOpenedOn} />
            </p>
          )}
        </div>
      </div>
      {open === 'end' && <EndDialog view={view} onClose={close} />}
      {open === 'edit' && <AmendDialog view={view} onClose={close} />}
    </PlacePage>
  );
}

/** One case entrusted to one professional: what he tells, what it costs and brings, his access, and its end. */
export function HandOverPage() {
  const { handOverId } = useParams({ from: '/contentieux/confies/$handOverId' });
  const view = useQuery(handOverQuery(handOverId));
  if (view.data) return <Body view={view.data} key={handOverId} />;
  return (
    <div className="page">
      <Link to="/contentieux/confies" className="back">
        {text.back}
      </Link>
      {view.isError ? <ErrorNotice error={view.error} onRetry={() => void view.refetch()} /> : <Skeleton lines={10} />}
    </div>
  );
}
