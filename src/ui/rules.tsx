import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'
import { nb } from './nb.ts'

export type RuleRowProps = {
  /** Number of the clause as printed, '' for text without one. */
  number: string
  id?: string
  text: ComponentChildren
  /** What the program does because of the clause. */
  does: readonly { readonly icon: IconName; readonly text: ComponentChildren }[]
  /** What lives by it now: «Сейчас так живут 2 площадки». */
  now?: ComponentChildren
}

/** A clause of the regulation on the left, what follows from it on the right. */
export function RuleRow({ number, id, text, does, now }: RuleRowProps) {
  const none = does.length === 0 && !now
  return (
    <li class={`pl-rule${none ? ' pl-rule--none' : ''}`} id={id}>
      <div class="pl-rule__text">
        <b>{number}</b>
        {typeof text === 'string' ? <p>{nb(text)}</p> : <div>{text}</div>}
      </div>
      <div class="pl-rule__does">
        {none && <p>Правил не задаёт</p>}
        {does.length > 0 && (
          <ul>
            {does.map((deed) => (
              <li>
                <Icon name={deed.icon} />
                <span>{typeof deed.text === 'string' ? nb(deed.text) : deed.text}</span>
              </li>
            ))}
          </ul>
        )}
        {now && <p>{now}</p>}
      </div>
    </li>
  )
}

/** A section of the regulation. */
export function RuleSection({ id, title, children }: { id?: string; title: string; children: ComponentChildren }) {
  return (
    <>
      <h2 class="pl-group" id={id}>
        {nb(title)}
      </h2>
      <ol class="pl-rules">{children}</ol>
    </>
  )
}

/** Captions over the two columns; on a phone they are left out. */
export function RuleColumns() {
  return (
    <p class="pl-rules__names" aria-hidden="true">
      <span>Пункт</span>
      <span>Что делает система</span>
    </p>
  )
}
