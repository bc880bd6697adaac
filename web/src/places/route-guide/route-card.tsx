import type { GuideRoute, RouteAnswers, RouteGuideView } from '@acquit/recovery';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { routeGuideQuery } from '../../api/route-guide.ts';
import { editableEuros, euros, parseEuros } from '../../format/money.ts';
import { routeGuide as text } from '../../texts/fr/route-guide.ts';
import { Amount, Badge, DayText, Facts } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { ExplanationTree } from '../../ui/explanation-tree.tsx';
import { TextField } from '../../ui/field.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Loaded } from '../../ui/states.tsx';
import { useTyped } from '../../ui/typed.ts';
import { costWords, Duration, worthOf } from './figures.tsx';
import { answeredWith } from './questionnaire.tsx';

interface Props {
  route: GuideRoute;
  rank: number;
  view: RouteGuideView;
  draft: RouteAnswers | null;
  onAnswers: (answers: RouteAnswers) => void;
  compared: boolean;
  mayCompare: boolean;
  onCompare: () => void;
  onChoose: () => void;
}

/** One open route: what it costs and is worth at a glance, all the rest once it is opened. */
export function RouteCard({ route, rank, view, draft, onAnswers, compared, mayCompare, onCompare, onChoose }: Props) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const chance = route.chance!;
  const worth = worthOf(chance);
  const isPoor = chance.verdict === 'never-worth' || chance.verdict === 'not-worth';
  return (
    <li className={isPoor ? 'guide-route guide-poor' : 'guide-route'} data-route={route.procedure}>
      <div className="guide-route-head">
        <h3>
          <button
            type="button"
            className="guide-opener"
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
          >
            <Icon name="chevron" size={16} />
            <span className="guide-rank">{rank}</span>
            <span>{route.name}</span>
          </button>
        </h3>
        <p className="guide-court">
          {route.court ?? text.noCourt}
          {', '}
          {route.lawyer ? text.lawyer : text.noLawyer}
        </p>
      </div>
      <dl className="guide-glance">
        <div>
          <dt>{text.cost}</dt>
          <dd>{costWords(chance)}</dd>
        </div>
        <div>
          <dt>{worth.label}</dt>
          <dd className={isPoor ? 'guide-never' : ''}>{worth.words}</dd>
        </div>
        <div>
          <dt>{text.duration}</dt>
          <dd>
            <Duration duration={route.usualDuration} />
          </dd>
        </div>
      </dl>
      {route.missing.length > 0 && (
        <p className="small soft">
          {text.missing} : {route.missing.map(({ label }) => label).join(', ')}.
        </p>
      )}
      <div className="row guide-acts">
        <label className="guide-compare">
          <input
            type="checkbox"
            checked={compared}
            disabled={!compared && !mayCompare}
            aria-label={text.compareWhat(route.name)}
            onChange={onCompare}
          />
          <span>{text.compare}</span>
        </label>
        <Button small aria-label={text.chooseWhat(route.name)} onClick={onChoose}>
          {text.chooseThis}
        </Button>
      </div>
      {open && (
        <div className="guide-details" id={id}>
          <RouteDetails route={route} view={view} draft={draft} onAnswers={onAnswers} />
        </div>
      )}
    </li>
  );
}

function RouteDetails({ route, view, draft, onAnswers }: Pick<Props, 'route' | 'view' | 'draft' | 'onAnswers'>) {
  const lastDay = route.deadline === null ? text.noDeadline : <DayText day={route.deadline} />;
  return (
    <>
      <p>{route.chance!.sentence}</p>
      <h4>{text.why}</h4>
      <p className="wrap-anywhere">{route.why}</p>
      <Facts
        rows={[
          route.form === null ? null : [text.form, text.formOf(route.form)],
          [text.missing, route.missing.map(({ label }) => label).join(', ') || text.nothingMissing],
          [text.deadline, lastDay],
        ]}
      />
      <h4>{text.costs}</h4>
      <Costs route={route} view={view} onAnswers={onAnswers} />
      {route.figures.length > 0 && (
        <>
          <h4>{text.figures}</h4>
          <Facts rows={route.figures.map(({ label, text: words }) => [label, words] as const)} />
          <p className="small soft">
            {route.figures[0]!.reference.text}. {text.noRate}
          </p>
        </>
      )}
      <RouteTree caseId={view.caseId} draft={draft} procedure={route.procedure} />
    </>
  );
}

