import type { RuleTexts } from '../web/refusals.ts'
import type { Route } from '../web/route.ts'
import type { Module } from './module.ts'

let installed: readonly Module[] | null = null

/** Puts modules to work: from here on the whole program goes by what they say of themselves. */
export function install(modules: readonly Module[]): void {
  installed = modules
}

function all(): readonly Module[] {
  if (installed === null) throw new Error('no modules are installed: call install() with the list of src/app/modules.ts')
  return installed
}

/** What two modules say of one name is a mistake of the list, found when it is installed. */
function merged<Value>(tables: readonly (Readonly<Record<string, Value>> | undefined)[]): Readonly<Record<string, Value>> {
  const whole = new Map<string, Value>()
  for (const [name, value] of tables.flatMap((table) => Object.entries(table ?? {}))) {
    if (whole.has(name)) throw new Error(`two modules say what ${name} is`)
    whole.set(name, value)
  }
  return Object.fromEntries(whole)
}

/** Every route of the product. */
export const routes = (): readonly Route[] => all().flatMap((one) => one.routes ?? [])

/** How every rule is said to a person. */
export const ruleTexts = (): RuleTexts => merged(all().map((one) => one.ruleTexts))
