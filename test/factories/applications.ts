import type { Territory } from '../../src/authz/ctx.ts'
import type { Db } from '../../src/db/pool.ts'
import { instantOf } from '../../src/kernel/clock.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { ApplicationId, CallId, Day, Instant, OrganisationId, PersonId } from '../../src/kernel/types.ts'
import { submitApplication } from '../../src/modules/applications/deeds/send.ts'
import { startApplication } from '../../src/modules/applications/deeds/start.ts'
import { castVote, confirmParticipation, inviteOrganisation } from '../../src/modules/applications/deeds/together.ts'
import { nameHead, recordProtocol, saveAdviser, saveOrganisation, saveTheme } from '../../src/modules/applications/deeds/write.ts'
import { addEvidence } from '../../src/modules/applications/evidence/deeds.ts'
import type { ApplicationAction, ApplicationState } from '../../src/modules/applications/machine.ts'
import { numberOf } from '../../src/modules/applications/model.ts'
import { applicationById, lockApplication, moveApplication, participantsOf } from '../../src/modules/applications/queries.ts'
import { unfixVersion } from '../../src/modules/programmes/commands/fix-version.ts'
import type { PostKind } from '../../src/regulation/dictionary.ts'
import { eligibilityCriteria } from '../../src/regulation/hosts/questions.ts'
import { applicationSections } from '../../src/regulation/intake/questions.ts'
import type { Regulation } from '../../src/regulation/schema.ts'
import { hasStep } from '../../src/regulation/status/questions.ts'
import { contingentOf } from '../../src/regulation/work/questions.ts'
import { anOrganisation, aPerson, aTerritory, ctxOf, inScope, type TestCtx } from '../factory.ts'
import { aCheckedFile } from './files.ts'
import { mustWork } from './plans.ts'
import { aProgramme, aProgrammeContent } from './programmes.ts'
import { aNetwork, type Network } from './sites.ts'

/** A territory in which schools apply: two schools with their heads, the operator, the authority, and a call where the regulation has calls. */
export type ApplyingTerritory = {
  readonly db: Db
  readonly territory: Territory
  readonly network: Network
  readonly regulation: Regulation
  readonly callId: CallId | null
  /** The lead school and another one. */
  readonly schools: readonly [OrganisationId, OrganisationId]
  readonly operatorId: OrganisationId
  readonly people: Readonly<Record<Who, PersonId>>
  readonly as: (who: Who, on?: Day) => Promise<TestCtx>
}
type Who = 'head' | 'deputy' | 'otherHead' | 'methodist' | 'official' | 'stranger' | 'elsewhere'

/** `head` and `deputy` work in the lead school and may head a site by any of the regulations; `elsewhere` heads a third school. */
export async function anApplyingTerritory(
  db: Db,
  regulation: Regulation,
  today: Day = '2021-10-01',
  more: Partial<Territory> = {},
): Promise<ApplyingTerritory> {
  const territory = await aTerritory(db, today, more)
  const network = await aNetwork(db, territory, regulation)
  const operatorId = await anOrganisation(db, territory, { kind: 'methodicalCentre', isOperator: true })
  const schools = [await aSchool(db, territory), await aSchool(db, territory)] as const
  const works = (organisationId: OrganisationId, kind: PostKind) =>
    aPerson(db, territory, {
      category: 'highest',
      post: { organisationId, kind, title: kind === 'head' ? 'Директор' : 'Заместитель' },
    })
  const people = {
    head: await works(schools[0], 'head'),
    deputy: await works(schools[0], 'deputyHead'),
    otherHead: await works(schools[1], 'head'),
    methodist: await aPerson(db, territory, { roles: ['methodist'] }),
    official: network.ctx.actor.personId,
    stranger: await aPerson(db, territory),
    elsewhere: await works(await aSchool(db, territory), 'head'),
  }
  await inScope(db, territory.id, (tx) =>
    tx
      .insertInto('achievements')
      .values(
        [people.head, people.deputy].map((personId) => ({
          territoryId: territory.id,
          id: newId(),
          personId,
          title: 'Победитель конкурса «Учитель года»',
          achievedOn: '2020-05-01',
        })),
      )
      .execute(),
  )
  const callId = hasStep(regulation, 'call') ? await aCall(db, network, regulation, today) : null
  const as = (who: Who, on?: Day) => ctxOf(db, territory, people[who], on)
  return { db, territory, network, regulation, callId, schools, operatorId, people, as }
}

