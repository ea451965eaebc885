import type { ComponentChildren } from 'preact'
import { nb } from './nb.ts'
import { Of } from './text-link.tsx'

type Look = { kind?: 'main' | 'secondary' | 'warning'; small?: boolean }
/** `of` says of which of many rows, to a screen reader alone. */
type Caption = { children: ComponentChildren; of?: ComponentChildren }
type SubmitProps = Look & Caption & { name?: string; value?: string; action?: string }

/** Sends the form. Its caption is a verb. Never disabled: let press, then explain. */
export function SubmitButton({ children, of, kind, small, name, value, action }: SubmitProps) {
  return (
    <button class={buttonClass({ kind, small })} type="submit" name={name} value={value} formaction={action}>
      {typeof children === 'string' ? nb(children) : children}
      <Of>{of}</Of>
    </button>
  )
}

/** Enter in a field presses the first button of a form: this one, unseen, which writes, and not one that removes or moves a row. */
export function FirstButton({ intent, children }: { intent?: string; children: string }) {
  return (
    <button class="govuk-visually-hidden" type="submit" name={intent && 'intent'} value={intent} tabIndex={-1} aria-hidden="true">
      {children}
    </button>
  )
}

/** Leads on to where something is done; looks like a button, is a link. */
export function ButtonLink({ href, children, of, kind, small }: Look & Caption & { href: string }) {
  return (
    <a class={buttonClass({ kind, small })} href={href}>
      {typeof children === 'string' ? nb(children) : children}
      <Of>{of}</Of>
    </a>
  )
}

/** Buttons and links of one decision side by side. One of them is filled. */
export function ButtonGroup({ children }: { children: ComponentChildren }) {
  return <div class="govuk-button-group">{children}</div>
}

function buttonClass({ kind = 'main', small }: Look): string {
  return `govuk-button${kind === 'main' ? '' : ` govuk-button--${kind}`}${small ? ' pl-button--small' : ''}`
}
