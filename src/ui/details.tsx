import type { ComponentChildren } from 'preact'
import { nb } from './nb.ts'

/** Something that few need at once: opens in place. */
export function Details({ summary, children, open }: { summary: string; children: ComponentChildren; open?: boolean }) {
  return (
    <details class="govuk-details" open={open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{nb(summary)}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  )
}
