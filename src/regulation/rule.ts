import { z } from 'zod'
import { actNames } from './acts.ts'

/** The small kit every topic of a regulation is written with. */
export const text = z.string().min(1)
export const code = z.string().regex(/^[a-z][A-Za-z0-9]*$/)
export const many = <T extends z.ZodType>(item: T) => z.array(item).min(1)
export const actName = z.enum(Object.values(actNames))

/** The clauses a rule comes from; the first is the one that is cited. */
export const clauses = z.array(text)

/** A rule: its parameters and the clauses they come from. */
export const rule = <T extends z.ZodRawShape>(shape: T) => z.strictObject({ clause: clauses, ...shape })
/** A rule a regulation may be without: `null` where there is nothing to act on. */
export const optionalRule = <T extends z.ZodRawShape>(shape: T) => rule(shape).nullable()
export const listed = <T extends z.ZodRawShape>(shape?: T) => z.strictObject({ code, text, clause: clauses, ...shape })

/** Who does something: a body, a role or the organisation, by its code in the registry of the regulation. */
export const party = code.meta({ names: 'party' })
/** One of the bodies alone: what is signed, set or judged is a body's. */
export const body = code.meta({ names: 'body' })

/** Of what a code may be: a party, a body alone, or a kind of the dictionary. */
const names = ['party', 'body', 'organisation', 'post', 'category'] as const
export type Named = (typeof names)[number]
/** What a code names, by what the schema says of it alone; null where it names nothing. */
export const namedBy = (schema: z.ZodType): Named | null => names.find((one) => one === schema.meta()?.names) ?? null
