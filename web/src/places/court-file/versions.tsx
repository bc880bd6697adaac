import type { CourtBundleVersionView, CourtBundleView } from '@acquit/recovery';
import { builtFileAddress } from '../../api/court-file.ts';
import { shortDay } from '../../format/days.ts';
import { euros } from '../../format/money.ts';
import { courtFile as text } from '../../texts/fr/court-file.ts';
import { Badge } from '../../ui/bits.tsx';
import { Section } from '../../ui/page.tsx';

const WHOLE = ['merged', 'archive'] as const;

/** What was built, latest first: the whole as one PDF or one archive, and each file of it. */
export function Versions({ view: { versions } }: { view: CourtBundleView }) {
  return (
    <Section title={text.versions} count={versions.length}>
      {versions.length === 0 && <p className="small soft">{text.noVersion}</p>}
      <ul className="court-list">
        {versions.map((version) => (
          <li key={version.version} className="court-version">
            <div className="row-between">
              <span>{text.versionLine(version.version, shortDay(version.on), euros(version.totalCents))}</span>
              <Badge {...(version.ready ? { kind: 'accent' as const } : {})}>
                {version.ready ? text.versionReady : text.versionDraft(version.missing)}
              </Badge>
            </div>
            <div className="row">
              {WHOLE.map((role) => (
                <Whole key={role} version={version} role={role} />
              ))}
            </div>
            <details>
              <summary>{text.files(version.files.length)}</summary>
              <ul className="court-files">
                {version.files.map((file) => (
                  <li key={file.n}>
                    <a
                      href={builtFileAddress(version.bundleId, version.version, file.n)}
                      target="_blank"
                      rel="noreferrer"
                    >
                      {file.title}
                    </a>{' '}
                    {file.pages !== null && <span className="small soft">{text.pages(file.pages)}</span>}
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Whole({ version, role }: { version: CourtBundleVersionView; role: (typeof WHOLE)[number] }) {
  const file = version.files.find((one) => one.role === role);
  if (file === undefined) return null;
  return (
    <a
      className="button button-small"
      href={builtFileAddress(version.bundleId, version.version, file.n)}
      target="_blank"
      rel="noreferrer"
    >
      {text[role]}
    </a>
  );
}
