import { describe, expect, test } from 'vitest'
import { aProgrammeContent } from '../../../test/factories/programmes.ts'
import { chebula, lenobl, turochak } from '../../../test/regulations.ts'
import { compareProgrammes } from './comparison-rules.ts'
import { completionOf, conditionsSaid, hoursToAttend, noCompletion, wrongCompletion } from './completion-rules.ts'
import type { Completion, ProgrammeContent } from './model.ts'
import { programmeBlocks } from './programme-document.ts'

const content = aProgrammeContent(lenobl)
const [first] = content.topics
const [session, tryOut] = [first!.sessions[0]!, first!.tryOuts[0]!]
const asking = (asked: Partial<Completion>, of: ProgrammeContent = content): ProgrammeContent => ({
  ...of,
  completion: { ...noCompletion, ...asked },
})
const withoutTitles = {
  ...content,
  topics: content.topics.map((topic) => ({ ...topic, sessions: topic.sessions.map((one) => ({ ...one, title: '' })) })),
}
const rules = (asked: Partial<Completion>, of = content, under = lenobl) =>
  wrongCompletion({ ...noCompletion, ...asked }, of, under).map(({ rule }) => rule)

describe('what a version asks before its paper (X-T1)', () => {
  test('nothing where it was never written, or where nothing stands in it', () => {
    expect(completionOf(content)).toBeNull()
    expect(completionOf(asking({}))).toBeNull()
    expect(completionOf(asking({ level: 'steady' }))).toBeNull()
  })

  test.each([{ hours: 30 }, { share: 80 }, { sessions: [session.id] }, { tryOuts: [tryOut.id] }, { exit: true }])(
    '%j alone is enough',
    (asked) => expect(completionOf(asking(asked))).toMatchObject(asked),
  )

  test('nobody is asked for what there is not', () => {
    expect(hoursToAttend(content)).toBe(36)
    expect(completionOf(asking({ hours: 36 }))?.hours).toBe(36)
    expect(completionOf(asking({ hours: 37 }))?.hours).toBe(36)
    expect(completionOf(asking({ hours: 5, sessions: ['taken out', session.id], tryOuts: ['taken out'] }))).toMatchObject({
      ...{ sessions: [session.id], tryOuts: [] },
    })
  })

  test('a programme without directions is measured as a whole', () => {
    const pathless = { ...content, note: { ...content.note, directions: [] } }
    expect(completionOf(asking({ exit: true }, pathless))?.exit).toBe(true)
    expect(rules({ exit: true }, pathless)).toEqual([])
  })

  test('when it is written: no more hours than there are, no level without a try-out', () => {
    expect(rules({ hours: 36 })).toEqual([])
    expect(rules({ hours: 36.5 })).toEqual(['programme.completionHours'])
    expect(rules({ level: 'seen', tryOuts: [tryOut.id] })).toEqual([])
    expect(rules({ level: 'begun' })).toEqual(['programme.levelOfNothing'])
    expect(rules({ level: 'hidden' })).toEqual([])
  })

  test('nobody is asked for what they do not do under the paper', () => {
    expect(rules({ exit: true, tryOuts: [tryOut.id] })).toEqual([])
    expect(rules({ tryOuts: [tryOut.id], exit: true }, content, chebula)).toEqual(['programme.tryOutsNotAssessed'])
    expect(rules({ exit: true, sessions: [tryOut.id] }, content, turochak)).toEqual(['programme.exitNotMeasured'])
  })

  test('it is said in words, on paper too', () => {
    const all = asking({ hours: 30.5, share: 80, sessions: [session.id], tryOuts: [tryOut.id], level: 'seen', exit: true })
    expect(conditionsSaid(all).map(({ text }) => text)).toEqual([
      'Часов не меньше 30,5 из 36',
      'Не меньше 80 % часов программы, это 28,8 из 36',
      `Занятие «${session.title}» проведено`,
      `Проба «${tryOut.title}» оценена, и каждый критерий на уровне «видно» или выше`,
      'Измерение на выходе тем, кто ведёт стажёра',
    ])
    const ofTryOut = conditionsSaid(asking({ sessions: [tryOut.id], tryOuts: [tryOut.id] })).map(({ text }) => text)
    expect(ofTryOut).toEqual([`Проба «${tryOut.title}» проведена`, `Проба «${tryOut.title}» оценена`])
    expect(conditionsSaid(asking({ sessions: [session.id] }, withoutTitles)).map(({ text }) => text)).toEqual([
      'Занятие без названия проведено',
    ])
    const paper = JSON.stringify(programmeBlocks(all, lenobl))
    expect(paper).toContain('Кому дают бумагу об освоении')
    expect(paper).toContain('Не меньше 80 % часов программы')
    expect(JSON.stringify(programmeBlocks(content, lenobl))).not.toContain('Кому дают бумагу об освоении')
  })

  test('two versions are compared condition by condition', () => {
    const [before, after] = [asking({ hours: 20, sessions: [session.id] }), asking({ hours: 30, exit: true })]
    expect(compareProgrammes(before, after, lenobl).map(({ kind, before: was, after: is }) => [kind, was, is])).toEqual([
      ['changed', 'Часов не меньше 20 из 36', 'Часов не меньше 30 из 36'],
      ['added', null, 'Измерение на выходе тем, кто ведёт стажёра'],
      ['removed', `Занятие «${session.title}» проведено`, null],
    ])
  })
})