async function aSchool(db: Db, territory: Territory): Promise<OrganisationId> {
  const id = await anOrganisation(db, territory)
  await inScope(db, territory.id, (tx) =>
    tx
      .updateTable('organisations')
      .set({ address: 'ул. Школьная, д. 1', phone: '8 (81372) 2-22-22', email: 'shkola@primer.ru' })
      .where('territoryId', '=', territory.id)
      .where('id', '=', id)
      .execute(),
  )
  return id
}

/** A call that began a week before the day and ends in three weeks, at 18:00. */
export async function aCall(
  db: Db,
  { territory, orderId, regulationId }: Network,
  regulation: Regulation,
  today: Day,
  more: Partial<{ closesAt: Instant; opensAt: Instant; expertsPerApplication: number }> = {},
): Promise<CallId> {
  const id = newId<CallId>()
  const noon = instantOf(today, '18:00:00', territory.timeZone).getTime()
  const day = 86_400_000
  await inScope(db, territory.id, (tx) =>
    tx
      .insertInto('calls')
      .values({
        territoryId: territory.id,
        id,
        title: 'Приём заявок 2021 года',
        opensAt: new Date(noon - 7 * day),
        closesAt: new Date(noon + 21 * day),
        initiators: [...(regulation.initiators?.who ?? ['organisation'])],
        directions: [],
        contingent: [...contingentOf(regulation)],
        places: 3,
        expertsPerApplication: 3,
        reviewDueOn: null,
        spreadLimit: 25,
        criteria: JSON.stringify(criteria),
        regulationId,
        orderId,
        pointNumber: '1',
        createdAt: new Date(noon - 8 * day),
        ...more,
      })
      .execute(),
  )
  return id
}

const levels = [0, 1, 2, 3].map((points) => ({ points, text: `Уровень ${points}` }))
const criteria = [
  { code: 'relevance', title: 'Актуальность программы', weight: 2, levels, comment: 'edges' },
  { code: 'resources', title: 'Ресурсы организации', weight: 1, levels, comment: 'edges' },
]

type Given = Partial<{
  /** How far it has come; `complete` is a whole draft. What comes after `submitted` is reached by the machine alone. */
  state: 'complete' | ApplicationState
  /** The other school takes part. */
  joint: boolean
  initiator: keyof typeof beginners
  theme: string
  headPersonId: PersonId
}>

/** An application that goes through the commands of the applicant up to the state asked for. */
export async function anApplication(there: ApplyingTerritory, given: Given = {}): Promise<ApplicationId> {
  const { state = 'submitted', joint = false, theme = 'Читаем на каждом уроке' } = given
  const id = await aDraftApplication(there, { theme, initiator: given.initiator })
  if (state === 'draft') return id
  await fillIn(there, id, { joint, headPersonId: given.headPersonId ?? there.people.head })
  if (state === 'complete') return id
  await send(there, id)
  for (const action of wayTo[state] ?? []) await moveOn(there, id, action)
  return id
}

const beginners = { organisation: 'head', operator: 'methodist', authority: 'official' } as const

/** Begun and nothing more: for the lead school, by its head or by the office. */
export async function aDraftApplication(
  there: ApplyingTerritory,
  { theme = null, initiator = 'organisation' }: { theme?: string | null; initiator?: keyof typeof beginners } = {},
): Promise<ApplicationId> {
  const ctx = await there.as(beginners[initiator])
  return mustWork(await startApplication(ctx, { callId: there.callId, initiator, organisationId: there.schools[0], theme }))
}

