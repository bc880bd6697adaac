import type { DigestView } from '@acquit/recovery';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { digestPreviewQuery, digestQuery, useDigestWish } from '../../api/digest.ts';
import { fullDate } from '../../format/days.ts';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { ActError, Loaded } from '../../ui/states.tsx';

const text = t.digest;

/** One's own weekly digest of the company: the day, what it would say, and what became of the last ones. */
export function DigestGroup() {
  const company = useCompany();
  const digest = useQuery(digestQuery(company.companyId));
  return (
    <section className="settings-group">
      <h2>{text.title}</h2>
      <Loaded from={digest}>{(view) => <Digest view={view} />}</Loaded>
    </section>
  );
}

function Digest({ view }: { view: DigestView }) {
  const company = useCompany();
  const wish = useDigestWish();
  const [shown, setShown] = useState(false);
  return (
    <div className="stack">
      <p className="soft measure wrap-anywhere">{text.lead(view.recipient)}</p>
      {company.mode === 'test' && <p className="soft measure">{text.testMode}</p>}
      <SelectField
        label={text.day}
        value={String(view.weekday ?? '')}
        disabled={wish.isPending}
        onValue={(value) => wish.mutate(value === '' ? null : Number(value))}
        options={[
          { value: '', label: text.never },
          ...t.words.weekdays.map((name, at) => ({ value: String(at + 1), label: text.each(name) })),
        ]}
      />
      <ActError error={wish.error} />
      <div>
        <Button small onClick={() => setShown(!shown)} aria-expanded={shown}>
          {shown ? text.hide : text.preview}
        </Button>
      </div>
      {shown && <Preview companyId={company.companyId} />}
      {view.last.length > 0 && (
        <div className="stack-tight">
          <h3>{text.last}</h3>
          <ul className="stack-tight">
            {view.last.map(({ digestId, forDay, state, answer }) => (
              <li key={digestId} className="wrap-anywhere">
                {fullDate(forDay)} – {text.states[state]}
                {answer !== null && state !== 'sent' && <span className="soft small"> ({answer})</span>}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function Preview({ companyId }: { companyId: string }) {
  const preview = useQuery(digestPreviewQuery(companyId));
  return (
    <Loaded from={preview}>
      {(message) => (
        <div className="stack-tight">
          <h3 className="wrap-anywhere">{message.subject}</h3>
          <pre className="mail-text">{message.text}</pre>
        </div>
      )}
    </Loaded>
  );
}
