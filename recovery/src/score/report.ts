import { frenchDate, parseDay } from '@acquit/law';
import { fr, s } from '../texts/typography.ts';
import type { Accuracy, ScoreMeasure } from './measure.ts';

const decimal = (value: number, digits: number) => value.toFixed(digits).replace('.', ',');
const percent = (share: number) => fr`${Math.round(share * 100)} %`;
const dated = (iso: string) => frenchDate(parseDay(iso)!);

/** A measure of the predictions as a person reads it, line by line: what was compared, with what, and what it is worth. */
export function scoreReport(measure: ScoreMeasure): string[] {
  const { invoices, paid, dated: compared, model, companyMean, customerMean, within } = measure;
  const lines = [
    fr`${invoices} facture${s(invoices)} échue${s(invoices)} du ${dated(measure.from)} au ${dated(measure.until)}, dont ${paid} payée${s(paid)} depuis.`,
    fr`Chacune est prévue avec ce qu’on savait des autres le jour de son échéance, puis comparée à ce qui est arrivé.`,
  ];
  if (!measure.enough)
    lines.push(
      fr`Trop peu de factures pour juger : il en faut une centaine. Les chiffres ci-dessous ne prouvent rien.`,
    );
  if (!model || !companyMean || !customerMean) return lines;
  const row = (name: string, { brier, errorDays }: Accuracy) =>
    fr`  ${name} : date à ${decimal(errorDays, 1)} jours près, probabilité de retard : score de Brier ${decimal(brier, 3)}`;
  lines.push(
    fr`Écart moyen sur ${compared} facture${s(compared)} payée${s(compared)} (0 serait parfait ; un tirage à pile ou face a un score de Brier de 0,25) :`,
    row('Prévision', model),
    row('Retard moyen de l’entreprise', companyMean),
    row('Retard moyen du client', customerMean),
  );
  if (within !== null)
    lines.push(fr`${percent(within)} des paiements sont tombés dans la fourchette, qui en annonce 80 %.`);
  lines.push(fr`Probabilité de retard annoncée, puis constatée :`);
  for (const band of measure.reliability)
    lines.push(
      fr`  annoncée ${percent(band.told)}, constatée ${percent(band.seen)} (${band.invoices} facture${s(band.invoices)})`,
    );
  if (model.errorDays >= customerMean.errorDays || model.brier >= customerMean.brier)
    lines.push(
      fr`Sur vos données, la prévision ne fait pas mieux partout que la simple moyenne du client : fiez-vous-y avec réserve.`,
    );
  return lines;
}
