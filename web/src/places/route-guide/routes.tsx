import type { RouteGuide as Guide, RouteAnswers, RouteGuideView } from '@acquit/recovery';
import { euros, percent } from '../../format/money.ts';
import { routeGuide as text } from '../../texts/fr/route-guide.ts';
import { Notice } from '../../ui/states.tsx';
import type { Chosen } from './choice.tsx';
import { Comparison } from './comparison.tsx';
import { Exits } from './exits.tsx';
import { RouteCard, RouteTree } from './route-card.tsx';

/** How many routes stand side by side and stay readable. */
const MOST_COMPARED = 3;

interface Props {
  view: RouteGuideView;
  guide: Guide;
  draft: RouteAnswers | null;
  compared: readonly string[];
  onCompared: (procedures: readonly string[]) => void;
  onAnswers: (answers: RouteAnswers) => void;
  onChoose: (chosen: Chosen) => void;
}

/** Open routes in the order of the law, each weighed; then other ways; then closed routes with their reason. */
export function Routes({ view, guide, draft, compared, onCompared, onAnswers, onChoose }: Props) {
  const open = guide.routes.filter((route) => route.open);
  const closed = guide.routes.filter((route) => !route.open);
  const toCompare = open.filter(({ procedure }) => compared.includes(procedure));
  const toggle = (procedure: string) =>
    onCompared(compared.includes(procedure) ? compared.filter((one) => one !== procedure) : [...compared, procedure]);
  return (
    <>
      {guide.warnings.length > 0 && (
        <Notice kind="info">
          {guide.warnings.map((warning) => (
            <p key={warning}>{warning}</p>
          ))}
        </Notice>
      )}
      {guide.notWorth && <Notice kind="warn" title={guide.notWorth} />}
      <p className="small soft">
        {text.recoverable} : <b>{euros(guide.recoverableCents)}</b>. {text.success} :{' '}
        {guide.successPercent === null ? text.noSuccess : percent(String(guide.successPercent))}. {text.law}
      </p>
      {compared.length > 0 && <Comparison routes={toCompare} onClose={() => onCompared([])} />}
      <ol className="guide-routes">
        {open.map((route, index) => (
          <RouteCard
            key={route.procedure}
            route={route}
            rank={index + 1}
            view={view}
            draft={draft}
            onAnswers={onAnswers}
            compared={compared.includes(route.procedure)}
            mayCompare={toCompare.length < MOST_COMPARED}
            onCompare={() => toggle(route.procedure)}
            onChoose={() => onChoose({ way: route.procedure, name: route.name })}
          />
        ))}
      </ol>
      <Exits view={view} exits={guide.exits} onAnswers={onAnswers} onChoose={(way, name) => onChoose({ way, name })} />
      <details className="guide-tree guide-closed">
        <summary>{text.closed(closed.length)}</summary>
        <ul>
          {closed.map((route) => (
            <li key={route.procedure} data-closed={route.procedure}>
              <h3>{route.name}</h3>
              <p className="wrap-anywhere">{route.why}</p>
              <RouteTree caseId={view.caseId} draft={draft} procedure={route.procedure} />
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
