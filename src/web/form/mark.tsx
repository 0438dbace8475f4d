const PATHS = {
  calendar: 'M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3',
  clip: 'M11.5 5v5.5a3.5 3.5 0 0 1-7 0V4.2a2.2 2.2 0 0 1 4.4 0v6a1 1 0 0 1-2 0V5.5',
  close: 'm4 4 8 8M12 4l-8 8',
  down: 'm4 6 4 4 4-4',
  file: 'M4 1.5h5l3 3v10H4zM9 1.5v3h3',
  info: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8M8 7.2v3.8M8 4.8v.4',
  link: 'M6.5 9.5 9.5 6.5M7 4.5l1.3-1.3a2.8 2.8 0 0 1 4 4L11 8.5M9 11.5l-1.3 1.3a2.8 2.8 0 0 1-4-4L5 7.5',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  remove: 'M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.5 9h6l.5-9',
  scan: 'M2 5V2.5h3M11 2.5h3V5M14 11v2.5h-3M5 13.5H2V11M5 5v6M7.5 5v6M10 5v6',
} as const

/** A small drawn mark; says nothing by itself, so whatever carries it must be labelled. */
export const Mark = ({ name }: { readonly name: keyof typeof PATHS }) => (
  <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" className={`mark ${name}`}>
    <path d={PATHS[name]} />
  </svg>
)
