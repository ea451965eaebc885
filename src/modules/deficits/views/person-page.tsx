import { fullName } from '../../../kernel/names.ts'
import { OpeningSheet } from '../../../kit/opening-sheet.tsx'
import type { ThingPage } from '../../../kit/thing.ts'
import { nb } from '../../../ui/content.ts'
import { Form } from '../../../ui/fields.ts'
import { Columns, PageFrame, Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import { paths as everywhere } from '../../../web/paths.ts'
import { deficitPeople, type OpenPerson } from '../case.ts'
import { noteDeficit } from '../deeds.ts'
import { everyChoice } from '../forms.ts'
import { paths } from '../paths.ts'
import { personPart } from '../ports.ts'
import { linkDays } from '../rules.ts'
import { deficitsOf } from '../store.ts'
import { DeficitRows, Ground, notHere } from './parts.tsx'

/** What one person lacks, for the person, for methodists and for whoever leads them; with what may be noted. */
export const personPage: ThingPage<OpenPerson> = async (opened, request) => {
  const { ctx, tx, form } = request
  const { person, here, framework } = opened
  if (!here.on) return notHere(ctx)
  const [rows, parts] = await Promise.all([
    deficitsOf(tx, ctx, person.id),
    Promise.all(personPart.parts().map((part) => part(tx, ctx, person.id))),
  ])
  const at = { territory: ctx.territory.code, person: person.id }
  const own = person.id === ctx.actor.personId
  const links = !own && deficitPeople.may(ctx, 'deficit.note', opened)
  const title = 'Профессиональные дефициты'
  const body = (
    <PageFrame
      way={[{ href: everywhere.person(at), label: fullName(person) }]}
      title={title}
      more={fullName(person)}
      outcome="Дефицит не отмечен"
      form={form}
    >
      <Columns kind="side">
        <Sheet title="Что отмечено">
          {rows.length === 0 ? (
            <p class="govuk-body">{nb('Пока ничего не отмечено.')}</p>
          ) : (
            <DeficitRows {...{ ctx, framework, rows }} />
          )}
          <Ground ctx={ctx} here={here} />
        </Sheet>
        <Stack label="Что можно сделать">
          {parts}
          <OpeningSheet of={noteDeficit} held={opened} request={request} rows={{ competence: everyChoice(framework) }} />
          {links && (
            <Sheet title="Личная ссылка">
              <p class="govuk-body">
                {nb(
                  `По ней человек без учётной записи сам назовёт дефициты за минуту. Служит ${linkDays} дней, прежняя перестаёт действовать.`,
                )}
              </p>
              <Form action={paths.personDeficitLink(at)}>
                <SubmitButton kind="secondary">Получить ссылку</SubmitButton>
              </Form>
            </Sheet>
          )}
        </Stack>
      </Columns>
    </PageFrame>
  )
  return { title: `${title}, ${fullName(person)}`, section: 'deficits', body }
}
