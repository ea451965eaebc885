import { type Ctx, may } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { longDate } from '../../kernel/dates.ts'
import { type ApplicationSection, applicationSections } from '../../regulation/application-questions.ts'
import { basisOf } from '../../regulation/cite.ts'
import { headChosenTogether, lastDayOfStatus } from '../../regulation/questions.ts'
import type { Regulation } from '../../regulation/schema.ts'
import type { Params } from '../../web/paths.ts'
import { ruleText } from '../../web/refusals.ts'
import { type Answer, notFound, type PageRequest, seeOther } from '../../web/route.ts'
import { organisationChoices } from '../organisations/queries.ts'
import { directionsOf } from './call-queries.ts'
import type { OfApplication } from './case-pages.tsx'
import type { PartKey } from './commands/edit-section.ts'
import { offeredHeads } from './head-queries.ts'
import { remarksOf } from './operator/queries.ts'
import { paths } from './paths.ts'
import { type OpenApplication, openApplication } from './queries.ts'
import { isWritable, taking, tally, termObjection } from './rules.ts'
import { savesOf } from './section-queries.ts'
import { ruleTexts, sectionNames } from './texts.ts'
import { futureSite } from './view-queries.ts'
import { HeadPage } from './views/head-page.tsx'
import { OrganisationsPage } from './views/organisations-page.tsx'
import { AdviserPage, OrganisationPage, ThemePage } from './views/question-pages.tsx'
import type { SectionProps } from './views/section-frame.tsx'

type Opened = { readonly open: OpenApplication; readonly frame: SectionProps & { basis: ReturnType<typeof sectionBasis> } }

/** A question is answered while the application is in the hands of its authors; later its page is that of the application. */
async function question(request: OfApplication, part: PartKey, section: ApplicationSection): Promise<Opened | Answer> {
  const { ctx, tx, params, form, conflict } = request
  const open = await openApplication(tx, ctx, params.application)
  if (!open || !applicationSections(open.regulation).some(({ code }) => code === section)) return notFound
  if (!isWritable(open.app.state)) return seeOther(paths.application(params))
  const save = (await savesOf(tx, ctx, open.app.id))(part)
  const frame = {
    territory: ctx.territory,
    app: open.app,
    save,
    remarks: await remarksAt(tx, ctx, open, section),
    form,
    conflict,
    basis: sectionBasis(open.regulation, section),
  }
  return { open, frame }
}

const sectionBasis = (regulation: Regulation, section: ApplicationSection) =>
  applicationSections(regulation).find(({ code }) => code === section)?.basis ?? null

const isOpened = (found: Opened | Answer): found is Opened => typeof found === 'object' && 'frame' in found

async function remarksAt(tx: Tx, ctx: Ctx, { app }: OpenApplication, section: ApplicationSection) {
  if (app.state !== 'returned') return []
  const remarks = await remarksOf(tx, ctx, app.id, app.round)
  return remarks.filter((one) => one.section.split('.')[0] === section && one.settledAt === null)
}

export async function themePage(request: OfApplication): Promise<Answer> {
  const found = await question(request, 'theme', 'theme')
  if (!isOpened(found)) return found
  const { ctx, tx } = request
  const { app, regulation } = found.open
  const objection = termObjection(regulation, app)
  const last = app.wantedFrom === null ? null : lastDayOfStatus(regulation, app.wantedFrom)
  const longest =
    last?.value && last.basis ? `По Положению — не дольше чем по ${longDate(last.value)} (${last.basis.text})` : null
  const body = (
    <ThemePage
      {...found.frame}
      directions={await directionsOf(tx, ctx, app, regulation)}
      objection={objection && ruleText(ruleTexts, objection)}
      longest={longest}
    />
  )
  return { title: sectionNames.theme, section: 'applications', body }
}

