import type { ComponentChildren } from 'preact'
import { nb } from './nb.ts'

type SheetProps = {
  title?: string
  /** Beside the title: a link to all rows, a clause. */
  aside?: ComponentChildren
  /** A table or a list that reaches the edges. */
  flush?: boolean
  id?: string
  children: ComponentChildren
}

/** A white sheet with one subject. */
export function Sheet({ title, aside, flush, id, children }: SheetProps) {
  const className = `pl-sheet${flush ? ' pl-sheet--flush' : ''}`
  if (!title) return <div class={className}>{children}</div>
  const heading = id ?? `sheet-${title.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-')}`
  return (
    <section class={className} aria-labelledby={heading}>
      <div class={`pl-sheet__head${flush ? ' pl-sheet__head--inset' : ''}`}>
        <h2 class="govuk-heading-m" id={heading}>
          {nb(title)}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  )
}

/** Columns: `side` is text with a narrow column after it, `left` with one before it, `half` is two equal ones, `form` a form with notes. */
export function Columns({ kind, children }: { kind: 'side' | 'left' | 'half' | 'form' | 'signin'; children: ComponentChildren }) {
  return <div class={`pl-cols pl-cols--${kind}`}>{children}</div>
}

/** Sheets one under another. */
export function Stack({ children, label }: { children: ComponentChildren; label?: string }) {
  return label ? (
    <aside class="pl-stack" aria-label={label}>
      {children}
    </aside>
  ) : (
    <div class="pl-stack">{children}</div>
  )
}
