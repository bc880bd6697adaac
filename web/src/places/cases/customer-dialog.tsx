import { DEBTOR_KINDS } from '@acquit/law';
import { type CustomerView, type DebtorView, debtorKindName } from '@acquit/recovery';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { customerQuery } from '../../api/queries.ts';
import { t } from '../../texts/index.ts';
import { Dialog, SubmitFoot } from '../../ui/dialog.tsx';
import { SelectField, TextAreaField, TextField } from '../../ui/field.tsx';
import { ActError, ErrorNotice, Skeleton } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';
import { draftRun, draftTerms, RunFields, runOf, TermsFields, termsOf } from './payment-fields.tsx';

const text = t.customers.dialog;
const kinds = [
  { value: '', label: t.customers.dialog.kindUnknown },
  ...DEBTOR_KINDS.map((kind) => ({ value: kind as string, label: debtorKindName(kind) })),
];
const languages = Object.entries(t.customers.paying.languages).map(([value, label]) => ({ value, label }));

/** Empty means unknown: the server keeps null, never an empty text. */
const orNull = (value: string) => (value.trim() === '' ? null : value.trim());
const linesOf = (value: string) =>
  value
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** Only what differs is sent: a field nobody touched takes nothing back of what was prepared. */
function changed(after: Record<string, unknown>, before: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(after).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name])),
  );
}

function Form({ debtor, view, onClose }: { debtor: DebtorView; view: CustomerView; onClose: () => void }) {
  const { deliveryAddress: delivery } = view;
  const [form, setForm] = useState({
    kind: debtor.kind ?? '',
    legalId: debtor.legalId ?? '',
    vat: debtor.vat ?? '',
    address: debtor.addressLines.join('\n'),
    postcode: debtor.postcode ?? '',
    city: debtor.city ?? '',
    insolvencyOpenedOn: debtor.insolvencyOpenedOn ?? '',
    circuit: view.circuit ?? '',
    sector: view.sector ?? '',
    salespersonName: view.salespersonName ?? '',
    salespersonEmail: view.salespersonEmail ?? '',
    language: view.language as string,
    deliveryAddress: delivery?.lines.join('\n') ?? '',
    deliveryPostcode: delivery?.postcode ?? '',
    deliveryCity: delivery?.city ?? '',
  });
  const [terms, setTerms] = useState(draftTerms(view.terms));
  const [run, setRun] = useState(draftRun(view.paymentRun));
  const [tried, setTried] = useState(false);
  const [before] = useState(() => bodyOf());
  const set = (field: keyof typeof form) => (value: string) => setForm((last) => ({ ...last, [field]: value }));
  const say = useSay();
  const act = useAct(
    (body: Record<string, unknown>, key) => change<CustomerView>('PATCH', `/debtors/${debtor.debtorId}`, body, key),
    () => {
      say(text.saved);
      onClose();
    },
  );
  function bodyOf(): Record<string, unknown> {
    return {
      kind: orNull(form.kind),
      legalId: orNull(form.legalId.replace(/\s/g, '')),
      vat: orNull(form.vat.replace(/\s/g, '')),
      addressLines: linesOf(form.address),
      postcode: orNull(form.postcode),
      city: orNull(form.city),
      insolvencyOpenedOn: orNull(form.insolvencyOpenedOn),
      circuit: orNull(form.circuit),
      sector: orNull(form.sector),
      salespersonName: orNull(form.salespersonName),
      salespersonEmail: orNull(form.salespersonEmail),
      language: form.language,
      terms: termsOf(terms),
      paymentRun: runOf(run),
      deliveryLines: linesOf(form.deliveryAddress),
      deliveryPostcode: orNull(form.deliveryPostcode),
      deliveryCity: orNull(form.deliveryCity),
    };
  }
  const submit = () => {
    setTried(true);
    if (termsOf(terms) === undefined || runOf(run) === undefined) return;
    act.mutate(changed(bodyOf(), before));
  };
  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      onSubmit={submit}
      foot={<SubmitFoot label={t.common.save} busy={act.isPending} onClose={onClose} />}
    >
      <h3>{text.identity}</h3>
      <SelectField label={text.kind} hint={text.kindHint} value={form.kind} onValue={set('kind')} options={kinds} />
      <div className="form-grid">
        <TextField label={text.siren} maxLength={24} value={form.legalId} onValue={set('legalId')} />
        <TextField label={text.vat} maxLength={24} value={form.vat} onValue={set('vat')} />
        <TextAreaField
          wide
          label={text.address}
          hint={text.addressHint}
          rows={2}
          value={form.address}
          onValue={set('address')}
        />
        <TextField label={text.postcode} maxLength={12} value={form.postcode} onValue={set('postcode')} />
        <TextField label={text.city} maxLength={100} value={form.city} onValue={set('city')} />
      </div>
      <h3>{text.paying}</h3>
      <div className="form-grid">
        <TermsFields draft={terms} tried={tried} onDraft={setTerms} />
      </div>
      <div className="form-grid">
        <RunFields draft={run} tried={tried} onDraft={setRun} />
      </div>
      <TextField
        label={text.circuit}
        hint={text.circuitHint}
        optional
        maxLength={500}
        value={form.circuit}
        onValue={set('circuit')}
      />
      <div className="form-grid">
        <TextField
          wide
          label={text.sector}
          hint={text.sectorHint}
          optional
          maxLength={100}
          value={form.sector}
          onValue={set('sector')}
        />
        <TextField
          label={text.salespersonName}
          optional
          maxLength={100}
          value={form.salespersonName}
          onValue={set('salespersonName')}
        />
        <TextField
          type="email"
          label={text.salespersonEmail}
          hint={text.salespersonHint}
          optional
          maxLength={254}
          value={form.salespersonEmail}
          onValue={set('salespersonEmail')}
        />
      </div>
      <SelectField
        label={text.language}
        hint={t.customers.paying.languageHint}
        value={form.language}
        onValue={set('language')}
        options={languages}
      />
      <h3>{text.delivery}</h3>
      <div className="form-grid">
        <TextAreaField
          wide
          optional
          label={text.deliveryAddress}
          rows={2}
          value={form.deliveryAddress}
          onValue={set('deliveryAddress')}
        />
        <TextField
          label={text.postcode}
          maxLength={12}
          value={form.deliveryPostcode}
          onValue={set('deliveryPostcode')}
        />
        <TextField label={text.city} maxLength={100} value={form.deliveryCity} onValue={set('deliveryCity')} />
      </div>
      <h3>{t.customers.insolvency}</h3>
      <TextField
        label={text.insolvency}
        hint={text.insolvencyHint}
        optional
        type="date"
        value={form.insolvencyOpenedOn}
        onValue={set('insolvencyOpenedOn')}
      />
      <ActError error={act.error} />
    </Dialog>
  );
}

/** Corrects what is known of a customer besides his contacts. */
export function CustomerDialog({ debtor, onClose }: { debtor: DebtorView; onClose: () => void }) {
  const view = useQuery(customerQuery(debtor.debtorId));
  if (view.data) return <Form debtor={debtor} view={view.data} onClose={onClose} />;
  return (
    <Dialog title={text.title} onClose={onClose}>
      {view.isError ? <ErrorNotice error={view.error} onRetry={() => void view.refetch()} /> : <Skeleton lines={8} />}
    </Dialog>
  );
}
