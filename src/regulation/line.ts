import { act, actNamed } from './acts.ts'
import type { Regulation } from './schema.ts'

export type EffectIcon =
  | 'lock'
  | 'cal'
  | 'bell'
  | 'doc'
  | 'person'
  | 'next'
  | 'menu'
  | 'task'
  | 'end'
  | 'book'
  | 'link'
  | 'eye'
  | 'school'

/** One thing the product does because of a clause. */
export type EffectLine = { readonly icon: EffectIcon; readonly text: string }

export type Line = EffectLine & { readonly clause: readonly string[] }

export type Describer = (regulation: Regulation) => readonly Line[]

/** The act by which a status is given here. */
export const words = ({ status }: Regulation) => act(actNamed(status.act))

export const list = (words: readonly string[]) => words.join(', ')
