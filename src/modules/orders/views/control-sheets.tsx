import type { Ctx } from '../../../authz/ctx.ts'
import { daysBetween, longDate, shortDate } from '../../../kernel/dates.ts'
import { counted, restOfDays } from '../../../kernel/plural.ts'
import type { Address } from '../../../kit/list/spec.ts'
import { act } from '../../../regulation/acts.ts'
import { Facts, nb, RowList, Second, StateTag, Table, TextLink, type Tone } from '../../../ui/content.ts'
import { Form } from '../../../ui/fields.ts'
import { Details, PageHead, Stack, SubmitButton } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { type ControlState, standingOf, standingOfPoint } from '../control-rules.ts'
import { acceptedWords, doneWords, figuresOf, signedWords } from '../control-words.ts'
import type { Controlled, ControlRow } from '../controlled.ts'
import type { Deed } from '../deeds.ts'
import type { AssignmentLine } from '../execution-queries.ts'
import type { OrderPoint } from '../model.ts'
import { asTask } from '../texts.ts'
import { OrderCrumbs } from './execution-pages.tsx'

type OfOrder = Controlled & { ctx: Ctx }

/** Whose order it is, how much of it is done, and the one deed: to remind those who are late. */
export function ControlHead({ ctx, full, lines, controller, href }: OfOrder & { href: (change: Address) => string }) {
  const { order } = full
  const { all, accepted, done, open, late } = figuresOf(lines)
  const at = { territory: ctx.territory.code, order: order.id }
  const to = (value: number, state: ControlState) => ({ value, ...(value > 0 && { href: href({ state }) }) })
  return (
    <>
      <OrderCrumbs ctx={ctx} full={full} />
      <PageHead
        title={`Контроль исполнения ${act(order).genitive} № ${order.numberText}`}
        more={order.title}
        line={[controller ? `Контролирует ${controller}` : 'Контроль никому не поручен', `На ${longDate(ctx.today)}`]}
        actions={
          late > 0 && (
            <Form action={paths.orderControlReminders(at)}>
              <SubmitButton>{`Напомнить ${counted(late, 'исполнителю', 'исполнителям', 'исполнителям')}`}</SubmitButton>
            </Form>
          )
        }
      />
      {all > 0 && (
        <>
          <Facts
            facts={[
              { name: 'Принято', ...to(accepted, 'accepted'), of: `из ${all}` },
              { name: 'Ждёт приёмки', ...to(done, 'done') },
              { name: 'Не исполнено', ...to(open, 'open') },
              { name: 'Просрочено', ...to(late, 'late') },
            ]}
          />
          <div class="pl-gap" />
        </>
      )}
    </>
  )
}

/** A sheet for each point, with its assignments inside. */
export function ControlSheets({ ctx, rows, lines, deeds }: OfOrder & { rows: readonly ControlRow[] }) {
  const points = [...Map.groupBy(rows, ({ point }) => point).entries()]
  return (
    <Stack>
      {points.map(([point, shown]) => (
        <PointSheet
          ctx={ctx}
          point={point}
          shown={shown.flatMap(({ line }) => line ?? [])}
          own={lines.filter((line) => line.pointNumber === point.number)}
          deeds={deeds.filter((deed) => deed.point === point.number)}
        />
      ))}
    </Stack>
  )
}

type OfPoint = {
  ctx: Ctx
  point: OrderPoint
  shown: readonly AssignmentLine[]
  own: readonly AssignmentLine[]
  deeds: readonly Deed[]
}

