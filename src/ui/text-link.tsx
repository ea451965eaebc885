import type { ComponentChildren } from 'preact'
import { nb } from './nb.ts'

type TextLinkProps = {
  href: string
  /** Of which of many rows, for those who hear the link alone: «Заменить: Ветров О. П.». */
  of?: ComponentChildren
  /** Opens in another tab, or leads out of the product. */
  out?: 'tab' | 'web'
  children: ComponentChildren
}

const outward = { tab: { target: '_blank', rel: 'noopener' }, web: { rel: 'noreferrer noopener nofollow' } } as const

/** A link in the text of a page. */
export function TextLink({ href, of, out, children }: TextLinkProps) {
  return (
    <a class="govuk-link" href={href} {...(out && outward[out])}>
      {typeof children === 'string' ? nb(children) : children}
      <Of>{of}</Of>
    </a>
  )
}

/** What only a screen reader says after the caption of a link or a button. */
export const Of = ({ children }: { children: ComponentChildren }) =>
  children ? <span class="govuk-visually-hidden">: {typeof children === 'string' ? nb(children) : children}</span> : null
