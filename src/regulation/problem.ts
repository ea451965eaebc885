export type Path = readonly PropertyKey[]

export const ruleName = (path: Path) => `правило «${path.filter((step) => typeof step === 'string').join('.')}»`

export function repeated<One extends string>(values: readonly One[]): One[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))]
}
