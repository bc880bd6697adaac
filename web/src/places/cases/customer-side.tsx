import type { CaseView, ContactView, CustomerView, DoubleView } from '@acquit/recovery';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { customerQuery } from '../../api/queries.ts';
import { shortDay } from '../../format/days.ts';
import { t } from '../../texts/index.ts';
import { Badge, DayText, Facts } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice, Skeleton, tellError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';
import { ActButton } from '../commitments/line.tsx';
import { ContactDialog } from './contact-dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import '../../styles/customer.css';

const text = t.customers;

function lines(values: readonly (string | null)[]): ReactNode {
  const shown = values.filter(Boolean);
  if (shown.length === 0) return <span className="faint">{t.common.unknown}</span>;
  return shown.map((line) => (
    <span key={line} className="block">
      {line}
    </span>
  ));
}

const town = (postcode: string | null, city: string | null) => [postcode, city].filter(Boolean).join(' ');

function Person({
  contact,
  alone,
  onEdit,
}: {
  contact: ContactView;
  /** The name of a private person, who has no accounts department. */
  alone: string | null;
  onEdit: () => void;
}) {
  const title = contact.name ?? alone ?? text.role[contact.role] ?? '';
  return (
    <li className="contact">
      <div className="contact-head">
        <span className="contact-name">{title}</span>
        {contact.isMain && <Badge>{text.contacts.main}</Badge>}
        <Button kind="quiet" small onClick={onEdit} aria-label={text.contacts.edit(title)}>
          {t.common.edit}
        </Button>
      </div>
      {contact.name && alone === null && <span className="small soft">{text.role[contact.role]}</span>}
      {contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>}
      {contact.refused && <RefusedAddress refused={contact.refused} />}
      {contact.phone && <a href={`tel:${contact.phone.replace(/\s/g, '')}`}>{contact.phone}</a>}
      {!contact.email && !contact.phone && <span className="small faint">{text.noReach}</span>}
      {contact.note && <span className="small soft">{contact.note}</span>}
    </li>
  );
}

/** An address its server refused is written to no more: it is put right, or said to be good. */
function RefusedAddress({ refused }: { refused: NonNullable<ContactView['refused']> }) {
  return (
    <span className="stack-tight">
      <span className="small late">{text.refused.title(shortDay(refused.on))}</span>
      <span className="small soft">{text.refused.what}</span>
      <span>
        <ActButton path={`/replies/${refused.replyId}/trust`} label={text.refused.trust} done={text.refused.trusted} />
      </span>
    </span>
  );
}

