import { addDays, type Day, ecbPoints, formatDay, latePenaltiesAmount } from '@acquit/law';
import type { CompanyFacts, Regime } from '../../model/facts.ts';
import { ratePercent } from '../../owed/rate-sentence.ts';
import { fr } from '../../texts/typography.ts';
import { fillText, type WrittenText } from '../../texts/write.ts';
import type { Finding } from '../../views/templates.ts';
import type { FillTemplate, TemplateKey, TemplateSource, TemplateValues } from '../model.ts';
import { piecesOf } from '../parse.ts';
import { languageFaults } from './language.ts';
import { missingMentions } from './mentions.ts';
import type { CheckContext } from './model.ts';
import { ratesIn } from './rates.ts';
import { exampleValues, VARIANTS_AT_MOST, variantsOf } from './variants.ts';
import { wordingsIn } from './wordings.ts';

const REGIMES: Record<TemplateKey['profile'], Regime> = { business: 'business', public: 'public', consumer: 'civil' };

/** Findings shown for one text: beyond, the first ones are corrected first. */
const FINDINGS_AT_MOST = 50;

/** What the checker is told of the creditor and of the day. */
export interface CheckSettings {
  company: Pick<CompanyFacts, 'creditorKind' | 'settings'>;
  on: Day;
}

/** The law's fixed indemnity for one invoice between professionals on a day, in cents; null when it is not known then. */
function fixedIndemnityCents(on: Day): number | null {
  const late = { amountCents: 1, dueOn: formatDay(addDays(on, -1)), until: formatDay(on) };
  const outcome = latePenaltiesAmount(late);
  return 'refusal' in outcome ? null : outcome.indemnityLeftCents;
}

/**
 * Reads a text in every wording its choices allow, and says what may not be sent: threats, forbidden sums, the looks of a
 * court document, a debt told to others, a wrong rate, a mention that its step needs. Each finding cites its article, quotes
 * the passage and says what to write instead; `refuse` may not be saved, `warn` is for the user to weigh. A text that is
 * lawful by its words may still be unlawful by its use: that is the planner's to guard. What keeps the text from being
 * filled (a variable that does not exist…) is said with the rest, after what is unlawful.
 */
export function checkTemplate(
  source: TemplateSource,
  key: TemplateKey,
  { company, on }: CheckSettings,
  fill: FillTemplate,
): Finding[] {
  const context: CheckContext = {
    key,
    rate: ratePercent(REGIMES[key.profile], company, on),
    stipulatedRate: company.settings.stipulatedRate,
    ecbPoints: key.profile === 'consumer' ? null : ecbPoints(key.profile, on),
    indemnityCents: fixedIndemnityCents(on),
  };
  const faults = languageFaults(source, key);
  const variants = faults.length === 0 ? variantsOf(source, key) : null;
  const texts = variants
    ? variants.map((values) => fillText(source, key, withoutFigures(values), fill))
    : [asWritten(source, key)];
  // Wordings share most of their paragraphs: each is read once.
  const subjects = new Set(texts.map((text) => text.subject));
  const paragraphs = new Set(texts.flatMap(paragraphsOf));
  const read = (written: string, place: 'subject' | 'body') => [
    ...wordingsIn(written, place, context),
    ...ratesIn(written, place, context),
  ];
  const bodies = new Set(texts.map((text) => paragraphsOf(text).join('\n')));
  // Of a text that is not there yet, that alone is said.
  if (source.body.trim() === '') bodies.clear();
  return ordered([
    ...[...subjects].flatMap((written) => read(written, 'subject')),
    ...[...paragraphs].flatMap((written) => read(written, 'body')),
    ...(variants === null && faults.length === 0 ? [tooManyChoices()] : faults),
    ...missingMentions(source, [...bodies], context),
  ]);
}

const paragraphsOf = ({ opening, closing }: WrittenText): string[] => [...opening, ...closing];

/**
 * A text that cannot be filled, read with all its wordings one after the other: whoever mends a variable should not meet
 * what is unlawful only then.
 */
function asWritten({ subject, body }: TemplateSource, key: TemplateKey): WrittenText {
  const values = withoutFigures(exampleValues(key));
  const said = (text: string) =>
    piecesOf(text)
      .map((piece) => {
        if (piece.kind === 'text') return piece.text;
        return piece.kind === 'variable' ? (values[piece.name] ?? '…') : ' ';
      })
      .join('');
  return fillText({ subject: said(subject), body: said(body) }, key, {}, (text) => text);
}

/** Sums, rates and what the law adds are right when we put them in: only the user's own words are read. */
function withoutFigures(values: TemplateValues): TemplateValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && /[€%]/.test(value) ? '…' : value,
    ]),
  );
}

function tooManyChoices(): Finding {
  return {
    rule: 'too-many-choices',
    severity: 'refuse',
    place: 'body',
    passage: '',
    article: null,
    message: fr`Ce texte peut se lire de plus de ${VARIANTS_AT_MOST} façons : personne ne pourrait dire ce qui partira.`,
    instead: fr`Retirez des {% if %} : une phrase qui vaut dans tous les cas est plus sûre.`,
  };
}

/** Each finding once, what is refused first. */
function ordered(findings: readonly Finding[]): Finding[] {
  const once = new Map<string, Finding>();
  for (const finding of findings) {
    const key = [finding.rule, finding.place, finding.passage].join('\n');
    const known = once.get(key);
    if (known === undefined || (known.severity === 'warn' && finding.severity === 'refuse')) once.set(key, finding);
  }
  const rank = (finding: Finding) => (finding.severity === 'refuse' ? 0 : 1);
  return [...once.values()].sort((a, b) => rank(a) - rank(b)).slice(0, FINDINGS_AT_MOST);
}
