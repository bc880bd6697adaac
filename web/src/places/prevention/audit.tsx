import type { AuditFault, AuditView } from '@acquit/recovery';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { auditQuery } from '../../api/queries.ts';
import { shortDay } from '../../format/days.ts';
import { integer } from '../../format/money.ts';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { Amount } from '../../ui/bits.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Section } from '../../ui/page.tsx';
import { Empty, Loaded, Notice } from '../../ui/states.tsx';
import { useSay } from '../../ui/toasts.tsx';
import '../../styles/today.css';

const text = t.prevention.audit;

/** A clause with the button that copies it, for a person who works in another program. */
function Clause({ words, label }: { words: string; label?: string }) {
  const say = useSay();
  const copy = () => void navigator.clipboard.writeText(words).then(() => say(text.copied));
  return (
    <div className="clause">
      <p className="clause-words">{words}</p>
      <Button small onClick={copy} aria-label={label ? `${text.copy} : ${label}` : text.copy}>
        {text.copy}
      </Button>
    </div>
  );
}

function Fault({ fault }: { fault: AuditFault }) {
  return (
    <li className="fault">
      <div className="fault-head">
        <h3>{fault.name}</h3>
        <span className="small soft">
          {text.count(fault.invoices)} · <Amount cents={fault.totalCents} />
        </span>
      </div>
      <p>{fault.why}</p>
      {fault.article && <p className="small soft">{fault.article}</p>}
      {fault.suggestion && (
        <>
          <p className="small">{`${text.toPrint}\u00a0:`}</p>
          <Clause words={fault.suggestion} label={fault.name} />
        </>
      )}
      <p className="small soft">
        {`${text.examples}\u00a0: `}
        {fault.examples.map((one, index) => (
          <span key={one.claimId}>
            {index > 0 && ', '}
            <Link to="/dossiers/$caseId" params={{ caseId: one.caseId }}>
              {one.number}
            </Link>{' '}
            <span className="wrap-anywhere">({one.debtorName})</span>
          </span>
        ))}
      </p>
    </li>
  );
}

function Faults({ title, faults }: { title: string; faults: readonly AuditFault[] }) {
  if (faults.length === 0) return null;
  return (
    <Section title={title}>
      <ul className="faults">
        {faults.map((fault) => (
          <Fault key={`${fault.problem}/${fault.mention}`} fault={fault} />
        ))}
      </ul>
    </Section>
  );
}

function Terms({ terms }: { terms: AuditView['terms'] }) {
  const say = useSay();
  const copyAll = () => void navigator.clipboard.writeText(terms.text).then(() => say(text.copied));
  return (
    <Section
      title={text.terms}
      aside={
        terms.text !== '' && (
          <Button small onClick={copyAll}>
            {text.copyAll}
          </Button>
        )
      }
    >
      <p className="soft measure">{text.termsLead}</p>
      {terms.faults.length === 0 ? (
        <p>{text.termsFine}</p>
      ) : (
        terms.faults.map((fault) => (
          <Notice key={fault.code} kind="warn" title={fault.message}>
            {fault.article && <p>{fault.article}</p>}
          </Notice>
        ))
      )}
      <ul className="faults">
        {terms.clauses.map((clause) => (
          <li key={clause.key} className="fault">
            <h3>{clause.title}</h3>
            <Clause words={clause.text} label={clause.title} />
            <p className="small soft">{clause.articles.join(', ')}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Report({ audit }: { audit: AuditView }) {
  const figures = [
    [text.checked, audit.checked],
    [text.faultless, audit.faultless],
    [text.unread, audit.unread],
  ] as const;
  const real = audit.faults.filter(({ problem }) => problem !== 'unseen');
  return (
    <div className="stack-loose">
      <div className="stack-tight">
        <p className="soft">{text.lead(shortDay(audit.since))}</p>
        <dl className="totals">
          {figures.map(([label, figure]) => (
            <div className="total" key={label}>
              <dt>{label}</dt>
              <dd>
                <span className="total-figure">{integer(figure)}</span>
              </dd>
            </div>
          ))}
        </dl>
      </div>
      {!audit.issuerSizeKnown && (
        <Notice
          title={text.sizeUnknown}
          actions={
            <ButtonLink small to="/prevention/$tab" params={{ tab: 'reglages' }}>
              {text.sizeAction}
            </ButtonLink>
          }
        />
      )}
      {audit.checked === 0 && (
        <Empty
          title={text.none.title}
          text={text.none.text}
          action={
            <ButtonLink kind="primary" to="/importer">
              {t.shell.import}
            </ButtonLink>
          }
        />
      )}
      {audit.checked > 0 && real.length === 0 && <p>{text.noFault}</p>}
      <Faults title={text.faults} faults={real} />
      <Faults title={text.toReread} faults={audit.faults.filter(({ problem }) => problem === 'unseen')} />
      <Terms terms={audit.terms} />
      <Section title={text.unseen}>
        <ul className="reasons">
          {audit.unseen.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

/** What the law finds in the company's own invoices and terms, with the clause to add. */
export function Audit() {
  const company = useCompany();
  const audit = useQuery(auditQuery(company.companyId));
  return (
    <Loaded from={audit} lines={12}>
      {(data) => <Report audit={data} />}
    </Loaded>
  );
}
