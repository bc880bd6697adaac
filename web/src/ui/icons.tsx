/** The few drawings of the app. Each always stands beside its word, so all are hidden from screen readers. */

const paths = {
  today:
    'M4 6.5A1.5 1.5 0 0 1 5.5 5h9A1.5 1.5 0 0 1 16 6.5v8a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 4 14.5zM4 8.5h12M7.5 3.5v3M12.5 3.5v3M7.5 12l1.7 1.7 3.3-3.4',
  cases:
    'M3.5 6A1.5 1.5 0 0 1 5 4.5h3l1.7 2H15A1.5 1.5 0 0 1 16.5 8v6.500A1.5 1.5 0 0 1 15 16H5a1.5 1.5 0 0 1-1.5-1.5z',
  receipts: 'M10 3.500v9M6.5 9.2 10 12.700l3.5-3.500M4 16h12',
  litigation:
    'M10 3.500v13M6.500 16.500h7M4 5.500h12M4 5.500 2 11.200h4zM16 5.500l-2 5.700h4zM2 11.200a2 2 0 0 0 4 0M14 11.200a2 2 0 0 0 4 0',
  sending: 'M3.5 9.8 16.5 4l-4.6 12.5-2.6-5zM9.3 11.5 16.5 4',
  settings: 'M4 6.500h6.500M14.5 6.500H16M4 13.500h1.500M9.5 13.500H16M12.5 4.500v4M7.5 11.500v4',
  calculate:
    'M5.500 3.500h9A1.500 1.500 0 0 1 16 5v10a1.500 1.500 0 0 1-1.500 1.500h-9A1.500 1.500 0 0 1 4 15V5a1.500 1.500 0 0 1 1.500-1.500zM7 6.500h6M7 10h.01M10 10h.01M13 10h.01M7 13.200h.01M10 13.200h3',
  prevention:
    'M10 3.500 15.500 5.500v4.300c0 3.200-2.200 5.600-5.500 6.700-3.300-1.100-5.500-3.500-5.500-6.700V5.500zM7.600 9.900l1.700 1.700 3.100-3.300',
  import: 'M10 13V4M6.5 7.5 10 4l3.5 3.500M4 12.500v2A1.5 1.5 0 0 0 5.5 16h9a1.5 1.5 0 0 0 1.5-1.500v-2',
  phone: 'M6.2 3.8 8 7.3 6.5 8.800a10 10 0 0 0 4.7 4.700L12.7 12l3.5 1.800v2.400c-7 .6-13-5.4-12.4-12.400z',
  chevron: 'm7.5 5 5 5-5 5',
} as const;

export function Icon({ name, size = 18 }: { name: keyof typeof paths; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" fill="none" aria-hidden="true" className={`icon icon-${name}`}>
      <path d={paths[name]} stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}

export function BrandMark() {
  return (
    <svg width="26" height="26" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="var(--accent)" />
      <path
        d="M9 23.5 16 8l7 15.500M11.6 18h8.8"
        fill="none"
        stroke="var(--on-accent)"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
