import { afterAll, expect, test } from 'vitest'
import { document, p, section } from './build.ts'
import { madePaper } from './made-papers.ts'
import { closeRenderer, RenderError, render } from './render.ts'

afterAll(closeRenderer)
const aPaper = (text: string) => document({ title: text }, [section([p(text)])])

test('forty who ask for one paper wait for one drawing, and those after them for none', async () => {
  const asked = await Promise.all(Array.from({ length: 40 }, () => madePaper(aPaper('Приказ'), 'docx', 'stranger')))
  expect(new Set(asked).size).toBe(1)
  expect(await madePaper(aPaper('Приказ'), 'docx', 'somebody')).toBe(asked[0])
  expect(await madePaper(aPaper('Другой'), 'docx', 'somebody')).not.toBe(asked[0])
})

test('strangers with papers of many kinds hold up a person for one paper, and are told to come again beyond their bound', async () => {
  const done: string[] = []
  const strangers = Array.from({ length: 20 }, (_, n) =>
    render(aPaper(`Лист ${n}`), 'docx', { whose: 'stranger' }).then(
      () => done.push('stranger'),
      (error: RenderError) => done.push(error.reason),
    ),
  )
  const person = render(aPaper('Свой'), 'docx', { whose: 'person' }).then(() => done.push('person'))
  await Promise.all([...strangers, person])
  expect(done.filter((word) => word === 'busy')).toHaveLength(11)
  expect(done.filter((word) => word !== 'busy').indexOf('person')).toBeLessThan(3)
})

test('a paper that could not be made is made again', async () => {
  const torn = { ...aPaper('x'), sections: null } as never
  await expect(madePaper(torn, 'docx', 'somebody')).rejects.toThrow(RenderError)
  await expect(madePaper(torn, 'docx', 'somebody')).rejects.toThrow(RenderError)
})
