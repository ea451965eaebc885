import { longDate } from '../../kernel/dates.ts'
import type { Day, PersonId } from '../../kernel/types.ts'
import type { EffectOf } from '../../kit/order/effects.ts'
import { point, type Setting, type Template, task, titleAs } from '../../kit/order/template.ts'

/** An application that gets its status: who applied, as papers call them, and what the order changes. */
export type Granted = { readonly names: readonly string[]; readonly grant: EffectOf<'grantStatus'> }
export type Declined = { readonly number: number; readonly decline: EffectOf<'declineApplication'> }

/** What the order about applications is written from. */
export type DecisionSetting = Pick<Setting, 'regulation' | 'headOf' | 'personTitle'> & {
  readonly grants: readonly Granted[]
  readonly declines: readonly Declined[]
  /** What it rests on besides the regulation: «по представлению … от … № 3». */
  readonly ground: string | null
}

export const decisionCode = 'designateByApplications'

/**
 * An order that answers applications: statuses by a list, heads of sites, refusals. Reasons of a refusal stand with the application and not in
 * the text, because everybody reads the order. (R-31)
 */
export function writeDecision(setting: DecisionSetting): ReturnType<Template['write']> {
  const { regulation, grants, ground } = setting
  const many = grants.length > 1
  const words = regulation.siteWords
  const listed = many || (grants.length > 0 && regulation.siteList !== null)
  return {
    title: grants.length > 0 ? `О присвоении статуса ${words.genitive}` : 'О заявках на присвоение статуса',
    preamble: `В соответствии с ${titleAs('Положением', setting)}${ground === null ? '' : `, ${ground}`}`,
    points: [...granting(setting, listed), ...heads(setting), ...declining(setting), ...duties(setting)],
    ...(listed
      ? {
          appendices: [
            {
              title: `Перечень организаций, которым присвоен статус ${words.genitive}`,
              content: 'sites' as const,
              ...(regulation.siteList?.columns ? { columns: ['№', ...regulation.siteList.columns] } : {}),
            },
          ],
        }
      : {}),
  }
}

function granting({ regulation, grants }: DecisionSetting, listed: boolean) {
  const [first] = grants
  if (!first) return []
  const effects = grants.map(({ grant }) => grant)
  const words = regulation.siteWords.genitive
  const appendix = listed ? ' (приложение)' : ''
  if (grants.length > 1) return [point(`Присвоить статус ${words} организациям по перечню${appendix}.`, effects)]
  const { theme, from, to } = first.grant
  const together = first.names.length > 1 ? ' организациям вместе' : ''
  const text = `Присвоить статус ${words} по теме «${theme}» на срок с ${longDate(from)} по ${longDate(to)}${together}: ${first.names.join('; ')}${appendix}.`
  return [point(text, effects)]
}

function heads({ grants, personTitle }: DecisionSetting) {
  const named = grants.flatMap(({ grant, names }) =>
    grant.headPersonId === null
      ? []
      : [`${personTitle(grant.headPersonId)} (${names.join(', ')}${grant.headGround ? `, ${grant.headGround}` : ''})`],
  )
  if (named.length === 0) return []
  const subject = named.length === 1 ? 'Руководит площадкой' : 'Руководят площадками'
  return [point(`${subject}: ${named.join('; ')}.`)]
}

function declining({ declines }: DecisionSetting) {
  if (declines.length === 0) return []
  const numbers = declines.map(({ number }) => `№ ${number}`).join(', ')
  return [
    point(
      `Отклонить ${declines.length === 1 ? 'заявку' : 'заявки'} ${numbers}. Основания сообщить заявителям.`,
      declines.map(({ decline }) => decline),
    ),
  ]
}

function duties({ grants, headOf }: DecisionSetting) {
  if (grants.length === 0) return []
  const days = (name: 'from' | 'to'): Day[] => grants.map(({ grant }) => grant[name]).sort()
  const assignees: (PersonId | null)[] = grants.flatMap(({ grant }) => grant.organisationIds.map(headOf))
  const text =
    assignees.length === 1
      ? 'Руководителю этой организации обеспечить работу площадки.'
      : 'Руководителям этих организаций обеспечить работу площадок.'
  return [
    task(text, assignees, {
      from: days('from')[0]!,
      to: days('to').at(-1)!,
    }),
  ]
}
