import type { Ctx } from '../../../authz/ctx.ts'
import { lastChangeBy } from '../../../history/last-change.ts'
import { longDate } from '../../../kernel/dates.ts'
import { fullName } from '../../../kernel/names.ts'
import { bothTexts, only } from '../../../kit/form/fields.ts'
import { FormFields } from '../../../kit/form/view.tsx'
import type { ThingPage } from '../../../kit/thing.ts'
import { nb, SummaryList } from '../../../ui/content.ts'
import { Form, type FormState, TextArea, valueOf } from '../../../ui/fields.ts'
import { Columns, Conflict, PageFrame, Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import { Dock } from '../../../ui/plan-table.tsx'
import { paths } from '../../../web/paths.ts'
import { yearOf } from '../../calls/rules.ts'
import type { ProtocolCase } from '../case.ts'
import { saveProtocol, signProtocol } from '../deeds/protocol.ts'
import type { Figures, Protocol, ProtocolPerson, ProtocolSnapshot, SummaryRow } from '../model.ts'
import { type MeetingPerson, meetingPeople } from '../protocol-queries.ts'
import { isDecidable } from '../protocol-rules.ts'
import { summaryOf } from '../queries.ts'
import { momentWords, percent, recommendationWords, spreadWords } from '../wording.ts'
import { ProtocolTag } from './protocol-tag.tsx'
import { personChoices } from './protocols-page.tsx'

type Shown = {
  found: ProtocolCase
  ctx: Ctx
  form: FormState | null
  /** Applications that a meeting may decide about. */
  rows: readonly SummaryRow[]
  people: readonly MeetingPerson[]
}

/** A protocol: the draft to be written, or the signed one to be read. */
export const protocolPage: ThingPage<ProtocolCase> = async (found, { ctx, tx, form, conflict }) => {
  const { one: protocol, call } = found
  const rows = (await summaryOf(tx, ctx, call)).rows.filter(isDecidable)
  const people = await meetingPeople(tx, ctx, protocol.heldOn)
  const shown = { found, ctx, form, rows, people }
  const at = { territory: ctx.territory.code, call: call.id, protocol: protocol.id }
  const person = conflict && form ? ((await lastChangeBy(tx, ctx, protocol.id)) ?? '') : null
  const body = (
    <PageFrame
      way={[
        { href: paths.call(at), label: call.title },
        { href: paths.callProtocols(at), label: 'Протоколы экспертизы' },
      ]}
      outcome="Протокол не подписан"
      form={form}
      placeOf={(field) => placeOf(field, rows)}
      kicker={call.title}
      title={`Протокол № ${protocol.number} от ${longDate(protocol.heldOn)}`}
      line={[<ProtocolTag state={protocol.state} />, protocol.signedAt && `подписан ${momentWords(protocol.signedAt, ctx)}`]}
      tools={[
        { href: paths.protocolDocument({ ...at, format: 'pdf' }), label: 'Для печати', icon: 'print' },
        { href: paths.protocolDocument({ ...at, format: 'docx' }), label: 'Скачать для правки' },
      ]}
    >
      {person !== null && <Conflict what={`протокол изменил другой человек: ${person}`} fields={differing(shown)} />}
      {saveProtocol.offered(ctx, found) ? <Draft {...shown} /> : <Read {...shown} />}
    </PageFrame>
  )
  return { title: `Протокол № ${protocol.number}`, section: 'applications', body }
}

const wordsIn = ({ decisions }: Protocol) => new Map<string, string>(decisions.map((one) => [one.applicationId, one.words]))

function Draft({ found, ctx, rows, people, form }: Shown) {
  const { one: protocol, call } = found
  const words = wordsIn(protocol)
  const fields = (...names: readonly string[]) => (
    <FormFields
      of={only(saveProtocol.form, ...names)}
      form={form}
      begins={saveProtocol.begins(ctx, found)}
      rows={{ chairId: personChoices(people), secretaryId: personChoices(people), members: members(people) }}
    />
  )
  return (
    <Form action={saveProtocol.address(ctx, found)} version={protocol.editVersion} guard within={yearOf(call)} label="Протокол">
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
          <Sheet title="Примечание">{fields('note')}</Sheet>
        </Stack>
        <Stack label="Заседание">
          <Sheet title="Заседание">{fields('heldOn', 'place', 'chairId', 'secretaryId', 'members')}</Sheet>
        </Stack>
      </Columns>
      <Dock text={nb('После подписи протокол не меняется: останутся оценки и имена этого дня.')}>
        <SubmitButton action={signProtocol.address(ctx, found)}>Подписать протокол</SubmitButton>
        <SubmitButton kind="secondary">Сохранить черновик</SubmitButton>
      </Dock>
    </Form>
  )
}

const members = (people: readonly MeetingPerson[]) =>
  people.map((person) => ({ value: person.id, label: fullName(person), more: person.post }))

/** «медиана 84,5 %, среднее 83,9 %, разница 4 п. п.; поддержать — 2» */
const figureWords = (row: { figures: Figures }): string => {
  const { median, mean, spread } = row.figures
  const numbers = `Медиана ${percent(median)}, среднее ${percent(mean)}, разница оценок ${spreadWords(spread)}`
  return [numbers, recommendationWords(row)].filter((part) => part !== '').join('; ')
}

function Read({ found: { one: protocol }, rows, people }: Shown) {
  if (protocol.snapshot !== null) return <Signed snapshot={protocol.snapshot} />
  const decided = wordsIn(protocol)
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
function differing({ found, ctx, form, rows, people }: Shown) {
  const words = wordsIn(found.one)
  const choices = people.map((person) => ({ value: person.id, label: fullName(person) }))
  const typed = (name: string) => valueOf(form, name)
  const both = (...names: readonly string[]) =>
    bothTexts(only(saveProtocol.form, ...names), typed, saveProtocol.begins(ctx, found), {
      chairId: choices,
      secretaryId: choices,
    })
  return [
    ...both('heldOn', 'place', 'chairId', 'secretaryId'),
    ...rows.map((row) => ({
      label: `Заявка № ${row.number}`,
      yours: typed(`decisions.${row.applicationId}`),
      theirs: words.get(row.applicationId) ?? '',
    })),
    ...both('note').map((texts) => ({ ...texts, label: 'Примечание' })),
  ]
}
