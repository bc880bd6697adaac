import {
  LANGUAGES,
  TEXT_CHANNELS,
  TEXT_KINDS,
  type TemplateKey,
  type TemplateRow,
  textKindName,
} from '@acquit/recovery';
import { useQuery } from '@tanstack/react-query';
import { templatesQuery } from '../../api/queries.ts';
import { useCompany } from '../../shell/session.tsx';
import { t } from '../../texts/index.ts';
import { SelectField } from '../../ui/field.tsx';
import { Loaded } from '../../ui/states.tsx';

const text = t.templates;

export type Filter = Pick<TemplateKey, 'profile' | 'language' | 'channel'>;
const PROFILES = ['business', 'consumer', 'public'] as const;

function options<K extends string>(values: readonly K[], labels: Record<K, string>) {
  return values.map((value) => ({ value, label: labels[value] }));
}

/** Every text by what it is for and by its tone; those that the company wrote say so. */
export function TemplateList({
  filter,
  onFilter,
  onOpen,
}: {
  filter: Filter;
  onFilter: (filter: Filter) => void;
  onOpen: (key: TemplateKey) => void;
}) {
  const company = useCompany();
  const rows = useQuery(templatesQuery(company.companyId, filter));
  const set = <F extends keyof Filter>(field: F, value: string) => onFilter({ ...filter, [field]: value as Filter[F] });
  return (
    <div className="stack-loose">
      <p className="soft measure">{text.lead}</p>
      <fieldset className="template-filter" aria-label={text.filter}>
        <SelectField
          label={text.profile}
          value={filter.profile}
          onValue={(value) => set('profile', value)}
          options={options(PROFILES, text.profiles)}
        />
        <SelectField
          label={text.channel}
          value={filter.channel}
          onValue={(value) => set('channel', value)}
          options={options(TEXT_CHANNELS, text.channels)}
        />
        <SelectField
          label={text.language}
          value={filter.language}
          onValue={(value) => set('language', value)}
          options={options(LANGUAGES, text.languages)}
        />
      </fieldset>
      <Loaded from={rows} lines={11}>
        {(list) => (
          <table className="table stack-table template-table">
            <thead>
              <tr>
                <th scope="col">{text.message}</th>
                <th scope="col">{text.tones}</th>
              </tr>
            </thead>
            <tbody>
              {TEXT_KINDS.map((kind) => (
                <tr key={kind}>
                  <th scope="row">{textKindName(kind)}</th>
                  <td>
                    <ul className="tone-list">
                      {list
                        .filter((row) => row.kind === kind)
                        .map((row) => (
                          <li key={row.tone}>
                            <ToneButton row={row} onOpen={onOpen} />
                          </li>
                        ))}
                    </ul>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Loaded>
    </div>
  );
}

function ToneButton({ row, onOpen }: { row: TemplateRow; onOpen: (key: TemplateKey) => void }) {
  const { subject, version, ...key } = row;
  const tone = t.words.tone[row.tone];
  const message = `${textKindName(row.kind)}, ${tone}`;
  return (
    <button
      type="button"
      className="tone"
      title={subject}
      aria-label={version === null ? text.open(message) : `${text.open(message)}, ${text.own(version)}`}
      onClick={() => onOpen(key)}
    >
      {tone}
      {version !== null && <span className="small soft"> · {text.ownMark}</span>}
    </button>
  );
}
