import type { Ctx } from '../../../authz/ctx.ts'
import { localTime } from '../../../kernel/clock.ts'
import { longDate } from '../../../kernel/dates.ts'
import { fullName } from '../../../kernel/names.ts'
import { nb, SummaryList } from '../../../ui/content.ts'
import { Form, type FormState, TextField } from '../../../ui/fields.ts'
import { Breadcrumbs, ButtonLink, Columns, ErrorSummary, PageHead, Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import { paths } from '../paths.ts'
import type { FirstOfficial } from '../queries.ts'
import { nameOfZone } from '../rules.ts'

const way = [{ href: paths.installation({}), label: 'Территории установки' }]

/** A territory as the administrator sees it: what was said of it, and whether its first official has come in. Nothing of its work. */
export function MadeTerritoryPage(props: { ctx: Ctx; shown: FirstOfficial; form: FormState | null }) {
  const { territory, entered } = props.shown
  const { code, name, shortName, region, level, timeZone, createdAt } = territory
  return (
    <>
      <Breadcrumbs links={way} />
      <ErrorSummary outcome="Приглашение не отправлено" form={props.form} />
      <PageHead title={shortName} more={name} />
      <Columns kind="form">
        <Stack>
          <Sheet>
            <SummaryList
              rows={[
                { key: 'Уровень', value: level === 'municipal' ? 'муниципальный' : 'региональный' },
                { key: 'Регион', value: region },
                { key: 'Адрес страниц', value: `/t/${code}` },
                { key: 'Часовой пояс', value: nameOfZone(timeZone) },
                { key: 'Заведена', value: longDate(localTime(createdAt, timeZone).day) },
                { key: 'Вход', value: entered ? 'в территорию уже вошли' : 'никто ещё не вошёл' },
              ]}
            />
          </Sheet>
          <Invitation {...props} />
        </Stack>
      </Columns>
    </>
  )
}

function Invitation({ ctx, shown, form }: { ctx: Ctx; shown: FirstOfficial; form: FormState | null }) {
  const { territory, person, record } = shown
  if (!person) return null
  const { sendsMail } = ctx.services
  const invited = record?.invited
  const until = invited && longDate(localTime(new Date(invited.expiresAt), territory.timeZone).day)
  const open = invited
    ? `Приглашение на адрес ${invited.email} действует до ${until}. Новое заменит его.`
    : 'Прежнее приглашение больше не действует.'
  return (
    <Sheet title={`Первое должностное лицо: ${fullName(person)}`}>
      <p class="govuk-body">{nb(open)}</p>
      <Form action={paths.firstInvitations({ code: territory.code })} guard>
        <TextField form={form} name="email" label="Почта" type="email" width={30} initial={invited?.email ?? ''} />
        <SubmitButton kind="secondary">{sendsMail ? 'Отправить новое приглашение' : 'Создать новое приглашение'}</SubmitButton>
      </Form>
    </Sheet>
  )
}

/** The only time the link of an invitation that no letter carries is shown. */
export function HandOverPage({ code, address }: { code: string; address: string }) {
  return (
    <>
      <Breadcrumbs links={way} />
      <PageHead title="Передайте приглашение" more="Территория создана и работает. Войдёт в неё тот, кого вы назвали." />
      <Columns kind="form">
        <Sheet>
          <p class="govuk-body">
            {nb(
              'Почтовый сервер не настроен. Передайте этот адрес человеку лично: он действует семь дней и показан один раз, в системе он не хранится.',
            )}
          </p>
          <p class="govuk-body">
            <code class="pl-pre">{address}</code>
          </p>
          <p class="govuk-body pl-quiet">
            {nb('Не открывайте его сами: ответить может только тот, кого вы назвали. Ответ останется в истории.')}
          </p>
          <ButtonLink href={paths.madeTerritory({ code })}>К территории</ButtonLink>
        </Sheet>
      </Columns>
    </>
  )
}
