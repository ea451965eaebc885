// Proves R-31.
import { describe, expect, test } from 'vitest'
import type { ApplicationId, PersonId } from '../../kernel/types.ts'
import type { Figures, SummaryRow } from './model.ts'
import {
  brokenProtocol,
  isDecidable,
  missingForSigning,
  type ProtocolInput,
  protocolRows,
  suggestedWords,
} from './protocol-rules.ts'

const figures = (support: number, supportWithRemarks = 0, reject = 0): Figures => ({
  sent: support + supportWithRemarks + reject,
  median: 50,
  mean: 50,
  spread: 0,
  recommendations: { support, supportWithRemarks, reject },
})
const row = (id: string, more: Partial<SummaryRow> = {}): SummaryRow => ({
  applicationId: id as ApplicationId,
  number: 1,
  round: 1,
  theme: 'Урок',
  direction: null,
  organisations: 'СОШ № 1',
  state: 'reviewed',
  reviews: [],
  figures: figures(2),
  wide: false,
  needsExtra: false,
  ...more,
})
const decision = (id: string) => ({ applicationId: id as ApplicationId, words: `Решили о ${id}` })
const ready: ProtocolInput = {
  heldOn: '2021-01-28',
  place: null,
  chairId: 'chair' as PersonId,
  secretaryId: 'secretary' as PersonId,
  members: ['member' as PersonId],
  decisions: [decision('a')],
  note: '',
}

describe('before a protocol is signed', () => {
  const missing = (change: Partial<ProtocolInput> = {}, rows = [row('a')]) =>
    missingForSigning({ ...ready, ...change }, rows, '2021-01-28').map(({ rule, field }) => [rule, field])
  test('a complete one lacks nothing on the day of the meeting', () => expect(missing()).toEqual([]))
  test('the meeting has been held', () =>
    expect(missing({ heldOn: '2021-01-29' })).toEqual([['protocol.heldInFuture', 'heldOn']]))
  test('a past meeting may be written up', () => expect(missing({ heldOn: '2021-01-01' })).toEqual([]))
  test('chair and secretary are two people', () =>
    expect(missing({ secretaryId: ready.chairId })).toEqual([['protocol.sameChairAndSecretary', 'secretaryId']]))
  test('somebody was there', () => expect(missing({ members: [] })).toEqual([['protocol.needsMembers', 'members']]))
  test('something was decided', () => expect(missing({ decisions: [] })).toEqual([['protocol.needsDecision', undefined]]))
  test('only of this call', () =>
    expect(missing({ decisions: [decision('a'), decision('b')] })).toEqual([['protocol.unknownApplication', undefined]]))
  test('the reviews of what is decided are over', () =>
    expect(missing({}, [row('b'), row('a', { state: 'underReview' })])).toEqual([['protocol.unfinishedReview', 'decisions.a']]))
})

test('a draft may name only applications of its call', () => {
  expect(brokenProtocol({ decisions: [decision('a')] }, [row('a'), row('b')])).toEqual([])
  expect(brokenProtocol({ decisions: [decision('a'), decision('c')] }, [row('a')])).toMatchObject([
    { rule: 'protocol.unknownApplication' },
  ])
})

test('a meeting decides from the end of the reviews on', () => {
  const states = ['submitted', 'admitted', 'underReview', 'returned', 'reviewed', 'proposed', 'granted', 'declined'] as const
  expect(states.filter((state) => isDecidable({ state }))).toEqual(['reviewed', 'proposed', 'granted', 'declined'])
})

test('the words follow the opinions of the experts', () => {
  const words = (...counts: [number, number, number]) => suggestedWords(figures(...counts), { genitive: 'площадки' })
  expect(words(2, 0, 0)).toBe('Рекомендовать присвоить статус площадки')
  expect(words(1, 1, 0)).toBe('Рекомендовать присвоить статус площадки')
  expect(words(1, 2, 0)).toBe('Рекомендовать присвоить статус площадки с учётом замечаний экспертов')
  expect(words(0, 1, 2)).toBe('Не рекомендовать присвоить статус площадки')
  expect(words(1, 0, 1)).toBe('Мнения экспертов разделились. Решили: ')
  expect(words(1, 1, 2)).toBe('Мнения экспертов разделились. Решили: ')
})

test('the rows of a protocol are those decided, with the points that were sent', () => {
  const review = (total: number | null) => ({ total }) as SummaryRow['reviews'][number]
  const rows = [row('b', { number: 1 }), row('a', { number: 2, reviews: [review(80), review(null)] })]
  expect(protocolRows([decision('a')], rows)).toMatchObject([{ applicationId: 'a', totals: [80], words: 'Решили о a' }])
})
