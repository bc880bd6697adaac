/** The text of a message that has no plain part. Read from left to right once, whatever the tags; nothing of it is ever shown as HTML. */

/** Tags whose content is nobody's words. */
const SILENT = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'svg']);
/** Tags that begin a line. */
const BLOCKS = new Set(
  'address article blockquote br dd div dl dt footer form h1 h2 h3 h4 h5 h6 header hr li ol p pre section table td th tr ul'.split(
    ' ',
  ),
);
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  euro: '€',
  laquo: '«',
  raquo: '»',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  deg: '°',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  euml: 'ë',
  agrave: 'à',
  acirc: 'â',
  ccedil: 'ç',
  icirc: 'î',
  iuml: 'ï',
  ocirc: 'ô',
  ugrave: 'ù',
  ucirc: 'û',
  oelig: 'œ',
  Eacute: 'É',
  Egrave: 'È',
  Agrave: 'À',
  Ccedil: 'Ç',
};

/** The words of an HTML text, a line per block; what stands in a `blockquote` begins with `> `, as in a plain message. */
export function htmlText(html: string): string {
  let out = '';
  let depth = 0;
  let silent: string | null = null;
  let at = 0;
  const write = (text: string) => {
    if (silent !== null) return;
    const words = decode(text).replaceAll(/[ \t\r\n]+/g, ' ');
    if (words.trim() === '' && (out === '' || out.endsWith('\n'))) return;
    if (out === '' || out.endsWith('\n')) out += depth > 0 ? `> ${words.trimStart()}` : words.trimStart();
    else out += words;
  };
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) {
      write(html.slice(at));
      break;
    }
    write(html.slice(at, open));
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4);
      at = end < 0 ? html.length : end + 3;
      continue;
    }
    const end = html.indexOf('>', open);
    if (end < 0) break;
    at = end + 1;
    const closing = html[open + 1] === '/';
    const name = /^[a-z][a-z0-9]*/i.exec(html.slice(open + (closing ? 2 : 1), open + 20))?.[0].toLowerCase() ?? '';
    if (silent !== null) {
      if (closing && name === silent) silent = null;
      continue;
    }
    if (SILENT.has(name) && !closing && html[end - 1] !== '/') silent = name;
    if (name === 'blockquote') depth = Math.max(0, depth + (closing ? -1 : 1));
    if (BLOCKS.has(name) && out !== '' && !out.endsWith('\n\n')) out += '\n';
  }
  return out.replaceAll(/ +\n/g, '\n').trim();
}

const ENTITY = /&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8}\d?);?/gi;

function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(ENTITY, (whole, entity: string) => {
    if (entity[0] !== '#') return ENTITIES[entity] ?? ENTITIES[entity.toLowerCase()] ?? whole;
    const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number.parseInt(entity.slice(1), 10);
    const isCharacter = code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : ' ';
  });
}
