import { euros, frenchDate, parseDay } from '@acquit/law';
import { channelName } from '../scenarios/words.ts';
import type { CalendarDay } from '../views/calendar.ts';
import type { DigestFacts, DigestLine, DigestLines, DigestMessage } from '../views/digest.ts';
import { escapeHtml } from './email-html.ts';
import { fr, s } from './typography.ts';
import { oneLine } from './values.ts';

interface Part {
  title: string;
  lines: string[];
}

/** The weekly message to the user: what came in, what waits, what was promised, what leaves next. Parts without anything are left out. */
export function composeDigest(facts: DigestFacts): DigestMessage {
  const subject = fr`${oneLine(facts.companyName)} : votre semaine au ${date(facts.on)}`;
  const opening = [
    received(facts),
    fr`Restent dus : ${euros(facts.totals.openCents)}, dont ${euros(facts.totals.overdueCents)} en retard (${facts.totals.overdueClaims} facture${s(facts.totals.overdueClaims)}).`,
  ];
  const parts = partsOf(facts).filter(({ lines }) => lines.length > 0);
  const closing = [
    ...(facts.mode === 'test' ? [fr`Votre société est en mode test : rien ne part vers vos clients.`] : []),
    fr`Ce message est fait de ce qui était enregistré au moment de l’écrire. Vous pouvez l’arrêter ou changer son jour dans Réglages, puis Messagerie.`,
  ];
  return {
    subject,
    text: textOf(opening, parts, closing, facts.appUrl),
    html: htmlOf(subject, opening, parts, closing, facts.appUrl),
  };
}

const date = (iso: string): string => {
  const on = parseDay(iso);
  return on === null ? iso : frenchDate(on);
};

function received({ received: { count, cents } }: DigestFacts): string {
  if (count === 0) return fr`Aucun encaissement n’a été enregistré ces sept derniers jours.`;
  return fr`Encaissé ces sept derniers jours : ${euros(cents)}, en ${count} règlement${s(count)}.`;
}

function partsOf(facts: DigestFacts): Part[] {
  return [
    {
      title: 'Ce qui attend quelqu’un',
      lines: facts.waiting.map(({ title, count, late }) =>
        late > 0 ? fr`${title} : ${count}, dont ${late} en retard` : fr`${title} : ${count}`,
      ),
    },
    { title: 'Promesses non tenues', lines: listed(facts.promisesBroken) },
    { title: 'Règlements promis cette semaine', lines: listed(facts.promisesDue) },
    { title: 'Échéances d’échéanciers manquées', lines: listed(facts.instalmentsMissed) },
    { title: 'Échéances d’échéanciers de la semaine', lines: listed(facts.instalmentsDue) },
    { title: 'Litiges dont la réponse est en retard', lines: listed(facts.disputesLate) },
    { title: 'Autres dates de la semaine', lines: listed(facts.deadlines) },
    { title: 'Ce qui est prévu ces sept prochains jours, si rien n’est reçu', lines: leaving(facts) },
  ];
}

function listed({ count, lines }: DigestLines): string[] {
  const more = count - lines.length;
  return [...lines.map(lineOf), ...(more > 0 ? [fr`et ${more} autre${s(more)}`] : [])];
}

/** A name is on one line, whatever its file made of it. */
function lineOf({ on, debtorName, cents }: DigestLine): string {
  const name = oneLine(debtorName);
  return cents === null ? fr`${date(on)} : ${name}` : fr`${date(on)} : ${name}, ${euros(cents)}`;
}

function leaving({ leaving: days, wholeUntil }: DigestFacts): string[] {
  const lines = days.filter(({ count }) => count > 0).map(dayOf);
  if (wholeUntil === null || lines.length === 0) return lines;
  return [...lines, fr`Vos dossiers sont nombreux : ce qui suit le ${date(wholeUntil)} n’est pas entier.`];
}

function dayOf({ on, channels, byHand, cents }: CalendarDay): string {
  const what = channels.map(({ channel, count }) => fr`${channelName(channel)} : ${count}`).join(' ; ');
  const hand = byHand === 0 ? '' : fr`, dont ${byHand} à confirmer ou à faire`;
  return fr`${date(on)} – ${what}${hand} (${euros(cents)} demandés)`;
}

function textOf(
  opening: readonly string[],
  parts: readonly Part[],
  closing: readonly string[],
  appUrl: string | null,
): string {
  const blocks = [
    'Bonjour,',
    ...opening,
    ...parts.map(({ title, lines }) => [title, ...lines.map((line) => `  - ${line}`)].join('\n')),
    ...(appUrl === null ? [] : [fr`Ouvrir Acquit : ${appUrl}`]),
    ...closing,
  ];
  return `${blocks.join('\n\n')}\n`;
}

const BODY =
  "margin:0;padding:24px 16px;background:#ffffff;color:#1b1b1f;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5";

function htmlOf(
  subject: string,
  opening: readonly string[],
  parts: readonly Part[],
  closing: readonly string[],
  appUrl: string | null,
): string {
  const paragraph = (text: string, style = 'margin:0 0 12px') => `<p style="${style}">${escapeHtml(text)}</p>`;
  const part = ({ title, lines }: Part) =>
    `<h2 style="margin:20px 0 6px;font-size:17px">${escapeHtml(title)}</h2>\n<ul style="margin:0 0 12px;padding-left:20px">\n${lines
      .map((line) => `<li>${escapeHtml(line)}</li>`)
      .join('\n')}\n</ul>`;
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(subject)}</title>
</head>
<body style="${BODY}">
<div style="max-width:640px;margin:0 auto;overflow-wrap:anywhere">
${['Bonjour,', ...opening].map((text) => paragraph(text)).join('\n')}
${parts.map(part).join('\n')}
${appUrl === null ? '' : `<p style="margin:16px 0"><a href="${escapeHtml(appUrl)}" style="color:#1b1b1f">${escapeHtml('Ouvrir Acquit')}</a></p>`}
${closing.map((text) => paragraph(text, 'margin:0 0 8px;color:#5c5f66;font-size:13px')).join('\n')}
</div>
</body>
</html>
`;
}
