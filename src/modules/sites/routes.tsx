import { z } from 'zod'
import { type Acting, type Ctx, may } from '../../authz/ctx.ts'
import type { Subject } from '../../authz/policy.ts'
import type { Tx } from '../../db/pool.ts'
import { isId } from '../../kernel/ids.ts'
import type { Result } from '../../kernel/result.ts'
import type { PersonId, SiteId } from '../../kernel/types.ts'
import { ruledFor } from '../../regulation/exceptions/questions.ts'
import { knownPartners, tellsWeakSchools } from '../../regulation/weak-schools.ts'
import { valueOf } from '../../ui/fields.ts'
import { asked, askedPage } from '../../web/address.ts'
import { chosenCode, chosenId, day, optionalDay, optionalText } from '../../web/fields.ts'
import type { Params } from '../../web/paths.ts'
import { formAt, get, notFound, type PageRequest, post, type Route } from '../../web/route.ts'
import { regulationById } from '../regulation/queries.ts'
import { candidatesFor } from './candidates.ts'
import { type AppointInput, appointCoordinator, appointHead, appointStaff, endAppointment } from './commands/appoint.ts'
import { inCourse, orderedSteps } from './life-queries.ts'
import { siteList } from './list.tsx'
import { paths } from './paths.ts'
import { type ShownSite, siteOverview, siteStatus } from './ports.ts'
import { attachedSchools, pageSize, type Site, siteAppointments, siteById, siteHistory } from './queries.ts'
import { HistoryPage } from './views/history-page.tsx'
import { EndingPage, PeoplePage } from './views/people-page.tsx'
import { siteName } from './views/site-frame.tsx'
import { SitePage } from './views/site-page.tsx'
import { StatusPage } from './views/status-page.tsx'

const appointmentForm = z.strictObject({
  kind: chosenCode('роль'),
  personId: chosenId<PersonId>('человека'),
  startsOn: day('первый день'),
  endsOn: optionalDay('последний день'),
  ground: optionalText('основание', 300),
})

const endingForm = z.strictObject({ endsOn: day('последний день') })

const peopleAddress = z.object({ name: asked })
const pageAddress = z.object({ page: askedPage })

/** What permissions are asked about at a site; null when the territory has no such site. */
async function siteSubject(request: { ctx: Ctx; tx: Tx; params: { readonly site: SiteId } }): Promise<Subject | null> {
  const { ctx, tx, params } = request
  const rows = await tx
    .selectFrom('siteOrganisations')
    .select('organisationId')
    .where((is) => is.and({ territoryId: ctx.territory.id, siteId: params.site }))
    .execute()
  if (rows.length === 0) return null
  return { territoryId: ctx.territory.id, siteId: params.site, organisationIds: rows.map((row) => row.organisationId) }
}

type At<Pattern extends string, Query = unknown> = PageRequest<Pattern, Query>

/** The site and the regulation under which it began, with its exceptions; null when the territory has no such site. */
async function siteWithRegulation(tx: Tx, ctx: Ctx, id: SiteId) {
  const site = await siteById(tx, ctx, id)
  const stored = site && (await regulationById(tx, ctx.territory.id, site.regulationId, ctx.today))
  if (!site || !stored) return null
  const kinds = site.organisations.map(({ kind }) => kind)
  const regulation = ruledFor(stored.regulation, { theme: site.theme, kinds, organisations: kinds.length })
  return { site, regulation }
}

const shown = (ctx: Ctx, found: Omit<ShownSite, 'subject'>): ShownSite => ({
  ...found,
  subject: {
    territoryId: ctx.territory.id,
    siteId: found.site.id,
    organisationIds: found.site.organisations.map((one) => one.id),
  },
})

/** What the modules above add to a page of a site, in their order. */
const partsOf = <Part,>(
  { ctx, tx }: Pick<PageRequest, 'ctx' | 'tx'>,
  makers: readonly ((tx: Tx, ctx: Ctx, site: ShownSite) => Promise<Part>)[],
  site: ShownSite,
): Promise<Part[]> => Promise.all(makers.map((make) => make(tx, ctx, site)))

async function sitePage(request: At<typeof paths.site.pattern>) {
  const { ctx, tx, params } = request
  const found = await siteWithRegulation(tx, ctx, params.site)
  if (!found) return notFound
  const { site } = found
  const seesHistory = may(ctx, 'site.viewHistory', { territoryId: ctx.territory.id, siteId: site.id })
  const [people, attached, parts, history] = await Promise.all([
    siteAppointments(tx, ctx, site.id),
    attachedSchools(tx, ctx, site.id, ctx.today),
    partsOf(request, siteOverview.parts(), shown(ctx, found)),
    seesHistory ? siteHistory(tx, ctx, site.id, { page: 1, size: 6 }) : null,
  ])
  const partners = knownPartners(attached, {
    all: may(ctx, 'site.viewPartners', { territoryId: ctx.territory.id, siteId: site.id }),
    one: ({ organisationId }) => may(ctx, tellsWeakSchools, { territoryId: ctx.territory.id, organisationIds: [organisationId] }),
  })
  const unnamed = attached.length - partners.length
  const props = { ctx, ...found, people, attached: partners, unnamed, parts, facts: history?.facts ?? null }
  return pageOfSite(site, <SitePage {...props} />)
}

