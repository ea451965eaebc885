import { describe, expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import { aDraftApplication, anApplication, anApplyingTerritory, elect } from '../../../test/factories/applications.ts'
import { inScope } from '../../../test/factory.ts'
import { lenobl, turochak } from '../../../test/regulations.ts'
import { submitApplication } from './deeds/send.ts'
import { castVote, confirmParticipation, declineParticipation, inviteOrganisation, removeOrganisation } from './deeds/together.ts'
import { nameHead, saveTheme } from './deeds/write.ts'
import { openApplication } from './queries.ts'
import { votesOf } from './store.ts'
import { code, lookingAt, rules } from './submission.fixture.ts'

const base = ownDatabase()

const { stored, noticesOf } = lookingAt(base)

describe('several organisations', () => {
  test('are refused where the paper says nothing of a common site, and no clause is named for it', async () => {
    const there = await anApplyingTerritory(base.db, turochak)
    const id = await aDraftApplication(there)
    const refused = await inviteOrganisation.run(await there.as('head'), { id, organisationId: there.schools[1] })
    expect(refused).toMatchObject({
      refusal: {
        rule: 'application.notShared',
        params: { reason: 'Одна площадка на несколько организаций: Положение об этом молчит', basis: '' },
      },
    })
  })

  test('an invited head may answer and not write; after a yes both write; a no needs its reason', async () => {
    const there = await anApplyingTerritory(base.db, lenobl)
    const id = await aDraftApplication(there)
    const [, school] = there.schools
    await inviteOrganisation.run(await there.as('head'), { id, organisationId: school })
    expect(await noticesOf(there, id, 'application.invited')).toEqual([there.people.otherHead])
    const other = await there.as('otherHead')
    const theme = { id, version: 0, theme: 'Наша', direction: null, wantedFrom: null, wantedTo: null }
    expect(code(await saveTheme.run(other, theme))).toBe('forbidden')
    const answer = { id, organisation: school }
    expect(rules(await declineParticipation.run(other, { ...answer, reason: '' }))).toEqual(['application.refusalNeedsReason'])
    expect(code(await confirmParticipation.run(await there.as('head'), { ...answer, reason: '' }))).toBe('forbidden')
    expect(code(await confirmParticipation.run(other, { ...answer, reason: '' }))).toBe('ok')
    expect(code(await saveTheme.run(other, theme))).toBe('ok')
    expect(code(await declineParticipation.run(other, { ...answer, reason: 'Нет людей' }))).toBe('ok')
    expect(await noticesOf(there, id, 'application.refused')).toContain(there.people.head)
    expect(code(await removeOrganisation.run(await there.as('head'), answer))).toBe('ok')
  })

  test('another candidate voids the votes and the protocol; a vote for the one before is told to look again', async () => {
    const there = await anApplyingTerritory(base.db, lenobl)
    const id = await anApplication(there, { state: 'complete', joint: true })
    const { head, deputy } = there.people
    expect(code(await nameHead.run(await there.as('head'), { id, version: 1, personId: deputy }))).toBe('ok')
    expect(await inScope(base.db, there.territory.id, (tx) => votesOf(tx, there, id))).toEqual([])
    expect(await stored(there, id)).toMatchObject({ protocolNumber: null, protocolFileId: null })
    const vote = { id, organisation: there.schools[1], choice: 'for' as const }
    expect(code(await castVote.run(await there.as('otherHead'), { ...vote, candidateId: head }))).toBe('changedMeanwhile')
    expect(code(await castVote.run(await there.as('head'), { ...vote, candidateId: deputy }))).toBe('forbidden')
    const refused = await submitApplication.run(await there.as('head'), {
      id,
      version: (await stored(there, id)).editVersion,
    })
    expect(rules(refused)).toEqual(['application.notElected', 'application.needsProtocol', 'application.needsProtocolFile'])
  })

  test('a vote may be changed; the last word of each organisation counts', async () => {
    const there = await anApplyingTerritory(base.db, lenobl)
    const id = await anApplication(there, { state: 'complete', joint: true })
    const vote = {
      id,
      organisation: there.schools[1],
      candidateId: there.people.head,
      choice: 'against' as const,
    }
    expect(code(await castVote.run(await there.as('otherHead'), vote))).toBe('ok')
    const view = await inScope(base.db, there.territory.id, (tx) => openApplication(tx, { ...there, today: '2021-10-01' }, id))
    expect(view!.view.head!.votes.map(({ choice }) => choice).sort()).toEqual(['against', 'for'])
    await elect(there, id, there.people.head).catch(() => {}) // the protocol is there already
    expect(
      code(await submitApplication.run(await there.as('head'), { id, version: (await stored(there, id)).editVersion })),
    ).toBe('ok')
  })
})
