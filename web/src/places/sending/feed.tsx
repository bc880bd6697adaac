import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { feedQuery } from '../../api/queries.ts';
import { instant } from '../../format/days.ts';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { ActError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';

const text = t.sending.feed;

/** One's own address for a calendar program: made, shown once, and withdrawn. */
export function Feed() {
  const company = useCompany();
  const say = useSay();
  const base = `/companies/${company.companyId}/calendar-feed`;
  const { data } = useQuery(feedQuery(company.companyId));
  const [address, setAddress] = useState<string | null>(null);
  const make = useAct(
    (_: null, key) => change<{ path: string; url: string | null }>('POST', base, {}, key),
    ({ path, url }) => setAddress(url ?? new URL(path, location.origin).href),
  );
  const withdraw = useAct(
    (_: null, key) => change('POST', `${base}/revoke`, {}, key),
    () => {
      setAddress(null);
      say(text.withdrawn);
    },
  );
  if (!data) return null;
  const { feed } = data;
  return (
    <section className="stack-tight">
      <h2>{text.title}</h2>
      <p className="soft">{text.lead}</p>
      {address && (
        <>
          <p>
            <code className="wrap-anywhere">{address}</code>
          </p>
          <p className="small soft">{text.once}</p>
        </>
      )}
      {feed && !address && (
        <p className="small soft">{feed.readAt ? text.read(instant(feed.readAt)) : text.neverRead}</p>
      )}
      <ActError error={make.error ?? withdraw.error} />
      <div className="row">
        <Button small busy={make.isPending} onClick={() => make.mutate(null)}>
          {feed ? text.again : text.make}
        </Button>
        {feed && (
          <Button small kind="quiet" busy={withdraw.isPending} onClick={() => withdraw.mutate(null)}>
            {text.withdraw}
          </Button>
        )}
      </div>
    </section>
  );
}
