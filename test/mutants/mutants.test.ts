import { expect, test } from 'vitest'
import { mutantsOf } from './mutants.ts'

const turned = (source: string) => mutantsOf(source).map(({ line, was, is }) => [line, was.trim(), is.trim()])

test('each comparison, condition, negation and quantifier is turned round once, wherever the file begins', () => {
  const source = [
    '// «Правило»',
    '',
    'export const f = (a: number, list: number[]) => {',
    '  if (list.some((one) => one < a)) return !a',
    '  return a === 1 && isOn(a) ? 1 : 2',
    '}',
  ].join('\n')
  expect(turned(source)).toEqual([
    [4, 'list.some((one) => one < a)', '!(list.some((one) => one < a))'],
    [4, 'some', 'every'],
    [4, '<', '>='],
    [4, '!', '!!'],
    [5, '&&', '||'],
    [5, '===', '!=='],
  ])
  expect(mutantsOf(source)[1]!.text).toBe(source.replace('some', 'every'))
})
