import type { RouteAnswers, RouteGuideView } from '@acquit/recovery';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { routeGuideQuery, routePaperAddress } from '../../api/route-guide.ts';
import { fullDate } from '../../format/days.ts';
import { routeGuide as text } from '../../texts/fr/route-guide.ts';
import { Button } from '../../ui/button.tsx';
import { PlacePage } from '../../ui/page.tsx';
import { ActError, Empty, ErrorNotice, Loaded, Notice } from '../../ui/states.tsx';
import { Changes, ChoiceBand, ChoiceDialog, type Chosen } from './choice.tsx';
import { Questionnaire } from './questionnaire.tsx';
import { Routes } from './routes.tsx';
import '../../styles/route-guide.css';

/** The routes open to a case, and what each costs and may bring: answers on one side, routes on the other. */
export function RouteGuide() {
  const { caseId } = useParams({ from: '/contentieux/voie/$caseId' });
  const [draft, setDraft] = useState<RouteAnswers | null>(null);
  const guide = useQuery(routeGuideQuery(caseId, draft));
  const save = useAct(
    (answers: RouteAnswers, key) => change<RouteGuideView>('PUT', `/cases/${caseId}/route/answers`, { answers }, key),
    () => setDraft(null),
  );
  const { data } = guide;
  return (
    <PlacePage
      title={text.title}
      above={
        <Link to="/dossiers/$caseId" params={{ caseId }} className="back">
          {text.back}
        </Link>
      }
      lead={<span className="wrap-anywhere">{data?.debtorName}</span>}
      actions={
        data?.guide &&
        (draft === null && data.saved !== null ? (
          <a className="button" href={routePaperAddress(caseId)} target="_blank" rel="noreferrer">
            {text.print}
          </a>
        ) : (
          <span className="small soft">{text.printSavedOnly}</span>
        ))
      }
    >
      <Loaded from={guide} lines={10}>
        {(view) => (
          <Body
            view={view}
            draft={draft}
            fetching={guide.isFetching}
            error={guide.isError ? guide.error : null}
            onAnswers={setDraft}
            onKept={() => setDraft(null)}
            foot={
              <div className="guide-save">
                <Saved view={view} draft={draft} />
                <ActError error={save.error} />
                <Button
                  kind="primary"
                  disabled={draft === null}
                  busy={save.isPending}
                  onClick={() => save.mutate(view.answers)}
                >
                  {text.save}
                </Button>
              </div>
            }
          />
        )}
      </Loaded>
    </PlacePage>
  );
}

function Saved({ view: { saved }, draft }: { view: RouteGuideView; draft: RouteAnswers | null }) {
  if (draft !== null) return <p className="small soft">{text.unsaved}</p>;
  if (saved === null) return null;
  return (
    <>
      <p className="small soft">{text.saved(saved.version, fullDate(saved.on), saved.by)}</p>
      {saved.changes.length > 0 && (
        <Notice kind="warn" title={text.changed}>
          <Changes changes={saved.changes} />
        </Notice>
      )}
    </>
  );
}

function Body({
  view,
  draft,
  fetching,
  error,
  onAnswers,
  onKept,
  foot,
}: {
  view: RouteGuideView;
  draft: RouteAnswers | null;
  fetching: boolean;
  error: unknown;
  onAnswers: (answers: RouteAnswers) => void;
  onKept: () => void;
  foot: React.ReactNode;
}) {
  const [compared, setCompared] = useState<readonly string[]>([]);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  if (view.blocked?.code === 'NothingDue' && draft === null && view.choice === null)
    return <Empty title={text.empty.title} text={text.empty.text} />;
  return (
    <>
      {view.choice && <ChoiceBand view={view} choice={view.choice} />}
      <div className="guide">
        <div>
          <Questionnaire view={view} onAnswers={onAnswers} />
          {foot}
        </div>
        <section className="guide-answer" aria-labelledby="guide-routes-title" aria-busy={fetching}>
          <div className="section-head">
            <h2 id="guide-routes-title">{text.routes}</h2>
            <span className="small soft" role="status">
              {fetching && text.computing}
            </span>
          </div>
          {error !== null && <ErrorNotice error={error} />}
          {view.guide === null ? (
            <Notice kind="info" title={text.noRoutes}>
              <p>{view.blocked?.message}</p>
            </Notice>
          ) : (
            <Routes
              view={view}
              guide={view.guide}
              draft={draft}
              compared={compared}
              onCompared={setCompared}
              onAnswers={onAnswers}
              onChoose={setChosen}
            />
          )}
        </section>
      </div>
      {chosen && <ChoiceDialog view={view} chosen={chosen} onClose={() => setChosen(null)} onKept={onKept} />}
    </>
  );
}
