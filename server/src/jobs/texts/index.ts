import type { Day } from '@acquit/law';
import {
  type CompanyFacts,
  caseReference,
  checkTemplate,
  composeEmail,
  composeLetter,
  composeSms,
  defaultTemplate,
  exampleCase,
  type Finding,
  fr,
  previewFacts,
  smsText,
  sourceFor,
  TEXT_KINDS,
  type TemplateKey,
  type TemplatePreview,
  type TemplateRow,
  type TemplateSource,
  type TemplateView,
  TONES_OF,
  variablesOf,
} from '@acquit/recovery';
import { fillTemplate, renderLetter } from '../../render/index.ts';
import {
  appendJournal,
  loadCases,
  loadCompany,
  loadTemplates,
  saveTemplate,
  type Tx,
  templateHistory,
} from '../../store/index.ts';
import { firstLetterOf } from '../messages/texts.ts';

/** Which texts are listed. */
export type TextFilter = Pick<TemplateKey, 'profile' | 'language' | 'channel'>;

/** A refusal of this desk: its code, its sentence and its facts. */
export interface TextRefusal {
  refusal: {
    code: 'NotFound' | 'TextRefused' | 'TextChanged' | 'NothingToPreview';
    message: string;
    facts: Record<string, unknown>;
  };
}

const refused = (
  code: TextRefusal['refusal']['code'],
  message: string,
  facts: Record<string, unknown> = {},
): TextRefusal => ({ refusal: { code, message, facts } });

const unknownCompany = refused('NotFound', fr`Cette société n’existe pas.`);

/** Every text for one profile, language and channel, by kind and tone; null when the company is unknown. */
export async function listTexts(tx: Tx, companyId: string, filter: TextFilter): Promise<TemplateRow[] | null> {
  if ((await loadCompany(tx, companyId)) === null) return null;
  const own = await loadTemplates(tx, companyId);
  return TEXT_KINDS.flatMap((kind) =>
    TONES_OF[kind].map((tone) => {
      const key: TemplateKey = { kind, tone, ...filter };
      const source = sourceFor(key, own);
      const version = 'version' in source && typeof source.version === 'number' ? source.version : null;
      return { ...key, subject: source.subject === '' ? source.body : source.subject, version };
    }),
  );
}

/** One text with what its editor needs; null when the company is unknown. */
export async function openText(tx: Tx, companyId: string, key: TemplateKey, on: Day): Promise<TemplateView | null> {
  const company = await loadCompany(tx, companyId);
  if (company === null) return null;
  const history = await templateHistory(tx, companyId, key);
  const [latest] = history;
  const own = latest?.source ?? null;
  const source = own ?? sourceFor(key, await loadTemplates(tx, companyId));
  return {
    ...key,
    source: { subject: source.subject, body: source.body },
    version: latest?.version ?? 0,
    isOwn: own !== null,
    defaultSource: defaultTemplate(key),
    variables: variablesOf(key.kind).map(({ name, meaning, example }) => ({
      name,
      meaning,
      example: name === 'tableau' ? '' : typeof example === 'boolean' ? (example ? 'vrai' : 'faux') : String(example),
    })),
    history,
    findings: checked(company, key, source, on),
  };
}

/** What the checker says of a text nobody has saved; null when the company is unknown. */
export async function checkText(
  tx: Tx,
  companyId: string,
  key: TemplateKey,
  source: TemplateSource,
  on: Day,
): Promise<Finding[] | null> {
  const company = await loadCompany(tx, companyId);
  return company === null ? null : checked(company, key, source, on);
}

function checked(company: CompanyFacts, key: TemplateKey, source: TemplateSource, on: Day): Finding[] {
  return checkTemplate(source, key, { company, on }, fillTemplate);
}

export interface SaveOrder {
  companyId: string;
  key: TemplateKey;
  /** Null goes back to the text that comes with the software. */
  source: TemplateSource | null;
  /** The version that the user had before him. */
  after: number;
  actor: string;
  on: Day;
}

