import type { ComponentChildren, JSX } from 'preact'
import { nb } from './nb.ts'

const pictures = {
  house: () => <path d="M12 76V30l32-18 32 18v46M4 76h80M30 76V44h28v32M38 54h12M38 62h12" />,
  lock: () => (
    <path d="M24 38h40a6 6 0 0 1 6 6v28a6 6 0 0 1-6 6H24a6 6 0 0 1-6-6V44a6 6 0 0 1 6-6zM28 38V26a16 16 0 0 1 32 0v12M44 54v10" />
  ),
  map: () => <path d="M10 24 32 14l24 10 22-10v50L56 74 32 64 10 74zM32 14v50m24-40v50" />,
  paper: () => <path d="M22 8h32l14 14v58H22zM54 8v14h14M32 38h24M32 50h24M32 62h14" />,
  two: () => <path d="M12 16h30v44H12zM46 28h30v44H46zM20 28h14M20 38h14M54 40h14M54 50h14" />,
  storm: () => <path d="M26 54a14 14 0 1 1 4-27 18 18 0 0 1 34 5 11 11 0 0 1-2 22M46 44 36 60h14L42 76" />,
} satisfies Record<string, () => JSX.Element>
export type Picture = keyof typeof pictures

type EmptyProps = {
  picture: Picture
  title: string
  /** The page has no title of its own: this one is it. */
  alone?: boolean
  /** «Отказ 403» */
  code?: string
  children: ComponentChildren
  actions?: ComponentChildren
}

/** Nothing here yet, or nothing for you: what it is, why, the first step. */
export function Empty({ picture, title, alone, code, children, actions }: EmptyProps) {
  return (
    <div class="pl-empty">
      <svg class="pl-empty__pic" viewBox="0 0 88 88" aria-hidden="true" focusable="false">
        {pictures[picture]()}
      </svg>
      <div>
        {code && <p class="pl-code">{nb(code)}</p>}
        {alone ? <h1 class="govuk-heading-l">{nb(title)}</h1> : <h2 class="govuk-heading-m">{nb(title)}</h2>}
        {children}
        {actions && <div class="govuk-button-group">{actions}</div>}
      </div>
    </div>
  )
}