function Contacts({ view, isPrivate }: { view: CustomerView; isPrivate: boolean }) {
  const [open, setOpen] = useState<ContactView | 'new' | null>(null);
  return (
    <section>
      <div className="section-head">
        <h2>{text.contacts.title}</h2>
        <Button kind="quiet" small onClick={() => setOpen('new')}>
          {text.contacts.add}
        </Button>
      </div>
      {view.contacts.length === 0 ? (
        <p className="soft">{text.contacts.none}</p>
      ) : (
        <ul className="contacts">
          {view.contacts.map((contact) => (
            <Person
              key={contact.contactId}
              contact={contact}
              alone={isPrivate ? view.name : null}
              onEdit={() => setOpen(contact)}
            />
          ))}
        </ul>
      )}
      {view.contacts.length > 1 && <p className="small soft">{text.contacts.who}</p>}
      {open !== null && (
        <ContactDialog
          debtorId={view.debtorId}
          contact={open === 'new' ? null : open}
          isFirst={view.contacts.length === 0}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}

/** The words of a name without accents, case or order, as a payer's key has them. */
const wordsOf = (name: string) =>
  (
    name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toUpperCase()
      .match(/[A-Z0-9]+/g) ?? []
  )
    .sort()
    .join(' ');

/** What he is known to pay with, less his own name, which tells nothing. */
const payersOf = ({ payers, name }: CustomerView) =>
  payers.map(({ key }) => key.replace(/^(iban|name):/, '')).filter((payer) => wordsOf(payer) !== wordsOf(name));

function Paying({ view }: { view: CustomerView }) {
  const { deliveryAddress: delivery } = view;
  const words = text.paying;
  const payers = payersOf(view);
  return (
    <section>
      <div className="section-head">
        <h2>{words.title}</h2>
      </div>
      <Facts
        rows={[
          [words.terms, view.termsName ?? <span className="faint">{words.ownTerms}</span>],
          [words.run, view.paymentRunName ?? <span className="faint">{t.common.unknown}</span>],
          view.nextPaymentDay ? [words.next, <DayText key="next" day={view.nextPaymentDay} />] : null,
          view.circuit ? [words.circuit, view.circuit] : null,
          payers.length > 0 ? [words.payers, lines(payers)] : null,
          delivery ? [text.delivery, lines([...delivery.lines, town(delivery.postcode, delivery.city)])] : null,
          view.language === 'en' ? [words.language, words.languages.en] : null,
          view.aliases.length > 0 ? [text.aliases, lines(view.aliases.map((alias) => alias.value))] : null,
        ]}
      />
    </section>
  );
}

function Doubles({ view }: { view: CustomerView }) {
  const [chosen, setChosen] = useState<DoubleView | null>(null);
  if (view.doubles.length === 0) return null;
  return (
    <section>
      <div className="section-head">
        <h2>{text.doubles.section}</h2>
      </div>
      <ul className="contacts">
        {view.doubles.map((double) => (
          <li key={double.debtorId} className="contact">
            <div className="contact-head">
              <a className="contact-name" href={`/dossiers/${double.caseId}`}>
                {double.name}
              </a>
              <Button
                kind="quiet"
                small
                onClick={() => setChosen(double)}
                aria-label={text.doubles.mergeOf(view.name, double.name)}
              >
                {text.doubles.merge}
              </Button>
            </div>
            <span className="small soft">
              {double.reason}, {text.doubles.confidence(double.confidence)}
            </span>
          </li>
        ))}
      </ul>
      {chosen && <MergeDialog into={view.debtorId} from={chosen.debtorId} onClose={() => setChosen(null)} />}
    </section>
  );
}

function Merges({ view }: { view: CustomerView }) {
  const say = useSay();
  const undo = useAct(
    (mergeId: string, key) => change('POST', `/debtors/${view.debtorId}/unmerge`, { mergeId }, key),
    (_, mergeId) => say(text.merge.undone(view.merges.find((one) => one.mergeId === mergeId)?.name ?? '')),
  );
  if (view.merges.length === 0) return null;
  return (
    <section>
      <div className="section-head">
        <h2>{text.merges.title}</h2>
      </div>
      <ul className="contacts">
        {view.merges.map((merge) => (
          <li key={merge.mergeId} className="contact">
            <div className="contact-head">
              <span className="contact-name">{merge.name}</span>
              {merge.blocked === null && (
                <Button
                  kind="quiet"
                  small
                  busy={undo.isPending}
                  aria-label={text.merges.undoOf(merge.name)}
                  onClick={() => undo.mutate(merge.mergeId, { onError: (error) => say(tellError(error).title) })}
                >
                  {text.merges.undo}
                </Button>
              )}
            </div>
            <span className="small soft">{text.merges.on(shortDay(merge.mergedOn))}</span>
            {merge.blocked && <span className="small soft">{merge.blocked}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who the customer is, whom to write to, how he pays, and who may be the same. */
export function CustomerSide({ view, onEdit }: { view: CaseView; onEdit: () => void }) {
  const { debtor } = view;
  const customer = useQuery(customerQuery(debtor.debtorId));
  return (
    <>
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
            [text.address, lines([...debtor.addressLines, town(debtor.postcode, debtor.city)])],
            debtor.legalId ? [text.siren, debtor.legalId] : null,
            debtor.vat ? [text.vat, debtor.vat] : null,
            debtor.insolvencyOpenedOn
              ? [text.insolvency, <strong key="on">{text.insolvencyOn(shortDay(debtor.insolvencyOpenedOn))}</strong>]
              : null,
          ]}
        />
      </section>
      {customer.isPending && <Skeleton lines={5} />}
      {customer.isError && <ErrorNotice error={customer.error} onRetry={() => void customer.refetch()} />}
      {customer.data && (
        <>
          <Contacts view={customer.data} isPrivate={debtor.kind === 'consumer'} />
          <Paying view={customer.data} />
          <Doubles view={customer.data} />
          <Merges view={customer.data} />
        </>
      )}
    </>
  );
}