/**
 * Saves the next version of a text and journals it. Refused: `TextRefused` with what the checker refuses, each with its
 * article; `TextChanged` when somebody saved another version meanwhile; `NotFound`.
 */
export async function saveText(tx: Tx, order: SaveOrder): Promise<{ version: number } | TextRefusal> {
  const { companyId, key, source, after, actor, on } = order;
  const company = await loadCompany(tx, companyId);
  if (company === null) return unknownCompany;
  const findings = source === null ? [] : checked(company, key, source, on);
  const faults = findings.filter(({ severity }) => severity === 'refuse');
  if (faults.length > 0)
    return refused(
      'TextRefused',
      fr`Ce texte ne peut pas être enregistré : ${faults[0]!.message}${faults[0]!.article === null ? '' : fr` (${faults[0]!.article})`}`,
      { findings: faults },
    );
  const keptDoubts = [...new Set(findings.map(({ rule }) => rule))];
  const version = await saveTemplate(tx, companyId, key, source, { actor, after, keptDoubts });
  if (version === null)
    return refused(
      'TextChanged',
      fr`Ce texte a été modifié entre-temps. Rouvrez-le : votre version reste affichée tant que vous ne quittez pas la page.`,
    );
  await appendJournal(tx, [
    {
      actor,
      action: source === null ? 'text.default' : 'text.saved',
      objectKind: 'text',
      objectId: companyId,
      payload: { ...key, version, ...(source ?? {}), keptDoubts },
    },
  ]);
  return { version };
}

/** Fills a text for a case of the company, or for a made-up one. Refused: `NotFound`, `NothingToPreview`. */
export async function previewText(
  tx: Tx,
  order: { companyId: string; key: TemplateKey; source: TemplateSource; caseId: string | null; on: Day },
): Promise<TemplatePreview | TextRefusal> {
  const { companyId, key, source, caseId, on } = order;
  const company = await loadCompany(tx, companyId);
  if (company === null) return unknownCompany;
  const findings = checked(company, key, source, on);
  const [loaded] = caseId === null ? [] : await loadCases(tx, [caseId]);
  if (caseId !== null && loaded?.companyId !== companyId) return refused('NotFound', fr`Ce dossier n’existe pas.`);
  const facts = loaded?.facts ?? exampleCase(key, on);
  const debtor = { ...facts.debtor, language: key.language };
  const shown = { debtorName: debtor.name, readerLanguage: facts.debtor.language ?? 'fr', findings };
  const readerLanguage = shown.readerLanguage === key.language ? null : shown.readerLanguage;
  const unfillable = findings.some(({ severity, article }) => severity === 'refuse' && article === null);
  if (unfillable)
    return refused('TextRefused', fr`Corrigez d’abord ce que le texte ne peut pas contenir : l’aperçu suivra.`, {
      findings,
    });
  const message = previewFacts({ ...facts, debtor }, company, key, on);
  if (message === null)
    return refused(
      'NothingToPreview',
      fr`Rien n’est en retard dans ce dossier : choisissez-en un autre, ou regardez l’exemple.`,
    );
  const firstLetter = await firstLetterOf(tx, company, facts.caseId);
  const who = { company, debtor, reference: caseReference(facts.caseId), firstLetter };
  const tools = { fill: fillTemplate, own: [{ ...key, ...source, version: 0 }] };
  const base = { ...shown, readerLanguage, html: '', pdf: null, parts: null };
  if (key.channel === 'email') return { ...base, ...composeEmail(message, who, tools) };
  if (key.channel === 'sms') {
    const { text, parts } = smsText(composeSms(message, who, tools));
    return { ...base, subject: '', text, parts };
  }
  const document = composeLetter(message, who, { mode: 'test', claims: facts.claims, channel: key.channel }, tools);
  const pdf = await renderLetter(document);
  return {
    ...base,
    subject: document.subject,
    text: [...document.opening, ...document.closing].join('\n\n'),
    pdf: Buffer.from(pdf).toString('base64'),
  };
}