async function statusPage(request: At<typeof paths.siteStatus.pattern>) {
  const { ctx, tx, params } = request
  const found = await siteWithRegulation(tx, ctx, params.site)
  if (!found) return notFound
  const site = shown(ctx, found)
  const [parts, ordered] = await Promise.all([partsOf(request, siteStatus.parts(), site), orderedSteps(tx, ctx, site)])
  const steps = inCourse([...ordered, ...parts.flatMap((part) => part.steps)])
  return pageOfSite(found.site, <StatusPage ctx={ctx} {...found} steps={steps} parts={parts} />)
}

async function peoplePage(
  request: At<typeof paths.sitePeople.pattern | typeof paths.siteAppointments.pattern, { name?: string }>,
) {
  const { ctx, tx, params, query, form } = request
  const found = await siteWithRegulation(tx, ctx, params.site)
  if (!found) return notFound
  const asked = query.name ?? ''
  const chosen = valueOf(form, 'personId')
  const [{ candidates, isCut }, people] = await Promise.all([
    candidatesFor(tx, ctx, params.site, { name: asked, id: isId(chosen) ? chosen : null }),
    siteAppointments(tx, ctx, params.site),
  ])
  return pageOfSite(
    found.site,
    <PeoplePage ctx={ctx} {...found} people={people} candidates={candidates} isCut={isCut} asked={asked} form={form} />,
  )
}

async function endingPage({ ctx, tx, params, form }: At<typeof paths.appointmentEnd.pattern>) {
  const found = await siteWithRegulation(tx, ctx, params.site)
  const people = await siteAppointments(tx, ctx, params.site)
  const appointment = people.find((one) => one.id === params.appointment)
  if (!found || !appointment) return notFound
  return pageOfSite(found.site, <EndingPage ctx={ctx} {...found} appointment={appointment} form={form} />)
}

async function historyPage({ ctx, tx, params, query }: At<typeof paths.siteHistory.pattern, { page: number }>) {
  const found = await siteWithRegulation(tx, ctx, params.site)
  if (!found) return notFound
  const { facts, total, page } = await siteHistory(tx, ctx, params.site, { ...query, size: pageSize })
  return pageOfSite(found.site, <HistoryPage ctx={ctx} {...found} facts={facts} total={total} page={page} />)
}

const pageOfSite = (site: Site, body: preact.JSX.Element) => ({ title: siteName(site), section: 'sites' as const, body })

type Appointed = { kind: ReturnType<typeof appointmentForm.parse>['kind'] } & Omit<AppointInput, 'siteId'>

function appointAs(
  ctx: Acting,
  params: Params<typeof paths.siteAppointments.pattern>,
  { kind, ...form }: Appointed,
): Promise<Result<null>> {
  const input = { ...form, siteId: params.site }
  if (kind === 'head') return appointHead(ctx, input)
  return kind === 'coordinator' ? appointCoordinator(ctx, input) : appointStaff(ctx, { ...input, kind })
}

export const routes: Route[] = [
  ...siteList.routes,
  get(paths.site, { permits: 'site.view', subject: siteSubject, page: sitePage }),
  get(paths.siteStatus, { permits: 'site.view', subject: siteSubject, page: statusPage }),
  get(paths.sitePeople, { permits: 'site.view', subject: siteSubject, query: peopleAddress, page: peoplePage }),
  post(paths.siteAppointments, {
    permits: 'site.appointStaff',
    subject: siteSubject,
    form: appointmentForm,
    act: ({ ctx, params, form }) => appointAs(ctx, params, { ...form }),
    next: ({ params }) => ({ to: paths.sitePeople(params), notice: 'Назначение записано' }),
    again: peoplePage,
  }),
  ...formAt(paths.appointmentEnd, {
    permits: 'site.appointStaff',
    subject: siteSubject,
    form: endingForm,
    act: ({ ctx, params, form }) =>
      endAppointment(ctx, { siteId: params.site, appointmentId: params.appointment, endsOn: form.endsOn }),
    next: ({ params }) => ({ to: paths.sitePeople(params), notice: 'Последний день назначения записан' }),
    page: endingPage,
  }),
  get(paths.siteHistory, {
    permits: 'site.viewHistory',
    sees: 'site.view',
    subject: siteSubject,
    query: pageAddress,
    page: historyPage,
  }),
]
