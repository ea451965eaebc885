import { lenobl } from '../../../test/regulations.ts'
// Proves R-31.

import { beforeEach, describe, expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { type ApplyingTerritory, anApplication, anApplyingTerritory } from '../../../test/factories/applications.ts'
import { council } from '../../../test/factories/bodies.ts'
import { mustWork } from '../../../test/factories/plans.ts'
import { anApplicationUnderReview, anExpert, asExpert, reviewsIn, someExperts } from '../../../test/factories/reviews.ts'
import { applicationNow } from '../../../test/factories/submissions.ts'
import { anOrganisation, aPerson, ctxOf, historyOf, inScope, noticesTo } from '../../../test/factory.ts'
import type { ApplicationId, PersonId } from '../../kernel/types.ts'
import { endExpert } from './deeds/end-expert.ts'
import { assignExperts, assignProposal } from './deeds/lead.ts'
import { expertsOf, pooledExperts } from './expert-queries.ts'

const base = ownDatabase()
let there: ApplyingTerritory
let experts: PersonId[]

beforeEach(async () => {
  there = await anApplyingTerritory(base.db, lenobl)
  experts = await someExperts(there, 4)
})

const stateOf = async (id: ApplicationId) => (await applicationNow(there, id)).state
const noticesOf = (personId: PersonId) => noticesTo(there, personId)
const kindsOf = (subjectId: string) => historyOf(base, subjectId)
const manage = () => there.as('methodist')
const three = () => experts.slice(0, 3)

describe('the pool', () => {
  test('gives the role of an expert, and shows how much each has to write', async () => {
    const ctx = await asExpert(there, { expertId: experts[0]! })
    expect(ctx.actor.roles).toContain('expert')
    await anApplicationUnderReview(there, [experts[0]!])
    const lines = await inScope(base.db, there.territory.id, (tx) => expertsOf(tx, ctx).page(50, 0))
    expect(lines.find(({ personId }) => personId === experts[0])).toMatchObject({ openReviews: 1, allReviews: 1 })
    expect(lines.find(({ personId }) => personId === experts[1])).toMatchObject({ openReviews: 0, allReviews: 0 })
  })

  test('nobody is in it twice, and nobody leaves it with something to write', async () => {
    await expect(anExpert(there, { personId: experts[0]! })).rejects.toThrow(/expert.alreadyInPool/)
    await anApplicationUnderReview(there, [experts[0]!])
    const pool = await inScope(base.db, there.territory.id, (tx) => pooledExperts(tx, { ...there, today: '2021-10-01' }))
    const idOf = (personId: PersonId) => pool.find((one) => one.personId === personId)!.id
    const ended = await endExpert(await manage(), { expertId: idOf(experts[0]!), endsOn: '2021-10-01' })
    expect(ended).toMatchObject({ ok: false, refusal: { rule: 'expert.hasOpenReviews', params: { count: 1 } } })
    mustWork(await endExpert(await manage(), { expertId: idOf(experts[1]!), endsOn: '2021-09-30' }))
    expect((await asExpert(there, { expertId: experts[1]! })).actor.roles).not.toContain('expert')
  })
})

describe('a further body that the regulation lets judge', () => {
  test('leads the review by its own people, and nobody of another body does', async () => {
    const bodies = { ...lenobl.bodies, further: [...lenobl.bodies.further, council] }
    const expertReview = lenobl.expertReview && { ...lenobl.expertReview, by: council.code }
    there = await anApplyingTerritory(base.db, { ...lenobl, bodies, expertReview })
    experts = await someExperts(there, 2)
    const member = async (body: string) => {
      const organisationId = await anOrganisation(there.db, there.territory, { body })
      const id = await aPerson(there.db, there.territory, { post: { organisationId, kind: 'specialist' } })
      return ctxOf(there.db, there.territory, id, '2021-10-01')
    }
    const applicationId = await anApplication(there, { state: 'admitted' })
    const input = { id: applicationId, dueOn: '2021-11-01', experts }
    expect(await assignExperts.run(await member('body9'), input)).toMatchObject({ ok: false })
    mustWork(await assignExperts.run(await member(council.code), input))
    expect(await stateOf(applicationId)).toBe('underReview')
  })
})

describe('giving an application to experts', () => {
  test('begins its review, and each expert is told', async () => {
    const { applicationId, reviews } = await anApplicationUnderReview(there, three())
    expect(await stateOf(applicationId)).toBe('underReview')
    expect(reviews.map(({ state, isExtra, dueOn }) => [state, isExtra, dueOn])).toEqual(
      three().map(() => ['assigned', false, '2021-11-01']),
    )
    expect(await noticesOf(experts[0]!)).toEqual(['review.assigned'])
    expect(await noticesOf(experts[3]!)).toEqual([])
    expect(await kindsOf(applicationId)).toContain('application.reviewStarted')
  })

  test('is refused for one who works there, has a part in it, is not in the pool, or has it already', async () => {
    const applicationId = await anApplication(there, { state: 'admitted' })
    const works = await anExpert(there, { employerOrganisationId: there.schools[0] })
    const head = await anExpert(there, { personId: there.people.head })
    const ctx = await manage()
    const input = { id: applicationId, dueOn: '2021-11-01' }
    for (const personId of [works, head])
      expect(await assignExperts.run(ctx, { ...input, experts: [personId] })).toMatchObject({
        ok: false,
        refusal: { rule: 'review.conflict', field: 'experts', clause: '3.1' },
      })
    expect(await assignExperts.run(ctx, { ...input, experts: [there.people.stranger] })).toMatchObject({
      refusal: { rule: 'review.notExpert' },
    })
    expect(await assignExperts.run(ctx, { ...input, dueOn: '2021-09-30', experts: three() })).toMatchObject({
      refusal: { rule: 'review.dueInPast' },
    })
    mustWork(await assignExperts.run(ctx, { ...input, experts: [experts[0]!] }))
    expect(await assignExperts.run(ctx, { ...input, experts: [experts[0]!] })).toMatchObject({
      refusal: { rule: 'review.conflict', params: { reason: 'Уже назначен на эту заявку' } },
    })
  })

  test('before it is admitted, and by anybody but a methodist, is refused', async () => {
    const submitted = await anApplication(there, { state: 'submitted' })
    const input = { id: submitted, experts: three(), dueOn: '2021-11-01' }
    expect(await assignExperts.run(await manage(), input)).toMatchObject({ ok: false, refusal: { code: 'illegalMove' } })
    for (const who of ['official', 'head', 'stranger'] as const)
      expect(await assignExperts.run(await there.as(who), input)).toMatchObject({ refusal: { code: 'forbidden' } })
    expect(await assignExperts.run(await asExpert(there, { expertId: experts[0]! }), input)).toMatchObject({
      refusal: { code: 'forbidden' },
    })
  })

  test('a proposal is confirmed as a whole or not at all', async () => {
    const one = await anApplication(there, { state: 'admitted' })
    const two = await anApplication(there, { state: 'submitted' })
    const refused = await assignProposal(await manage(), {
      assignments: [
        { applicationId: one, personIds: three() },
        { applicationId: two, personIds: three() },
      ],
      dueOn: '2021-11-01',
    })
    expect(refused).toMatchObject({ ok: false })
    expect(await reviewsIn(there, one)).toEqual([])
    mustWork(
      await assignProposal(await manage(), {
        assignments: [
          { applicationId: one, personIds: three() },
          { applicationId: two, personIds: [] },
        ],
        dueOn: '2021-11-01',
      }),
    )
    expect(await reviewsIn(there, one)).toHaveLength(3)
  })
})
