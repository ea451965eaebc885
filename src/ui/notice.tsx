import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'
import { nb } from './nb.ts'

type NoticeTone = 'now' | 'ok' | 'wait' | 'late'
const icons: Record<NoticeTone, IconName> = { now: 'bell', ok: 'done', wait: 'wait', late: 'late' }

type NoticeProps = {
  tone?: NoticeTone
  title: string
  children?: ComponentChildren /** Read aloud at once: the outcome of a deed. */
  live?: boolean
}

/** What has just happened or what stands in the way, with the way on. */
export function Notice({ tone = 'now', title, children, live }: NoticeProps) {
  return (
    <div class={`pl-notice pl-notice--${tone}`} role={live ? 'status' : undefined}>
      <Icon name={icons[tone]} />
      <div>
        <p class="pl-notice__title">{nb(title)}</p>
        {children}
      </div>
    </div>
  )
}

/** A remark set off from the text. */
export function Inset({ children }: { children: ComponentChildren }) {
  return <div class="govuk-inset-text">{children}</div>
}
