import type { ComponentChildren } from 'preact'
import { Clause } from './clause.tsx'
import { Icon, type IconName } from './icon.tsx'
import { nb } from './nb.ts'

export type EffectItem = {
  readonly title: string
  readonly icon: IconName
  /** What will be, line by line; `was` is what it was before. */
  readonly lines?: readonly { readonly name?: string; readonly was?: string; readonly becomes: string }[]
  readonly text?: ComponentChildren
  readonly clauses?: readonly { readonly number: string; readonly href?: string }[]
  readonly link?: { readonly href: string; readonly label: string }
  /** Something one should know before signing, or what forbids it. */
  readonly kind?: 'change' | 'warning' | 'refusal'
}

type EffectListProps = { title: string; more: string; points: readonly { title: string; effects: readonly EffectItem[] }[] }

/** What an order changes, by its points: before → after, with the clause that allows it. Warnings stand among them. */
export function EffectList({ title, more, points }: EffectListProps) {
  return (
    <section class="pl-sheet pl-sheet--flush" aria-labelledby="effects">
      <div class="pl-effect">
        <Icon name="bolt" />
        <div>
          <h2 class="govuk-heading-m" id="effects">
            {nb(title)}
          </h2>
          <p class="pl-quiet">{nb(more)}</p>
        </div>
      </div>
      {points.map((point) => (
        <>
          <h3 class="pl-group">{nb(point.title)}</h3>
          <ul class="pl-effects">
            {point.effects.map((effect) => (
              <Effect {...effect} />
            ))}
          </ul>
        </>
      ))}
    </section>
  )
}

function Effect({ title, icon, lines = [], text, clauses = [], link, kind = 'change' }: EffectItem) {
  return (
    <li class={`pl-effect${kind === 'change' ? '' : kind === 'warning' ? ' pl-effect--warn' : ' pl-effect--stop'}`}>
      <Icon name={icon} />
      <div>
        <p>
          <b>{nb(title)}</b>
        </p>
        {lines.length > 0 && (
          <ul class="pl-lines">
            {lines.map(({ name, was, becomes }) => (
              <li>
                {name && `${nb(name)}: `}
                {was && <span class="pl-was">{nb(was)}, </span>}
                {nb(becomes)}
              </li>
            ))}
          </ul>
        )}
        {text && <p>{typeof text === 'string' ? nb(text) : text}</p>}
        {(clauses.length > 0 || link) && (
          <p class="pl-effect__more">
            {clauses.map((clause) => (
              <Clause {...clause} />
            ))}
            {link && (
              <a class="govuk-link" href={link.href}>
                {nb(link.label)}
              </a>
            )}
          </p>
        )}
      </div>
    </li>
  )
}
