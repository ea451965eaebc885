import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'
import { nb } from './nb.ts'

export type ChainStep = { readonly title: string; readonly more?: ComponentChildren; readonly state: 'done' | 'now' | 'next' }

const words = { done: 'Сделано: ', now: 'Сейчас: ', next: 'Впереди: ' }
const icons = { done: 'done', now: 'now', next: 'next' } as const satisfies Record<ChainStep['state'], IconName>

/** The course of agreement: three to five steps, who holds the thing now. */
export function Chain({ label, steps }: { label: string; steps: readonly ChainStep[] }) {
  return (
    <section class="pl-sheet" aria-label={label}>
      <ol class="pl-chain">
        {steps.map(({ title, more, state }) => (
          <li class={`pl-chain__${state}`} aria-current={state === 'now' ? 'step' : undefined}>
            <Icon name={icons[state]} />
            <div>
              <b>
                <span class="govuk-visually-hidden">{words[state]}</span>
                {nb(title)}
              </b>
              {more && <span>{typeof more === 'string' ? nb(more) : more}</span>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
