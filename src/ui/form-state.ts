/**
 * What has to be put right. `asks`: the typed text is only asked about, and taken when the person says that it is meant so. `why`: where the
 * clause that asks for it is explained.
 */
export type FieldProblem = {
  readonly field: string
  readonly message: string
  readonly asks?: string
  readonly why?: string
}

/** What a form shows again: everything the person typed, by field name, and what has to be put right. */
export type FormState = {
  readonly values: Readonly<Record<string, string | string[]>>
  readonly errors: readonly FieldProblem[]
}

/** The typed text of a field, or what it starts with. */
export function valueOf(form: FormState | null | undefined, name: string, initial = ''): string {
  const value = form?.values[name]
  if (value === undefined) return form ? '' : initial
  return Array.isArray(value) ? (value[0] ?? '') : value
}

/** All values of a field that may be chosen several times. */
export function valuesOf(form: FormState | null | undefined, name: string, initial: readonly string[] = []): readonly string[] {
  const value = form?.values[name]
  if (value === undefined) return form ? [] : initial
  return Array.isArray(value) ? value : [value]
}

/** The message at a field, if it has one. */
export const errorOf = (form: FormState | null | undefined, name: string): string | undefined =>
  form?.errors.find((error) => error.field === name)?.message
