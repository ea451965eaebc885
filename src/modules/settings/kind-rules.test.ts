import { describe, expect, test } from 'vitest'
import type { Kind } from '../../regulation/dictionary.ts'
import { kindName, kindsOf, natureOf, openKinds } from '../../regulation/dictionary.ts'
import { kindChanges, kindsTyped, type TypedKinds, versionOf } from './kind-rules.ts'

const typed = (more: Partial<TypedKinds>): TypedKinds => ({ names: {}, closed: {}, added: {}, ...more })
const boarding: Kind = { list: 'organisation', code: 'shkolaInternat', name: 'школа-интернат' }
const written = (kinds: readonly Kind[], more: Partial<TypedKinds>) => {
  const found = kindsTyped(kinds, typed(more))
  return found.ok ? found.value : found.refusal
}

describe('the dictionary', () => {
  test('nothing typed changes nothing; a new line gets a code of its words, the same in every territory', () => {
    expect(written([], {})).toEqual([])
    expect(written([boarding], {})).toEqual([boarding])
    expect(written([], { added: { organisation: 'школа-интернат\n\n' } })).toEqual([boarding])
    expect(written([], { added: { person: 'учитель-наставник' } })).toEqual([
      { list: 'person', code: 'uchitelNastavnik', name: 'учитель-наставник' },
    ])
  })

  test('a built-in row is called otherwise and closed like any other, and comes back', () => {
    const renamed = written([], { names: { organisation: { school: 'гимназия' } }, closed: { post: { teacher: 'yes' } } })
    expect(renamed).toEqual([
      { list: 'organisation', code: 'school', name: 'гимназия' },
      { list: 'post', code: 'teacher', name: 'учитель или воспитатель', closed: true },
    ])
    const kinds = renamed as Kind[]
    expect([kindName({ kinds }, 'organisation', 'school'), kindName(null, 'organisation', 'school')]).toEqual([
      'гимназия',
      'школа',
    ])
    const offered = openKinds({ kinds }, 'post').map(({ code }) => code)
    expect([offered.includes('teacher'), offered.includes('methodist')]).toEqual([false, true])
    expect(openKinds({ kinds }, 'post', 'teacher').some(({ code }) => code === 'teacher')).toBe(true)
    expect(kindsOf({ kinds }, 'organisation').map(({ code }) => code)[0]).toBe('school')
    expect(written(kinds, { names: { organisation: { school: 'школа' } } })).toEqual([])
  })

  test.each([
    ['a name wiped out', { names: { organisation: { school: ' ' } } }, 'kinds.needsName', 'names.organisation.school'],
    ['a name twice', { added: { organisation: 'Школа' } }, 'kinds.there', 'added.organisation'],
    ['a name of another nature', { added: { people: 'школа' } }, 'kinds.there', 'added.people'],
    ['the head closed', { closed: { post: { head: 'yes' } } }, 'kinds.needed', 'closed.post.head'],
    ['a name beyond reading', { added: { post: 'а'.repeat(151) } }, 'kinds.tooLong', 'added.post'],
  ])('%s is refused at its field', (_, more, rule, field) => {
    expect(written([], more)).toMatchObject({ rule, field })
  })

  test('who applies is an organisation, a group of people or one person', () => {
    const kinds: Kind[] = [{ list: 'people', code: 'mo', name: 'методическое объединение' }]
    expect(['school', 'union', 'educator', 'mo', 'unknown'].map((one) => natureOf({ kinds }, one))).toEqual([
      ...['organisation', 'people', 'person', 'people', 'organisation'],
    ])
  })

  test('history tells what is new, called otherwise and closed; the version follows every change', () => {
    const after: Kind[] = [
      { ...boarding, closed: true },
      { list: 'category', code: 'first', name: 'I' },
    ]
    expect(kindChanges([boarding], after)).toEqual([
      { list: 'organisation', was: 'школа-интернат', is: 'школа-интернат (не выбирают)' },
      { list: 'category', was: 'первая', is: 'I' },
    ])
    expect(kindChanges([boarding], [boarding])).toEqual([])
    expect(versionOf([boarding])).not.toBe(versionOf(after))
  })
})
