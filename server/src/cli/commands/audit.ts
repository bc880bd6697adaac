import { day, euros } from '@acquit/law';
import { type AuditView, fr } from '@acquit/recovery';
import type { Command } from 'commander';
import { auditCompany } from '../../jobs/index.ts';
import { chosenCompanies, withInstallation } from '../context.ts';
import { print, printJson } from '../output.ts';

export function addAudit(program: Command): void {
  program
    .command('audit')
    .description('ce que la loi trouve à redire à vos propres factures et conditions, et la clause à ajouter')
    .addHelpText('after', '\nExemple :\n  acquit audit --json')
    .action((_options: object, command: Command) =>
      withInstallation(command, async ({ store, tenantId, today, json, ...installation }) => {
        for (const { companyId, name } of await chosenCompanies({ store, tenantId, today, json, ...installation })) {
          const audit = await auditCompany(store, { tenantId, companyId, on: day(today) });
          if (json) printJson({ company: name, companyId, ...audit });
          else for (const line of [`${name} :`, ...auditLines(audit)]) print(line);
        }
      }),
    );
}

/** The audit as a person reads it, line by line. */
function auditLines({
  since,
  checked,
  faultless,
  unread,
  faults,
  terms,
  issuerSizeKnown,
  unseen,
}: AuditView): string[] {
  const lines = [
    fr`Factures émises depuis le ${since} : ${checked} lues, dont ${faultless} sans défaut ; ${unread} sans données structurées.`,
  ];
  for (const fault of faults) {
    lines.push(
      fr`${fault.problem === 'unseen' ? '?' : '✗'} ${fault.name} : ${fault.invoices} facture${fault.invoices > 1 ? 's' : ''} (${euros(fault.totalCents)})`,
      fr`    ${fault.why}${fault.article ? ` (${fault.article})` : ''}`,
    );
    if (fault.suggestion) lines.push(fr`    À imprimer : ${fault.suggestion}`);
    lines.push(fr`    Par exemple : ${fault.examples.map((one) => `${one.number} (${one.debtorName})`).join(', ')}`);
  }
  for (const fault of terms.faults)
    lines.push(fr`✗ Vos conditions : ${fault.message}${fault.article ? ` (${fault.article})` : ''}`);
  if (terms.text !== '') lines.push(fr`Clauses à reprendre dans vos conditions :`, ...terms.text.split('\n'));
  if (!issuerSizeKnown)
    lines.push(
      fr`La taille de votre entreprise n’est pas indiquée dans les réglages : les mentions de la facture électronique sont celles d’une petite entreprise.`,
    );
  return [...lines, fr`Ce que ce contrôle ne voit pas :`, ...unseen.map((one) => `  ${one}`)];
}
