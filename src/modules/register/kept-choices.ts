import type { Instant } from '../../kernel/types.ts'
import type { RegisterChoices } from './queries.ts'

const keptForMs = 30_000

/**
 * Remembers the choices of the register's filter for half a minute: they are the same for everybody and change when a territory gets its
 * first site. The lines themselves are never remembered.
 */
export function keepChoices(): (now: Instant, ask: () => Promise<RegisterChoices>) => Promise<RegisterChoices> {
  let kept: { readonly until: number; readonly choices: RegisterChoices } | undefined
  return async (now, ask) => {
    if (!kept || now.getTime() >= kept.until || now.getTime() < kept.until - keptForMs)
      kept = { until: now.getTime() + keptForMs, choices: await ask() }
    return kept.choices
  }
}