export async function adviserPage(request: OfApplication): Promise<Answer> {
  const found = await question(request, 'adviser', 'adviser')
  if (!isOpened(found)) return found
  const body = <AdviserPage {...found.frame} regulation={found.open.regulation} />
  return { title: sectionNames.adviser, section: 'applications', body }
}

/** The list of organisations; a regulation without common sites has one, whose page it is. */
export async function organisationsPage(request: OfApplication): Promise<Answer> {
  const found = await question(request, 'theme', 'organisations')
  if (!isOpened(found)) return found
  const { ctx, tx, params } = request
  const { participants, regulation } = found.open
  const [lead] = participants
  if (regulation.joint === null && participants.length === 1 && request.form === null)
    return seeOther(paths.applicationOrganisation({ ...params, organisation: lead!.id }))
  const body = (
    <OrganisationsPage
      {...found.frame}
      basis={regulation.joint ? basisOf(regulation, regulation.joint.clause) : found.frame.basis}
      participants={participants}
      choices={regulation.joint === null ? null : await toInvite(tx, ctx, found.open)}
    />
  )
  return { title: sectionNames.organisations, section: 'applications', body }
}

async function toInvite(tx: Tx, ctx: Ctx, { participants, regulation }: OpenApplication) {
  const known = new Set<string>(participants.map(({ id }) => id))
  const choices = await organisationChoices(tx, ctx)
  return choices
    .filter(({ id, kind }) => !known.has(id) && regulation.hostKinds.kinds.includes(kind))
    .map(({ id, name }) => ({ value: id, label: name }))
}

type OfOrganisation = Omit<OfApplication, 'params'> & { params: Params<typeof paths.applicationOrganisation.pattern> }

export async function organisationPage(request: OfOrganisation): Promise<Answer> {
  const { organisation } = request.params
  const found = await question(request, `organisation:${organisation}`, 'organisations')
  if (!isOpened(found)) return found
  const { participants, regulation } = found.open
  const participant = participants.find(({ id }) => id === organisation)
  if (!participant) return notFound
  const body = (
    <OrganisationPage
      {...found.frame}
      regulation={regulation}
      participant={participant}
      joint={taking(participants).length > 1}
    />
  )
  return { title: participant.shortName, section: 'applications', body }
}

export async function headPage(request: OfApplication & { query?: PageRequest['query'] }): Promise<Answer> {
  const found = await question(request, 'head', 'head')
  if (!isOpened(found)) return found
  const { ctx, tx } = request
  const { app, regulation, participants, head, view } = found.open
  const asked = (request.query as { q?: string } | undefined)?.q ?? ''
  const offered = await offeredHeads(tx, ctx, regulation, futureSite(ctx, app, participants), asked || null)
  const body = (
    <HeadPage
      {...found.frame}
      regulation={regulation}
      head={head}
      shown={view.head}
      offered={offered}
      asked={asked}
      election={await electionOf(tx, ctx, found.open)}
      mayRegister={may(ctx, 'person.register', {
        territoryId: ctx.territory.id,
        organisationIds: ctx.actor.headsOrganisations,
      })}
    />
  )
  return { title: sectionNames.head, section: 'applications', body }
}

/** How the choice of the head stands, where the organisations choose together. */
async function electionOf(tx: Tx, ctx: Ctx, { app, regulation, participants, votes }: OpenApplication) {
  const taken = taking(participants)
  const { value, basis } = headChosenTogether(regulation, taken.length)
  if (!value || basis === null) return null
  const voted = new Set<string>(
    votes.filter(({ candidatePersonId }) => candidatePersonId === app.headPersonId).map(({ organisationId }) => organisationId),
  )
  return {
    tally: tally(votes, participants, app.headPersonId),
    basis,
    missing: taken.filter(({ id }) => !voted.has(id)).map(({ shortName }) => shortName),
    ownToVote: taken.some(({ id }) => !voted.has(id) && ctx.actor.headsOrganisations.includes(id)),
    save: (await savesOf(tx, ctx, app.id))('protocol'),
  }
}
