import { isId } from '../../kernel/ids.ts'
import type { AskedNames } from '../../kit/order/effect-props.ts'

/** `controllerName`, `points.0.assigneeNames.1` */
const isName = (key: string) => /Names?(\.\d+)?$/.test(key)

/** Whom a form, as typed or as read, or a stored order names: by ids and by typed names. Which register a name is of its field tells later. */
export function askedNames(...forms: readonly unknown[]): AskedNames {
  const ids = new Set<string>()
  const names = new Set<string>()
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'string') {
      if (isId(value)) ids.add(value)
      else if (isName(key) && value.trim() !== '') names.add(value)
    } else if (Array.isArray(value)) for (const one of value) walk(one, key)
    else if (value !== null && typeof value === 'object') for (const [name, one] of Object.entries(value)) walk(one, name)
  }
  for (const form of forms) walk(form, '')
  return { ids: [...ids], people: [...names], organisations: [...names] }
}
