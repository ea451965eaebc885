import type { JSX } from 'preact'
import { type Ctx, may } from '../../../authz/ctx.ts'
import { shortDate } from '../../../kernel/dates.ts'
import { fullName } from '../../../kernel/names.ts'
import { nb } from '../../../ui/content.ts'
import { DateField, Form, type FormState, SelectField, TextField } from '../../../ui/fields.ts'
import { Breadcrumbs, Columns, ErrorSummary, PageHead, Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import type { Call } from '../../calls/model.ts'
import { yearOf } from '../../calls/rules.ts'
import type { MeetingPerson } from '../protocol-queries.ts'
import { CallParts, wayToCall } from './call-parts.tsx'

type ProtocolsPageProps = {
  ctx: Ctx
  call: Call
  /** Those there are. */
  table: JSX.Element
  people: readonly MeetingPerson[]
  /** How many applications the next protocol would begin with. */
  ready: number
  form: FormState | null
}

/** The protocols of a call, and the beginning of another one. */
export function ProtocolsPage(props: ProtocolsPageProps) {
  const { ctx, call, table, form } = props
  return (
    <>
      <Breadcrumbs links={wayToCall(ctx, call)} />
      <ErrorSummary outcome="Протокол не начат" form={form} />
      <PageHead kicker={call.title} title="Протоколы экспертизы" />
      <CallParts ctx={ctx} call={call} part="protocols" />
      <Columns kind="form">
        <Stack>{table}</Stack>
        {may(ctx, 'review.protocol') && <Start {...props} />}
      </Columns>
    </>
  )
}

function Start({ ctx, call, people, ready, form }: ProtocolsPageProps) {
  const at = { territory: ctx.territory.code, call: call.id }
  return (
    <Stack label="Новый протокол">
      <Sheet title="Новый протокол">
        <p>
          {nb(
            ready > 0
              ? `Войдут заявки, по которым экспертиза закончена и решения ещё нет: ${ready}.`
              : 'Заявок с законченной экспертизой без решения пока нет: протокол начнётся пустым.',
          )}
        </p>
        <Form action={paths.callProtocols(at)} guard within={yearOf(call)} label="Новый протокол">
          <DateField form={form} name="heldOn" label="День заседания" initial={shortDate(ctx.today)} />
          <TextField form={form} name="place" label="Место" hint="Можно не заполнять" />
          <PersonSelect form={form} name="chairId" label="Председатель" people={people} />
          <PersonSelect form={form} name="secretaryId" label="Секретарь" people={people} initial={ctx.actor.personId} />
          <SubmitButton>Начать протокол</SubmitButton>
        </Form>
      </Sheet>
    </Stack>
  )
}

type PersonSelectProps = {
  form: FormState | null
  name: string
  label: string
  people: readonly MeetingPerson[]
  initial?: string
}

export function PersonSelect({ form, name, label, people, initial }: PersonSelectProps) {
  const choices = people.map((person) => ({
    value: person.id,
    label: person.post ? `${fullName(person)}, ${person.post}` : fullName(person),
  }))
  return <SelectField form={form} name={name} label={label} empty="Выберите" initial={initial} choices={choices} />
}
