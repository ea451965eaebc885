import type { ComponentChildren } from 'preact'
import { Breadcrumbs } from './breadcrumbs.tsx'
import { ErrorSummary } from './error-summary.tsx'
import type { FormState } from './form-state.ts'
import type { LinkItem } from './link.ts'
import { PageHead, type PageHeadProps } from './page-head.tsx'

type PageFrameProps = PageHeadProps & {
  /** The way back. */
  way: readonly LinkItem[]
  /** What the summary of errors says came of a refused form: «Не сохранено». */
  outcome?: string
  form?: FormState | null
  /** Where on the page a field stands: «Критерий 2». */
  placeOf?: (field: string) => string | undefined
  /** Said before the head: somebody was faster. */
  before?: ComponentChildren
  children: ComponentChildren
}

/** What every page has around what it shows: the way back, what is wrong, its head. */
export const PageFrame = ({ way, outcome, form, placeOf, before, children, ...head }: PageFrameProps) => (
  <>
    <Breadcrumbs links={way} />
    {outcome && <ErrorSummary outcome={outcome} form={form ?? null} placeOf={placeOf} />}
    {before}
    <PageHead {...head} />
    {children}
  </>
)
