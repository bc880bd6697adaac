import { explanationToRows } from '@acquit/law';
import type { Explanation } from '@acquit/recovery';
import { useState } from 'react';
import { shortDay } from '../format/days.ts';
import { t } from '../texts/index.ts';
import { Badge } from './bits.tsx';
import { Button } from './button.tsx';
import { Icon } from './icons.tsx';
import '../styles/tree.css';

const text = t.tree;

function Source({ reference }: { reference: NonNullable<Explanation['reference']> }) {
  const { from, until, confidence } = reference;
  const version =
    from && until
      ? text.between(shortDay(from), shortDay(until))
      : from
        ? text.since(shortDay(from))
        : until
          ? text.until(shortDay(until))
          : '';
  return (
    <p className="node-source">
      <b>{reference.article}</b>
      {reference.text && reference.text !== reference.article && <>, {reference.text}</>}
      {version && <>, {version}</>}{' '}
      <Badge {...(confidence === 'C' ? { kind: 'warn' as const } : {})}>{text.confidence[confidence]}</Badge>
    </p>
  );
}

function Node({ node, opened, depth }: { node: Explanation; opened: boolean; depth: number }) {
  const [open, setOpen] = useState(opened || depth === 0);
  const folds = node.inputs.length > 0;
  const row = explanationToRows({ ...node, inputs: [] })[0]!;
  // A detail takes the value of its first step: there is nothing to say of how.
  const how = node.operation === 'carried' ? text.carried : node.operation === 'detail' ? '' : row.operation;
  const line = (
    <>
      {folds ? <Icon name="chevron" size={16} /> : <span />}
      <span className="node-label">{node.label}</span>
      <span className={node.unit === 'text' ? 'node-value node-value-long' : 'node-value'}>{row.value}</span>
    </>
  );
  return (
    <li className="node">
      {folds ? (
        <button type="button" className="node-line" aria-expanded={open} onClick={() => setOpen(!open)}>
          {line}
        </button>
      ) : (
        <div className="node-line">{line}</div>
      )}
      {(open || !folds) && how !== '' && <p className="node-how">{how}</p>}
      {node.reference && <Source reference={node.reference} />}
      {folds && open && (
        <ul>
          {node.inputs.map((input, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a calculation is drawn whole and never reordered.
            <Node key={index} node={input} opened={opened} depth={depth + 1} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** A calculation that opens step by step, from the result down to the facts of the case and the articles of law. */
export function ExplanationTree({ explanation }: { explanation: Explanation }) {
  const [all, setAll] = useState(false);
  return (
    <section className="stack-tight">
      <div className="row-between">
        <h3>{text.calculation}</h3>
        <Button kind="quiet" small onClick={() => setAll(!all)}>
          {all ? text.closeAll : text.openAll}
        </Button>
      </div>
      <ul className="tree" key={String(all)}>
        <Node node={explanation} opened={all} depth={0} />
      </ul>
    </section>
  );
}
