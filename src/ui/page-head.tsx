import type { ComponentChildren } from 'preact'
import { nb } from './nb.ts'
import { type Tool, Tools } from './tools.tsx'

export type PageHeadProps = {
  title: string
  /** One short line over the title: «Стажировочная площадка». */
  kicker?: string
  /** What this page is, in a sentence or two. */
  more?: ComponentChildren
  /** State, term, ground: shown in a row under the title. */
  line?: readonly ComponentChildren[]
  /** Buttons: what can be done. */
  actions?: ComponentChildren
  /** Quiet links: print, take away, compare. */
  tools?: readonly Tool[]
  /** Public pages read larger. */
  large?: boolean
}

/** The head of a page: title, what it is about, what can be done. */
export function PageHead({ title, kicker, more, line, actions, tools, large }: PageHeadProps) {
  return (
    <div class="pl-head">
      <div>
        {kicker && <p class="pl-code">{nb(kicker)}</p>}
        <h1 class={large ? 'govuk-heading-xl' : 'govuk-heading-l'}>{nb(title)}</h1>
        {more && <p class="pl-head__more">{typeof more === 'string' ? nb(more) : more}</p>}
        {line && (
          <ul class="pl-line">
            {line.filter(Boolean).map((part) => (
              <li>{typeof part === 'string' ? nb(part) : part}</li>
            ))}
          </ul>
        )}
      </div>
      {tools && <Tools tools={tools} />}
      {actions && <div class="govuk-button-group">{actions}</div>}
    </div>
  )
}
