import type { NoticesImportView, NoticeWatchView } from '@acquit/recovery';
import { useRef } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { instant } from '../../format/days.ts';
import { notices } from '../../texts/fr/notices.ts';
import { Badge } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { ActError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';

const text = notices.watch;

/** Chooses an export of notices, and says what it brought. */
export function ImportNotices({ primary = false }: { primary?: boolean }) {
  const input = useRef<HTMLInputElement>(null);
  const say = useSay();
  const act = useAct(
    (form: FormData, key) => change<NoticesImportView>('POST', '/notices/import', form, key),
    ({ matched, proposed, known, opened }) => {
      if (matched + proposed > 0) say(notices.file.done(matched, proposed, opened));
      else say(known > 0 ? notices.file.known(known) : notices.file.nobody);
    },
  );
  const send = (file: File | undefined) => {
    if (!file) return;
    const form = new FormData();
    form.append('files', file);
    act.mutate(form);
  };
  return (
    <>
      <Button
        kind={primary ? 'primary' : 'plain'}
        busy={act.isPending}
        title={notices.file.hint}
        onClick={() => input.current?.click()}
      >
        {notices.file.button}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,.jsonl,.csv"
        onChange={(event) => {
          send(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <ActError error={act.error} />
    </>
  );
}

/** The nightly watch: how it is, and the acts on it. */
export function WatchBand({ companyId, watch }: { companyId: string; watch: NoticeWatchView }) {
  const say = useSay();
  const path = `/companies/${companyId}/notices`;
  const toggle = useAct(
    (active: boolean, key) => change<NoticeWatchView>('PUT', `${path}/watch`, { active }, key),
    ({ active }) => say(active ? text.started : text.stopped),
  );
  const check = useAct(
    (_: null, key) => change<NoticeWatchView>('POST', `${path}/check`, {}, key),
    ({ trouble }) => trouble === null && say(text.done),
  );
  const sick = watch.state === 'failing' || watch.state === 'late';
  return (
    <section className="watch-band" aria-label={text.title}>
      <div className="notice-head">
        <h2>
          {text.title} {sick && <Badge kind="warn">{text.states[watch.state]}</Badge>}
        </h2>
        <div className="row">
          <ImportNotices />
          {watch.active && (
            <Button busy={check.isPending} onClick={() => check.mutate(null)}>
              {text.check}
            </Button>
          )}
          <Button
            kind={watch.active ? 'quiet' : 'primary'}
            busy={toggle.isPending}
            onClick={() => toggle.mutate(!watch.active)}
          >
            {watch.active ? text.off : text.on}
          </Button>
        </div>
      </div>
      {!sick && <p className="soft">{text.states[watch.state]}</p>}
      {watch.trouble && <p className="warn-text">{watch.trouble.message}</p>}
      {watch.active && (
        <p className="small soft">
          {text.asked(watch.asked, watch.watched)}
          {watch.okAt && ` · ${text.last(instant(watch.okAt))}`}
        </p>
      )}
      {!watch.active && <p className="small soft measure">{text.sends}</p>}
      <ActError error={toggle.error ?? check.error} />
    </section>
  );
}
