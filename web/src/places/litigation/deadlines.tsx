import { litigation } from '../../texts/fr/litigation.ts';
import { Empty } from '../../ui/states.tsx';
import { LitigationPage } from './frame.tsx';

/** Every date of every procedure: ours to meet, awaited from others, and days before which nothing may be done. */
export function Deadlines() {
  return (
    <LitigationPage tab="echeances">
      <Empty title={litigation.none.deadlines.title} text={litigation.none.deadlines.text} />
    </LitigationPage>
  );
}
