import type { Db } from '../../src/db/pool.ts'
import type { ApplicationId, Day, OperatorSubmissionId, OrderId, OrganisationId, PersonId } from '../../src/kernel/types.ts'
import { withdrawApplication } from '../../src/modules/applications/deeds/send.ts'
import { letIn } from '../../src/modules/applications/deeds/together.ts'
import type { ApplicationState } from '../../src/modules/applications/machine.ts'
import { publishCalls } from '../../src/modules/calls/commands/publish-calls.ts'
import type { ReviewCriterion } from '../../src/modules/calls/model.ts'
import { protocols } from '../../src/modules/reviews/case.ts'
import { assignExperts } from '../../src/modules/reviews/deeds/lead.ts'
import { signProtocol, startProtocol } from '../../src/modules/reviews/deeds/protocol.ts'
import { startSubmission } from '../../src/modules/submissions/commands/start-submission.ts'
import { draftChoice, sendSubmission } from '../../src/modules/submissions/deeds.ts'
import type { Regulation } from '../../src/regulation/schema.ts'
import { anOrganisation, aPerson, ctxOf, inScope, type TestCtx } from '../factory.ts'
import { lenobl } from '../regulations.ts'
import { type ApplyingTerritory, anApplication, send } from './applications.ts'
import { checked, returned } from './checks.ts'
import { mustWork } from './plans.ts'
import { anExpert, criteriaOf, declared, reviewsIn, sent } from './reviews.ts'
import { aDecidingTerritory, signedBy, submissionNow } from './submissions.ts'

const roles = ['editor', 'expert', 'declaredExpert', 'sentExpert', 'otherExpert', 'teacher', 'specialist', 'signatory'] as const
export type CaseRole = (typeof roles)[number]

/** By what a test knows an expert and their conclusion wherever it is shown. */
export const expertNames = {
  expert: 'Журавлёва',
  declaredExpert: 'Синицына',
  sentExpert: 'Воробьёва',
  otherExpert: 'Голубева',
} as const
const readers = ['expert', 'declaredExpert', 'sentExpert'] as const
export type Reader = (typeof readers)[number]
export const reasons: Readonly<Record<Reader, string>> = {
  expert: 'Довод первого эксперта',
  declaredExpert: 'Довод второго эксперта',
  sentExpert: 'Довод третьего эксперта',
}
export const totals: Readonly<Record<Reader, RegExp>> = { expert: /66[,.]67/, declaredExpert: /77[,.]78/, sentExpert: /88[,.]89/ }

/** A territory in which applications of several schools stand in every state, reached by the commands, with everybody who has a say in them. */
export type CaseTerritory = ApplyingTerritory & {
  /** `expert` has declared nothing, `declaredExpert` has, `sentExpert` has sent a conclusion; `otherExpert` reads nothing of it. */
  readonly cast: Readonly<Record<CaseRole, PersonId>>
  readonly applications: Readonly<Record<ApplicationState, ApplicationId>>
  /** What is before the authority, and the order that decided the first two applications. */
  readonly submissionId: string
  readonly orderId: OrderId
}

/** `keepFilesIn` has been called: an application of several schools comes with the protocol of their meeting. */
export async function everyCase(db: Db, regulation: Regulation = lenobl, today: Day = '2021-12-01'): Promise<CaseTerritory> {
  const there = await aDecidingTerritory(db, regulation, today)
  const methodist = await there.as('methodist')
  await inScope(db, there.territory.id, (tx) => publishCalls(tx, methodist, [there.callId!]))
  const cast = await aCast(there)
  const granted = await anApplicationOf(there, cast, 'reviewed')
  const declined = await anApplicationOf(there, cast, 'reviewed')
  await aSignedMeeting(there)
  const orderId = await decided(there, granted, declined)
  const proposed = await anApplicationOf(there, cast, 'reviewed')
  const { id: submissionId } = await proposedAnew(there)
  const reviewed = await anApplicationOf(there, cast, 'reviewed')
  const underReview = await anApplicationOf(there, cast, 'underReview')
  const early = {} as Record<'draft' | 'submitted' | 'returned' | 'admitted' | 'withdrawn', ApplicationId>
  for (const state of ['draft', 'submitted', 'returned', 'admitted', 'withdrawn'] as const)
    early[state] = await anApplicationOf(there, cast, state)
  const applications = { ...early, underReview, reviewed, proposed, granted, declined }
  return { ...there, cast, applications, submissionId, orderId }
}

