import { builtIn, type Kind, sortOf } from '../dictionary.ts'
import { isKnown } from '../named.ts'
import { codesNamed } from '../parties/check.ts'
import { repeated, ruleName } from '../problem.ts'
import { type Regulation, regulationSchema } from '../schema.ts'

/** Rules that speak of a role the regulation does not know. */
export function roleProblems({ coordinator, roles }: Regulation): string[] {
  return coordinator !== null && !roles.some(({ code }) => code === 'coordinator')
    ? ['правило «roles»: координатор назван в правилах, а такой роли нет']
    : []
}

/** Kinds that a rule names and no dictionary has, and those named by the paper though they are there under the same word. */
export function kindProblems(regulation: Regulation): string[] {
  const { kinds } = regulation
  const missing = [...codesNamed(regulationSchema, regulation)].filter(({ of, code }) => !isKnown(regulation, of, code))
  const words = [...builtIn, ...kinds].map(({ list, name }) => `${sortOf(list)} ${name.toLowerCase()}`)
  const twice = kinds.filter(({ list, name }) => repeated(words).includes(`${sortOf(list)} ${name.toLowerCase()}`))
  return [
    ...new Set(
      missing.map(({ path, code }) => `${ruleName(path)}: «${code}» нет ни в справочнике, ни среди названного в Положении`),
    ),
    ...new Set(twice.map(({ name }) => `правило «kinds»: «${name}» уже есть`)),
  ]
}

/** The regulation with the words of a dictionary for what it names by its codes: it says them itself wherever it is taken. */
export function withKindsOf(regulation: Regulation, kinds: readonly Kind[]): Regulation {
  const missing = new Set(
    [...codesNamed(regulationSchema, regulation)].flatMap(({ of, code }) => (isKnown(regulation, of, code) ? [] : [code])),
  )
  const taken = kinds.filter(({ code }) => missing.has(code)).map(({ list, code, name }) => ({ list, code, name }))
  return taken.length === 0 ? regulation : { ...regulation, kinds: [...regulation.kinds, ...taken] }
}
