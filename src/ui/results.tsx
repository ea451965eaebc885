import type { ComponentChildren, JSX } from 'preact'
import { FilterOpener, FilterTags, SearchForm, type SearchFormProps } from './filter.tsx'
import { nb } from './nb.ts'
import { Pager, type PagerProps } from './pager.tsx'
import { type Tool, Tools } from './tools.tsx'

type ResultsProps = {
  search: Omit<SearchFormProps, 'id'>
  /** How much was found, of what and on which day. */
  found: string
  /** Chosen conditions, each with the address without it. */
  tags: readonly { label: string; without: string }[]
  tools?: readonly Tool[]
  pager: PagerProps
  /** Stands beside the numbers of pages. */
  note?: JSX.Element | false
  /** The rows, or what to say when there are none. */
  children: ComponentChildren
}

/** What a register shows beside its conditions: the line of search, how much was found, the rows and their pages. */
export function Results({ search, found, tags, tools, pager, note, children }: ResultsProps) {
  return (
    <section id="results" aria-labelledby="found">
      <SearchForm id="q" {...search} />
      <div class="pl-bar">
        <h2 class="govuk-heading-m" id="found">
          {nb(found)}
        </h2>
        <FilterOpener chosen={tags.length} />
        {tools && <Tools tools={tools} />}
      </div>
      <FilterTags tags={tags} />
      <div class="pl-gap" />
      {children}
      <div class="pl-bar">
        <Pager {...pager} />
        {note}
      </div>
    </section>
  )
}
