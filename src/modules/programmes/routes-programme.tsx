import { z } from 'zod'
import { may } from '../../authz/ctx.ts'
import { localTime } from '../../kernel/clock.ts'
import type { ProgrammeId } from '../../kernel/types.ts'
import { askedNumber } from '../../web/address.ts'
import { paper } from '../../web/paper.ts'
import { type Answer, get, notFound, type PageRequest, post, type Route, type SubjectOf, seeOther } from '../../web/route.ts'
import { namedOn } from '../organisations/name-queries.ts'
import { siteById } from '../sites/queries.ts'
import { fixOwnVersion } from './commands/fix-version.ts'
import { startProgramme } from './commands/start-programme.ts'
import { dropVersion, startVersion } from './commands/start-version.ts'
import { compareProgrammes } from './comparison-rules.ts'
import { emptyForm, startForm, versionForm } from './forms.ts'
import { paths } from './paths.ts'
import { ownerApplication } from './ports.ts'
import { programmeDocument } from './programme-document.ts'
import { programmesOfSite } from './queries.ts'
import { programmeSubject, siteSubject, writingSubject } from './route-subjects.ts'
import { programmeSheet } from './sheet.ts'
import { contentOf, idOfApplication } from './store.ts'
import { ComparisonPage } from './views/comparison-page.tsx'
import { ProgrammePage } from './views/programme-page.tsx'
import { SiteProgrammesPage } from './views/site-programmes-page.tsx'
import { StartPage } from './views/start-page.tsx'
import { mayBeWritten } from './writing-queries.ts'

const versionQuery = z.object({ version: askedNumber })
type AtProgramme = { territory: string; programme: ProgrammeId }
type ForProgramme<Query> = Omit<PageRequest, 'params' | 'query'> & { params: AtProgramme; query: Query }

async function programmePage({ ctx, tx, params, query, form }: ForProgramme<{ version?: number | null }>): Promise<Answer> {
  const sheet = await programmeSheet(tx, ctx, params.programme, query.version ?? null)
  if (!sheet) return notFound
  return {
    title: sheet.programme.title,
    section: sheet.owner.kind === 'site' ? 'sites' : 'applications',
    body: <ProgrammePage ctx={ctx} sheet={sheet} form={form} />,
  }
}

const writingApplication: SubjectOf<typeof paths.applicationProgramme.pattern> = ({ ctx, tx, params }) =>
  ownerApplication.only().writingSubject(tx, ctx, params.application)
const seenApplication: SubjectOf<typeof paths.applicationProgramme.pattern> = ({ ctx, tx, params }) =>
  ownerApplication.only().subject(tx, ctx, params.application)

async function startPage({ ctx, tx, params, form }: PageRequest<typeof paths.applicationProgramme.pattern>): Promise<Answer> {
  const programme = await idOfApplication(tx, ctx, params.application)
  if (programme) return seeOther(paths.programme({ territory: params.territory, programme }))
  const application = await ownerApplication.only().shown(tx, ctx, params.application)
  if (!application) return notFound
  const writing = await ownerApplication.only().writingSubject(tx, ctx, application.id)
  const open = await mayBeWritten(tx, ctx, { applicationId: application.id, siteId: null })
  const canStart = writing !== null && may(ctx, 'programme.edit', writing) && open.ok
  const props = { territory: ctx.territory, canStart, form }
  return { title: 'Программа', section: 'applications', body: <StartPage {...props} application={application} /> }
}

async function sitePage({ ctx, tx, params, form }: PageRequest<typeof paths.siteProgrammes.pattern>): Promise<Answer> {
  const site = await siteById(tx, ctx, params.site)
  const subject = await siteSubject({ ctx, tx, params })
  if (!site || !subject) return notFound
  const name = site.organisations.find(({ isLead }) => isLead)?.shortName ?? site.theme
  const props = {
    ctx,
    site: { id: site.id, name, theme: site.theme },
    programmes: await programmesOfSite(tx, ctx, site.id),
    canStart: may(ctx, 'programme.edit', subject) && (await mayBeWritten(tx, ctx, { applicationId: null, siteId: site.id })).ok,
    form,
  }
  return { title: 'Программы площадки', section: 'sites', body: <SiteProgrammesPage {...props} /> }
}

