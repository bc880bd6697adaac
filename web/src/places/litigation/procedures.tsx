import { litigation } from '../../texts/fr/litigation.ts';
import { Empty } from '../../ui/states.tsx';
import { LitigationPage } from './frame.tsx';

/** Every procedure of the company, with its next date. */
export function Procedures() {
  return (
    <LitigationPage tab="procedures">
      <Empty title={litigation.none.procedures.title} text={litigation.none.procedures.text} />
    </LitigationPage>
  );
}
