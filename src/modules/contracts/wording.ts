import type { Regulation } from '../../regulation/schema.ts'

/** What a contract begins with: the duties the regulation already names, each side under its own name. */
export function usualTerms(regulation: Regulation): string {
  const { operator } = regulation.bodies
  const ofOperator = regulation.guidance?.functions ?? []
  const ofSite = [...(regulation.headDuties?.list ?? []), ...(regulation.memberDuties?.list ?? [])]
  return [...listed(operator.name, ofOperator), ...listed('Площадка', ofSite)].join('\n')
}

const listed = (who: string, duties: readonly string[]): string[] =>
  duties.length === 0 ? [] : [`${who}:`, ...duties.map((duty, at) => `— ${duty}${at + 1 === duties.length ? '.' : ';'}`)]

export const usualSubject = (theme: string): string => `Совместная работа сторон по теме площадки «${theme}»`