const reads = { permits: 'programme.view', sees: 'programme.view', subject: programmeSubject } as const
const back = ({ territory, programme }: AtProgramme) => paths.programme({ territory, programme })

export const programmeRoutes: Route[] = [
  get(paths.programme, { ...reads, query: versionQuery, page: programmePage }),
  get(paths.programmeComparison, {
    ...reads,
    query: z.object({ from: askedNumber, to: askedNumber }),
    page: async ({ ctx, tx, params, query }) => {
      const sheet = await programmeSheet(tx, ctx, params.programme)
      const [from, to] = [query.from, query.to].map((wanted) => sheet?.versions.find(({ number }) => number === wanted))
      if (!sheet || !from || !to) return notFound
      const changes = compareProgrammes(await contentOf(tx, ctx, from.id), await contentOf(tx, ctx, to.id), sheet.regulation)
      const body = <ComparisonPage territory={ctx.territory} sheet={sheet} from={from} to={to} changes={changes} />
      return {
        title: `Редакции ${from.number} и ${to.number}`,
        section: sheet.owner.kind === 'site' ? 'sites' : 'applications',
        body,
      }
    },
  }),
  get(paths.programmeDocument, {
    ...reads,
    query: versionQuery,
    page: async ({ ctx, tx, params, query }) => {
      const sheet = await programmeSheet(tx, ctx, params.programme, query.version)
      if (!sheet) return notFound
      const { content, regulation, version, programme, owner } = sheet
      const day = version.fixedAt ? localTime(version.fixedAt, ctx.territory.timeZone).day : ctx.today
      // What is fixed names the organisations as they were called on that day.
      const hosts = owner.ids.map((id) => ({ id }))
      const organisations =
        version.fixedAt && hosts.length > 0
          ? (await namedOn(tx, ctx, hosts, day)).map(({ fullName }) => fullName)
          : owner.organisations
      const given = { title: programme.title, organisations, content, regulation, day }
      return paper(programmeDocument({ ...given, isDraft: version.state === 'draft' }), params.format)
    },
  }),
  post(paths.programmeVersions, {
    permits: 'programme.edit',
    sees: 'programme.view',
    subject: writingSubject,
    form: versionForm,
    act: ({ ctx, params, form }) => startVersion(ctx, { programmeId: params.programme, reason: form.reason }),
    next: ({ params }) => ({ to: back(params), notice: 'Новая редакция начата. Прежняя остаётся, как была' }),
    again: programmePage,
  }),
  post(paths.programmeVersionDrops, {
    permits: 'programme.edit',
    sees: 'programme.view',
    subject: writingSubject,
    form: emptyForm,
    act: ({ ctx, params }) => dropVersion(ctx, { programmeId: params.programme }),
    next: ({ params }) => ({ to: back(params), notice: 'От новой редакции отказались' }),
    again: programmePage,
  }),
  post(paths.programmeFixings, {
    permits: 'programme.edit',
    sees: 'programme.view',
    subject: writingSubject,
    form: emptyForm,
    act: ({ ctx, params, version }) => fixOwnVersion(ctx, { programmeId: params.programme, version }),
    next: ({ params }) => ({ to: back(params), notice: 'Редакция закреплена' }),
    again: programmePage,
  }),

  get(paths.applicationProgramme, {
    permits: 'programme.view',
    sees: 'programme.view',
    subject: seenApplication,
    page: startPage,
  }),
  post(paths.applicationProgramme, {
    permits: 'programme.edit',
    sees: 'programme.view',
    subject: writingApplication,
    form: startForm,
    act: ({ ctx, params, form }) => startProgramme(ctx, { applicationId: params.application, ...form }),
    next: ({ params, value }) => ({
      to: paths.programme({ territory: params.territory, programme: value }),
      notice: 'Программа начата',
    }),
    again: startPage,
  }),
  get(paths.siteProgrammes, { permits: 'programme.view', sees: 'site.view', subject: siteSubject, page: sitePage }),
  post(paths.siteProgrammes, {
    permits: 'programme.edit',
    sees: 'programme.view',
    subject: siteSubject,
    form: startForm,
    act: ({ ctx, params, form }) => startProgramme(ctx, { siteId: params.site, ...form }),
    next: ({ params, value }) => ({
      to: paths.programme({ territory: params.territory, programme: value }),
      notice: 'Программа начата',
    }),
    again: sitePage,
  }),
]
