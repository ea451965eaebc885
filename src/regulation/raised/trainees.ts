import { entriesIn } from './values.ts'

/** Those who may come and the forms were only words, and nobody was named who leads a trainee. */
export function traineesRaised(document: unknown): unknown {
  const { trainees } = entriesIn(document)
  const { contingent, formats } = entriesIn(trainees)
  if (!Array.isArray(contingent) || !Array.isArray(formats)) return document
  const raised = {
    guide: [],
    ...entriesIn(trainees),
    contingent: contingent.map((one) => (typeof one === 'string' ? { text: one, posts: [] } : one)),
    formats: formats.map((one) => (typeof one === 'string' ? { text: one, licensed: false } : one)),
  }
  return { ...entriesIn(document), trainees: raised }
}
