import type { LimitationFactView, LimitationView } from '@acquit/recovery';
import { useState } from 'react';
import { shortDay } from '../../format/days.ts';
import { litigation } from '../../texts/fr/litigation.ts';
import { Button } from '../../ui/button.tsx';
import { ActButton } from '../commitments/line.tsx';
import { FactForm, mayBeEntered } from './fact-form.tsx';

const text = litigation.limitation;

function Fact({ fact }: { fact: LimitationFactView }) {
  const day = fact.until === null ? shortDay(fact.on) : text.fact.range(shortDay(fact.on), shortDay(fact.until));
  const told = [
    day,
    ...(fact.claims.length === 0 ? [text.fact.whole] : []),
    text.fact.by(fact.enteredBy),
    ...(fact.withdrawn ? [text.withdrawn] : []),
  ];
  return (
    <li>
      <span className="row-between">
        <strong>{fact.withdrawn ? <s>{fact.name}</s> : fact.name}</strong>
        {!fact.withdrawn && (
          <ActButton
            path={`/limitation-facts/${fact.eventId}/withdraw`}
            label={text.fact.withdraw}
            spoken={text.fact.withdrawOf(fact.name, shortDay(fact.on))}
            done={text.fact.withdrawDone}
          />
        )}
      </span>
      <span className="small soft wrap-anywhere">{told.join(' · ')}</span>
      {fact.note && <span className="small soft wrap-anywhere">«&nbsp;{fact.note}&nbsp;»</span>}
    </li>
  );
}

/** What was entered by hand for a limitation, and the way to enter more. */
export function LimitationFacts({ view }: { view: LimitationView }) {
  const [isOpen, setOpen] = useState(false);
  const acts = mayBeEntered(view);
  if (view.facts.length === 0 && acts.length === 0) return null;
  return (
    <section className="stack-tight">
      {view.facts.length > 0 && (
        <>
          <h3>{text.facts}</h3>
          <ul className="law-acts">
            {view.facts.map((fact) => (
              <Fact key={fact.eventId} fact={fact} />
            ))}
          </ul>
        </>
      )}
      {isOpen ? (
        <FactForm view={view} acts={acts} onClose={() => setOpen(false)} />
      ) : (
        acts.length > 0 && (
          <div className="row">
            <Button small onClick={() => setOpen(true)}>
              {text.fact.open}
            </Button>
          </div>
        )
      )}
    </section>
  );
}
