import type { ComponentChildren } from 'preact'

/** A component under its name. */
export function Sample({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <section class="pl-sample">
      <h2 class="govuk-heading-m">{name}</h2>
      {children}
    </section>
  )
}
