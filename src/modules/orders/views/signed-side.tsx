import { type Ctx, may } from '../../../authz/ctx.ts'
import { longDate, shortDate } from '../../../kernel/dates.ts'
import { capital } from '../../../kernel/names.ts'
import { counted } from '../../../kernel/plural.ts'
import { act } from '../../../regulation/acts.ts'
import { Meter, nb, RowList, Second, TextLink } from '../../../ui/content.ts'
import { Form } from '../../../ui/fields.ts'
import { ButtonGroup, ButtonLink, Sheet, SubmitButton } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import type { Deed } from '../deeds.ts'
import type { AcquaintanceLine, AssignmentLine } from '../execution-queries.ts'
import type { FullOrder } from '../model.ts'
import { controlSubject, orderSubject } from '../subjects.ts'
import { AssignmentTag } from './state-tag.tsx'

export type SignedProps = {
  ctx: Ctx
  full: FullOrder
  deeds: readonly Deed[]
  assignments: readonly AssignmentLine[]
  acquaintance: readonly AcquaintanceLine[]
  controller: string | null
}

/** Beside a signed order: what it did, how its points are carried out, who has read it, what can be done. */
export function SignedSide(props: SignedProps) {
  return (
    <>
      <Acknowledging {...props} />
      <Done {...props} />
      <Tasks {...props} />
      <Reading {...props} />
      <OfficeDeeds {...props} />
    </>
  )
}

/** The button of the person who has to read the order. */
function Acknowledging({ ctx, full: { order }, acquaintance }: SignedProps) {
  const mine = acquaintance.find((line) => line.personId === ctx.actor.personId)
  if (!mine || order.state !== 'signed') return null
  if (mine.confirmedAt) return <p class="pl-quiet">{nb(`Вы ознакомились с ${act(order).instrumental}.`)}</p>
  return (
    <Sheet title="Прочтите и подтвердите">
      <p class="govuk-body">{act(order).title} для вас. Подтверждение останется в листе ознакомления.</p>
      <Form action={paths.orderAcquaintance({ territory: ctx.territory.code, order: order.id })}>
        <SubmitButton>{`Подтвердить: ${act(order).nominative} ${act(order).agreed('прочитан')}`}</SubmitButton>
      </Form>
    </Sheet>
  )
}

function Done({ deeds, full: { order } }: SignedProps) {
  if (deeds.length === 0) return null
  return (
    <Sheet title={`Что ${act(order).agreed('изменил')} ${act(order).nominative}`}>
      <RowList
        rows={deeds.map(({ point, text, href }) => (
          <>
            {href ? <TextLink href={href}>{text}</TextLink> : nb(text)}
            <Second>п. {point}</Second>
          </>
        ))}
      />
    </Sheet>
  )
}

const shownTasks = 12

function Tasks({ ctx, full: { order }, assignments, controller }: SignedProps) {
  const at = { territory: ctx.territory.code, order: order.id }
  const mayControl = may(ctx, 'order.control', controlSubject(order))
  const accepted = assignments.filter((line) => line.state === 'accepted').length
  return (
    <Sheet title="Исполнение" aside={mayControl && <TextLink href={paths.orderControl(at)}>Контроль</TextLink>}>
      <p class="pl-pair">
        <span>{controller ? nb(`Контролирует ${controller}`) : 'Контроль никому не поручен'}</span>
        {assignments.length > 0 && <span class="pl-num">{`принято ${accepted} из ${assignments.length}`}</span>}
      </p>
      {assignments.length === 0 ? (
        <p class="pl-quiet">{nb(`Поручений с исполнителями в ${act(order).prepositional} нет.`)}</p>
      ) : (
        <>
          <Meter share={accepted / assignments.length} />
          <RowList
            rows={assignments.slice(0, shownTasks).map((line) => (
              <>
                <TextLink
                  href={paths.assignment({ territory: ctx.territory.code, assignment: line.id })}
                >{`п. ${line.pointNumber}, ${line.person}`}</TextLink>{' '}
                <AssignmentTag {...line} />
                {line.dueOn && <Second>до {shortDate(line.dueOn)}</Second>}
              </>
            ))}
          />
          {assignments.length > shownTasks && (
            <p class="pl-quiet">
              {nb(`И ещё ${counted(assignments.length - shownTasks, 'поручение', 'поручения', 'поручений')}.`)}
            </p>
          )}
        </>
      )}
    </Sheet>
  )
}

function Reading({ ctx, full: { order }, acquaintance }: SignedProps) {
  if (acquaintance.length === 0) return null
  const at = { territory: ctx.territory.code, order: order.id }
  const read = acquaintance.filter((line) => line.confirmedAt !== null)
  const mayControl = may(ctx, 'order.control', controlSubject(order))
  const unread = acquaintance.filter((line) => line.confirmedAt === null)
  return (
    <Sheet title="Ознакомление" aside={mayControl && <TextLink href={paths.orderAcquaintance(at)}>Лист ознакомления</TextLink>}>
      <p class="pl-pair">
        <span>Подтвердили, что прочли</span>
        <span class="pl-num">{`${read.length} из ${acquaintance.length}`}</span>
      </p>
      <Meter share={read.length / acquaintance.length} />
      {mayControl && unread.length > 0 && (
        <p class="pl-small pl-quiet">
          {nb(
            `Ещё не прочли: ${unread
              .slice(0, 10)
              .map((line) => line.person)
              .join(', ')}${unread.length > 10 ? ' и другие' : ''}`,
          )}
        </p>
      )}
    </Sheet>
  )
}

function OfficeDeeds({ ctx, full: { order } }: SignedProps) {
  const at = { territory: ctx.territory.code, order: order.id }
  const mayPublish = may(ctx, 'order.publish', orderSubject(order)) && order.publishedAt === null && order.state === 'signed'
  const mayRevoke = may(ctx, 'order.draft', orderSubject(order)) && order.state === 'signed'
  if (!mayPublish && !mayRevoke && order.publishedAt === null) return null
  return (
    <Sheet title="Канцелярия">
      {order.publishedAt !== null && (
        <p class="govuk-body">
          <TextLink href={paths.publicOrder(at)}>{`${capital(act(order).agreed('размещён'))} на сайте для всех`}</TextLink>
        </p>
      )}
      {mayPublish && (
        <Form action={paths.orderPublications(at)}>
          <p class="govuk-body">
            {nb(
              `На сайте все прочтут ${act(order).nominative} в подписанном виде, с текстами всех пунктов. От списка закреплённых школ останется только заголовок; но школы, названные в тексте пункта, там и останутся.`,
            )}
          </p>
          <p class="govuk-body">
            <TextLink href={paths.orderPublicForm(at)}>Как увидят на сайте</TextLink>
          </p>
          <SubmitButton kind="secondary">Разместить на сайте для всех</SubmitButton>
        </Form>
      )}
      {mayPublish && mayRevoke && <div class="pl-gap" />}
      {mayRevoke && (
        <ButtonGroup>
          <ButtonLink
            kind="secondary"
            href={paths.newOrder({ territory: ctx.territory.code }, { template: 'revokeOrder', order: order.id })}
          >
            {`Подготовить отмену ${act(order).genitive}`}
          </ButtonLink>
        </ButtonGroup>
      )}
    </Sheet>
  )
}

/** «от 28 января 2021 г. № 33» for heads of pages. */
export const dateAndNumber = ({ order }: FullOrder): string =>
  order.signedOn && order.numberText ? `от ${longDate(order.signedOn)} № ${order.numberText}` : ''
