import type { SourceView } from '@acquit/recovery';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { sourcesQuery } from '../../api/queries.ts';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { PlacePage } from '../../ui/page.tsx';
import { Empty, Loaded } from '../../ui/states.tsx';
import { ReceiptsTabs } from '../receipts/receipts-tabs.tsx';
import { SourceDialog } from './source-dialog.tsx';
import { SourceFiles } from './source-files.tsx';
import { SourceRow } from './source-row.tsx';
import { TokenDialog } from './token-dialog.tsx';
import '../../styles/sources.css';

const text = t.sources;

type Open =
  | { what: 'edit'; source: SourceView | null }
  | { what: 'files'; source: SourceView }
  | { what: 'token'; token: string; renewed: boolean };

/** Where files come from by themselves, and how each source is. */
export function Sources() {
  const company = useCompany();
  const sources = useQuery(sourcesQuery(company.companyId));
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const add = (
    <Button kind="primary" onClick={() => setOpen({ what: 'edit', source: null })}>
      {text.add}
    </Button>
  );
  return (
    <PlacePage title={text.title} lead={text.lead} actions={(sources.data?.length ?? 0) > 0 && add}>
      <ReceiptsTabs current="sources" />
      <Loaded from={sources}>
        {(list) =>
          list.length === 0 ? (
            <Empty title={text.empty.title} text={text.empty.text} action={add} />
          ) : (
            <ul className="sources">
              {list.map((source) => (
                <SourceRow
                  key={source.sourceId}
                  source={source}
                  onEdit={() => setOpen({ what: 'edit', source })}
                  onFiles={() => setOpen({ what: 'files', source })}
                  onToken={(token) => setOpen({ what: 'token', token, renewed: true })}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
      {open?.what === 'edit' && (
        <SourceDialog
          source={open.source}
          onClose={close}
          onToken={(token) => setOpen({ what: 'token', token, renewed: false })}
        />
      )}
      {open?.what === 'files' && <SourceFiles source={open.source} onClose={close} />}
      {open?.what === 'token' && <TokenDialog token={open.token} renewed={open.renewed} onClose={close} />}
    </PlacePage>
  );
}
