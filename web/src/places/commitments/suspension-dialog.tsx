import { SUPPLIES, type Supply } from '@acquit/law';
import { type CaseView, type SuspensionView, supplyName } from '@acquit/recovery';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { addDays, fullDate, isDay } from '../../format/days.ts';
import { useSigned } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Dialog, SubmitFoot } from '../../ui/dialog.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { ActError } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';

const text = t.commitments.suspension;
const supplies = SUPPLIES.map((value) => {
  const name = supplyName(value);
  return { value, label: name.charAt(0).toUpperCase() + name.slice(1) };
});
/** What a household cannot do without: the law asks more before it stops. */
const ENERGY: ReadonlySet<Supply> = new Set(['electricity', 'gas', 'heat']);
const HOUSEHOLD: ReadonlySet<Supply> = new Set([...ENERGY, 'water']);
const TWO_WEEKS = 14;

/** The decision to stop delivering, refused with its article where the law forbids it; its announcement goes into the queues. */
export function SuspensionDialog({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const { session } = useSigned();
  const [supply, setSupply] = useState<Supply>('goods');
  const [mainHome, setMainHome] = useState(view.profile === 'consumer');
  const [effectiveOn, setEffectiveOn] = useState(addDays(session.today, TWO_WEEKS));
  const [sameContract, setSameContract] = useState(true);
  const [contract, setContract] = useState('');
  const [firstNoticeOn, setFirst] = useState('');
  const [secondNoticeOn, setSecond] = useState('');
  const [isHelped, setHelped] = useState(false);
  const [fundAskedOn, setFundAsked] = useState('');
  const [minimumPowerSince, setMinimumPower] = useState('');
  const [reason, setReason] = useState('');
  const [owner, setOwner] = useState(session.user?.name ?? '');
  const [announce, setAnnounce] = useState(true);
  const [tried, setTried] = useState(false);
  const say = useSay();
  const act = useAct(
    (body: object, key) => change<SuspensionView>('POST', `/cases/${view.caseId}/suspensions`, body, key),
    (done) => {
      say(done.letterActionId === null ? text.decided : text.announced(fullDate(done.effectiveOn)));
      onClose();
    },
  );
  const dayWrong = !isDay(effectiveOn) || effectiveOn < session.today;
  const dayOf = (typed: string) => (isDay(typed) ? typed : null);
  const submit = () => {
    setTried(true);
    if (dayWrong || !reason.trim() || !owner.trim()) return;
    const home = HOUSEHOLD.has(supply) && mainHome;
    act.mutate({
      supply,
      mainHome: home,
      effectiveOn,
      sameContract,
      contract: contract.trim() || null,
      firstNoticeOn: dayOf(firstNoticeOn),
      secondNoticeOn: dayOf(secondNoticeOn),
      isHelped: home && isHelped,
      fundAskedOn: dayOf(fundAskedOn),
      minimumPowerSince: dayOf(minimumPowerSince),
      reason: reason.trim(),
      owner: owner.trim(),
      announce,
    });
  };
  const check = (label: string, checked: boolean, set: (checked: boolean) => void, hint?: string) => (
    <label className="choice">
      <input type="checkbox" checked={checked} onChange={(event) => set(event.target.checked)} />
      <span>{label}</span>
      {hint && <span className="field-hint">{hint}</span>}
    </label>
  );
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
          label={text.supply}
          value={supply}
          onValue={(value) => setSupply(value as Supply)}
          options={supplies}
        />
        <TextField
          label={text.effectiveOn}
          type="date"
          min={session.today}
          value={effectiveOn}
          onValue={setEffectiveOn}
          error={tried && dayWrong ? text.dayWrong : null}
        />
        <TextField wide optional label={text.contract} maxLength={200} value={contract} onValue={setContract} />
        <TextField
          optional
          label={text.first}
          hint={text.firstHint}
          type="date"
          max={session.today}
          value={firstNoticeOn}
          onValue={setFirst}
        />
        <TextField
          optional
          label={text.second}
          type="date"
          max={session.today}
          value={secondNoticeOn}
          onValue={setSecond}
        />
      </div>
      {check(text.sameContract, sameContract, setSameContract, text.sameContractHint)}
      {HOUSEHOLD.has(supply) && check(text.mainHome, mainHome, setMainHome)}
      {ENERGY.has(supply) && mainHome && (
        <>
          {check(text.helped, isHelped, setHelped)}
          <div className="form-grid">
            <TextField optional label={text.fund} type="date" value={fundAskedOn} onValue={setFundAsked} />
            <TextField
              optional
              label={text.minimumPower}
              type="date"
              value={minimumPowerSince}
              onValue={setMinimumPower}
            />
          </div>
        </>
      )}
      <div className="form-grid">
        <TextField
          label={text.reason}
          maxLength={1000}
          value={reason}
          onValue={setReason}
          error={tried && !reason.trim() ? text.reasonMissing : null}
        />
        <TextField
          label={text.owner}
          maxLength={200}
          value={owner}
          onValue={setOwner}
          error={tried && !owner.trim() ? text.ownerMissing : null}
        />
      </div>
      {check(text.announce, announce, setAnnounce, text.announceHint)}
      <ActError error={act.error} />
    </Dialog>
  );
}
