import type { CourtBundleView, CourtExhibitView } from '@acquit/recovery';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change, query } from '../../api/client.ts';
import { courtFilePath } from '../../api/court-file.ts';
import { courtFile as text } from '../../texts/fr/court-file.ts';
import { DayText } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/page.tsx';
import { ActError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';
import { AddExhibit, RenameExhibit } from './exhibit-dialogs.tsx';
import type { Previewed } from './preview.tsx';

/** What is kept of the list: its order, the names given, and what is left out. */
type Order = readonly { key: string; title: string | null; included: boolean }[];

/** The list with one exhibit at another place. */
function movedTo(list: readonly CourtExhibitView[], from: number, to: number): CourtExhibitView[] {
  const rest = list.filter((_, n) => n !== from);
  rest.splice(to, 0, list[from]!);
  return rest;
}

/** The exhibits as they will be once an order is kept. */
function asked(exhibits: readonly CourtExhibitView[], order: Order): CourtExhibitView[] {
  let number = 0;
  return order.flatMap(({ key, title, included }) => {
    const exhibit = exhibits.find((one) => one.key === key);
    if (exhibit === undefined) return [];
    return [{ ...exhibit, title: title ?? exhibit.title, included, number: included ? ++number : null }];
  });
}

/** The exhibits in the order in which they are numbered: dragged, or moved with the keys. */
export function Exhibits({ view, onPreview }: { view: CourtBundleView; onPreview: (previewed: Previewed) => void }) {
  const [adding, setAdding] = useState(false);
  const [renamed, setRenamed] = useState<CourtExhibitView | null>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const say = useSay();
  const path = courtFilePath(view);
  // What was just asked is shown at once, and until the list read again holds it; the numbers follow from the order.
  const [wanted, setWanted] = useState<Order | null>(null);
  const order = useAct(
    (list: Order, key) => change<CourtBundleView>('PUT', `${path}/exhibits`, { exhibits: list }, key),
    undefined,
    path,
  );
  const exhibits = wanted ? asked(view.exhibits, wanted) : view.exhibits;
  const remove = useAct((fileId: string, key) => change('POST', `${path}/files/${fileId}/remove`, {}, key));
  const keep = (list: readonly CourtExhibitView[]) => {
    const next = list.map(({ key, title, included }) => ({ key, title, included }));
    setWanted(next);
    order.mutate(next, { onSettled: () => setWanted((latest) => (latest === next ? null : latest)) });
  };
  const move = (from: number, to: number) => {
    if (to < 0 || to >= exhibits.length || to === from) return;
    keep(movedTo(exhibits, from, to));
    say(text.moved(exhibits[from]!.title, to + 1));
  };
  return (
    <Section
      title={text.exhibits}
      count={exhibits.filter((one) => one.included).length}
      aside={
        <Button small onClick={() => setAdding(true)}>
          {text.add}
        </Button>
      }
    >
      <p className="small soft">{text.exhibitsText}</p>
      <ActError error={order.error ?? remove.error} />
      <ol className="court-exhibits" aria-busy={order.isPending}>
        {exhibits.map((exhibit, n) => (
          <li
            key={exhibit.key}
            className={exhibit.included ? 'court-exhibit' : 'court-exhibit court-out'}
            draggable
            onDragStart={() => setDragged(n)}
            onDragOver={(event) => event.preventDefault()}
            onDrop={() => {
              if (dragged !== null) move(dragged, n);
              setDragged(null);
            }}
          >
            <label className="choice">
              <input
                type="checkbox"
                aria-label={text.include(exhibit.title)}
                checked={exhibit.included}
                onChange={({ target }) =>
                  keep(exhibits.map((one) => (one === exhibit ? { ...one, included: target.checked } : one)))
                }
              />
              <span className="court-number">{exhibit.number ?? '–'}</span>
            </label>
            <span className="wrap-anywhere">
              {exhibit.title}
              <span className="small soft">
                {' '}
                {exhibit.kindName}
                {exhibit.on && (
                  <>
                    , <DayText day={exhibit.on} />
                  </>
                )}
                {!exhibit.included && `, ${text.leftOut}`}
              </span>
            </span>
            <span className="court-acts">
              <Button
                small
                kind="quiet"
                aria-label={text.upWhat(exhibit.title)}
                disabled={n === 0}
                onClick={() => move(n, n - 1)}
              >
                ↑
              </Button>
              <Button
                small
                kind="quiet"
                aria-label={text.downWhat(exhibit.title)}
                disabled={n === exhibits.length - 1}
                onClick={() => move(n, n + 1)}
              >
                ↓
              </Button>
              <Button
                small
                kind="quiet"
                aria-label={text.renameWhat(exhibit.title)}
                onClick={() => setRenamed(exhibit)}
              >
                {text.rename}
              </Button>
              <Button
                small
                kind="quiet"
                aria-label={text.seeWhat(exhibit.title)}
                onClick={() =>
                  onPreview({ title: exhibit.title, address: `/api${path}/exhibit${query({ key: exhibit.key })}` })
                }
              >
                {text.see}
              </Button>
              {exhibit.fileId !== null && (
                <Button
                  small
                  kind="quiet"
                  aria-label={text.removeWhat(exhibit.title)}
                  onClick={() => remove.mutate(exhibit.fileId!)}
                >
                  {text.remove}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ol>
      {adding && <AddExhibit view={view} onClose={() => setAdding(false)} />}
      {renamed && (
        <RenameExhibit
          exhibit={renamed}
          onClose={() => setRenamed(null)}
          onName={(title) => keep(exhibits.map((one) => (one.key === renamed.key ? { ...one, title } : one)))}
        />
      )}
    </Section>
  );
}
