import type { Day, PersonId } from '../../kernel/types.ts'
import type { EffectOf } from '../../kit/order/effects.ts'
import { ordering, type Setting, task, type Written } from '../../kit/order/template.ts'
import { titleAs } from '../../regulation/paper/questions.ts'
import { siteWord } from '../../regulation/parties/questions.ts'
import { listColumns } from '../../regulation/status/questions.ts'

/** What the order about applications is written from. */
export type DecisionSetting = Pick<Setting, 'regulation' | 'headOf'> & {
  readonly grants: readonly EffectOf<'grantStatus'>[]
  readonly declines: readonly EffectOf<'declineApplication'>[]
  /** What it rests on besides the regulation: «по представлению … от … № 3». */
  readonly ground: string | null
}

export const decisionCode = 'designateByApplications'

/**
 * An order that answers applications: statuses by a list, heads of sites, refusals. Reasons of a refusal stand with the application and not in
 * the text, because everybody reads the order. (R-31)
 */
export function wordDecision(setting: DecisionSetting): Written {
  const { regulation, grants, declines, ground } = setting
  const many = grants.length > 1
  const columns = listColumns(regulation)
  const listed = many || (grants.length > 0 && columns !== null)
  return {
    title: grants.length > 0 ? `О присвоении статуса ${siteWord(regulation, 'genitive')}` : 'О заявках на присвоение статуса',
    preamble: `В соответствии с ${titleAs(setting.regulation, 'instrumental')}${ground === null ? '' : `, ${ground}`}`,
    points: [
      ...(grants.length > 0 ? [ordering(grants)] : []),
      ...(declines.length > 0 ? [ordering(declines)] : []),
      ...duties(setting),
    ],
    ...(listed
      ? {
          appendices: [
            {
              title: `Перечень организаций, которым присвоен статус ${siteWord(regulation, 'genitive')}`,
              content: 'sites' as const,
              ...(columns ? { columns: ['№', ...columns] } : {}),
            },
          ],
        }
      : {}),
  }
}

function duties({ grants, headOf }: DecisionSetting) {
  if (grants.length === 0) return []
  const days = (name: 'from' | 'to'): Day[] => grants.map((grant) => grant[name]).sort()
  const assignees: (PersonId | null)[] = grants.flatMap(({ organisationIds }) => organisationIds.map(headOf))
  const text =
    assignees.length === 1
      ? 'Руководителю этой организации обеспечить работу площадки.'
      : 'Руководителям этих организаций обеспечить работу площадок.'
  return [task(text, assignees, { from: days('from')[0]!, to: days('to').at(-1)! })]
}
