import type { CaseView } from '@acquit/recovery';
import { shortDay } from '../../format/days.ts';
import { t } from '../../texts/index.ts';
import { Facts } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';

const text = t.cases.debtor;

/** Who the debtor is and how to reach him. What is missing is said, since nothing can leave without it. */
export function DebtorSide({ view, onEdit }: { view: CaseView; onEdit: () => void }) {
  const { debtor } = view;
  const place = [debtor.postcode, debtor.city].filter(Boolean).join(' ');
  const lines = [...debtor.addressLines, place].filter(Boolean);
  const missing = <span className="faint">{t.common.unknown}</span>;
  return (
    <section>
      <div className="section-head">
        <h2>{text.title}</h2>
        <Button kind="quiet" small onClick={onEdit}>
          {t.common.edit}
        </Button>
      </div>
      <Facts
        rows={[
          [text.kind, debtor.kindName],
          debtor.contactName ? [text.contact, debtor.contactName] : null,
          [
            text.email,
            debtor.email ? (
              <a key="email" href={`mailto:${debtor.email}`}>
                {debtor.email}
              </a>
            ) : (
              missing
            ),
          ],
          [
            text.phone,
            debtor.phone ? (
              <a key="phone" href={`tel:${debtor.phone.replace(/\s/g, '')}`}>
                {debtor.phone}
              </a>
            ) : (
              missing
            ),
          ],
          [
            text.address,
            lines.length > 0
              ? lines.map((line) => (
                  <span key={line} className="block">
                    {line}
                  </span>
                ))
              : missing,
          ],
          debtor.legalId ? [text.siren, debtor.legalId] : null,
          debtor.insolvencyOpenedOn
            ? [text.insolvency, <strong key="on">{text.insolvencyOn(shortDay(debtor.insolvencyOpenedOn))}</strong>]
            : null,
        ]}
      />
    </section>
  );
}
