import type { CourtBundleView } from '@acquit/recovery';
import { useIsMutating, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { courtFilePath, courtFileQuery } from '../../api/court-file.ts';
import { shortDay } from '../../format/days.ts';
import { courtFile as text } from '../../texts/fr/court-file.ts';
import { AmountLine } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { PlacePage, Section } from '../../ui/page.tsx';
import { ActError, Loaded, Notice } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';
import { CompletenessList } from './completeness-list.tsx';
import { Exhibits } from './exhibits.tsx';
import { Preview, type Previewed } from './preview.tsx';
import { Questions } from './questions.tsx';
import { Versions } from './versions.tsx';
import '../../styles/court-file.css';

/** The court file of a procedure: what the route asks, what is missing, the exhibits in their order, what was built. */
export function CourtFile() {
  const { procedureId } = useParams({ from: '/contentieux/dossier/$procedureId' });
  const file = useQuery(courtFileQuery(procedureId));
  const { data } = file;
  const say = useSay();
  // An answer or an order still on its way would not be in the version built.
  const saving = useIsMutating() > 0;
  const build = useAct(
    (view: CourtBundleView, key) => change<CourtBundleView>('POST', `${courtFilePath(view)}/build`, {}, key),
    ({ versions }) => say(text.built(versions[0]?.version ?? 1)),
  );
  return (
    <PlacePage
      title={data === undefined ? text.untitled : text.title(data.procedureName)}
      above={
        data && (
          <Link to="/dossiers/$caseId" params={{ caseId: data.caseId }} className="back">
            {text.back}
          </Link>
        )
      }
      lead={<span className="wrap-anywhere">{data && text.lead(data.debtorName, data.reference)}</span>}
      actions={
        data && (
          <Button kind="primary" busy={saving} onClick={() => build.mutate(data)}>
            {text.build}
          </Button>
        )
      }
    >
      <ActError error={build.error} />
      <Loaded from={file} lines={12}>
        {(view) => <Body view={view} />}
      </Loaded>
    </PlacePage>
  );
}

function Body({ view }: { view: CourtBundleView }) {
  const [previewed, setPreviewed] = useState<Previewed | null>(null);
  const missing = view.completeness.lines.filter((line) => line.mandatory && line.state === 'missing').length;
  return (
    <>
      <Notice
        kind={view.completeness.ready ? 'info' : 'warn'}
        title={view.completeness.ready ? text.ready : text.notReady(missing)}
      >
        <p>{view.completeness.ready ? text.readyText : text.notReadyText}</p>
      </Notice>
      <div className="court-file">
        <div>
          <CompletenessList completeness={view.completeness} />
          <Questions view={view} />
        </div>
        <div>
          <Sums view={view} />
          <Documents view={view} onPreview={setPreviewed} />
          <Exhibits view={view} onPreview={setPreviewed} />
          <Versions view={view} />
        </div>
      </div>
      {previewed && <Preview previewed={previewed} onClose={() => setPreviewed(null)} />}
    </>
  );
}

function Sums({ view: { account, on, route } }: { view: CourtBundleView }) {
  const optional = [
    [text.clause, account.penaltyClauseCents],
    [text.credit, -account.creditCents],
    [text.costs, account.costsCents],
    [text.toFallDue, account.toFallDueCents],
  ] as const;
  return (
    <Section title={text.sums} aside={<span className="small soft">{text.statedOn(shortDay(on))}</span>}>
      <dl className="court-sums">
        <AmountLine label={text.principal} cents={account.principalCents} />
        <AmountLine label={account.interestName} cents={account.penaltyCents} />
        {account.indemnityCents > 0 && <AmountLine label={text.indemnity} cents={account.indemnityCents} />}
        {optional.map(([label, cents]) => cents !== 0 && <AmountLine key={label} label={label} cents={cents} />)}
        <AmountLine className="court-total" label={text.total} cents={account.totalCents} />
      </dl>
      {route?.form && <p className="small soft">{text.form(route.form)}</p>}
      {route?.lawyer && <p className="small">{text.lawyer}</p>}
    </Section>
  );
}

function Documents({ view, onPreview }: { view: CourtBundleView; onPreview: (previewed: Previewed) => void }) {
  return (
    <Section title={text.documents}>
      {(['now', 'later'] as const).map((when) => {
        const documents = view.documents.filter((document) => document.when === when);
        if (documents.length === 0) return null;
        return (
          <div key={when}>
            <h3 className="court-when">{text[when]}</h3>
            <ul className="court-list">
              {documents.map(({ key, name }) => (
                <li key={key} className="row-between">
                  <span>{name}</span>
                  <Button
                    small
                    kind="quiet"
                    aria-label={text.seeWhat(name)}
                    onClick={() => onPreview({ title: name, address: `/api${courtFilePath(view)}/documents/${key}` })}
                  >
                    {text.see}
                  </Button>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </Section>
  );
}
