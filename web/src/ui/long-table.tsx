import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { t } from '../texts/index.ts';

/**
 * A table of any length: only the rows on screen exist, between two blank rows that keep the height of the others.
 * `onEnd` asks for the next page when the last rows come near. `line` draws one row and gives `measure` to its `tr`.
 */
export function LongTable<Row>({
  label,
  className,
  head,
  columns,
  rows,
  rowHeight,
  onEnd,
  line,
}: {
  label: string;
  className: string;
  head: ReactNode;
  columns: number;
  rows: readonly Row[];
  rowHeight: number;
  onEnd: () => void;
  line: (row: Row, index: number, measure: (node: Element | null) => void) => ReactNode;
}) {
  const table = useRef<HTMLTableElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop(table.current?.offsetTop ?? 0), []);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollMargin: top,
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= rows.length - 15) onEnd();
  }, [last, rows.length, onEnd]);
  const before = (shown[0]?.start ?? top) - top;
  const after = virtual.getTotalSize() - ((shown.at(-1)?.end ?? top) - top);
  return (
    <table className={`table long-table ${className}`} ref={table} aria-rowcount={rows.length + 1} aria-label={label}>
      {before + after > 0 && <caption className="print-only">{t.common.printedPart}</caption>}
      <thead>{head}</thead>
      <tbody>
        {before > 0 && <Spacer columns={columns} height={before} />}
        {shown.map(({ index }) => {
          const row = rows[index];
          return row === undefined ? null : line(row, index, virtual.measureElement);
        })}
        {after > 0 && <Spacer columns={columns} height={after} />}
      </tbody>
    </table>
  );
}

function Spacer({ columns, height }: { columns: number; height: number }) {
  return (
    <tr className="spacer">
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}