function Costs({ route, view, onAnswers }: Pick<Props, 'route' | 'view' | 'onAnswers'>) {
  const { costLines, unknownCosts, followUps } = route;
  return (
    <ul className="guide-costs">
      {costLines.map((line) => (
        <li key={line.what}>
          <span>
            {line.label}{' '}
            <span className="small soft">
              {line.article}, {line.recoverable ? text.recoverableCost : text.keptCost}{' '}
              {line.confidence === 'C' && <Badge kind="warn">{text.toVerify}</Badge>}
            </span>
          </span>
          <Amount cents={line.cents} />
        </li>
      ))}
      {unknownCosts.map((cost) => (
        <li key={cost.quoteKey} className="guide-unknown">
          <span>
            {cost.label}{' '}
            <span className="small soft">
              {cost.why}
              {cost.estimateCents &&
                ` ${text.estimate(euros(cost.estimateCents.low), euros(cost.estimateCents.high))}.`}
            </span>
          </span>
          <Quote
            label={cost.label}
            cents={cost.quoteCents}
            onQuote={(cents) => onAnswers(answeredWith(view.answers, cost.quoteKey, cents ?? undefined))}
          />
        </li>
      ))}
      {followUps.map((after) => (
        <li key={after.label} className="guide-after">
          <span>
            {after.label}{' '}
            <span className="small soft">
              {after.unknownCosts
                .map(({ label, why, estimateCents }) =>
                  estimateCents
                    ? `${label}, ${text.estimate(euros(estimateCents.low), euros(estimateCents.high))}`
                    : `${label}\u00a0: ${why.replace(/\.$/, '')}`,
                )
                .join('\u202f; ')}
            </span>
          </span>
          {after.costCents > 0 && <Amount cents={after.costCents} />}
        </li>
      ))}
    </ul>
  );
}

/** The price that somebody asked for a cost that no table gives. */
function Quote({
  label,
  cents,
  onQuote,
}: {
  label: string;
  cents: number | null;
  onQuote: (cents: number | null) => void;
}) {
  const [error, setError] = useState<string | null>(null);
  const [typed, setTyped] = useTyped(cents === null ? '' : editableEuros(cents), (entered) => {
    const read = entered === '' ? null : parseEuros(entered);
    setError(entered !== '' && read === null ? text.badAmount : null);
    if (entered === '' || read !== null) onQuote(read);
  });
  return (
    <div className="guide-quote">
      <TextField
        label={text.quote}
        aria-label={text.quoteOf(label)}
        error={error}
        value={typed}
        onValue={setTyped}
        inputMode="decimal"
        suffix="€"
      />
    </div>
  );
}

/** How a route is made, asked of the server only when somebody opens it. */
export function RouteTree({
  caseId,
  draft,
  procedure,
}: {
  caseId: string;
  draft: RouteAnswers | null;
  procedure: string;
}) {
  const [open, setOpen] = useState(false);
  return (
    <details className="guide-tree" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{text.explain}</summary>
      {open && <Trees caseId={caseId} draft={draft} procedure={procedure} />}
    </details>
  );
}

function Trees({ caseId, draft, procedure }: { caseId: string; draft: RouteAnswers | null; procedure: string }) {
  const explained = useQuery(routeGuideQuery(caseId, draft, procedure));
  return (
    <Loaded from={explained} lines={3}>
      {({ explained: found }) =>
        found?.procedure === procedure &&
        found.trees.map((tree) => <ExplanationTree key={tree.label} explanation={tree} />)
      }
    </Loaded>
  );
}
