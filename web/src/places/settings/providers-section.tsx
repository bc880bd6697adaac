import {
  missingFields,
  PROVIDER_FORMS,
  type Provider,
  type ProviderAccountView,
  type ProviderField,
  providerForm,
  SERVICES,
  type Service,
  serviceName,
} from '@acquit/recovery';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { providersQuery } from '../../api/queries.ts';
import { editableEuros, isSumWrong, parseEuros } from '../../format/money.ts';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextAreaField, TextField } from '../../ui/field.tsx';
import { ActError, Answer, Loaded } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';

const text = t.dispatches.providers;
const pick = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
const CHOICES: Partial<Record<ProviderField['kind'], { value: string; label: string }[]>> = {
  'yes-no': Object.entries(text.yesNo).map(([value, label]) => ({ value, label })),
  method: pick(['POST', 'GET']),
  'content-type': pick(['application/json', 'application/x-www-form-urlencoded', 'text/plain']),
};

function AccountField({
  field,
  kept,
  value,
  onValue,
  error,
}: {
  field: ProviderField;
  kept: boolean;
  value: string;
  onValue: (value: string) => void;
  error: string | null;
}) {
  const hint = field.secret && kept ? text.secretKept : (field.hint ?? undefined);
  const shared = { label: field.label, value, onValue, error, ...(hint === undefined ? {} : { hint }) };
  const options = CHOICES[field.kind];
  if (options) return <SelectField {...shared} options={options} />;
  if (field.kind === 'text') return <TextAreaField wide {...shared} optional={!field.required} maxLength={4_000} />;
  return (
    <TextField
      {...shared}
      optional={!field.required}
      wide={field.kind === 'url'}
      type={field.secret ? 'password' : 'text'}
      autoComplete={field.secret ? 'new-password' : 'off'}
      spellCheck={false}
    />
  );
}

function AccountForm({ service, account }: { service: Service; account: ProviderAccountView | null }) {
  const company = useCompany();
  const say = useSay();
  const offered = PROVIDER_FORMS.filter((form) => form.services.includes(service));
  const [provider, setProvider] = useState<Provider | ''>(account?.provider ?? '');
  const [values, setValues] = useState<Record<string, string>>(account?.settings ?? {});
  const [price, setPrice] = useState(account?.unitPriceCents == null ? '' : editableEuros(account.unitPriceCents));
  const [limit, setLimit] = useState(account?.monthlyLimit == null ? '' : String(account.monthlyLimit));
  const [tried, setTried] = useState(false);
  const path = `/companies/${company.companyId}/providers/${service}`;
  const save = useAct(
    (body: Record<string, unknown>, key) => change<ProviderAccountView[]>('PUT', path, body, key),
    () => say(text.saved),
  );
  const test = useAct((_: null, key) => change<{ answer: string }>('POST', `${path}/test`, {}, key));
  const remove = useAct(
    (_: null, key) => change<ProviderAccountView[]>('POST', `${path}/remove`, {}, key),
    () => say(text.removed),
  );
  const form = provider === '' ? null : providerForm(provider);
  const secrets = form?.fields.filter((field) => field.secret).map(({ key }) => key) ?? [];
  const missing = form ? missingFields(form.provider, values, account?.provider === provider ? secrets : []) : [];
  const cents = parseEuros(price);
  const priceError = isSumWrong(price) ? text.priceWrong : null;
  const limitError = limit.trim() !== '' && !/^[1-9]\d{0,5}$/.test(limit.trim()) ? text.limitWrong : null;
  const submit = () => {
    setTried(true);
    if (form === null || missing.length > 0 || priceError !== null || limitError !== null) return;
    const known = new Set(form.fields.map(({ key }) => key));
    save.mutate({
      provider,
      values: Object.fromEntries(Object.entries(values).filter(([key, value]) => known.has(key) && value !== '')),
      unitPriceCents: cents,
      monthlyLimit: limit.trim() === '' ? null : Number(limit),
    });
  };
  return (
    <form
      className="settings-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <fieldset className="settings-group">
        <legend>
          <h2>{serviceName(service)}</h2>
        </legend>
        <SelectField
          label={text.choose}
          value={provider}
          onValue={(value) => setProvider(value as Provider | '')}
          options={[
            { value: '', label: text.none },
            ...offered.map((one) => ({ value: one.provider, label: one.name })),
          ]}
        />
        {form && (
          <>
            <p className="small soft measure">{form.promise}</p>
            <div className="form-grid">
              {form.fields.map((field) => (
                <AccountField
                  key={field.key}
                  field={field}
                  kept={account?.provider === provider}
                  value={values[field.key] ?? field.preset}
                  onValue={(value) => setValues((before) => ({ ...before, [field.key]: value }))}
                  error={tried && missing.includes(field) ? text.fieldMissing : null}
                />
              ))}
              <TextField
                optional
                label={text.price}
                hint={text.priceHint}
                suffix="€"
                inputMode="decimal"
                value={price}
                onValue={setPrice}
                error={tried ? priceError : null}
              />
              <TextField
                optional
                label={text.limit}
                hint={account ? text.used(account.usedThisMonth) : undefined}
                inputMode="numeric"
                value={limit}
                onValue={setLimit}
                error={tried ? limitError : null}
              />
            </div>
          </>
        )}
        <ActError error={save.error ?? test.error ?? remove.error} />
        {test.data && <Answer>{test.data.answer}</Answer>}
        <div className="row">
          {form && (
            <Button kind="primary" type="submit" busy={save.isPending}>
              {t.common.save}
            </Button>
          )}
          {account && (
            <>
              <Button busy={test.isPending} onClick={() => test.mutate(null)}>
                {text.test}
              </Button>
              <span className="small soft">{text.testHint}</span>
              <Button kind="quiet" busy={remove.isPending} onClick={() => remove.mutate(null)}>
                {text.remove}
              </Button>
            </>
          )}
        </div>
      </fieldset>
    </form>
  );
}

/** Who carries text messages and letters: one account for each service. */
export function ProvidersSection() {
  const company = useCompany();
  const accounts = useQuery(providersQuery(company.companyId));
  return (
    <div className="stack">
      <p className="soft measure">{text.lead}</p>
      <Loaded from={accounts}>
        {(list) => (
          <>
            {SERVICES.map((service) => {
              const account = list.find((one) => one.service === service) ?? null;
              return <AccountForm key={`${service} ${account?.provider ?? ''}`} service={service} account={account} />;
            })}
          </>
        )}
      </Loaded>
    </div>
  );
}
