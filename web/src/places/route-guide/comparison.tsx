import type { GuideRoute } from '@acquit/recovery';
import type { ReactNode } from 'react';
import { routeGuide as text } from '../../texts/fr/route-guide.ts';
import { DayText } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { costWords, Duration, worthOf } from './figures.tsx';

/** What two or three routes ask and give, side by side. */
const ROWS: readonly (readonly [label: string, cell: (route: GuideRoute) => ReactNode])[] = [
  [text.court, (route) => route.court ?? text.noCourt],
  [text.cost, (route) => costWords(route.chance!)],
  [
    text.gain,
    (route) => {
      const { label, words } = worthOf(route.chance!);
      return label === text.gain ? words : `${label.toLowerCase()} ${words}`;
    },
  ],
  [text.duration, (route) => <Duration duration={route.usualDuration} />],
  [text.form, (route) => (route.form === null ? text.none : text.formOf(route.form))],
  [text.lawyerRow, (route) => (route.lawyer ? text.lawyer : text.noLawyer)],
  [text.missing, (route) => route.missing.map(({ label }) => label).join(', ') || text.nothingMissing],
  [text.deadline, (route) => (route.deadline === null ? text.noDeadline : <DayText day={route.deadline} />)],
];

export function Comparison({ routes, onClose }: { routes: readonly GuideRoute[]; onClose: () => void }) {
  return (
    <section className="guide-comparison" aria-labelledby="guide-comparison-title">
      <div className="row-between">
        <h2 id="guide-comparison-title">{text.comparison}</h2>
        <Button small kind="quiet" onClick={onClose}>
          {text.stopComparing}
        </Button>
      </div>
      {routes.length < 2 ? (
        <p className="soft">{text.compareHint}</p>
      ) : (
        <div className="guide-scroll">
          <table>
            <thead>
              <tr>
                <td />
                {routes.map((route) => (
                  <th key={route.procedure} scope="col">
                    {route.name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {ROWS.map(([label, cell]) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  {routes.map((route) => (
                    <td key={route.procedure}>{cell(route)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
