import type { SyncPreview } from '@acquit/recovery';
import { useMemo, useState } from 'react';
import { useSigned } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceField } from '../../ui/field.tsx';
import { PlacePage } from '../../ui/page.tsx';
import { ErrorNotice, Notice } from '../../ui/states.tsx';
import { changeCount, sumCounts } from './counts.ts';
import { DropZone } from './drop-zone.tsx';
import { FilePreview } from './file-preview.tsx';
import { ImportHistory } from './import-history.tsx';
import { ImportResults } from './import-results.tsx';
import { ProgressBar } from './progress-bar.tsx';
import { isReady, useUploads } from './use-uploads.ts';
import '../../styles/imports.css';

const text = t.imports;

type Proposal = NonNullable<SyncPreview['proposedCompany']>;
const identity = (proposal: Proposal) => proposal.legalId ?? proposal.name;

/** The sellers that the files would make a company of, each once, the most frequent first. */
function proposals(previews: readonly SyncPreview[]): Proposal[] {
  const groups = Map.groupBy(
    previews.flatMap((preview) => (preview.proposedCompany ? [preview.proposedCompany] : [])),
    identity,
  );
  return [...groups.values()].sort((a, b) => b.length - a.length).flatMap((group) => group[0] ?? []);
}

function ProposedCompany({
  found,
  chosen,
  onChosen,
}: {
  found: readonly Proposal[];
  chosen: string;
  onChosen: (id: string) => void;
}) {
  const only = found[0];
  if (!only) return null;
  if (found.length === 1) {
    return (
      <Notice title={text.company.title(only.name)}>
        {only.legalId && <p>{text.company.legalId(only.legalId)}</p>}
        <p className="soft">{text.company.text}</p>
      </Notice>
    );
  }
  return (
    <Notice title={text.company.several}>
      <p className="soft">{text.company.severalText}</p>
      <ChoiceField
        legend=""
        value={chosen}
        onValue={onChosen}
        options={found.map((one) => ({
          value: identity(one),
          label: one.name,
          ...(one.legalId ? { hint: text.company.legalId(one.legalId) } : {}),
        }))}
      />
    </Notice>
  );
}

/** Drop, look, correct, apply. Nothing is stored before the last button. */
export function ImportPage() {
  const { session, company, show } = useSigned();
  const [apart, setApart] = useState(false);
  const into = apart ? null : (company?.companyId ?? null);
  const uploads = useUploads(into);
  const [mappings, setMappings] = useState<ReadonlyMap<string, Record<string, number>>>(new Map());
  const [chosenSeller, setChosenSeller] = useState<string | null>(null);
  const { previews, applied, progress } = uploads;
  const found = useMemo(() => (into ? [] : proposals(previews)), [into, previews]);
  const seller = chosenSeller ?? (found[0] ? identity(found[0]) : '');
  // The company is made from the first file applied, so the files of the chosen seller go first.
  const chosen = previews.filter(isReady).toSorted((a, b) => Number(isSeller(b, seller)) - Number(isSeller(a, seller)));
  const total = sumCounts(chosen.map((preview) => preview.counts));
  const apply = async () => {
    const target = await uploads.apply(chosen, mappings);
    if (target && target !== company?.companyId) show(target);
    setApart(false);
  };
  const correct = async (uploadId: string, mapping: Record<string, number>) => {
    await uploads.correct(uploadId, mapping);
    setMappings((before) => new Map(before).set(uploadId, mapping));
  };
  if (applied.length > 0 && !progress) {
    return (
      <PlacePage title={text.title}>
        <ImportResults
          applied={applied}
          left={uploads.left}
          companyId={company?.companyId ?? null}
          onAgain={uploads.clear}
          onUndone={uploads.replace}
        />
      </PlacePage>
    );
  }
  const ownCompany = session.companies.some((one) => !one.isDemo);
  return (
    <PlacePage title={text.title} lead={text.lead}>
      {company?.isDemo && !ownCompany && previews.length === 0 && (
        <Notice title={text.into.demoWarning}>
          <ChoiceField
            legend={text.into.legend}
            value={apart ? 'mine' : 'demo'}
            onValue={(value) => setApart(value === 'mine')}
            options={[
              { value: 'mine', label: text.into.mine },
              { value: 'demo', label: company.name },
            ]}
          />
        </Notice>
      )}
      {!progress && (
        <DropZone
          small={previews.length > 0}
          reading={uploads.reading}
          onFiles={(files) => void uploads.readFiles(files)}
        />
      )}
      {uploads.error !== null && <ErrorNotice error={uploads.error} />}
      {previews.length > 0 && (
        <section className="stack">
          <div className="row-between">
            <h2>{text.preview.title}</h2>
            <Button kind="quiet" small onClick={uploads.clear}>
              {text.preview.clear}
            </Button>
          </div>
          <ProposedCompany found={found} chosen={seller} onChosen={setChosenSeller} />
          <ul className="files">
            {previews.map((preview) => (
              <FilePreview
                key={preview.uploadId}
                preview={preview}
                onRemove={() => uploads.remove(preview.uploadId)}
                onCorrect={(mapping) => correct(preview.uploadId, mapping)}
              />
            ))}
          </ul>
          <div className="apply-bar" role="status">
            {progress ? (
              <>
                <span className="wrap-anywhere">
                  {text.preview.applying(progress.done + 1, progress.all)} {progress.fileName}
                </span>
                <ProgressBar
                  phase={progress.phase}
                  part={progress.part === null && progress.all > 1 ? progress.done / progress.all : progress.part}
                />
              </>
            ) : chosen.length > 0 ? (
              <Button kind="primary" disabled={uploads.reading > 0} onClick={() => void apply()}>
                {text.preview.apply(chosen.length, changeCount(total), total.newClaims, total.bankLines)}
              </Button>
            ) : (
              <span className="soft">{text.preview.nothing}</span>
            )}
          </div>
        </section>
      )}
      {company && previews.length === 0 && <ImportHistory companyId={company.companyId} />}
    </PlacePage>
  );
}

function isSeller(preview: SyncPreview, seller: string): boolean {
  return preview.proposedCompany !== null && identity(preview.proposedCompany) === seller;
}
