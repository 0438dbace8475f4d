import type { ReactNode } from 'react'

const SHAPES = {
  search: (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="m10.5 10.5 3.5 3.5" />
    </>
  ),
  menu: <path d="M2 4h12M2 8h12M2 12h12" />,
  close: <path d="m3.5 3.5 9 9M12.5 3.5l-9 9" />,
  scan: <path d="M2 5V2h3M11 2h3v3M14 11v3h-3M5 14H2v-3M4.5 5v6M7 5v6M9 5v6M11.5 5v6" />,
  desk: <path d="M2 2.5h5v5H2zM9 2.5h5v3H9zM9 7.5h5v6H9zM2 9.5h5v4H2z" />,
  list: <path d="M5.5 4H14M5.5 8H14M5.5 12H14M2 4h.5M2 8h.5M2 12h.5" />,
  sun: (
    <>
      <circle cx="8" cy="8" r="3" />
      <path d="M8 1.2v1.4M8 13.4v1.4M1.2 8h1.4M13.4 8h1.4M3.2 3.2l1 1M11.8 11.8l1 1M3.2 12.8l1-1M11.8 4.2l1-1" />
    </>
  ),
  moon: <path d="M13.5 9.6A5.8 5.8 0 0 1 6.4 2.5a5.8 5.8 0 1 0 7.1 7.1z" />,
  screen: <path d="M1.5 3h13v8.5h-13zM5.5 14h5M8 11.5V14" />,
  plus: <path d="M8 2.5v11M2.5 8h11" />,
  print: <path d="M4.5 6V2h7v4M4.5 11.5H2V6h12v5.5h-2.5M4.5 9.5h7V14h-7z" />,
  download: <path d="M8 2v8M4.5 6.8 8 10.3l3.5-3.5M2.5 13.5h11" />,
  upload: <path d="M8 10.5v-8M4.5 5.9 8 2.4l3.5 3.5M2.5 13.5h11" />,
  sheet: <path d="M3 1.8h7l3 3v9.4H3zM3 6.5h10M3 10h10M7.5 6.5v7.7" />,
  down: <path d="m4 6 4 4 4-4" />,
  left: <path d="m10 4-4 4 4 4" />,
  right: <path d="m6 4 4 4-4 4" />,
  bell: <path d="M3.5 11.5V7a4.5 4.5 0 0 1 9 0v4.5l1 1.2h-11zM6.5 14.3h3" />,
  person: (
    <>
      <circle cx="8" cy="5" r="3" />
      <path d="M2 14c.6-3 3-4.5 6-4.5s5.4 1.5 6 4.5" />
    </>
  ),
} as const satisfies Record<string, ReactNode>

/** Names of the drawn signs. */
export type IconName = keyof typeof SHAPES

/** A small sign; always beside words or in a control with a name. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" width={size} height={size} aria-hidden="true">
      {SHAPES[name]}
    </svg>
  )
}
