import type { Calculation } from '../../api/queries.ts';
import { ExplanationTree } from '../../ui/explanation-tree.tsx';
import { Notice } from '../../ui/states.tsx';
import { DateResult } from './date-result.tsx';
import type { Calculator } from './fields.ts';
import { MoneyResult } from './money-result.tsx';
import { Printing } from './printing.tsx';
import { doubtsOf, reasonsOf, writtenValue } from './tree-facts.ts';
import { words } from './words.ts';

const text = words.result;

/** What came of a calculation: the figures, what is open to doubt, the way to print it, and the tree to the article. */
export function Result({
  calculator,
  input,
  calculation,
}: {
  calculator: Calculator;
  input: Record<string, unknown>;
  calculation: Calculation;
}) {
  const { explanation } = calculation;
  const isMoney = calculator.rule === 'late-penalties' || calculator.rule === 'legal-interest';
  const reasons = reasonsOf(explanation);
  // The reasons of a date carry their own mark; a doubt is told once.
  const doubts = doubtsOf(explanation).filter(
    (doubt) => isMoney || !reasons.some(({ label }) => label === doubt.label),
  );
  return (
    <div className="stack-loose">
      <p className="hidden-visually" role="status">
        {explanation.label} : {writtenValue(explanation)}
      </p>
      {isMoney ? (
        <MoneyResult rule={calculator.rule} input={input} calculation={calculation} />
      ) : (
        <DateResult rule={calculator.rule} calculation={calculation} reasons={reasons} />
      )}
      {doubts.length > 0 && (
        <Notice title={text.toCheck}>
          <p className="small soft">{text.toCheckText}</p>
          <ul className="calc-doubts small">
            {doubts.map(({ label, article }) => (
              <li key={label}>
                {label} <span className="soft">({article})</span>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Printing calculator={calculator} input={input} />
      <ExplanationTree key={JSON.stringify(input)} explanation={explanation} />
    </div>
  );
}