function PointSheet({ ctx, point, shown, own, deeds }: OfPoint) {
  const id = `point-${point.number.replaceAll('.', '-')}`
  return (
    <section class="pl-sheet pl-sheet--flush" aria-labelledby={id}>
      <div class="pl-ctl">
        <h2 class="pl-ctl__h" id={id}>
          <b>{point.number}</b> <span>{nb(asTask(point.text))}</span>
        </h2>
        {own.length > 1 && <p class="pl-ctl__sum">{nb(sumWords(own))}</p>}
        {deeds.length > 0 && <Signed deeds={deeds} />}
        <PointTag own={own} isSigned={deeds.length > 0} />
      </div>
      {shown.length > 0 && (
        <Table
          caption={`Исполнение п. ${point.number}`}
          columns={[
            { title: 'Исполнитель', cell: (line) => <Who ctx={ctx} line={line} /> },
            { title: 'Срок', cell: (line) => <Due ctx={ctx} line={line} /> },
            { title: 'Что сделано', cell: (line) => <Done ctx={ctx} line={line} /> },
            { title: 'Состояние', cell: (line) => <LineTag line={line} /> },
          ]}
          rows={shown}
        />
      )}
    </section>
  )
}

const sumWords = (own: readonly AssignmentLine[]) => {
  const { all, accepted, late } = figuresOf(own)
  return `Принято ${accepted} из ${all}${late > 0 ? `, просрочено ${late}` : ''}`
}

/** What the signature itself has carried out, each with the page where it is seen now. */
function Signed({ deeds }: { deeds: readonly Deed[] }) {
  const [first, ...others] = deeds.map(({ text, href }) => (href ? <TextLink href={href}>{text}</TextLink> : nb(text)))
  const changes = counted(deeds.length, 'изменение', 'изменения', 'изменений')
  return (
    <div class="pl-ctl__sum">
      {others.length === 0 ? (
        <>
          {nb(`${signedWords}: `)}
          {first}
        </>
      ) : (
        <Details summary={`${signedWords}: ${changes}`}>
          <RowList small rows={[first, ...others]} />
        </Details>
      )}
    </div>
  )
}

const looks: Readonly<Record<ControlState, readonly [Tone, string]>> = {
  late: ['late', 'Просрочено'],
  open: ['now', 'В работе'],
  done: ['wait', 'Ждёт приёмки'],
  accepted: ['ok', 'Исполнено'],
  cancelled: ['calm', 'Снято с контроля'],
}

function PointTag({ own, isSigned }: { own: readonly AssignmentLine[]; isSigned: boolean }) {
  const state = standingOfPoint(own) ?? (isSigned ? 'accepted' : null)
  if (state === null) return null
  const [tone, word] = looks[state]
  return (
    <p class="pl-ctl__st">
      <StateTag tone={tone} word={word} />
    </p>
  )
}

type OfLine = { ctx: Ctx; line: AssignmentLine }

const Who = ({ ctx, line }: OfLine) => (
  <a class="govuk-link pl-table__name" href={paths.assignment({ territory: ctx.territory.code, assignment: line.id })}>
    {nb(line.person)}
  </a>
)

function Due({ ctx, line: { dueOn, startsOn, state } }: OfLine) {
  if (dueOn === null) return <>{startsOn === null ? 'без срока' : `с ${shortDate(startsOn)}`}</>
  return (
    <>
      {shortDate(dueOn)}
      {state === 'open' && <Second>{restOfDays(daysBetween(ctx.today, dueOn))}</Second>}
    </>
  )
}

/** What was reported, when, with which files; what is still wanted. */
function Done({ ctx, line }: OfLine) {
  const at = { territory: ctx.territory.code, assignment: line.id }
  const { note, remark, files } = line
  const done = doneWords(line)
  if (note === null) return <span class="pl-quiet">ещё не сообщалось</span>
  return (
    <>
      <span class="pl-pre">{nb(note)}</span>
      {files.map(({ id, name }) => (
        <Second>
          <TextLink href={paths.assignmentFile({ ...at, file: id })}>{name}</TextLink>
        </Second>
      ))}
      {done && <Second>{`сообщено ${done}`}</Second>}
      {line.state === 'open' && remark && <Second>{`возвращено: ${remark}`}</Second>}
    </>
  )
}

function LineTag({ line }: { line: AssignmentLine }) {
  const [tone, word] = looks[standingOf(line)]
  const accepted = acceptedWords(line)
  return (
    <>
      <StateTag tone={tone} word={line.state === 'accepted' ? 'Принято' : word} />
      {accepted && <Second>{accepted}</Second>}
    </>
  )
}
