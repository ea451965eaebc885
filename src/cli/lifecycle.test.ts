import { expect, test } from 'vitest'
import { createLifecycle } from './lifecycle.ts'

function aLifecycle(stepMs = 1000) {
  const done: string[] = []
  const lines: string[] = []
  const lifecycle = createLifecycle({ log: (line) => lines.push(line), exit: (code) => done.push(`exit ${code}`), stepMs })
  const step = (name: string, work: () => Promise<unknown> = async () => {}) =>
    lifecycle.onStop(name, () => {
      done.push(name)
      return work()
    })
  return { lifecycle, step, done, lines }
}

test('what began last ends first', async () => {
  const { lifecycle, step, done } = aLifecycle()
  step('cluster')
  step('pool')
  step('server')
  await lifecycle.stop(0)
  expect(done).toEqual(['server', 'pool', 'cluster', 'exit 0'])
})

test('two reasons to stop at once stop everything once, with the code of the first', async () => {
  const { lifecycle, step, done } = aLifecycle()
  step('server')
  await Promise.all([lifecycle.stop(1), lifecycle.stop(0)])
  expect(done).toEqual(['server', 'exit 1'])
})

test('a step that fails or hangs is named, and the rest is still done', async () => {
  const { lifecycle, step, done, lines } = aLifecycle(50)
  step('cluster')
  step('pool', () => new Promise(() => {}))
  step('server', () => Promise.reject(new Error('broken')))
  await lifecycle.stop(0)
  expect(done).toEqual(['server', 'pool', 'cluster', 'exit 0'])
  expect(lines.slice(0, 2)).toEqual([
    'Не удалось остановить «server»: broken.',
    'Не удалось остановить «pool»: прошло больше 0 с.',
  ])
})
