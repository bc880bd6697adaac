import type { Finding } from '@acquit/recovery';
import { t } from '../../texts/index.ts';

const text = t.templates;

/** What the checker says of the text as it stands: what forbids saving first, each with its article. */
export function Findings({ findings, busy }: { findings: readonly Finding[] | undefined; busy: boolean }) {
  const refused = findings?.filter(({ severity }) => severity === 'refuse') ?? [];
  const doubted = findings?.filter(({ severity }) => severity === 'warn') ?? [];
  const summary =
    findings === undefined
      ? text.checking
      : findings.length === 0
        ? text.fine
        : [refused.length > 0 && text.refuse(refused.length), doubted.length > 0 && text.warn(doubted.length)]
            .filter(Boolean)
            .join(', ');
  return (
    <section className="stack-tight" aria-busy={busy}>
      <div className="row-between">
        <h3>{text.findings}</h3>
        <p role="status" className={refused.length > 0 ? 'warn-text small' : 'soft small'}>
          {summary}
        </p>
      </div>
      <ul className="findings">
        {[...refused, ...doubted].map((finding) => (
          <li key={`${finding.rule} ${finding.place} ${finding.passage}`} className={`finding ${finding.severity}`}>
            <p>
              <strong>{finding.severity === 'refuse' ? text.mustChange : text.mayStay}</strong> {finding.message}
            </p>
            {finding.passage !== '' && (
              <p className="small">
                <span className="soft">{text.passage}</span> <q className="wrap-anywhere">{finding.passage}</q>
              </p>
            )}
            <p className="small">
              <span className="soft">{text.instead}</span> {finding.instead}
            </p>
            {finding.article !== null && <p className="small soft">{finding.article}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
