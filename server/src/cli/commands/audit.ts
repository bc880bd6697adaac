import { day } from '@acquit/law';
import type { AuditView } from '@acquit/recovery';
import type { Command } from 'commander';
import { auditCompany } from '../../jobs/index.ts';
import { chosenCompanies, withInstallation } from '../context.ts';
import { print, printJson } from '../output.ts';
import { type AmicableTexts, amicableTexts } from '../texts-amicable.ts';

export function addAudit(program: Command): void {
  program
    .command('audit')
    .description('ce que la loi trouve à redire à vos propres factures et conditions, et la clause à ajouter')
    .addHelpText('after', '\nExemple :\n  acquit audit --json')
    .action((_options: object, command: Command) =>
      withInstallation(command, async (installation) => {
        const { store, tenantId, today, json, lang } = installation;
        const words = amicableTexts[lang];
        for (const { companyId, name } of await chosenCompanies(installation)) {
          const audit = await auditCompany(store, { tenantId, companyId, on: day(today) });
          if (json) printJson({ company: name, companyId, ...audit });
          else for (const line of [words.company(name), ...auditLines(audit, words)]) print(line);
        }
      }),
    );
}

/** The audit as a person reads it, line by line. */
function auditLines(audit: AuditView, words: AmicableTexts): string[] {
  const { since, checked, faultless, unread, faults, terms, issuerSizeKnown, unseen } = audit;
  const cited = (article: string | null) => (article ? ` (${article})` : '');
  const lines = [words.audited(since, checked, faultless, unread)];
  for (const fault of faults) {
    lines.push(
      words.fault(fault.problem === 'unseen' ? '?' : '✗', fault.name, fault.invoices, fault.totalCents),
      `    ${fault.why}${cited(fault.article)}`,
    );
    if (fault.suggestion) lines.push(words.toPrint(fault.suggestion));
    lines.push(words.examples(fault.examples.map((one) => `${one.number} (${one.debtorName})`).join(', ')));
  }
  for (const fault of terms.faults) lines.push(`${words.terms(fault.message)}${cited(fault.article)}`);
  if (terms.text !== '') lines.push(words.clauses, ...terms.text.split('\n'));
  if (!issuerSizeKnown) lines.push(words.sizeUnknown);
  return [...lines, words.unseen, ...unseen.map((one) => `  ${one}`)];
}
