import type { z } from 'zod'
import { appointmentKindName } from '../kinds.ts'
import { repeated, ruleName } from '../problem.ts'
import { voteProblems } from '../procedure.ts'
import { type Named, namedBy } from '../rule.ts'
import type { Regulation } from '../schema.ts'
import { bodiesOf, partiesOf } from './questions.ts'

type Def = {
  readonly type: string
  readonly innerType?: z.ZodType
  readonly element?: z.ZodType
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly options?: readonly z.ZodType[]
}

/** Every place where a value of the schema names a party or a kind, by what the schema says of it alone. */
export function* codesNamed(
  schema: z.ZodType,
  value: unknown,
  path: string[] = [],
): Generator<{ path: string[]; code: string; of: Named }> {
  if (value === null || value === undefined) return
  const of = namedBy(schema)
  if (of) return yield { path, code: String(value), of }
  const { innerType, element, shape, options } = schema._zod.def as Def
  if (innerType) yield* codesNamed(innerType, value, path)
  if (element && Array.isArray(value)) for (const one of value) yield* codesNamed(element, one, path)
  if (shape && typeof value === 'object')
    for (const [key, inner] of Object.entries(shape)) yield* codesNamed(inner, Reflect.get(value, key), [...path, key])
  const fitting = options?.find((one) => one.safeParse(value).success)
  if (fitting) yield* codesNamed(fitting, value, path)
}

const known: Readonly<Record<string, string>> = appointmentKindName

/** A party that is named and not there, two under one code, one that nobody appoints, one that can never gather. */
export function partyProblems(regulation: Regulation, schema: z.ZodType): string[] {
  const codes = partiesOf(regulation).map(({ code }) => code)
  const bodies = bodiesOf(regulation).map(({ code }) => code)
  const named = [...codesNamed(schema, regulation)].filter(({ of }) => of === 'body' || of === 'party')
  const missing = named.filter(({ code, of }) => !(of === 'body' ? bodies : codes).includes(code))
  return [
    ...repeated(codes).map((code) => `правило «bodies»: код «${code}» повторяется`),
    ...new Set(
      missing.map(
        ({ path, code, of }) =>
          `${ruleName(path)}: назван(а) ${known[code] ?? `«${code}»`}, а ${of === 'body' ? 'такого органа' : 'такой стороны'} в Положении нет`,
      ),
    ),
    ...regulation.bodies.further.flatMap(({ name, vote }) =>
      vote === null ? [] : voteProblems(vote).map((problem) => `правило «bodies»: ${name} — ${problem}`),
    ),
    ...nobodyAppoints(regulation),
  ]
}

/** Roles that are given by each other alone: nobody can begin. */
function nobodyAppoints({ bodies, roles }: Regulation): string[] {
  const able = new Set(['authority', 'operator', 'organisation', ...bodies.further.map(({ code }) => code)])
  for (let before = -1; before !== able.size; ) {
    before = able.size
    for (const { code, appointedBy } of roles) if (able.has(appointedBy)) able.add(code)
  }
  return roles
    .filter(({ code }) => !able.has(code))
    .map(({ words }) => `правило «roles»: роль «${words.nominative}» некому дать: тех, кто её даёт, никто не назначает`)
}
