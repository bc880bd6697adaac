import { day } from '@acquit/law';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillTemplate } from '../../../../server/src/render/liquid.ts';
import type { Profile } from '../../model/facts.ts';
import { TONES } from '../../model/scenario.ts';
import { LANGUAGES } from '../../model/subject.ts';
import { company } from '../../testing/facts.ts';
import { defaultTemplate } from '../defaults/index.ts';
import { TEXT_CHANNELS, TEXT_KINDS, type TemplateKey, type TemplateSource, TONES_OF } from '../model.ts';
import { LAWFUL, type Sample, UNLAWFUL } from './corpus.ts';
import { FIRST_HELD_BACK, type HeldBack, SECOND_HELD_BACK } from './held-back.ts';
import { FOURTH_HELD_BACK, THIRD_HELD_BACK } from './held-back-oblique.ts';
import { checkTemplate } from './index.ts';

const settings = { company: company(), on: day('2026-11-21') };
const KEY: TemplateKey = { kind: 'reminder', tone: 'courteous', profile: 'business', language: 'fr', channel: 'email' };
const PROFILES: Profile[] = ['business', 'consumer', 'public'];

const check = (source: TemplateSource, key: TemplateKey = KEY) => checkTemplate(source, key, settings, fillTemplate);

/** The sample as a paragraph of a text that is otherwise the default one. */
function checkSample({ text, key, inSubject }: Sample) {
  const whole = { ...KEY, ...key };
  const base = defaultTemplate(whole);
  const source = inSubject
    ? { ...base, subject: text }
    : { ...base, body: base.body.replace('\n\n{{ tableau }}', `\n\n${text}\n\n{{ tableau }}`) };
  return check(source, whole);
}

describe('the corpus', () => {
  it('is large enough to mean something', () => {
    expect(UNLAWFUL.length).toBeGreaterThanOrEqual(60);
    expect(LAWFUL.length).toBeGreaterThanOrEqual(60);
  });

  it.each(UNLAWFUL.map((sample) => [sample.refused, sample.text, sample] as const))(
    'refuses as %s: %s',
    (rule, _, sample) => {
      const findings = checkSample(sample);
      expect(findings.filter(({ severity }) => severity === 'refuse').map((finding) => finding.rule)).toContain(rule);
      const found = findings.find((finding) => finding.rule === rule)!;
      expect(found.article).toMatch(/article/);
      expect(found.passage).not.toBe('');
      expect(found.instead).not.toBe('');
    },
  );

  it.each(LAWFUL.map((sample) => [sample.text, sample] as const))('accepts: %s', (_, sample) => {
    expect(checkSample(sample).filter(({ severity }) => severity === 'refuse')).toEqual([]);
  });
});

describe('texts that no rule was written for', () => {
  const read = (text: string) => {
    const [, consumer, english, words] = /^(consumer(?=[:-]))?-?(en(?=:))?:?([\s\S]*)$/.exec(text)!;
    const key = { profile: consumer ? 'consumer' : 'business', language: english ? 'en' : 'fr' } as const;
    return checkSample({ text: words!, refused: null, key });
  };
  const measure = ({ unlawful, lawful }: HeldBack) => {
    const worst = (texts: readonly string[]) => texts.map((text) => read(text)[0]?.severity);
    const [against, without] = [worst(unlawful), worst(lawful)];
    const refused = (list: typeof against) => list.filter((severity) => severity === 'refuse').length;
    const noticed = (list: typeof against) => list.filter((severity) => severity !== undefined).length;
    return {
      refused: refused(against),
      noticed: noticed(against),
      wronglyRefused: refused(without),
      wronglyNoticed: noticed(without),
    };
  };

  it('are noticed more often than not, and lawful ones are not refused', () => {
    expect(measure(FIRST_HELD_BACK)).toEqual({ refused: 37, noticed: 41, wronglyRefused: 0, wronglyNoticed: 3 });
    expect(measure(THIRD_HELD_BACK)).toEqual({ refused: 118, noticed: 120, wronglyRefused: 0, wronglyNoticed: 5 });
    expect(measure(FOURTH_HELD_BACK)).toEqual({ refused: 39, noticed: 40, wronglyRefused: 0, wronglyNoticed: 4 });
    expect(measure(SECOND_HELD_BACK)).toEqual({ refused: 17, noticed: 30, wronglyRefused: 0, wronglyNoticed: 4 });
  });

  it('are refused with the article, or with what hides their words', () => {
    const refused = [...THIRD_HELD_BACK.unlawful, ...FOURTH_HELD_BACK.unlawful].flatMap((text) =>
      read(text).filter(({ severity }) => severity === 'refuse'),
    );
    const nameless = refused.filter(({ article }) => article === null).map(({ rule }) => rule);
    expect(new Set(nameless)).toEqual(new Set(['markup', 'hidden-words']));
    expect(refused.every(({ instead, message }) => instead !== '' && message !== '')).toBe(true);
  });
});

