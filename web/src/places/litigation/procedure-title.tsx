import type { Explanation, TitleView } from '@acquit/recovery';
import { useState } from 'react';
import { litigation } from '../../texts/fr/litigation.ts';
import { AmountLine, DayText, Facts } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ExplanationTree } from '../../ui/explanation-tree.tsx';

const text = litigation.titleOf;

/** A title and what is owed by it today, each figure and date with its reason. */
export function ProcedureTitle({ title }: { title: TitleView }) {
  const [why, setWhy] = useState<{ title: string; tree: Explanation } | null>(null);
  const { explanation, limitationExplanation } = title;
  return (
    <section className="stack-tight">
      <h2>{text.title}</h2>
      <Facts
        rows={[
          [text.on, <DayText key="on" day={title.on} />],
          [text.served, title.servedOn ? <DayText key="served" day={title.servedOn} /> : text.notServed],
          [text.enforceable, title.enforceableFrom ? <DayText key="from" day={title.enforceableFrom} /> : text.unknown],
          title.expiresOn === null ? null : [text.expires, <DayText key="until" day={title.expiresOn} />],
        ]}
      />
      <dl className="sums">
        <AmountLine label={title.baseIsGranted ? text.base : text.baseAsked} cents={title.baseCents} />
        <AmountLine label={text.received} cents={title.receivedCents} />
        <AmountLine label={text.principal} cents={title.principalLeftCents} />
        <AmountLine label={text.interest} cents={title.interestLeftCents} />
        <AmountLine label={text.costs} cents={title.costsCents} />
        <AmountLine className="sums-total" label={text.due} cents={title.totalDueCents} />
      </dl>
      <span className="row">
        {explanation && (
          <Button kind="quiet" small onClick={() => setWhy({ title: text.how, tree: explanation })}>
            {text.how}
          </Button>
        )}
        {limitationExplanation && (
          <Button kind="quiet" small onClick={() => setWhy({ title: text.howLimit, tree: limitationExplanation })}>
            {text.howLimit}
          </Button>
        )}
      </span>
      {title.lateOppositionPossible && <p className="small warn-text">{text.late}</p>}
      {title.warnings.map((warning) => (
        <p key={warning} className="small warn-text">
          {warning}
        </p>
      ))}
      {why && (
        <Dialog shape="panel" title={why.title} onClose={() => setWhy(null)}>
          <ExplanationTree explanation={why.tree} />
        </Dialog>
      )}
    </section>
  );
}
