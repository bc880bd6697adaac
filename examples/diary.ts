import { euros, frenchDate, isoWeekday } from '@acquit/law';
import {
  type CompanyFacts,
  composeEmail,
  composeLetter,
  type FirstLetter,
  phoneScript,
  profileName,
  stepName,
} from '@acquit/recovery';
import { fillTemplate } from '../server/src/render/liquid.ts';
import type { Story, StoryDay, Told } from './story.ts';

const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const CHANNELS = {
  email: 'e-mail',
  letter: 'lettre',
  registered: 'lettre recommandée',
  sms: 'SMS',
  phone: 'appel',
  task: 'tâche',
};
const GROUPS = { main: 'à cette étape', also: 'rappelée', upcoming: 'à échoir' };

/** Sets the days of a story in French, each with what happened, what was decided and why; quiet days are left out. */
export function diaryOf(story: Story, { company, days }: Told): string {
  const lines = [`# ${story.title}`, '', story.about.trim(), ''];
  const { debtor, profile } = days[0]!.facts;
  lines.push(`Créancier : ${company.name}. Débiteur : ${debtor.name} (${profileName(profile).toLowerCase()}).`, '');
  const { assignment } = days[0]!;
  if (assignment.by !== 'profile') lines.push(assignment.reason.message, '');
  let lastWait = '';
  for (const told of days) {
    const wait = waitOf(told);
    const said = entry(told, wait === lastWait ? '' : wait, story, company);
    lastWait = wait;
    if (said.length === 0) continue;
    lines.push(`## ${WEEKDAYS[isoWeekday(told.on) - 1]} ${frenchDate(told.on)}`, '', ...said, '');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

/** What may hold a whole day back; reasons about one claim are told with the message they are left out of. */
const WAITS = [
  'MinimumGap',
  'NotAContactDay',
  'UnderThreshold',
  'CreditsCover',
  'CasePaused',
  'CaseParked',
  'CaseClosed',
  'UnreadReply',
];

/** What holds a day back; empty on an ordinary quiet day. */
function waitOf({ isOff, decision }: StoryDay): string {
  if (isOff) return 'Machine éteinte.';
  if (decision === null || decision.actions.length > 0) return '';
  const waits = decision.reasons.filter(({ code }) => WAITS.includes(code));
  return waits.map(({ message }) => message).join(' ');
}

function entry(told: StoryDay, wait: string, story: Story, company: CompanyFacts): string[] {
  const lines = told.events.map((event) => `- ${event}.`);
  const { decision } = told;
  if (wait !== '') lines.push(`- ${wait}`);
  for (const action of decision?.actions ?? []) {
    const { facts } = action;
    lines.push(`- **${facts.stepName}**, ${CHANNELS[action.channel]} : ${euros(action.totalCents)}`);
    for (const claim of facts.claims) {
      const more = claim.penaltyCents + claim.indemnityCents;
      const accessories = more === 0 ? '' : ` + ${euros(claim.penaltyCents)} + ${euros(claim.indemnityCents)}`;
      lines.push(`  - ${claim.number} : ${euros(claim.openCents)}${accessories} (${GROUPS[claim.group]})`);
    }
    for (const credit of facts.credits)
      lines.push(`  - déduit : ${credit.number ?? 'non affecté'} ${euros(credit.cents)}`);
    const words = story.texts ? quoted(action.channel, facts, company, told, story) : [];
    if (words.length > 0) lines.push('', ...words, '');
  }
  if (decision !== null && decision.actions.length > 0) {
    for (const { message } of decision.reasons) lines.push(`- Pourquoi : ${message}`);
    if (told.waitedSince !== null)
      lines.push(`- Préparé à nouveau : le message du ${frenchDate(told.waitedSince)} n’était pas parti.`);
    if (told.heldBack !== null && decision.actions.some(({ channel }) => channel === 'email'))
      lines.push(`- Retenu : ${told.heldBack}`);
  }
  if (decision !== null && (decision.actions.length > 0 || told.events.length > 0)) {
    lines.push(
      decision.nextActionOn === null
        ? '- Ensuite : rien de prévu.'
        : `- Ensuite : ${decision.nextStep === null ? 'nouvel examen' : stepName(decision.nextStep).toLowerCase()}, le ${frenchDate(decision.nextActionOn)}.`,
    );
  }
  return lines;
}

type Action = NonNullable<StoryDay['decision']>['actions'][number];

/** The words that the debtor reads, or that the caller says, as a quotation; letters where the story asks for them. */
function quoted(
  channel: Action['channel'],
  facts: Action['facts'],
  company: CompanyFacts,
  told: StoryDay,
  story: Story,
): string[] {
  const tools = { fill: fillTemplate };
  const who = {
    company,
    debtor: told.facts.debtor,
    ...(company.collector && { reference: REFERENCE, firstLetter: firstLetterOf(story, facts.on) }),
  };
  if (channel === 'email') {
    const email = composeEmail(facts, who, tools);
    return ['```text', `Objet : ${email.subject}`, '', ...email.text.trimEnd().split('\n'), '```'];
  }
  if (story.letters && (channel === 'letter' || channel === 'registered')) {
    const letter = composeLetter(facts, who, { mode: 'live', claims: told.facts.claims }, tools);
    const totals = letter.table.totals.map(({ label, value }) => `${label} : ${value}`);
    const references = letter.references.map(({ label, value }) => `${label} : ${value}`);
    const parts = [
      letter.sender.name,
      letter.placeAndDate,
      letter.subject,
      ...references,
      ...letter.opening,
      ...totals,
      ...letter.closing,
      letter.footer,
    ];
    return ['```text', ...parts.flatMap((part) => [part, '']).slice(0, -1), '```'];
  }
  if (channel === 'phone') return phoneScript(facts, who).map((line) => `> - ${line}`);
  return [];
}

/** How the case of a story is named, in the letters of who collects for others. */
const REFERENCE = 'D-4F2A81C0';

/** The first message of a story, which later ones recall; `story.firstLetterOn` says when it left. */
function firstLetterOf({ firstLetterOn }: Story, on: string): FirstLetter {
  const hasLeft = firstLetterOn !== undefined && firstLetterOn < on;
  return { reference: REFERENCE, sentOn: hasLeft ? firstLetterOn : null };
}