describe('the texts that come with us', () => {
  const keys = TEXT_KINDS.flatMap((kind) =>
    TONES_OF[kind].flatMap((tone) =>
      PROFILES.flatMap((profile) => LANGUAGES.map((language) => ({ kind, tone, profile, language }))),
    ),
  );

  it.each(TEXT_CHANNELS)('have nothing to reproach, in every kind, tone, profile and language, by %s', (channel) => {
    const faults = keys.flatMap((one) => {
      const key = { ...one, channel };
      return check(defaultTemplate(key), key).map(
        ({ rule, passage }) => `${Object.values(key).join('/')} ${rule} ${passage}`,
      );
    });
    expect(faults).toEqual([]);
  });
});

describe('a text that could not be filled', () => {
  const body = (text: string) => ({
    ...defaultTemplate(KEY),
    body: `${text}\n\n{{ tableau }}\n\n{{ objet }} entre-temps`,
  });

  it.each([
    ['unknown-variable', '{{ totla }}', 'totla'],
    ['unknown-variable', '{% if inconnu %}x{% endif %}', 'inconnu'],
    ['unknown-variable', '{{ promesse_date }}', 'promesse_date'],
    ['unknown-variable', '{{ constructor }}', 'constructor'],
    ['unknown-variable', '{{ __proto__ }}', ''],
    ['construction', '{{ total.constructor.prototype }}', ''],
    ['construction', "{{ 'sai' | append: 'sie' }}", ''],
    ['construction', '{{ total | upcase }}', ''],
    ['construction', '{% for i in (1..100000000) %}x{% endfor %}', ''],
    ['construction', "{% assign a = 'sai' %}{{ a }}sie", ''],
    ['construction', "{% include '/etc/passwd' %}", ''],
    ['construction', '{% raw %}{{ x }}{% endraw %}', ''],
    ['construction', '{% comment %}x{% endcomment %}', ''],
    ['construction', '{{ total', ''],
    ['construction', '{% if plusieurs %}x', ''],
    ['construction', 'x{% endif %}', ''],
    ['construction', '{% liquid assign x = 1 %}', ''],
    ['construction', '{% if societe == "x" %}x{% endif %}', ''],
  ])('is refused: %s %s', (rule, text, passage) => {
    const findings = check(body(text));
    expect(findings.map((finding) => finding.rule === 'construction' || finding.rule === rule)).toContain(true);
    expect(findings.every(({ severity }) => severity === 'refuse')).toBe(true);
    if (passage !== '') expect(findings[0]?.passage).toBe(passage);
  });

  it('never throws, and accepts nothing that the renderer then refuses', () => {
    const bits = fc.constantFrom(
      '{{',
      '}}',
      '{%',
      '%}',
      ' if ',
      ' endif ',
      'plusieurs',
      'total',
      ' | majuscule',
      '-',
      ' and ',
      '==',
      '1',
      '\n\n',
      'mot ',
      '{{ tableau }}',
      '{{ total }}',
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 14 }), (parts) => {
        const source = { subject: 'Objet', body: parts.join('') };
        const refused = check(source).some(({ severity, article }) => severity === 'refuse' && article === null);
        if (!refused)
          expect(() => fillTemplate(source.body, { plusieurs: true, total: '1', tableau: '' })).not.toThrow();
      }),
      { numRuns: 400 },
    );
  });

  it('is told of all its faults at once, what is unlawful first', () => {
    const threat = 'Sans règlement, nous enverrons un huissier saisir vos biens.';
    const fee = 'Des frais de relance de 15 € vous seront facturés.';
    const rules = (text: string, base = body(text)) => check(base).map(({ rule }) => rule);
    const fine = check(body(`${threat} ${fee}`));
    const of = (asked: string) => fine.filter(({ severity }) => severity === asked).map(({ rule }) => rule);
    const lawless = of('refuse');
    expect(lawless).toEqual(expect.arrayContaining(['seizure', 'recovery-fees']));
    expect(rules(`${threat} ${fee} {{ totla }}`)).toEqual([...lawless, 'unknown-variable', ...of('warn')]);
    expect(rules(`${fee} {% if inconnu %}${threat}{% endif %} {% assign a = 1 %}`)).toEqual(
      expect.arrayContaining([...lawless, 'unknown-variable', 'construction']),
    );
    const short = { ...defaultTemplate(KEY), body: `${threat} {{ totla }}` };
    expect(rules('', short)).toEqual(expect.arrayContaining(['seizure', 'unknown-variable', 'statement-missing']));
    expect(rules('', { ...short, body: '' })).toEqual(['body-missing']);
  });

  it('is reproached no word of ours for a variable that does not exist', () => {
    for (const profile of PROFILES)
      for (const kind of TEXT_KINDS)
        for (const tone of TONES_OF[kind])
          for (const language of LANGUAGES) {
            const key = { ...KEY, kind, tone, profile, language };
            const base = defaultTemplate(key);
            const rules = check({ ...base, body: `${base.body} {{ totla }}` }, key).map(({ rule }) => rule);
            expect([key, rules]).toEqual([key, ['unknown-variable']]);
          }
  });

  it('is refused when nobody could read all its wordings', () => {
    const names = [
      'accessoires',
      'principal_seul',
      'plusieurs',
      'retard',
      'echeance',
      'numeros',
      'total',
      'client',
      'date',
      'objet',
    ];
    const many = names.map((name) => `{% if ${name} %}a{% endif %}`).join(' ');
    expect(check(body(many)).map(({ rule }) => rule)).toEqual(['too-many-choices']);
  });
});

