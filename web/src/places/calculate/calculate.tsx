import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { Refused } from '../../api/client.ts';
import { calculationQuery, sessionQuery } from '../../api/queries.ts';
import { NotFound } from '../../shell/lost.tsx';
import { PlacePage } from '../../ui/page.tsx';
import { ErrorNotice, Loaded, Notice, Skeleton } from '../../ui/states.tsx';
import { TabBar } from '../../ui/tab-bar.tsx';
import { type Address, isBlank, readDraft } from './address.ts';
import { CalculatorForm } from './calculator-form.tsx';
import { CALCULATORS } from './calculators/index.ts';
import type { Calculator } from './fields.ts';
import { readForm } from './input.ts';
import { placeRefusal } from './refusal.ts';
import { Result } from './result.tsx';
import { useDraft } from './use-draft.ts';
import { words } from './words.ts';
import '../../styles/why.css';
import '../../styles/calculate.css';

const text = words;

/** What the address asks to calculate, and what came of it. */
function useCalculation(calculator: Calculator, address: Address, today: string) {
  const asked = readForm(calculator, readDraft(calculator, address, today));
  const isAsked = !isBlank(calculator, address) && Object.keys(asked.errors).length === 0;
  const found = useQuery({ ...calculationQuery(calculator.rule, asked.input), enabled: isAsked });
  const refused = isAsked && found.error instanceof Refused ? found.error.refusal : null;
  return { asked, isAsked, found, refused, refusal: refused && placeRefusal(refused, asked, calculator) };
}

function Calculation({ calculator, today }: { calculator: Calculator; today: string }) {
  const address = useSearch({ from: '/calculer/$calcul' });
  const navigate = useNavigate();
  const { draft, isStale, change, submit } = useDraft(calculator, address, today);
  const { asked, isAsked, found, refused, ...placed } = useCalculation(calculator, address, today);
  const [isTried, setTried] = useState(() => !isBlank(calculator, address));
  // What the law still lacks is told to who asks for the result, not to who is filling in the form.
  const isEarly = refused?.code === 'MissingField' && !isTried;
  const refusal = isEarly ? null : placed.refusal;
  const form = useRef<HTMLDivElement>(null);
  const errors: Record<string, string> = { ...(isTried ? readForm(calculator, draft).errors : {}) };
  if (refusal?.key && !isStale) errors[refusal.key] ??= refusal.message;

  const onSubmit = () => {
    const isDone = submit();
    setTried(true);
    // The hands are on the keyboard: they are led to the first thing to correct.
    if (!isDone)
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const go = (search: Address) =>
    void navigate({ to: '/calculer/$calcul', params: { calcul: calculator.slug }, search, resetScroll: false });
  return (
    <div className="calc">
      <div ref={form}>
        <CalculatorForm
          calculator={calculator}
          today={today}
          draft={draft}
          errors={errors}
          busy={found.isFetching}
          onDraft={change}
          onSubmit={onSubmit}
          onClear={() => {
            setTried(false);
            change(readDraft(calculator, {}, today));
            go({});
          }}
        />
      </div>
      <section className="calc-result" aria-label={text.form.result} aria-busy={found.isFetching}>
        {isStale && isAsked && found.data && <p className="small soft calc-stale">{text.form.stale}</p>}
        {(!isAsked || isEarly) && (
          <div className="calc-waiting">
            <p className="soft">{text.form.waiting}</p>
            <Link to="/calculer/$calcul" params={{ calcul: calculator.slug }} search={calculator.example}>
              {text.form.example}
            </Link>
          </div>
        )}
        {refusal && (
          <Notice kind="warn" title={refusal.label === null ? refusal.message : text.form.refused(refusal.label)} />
        )}
        {isAsked && found.isError && !refused && (
          <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
        )}
        {isAsked && found.isPending && <Skeleton lines={8} />}
        {isAsked && found.data && !found.isError && (
          <Result calculator={calculator} input={asked.input} calculation={found.data} />
        )}
      </section>
    </div>
  );
}

/** Calculations by hand, open to whoever reaches the server: no company, no account, nothing kept. */
export function Calculate() {
  const { calcul = CALCULATORS[0]!.slug } = useParams({ strict: false });
  const session = useQuery(sessionQuery);
  const calculator = CALCULATORS.find((one) => one.slug === calcul);
  if (!calculator) return <NotFound />;
  return (
    <PlacePage title={text.title} lead={text.lead}>
      <TabBar label={text.tabsLabel} current={calculator.slug}>
        {CALCULATORS.map((one) => (
          <Link
            key={one.slug}
            to="/calculer/$calcul"
            params={{ calcul: one.slug }}
            className="tab"
            data-tab={one.slug}
            aria-current={one === calculator ? 'page' : undefined}
            activeProps={{ 'aria-current': one === calculator ? 'page' : undefined }}
          >
            {one.title}
          </Link>
        ))}
      </TabBar>
      <p className="soft measure">{calculator.lead}</p>
      <Loaded from={session}>
        {({ today }) => <Calculation key={calculator.slug} calculator={calculator} today={today} />}
      </Loaded>
    </PlacePage>
  );
}
