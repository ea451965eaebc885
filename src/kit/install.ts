import { policy } from '../authz/policy.ts'
import { ruleTexts as fileTexts } from '../files/texts.ts'
import { factTable } from '../history/facts.ts'
import { installedTable } from '../kernel/installed.ts'
import { plugIn } from '../kernel/port.ts'
import { noticeTable } from '../notices/kinds.ts'
import type { RuleTexts } from '../web/refusals.ts'
import type { Route } from '../web/route.ts'
import { formTexts } from '../web/texts.ts'
import { ruleTexts as ownTexts } from './form/own-texts.ts'
import type { Invariant } from './invariants.ts'
import type { Module } from './module.ts'
import type { Navigation } from './navigation.ts'
import type { ClockDeed, ReminderSource } from './reminders.ts'
import type { Searched } from './searched.ts'
import type { TaskSource } from './tasks.ts'

const modules = installedTable<readonly Module[]>('modules were')
const texts = installedTable<RuleTexts>('texts of rules were')

/** Puts modules to work: from here on the whole program goes by what they say of themselves. */
export function install(all: readonly Module[]): void {
  modules.install(all)
  policy.install(merged(all.map((one) => one.permissions)))
  texts.install(merged([formTexts, fileTexts, ownTexts, ...all.map((one) => one.ruleTexts)]))
  plugIn(all.flatMap((one) => one.plugs ?? []))
  factTable.install(merged(all.map((one) => one.facts)))
  noticeTable.install(merged(all.map((one) => one.notices)))
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
export const routes = (): readonly Route[] => modules.table().flatMap((one) => one.routes ?? [])

/** Rows of all navigations. */
export const navigations = (): readonly Navigation[] => modules.table().flatMap((one) => one.navigation ?? [])

/** Everything that the search finds, in the order it is shown. */
export const searched = (): readonly Searched[] =>
  modules
    .table()
    .flatMap((one) => one.searched ?? [])
    .sort((a, b) => a.place - b.place)

/** Everything that may wait on people. */
export const tasks = (): readonly TaskSource[] => modules.table().flatMap((one) => one.tasks ?? [])

/** Everything the calendar reminds people of. */
export const reminders = (): readonly ReminderSource[] => modules.table().flatMap((one) => one.reminders ?? [])

/** Everything the clock does by itself. */
export const clockDeeds = (): readonly ClockDeed[] => modules.table().flatMap((one) => one.clockDeeds ?? [])

/** Everything that must be true of the data. */
export const invariants = (): readonly Invariant[] => modules.table().flatMap((one) => one.invariants ?? [])

/** How every rule is said to a person. */
export const ruleTexts = (): RuleTexts => texts.table()
