import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { digestQuery, useDigestWish } from '../../api/digest.ts';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { ActError, Notice } from '../../ui/states.tsx';

const text = t.digest.offer;
const MONDAY = 1;

/** Declined once, it is not offered again on this browser; the settings keep it at hand. */
const declinedKey = (companyId: string) => `acquit.digest-declined.${companyId}`;

/** Offers the weekly digest to who has none, of a company that really sends. */
export function DigestOffer() {
  const company = useCompany();
  const [declined, setDeclined] = useState(() => localStorage.getItem(declinedKey(company.companyId)) !== null);
  const offered = company.mode === 'live' && !declined;
  const digest = useQuery({ ...digestQuery(company.companyId), enabled: offered });
  const wish = useDigestWish();
  if (!offered || digest.data === undefined || digest.data.weekday !== null) return null;
  const decline = () => {
    localStorage.setItem(declinedKey(company.companyId), '1');
    setDeclined(true);
  };
  return (
    <Notice
      title={text.title}
      actions={
        <>
          <Button small busy={wish.isPending} onClick={() => wish.mutate(MONDAY)}>
            {text.accept}
          </Button>
          <Button small kind="quiet" onClick={decline}>
            {text.decline}
          </Button>
        </>
      }
    >
      <p>{text.text}</p>
      <ActError error={wish.error} />
    </Notice>
  );
}
