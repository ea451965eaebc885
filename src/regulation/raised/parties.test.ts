import { expect, test } from 'vitest'
import { partiesInOneRegistry } from './parties.ts'

const short = { nominative: 'Управление' }
const old = {
  bodies: { authority: { name: 'Управление', short }, operator: { name: 'Центр', short }, council: { name: 'Совет' } },
  roles: {
    head: { clause: ['4.2'], words: short, appointedBy: 'collegially' },
    mentor: { clause: ['4.3'], words: short, appointedBy: 'headOfSite' },
  },
  council: { clause: ['4.7'], name: 'Совет' },
  acquaintance: { clause: ['3.4'], who: 'municipalAuthorities' },
}

test('bodies, council and roles come into one registry, and a second time changes nothing', () => {
  const today = partiesInOneRegistry(old)
  expect(today).toMatchObject({
    bodies: { further: [{ code: 'council', name: 'Совет', vote: null }] },
    roles: [
      { code: 'head', appointedBy: 'organisation', chosen: 'collegially' },
      { code: 'mentor', appointedBy: 'head', chosen: 'appointed' },
    ],
    council: { clause: ['4.7'], who: 'council' },
    acquaintance: null,
  })
  expect(JSON.stringify(today)).not.toContain('"council":{"name"')
  expect(partiesInOneRegistry(today)).toEqual(today)
  expect(partiesInOneRegistry({ ...old, bodies: { ...old.bodies, council: null } })).toMatchObject({
    bodies: { further: [{ code: 'council', name: 'Совет' }] },
  })
  expect(partiesInOneRegistry({ bodies: { ...old.bodies, council: null }, council: null })).toMatchObject({
    bodies: { further: [] },
    council: null,
  })
})
