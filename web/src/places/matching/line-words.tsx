import type { BankLineView } from '@acquit/recovery';
import { t } from '../../texts/index.ts';
import { Amount, Badge, DayText, Facts } from '../../ui/bits.tsx';
import { highlight } from './highlight.ts';

const text = t.matching;

function Words({ children, words }: { children: string; words: readonly string[] }) {
  let at = 0;
  return highlight(children, words).map((piece) => {
    at += piece.text.length;
    return piece.found ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>;
  });
}

/** An IBAN in groups of four, as people read it. */
export function spacedIban(iban: string): string {
  return iban.replaceAll(/(.{4})(?=.)/g, '$1\u00a0');
}

/** What the bank says of a line, large, with the words that a proposal rests on. */
export function LineWords({ line, words }: { line: BankLineView; words: readonly string[] }) {
  const said = line.remittance.length > 0 ? line.remittance : line.label ? [line.label] : [];
  return (
    <section className="bank-said" aria-label={text.said}>
      <div className="bank-head">
        <span className="bank-amount">
          <Amount cents={line.amountCents} />
        </span>
        <span className="soft">
          <DayText day={line.bookedOn} /> · {line.accountLabel}
        </span>
        {line.isReversal && <Badge kind="warn">{text.rejected}</Badge>}
      </div>
      {line.counterparty && (
        <p className="bank-payer wrap-anywhere">
          <Words words={words}>{line.counterparty}</Words>
        </p>
      )}
      {said.length === 0 ? (
        <p className="soft">{text.noWords}</p>
      ) : (
        <p className="bank-words wrap-anywhere">
          {said.map((one, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the texts of one transfer never move.
            <span key={n} className="block">
              <Words words={words}>{one}</Words>
            </span>
          ))}
        </p>
      )}
      {line.rejectReason && <p>{line.rejectReason}</p>}
      <div className="small">
        <Facts
          rows={[
            line.counterpartyIban ? ['IBAN', spacedIban(line.counterpartyIban)] : null,
            line.endToEndId
              ? [
                  text.endToEnd,
                  <Words key="words" words={words}>
                    {line.endToEndId}
                  </Words>,
                ]
              : null,
          ]}
        />
      </div>
    </section>
  );
}
