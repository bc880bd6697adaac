/** Prefixes of mobile numbers in the French numbering plan, after +33 or the overseas code and without the leading 0. */
const MOBILE: readonly { code: string; numbers: RegExp }[] = [
  { code: '33', numbers: /^[67]\d{8}$/ },
  { code: '262', numbers: /^(69[23]|639)\d{6}$/ },
  { code: '590', numbers: /^69[01]\d{6}$/ },
  { code: '594', numbers: /^694\d{6}$/ },
  { code: '596', numbers: /^69[67]\d{6}$/ },
];

/** Overseas numbers written the French way begin like a mobile one: 0692…, 0690…, 0694…, 0696… */
const OVERSEAS: readonly { written: RegExp; code: string }[] = [
  { written: /^0(69[23]|639)/, code: '262' },
  { written: /^069[01]/, code: '590' },
  { written: /^0694/, code: '594' },
  { written: /^069[67]/, code: '596' },
];

/**
 * A telephone number as providers want it, `+33612345678`; null when it is no mobile number of France or of its overseas
 * departments. A text message to a landline is read out by a machine or lost, and one abroad costs and is ruled
 * otherwise, so neither is ever sent. Spaces, dots, hyphens and a « (0) » are taken off.
 */
export function mobileNumber(phone: string | null): string | null {
  if (phone === null) return null;
  const bare = phone.replace(/\(0\)/g, '').replace(/[\s.\-()\u00a0\u202f/]/g, '');
  const digits = /^(?:\+|00)(\d{8,14})$/.exec(bare)?.[1] ?? national(bare);
  if (digits === null) return null;
  const known = MOBILE.some(({ code, numbers }) => digits.startsWith(code) && numbers.test(digits.slice(code.length)));
  return known ? `+${digits}` : null;
}

function national(bare: string): string | null {
  if (!/^0\d{9}$/.test(bare)) return null;
  const code = OVERSEAS.find(({ written }) => written.test(bare))?.code ?? '33';
  return `${code}${bare.slice(1)}`;
}

/** True when a text message can be sent to this number. */
export function isMobile(phone: string | null): boolean {
  return mobileNumber(phone) !== null;
}
