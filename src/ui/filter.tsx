import type { ComponentChildren } from 'preact'
import { counted } from '../kernel/plural.ts'
import { Icon } from './icon.tsx'
import { nb } from './nb.ts'

/** What an address keeps while something else in it changes; a list is kept value by value. */
type Kept = Readonly<Record<string, string | readonly string[] | undefined>>

function KeptFields({ keep }: { keep: Kept }) {
  const pairs = Object.entries(keep).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one] as const))
  return <>{pairs.map(([name, value]) => value !== '' && <input type="hidden" name={name} value={value} />)}</>
}

type FilterProps = {
  action: string
  children: ComponentChildren
  /** What stays in the address though it is not asked here: the order of sorting, the search. */
  keep?: Kept
}

/** Conditions of a register. Hidden on a phone until `FilterOpener` leads to it; no script. */
export function Filter({ action, children, keep = {} }: FilterProps) {
  return (
    <section class="pl-filter moj-filter" id="otbor" aria-label="Условия отбора">
      <form action={`${action}#results`} method="get">
        <div class="moj-filter__header">
          <h2 class="govuk-heading-m">Отбор</h2>
        </div>
        <KeptFields keep={keep} />
        <div class="moj-filter__options">
          {children}
          <div class="govuk-button-group">
            <button class="govuk-button" type="submit">
              Показать
            </button>
            <a class="govuk-link pl-filter__close" href="#results">
              Закрыть отбор
            </a>
          </div>
        </div>
      </form>
    </section>
  )
}

/** The button that opens the conditions on a phone. */
export function FilterOpener({ chosen }: { chosen: number }) {
  return (
    <a class="govuk-button govuk-button--secondary pl-filter__open" href="#otbor">
      <Icon name="sieve" />
      &nbsp;Отобрать{chosen > 0 && `: ${counted(chosen, 'условие', 'условия', 'условий')}`}
    </a>
  )
}

/** Chosen conditions; each link takes its own away. */
export function FilterTags({ tags }: { tags: readonly { label: string; without: string }[] }) {
  if (tags.length === 0) return null
  return (
    <ul class="moj-filter-tags" aria-label="Выбранные условия">
      {tags.map(({ label, without }) => (
        <li>
          <a class="moj-filter__tag" href={without}>
            <span class="govuk-visually-hidden">Убрать условие: </span>
            {nb(label)}
            <Icon name="cross" />
          </a>
        </li>
      ))}
    </ul>
  )
}

export type SearchFormProps = {
  action: string
  label: string
  value?: string
  id: string
  keep?: Kept
}

/** One line to search a register by words. */
export function SearchForm({ action, label, value, id, keep = {} }: SearchFormProps) {
  return (
    <form class="pl-ask" role="search" aria-label={label} action={action} method="get">
      <label class="govuk-visually-hidden" for={id}>
        {label}
      </label>
      <KeptFields keep={keep} />
      <input class="govuk-input" id={id} name="q" type="search" placeholder={label} value={value} autocomplete="off" />
      <button class="govuk-button" type="submit">
        Найти
      </button>
    </form>
  )
}
