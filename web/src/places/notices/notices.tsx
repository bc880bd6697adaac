import { litigation } from '../../texts/fr/litigation.ts';
import { Empty } from '../../ui/states.tsx';
import { LitigationPage } from '../litigation/frame.tsx';

/** Legal notices that name a customer. */
export function Notices() {
  return (
    <LitigationPage tab="annonces">
      <Empty title={litigation.none.notices.title} text={litigation.none.notices.text} />
    </LitigationPage>
  );
}
