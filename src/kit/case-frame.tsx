import type { ComponentChildren } from 'preact'
import { Breadcrumbs } from '../ui/breadcrumbs.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import type { LinkItem } from '../ui/link.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { Columns, Stack } from '../ui/sheet.tsx'
import type { Tool } from '../ui/tools.tsx'
import type { ThingRequest } from './thing.ts'

type CaseFrameProps = {
  readonly request: Pick<ThingRequest, 'form' | 'conflict'>
  readonly crumbs: readonly LinkItem[]
  /** Said when somebody else was faster. */
  readonly changed: string
  readonly title: string
  readonly more: string
  readonly line: readonly ComponentChildren[]
  readonly tools?: readonly Tool[]
  readonly aside: { readonly label: string; readonly sheets: ComponentChildren }
  readonly children: ComponentChildren
}

/** The page of a thing with its deeds: what it is in the wide column, what to do about it in the narrow one. */
export function CaseFrame({ request, crumbs, changed, title, more, line, tools, aside, children }: CaseFrameProps) {
  return (
    <>
      <Breadcrumbs links={crumbs} />
      <ErrorSummary outcome="Не сделано" form={request.form} />
      {request.conflict && <Notice tone="wait" title={changed} live />}
      <PageHead title={title} more={more} line={line} tools={tools} />
      <Columns kind="side">
        <Stack>{children}</Stack>
        <Stack label={aside.label}>{aside.sheets}</Stack>
      </Columns>
    </>
  )
}

/** A paper to take away, in each form we print. */
export const papersOf = (label: string, href: (format: 'docx' | 'pdf') => string): Tool[] =>
  (['docx', 'pdf'] as const).map((format) => ({ href: href(format), label: `${label} .${format}`, icon: 'download' }))
