import { beforeAll, expect, test } from 'vitest'
import { ownDatabase } from '../../../test/database.ts'
import {
  type ApplyingTerritory,
  aDraftApplication,
  anApplication,
  anApplyingTerritory,
} from '../../../test/factories/applications.ts'
import { mustWork } from '../../../test/factories/plans.ts'
import { chebula, lenobl } from '../../../test/regulations.ts'
import { read } from '../../db/transact.ts'
import { tasksOf } from '../tasks/queries.ts'
import { startApplication } from './deeds/start.ts'
import { confirmParticipation, inviteOrganisation } from './deeds/together.ts'
import { nameHead } from './deeds/write.ts'
import { participationAsked, unfinishedOf, votesAsked } from './task-queries.ts'

// Proves.
const base = ownDatabase()
let there: ApplyingTerritory
beforeAll(async () => {
  there = await anApplyingTerritory(base.db, lenobl)
}, 60_000)

type Who = Parameters<ApplyingTerritory['as']>[0]
async function waiting(who: Who, on?: string) {
  const ctx = await there.as(who, on)
  return read(base.db, ctx.scope, async (tx) => ({
    finish: (await unfinishedOf(tx, ctx, 50)).map(({ id }) => id),
    confirm: (await participationAsked(tx, ctx, 50)).map(({ id }) => id),
    vote: (await votesAsked(tx, ctx, 50)).map(({ candidate }) => candidate),
  }))
}

test('a common application waits on each head in turn: to answer, to vote, to finish', async () => {
  const id = await aDraftApplication(there, { theme: 'Вместе' })
  const head = await there.as('head')
  expect(await waiting('head')).toEqual({ finish: [id], confirm: [], vote: [] })
  await inviteOrganisation.run(head, { id, organisationId: there.schools[1] })
  expect(await waiting('otherHead')).toEqual({ finish: [], confirm: [id], vote: [] })
  const other = await there.as('otherHead')
  await confirmParticipation.run(other, { id, organisation: there.schools[1], reason: '' })
  expect(await waiting('otherHead')).toEqual({ finish: [id], confirm: [], vote: [] })
  await nameHead.run(head, { id, version: 0, personId: there.people.deputy })
  expect((await waiting('otherHead')).vote).toHaveLength(1)
  expect((await waiting('head')).vote).toHaveLength(1)
  expect(await waiting('elsewhere')).toEqual({ finish: [], confirm: [], vote: [] })
})

test('a draft waits until its call is over, what came back until it is sent', async () => {
  const returned = await anApplication(there, { state: 'returned' })
  const late = await waiting('head', '2021-12-01')
  expect(late.finish).toEqual([returned])
})

test('while a call is open, the head whose school has no application has a task with its last day; begun, it is asked to be finished', async () => {
  const begin = async (on?: string) => {
    const ctx = await there.as('elsewhere', on)
    const tasks = await read(base.db, ctx.scope, (tx) => tasksOf(tx, ctx))
    return tasks.map(({ key, due, href }) => [key.split(':')[0], due, href.includes(`call=${there.callId}`)])
  }
  expect(await begin()).toEqual([['begin', '2021-10-22', true]])
  expect(await begin('2021-10-23')).toEqual([])
  const elsewhere = await there.as('elsewhere')
  const organisationId = elsewhere.actor.headsOrganisations[0]!
  mustWork(await startApplication(elsewhere, { callId: there.callId, initiator: 'organisation', organisationId, theme: null }))
  expect(await begin()).toEqual([['application', '2021-10-22', false]])
})

test('without calls an application may be begun on any day: it is offered, and nobody waits for it', async () => {
  const free = await anApplyingTerritory(base.db, chebula)
  const ctx = await free.as('elsewhere')
  const tasks = await read(base.db, ctx.scope, (tx) => tasksOf(tx, ctx))
  expect(tasks.map(({ key, offers, due }) => [key, offers, due])).toEqual([[expect.stringMatching(/^begin:./), true, undefined]])
})

test('whoever else the paper names may begin one is offered it, and nobody whom it does not name', async () => {
  const offered = async (regulation: typeof chebula) => {
    const free = await anApplyingTerritory(base.db, regulation)
    const ctx = await free.as('methodist')
    const tasks = await read(base.db, ctx.scope, (tx) => tasksOf(tx, ctx))
    return tasks.flatMap(({ key, what, offers }) => (key.startsWith('begin:') ? [[what, offers]] : []))
  }
  expect(await offered({ ...chebula, initiators: { clause: ['3.2'], who: ['operator'] } })).toEqual([
    ['Подать заявку на статус площадки: заявитель — методический центр', true],
  ])
  expect(await offered({ ...chebula, initiators: { clause: ['3.2'], who: ['organisation'] } })).toEqual([])
})

test('where no call is open or announced, whoever prepares orders may open one', async () => {
  const offered = async (on: string) => {
    const ctx = await there.as('methodist', on)
    const tasks = await read(base.db, ctx.scope, (tx) => tasksOf(tx, ctx))
    return tasks.filter(({ key }) => key === 'openCall').map(({ what, offers }) => [what, offers])
  }
  expect(await offered('2021-10-01')).toEqual([])
  expect(await offered('2021-11-01')).toEqual([['Подготовить распоряжение о приёме заявок', true]])
})
