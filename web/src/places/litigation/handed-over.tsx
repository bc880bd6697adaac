import { litigation } from '../../texts/fr/litigation.ts';
import { Empty } from '../../ui/states.tsx';
import { LitigationPage } from './frame.tsx';

/** Cases entrusted to a professional, and what each way cost and brought. */
export function HandedOver() {
  return (
    <LitigationPage tab="confies">
      <Empty title={litigation.none.handedOver.title} text={litigation.none.handedOver.text} />
    </LitigationPage>
  );
}
