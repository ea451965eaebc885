import type { RegisterChoices } from './queries.ts'

/** Remembers the choices of the register's filter for as long as the register stands: they are the same for everybody. */
export function keepChoices(): (stamp: string | null, ask: () => Promise<RegisterChoices>) => Promise<RegisterChoices> {
  let kept: { readonly stamp: string; readonly choices: RegisterChoices } | undefined
  return async (stamp, ask) => {
    if (stamp === null) return ask()
    if (kept?.stamp !== stamp) kept = { stamp, choices: await ask() }
    return kept.choices
  }
}
