import type { SourceKind, SourceView } from '@acquit/recovery';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, SubmitFoot } from '../../ui/dialog.tsx';
import { ChoiceField, SelectField, TextField } from '../../ui/field.tsx';
import { ActError, Answer, Notice } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';
import { type Draft, draftOf, problemsOf, settingsOf } from './draft.ts';
import { KindFields } from './kind-fields.tsx';

const text = t.sources.form;
const KINDS: readonly SourceKind[] = ['folder', 'imap', 'sftp', 'push', 'replies'];

interface Trial {
  ok: boolean;
  code: string;
  message: string;
  files: number | null;
  hostKey: string | null;
}

/** What a trial found; a server never seen shows its key, which a person accepts or not. */
function TrialResult({
  trial,
  known,
  onAccept,
}: {
  trial: Trial;
  known: string | null;
  onAccept: (key: string) => void;
}) {
  const { hostKey } = trial;
  if (hostKey !== null && hostKey !== known)
    return (
      <Notice
        kind="warn"
        title={text.hostKeyAccept(hostKey)}
        actions={
          <Button small onClick={() => onAccept(hostKey)}>
            {text.hostKeyYes}
          </Button>
        }
      />
    );
  if (!trial.ok) return <Notice kind="warn" title={trial.message} />;
  return <Notice title={trial.files === null ? text.triedSome : text.tried(trial.files)} />;
}

function Rhythm({ draft, set }: { draft: Draft; set: (change: Partial<Draft>) => void }) {
  const options = Object.entries(text.everyOptions).map(([value, label]) => ({ value, label }));
  const current = String(draft.everyMinutes);
  if (!(current in text.everyOptions)) options.push({ value: current, label: t.sources.every(draft.everyMinutes) });
  return (
    <>
      <SelectField
        label={text.every}
        value={current}
        onValue={(value) => set({ everyMinutes: Number(value) })}
        options={options}
      />
      <label className="choice wide">
        <input
          type="checkbox"
          checked={draft.beforeSending}
          onChange={(event) => set({ beforeSending: event.target.checked })}
        />
        <span>{text.beforeSending}</span>
        <span className="field-hint">
          {draft.kind === 'replies' ? text.beforeSendingRepliesHint : text.beforeSendingHint}
        </span>
      </label>
    </>
  );
}

/** A source, new or known: where it looks, how often, and a trial before anything is kept. */
export function SourceDialog({
  source,
  onClose,
  onToken,
}: {
  source: SourceView | null;
  onClose: () => void;
  onToken: (token: string) => void;
}) {
  const company = useCompany();
  const say = useSay();
  const [draft, setDraft] = useState(() => draftOf(source));
  const [tried, setTried] = useState(false);
  const hasSecret = source?.hasSecret ?? false;
  const problems = problemsOf(draft, hasSecret);
  const wrong = Object.keys(problems).length > 0;
  const order = () => {
    const { name, everyMinutes, beforeSending, secret } = draft;
    const shared = { settings: settingsOf(draft), name: name.trim(), everyMinutes, beforeSending };
    return { ...shared, ...(secret ? { secret } : {}) };
  };
  const save = useAct(
    async (body: ReturnType<typeof order>, key): Promise<string | null> => {
      if (source) {
        await change<SourceView>('PATCH', `/sources/${source.sourceId}`, body, key);
        return null;
      }
      const path = `/companies/${company.companyId}/sources`;
      const made = await change<{ source: SourceView; token: string | null }>(
        'POST',
        path,
        { ...body, active: true },
        key,
      );
      return made.token;
    },
    (token, body) => {
      say(text.saved(body.name));
      onClose();
      if (token) onToken(token);
    },
  );
  const trial = useAct((body: object, key) =>
    change<Trial>('POST', `/companies/${company.companyId}/sources/try`, body, key),
  );
  const submit = () => {
    setTried(true);
    if (!wrong) save.mutate(order());
  };
  const attempt = () => {
    setTried(true);
    const { settings, secret } = { secret: undefined, ...order() };
    if (!wrong)
      trial.mutate({ settings, ...(secret ? { secret } : {}), ...(source ? { sourceId: source.sourceId } : {}) });
  };
  const set = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part });
    if (!('hostKey' in part)) trial.reset();
  };
  return (
    <Dialog
      title={source ? text.edit : text.add}
      onClose={onClose}
      onSubmit={submit}
      foot={
        <>
          {draft.kind !== 'push' && (
            <>
              <Button busy={trial.isPending} onClick={attempt}>
                {trial.isPending ? text.trying : text.try}
              </Button>
              <span className="grow" />
            </>
          )}
          <SubmitFoot label={text.save} busy={save.isPending} onClose={onClose} />
        </>
      }
    >
      {!source && (
        <ChoiceField
          legend={text.kind}
          value={draft.kind}
          onValue={(kind) => set({ kind: kind as SourceKind, secret: '', beforeSending: kind === 'replies' })}
          options={KINDS.map((kind) => ({ value: kind, label: t.sources.kind[kind], hint: t.sources.kindHint[kind] }))}
        />
      )}
      <div className="form-grid">
        <TextField
          wide
          label={text.name}
          maxLength={120}
          hint={text.nameHint}
          value={draft.name}
          onValue={(name) => set({ name })}
          error={tried ? problems.name : null}
        />
        <KindFields draft={draft} set={set} problems={tried ? problems : {}} hasSecret={hasSecret} />
        {draft.kind !== 'push' && <Rhythm draft={draft} set={set} />}
      </div>
      {draft.kind !== 'push' && !trial.data && <p className="small soft">{text.tryHint}</p>}
      {trial.data && (
        <Answer>
          <TrialResult
            trial={trial.data}
            known={draft.hostKey}
            onAccept={(hostKey) => setDraft({ ...draft, hostKey })}
          />
        </Answer>
      )}
      <ActError error={trial.error ?? save.error} />
    </Dialog>
  );
}
