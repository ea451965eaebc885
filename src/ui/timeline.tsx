import type { ComponentChildren } from 'preact'
import { nb } from './nb.ts'

export type TimelineItem = {
  readonly title: string
  /** «12 апреля 2022 г., Снигур Н. А.» */
  readonly when: string
  /** A legal act is a filled dot, a deed a ring. */
  readonly act?: boolean
  readonly more?: ComponentChildren
}

/** What happened, newest first. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <div class="moj-timeline">
      {items.map(({ title, when, act, more }) => (
        <div class={`moj-timeline__item${act ? ' moj-timeline__item--act' : ''}`}>
          <h3 class="moj-timeline__title">{nb(title)}</h3>
          <p class="moj-timeline__date">{nb(when)}</p>
          {more && <div class="moj-timeline__description">{typeof more === 'string' ? nb(more) : more}</div>}
        </div>
      ))}
    </div>
  )
}