/** Fills in every section the regulation has; the sections must not have been saved before. */
export async function fillIn(
  there: ApplyingTerritory,
  applicationId: ApplicationId,
  { joint = false, headPersonId = there.people.head }: { joint?: boolean; headPersonId?: PersonId } = {},
): Promise<void> {
  const { regulation, schools, db, territory } = there
  const head = await there.as('head')
  const sections = applicationSections(regulation).map(({ code }) => code)
  const takesPart = { id: applicationId, reason: '' }
  mustWork(await confirmParticipation.run(head, { ...takesPart, organisation: schools[0] }))
  const app = (await inScope(db, territory.id, (tx) => applicationById(tx, there, applicationId)))!
  const theme = app.theme || 'Читаем на каждом уроке'
  const term = { wantedFrom: '2022-01-10', wantedTo: '2024-12-31' }
  mustWork(await saveTheme.run(head, { id: applicationId, version: 0, theme, direction: null, ...term }))
  if (joint) {
    mustWork(await inviteOrganisation.run(head, { id: applicationId, organisationId: schools[1] }))
    mustWork(await confirmParticipation.run(await there.as('otherHead'), { ...takesPart, organisation: schools[1] }))
    for (const { id, shortName: _, isLead: __, state: ___, remark: ____, ...details } of await inScope(db, territory.id, (tx) =>
      participantsOf(tx, there, applicationId),
    ))
      mustWork(
        await saveOrganisation.run(head, {
          id: applicationId,
          organisation: id,
          version: 0,
          ...details,
          share: 'Проводит мастерские',
        }),
      )
  }
  mustWork(await nameHead.run(head, { id: applicationId, version: 0, personId: headPersonId }))
  if (joint) await elect(there, applicationId, headPersonId)
  if (sections.includes('adviser'))
    mustWork(
      await saveAdviser.run(head, { id: applicationId, version: 0, name: 'Орлова Вера Павловна', post: 'доцент', nobody: false }),
    )
  const { base, further, furtherNeeded } = eligibilityCriteria(regulation).value
  for (const { code: criterion } of [...base, ...further.slice(0, furtherNeeded)])
    mustWork(
      await addEvidence.run(head, {
        id: applicationId,
        criterion,
        files: [],
        link: 'https://shkola.primer.ru/opyt',
        facts: [],
        note: '',
      }),
    )
  if (sections.includes('programme')) await aProgramme(head, { applicationId }, { content: aProgrammeContent(regulation) })
}

/** Both schools vote for the head, and the protocol is there. `keepFilesIn` has been called. */
export async function elect(there: ApplyingTerritory, applicationId: ApplicationId, candidateId: PersonId): Promise<void> {
  const vote = { id: applicationId, candidateId, choice: 'for' as const }
  mustWork(await castVote.run(await there.as('head'), { ...vote, organisation: there.schools[0] }))
  mustWork(await castVote.run(await there.as('otherHead'), { ...vote, organisation: there.schools[1] }))
  const protocol = { id: applicationId, version: 0, number: '3', on: '2021-09-20', files: [await aCheckedFile('протокол.pdf')] }
  mustWork(await recordProtocol.run(await there.as('head'), protocol))
}

/** The head of the lead school sends it. */
export async function send(there: ApplyingTerritory, applicationId: ApplicationId): Promise<number> {
  const app = (await inScope(there.db, there.territory.id, (tx) => applicationById(tx, there, applicationId)))!
  const { one } = mustWork(await submitApplication.run(await there.as('head'), { id: applicationId, version: app.editVersion }))
  return numberOf(one)
}

const wayTo: Partial<Record<ApplicationState, readonly ApplicationAction[]>> = {
  returned: ['return'],
  admitted: ['admit'],
  underReview: ['admit', 'startReview'],
  reviewed: ['admit', 'startReview', 'finishReview'],
}

/** Moves an application on without the deed that usually does it; a returned one has its programme opened again. */
export async function moveOn(there: ApplyingTerritory, applicationId: ApplicationId, action: ApplicationAction): Promise<void> {
  const ctx = await there.as('methodist')
  await inScope(there.db, there.territory.id, async (tx) => {
    const app = (await lockApplication(tx, ctx, applicationId))!
    mustWork(await moveApplication(tx, ctx, app, action))
    if (action === 'return') mustWork(await unfixVersion(tx, ctx, applicationId))
  })
}
