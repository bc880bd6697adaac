import type { HandOverTerms, HandOverView, PartnerView, ProcedureRow } from '@acquit/recovery';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { partnersQuery } from '../../api/hand-overs.ts';
import { handOvers } from '../../texts/fr/hand-overs.ts';
import { Dialog, SubmitFoot } from '../../ui/dialog.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { ActError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';
import { blankTerms, TermsFields, termsWrong } from './terms-fields.tsx';

const text = handOvers.open;
const ANOTHER = 'another';
const kinds = Object.entries(text.kinds).map(([value, label]) => ({ value, label }));

const newPartner = {
  kind: 'lawyer',
  name: '',
  person: '',
  email: '',
  phone: '',
  street: '',
  postcode: '',
  city: '',
  legalId: '',
};
type NewPartner = typeof newPartner;

function PartnerFields({
  value,
  onValue,
  tried,
}: {
  value: NewPartner;
  onValue: (value: NewPartner) => void;
  tried: boolean;
}) {
  const line = (name: Exclude<keyof NewPartner, 'kind'>, more: { optional?: boolean; error?: string | null } = {}) => (
    <TextField
      label={text[name]}
      value={value[name]}
      maxLength={200}
      onValue={(typed) => onValue({ ...value, [name]: typed })}
      {...more}
    />
  );
  const nameWrong = tried && value.name.trim() === '';
  return (
    <>
      <SelectField
        label={text.kind}
        value={value.kind}
        onValue={(kind) => onValue({ ...value, kind })}
        options={kinds}
      />
      {line('name', { error: nameWrong ? text.nameWrong : null })}
      {line('person', { optional: true })}
      {line('email', { optional: true })}
      {line('phone', { optional: true })}
      {line('legalId', { optional: true })}
      {line('street', { optional: true })}
      {line('postcode', { optional: true })}
      {line('city', { optional: true })}
    </>
  );
}

const orNull = (typed: string) => typed.trim() || null;
const partnerBody = ({ kind, name, street, ...rest }: NewPartner) => ({
  kind,
  name: name.trim(),
  addressLines: street.trim() === '' ? [] : [street.trim()],
  person: orNull(rest.person),
  email: orNull(rest.email),
  phone: orNull(rest.phone),
  postcode: orNull(rest.postcode),
  city: orNull(rest.city),
  legalId: orNull(rest.legalId),
});

/** Entrusts a case, or some of its procedures, to somebody known or new. */
export function HandOverDialog({
  caseId,
  procedures,
  onClose,
}: {
  caseId: string;
  /** The open procedures of the case, any of which may be entrusted alone. */
  procedures: readonly ProcedureRow[];
  onClose: () => void;
}) {
  const known = useQuery(partnersQuery).data?.items ?? [];
  const [chosen, setChosen] = useState<string>();
  const partnerId = chosen ?? known[0]?.partnerId ?? ANOTHER;
  const [partner, setPartner] = useState(newPartner);
  const [procedureIds, setProcedureIds] = useState<string[]>([]);
  const [terms, setTerms] = useState<HandOverTerms>(blankTerms);
  const [remittance, setRemittance] = useState('');
  const [reference, setReference] = useState('');
  const [tried, setTried] = useState(false);
  const say = useSay();
  const isNew = partnerId === ANOTHER;
  const act = useAct(
    async (order: { partner: ReturnType<typeof partnerBody> | null; body: object }, key) => {
      const made = order.partner && (await change<PartnerView>('POST', '/partners', order.partner, `${key}-partner`));
      // Chosen from now on: when the case itself is refused, trying again does not write him twice.
      if (made) setChosen(made.partnerId);
      return change<HandOverView>(
        'POST',
        `/cases/${caseId}/hand-overs`,
        { ...order.body, partnerId: made?.partnerId ?? partnerId },
        key,
      );
    },
    (made) => {
      say(text.done(made.partnerName));
      onClose();
    },
  );
  const submit = () => {
    setTried(true);
    if ((isNew && partner.name.trim() === '') || termsWrong(remittance)) return;
    const remittanceDays = remittance.trim() === '' ? null : Number(remittance);
    act.mutate({
      partner: isNew ? partnerBody(partner) : null,
      body: { terms: { ...terms, remittanceDays }, reference: orNull(reference), procedureIds },
    });
  };
  const toggle = (id: string) =>
    setProcedureIds((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]));
  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      onSubmit={submit}
      foot={<SubmitFoot label={text.submit} busy={act.isPending} onClose={onClose} />}
    >
      <p className="soft">{text.text}</p>
      <div className="form-grid">
        <SelectField
          wide
          label={text.partner}
          value={partnerId}
          onValue={setChosen}
          options={[
            ...known.map((one) => ({ value: one.partnerId, label: `${one.name} (${one.kindName})` })),
            { value: ANOTHER, label: text.another },
          ]}
        />
        {isNew && <PartnerFields value={partner} onValue={setPartner} tried={tried} />}
      </div>
      {procedures.length > 0 && (
        <fieldset>
          <legend className="field-label">{text.what}</legend>
          <label className="choice">
            <input type="radio" checked={procedureIds.length === 0} onChange={() => setProcedureIds([])} />
            <span>{text.whole}</span>
            <span className="field-hint">{text.wholeHint}</span>
          </label>
          {procedures.map((one) => (
            <label className="choice" key={one.procedureId}>
              <input
                type="checkbox"
                checked={procedureIds.includes(one.procedureId)}
                onChange={() => toggle(one.procedureId)}
              />
              <span>{one.name}</span>
              <span className="field-hint">{one.stateName}</span>
            </label>
          ))}
        </fieldset>
      )}
      <h3>{text.terms}</h3>
      <p className="soft small">{text.termsHint}</p>
      <TermsFields
        terms={terms}
        onTerms={setTerms}
        remittance={remittance}
        onRemittance={setRemittance}
        reference={reference}
        onReference={setReference}
        tried={tried}
      />
      <ActError error={act.error} />
    </Dialog>
  );
}
