import { describe, expect, test } from 'vitest'
import { gathered } from './gathered.ts'

type Call = readonly [how: 'alone' | 'together', ...all: string[]]

function watched(more: { breaks?: boolean; failing?: string } = {}) {
  const calls: Call[] = []
  const gates: (() => void)[] = []
  const gate = () => new Promise<void>((go) => gates.push(go))
  const ask = gathered<string, string>({
    keyOf: (one) => one.split(' ')[0] ?? '',
    alone: async (one) => {
      calls.push(['alone', one])
      await gate()
      if (one === more.failing) throw new Error('its own')
      return `alone ${one}`
    },
    together: async (all) => {
      calls.push(['together', ...all])
      await gate()
      if (more.breaks) throw new Error('broken')
      return all.map((one) => `together ${one}`)
    },
  })
  const letGo = async () => {
    for (const go of gates.splice(0)) go()
    await new Promise((then) => setTimeout(then, 0))
  }
  return { ask, calls, letGo }
}

describe('who asks at once', () => {
  test('the first is answered alone and at once; who comes meanwhile, together in their order; then the line is over', async () => {
    const { ask, calls, letGo } = watched()
    const asked = ['a 1', 'a 2', 'a 3'].map(ask)
    expect(calls).toEqual([['alone', 'a 1']])
    await letGo()
    expect(calls).toEqual([
      ['alone', 'a 1'],
      ['together', 'a 2', 'a 3'],
    ])
    await letGo()
    expect(await Promise.all(asked)).toEqual(['alone a 1', 'together a 2', 'together a 3'])
    const later = ask('a 4')
    await letGo()
    expect(await later).toBe('alone a 4')
  })

  test('who asks of something else does not wait', async () => {
    const { ask, calls, letGo } = watched()
    const asked = ['a 1', 'b 1'].map(ask)
    expect(calls).toEqual([
      ['alone', 'a 1'],
      ['alone', 'b 1'],
    ])
    await letGo()
    await Promise.all(asked)
  })

  test('one who waits is answered alone, and of very many so many at a time', async () => {
    const one = watched()
    const two = ['a 1', 'a 2'].map(one.ask)
    await one.letGo()
    expect(one.calls.at(-1)).toEqual(['alone', 'a 2'])
    await one.letGo()
    await Promise.all(two)
    const many = watched()
    const all = Array.from({ length: 150 }, (_, n) => many.ask(`a ${n}`))
    for (let turn = 0; turn < 3; turn++) await many.letGo()
    expect(many.calls.map(({ length }) => length - 1)).toEqual([1, 100, 49])
    expect((await Promise.all(all)).length).toBe(150)
  })

  test('what breaks together is done for each alone: only whose own is wrong hears of it', async () => {
    const { ask, calls, letGo } = watched({ breaks: true, failing: 'a 3' })
    const answers = Promise.allSettled(['a 1', 'a 2', 'a 3'].map(ask))
    for (let turn = 0; turn < 3; turn++) await letGo()
    expect(await answers).toMatchObject([{ value: 'alone a 1' }, { value: 'alone a 2' }, { reason: new Error('its own') }])
    expect(calls.slice(2)).toEqual([
      ['alone', 'a 2'],
      ['alone', 'a 3'],
    ])
  })
})
