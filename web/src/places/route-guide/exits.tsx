import type { Exit, GuideExit, RouteAnswers, RouteGuideView } from '@acquit/recovery';
import { routeGuide as text } from '../../texts/fr/route-guide.ts';
import { Badge } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { QuestionGroup } from './questionnaire.tsx';

/** The ways that are no procedure of the law: entrust the case, sell it, give it up. */
export function Exits({
  view,
  exits,
  onAnswers,
  onChoose,
}: {
  view: RouteGuideView;
  exits: readonly GuideExit[];
  onAnswers: (answers: RouteAnswers) => void;
  onChoose: (exit: Exit, name: string) => void;
}) {
  return (
    <section aria-labelledby="guide-exits-title">
      <div className="section-head">
        <h2 id="guide-exits-title">{text.exits}</h2>
      </div>
      <ul className="guide-exits">
        {exits.map((exit) => (
          <li key={exit.exit} className="guide-route" data-exit={exit.exit}>
            <div className="row-between">
              <h3>
                {exit.name} {!exit.open && <Badge>{text.closedExit}</Badge>}
              </h3>
              {exit.open && (
                <Button small aria-label={text.chooseWhat(exit.name)} onClick={() => onChoose(exit.exit, exit.name)}>
                  {text.chooseThis}
                </Button>
              )}
            </div>
            <p>
              {exit.why} <span className="small faint">({exit.article ?? text.ours})</span>{' '}
              {exit.confidence === 'C' && <Badge kind="warn">{text.toVerify}</Badge>}
            </p>
            {exit.chance && <p>{exit.chance.sentence}</p>}
            {exit.open && (
              <details className="guide-tree">
                <summary>{text.leadsTo}</summary>
                <ul className="reasons">
                  {exit.leadsTo.map((one) => (
                    <li key={one}>{one}</li>
                  ))}
                </ul>
                {exit.missing.length > 0 && (
                  <p className="small soft">
                    {text.toObtain} : {exit.missing.join(', ')}.
                  </p>
                )}
              </details>
            )}
          </li>
        ))}
      </ul>
      <details className="guide-tree">
        <summary>{text.groups.exits}</summary>
        <QuestionGroup group="exits" view={view} onAnswers={onAnswers} />
      </details>
    </section>
  );
}
