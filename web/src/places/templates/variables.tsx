import type { VariableView } from '@acquit/recovery';
import { t } from '../../texts/index.ts';

const text = t.templates;

/** What may be put in a text, each with what it stands for. */
export function Variables({ list, onInsert }: { list: readonly VariableView[]; onInsert: (name: string) => void }) {
  return (
    <aside className="template-variables stack-tight" aria-label={text.variables}>
      <h3>{text.variables}</h3>
      <p className="small soft">{text.variablesHint}</p>
      <ul>
        {list.map(({ name, meaning, example }) => (
          <li key={name}>
            <button type="button" className="variable" aria-label={text.insert(name)} onClick={() => onInsert(name)}>
              <code>{name}</code>
            </button>
            <p className="small">{meaning}</p>
            {example !== '' && <p className="small soft wrap-anywhere">{text.example(example)}</p>}
          </li>
        ))}
      </ul>
    </aside>
  );
}
