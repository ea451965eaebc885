import { expect, test } from 'vitest'
import { traineesRaised } from './trainees.ts'

test('words alone become entries that mean anybody; what says more stays, and nobody is named who was not', () => {
  const old = { trainees: { clause: ['1.2'], contingent: ['педагоги'], formats: ['очно'] } }
  const raised = traineesRaised(old)
  expect(raised).toEqual({
    trainees: {
      clause: ['1.2'],
      guide: [],
      contingent: [{ text: 'педагоги', posts: [] }],
      formats: [{ text: 'очно', licensed: false }],
    },
  })
  expect(traineesRaised(raised)).toEqual(raised)
  const named = { trainees: { guide: ['mentor'], contingent: [{ text: 'учителя', posts: ['teacher'] }], formats: [] } }
  expect(traineesRaised(named)).toEqual(named)
  expect(traineesRaised({ trainees: null })).toEqual({ trainees: null })
})
