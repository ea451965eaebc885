import type { Machine } from '../../kernel/machine.ts'

export const states = ['draft', 'active', 'done', 'stopped'] as const
export type RouteState = (typeof states)[number]
export type RouteAction = 'change' | 'agree' | 'activate' | 'reopen' | 'note' | 'finish' | 'stop'

/** Written until both have agreed; then its steps are gone through. It may be written anew, and ends once. (T-32) */
export const machine: Machine<RouteState, RouteAction> = {
  initial: 'draft',
  moves: {
    draft: { change: 'draft', agree: 'draft', activate: 'active', stop: 'stopped' },
    active: { reopen: 'draft', note: 'active', finish: 'done', stop: 'stopped' },
    done: {},
    stopped: {},
  },
}
