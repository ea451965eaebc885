import { describe, expect, test } from 'vitest'
import type { PersonId } from '../../kernel/types.ts'
import { type Competence, frameworkOf, groups, labelOf, noneOwn, offeredIn } from './framework.ts'
import {
  freshOf,
  isNotedAlready,
  mayNoteOf,
  mayTakeBack,
  mostAtOnce,
  mostOpen,
  peopleShown,
  rowsShown,
  wrongAttaching,
  wrongClosing,
  wrongNaming,
  wrongNote,
} from './rules.ts'

const framework: Competence[] = Array.from({ length: 20 }, (_, at) => ({
  ...{ id: `c${at}`, group: 'method', label: `Умение ${at}` },
  closed: at === 19,
}))
const own = (competenceId: string | null, words: string | null = null) => ({ source: 'self' as const, competenceId, words })
const rulesOf = (found: readonly { rule: string }[]) => found.map(({ rule }) => rule)
const ids = (count: number) => framework.slice(0, count).map(({ id }) => id)

describe('naming', () => {
  const naming = (competences: string[], words: string | null = null, open: ReturnType<typeof own>[] = []) =>
    rulesOf(wrongNaming({ competences, words }, open, framework))

  test('something has to be named: a row or own words', () => {
    expect(naming([])).toEqual(['deficit.nothingNamed'])
    expect(naming(['c1'])).toEqual([])
    expect(naming([], 'Не успеваю проверять')).toEqual([])
  })

  test('what is not offered any more, or never was, is not named', () => {
    expect(naming(['c19'])).toEqual(['deficit.notOffered'])
    expect(naming(['other'])).toEqual(['deficit.notOffered'])
  })

  test('so many at once and no more, own words among them', () => {
    expect(naming(ids(mostAtOnce))).toEqual([])
    expect(naming(ids(mostAtOnce + 1))).toEqual(['deficit.tooManyAtOnce'])
    expect(naming(ids(mostAtOnce), 'И ещё')).toEqual(['deficit.tooManyAtOnce'])
  })

  test('what is open already is not counted again, and alone it is refused', () => {
    expect(naming(['c1'], null, [own('c1')])).toEqual(['deficit.namedAlready'])
    expect(naming([...ids(mostAtOnce), 'c7'], null, [own('c7')])).toEqual([])
    expect(naming([], ' не успеваю ', [own(null, 'Не успеваю')])).toEqual(['deficit.namedAlready'])
    expect(freshOf({ competences: ['c1', 'c1', 'c2'], words: null }, [own('c2')]).competences).toEqual(['c1'])
    const byOther = [{ ...own('c1'), source: 'diagnosis' as const }]
    expect(rulesOf(wrongNaming({ competences: ['c1'], words: null }, byOther, framework))).toEqual([])
  })

  test('so many of one’s own are open, and no more', () => {
    const open = (count: number) => Array.from({ length: count }, (_, at) => own(null, `Слова ${at}`))
    expect(naming(['c1'], null, open(mostOpen - 1))).toEqual([])
    expect(naming(['c1'], null, open(mostOpen))).toEqual(['deficit.tooManyOpen'])
  })
})

