import { Checkbox } from './checkboxes.tsx'
import type { FormState } from './form-state.ts'

/** Under a field that is asked about once more: the box that says it is meant so. */
export function Sure({ form, name, label = 'Всё верно' }: { form?: FormState | null; name: string; label?: string }) {
  const asks = form?.errors.find((error) => error.field === name)?.asks
  return asks === undefined ? null : <Checkbox name={`_sure.${name}`} value={asks} label={label} />
}
