import { Icon, type IconName } from './icon.tsx'
import { nb } from './nb.ts'

/** What a state means to a person: all is well, waits or runs out, missed, at rest, going on. */
export type Tone = 'ok' | 'wait' | 'late' | 'calm' | 'now'

export type TagProps = { readonly tone: Tone; readonly icon?: IconName; readonly word: string }

/** A state by icon, word and tint. A category or a count is never a tag. */
export function StateTag({ tone, icon, word }: TagProps) {
  return (
    <strong class={`govuk-tag pl-tag pl-tag--${tone}`}>
      <Icon name={icon ?? usual[tone]} />
      {nb(word)}
    </strong>
  )
}

const usual: Record<Tone, IconName> = { ok: 'ok', wait: 'wait', late: 'late', calm: 'next', now: 'now' }
