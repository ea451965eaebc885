import type { Ctx } from '../../../authz/ctx.ts'
import { shortDate } from '../../../kernel/dates.ts'
import { sideBySide } from '../../../kernel/lists.ts'
import { counted } from '../../../kernel/plural.ts'
import { ruleTexts } from '../../../kit/install.ts'
import type { Line } from '../../../kit/order/objections.ts'
import { listsWeakSchools } from '../../../regulation/weak-schools.ts'
import { type EffectItem, EffectList } from '../../../ui/effects.tsx'
import { paths } from '../../../web/paths.ts'
import { ruleText } from '../../../web/refusals.ts'
import { clauseHref } from '../../regulation/links.ts'
import { kitNamed } from '../effects/kits.ts'
import type { FullOrder, OrderPoint } from '../model.ts'
import type { OrderPreview, PointPreview } from '../preview.ts'

type PreviewProps = {
  ctx: Ctx
  full: FullOrder
  preview: OrderPreview
  names: ReadonlyMap<string, string>
  mayEdit: boolean
}

/** What signing would change now, point by point, with clauses; warnings and what forbids it stand among the changes. */
export function PreviewList(props: PreviewProps) {
  const { full, preview } = props
  const points = sideBySide(full.points, preview.points).flatMap(([point, changes]) => {
    const effects = effectsOfPoint(props, point, changes)
    return effects.length > 0 ? [{ title: titleOf(point), effects }] : []
  })
  return <EffectList title="Что изменится при подписании" more={moreOf(preview)} points={[...points, after(props)]} />
}

function moreOf({ changes, assignments }: OrderPreview): string {
  const tasks = assignments > 0 ? ` и ${counted(assignments, 'поручение', 'поручения', 'поручений')}` : ''
  if (changes === 0) return `Реестры не изменятся${assignments > 0 ? `, появится ${tasks.slice(3)}` : ''}.`
  return `${counted(changes, 'изменение', 'изменения', 'изменений')}${tasks} — сразу и вместе или ни одного.`
}

const titleOf = ({ number }: OrderPoint) => `${number.includes('.') ? 'Подпункт' : 'Пункт'} ${number}`

function effectsOfPoint(props: PreviewProps, point: OrderPoint, preview: PointPreview): EffectItem[] {
  const changes = preview.changes.map(({ kind, lines }): EffectItem => {
    const count = point.effects.filter((effect) => effect.kind === kind).length
    const kit = kitNamed(kind)!
    return { title: kit.headline(count), icon: kit.icon, ...linesOf(props.ctx, lines) }
  })
  const warnings = preview.changes.flatMap(({ lines }) =>
    lines.flatMap(({ warning }): EffectItem[] => (warning ? [{ title: warning, icon: 'late', kind: 'warning' }] : [])),
  )
  return [
    ...changes,
    ...taskOf(props, point),
    ...warnings,
    ...unsaid(preview),
    ...noDue(props, preview),
    ...refusalsOf(props, preview),
  ]
}

function linesOf(ctx: Ctx, lines: readonly Line[]): Pick<EffectItem, 'lines' | 'clauses'> {
  const numbers = [...new Set(lines.flatMap((line) => line.basis.map((basis) => basis.clause)))].filter((clause) =>
    /^\d/.test(clause),
  )
  return {
    lines: lines.map(({ what, before, after }) => ({ name: what, becomes: after, ...(before === null ? {} : { was: before }) })),
    clauses: numbers.map((number) => ({ number, href: clauseHref(ctx.territory.code, number) })),
  }
}

function taskOf({ names }: PreviewProps, { assigneeIds, startsOn, dueOn }: OrderPoint): EffectItem[] {
  if (assigneeIds.length === 0) return []
  const term = [startsOn && `с ${shortDate(startsOn)}`, dueOn && `до ${shortDate(dueOn)}`].filter((part) => part).join(' ')
  return [
    {
      title: counted(assigneeIds.length, 'поручение', 'поручения', 'поручений'),
      icon: 'task',
      text: `${assigneeIds.map((id) => names.get(id) ?? '').join(', ')}${term ? `; ${term}` : ''}`,
    },
  ]
}

/** Words of the changes that a text written by hand leaves out, with the text their fields make. */
const unsaid = ({ byHand }: PointPreview): EffectItem[] =>
  byHand === null || byHand.unsaid.length === 0
    ? []
    : [
        {
          title: `В тексте пункта не сказано: ${byHand.unsaid.join('; ')}`,
          icon: 'late',
          kind: 'warning',
          text: `Из полей изменения получается так: «${byHand.made}» Чтобы взять эту запись, очистите текст пункта.`,
        },
      ]

function noDue({ ctx, full, mayEdit }: PreviewProps, { number, isWithoutDue }: PointPreview): EffectItem[] {
  if (!isWithoutDue) return []
  const href = paths.editOrder({ territory: ctx.territory.code, order: full.order.id })
  return [
    {
      title: `У п. ${number} нет срока`,
      icon: 'late',
      kind: 'warning',
      text: 'Поручение встанет без даты. Можно указать срок или подписать так.',
      ...(mayEdit ? { link: { href, label: 'Указать срок' } } : {}),
    },
  ]
}

const refusalsOf = ({ ctx }: PreviewProps, { refusals }: PointPreview): EffectItem[] =>
  refusals.map((refusal) => ({
    title: ruleText(ruleTexts(), refusal, ctx),
    icon: 'late',
    kind: 'refusal',
    clauses: refusal.clause ? [{ number: refusal.clause, href: clauseHref(ctx.territory.code, refusal.clause) }] : [],
  }))

/** What follows from the order as a whole: control, acquaintance, publication. */
function after({ full: { order }, preview, names }: PreviewProps): { title: string; effects: EffectItem[] } {
  const controller = order.controllerId && names.get(order.controllerId)
  const isHidden = order.appendices.some(listsWeakSchools)
  return {
    title: 'Контроль и ознакомление',
    effects: [
      controller
        ? { title: `${controller}: контроль всех пунктов`, icon: 'eye', text: 'Увидит ход поручений и примет исполненное.' }
        : { title: 'Контроль никому не поручен', icon: 'late', kind: 'warning', text: 'Исполненное некому будет принять.' },
      {
        title: `Ознакомить: ${counted(preview.notices, 'человек', 'человека', 'человек')}`,
        icon: 'bell',
        text: 'Каждый получит уведомление и подтвердит, что прочёл.',
      },
      ...(order.publishOnSigning
        ? [
            {
              title: 'Появится на сайте для всех',
              icon: 'map',
              text: isHidden ? 'Без списка закреплённых школ: он не публикуется.' : 'Вместе с приложениями.',
            } as const,
          ]
        : []),
    ],
  }
}
