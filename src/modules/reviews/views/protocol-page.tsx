import { type Ctx, may } from '../../../authz/ctx.ts'
import { longDate, shortDate } from '../../../kernel/dates.ts'
import { fullName } from '../../../kernel/names.ts'
import { nb, SummaryList } from '../../../ui/content.ts'
import { Checkboxes, DateField, Form, type FormState, TextArea, TextField, valueOf } from '../../../ui/fields.ts'
import { Breadcrumbs, Columns, Conflict, ErrorSummary, PageHead, Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import { Dock } from '../../../ui/plan-table.tsx'
import { paths } from '../../../web/paths.ts'
import type { Call } from '../../calls/model.ts'
import { yearOf } from '../../calls/rules.ts'
import type { Figures, Protocol, ProtocolPerson, ProtocolSnapshot, SummaryRow } from '../model.ts'
import type { MeetingPerson } from '../protocol-queries.ts'
import { momentWords, percent, recommendationWords, spreadWords } from '../wording.ts'
import { ProtocolTag } from './protocol-tag.tsx'
import { PersonSelect } from './protocols-page.tsx'

export type ProtocolPageProps = {
  ctx: Ctx
  call: Call
  protocol: Protocol
  /** Applications that a meeting may decide about. */
  rows: readonly SummaryRow[]
  people: readonly MeetingPerson[]
  form: FormState | null
  /** Who saved meanwhile. */
  conflict: { readonly person: string } | null
}

/** A protocol: the draft to be written, or the signed one to be read. */
export function ProtocolPage(props: ProtocolPageProps) {
  const { ctx, call, protocol, form, conflict } = props
  const at = { territory: ctx.territory.code, call: call.id, protocol: protocol.id }
  const writes = protocol.state === 'draft' && may(ctx, 'review.protocol')
  return (
    <>
      <Breadcrumbs
        links={[
          { href: paths.call(at), label: call.title },
          { href: paths.callProtocols(at), label: 'Протоколы экспертизы' },
        ]}
      />
      <ErrorSummary outcome="Протокол не подписан" form={form} placeOf={(field) => placeOf(field, props.rows)} />
      <PageHead
        kicker={call.title}
        title={`Протокол № ${protocol.number} от ${longDate(protocol.heldOn)}`}
        line={[<ProtocolTag state={protocol.state} />, protocol.signedAt && `подписан ${momentWords(protocol.signedAt, ctx)}`]}
        tools={[
          { href: paths.protocolDocument({ ...at, format: 'pdf' }), label: 'Для печати', icon: 'print' },
          { href: paths.protocolDocument({ ...at, format: 'docx' }), label: 'Скачать для правки' },
        ]}
      />
      {conflict && form && <Conflict what={`протокол изменил другой человек: ${conflict.person}`} fields={bothTexts(props)} />}
      {writes ? <Draft {...props} /> : <Read {...props} />}
    </>
  )
}

function Draft({ ctx, call, protocol, rows, people, form }: ProtocolPageProps) {
  const at = { territory: ctx.territory.code, protocol: protocol.id }
  const words = new Map<string, string>(protocol.decisions.map((decision) => [decision.applicationId, decision.words]))
  return (
    <Form action={paths.protocol(at)} version={protocol.version} guard within={yearOf(call)} label="Протокол">
      <Columns kind="form">
        <Stack>
          {rows.length === 0 && (
            <Sheet>
              <p>{nb('Заявок с законченной экспертизой пока нет.')}</p>
            </Sheet>
          )}
          {rows.map((row) => (
            <Sheet title={`Заявка № ${row.number}. ${row.theme}`}>
              <p class="pl-quiet">{nb(row.organisations)}</p>
              <p>{nb(figureWords(row))}</p>
              <TextArea
                form={form}
                name={`decisions.${row.applicationId}`}
                label="Решили"
                hint="Если о заявке не говорили, оставьте пустым: в протокол она не войдёт"
                initial={words.get(row.applicationId) ?? ''}
                rows={3}
              />
            </Sheet>
          ))}
          <Sheet title="Примечание">
            <TextArea form={form} name="note" label="Что ещё записать" initial={protocol.note} rows={4} />
          </Sheet>
        </Stack>
        <Stack label="Заседание">
          <Sheet title="Заседание">
            <DateField form={form} name="heldOn" label="День заседания" initial={shortDate(protocol.heldOn)} />
            <TextField form={form} name="place" label="Место" initial={protocol.place ?? ''} />
            <PersonSelect form={form} name="chairId" label="Председатель" people={people} initial={protocol.chairId} />
            <PersonSelect form={form} name="secretaryId" label="Секретарь" people={people} initial={protocol.secretaryId} />
            <Checkboxes
              form={form}
              name="members[]"
              label="Присутствовали"
              initial={protocol.memberIds}
              choices={people.map((person) => ({ value: person.id, label: fullName(person), more: person.post }))}
            />
          </Sheet>
        </Stack>
      </Columns>
      <Dock text={nb('После подписи протокол не меняется: останутся оценки и имена этого дня.')}>
        <SubmitButton action={paths.protocolSignatures(at)}>Подписать протокол</SubmitButton>
        <SubmitButton kind="secondary">Сохранить черновик</SubmitButton>
      </Dock>
    </Form>
  )
}

/** «медиана 84,5 %, среднее 83,9 %, разница 4 п. п.; поддержать — 2» */
const figureWords = (row: { figures: Figures }): string => {
  const { median, mean, spread } = row.figures
  const numbers = `Медиана ${percent(median)}, среднее ${percent(mean)}, разница оценок ${spreadWords(spread)}`
  return [numbers, recommendationWords(row)].filter((part) => part !== '').join('; ')
}

function Read(props: ProtocolPageProps) {
  const { protocol, rows, people } = props
  const snapshot = protocol.snapshot
  if (snapshot === null) {
    const decided = new Map<string, string>(protocol.decisions.map((one) => [one.applicationId, one.words]))
    const chair = people.find((person) => person.id === protocol.chairId)
    return (
      <Sheet title="Черновик">
        <p>{nb(`Готовит методист. Председатель: ${chair ? fullName(chair) : '—'}.`)}</p>
        <SummaryList
          rows={rows.flatMap(({ number, applicationId }) => {
            const value = decided.get(applicationId)
            return value === undefined ? [] : [{ key: `Заявка № ${number}`, value }]
          })}
        />
      </Sheet>
    )
  }
  return <Signed snapshot={snapshot} />
}

const personWords = ({ name, post }: ProtocolPerson): string => [name, post].filter((part) => part !== '').join(', ')

function Signed({ snapshot }: { snapshot: ProtocolSnapshot }) {
  const { heldOn, place, chair, secretary, members, rows, note } = snapshot
  return (
    <Stack>
      <Sheet title="Заседание">
        <SummaryList
          rows={[
            { key: 'День', value: longDate(heldOn) },
            ...(place ? [{ key: 'Место', value: place }] : []),
            { key: 'Председатель', value: personWords(chair) },
            { key: 'Секретарь', value: personWords(secretary) },
            { key: 'Присутствовали', value: members.map((member) => <p>{nb(personWords(member))}</p>) },
          ]}
        />
      </Sheet>
      {rows.map((row) => (
        <Sheet title={`Заявка № ${row.number}. ${row.theme}`}>
          <p class="pl-quiet">{nb(row.organisations)}</p>
          <p>{nb(figureWords(row))}</p>
          <p class="pl-pre">
            <b>{nb('Решили: ')}</b>
            {nb(row.words)}
          </p>
        </Sheet>
      ))}
      {note !== '' && (
        <Sheet title="Примечание">
          <p class="pl-pre">{nb(note)}</p>
        </Sheet>
      )}
    </Stack>
  )
}

function placeOf(field: string, rows: readonly SummaryRow[]): string | undefined {
  const found = rows.find(({ applicationId }) => field === `decisions.${applicationId}`)
  return found && `Заявка № ${found.number}`
}

/** What was typed here and what is stored, field by field. */
function bothTexts({ form, protocol, rows, people }: ProtocolPageProps) {
  const words = new Map<string, string>(protocol.decisions.map((one) => [one.applicationId, one.words]))
  const nameOf = (id: string) => {
    const person = people.find((one) => one.id === id)
    return person ? fullName(person) : ''
  }
  return [
    { label: 'День заседания', yours: valueOf(form, 'heldOn'), theirs: shortDate(protocol.heldOn) },
    { label: 'Место', yours: valueOf(form, 'place'), theirs: protocol.place ?? '' },
    { label: 'Председатель', yours: nameOf(valueOf(form, 'chairId')), theirs: nameOf(protocol.chairId) },
    { label: 'Секретарь', yours: nameOf(valueOf(form, 'secretaryId')), theirs: nameOf(protocol.secretaryId) },
    ...rows.map((row) => ({
      label: `Заявка № ${row.number}`,
      yours: valueOf(form, `decisions.${row.applicationId}`),
      theirs: words.get(row.applicationId) ?? '',
    })),
    { label: 'Примечание', yours: valueOf(form, 'note'), theirs: protocol.note },
  ]
}
