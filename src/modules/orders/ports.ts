import { port } from '../../kernel/port.ts'
import type { DutySource } from './assignment-machine.ts'

/** Where duties come from besides orders: the page of what has given them. */
export type DutyGiver = {
  readonly source: Exclude<DutySource, 'order'>
  readonly href: (to: { readonly territory: string }, sourceId: string) => string
}
export const dutyGivers = port<DutyGiver>('dutyGivers')