async function aCast(there: ApplyingTerritory): Promise<Record<CaseRole, PersonId>> {
  const works = (organisationId: OrganisationId) =>
    aPerson(there.db, there.territory, { post: { organisationId, kind: 'teacher', title: 'Учитель' } })
  const ofThePool = async (who: keyof typeof expertNames) =>
    anExpert(there, { personId: await aPerson(there.db, there.territory, { familyName: expertNames[who] }) })
  return {
    editor: await works(there.schools[0]),
    teacher: await works(await anOrganisation(there.db, there.territory)),
    expert: await ofThePool('expert'),
    declaredExpert: await ofThePool('declaredExpert'),
    sentExpert: await ofThePool('sentExpert'),
    otherExpert: await ofThePool('otherExpert'),
    specialist: await aPerson(there.db, there.territory, { roles: ['official'] }),
    signatory: await aPerson(there.db, there.territory, { roles: ['signatory'] }),
  }
}

let themes = 0
type Made = 'draft' | 'submitted' | 'returned' | 'admitted' | 'withdrawn' | 'underReview' | 'reviewed'

async function anApplicationOf(there: ApplyingTerritory, cast: Record<CaseRole, PersonId>, state: Made): Promise<ApplicationId> {
  const theme = `Тема ${++themes} для сети школ`
  const id = await anApplication(there, { state: 'complete', joint: true, theme })
  mustWork(await letIn.run(await there.as('head'), { id, personId: cast.editor }))
  if (state === 'draft') return id
  await send(there, id)
  if (state === 'submitted') return id
  if (state === 'withdrawn') mustWork(await withdrawApplication.run(await there.as('head'), { id, reason: 'Школа на ремонте' }))
  else if (state === 'returned') await returned(there, id)
  else await checked(there, id)
  if (state === 'underReview' || state === 'reviewed') await reviewed(there, cast, id, state)
  return id
}

async function reviewed(
  there: ApplyingTerritory,
  cast: Record<CaseRole, PersonId>,
  applicationId: ApplicationId,
  state: 'underReview' | 'reviewed',
): Promise<void> {
  const personIds = [cast.expert, cast.declaredExpert, cast.sentExpert]
  mustWork(await assignExperts.run(await there.as('methodist'), { id: applicationId, experts: personIds, dueOn: '2021-12-20' }))
  const [first, second] = await criteriaOf(there)
  for (const review of await reviewsIn(there, applicationId)) {
    const who = readers.find((one) => cast[one] === review.expertId)!
    const points = (criterion: ReviewCriterion, level: number) => criterion.levels[level]!.points
    const scores = [
      { code: first!.code, points: points(first!, who === 'sentExpert' ? 3 : 2), comment: reasons[who] },
      { code: second!.code, points: points(second!, who === 'declaredExpert' ? 3 : 2), comment: reasons[who] },
    ]
    const text = { scores, conclusion: reasons[who], recommendation: 'support' } as const
    if (state === 'reviewed' || review.expertId === cast.sentExpert) await sent(there, review, text)
    else if (review.expertId === cast.declaredExpert) await declared(there, review)
  }
}

/** The meeting about everything reviewed by now, its protocol signed. */
async function aSignedMeeting(there: ApplyingTerritory): Promise<void> {
  const methodist = await there.as('methodist')
  const meeting = {
    heldOn: there.territory.demoToday!,
    place: null,
    chairId: there.people.official,
    secretaryId: there.people.methodist,
  }
  const protocolId = mustWork(await startProtocol.run(methodist, { id: there.callId!, ...meeting }))
  const started = (await inScope(there.db, there.territory.id, (tx) => protocols.open(tx, methodist, protocolId)))!
  const { editVersion: version, members, decisions } = started.one
  mustWork(await signProtocol.run(methodist, { id: protocolId, version, ...meeting, members, decisions, note: '' }))
}

/** The submission of everything reviewed is sent to the authority. */
async function proposedAnew(there: ApplyingTerritory): Promise<{ id: OperatorSubmissionId }> {
  const methodist = await there.as('methodist')
  const { id } = mustWork(await startSubmission(methodist, { callId: there.callId }))
  mustWork(await sendSubmission.run(methodist, { id, version: 1 }))
  return { id }
}

async function decided(there: ApplyingTerritory, granted: ApplicationId, declined: ApplicationId): Promise<OrderId> {
  const { id } = await proposedAnew(there)
  const { one: submission } = await submissionNow(there, id)
  const items = [
    { applicationId: granted, verdict: 'include', reason: '' } as const,
    { applicationId: declined, verdict: 'exclude', reason: 'Мало занятий по темам' } as const,
  ]
  const official = await there.as('official')
  const chosen = mustWork(await draftChoice.run(official, { id, version: submission.editVersion, items }))
  mustWork(await signedBy(official, chosen.made.orderId))
  return chosen.made.orderId
}

/** Somebody of the cast on the territory's today. */
export const asCast = (there: CaseTerritory, who: CaseRole): Promise<TestCtx> => ctxOf(there.db, there.territory, there.cast[who])
