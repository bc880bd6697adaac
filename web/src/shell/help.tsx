import { useState } from 'react';
import { t } from '../texts/index.ts';
import { Key } from '../ui/bits.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { keysAreOn, turnKeys } from './keys.ts';

const { keys, followedBy } = t.shell.help;
const everywhere = [
  [['?'], keys.help],
  [['/'], keys.search],
  [['i'], keys.import],
  [['g', 'a'], keys.goToday],
  [['g', 'd'], keys.goCases],
  [['g', 'e'], keys.goReceipts],
  [['g', 'l'], keys.goLitigation],
  [['g', 'v'], keys.goSending],
  [['g', 'c'], keys.goCalculate],
] as const;
const today = [
  [['j'], keys.down],
  [['k'], keys.up],
  [['Entrée'], keys.open],
  [['e'], keys.explain],
  [['c'], keys.call],
  [['o'], keys.confirm],
  [['n'], keys.next],
] as const;

const oneByOne = [
  [['Entrée'], keys.nextConfirm],
  [['s'], keys.nextSkip],
  [['c'], keys.call],
  [['p'], keys.nextPromise],
  [['n'], keys.nextDebtor],
  [['u'], keys.undo],
] as const;

const oneCase = [
  [['p'], keys.promise],
  [['l'], keys.dispute],
  [['m'], keys.plan],
  [['z'], keys.pause],
  [['b'], keys.suspension],
] as const;

const matching = [
  [['Entrée'], keys.apply],
  [['n'], keys.nextLine],
  [['p'], keys.previousLine],
  [['c'], keys.choose],
  [['d'], keys.decline],
  [['s'], keys.setAside],
  [['u'], keys.undo],
] as const;

function KeyTable({
  title,
  rows,
}: {
  title: string;
  rows: typeof everywhere | typeof today | typeof oneByOne | typeof oneCase | typeof matching;
}) {
  return (
    <section>
      <h3>{title}</h3>
      <dl className="key-table">
        {rows.map(([strokes, what]) => (
          <div key={what}>
            <dt>
              {strokes.map((stroke, index) => (
                <span key={stroke}>
                  {index > 0 && ` ${followedBy} `}
                  <Key>{stroke}</Key>
                </span>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Keys of one stroke must be possible to turn off (WCAG 2.1.4). */
function KeysSwitch() {
  const [on, setOn] = useState(keysAreOn);
  return (
    <label className="choice">
      <input
        type="checkbox"
        checked={on}
        onChange={() => {
          turnKeys(!on);
          setOn(!on);
        }}
      />
      <span>{t.shell.help.use}</span>
      <span className="field-hint">{t.shell.help.useHint}</span>
    </label>
  );
}

export function HelpDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={t.shell.help.title} onClose={onClose}>
      <KeysSwitch />
      <KeyTable title={t.shell.help.everywhere} rows={everywhere} />
      <KeyTable title={t.shell.help.today} rows={today} />
      <KeyTable title={t.today.next.title} rows={oneByOne} />
      <KeyTable title={t.shell.help.oneCase} rows={oneCase} />
      <KeyTable title={t.shell.help.matching} rows={matching} />
    </Dialog>
  );
}
