import { litigation } from '../../texts/fr/litigation.ts';
import { Empty } from '../../ui/states.tsx';
import { LitigationPage } from './frame.tsx';

/** Claims by the day on which they can no longer be sued, the nearest first. */
export function Radar() {
  return (
    <LitigationPage tab="radar">
      <Empty title={litigation.none.radar.title} text={litigation.none.radar.text} />
    </LitigationPage>
  );
}
