import type { ComponentChildren } from 'preact'
import type { Ctx } from '../authz/ctx.ts'
import type { LinkItem } from '../ui/content.ts'
import { Columns, Notice, PageFrame, Stack, type Tool } from '../ui/frame.ts'
import type { Section } from '../web/paths.ts'
import type { ThingPage, ThingRequest } from './thing.ts'

/** What the parts of the page are given: the thing with what stands around it, the request, and what the page has loaded. */
export type CaseShown<Open, More> = Open & More & { readonly opened: Open; readonly request: ThingRequest; readonly ctx: Ctx }

type CasePageSpec<Open, More> = {
  readonly section: Section
  readonly load: (opened: Open, request: ThingRequest) => Promise<More>
  readonly crumbs: (shown: CaseShown<Open, More>) => readonly LinkItem[]
  /** Said when somebody else was faster. */
  readonly changed: string
  readonly title: (shown: CaseShown<Open, More>) => string
  /** The name of the page, where it is not its title with what it belongs to. */
  readonly name?: (shown: CaseShown<Open, More>) => string
  readonly kicker?: (shown: CaseShown<Open, More>) => string | undefined
  /** Whose it is; stands in the name of the page too. */
  readonly more: (shown: CaseShown<Open, More>) => string
  readonly line: (shown: CaseShown<Open, More>) => readonly ComponentChildren[]
  readonly tools?: (shown: CaseShown<Open, More>) => readonly Tool[]
  readonly sheets: (shown: CaseShown<Open, More>) => ComponentChildren
  readonly aside: { readonly label: string; readonly sheets: (shown: CaseShown<Open, More>) => ComponentChildren }
}

/** The page of a thing with its deeds: what it is in the wide column, what to do about it in the narrow one. */
export const casePage =
  <Open, More>(spec: CasePageSpec<Open, More>): ThingPage<Open> =>
  async (opened, request) => {
    const shown = { ...opened, ...(await spec.load(opened, request)), opened, request, ctx: request.ctx }
    const [title, more] = [spec.title(shown), spec.more(shown)]
    const body = (
      <CaseFrame
        {...{ request, title, more, changed: spec.changed, crumbs: spec.crumbs(shown) }}
        line={spec.line(shown)}
        tools={spec.tools?.(shown)}
        kicker={spec.kicker?.(shown)}
        aside={{ label: spec.aside.label, sheets: spec.aside.sheets(shown) }}
      >
        {spec.sheets(shown)}
      </CaseFrame>
    )
    return { title: spec.name?.(shown) ?? `${title}, ${more}`, section: spec.section, body }
  }

type CaseFrameProps = {
  readonly request: Pick<ThingRequest, 'form' | 'conflict'>
  readonly crumbs: readonly LinkItem[]
  /** Said when somebody else was faster. */
  readonly changed: string
  readonly title: string
  readonly kicker?: string
  readonly more: string
  readonly line: readonly ComponentChildren[]
  readonly tools?: readonly Tool[]
  readonly aside: { readonly label: string; readonly sheets: ComponentChildren }
  readonly children: ComponentChildren
}

/** The same for a page that puts itself together. */
export const CaseFrame = ({ request, crumbs, changed, aside, children, ...head }: CaseFrameProps) => (
  <PageFrame
    {...head}
    way={crumbs}
    outcome="Не сделано"
    form={request.form}
    before={request.conflict && <Notice tone="wait" title={changed} live />}
  >
    <Columns kind="side">
      <Stack>{children}</Stack>
      <Stack label={aside.label}>{aside.sheets}</Stack>
    </Columns>
  </PageFrame>
)

/** A paper to take away, in each form we print. */
export const papersOf = (label: string, href: (format: 'docx' | 'pdf') => string): Tool[] =>
  (['docx', 'pdf'] as const).map((format) => ({ href: href(format), label: `${label} .${format}`, icon: 'download' }))