describe('what a step must say', () => {
  const key: TemplateKey = { ...KEY, kind: 'formal-notice', tone: 'formal', channel: 'letter' };
  const { subject, body } = defaultTemplate(key);
  const without = (what: string, by = '') =>
    check({ subject, body: body.replaceAll(what, by) }, key).map(({ rule }) => rule);

  it('is asked of a formal notice: its name, the sum, the delay, its start, the statement', () => {
    expect(without('mise en demeure', 'lettre')).toContain('words-of-formal-notice');
    expect(without('{{ total }}', '1 000 €')).toContain('sum-missing');
    expect(without('{{ delai }}', 'huit jours')).toContain('delay-missing');
    expect(without('à compter de sa réception')).toContain('reception-missing');
    expect(without('{{ tableau }}')).toContain('statement-missing');
  });

  it('is asked in every wording, not in one branch', () => {
    expect(without('à compter de sa réception', '{% if plusieurs %}à compter de sa réception{% endif %}')).toContain(
      'reception-missing',
    );
  });

  it('is asked of the notice of a plan and of a suspension', () => {
    const plan = { ...key, kind: 'plan-missed' } as const;
    const source = defaultTemplate(plan);
    expect(
      check({ ...source, body: source.body.replaceAll('clause', 'règle') }, plan).map(({ rule }) => rule),
    ).toContain('clause-missing');
    const stop = { ...key, kind: 'suspension', tone: 'grave' } as const;
    const notice = defaultTemplate(stop);
    expect(
      check({ ...notice, body: notice.body.replaceAll('{{ suspension_le }}', 'demain') }, stop).map(({ rule }) => rule),
    ).toContain('suspension-missing');
  });
});

describe('a rate written in figures', () => {
  const at = (text: string, on: string) =>
    checkTemplate(
      {
        ...defaultTemplate(KEY),
        body: `Les pénalités courent au taux de ${text} par an.\n\n{{ tableau }}\n\nentre-temps`,
      },
      KEY,
      { ...settings, on: day(on) },
      fillTemplate,
    ).map(({ rule }) => rule);

  it('is doubted while it is right, and refused when the half-year changes it', () => {
    expect(at('12,15 %', '2025-07-01')).toEqual(['rate-in-figures']);
    expect(at('12.15%', '2025-12-31')).toEqual(['rate-in-figures']);
    expect(at('12,15 %', '2024-06-30')).toEqual(['wrong-rate']);
  });
});

describe('the six tones', () => {
  it('are a funnel: only the heavier ones announce a formal notice, and only the last is one', () => {
    const says = (tone: (typeof TONES)[number], kind: TemplateKey['kind']) =>
      defaultTemplate({ ...KEY, tone, kind }).body;
    expect(TONES.filter((tone) => tone !== 'formal' && says(tone, 'reminder').includes('mise en demeure'))).toEqual([
      'firm',
      'grave',
    ]);
    expect(says('formal', 'formal-notice')).toContain('vaut mise en demeure');
    const texts = new Set(TONES_OF.reminder.map((tone) => says(tone, 'reminder')));
    expect(texts.size).toBe(TONES_OF.reminder.length);
  });
});
