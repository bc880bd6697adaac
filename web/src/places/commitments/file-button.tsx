import { useRef } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { tellError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';

/** Chooses one file and keeps it at once. */
export function FileButton({ path, label, done }: { path: string; label: string; done: string }) {
  const input = useRef<HTMLInputElement>(null);
  const say = useSay();
  const act = useAct(
    (form: FormData, key) => change<object>('POST', path, form, key),
    () => say(done),
  );
  const keep = (file: File | undefined) => {
    if (!file) return;
    const form = new FormData();
    form.append('file', file);
    act.mutate(form, { onError: (error) => say(tellError(error).title) });
  };
  return (
    <>
      <Button kind="quiet" small busy={act.isPending} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        className="hidden-visually"
        type="file"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => keep(event.target.files?.[0])}
      />
    </>
  );
}
