import type { ComponentChildren } from 'preact'
import { counted } from '../../../kernel/plural.ts'
import { nb, TextLink } from '../../../ui/content.ts'
import { Columns, Contents, PageHead, Sheet, Stack } from '../../../ui/frame.ts'

export type Part = { readonly id: string; readonly title: string; readonly body: ComponentChildren }

/** A page to read: contents on the left, one sheet for each part. */
export function InfoPage({ title, more, parts }: { title: string; more: string; parts: readonly Part[] }) {
  return (
    <>
      <PageHead large title={title} more={more} />
      <Columns kind="left">
        <Contents label="На этой странице" links={parts.map((part) => ({ href: `#${part.id}`, label: part.title }))} />
        <Stack>
          {parts.map((part) => (
            <Sheet id={part.id} title={part.title}>
              {part.body}
            </Sheet>
          ))}
        </Stack>
      </Columns>
    </>
  )
}

export function Text({ children }: { children: ComponentChildren }) {
  return <p class="govuk-body">{typeof children === 'string' ? nb(children) : children}</p>
}

export function List({ items }: { items: readonly ComponentChildren[] }) {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {items.map((item) => (
        <li>{typeof item === 'string' ? nb(item) : item}</li>
      ))}
    </ul>
  )
}

/** A term and what it means, as a list item. */
export function Named({ name, children }: { name: string; children: string }) {
  return (
    <>
      <b>{nb(name)}</b> — {nb(children)}
    </>
  )
}

export function Link({ href, children }: { href: string; children: string }) {
  return <TextLink href={href}>{children}</TextLink>
}

/** «2 часа» of seconds: what pages promise is what the program does. */
export const hours = (seconds: number): string => counted(seconds / 3600, 'час', 'часа', 'часов')
