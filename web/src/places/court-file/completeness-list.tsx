import type { Completeness, CompletenessLine } from '@acquit/recovery';
import { courtFile as text } from '../../texts/fr/court-file.ts';
import { Badge } from '../../ui/bits.tsx';
import { Section } from '../../ui/page.tsx';

const ORDER: readonly CompletenessLine['state'][] = ['missing', 'doubtful'];

/** What the route asks, what is missing first, each with its article and what to do; what is in order folds. */
export function CompletenessList({ completeness: { lines } }: { completeness: Completeness }) {
  const inOrder = lines.filter((line) => line.state === 'met');
  return (
    <Section title={text.list}>
      <ul className="court-lines" aria-live="polite">
        {ORDER.flatMap((state) => lines.filter((line) => line.state === state)).map((line) => (
          <li key={line.key} className={`court-line court-${line.state}`}>
            <div className="row-between">
              <span className="court-label">{line.label}</span>
              <Badge {...(line.state === 'missing' ? { kind: 'warn' as const } : {})}>{text.states[line.state]}</Badge>
            </div>
            {(line.todo || line.article) && (
              <p className="small soft">
                {line.todo} {line.article && <span className="faint">({line.article})</span>}
              </p>
            )}
          </li>
        ))}
      </ul>
      {inOrder.length > 0 && (
        <details className="court-met">
          <summary>{text.metCount(inOrder.length)}</summary>
          <ul>
            {inOrder.map((line) => (
              <li key={line.key}>
                {line.label} {line.article && <span className="faint small">({line.article})</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}
