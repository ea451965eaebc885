import { expect, test } from 'vitest'
import { lenobl } from '../../test/regulations.ts'
import { problemsOf } from './check.ts'
import { entries } from './editor/entries.ts'
import { saidOfRule } from './editor/problems.ts'
import { copiedRegulation, emptyRegulation } from './empty.ts'
import { regulationSchema } from './schema.ts'

const body = { name: 'Управление образования', shortName: 'Управление' }
const empty = emptyRegulation({ level: 'municipal', localTime: 'по Москве', authority: body, operator: body, act: 'приказ' })

test('an empty regulation has the shape of one, and is silent wherever it may be', () => {
  expect(regulationSchema.parse(empty)).toEqual(empty)
  for (const entry of entries) if (entry.maySilent) expect([entry.key, entry.read(empty)]).toEqual([entry.key, null])
})

test('what must be said is asked: every answer it begins with waits for its clause, and nothing else is wrong', () => {
  const asked = problemsOf(empty)
  expect(asked.filter((problem) => !problem.endsWith('не назван пункт Положения'))).toEqual([])
  const mustSay = entries.filter(({ maySilent, cites }) => !maySilent && cites).map(({ key }) => key)
  expect([...new Set(asked.map((problem) => saidOfRule(problem).entry?.key))].sort()).toEqual(mustSay.sort())
})

test('a copy keeps the rules and takes the bodies, the clock and the act of whoever begins', () => {
  const own = { name: 'Управление образования', shortName: 'Управление' }
  const begun = { level: 'municipal', localTime: 'по Калининграду', authority: own, operator: own, act: 'постановление' } as const
  const copied = copiedRegulation(lenobl, begun)
  expect(copied).toMatchObject({
    edition: 1,
    level: 'municipal',
    localTime: 'по Калининграду',
    bodies: { authority: { name: own.name } },
  })
  expect([copied.status.act, copied.calls?.act, copied.siteList?.act]).toEqual([
    'постановление',
    'постановление',
    'постановление',
  ])
  expect(JSON.stringify(copied.bodies)).not.toContain(lenobl.bodies.authority.name)
  expect([copied.term, copied.head, copied.bodies.further]).toEqual([lenobl.term, lenobl.head, lenobl.bodies.further])
})
