import type { Db } from '../../src/db/pool.ts'
import type { Day, OrganisationId, PersonId, ProgrammeId, TraineeshipId } from '../../src/kernel/types.ts'
import { noCompletion } from '../../src/modules/programmes/completion-rules.ts'
import { agreeProgramme, sendProgramme } from '../../src/modules/programmes/deeds/agree.ts'
import { fixOwnVersion } from '../../src/modules/programmes/deeds/versions.ts'
import type { Completion, ProgrammeContent } from '../../src/modules/programmes/model.ts'
import { shownProgramme } from '../../src/modules/programmes/queries.ts'
import { acceptOffer } from '../../src/modules/traineeships/deeds/answer.ts'
import { offerTraineeship } from '../../src/modules/traineeships/deeds/begin.ts'
import { beginTraineeship } from '../../src/modules/traineeships/deeds/run.ts'
import type { Regulation } from '../../src/regulation/schema.ts'
import { stepsOf } from '../../src/regulation/work/steps.ts'
import { anOrganisation, aPerson, ctxOf, inScope } from '../factory.ts'
import { aPlanningSite, mustWork, type PlanningSite, whoDecides } from './plans.ts'
import { aProgramme, aProgrammeContent } from './programmes.ts'

/** A site with a programme of 36 hours by which one may learn, a school that may send people, its head and a teacher of it. */
export type LearningSite = {
  readonly site: PlanningSite
  readonly programmeId: ProgrammeId
  readonly schoolId: OrganisationId
  readonly director: PersonId
  readonly trainee: PersonId
  /** Another teacher of the school. */
  readonly another: () => Promise<PersonId>
  readonly as: (person: PersonId, on?: Day) => ReturnType<typeof ctxOf>
}

/** Such a site under a regulation, its programme fixed and agreed where the paper lets somebody agree it. */
export async function aLearningSite(
  db: Db,
  regulation: Regulation,
  today: Day = '2021-10-01',
  completion?: Asking,
): Promise<LearningSite> {
  const asking = { ...regulation, application: null }
  const site = await aPlanningSite(db, asking, today)
  const programmeId = await aFixedProgramme(site, asking, undefined, completion)
  const { territory } = site
  const schoolId = await anOrganisation(db, territory)
  const person = (kind: 'head' | 'teacher') => aPerson(db, territory, { post: { organisationId: schoolId, kind } })
  const director = await person('head')
  const trainee = await person('teacher')
  const another = () => person('teacher')
  return { site, programmeId, schoolId, director, trainee, another, as: (one, on) => ctxOf(db, territory, one, on) }
}

/** What a paper about the programme is given for. */
export type Asking = (content: ProgrammeContent) => Partial<Completion>

/** A programme of a site that is fixed, and agreed by whom the paper names. */
export async function aFixedProgramme(
  site: PlanningSite,
  regulation: Regulation,
  title = 'Урок для каждого',
  completion?: Asking,
): Promise<ProgrammeId> {
  const head = await site.as('head')
  const written = aProgrammeContent(regulation)
  const content = completion ? { ...written, completion: { ...noCompletion, ...completion(written) } } : written
  const id = await aProgramme(head, { siteId: site.siteId }, { title, content })
  const { version } = (await inScope(site.db, site.territory.id, (tx) => shownProgramme(tx, site, id)))!
  mustWork(await fixOwnVersion.run(head, { id, version }))
  const steps = stepsOf(regulation, 'programme')
  if (steps.length > 0) mustWork(await sendProgramme.run(head, { id, version: 0 }))
  for (const [at, { by }] of steps.entries()) {
    const said = { remark: null, present: null, inFavour: null, protocol: null }
    mustWork(await agreeProgramme.run(await site.as(whoDecides(by)), { id, version: 100 + at, ...said }))
  }
  return id
}

/** What is asked for usually. */
export const terms = (there: LearningSite, more: Partial<{ startsOn: Day; endsOn: Day; format: string | null }> = {}) => ({
  programmeId: there.programmeId,
  startsOn: '2021-10-01',
  endsOn: '2022-05-31',
  format: null,
  licenceHolder: null,
  ...more,
})

/** A traineeship that goes on: offered by the site, agreed by the trainee, begun. */
export async function aTraineeship(
  there: LearningSite,
  more: Partial<{ trainee: PersonId; guide: PersonId | null; format: string | null; begun: boolean }> = {},
): Promise<TraineeshipId> {
  const { site, as } = there
  const { trainee = there.trainee, guide = null, format = null, begun = true } = more
  const head = await site.as('head')
  const offer = { ...terms(there, { format }), id: site.siteId, personId: trainee, guide }
  const id = mustWork(await offerTraineeship.run(head, offer)) as TraineeshipId
  mustWork(await acceptOffer.run(await as(trainee), { id, version: 1 }))
  if (begun) mustWork(await beginTraineeship.run(head, { id, version: 2 }))
  return id
}
