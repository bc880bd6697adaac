import { messageName, type TemplateKey, type TemplateSource, type TemplateView } from '@acquit/recovery';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { findingsQuery, templateQuery } from '../../api/queries.ts';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { ActError, Loaded } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';
import { BodyField } from './body-field.tsx';
import { Findings } from './findings.tsx';
import { History } from './history.tsx';
import { Preview } from './preview.tsx';
import { Variables } from './variables.tsx';

const text = t.templates;

/** One text: its words beside its variables, what the checker says as it is typed, its look, its versions. */
export function TemplateEditor({ templateKey, onBack }: { templateKey: TemplateKey; onBack: () => void }) {
  const company = useCompany();
  const view = useQuery(templateQuery(company.companyId, templateKey));
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  const { profile, channel, language } = templateKey;
  return (
    <div className="stack-loose">
      <div className="stack-tight">
        <div>
          <Button kind="quiet" small onClick={onBack}>
            ← {text.back}
          </Button>
        </div>
        <h2 ref={head} tabIndex={-1}>
          {messageName(templateKey)}
        </h2>
        <p className="soft">{[text.profiles[profile], text.channels[channel], text.languages[language]].join(' · ')}</p>
      </div>
      <Loaded from={view} lines={12}>
        {(data) => <Editing key={data.version} view={data} templateKey={templateKey} />}
      </Loaded>
    </div>
  );
}

function Editing({ view, templateKey }: { view: TemplateView; templateKey: TemplateKey }) {
  const company = useCompany();
  const client = useQueryClient();
  const say = useSay();
  const [source, setSource] = useState<TemplateSource>(view.source);
  const checked = useSettled(source);
  const findings = useQuery(findingsQuery(company.companyId, templateKey, checked));
  const field = useRef<HTMLTextAreaElement>(null);
  const isShort = templateKey.channel === 'sms';
  const dirty = source.subject !== view.source.subject || source.body !== view.source.body;
  const save = useAct(
    (wanted: TemplateSource | null, key) =>
      change<TemplateView>(
        'PUT',
        `/companies/${company.companyId}/templates`,
        { ...templateKey, source: wanted, after: view.version },
        key,
      ),
    (saved, wanted) => {
      client.setQueryData(templateQuery(company.companyId, templateKey).queryKey, saved);
      say(wanted === null ? text.restored : text.saved);
    },
  );
  // What was refused was another text: its refusal goes with it.
  const write = (next: TemplateSource) => {
    setSource(next);
    if (save.isError) save.reset();
  };
  const insert = (name: string) => {
    const at = field.current;
    const added = `{{ ${name} }}`;
    const [from, until] = at ? [at.selectionStart, at.selectionEnd] : [source.body.length, source.body.length];
    write({ ...source, body: source.body.slice(0, from) + added + source.body.slice(until) });
    requestAnimationFrame(() => {
      at?.focus();
      at?.setSelectionRange(from + added.length, from + added.length);
    });
  };
  return (
    <div className="template-editor">
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(source);
        }}
      >
        <p className="soft">{view.isOwn ? text.isOwn(view.version) : text.isDefault}</p>
        {!isShort && (
          <TextField
            label={text.subject}
            value={source.subject}
            onValue={(subject) => write({ ...source, subject })}
            maxLength={400}
          />
        )}
        <BodyField
          ref={field}
          label={text.body}
          hint={isShort ? text.smsHint : text.bodyHint}
          rows={isShort ? 4 : 18}
          value={source.body}
          onValue={(body) => write({ ...source, body })}
        />
        <Findings findings={findings.data} busy={findings.isFetching} />
        <ActError error={save.error} />
        <div className="template-acts">
          <Button kind="primary" type="submit" busy={save.isPending}>
            {text.save}
          </Button>
          {dirty && (
            <Button kind="quiet" onClick={() => write(view.source)}>
              {text.undo}
            </Button>
          )}
          {view.isOwn && (
            <Button kind="quiet" busy={save.isPending} onClick={() => save.mutate(null)}>
              {text.toDefault}
            </Button>
          )}
        </div>
        <Preview templateKey={templateKey} source={source} />
        <History
          view={view}
          onTake={(version, taken) => {
            write(taken);
            say(text.shownVersion(version));
          }}
        />
      </form>
      <Variables list={view.variables} onInsert={insert} />
    </div>
  );
}

/** Time without a keystroke before a text is read again. */
const SETTLED_MS = 350;

/** A value that waits for the typing to pause. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return useDeferredValue(settled);
}
