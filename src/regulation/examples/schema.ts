import { z } from 'zod'
import { category, organisationKind, postKind } from '../dictionary.ts'
import { body, party, text } from '../rule.ts'

/** From which clauses the answer follows; none where the paper is silent. */
const clause = z.array(text)
const verdict = z.enum(['allowed', 'refused'])
const day = z.iso.date()

/** Something is tried, and may be or may not. */
const tried = <Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, asks: Shape) =>
  z.strictObject({ kind: z.literal(kind), ...asks, expected: verdict, clause })
/** A day is worked out, or there is none. */
const dated = <Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, asks: Shape) =>
  z.strictObject({ kind: z.literal(kind), ...asks, expected: day.nullable(), clause })

/**
 * One case written by whoever knows the paper, with the answer the paper gives: who tries what, when, and what comes of it. Each kind asks a
 * question that the product itself asks (`answer.ts`), so that an edition which answers otherwise than its paper cannot be approved.
 */
export const exampleSchema = z.discriminatedUnion('kind', [
  tried('host', { organisation: organisationKind }),
  tried('share', { organisations: z.int().min(1).max(100) }),
  tried('initiate', { who: party }),
  tried('call', {}),
  tried('apply', { on: day }),
  tried('eligibility', { base: z.int().min(0).max(50), further: z.int().min(0).max(50) }),
  tried('head', {
    post: postKind,
    atHost: z.boolean(),
    category: category.nullable(),
    achievements: z.boolean(),
    on: day,
  }),
  tried('unprotocolled', { organisations: z.int().min(1).max(100) }),
  tried('term', { from: day, to: day }),
  tried('themeTerm', { theme: text, from: day, to: day }),
  dated('lastDay', { from: day }),
  z.strictObject({ kind: z.literal('grants'), expected: body, clause }),
  tried('unsubmitted', {}),
  tried('unreviewed', {}),
  tried('end', { proposedBy: z.enum(['operator', 'organisation']), ground: text }),
  tried('attach', {}),
  tried('appoint', { role: text }),
  tried('planStep', {
    act: z.enum(['discuss', 'agree', 'approve']),
    by: party,
  }),
  tried('programmeStep', { by: party }),
  tried('accept', { by: party }),
  dated('stepDue', { thing: z.enum(['plan', 'programme', 'report']), by: party, from: day }),
  tried('column', { caption: text }),
  tried('form', { form: text, remote: z.boolean() }),
  dated('reportDue', { year: z.int().min(2000).max(2100), title: text.nullable().default(null) }),
  tried('report', { whom: party }),
  tried('publish', { what: z.enum(['orders', 'activity']) }),
])
export type Example = z.infer<typeof exampleSchema>

export const exampleRules = { examples: z.array(exampleSchema).default([]) }
