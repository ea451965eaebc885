import { fullName } from '../../../kernel/names.ts'
import { OpeningSheet } from '../../../kit/opening-sheet.tsx'
import type { ThingPage } from '../../../kit/thing.ts'
import { nb } from '../../../ui/content.ts'
import { Columns, PageFrame, Stack } from '../../../ui/frame.ts'
import { notFound } from '../../../web/route.ts'
import { yearOf } from '../../calls/rules.ts'
import type { JudgedCall } from '../case.ts'
import { startProtocol, undecidedIn } from '../deeds/protocol.ts'
import { protocolList } from '../protocol-list.tsx'
import { type MeetingPerson, meetingPeople } from '../protocol-queries.ts'
import { CallParts, wayToCall } from './call-parts.tsx'

/** The protocols of a call, and the beginning of another one. */
export const protocolsPage: ThingPage<JudgedCall> = async (call, request) => {
  const { ctx, tx, form, query } = request
  const at = { territory: ctx.territory.code, call: call.id }
  const made = await protocolList.show({ ctx, tx, params: at }, query)
  if (!made) return notFound
  const choices = personChoices(await meetingPeople(tx, ctx, ctx.today))
  const { length: ready } = await undecidedIn(tx, ctx, call)
  const body = (
    <PageFrame
      way={wayToCall(ctx, call)}
      outcome="Протокол не начат"
      form={form}
      kicker={call.title}
      title="Протоколы экспертизы"
    >
      <CallParts ctx={ctx} call={call} part="protocols" />
      <Columns kind="form">
        <Stack>{made.table}</Stack>
        <OpeningSheet
          of={startProtocol}
          held={call}
          request={request}
          within={yearOf(call)}
          rows={{ chairId: choices, secretaryId: choices }}
        >
          <p>
            {nb(
              ready > 0
                ? `Войдут заявки, по которым экспертиза закончена и решения ещё нет: ${ready}.`
                : 'Заявок с законченной экспертизой без решения пока нет: протокол начнётся пустым.',
            )}
          </p>
        </OpeningSheet>
      </Columns>
    </PageFrame>
  )
  return { title: 'Протоколы экспертизы', section: 'applications', body }
}

export const personChoices = (people: readonly MeetingPerson[]) =>
  people.map((person) => ({
    value: person.id,
    label: person.post ? `${fullName(person)}, ${person.post}` : fullName(person),
  }))
