// Proves T-32.
import { beforeAll, describe, expect, test } from 'vitest'
import { aClient } from '../../../test/client.ts'
import { ownDatabase } from '../../../test/database.ts'
import { mustWork } from '../../../test/factories/plans.ts'
import { aLearningSite, type LearningSite } from '../../../test/factories/traineeships.ts'
import { luga } from '../../../test/regulations.ts'
import type { Result } from '../../kernel/result.ts'
import type { PersonId } from '../../kernel/types.ts'
import { declareDeficits } from './commands/declare.ts'
import { noteDeficit } from './deeds.ts'
import { frameworkOf, noneOwn } from './framework.ts'
import { mostOpen } from './rules.ts'

const base = ownDatabase()
const { as: client } = aClient(base)
let there: LearningSite
beforeAll(async () => {
  there = await aLearningSite(base.db, luga)
})

const ids = frameworkOf(noneOwn).map(({ id }) => id)
const [first] = ids as [string]
const ruleOf = (result: Result<unknown>) =>
  result.ok ? 'done' : result.refusal.code === 'rule' ? result.refusal.rule : result.refusal.code
const countOf = async (person: PersonId) =>
  (await base.adminPool.query<{ n: number }>(`select count(*)::int as n from deficits where person_id = $1`, [person])).rows[0]?.n

describe('a second diagnosis of what is open', () => {
  const diagnosis = { source: 'diagnosis' as const, competence: first, words: null }

  test('is refused in words that say where the first is; what was typed stays, nobody is told that it is noted', async () => {
    const someone = await there.another()
    const { methodist } = there.site.people
    const at = `/t/${there.site.territory.code}/people/${someone}/deficits`
    const sent = { source: 'diagnosis', competence: first, document: 'Справка № 14', documentOn: '01.09.2021' }
    expect((await client(methodist).post(at, sent)).status).toBe(303)
    const second = await client(methodist).post(at, { ...sent, document: 'Справка № 15', documentOn: '20.09.2021' })
    expect(second.status).toBe(422)
    expect(second.text).toContain('Откройте этот дефицит в списке «Что отмечено» на этой странице')
    for (const typed of ['Справка № 15', '20.09.2021']) expect(second.text).toContain(`value="${typed}"`)
    expect(await countOf(someone)).toBe(1)
    const { rows } = await base.adminPool.query(`select from notices where person_id = $1`, [someone])
    expect(rows).toHaveLength(1)
  })

  test('two at once: one is written, the other is told so', async () => {
    const someone = await there.another()
    const ctx = await there.site.as('methodist')
    const papers = ['Справка № 1', 'Справка № 2']
    const both = await Promise.all(
      papers.map((document) => noteDeficit.run(ctx, { ...diagnosis, document, documentOn: '2021-09-20', id: someone })),
    )
    expect(both.map(ruleOf).toSorted()).toEqual(['deficit.notedAlready', 'done'])
    expect(await countOf(someone)).toBe(1)
  })

  test('own words of somebody are not noted twice at once either', async () => {
    const someone = await there.another()
    const ctx = await there.site.as('methodist')
    const seen = { source: 'guide' as const, competence: null, words: 'Торопится', document: null, documentOn: null, id: someone }
    const both = await Promise.all([1, 2].map(() => noteDeficit.run(ctx, seen)))
    expect(both.map(ruleOf).toSorted()).toEqual(['deficit.notedAlready', 'done'])
  })
})

describe('named twice at once', () => {
  const twice = async (person: PersonId, all: readonly { competences: string[]; words: string | null }[]) => {
    const ctx = await there.as(person)
    return (await Promise.all(all.map((named) => declareDeficits(ctx, named)))).map(ruleOf).toSorted()
  }

  test('own words are written once', async () => {
    const someone = await there.another()
    const words = { competences: [], words: 'Не успеваю проверять работы' }
    expect(await twice(someone, [words, words])).toEqual(['deficit.namedAlready', 'done'])
    expect(await countOf(someone)).toBe(1)
  })

  test('no more are open than may be', async () => {
    const someone = await there.another()
    const ctx = await there.as(someone)
    for (let at = 0; at < mostOpen - 1; at += 2)
      mustWork(await declareDeficits(ctx, { competences: ids.slice(at, Math.min(at + 2, mostOpen - 1)), words: null }))
    const one = (words: string) => ({ competences: [], words })
    expect(await twice(someone, [one('Одно'), one('Другое')])).toEqual(['deficit.tooManyOpen', 'done'])
    expect(await countOf(someone)).toBe(mostOpen)
  })
})