describe('noting of somebody else', () => {
  const today = '2023-09-18'
  const diagnosis = { source: 'diagnosis', competence: 'c1', words: null, document: 'Справка № 4', documentOn: today } as const
  const wrong = (more: Partial<Parameters<typeof wrongNote>[0]>) =>
    rulesOf(wrongNote({ ...diagnosis, ...more }, framework, today))

  test('a diagnosis has its document with its day, which is not ahead', () => {
    expect(wrong({})).toEqual([])
    expect(wrong({ document: null })).toEqual(['deficit.noDocument'])
    expect(wrong({ documentOn: null })).toEqual(['deficit.noDocumentDay'])
    expect(wrong({ documentOn: '2023-09-19' })).toEqual(['deficit.documentAhead'])
  })

  test('an observation has none', () => {
    expect(wrong({ source: 'guide' })).toEqual(['deficit.documentOfNothing'])
    expect(wrong({ source: 'guide', documentOn: null })).toEqual(['deficit.documentOfNothing'])
    expect(wrong({ source: 'guide', document: null })).toEqual(['deficit.documentOfNothing'])
    expect(wrong({ source: 'guide', document: null, documentOn: null })).toEqual([])
  })

  test('something is noted: a row that is offered, or words', () => {
    expect(wrong({ competence: null })).toEqual(['deficit.nothingNoted'])
    expect(wrong({ competence: null, words: 'Речь дошкольника' })).toEqual([])
    expect(wrong({ competence: 'c19' })).toEqual(['deficit.notOffered'])
  })

  test('what is open from the same source is not noted twice; from another source it is', () => {
    const open = [
      { ...own('c1'), source: 'diagnosis' as const },
      { ...own(null, 'Речь'), source: 'guide' as const },
    ]
    const noted = (more: Partial<Parameters<typeof isNotedAlready>[0]>) => isNotedAlready({ ...diagnosis, ...more }, open)
    expect(noted({ document: 'Справка № 5' })).toBe(true)
    expect(noted({ competence: 'c2' })).toBe(false)
    expect(noted({ source: 'guide' })).toBe(false)
    expect(noted({ source: 'guide', competence: null, words: ' речь' })).toBe(true)
    expect(noted({ source: 'guide', competence: null, words: 'Письмо' })).toBe(false)
    expect(noted({ competence: null, words: 'Речь' })).toBe(false)
    expect(noted({ words: 'И подробнее' })).toBe(true)
  })

  test('one document, of a diagnosis alone', () => {
    expect(wrongAttaching({ source: 'diagnosis', documentFile: null })).toEqual([])
    expect(rulesOf(wrongAttaching({ source: 'diagnosis', documentFile: 'a file' }))).toEqual(['deficit.documentThere'])
    expect(rulesOf(wrongAttaching({ source: 'guide', documentFile: null }))).toEqual(['deficit.noDiagnosis'])
  })

  test('of oneself one names, and takes back only one’s own', () => {
    const [me, other] = ['me' as PersonId, 'other' as PersonId]
    expect(rulesOf(mayNoteOf(me, me))).toEqual(['deficit.nameYourOwn'])
    expect(mayNoteOf(me, other)).toEqual([])
    expect(mayTakeBack(me, { source: 'self', personId: me })).toEqual([])
    expect(rulesOf(mayTakeBack(other, { source: 'self', personId: me }))).toEqual(['deficit.takesBackOwn'])
    expect(mayTakeBack(other, { source: 'diagnosis', personId: me })).toEqual([])
  })
})

test('a fact closes what had begun by its day, and has happened', () => {
  const one = { startsOn: '2023-09-18' }
  const wrong = (on: string) => rulesOf(wrongClosing(one, on, '2023-10-05', 'fact'))
  expect(wrong('2023-09-17')).toEqual(['deficit.before'])
  expect(wrong('2023-09-18')).toEqual([])
  expect(wrong('2023-10-05')).toEqual([])
  expect(wrong('2023-10-06')).toEqual(['deficit.notYet'])
})

test('numbers are told from five people on; smaller rows are left out', () => {
  expect([0, 1, 4, 5].map(peopleShown)).toEqual(['0', 'меньше пяти', 'меньше пяти', '5'])
  expect(rowsShown([{ people: 4 }, { people: 5 }, { people: 0 }])).toEqual({ shown: [{ people: 5 }], hidden: 1 })
})

describe('the framework', () => {
  test('built-in rows have ids of their own, and a short name', () => {
    const built = frameworkOf(noneOwn)
    expect(new Set(built.map(({ id }) => id)).size).toBe(built.length)
    for (const { id, label } of built) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      expect(label.length).toBeLessThan(60)
    }
    expect(groups.filter((group) => offeredIn(built, group).length === 0)).toEqual(['local'])
  })

  test('a territory adds its own and offers some no more; what was noted keeps its name', () => {
    const [first] = frameworkOf(noneOwn)
    const here = frameworkOf({ closed: [first!.id], added: [{ id: 'x', label: 'Речь дошкольников' }] })
    expect(offeredIn(here, 'local').map(({ label }) => label)).toEqual(['Речь дошкольников'])
    expect(offeredIn(here, first!.group)).not.toContainEqual(expect.objectContaining({ id: first!.id }))
    expect(labelOf(here, first!.id)).toBe(first!.label)
    expect(labelOf(here, null)).toBe('')
  })
})
