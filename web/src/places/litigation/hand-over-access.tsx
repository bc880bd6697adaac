import type { HandOverLinkView, HandOverView } from '@acquit/recovery';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { shortDay } from '../../format/days.ts';
import { handOvers } from '../../texts/fr/hand-overs.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { ActError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';

const text = handOvers.page;
const USUAL_DAYS = '90';

/** The link of the professional: make it, give it, take all of them back. */
export function AccessSide({ view }: { view: HandOverView }) {
  const say = useSay();
  const [days, setDays] = useState(USUAL_DAYS);
  const [shown, setShown] = useState<string | null>(null);
  const make = useAct(
    (order: { days: number }, key) =>
      change<HandOverLinkView>('POST', `/hand-overs/${view.handOverId}/links`, order, key),
    async ({ url, until }) => {
      // A page that is not served over TLS may not write to the clipboard: the link is then shown to be copied.
      const copied = await navigator.clipboard?.writeText(url).then(
        () => true,
        () => false,
      );
      if (copied) say(text.copied(shortDay(until)));
      else setShown(url);
    },
  );
  const withdraw = useAct(
    (_: null, key) => change('POST', `/hand-overs/${view.handOverId}/links/withdraw`, {}, key),
    () => {
      setShown(null);
      say(text.withdrawn);
    },
  );
  return (
    <section className="stack-tight">
      <h2>{text.access}</h2>
      <p className="small soft">{text.accessText}</p>
      <p className="small">{view.accessUntil === null ? text.noLink : text.until(shortDay(view.accessUntil))}</p>
      <p className="small">{view.lastOpenedOn === null ? text.never : text.opened(shortDay(view.lastOpenedOn))}</p>
      <SelectField
        label={text.days}
        value={days}
        onValue={setDays}
        options={Object.entries(text.daysOf).map(([value, label]) => ({ value, label }))}
      />
      <div className="row">
        <Button small busy={make.isPending} onClick={() => make.mutate({ days: Number(days) })}>
          {text.give}
        </Button>
        {view.accessUntil !== null && (
          <Button kind="quiet" small busy={withdraw.isPending} onClick={() => withdraw.mutate(null)}>
            {text.withdraw}
          </Button>
        )}
      </div>
      {shown && (
        <p className="small wrap-anywhere">
          {text.byHand} <span className="secret-link">{shown}</span>
        </p>
      )}
      <ActError error={make.error ?? withdraw.error} />
    </section>
  );
}
