import type { TemplateSource, TemplateView } from '@acquit/recovery';
import { instant } from '../../format/days.ts';
import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';

const text = t.templates;

/** The versions of a text, latest first; any of them can be taken back into the editor. */
export function History({
  view,
  onTake,
}: {
  view: TemplateView;
  onTake: (version: number, source: TemplateSource) => void;
}) {
  return (
    <section className="stack-tight">
      <h3>{text.history}</h3>
      {view.history.length === 0 && <p className="small soft">{text.historyNone}</p>}
      <ul className="template-history">
        {view.history.map(({ version, source, savedAt, keptDoubts }) => (
          <li key={version} className="row-between">
            <span>
              {text.version(version)} <span className="small soft">{instant(savedAt)}</span>
              {source === null && <span className="small soft"> · {text.versionDefault}</span>}
              {keptDoubts.length > 0 && <span className="small soft"> · {text.doubts(keptDoubts.length)}</span>}
            </span>
            {version !== view.version && (
              <Button kind="quiet" small onClick={() => onTake(version, source ?? view.defaultSource)}>
                {text.takeBack}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
