import type { JSX } from 'preact'

/** Drawings on a field of 20 × 20, by line of the text's colour. Functions, because a drawing may stand on a page many times. */
const drawings = {
  ok: () => <path d="m4.5 10.5 3.5 3.5 7.5-8" />,
  done: () => (
    <>
      <circle cx="10" cy="10" r="8" />
      <path d="m6.5 10.3 2.4 2.4 4.6-5" />
    </>
  ),
  now: () => (
    <>
      <circle cx="10" cy="10" r="8" />
      <circle cx="10" cy="10" r="3" fill="currentColor" />
    </>
  ),
  next: () => <circle cx="10" cy="10" r="8" />,
  wait: () => (
    <>
      <circle cx="10" cy="10" r="8" />
      <path d="M10 5.5V10l3 2" />
    </>
  ),
  late: () => (
    <>
      <path d="M10 2.5 18.5 17h-17z" />
      <path d="M10 8v4m0 2.6v.1" />
    </>
  ),
  draft: () => (
    <>
      <path d="M3.5 16.5 4.3 13 13 4.3l2.7 2.7-8.7 8.7z" />
      <path d="m11.3 6 2.7 2.7" />
    </>
  ),
  bell: () => (
    <>
      <path d="M10 2.5a5 5 0 0 0-5 5c0 5-2 6-2 6h14s-2-1-2-6a5 5 0 0 0-5-5z" />
      <path d="M8.2 16.5a2 2 0 0 0 3.6 0" />
    </>
  ),
  search: () => (
    <>
      <circle cx="8.5" cy="8.5" r="5.5" />
      <path d="m13 13 4.5 4.5" />
    </>
  ),
  down: () => <path d="m5.5 8 4.5 4.5L14.5 8" />,
  up: () => <path d="m5.5 12 4.5-4.5 4.5 4.5" />,
  eye: () => (
    <>
      <path d="M1.5 10S4.5 4.5 10 4.5 18.5 10 18.5 10 15.5 15.5 10 15.5 1.5 10 1.5 10z" />
      <circle cx="10" cy="10" r="2.5" />
    </>
  ),
  menu: () => <path d="M3 5.5h14M3 10h14M3 14.5h14" />,
  place: () => (
    <>
      <path d="M10 18s6-5.3 6-10a6 6 0 0 0-12 0c0 4.7 6 10 6 10z" />
      <circle cx="10" cy="8" r="2.2" />
    </>
  ),
  file: () => (
    <>
      <path d="M5 2.5h6.5L15.5 6.5v11H5z" />
      <path d="M11.5 2.5v4h4" />
    </>
  ),
  print: () => (
    <>
      <path d="M5.5 7.5v-5h9v5M5.5 14.5h-3v-7h15v7h-3" />
      <path d="M5.5 12h9v5.5h-9z" />
    </>
  ),
  download: () => <path d="M10 3v9.5m-4-4 4 4 4-4M3.5 16.5h13" />,
  cross: () => <path d="m5.5 5.5 9 9m0-9-9 9" />,
  plus: () => <path d="M10 4v12M4 10h12" />,
  sieve: () => <path d="M2.5 4.5h15l-6 6.5v5.5l-3-1.5v-4z" />,
  end: () => (
    <>
      <circle cx="10" cy="10" r="8" />
      <path d="M6.5 10h7" />
    </>
  ),
  school: () => (
    <>
      <path d="M3 17.5v-8l7-5 7 5v8z" />
      <path d="M8 17.5v-5h4v5M10 4.5v-3h3" />
    </>
  ),
  task: () => (
    <>
      <rect x="3.5" y="3.5" width="13" height="13" rx="2" />
      <path d="m7 10 2.2 2.2L13.3 8" />
    </>
  ),
  book: () => <path d="M10 5C8 3.5 5 3.5 2.5 4v12c2.5-.5 5.5-.5 7.5 1 2-1.5 5-1.5 7.5-1V4C15 3.5 12 3.5 10 5zm0 0v12" />,
  link: () => (
    <>
      <path d="M8.5 11.5a3.5 3.5 0 0 0 5 0l3-3a3.5 3.5 0 0 0-5-5l-1 1" />
      <path d="M11.5 8.5a3.5 3.5 0 0 0-5 0l-3 3a3.5 3.5 0 0 0 5 5l1-1" />
    </>
  ),
  lock: () => (
    <>
      <rect x="4" y="9" width="12" height="8.5" rx="1.5" />
      <path d="M6.5 9V6.5a3.5 3.5 0 0 1 7 0V9" />
    </>
  ),
  person: () => (
    <>
      <circle cx="10" cy="6.5" r="3.5" />
      <path d="M3.5 17.5c0-3.5 3-5.5 6.5-5.5s6.5 2 6.5 5.5" />
    </>
  ),
  doc: () => (
    <>
      <path d="M5 2.5h10v15H5z" />
      <path d="M7.5 6.5h5m-5 3.5h5m-5 3.5h3" />
    </>
  ),
  bolt: () => <path d="M11.5 2 4 11.5h5L8 18l8-10h-5z" />,
  forward: () => <path d="M4 10h11m-4.5-4.5L15 10l-4.5 4.5" />,
  back: () => <path d="M16 10H5m4.5-4.5L5 10l4.5 4.5" />,
  map: () => <path d="M2.5 5 7.5 3l5 2 5-2v12l-5 2-5-2-5 2zM7.5 3v12m5-10v12" />,
  calendar: () => (
    <>
      <rect x="3" y="4.5" width="14" height="12.5" rx="1.5" />
      <path d="M3 8.5h14M7 2.5v4m6-4v4" />
    </>
  ),
} satisfies Record<string, () => JSX.Element>

export type IconName = keyof typeof drawings

/** An icon. It never speaks: the word stands beside it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="pl-i" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      {drawings[name]()}
    </svg>
  )
}
