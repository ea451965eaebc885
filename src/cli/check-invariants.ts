import { invariants } from '../kit/install.ts'
import { checkInvariants as check } from '../ops/invariants.ts'
import { type OpenDatabase, openDatabase } from './open-database.ts'
import type { Command } from './program.ts'
import type { Say } from './say.ts'

/** Asks the database whether everything that must always be true is; ends with 1 when something is not. */
export const checkInvariants: Command = async ({ config, lifecycle, say }) => {
  const { db } = await openDatabase(config, lifecycle, say)
  return sayViolations(db, config.historyWitnessFile, say)
}

/** Says what is not as it must be; gives the exit code. */
export async function sayViolations(db: OpenDatabase['db'], witnessFile: string, say: Say): Promise<0 | 1> {
  const violations = await check(db, witnessFile)
  for (const { territory, says, ids } of violations) say(`${territory}: нарушено «${says}»: ${ids.join(', ')}.`)
  say(
    violations.length === 0
      ? `Данные целы, проверено правил: ${invariants().length + 1}.`
      : `Нарушений: ${violations.length}, проверено правил: ${invariants().length + 1}.`,
  )
  return violations.length === 0 ? 0 : 1
}
